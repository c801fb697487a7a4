//! The sheet for a one-to-one: one page that prints on A4, light, without script, with nothing to fetch. A policy in its
//! head forbids all but its own style, which it names by its hash.
//!
//! The template escapes whatever stands in it; what is drawn is put in as it is.

use super::{
    report::{FieldPart, MarkPart, Report},
    rose::{COLOURS, Rose, colour},
    section::{Change, Entry, Section},
    style::{HASH, SHEET},
};
use crate::core::framework::Kind;
use crate::text::export::ExportText;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// How many entries of a section of the past stand on the sheet; the newest ones.
const NEWEST: usize = 4;
/// How many fields stand beside the rose on either side.
const COLUMN: usize = 3;

/// The sheet.
pub fn write(report: &Report) -> String {
    let content = html! {
        (head(report))
        (dials(report))
        p { small { (report.text.weight_is(report.marks().count())) } }
        (notes(report))
        @for part in &report.sections { (section(report, part)) }
    };
    page(report.words, &report.name, content)
}

/// A page of this title with the sheet's style, and lines to write on at its end.
pub fn page(words: &ExportText, title: &str, content: Markup) -> String {
    let policy =
        format!("default-src 'none'; style-src 'sha256-{HASH}'; base-uri 'none'; form-action 'none'");
    let page = html! {
        (DOCTYPE) "\n"
        html lang=(words.tag) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(SHEET)) }
            }
            body {
                (content)
                section.agreed { h2 { (words.agreed) } hr; hr; hr; }
            }
        }
        "\n"
    };
    page.into_string()
}

/// The line over a page: whose framework it is about, and what made the page.
pub fn kicker(organisation: &str, framework: &str, made: &str) -> Markup {
    html! {
        p.kicker { span { (organisation) " · " (framework) } span { (made) } }
    }
}

fn head(report: &Report) -> Markup {
    let made = match &report.unofficial {
        Some(unofficial) => format!("{unofficial} · pejl"),
        None => "pejl".to_owned(),
    };
    html! {
        header {
            (kicker(&report.organisation, &report.title, &made))
            h1 { (report.name) }
            dl.frame {
                @for (label, value) in report.frame() {
                    div { dt { (label) } dd { (value) } }
                }
            }
            @if !report.note.is_empty() { p.said { (report.note) } }
        }
    }
}

/// The rose in the middle, the fields to the left and right of it as they lie in the grid.
fn dials(report: &Report) -> Markup {
    // More fields than a column holds beside the rose go below one another.
    let many = report.fields.len() > 2 * COLUMN;
    html! {
        div.dials.many[many] {
            (column(report, 0))
            (rose(report))
            (column(report, 1))
        }
    }
}

/// Every other field, from the first or the second on, under what they have in common.
fn column(report: &Report, from: usize) -> Markup {
    let fields = || report.fields.iter().enumerate().skip(from).step_by(2);
    let all_are = |kind| fields().count() > 0 && fields().all(|(_, field)| field.kind == kind);
    html! {
        div {
            @for (kind, (name, _)) in [(Kind::Known, report.text.known), (Kind::New, report.text.new)] {
                @if all_are(kind) { p.side { (name) } }
            }
            @for (at, field) in fields() { (field_part(report, at, field)) }
        }
    }
}

fn rose(report: &Report) -> Markup {
    let rose = Rose::new(report, 200.0, 200.0, 172.0);
    html! {
        figure {
            svg viewBox="0 0 400 400" role="img" aria-label=(report.words.rose) {
                (PreEscaped(rose.draw()))
                @for petal in &rose.petals {
                    @let (x, y) = rose.point(187.0, petal.middle());
                    text x=(format!("{x:.1}")) y=(format!("{:.1}", y + 5.0)) font-size="15" font-weight="600"
                        fill=(colour(petal.field)) text-anchor="middle" { (petal.mark.value) }
                }
            }
            @if let Some(bearing) = report.bearings.last() {
                @let date = report.text.date(bearing.date);
                figcaption { small { "— " (report.words.bearing_of(&date)) } }
            }
        }
    }
}

