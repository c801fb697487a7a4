//! The sheet for a one-to-one: one page that prints on A4, light, without script, with nothing to fetch. A policy in its
//! head forbids all but its own style, which it names by its hash.

use super::{
    report::{BearingPart, DecisionPart, FieldPart, MarkPart, Report},
    rose::{COLOURS, Rose, colour},
    style::{HASH, SHEET},
    xml::escape,
};
use crate::core::framework::Kind;
use std::fmt::Write;

/// How many bearings stand on the sheet; the newest ones.
const BEARINGS: usize = 4;
/// How many fields stand beside the rose on either side.
const COLUMN: usize = 3;

/// The sheet.
pub fn write(report: &Report) -> String {
    let words = report.words;
    let mut out = String::new();
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{HASH}'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>{SHEET}</style>\n</head>\n<body>\n",
        words.tag,
        escape(&report.name),
    );
    head(&mut out, report);
    dials(&mut out, report);
    notes(&mut out, report);
    questions(&mut out, report);
    decisions_section(&mut out, report);
    bearings(&mut out, report);
    let _ = write!(
        out,
        "<section class=\"agreed\">\n<h2>{}</h2>\n<hr><hr><hr>\n</section>\n</body>\n</html>\n",
        words.agreed,
    );
    out
}

fn head(out: &mut String, report: &Report) {
    let unofficial = match report.rendered {
        true => format!("English: {} · ", report.text.unofficial),
        false => String::new(),
    };
    let _ = write!(
        out,
        "<header>\n<p class=\"kicker\"><span>{} · {}</span><span>{unofficial}pejl</span></p>\n<h1>{}</h1>\n<dl class=\"frame\">\n",
        escape(&report.organisation),
        escape(&report.title),
        escape(&report.name),
    );
    for (label, value) in report.frame() {
        let _ = writeln!(out, "<div><dt>{label}</dt><dd>{}</dd></div>", escape(&value));
    }
    out.push_str("</dl>\n");
    if !report.note.is_empty() {
        let _ = writeln!(out, "<p class=\"said\">{}</p>", escape(&report.note));
    }
    out.push_str("</header>\n");
}

/// The rose in the middle, the fields to the left and right of it as they lie in the grid.
fn dials(out: &mut String, report: &Report) {
    // More fields than a column holds beside the rose go below one another.
    let many = if report.fields.len() > 2 * COLUMN {
        " many"
    } else {
        ""
    };
    let _ = writeln!(out, "<div class=\"dials{many}\">");
    column(out, report, 0);
    rose(out, report);
    column(out, report, 1);
    out.push_str("</div>\n");
}

/// Every other field, from the first or the second on, under what they have in common.
fn column(out: &mut String, report: &Report, from: usize) {
    let fields = || report.fields.iter().enumerate().skip(from).step_by(2);
    out.push_str("<div>\n");
    for (kind, (name, _)) in [(Kind::Known, report.text.known), (Kind::New, report.text.new)] {
        if fields().count() > 0 && fields().all(|(_, field)| field.kind == kind) {
            let _ = writeln!(out, "<p class=\"side\">{name}</p>");
        }
    }
    for (at, field) in fields() {
        field_part(out, report, at, field);
    }
    out.push_str("</div>\n");
}

fn rose(out: &mut String, report: &Report) {
    let _ = writeln!(
        out,
        r#"<figure><svg viewBox="0 0 400 400" role="img" aria-label="{}">"#,
        escape(report.words.rose)
    );
    let rose = Rose::new(report, 200.0, 200.0, 172.0);
    out.push_str(&rose.draw());
    for petal in &rose.petals {
        let (x, y) = rose.point(187.0, petal.middle());
        let _ = writeln!(
            out,
            r#"<text x="{x:.1}" y="{:.1}" font-size="15" font-weight="600" fill="{}" text-anchor="middle">{}</text>"#,
            y + 5.0,
            colour(petal.field),
            petal.mark.value,
        );
    }
    out.push_str("</svg>");
    if let Some(bearing) = report.bearings.last() {
        let date = report.text.date(bearing.date);
        let _ = write!(
            out,
            "<figcaption><small>— {}</small></figcaption>",
            report.words.bearing_of(&date)
        );
    }
    out.push_str("</figure>\n");
}

fn field_part(out: &mut String, report: &Report, at: usize, field: &FieldPart) {
    let language = escape(&report.language);
    let _ = write!(
        out,
        "<div class=\"field field{}\">\n<div class=\"name\"><h3 lang=\"{language}\">{}{}</h3><b>{}</b></div>\n<ol>\n",
        at % COLOURS.len(),
        escape(&field.title),
        rendering(field.rendering.as_deref()),
        report.text.percent(field.weight),
    );
    for mark in &field.marks {
        let before = mark.last.filter(|last| *last != mark.value);
        let before = before.map_or(String::new(), |last| format!("<span>{last} →</span> "));
        let _ = writeln!(
            out,
            "<li><span lang=\"{language}\">{}{}</span><div>{before}<b>{}</b><small>{} · {}</small></div></li>",
            escape(&mark.title),
            rendering(mark.rendering.as_deref()),
            mark.value,
            report.text.stand(mark.value),
            report.words.share(mark.weight),
        );
    }
    out.push_str("</ol>\n</div>\n");
}

fn rendering(title: Option<&str>) -> String {
    title.map_or(String::new(), |title| {
        format!("<small lang=\"en\">{}</small>", escape(title))
    })
}

/// The marks about which something was written.
fn notes(out: &mut String, report: &Report) {
    let written =
        |mark: &&MarkPart| !(mark.note.is_empty() && mark.enriches.is_empty() && mark.documents.is_empty());
    let marks: Vec<&MarkPart> = report.marks().filter(written).collect();
    if marks.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "<section>\n<h2>{}</h2>\n<ul class=\"two\">",
        report.text.which_need
    );
    for mark in marks {
        let _ = write!(
            out,
            "<li><h3>{} <span class=\"v\">{}</span></h3>",
            escape(&mark.title),
            mark.value
        );
        said(out, "", &mark.note);
        said(out, report.words.enriches, &mark.enriches.join(", "));
        said(out, report.words.documents, &mark.documents.join(", "));
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}

fn questions(out: &mut String, report: &Report) {
    if report.questions.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "<section>\n<h2>{}</h2>\n<ul class=\"two\">",
        report.text.mirror.title
    );
    let mut before = None;
    for question in &report.questions {
        let _ = write!(out, "<li><p>{}</p>", escape(&question.question));
        // One sentence may raise several questions in a row; it stands under the first.
        let quote = question.quote.as_ref();
        if let Some(quote) = quote.filter(|quote| before != Some(*quote)) {
            let quote = report.text.mirror.quoted(quote);
            let _ = write!(
                out,
                "<blockquote lang=\"{}\">{}</blockquote>",
                escape(&report.language),
                escape(&quote)
            );
        }
        before = quote;
        said(out, report.words.answer, &question.answer);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}

fn bearings(out: &mut String, report: &Report) {
    if report.bearings.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "<section>\n<h2>{}</h2>\n<ul class=\"list two\">",
        report.words.bearings
    );
    for bearing in report.bearings.iter().rev().take(BEARINGS) {
        bearing_part(out, report, bearing);
    }
    out.push_str("</ul>\n");
    match report.bearings.len().saturating_sub(BEARINGS) {
        0 => {}
        more => _ = writeln!(out, "<p><small>{}</small></p>", report.words.earlier(more)),
    }
    out.push_str("</section>\n");
}

fn bearing_part(out: &mut String, report: &Report, bearing: &BearingPart) {
    let date = report.text.date(bearing.date);
    let label = if bearing.label.is_empty() {
        date
    } else {
        format!("{} · {date}", bearing.label)
    };
    let _ = write!(out, "<li><h3>{}</h3>", escape(&label));
    said(out, "", &bearing.note);
    let moved = bearing.changes.iter().filter(|change| change.from != change.to);
    let moved: Vec<String> = moved
        .map(|change| {
            let name = escape(&change.short);
            format!("{name} <span class=\"v\">{} → {}</span>", change.from, change.to)
        })
        .collect();
    let moved = if moved.is_empty() {
        report.words.unmoved.to_owned()
    } else {
        moved.join(", ")
    };
    let _ = writeln!(out, "<p>{moved}</p>");
    for change in &bearing.changes {
        let label = |what: &str| format!("{}, {}", change.short, what.to_lowercase());
        said(out, &label(report.words.note), &change.note);
        said(out, &label(report.words.effect), &change.effect);
        said(out, &label(report.words.learning), &change.learning);
    }
    decisions(out, report, &bearing.decisions);
    out.push_str("</li>\n");
}

fn decisions_section(out: &mut String, report: &Report) {
    if !report.decisions.is_empty() {
        let _ = writeln!(out, "<section>\n<h2>{}</h2>", report.words.decisions);
        decisions(out, report, &report.decisions);
        out.push_str("</section>\n");
    }
}

fn decisions(out: &mut String, report: &Report, decisions: &[DecisionPart]) {
    if decisions.is_empty() {
        return;
    }
    out.push_str("<ul class=\"list\">\n");
    for decision in decisions {
        let date = report.text.date(decision.date);
        let _ = write!(
            out,
            "<li><div class=\"said\"><b>{}</b> <small>{date}</small></div>",
            escape(&decision.text)
        );
        for (mark, answer) in &decision.answers {
            said(out, mark, answer);
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

/// What was written, under a label if it has one; nothing where nothing was.
fn said(out: &mut String, label: &str, text: &str) {
    let label = if label.is_empty() {
        String::new()
    } else {
        format!("<small>{}:</small> ", escape(label))
    };
    if !text.is_empty() {
        let _ = write!(out, "<div class=\"said\">{label}{}</div>", escape(text));
    }
}