fn field_part(report: &Report, at: usize, field: &FieldPart) -> Markup {
    html! {
        div class={ "field field" (at % COLOURS.len()) } {
            div.name {
                h3 lang=(report.language) { (field.title) (rendering(field.rendering.as_deref())) }
                b { (report.text.percent(field.weight)) }
            }
            ol {
                @for mark in &field.marks {
                    li {
                        span lang=(report.language) { (mark.title) (rendering(mark.rendering.as_deref())) }
                        div {
                            @if let Some(last) = mark.last.filter(|last| *last != mark.value) {
                                span { (last) " →" } " "
                            }
                            b { (mark.value) }
                            small { (report.text.stand(mark.value)) " · " (report.words.share(mark.weight)) }
                        }
                    }
                }
            }
        }
    }
}

fn rendering(title: Option<&str>) -> Markup {
    html! {
        @if let Some(title) = title { small lang="en" { (title) } }
    }
}

/// The marks about which something was written.
fn notes(report: &Report) -> Markup {
    let written =
        |mark: &&MarkPart| !(mark.note.is_empty() && mark.enriches.is_empty() && mark.documents.is_empty());
    let marks: Vec<&MarkPart> = report.marks().filter(written).collect();
    html! {
        @if !marks.is_empty() {
            section {
                h2 { (report.text.which_need) }
                ul.two {
                    @for mark in marks {
                        li {
                            h3 { (mark.title) " " span.v { (mark.value) } }
                            (said("", &mark.note))
                            (said(report.words.enriches, &mark.enriches.join(", ")))
                            (said(report.words.documents, &mark.documents.join(", ")))
                        }
                    }
                }
            }
        }
    }
}

fn section(report: &Report, section: &Section) -> Markup {
    let newest = section.entries.iter().rev().take(NEWEST);
    let entries: Vec<&Entry> = match section.is_past {
        true => newest.collect(),
        false => section.entries.iter().collect(),
    };
    let earlier = section.entries.len() - entries.len();
    html! {
        section {
            h2 { (section.heading) }
            ul.list.two { (list(report, section.is_past, &entries)) }
            @if earlier > 0 { p { small { (report.words.earlier(earlier)) } } }
        }
    }
}

fn list(report: &Report, is_past: bool, entries: &[&Entry]) -> Markup {
    // One sentence may raise several questions in a row; it stands under the first.
    let quotes = entries.iter().map(|entry| entry.quote.as_deref());
    let before = std::iter::once(None).chain(quotes);
    html! {
        @for (entry, before) in entries.iter().zip(before) {
            li {
                @if is_past {
                    h3 { (entry.title) }
                    (said("", &entry.text))
                } @else if entry.text.is_empty() {
                    p { (entry.title) }
                } @else {
                    div.said { b { (entry.text) } " " small { (entry.title) } }
                }
                @if let Some(quote) = entry.quote.as_deref().filter(|quote| before != Some(*quote)) {
                    blockquote lang=(report.language) { (quote) }
                }
                @for (label, text) in &entry.texts { (said(label, text)) }
                @if let Some(changes) = &entry.changes { (change_list(report, changes)) }
                @for section in &entry.within {
                    ul.list { (list(report, section.is_past, &Vec::from_iter(&section.entries))) }
                }
            }
        }
    }
}

/// The marks that moved in one sentence, and under it what was written about marks.
fn change_list(report: &Report, changes: &[Change]) -> Markup {
    let words = report.words;
    let moved: Vec<&Change> = changes.iter().filter(|change| change.from != change.to).collect();
    html! {
        p {
            @if moved.is_empty() { (words.unmoved) }
            @for (at, change) in moved.into_iter().enumerate() {
                @if at > 0 { ", " }
                (change.short) " " span.v { (change.from) " → " (change.to) }
            }
        }
        @for change in changes {
            @let texts = [(words.note, &change.note), (words.effect, &change.effect), (words.learning, &change.learning)];
            @for (label, text) in texts {
                (said(&format!("{}, {}", change.short, label.to_lowercase()), text))
            }
        }
    }
}

/// What was written, under a label if it has one; nothing where nothing was.
fn said(label: &str, text: &str) -> Markup {
    html! {
        @if !text.is_empty() {
            div.said {
                @if !label.is_empty() { small { (label) ":" } " " }
                (text)
            }
        }
    }
}
