//! The sheet for a talk: a first page with the marks that matter and lines to write on, a page with all marks, and after
//! them what was written. It prints on A4, is read on a telephone, in the dark too; it has no script and nothing to fetch.
//! A policy in its head forbids all but its own style, which it names by its hash.
//!
//! The template escapes whatever stands in it; what is drawn is put in as it is. How high things become is for the browser
//! to say: what the first page may hold is reckoned here from the widest letters there are in use.

use super::{
    canvas::Canvas,
    colours::{COLOURS, colour},
    report::{FieldPart, MarkPart, Report},
    rose::Rose,
    section::{Change, Entry, Section},
    sheet::{self, BRIEF, Focus},
    style::{HASH, SHEET},
    svg,
};
use crate::text::export::ExportText;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// How many entries of a section of the past stand on the sheet; the newest ones.
const NEWEST: usize = 4;
/// How many decisions stand on the first page; the newest ones.
const DECISIONS: usize = 2;
/// How many lines there are to write on.
const AGREED: usize = 4;
/// The first page, its width beside the rose, the height of the rose and of the lines to write on with their heading, all in
/// millimetres.
const PAGE: (f64, f64) = (182.0, 270.0);
const BESIDE: f64 = 122.0;
const ROSE: f64 = 55.0;
const TO_WRITE: f64 = 8.0 * AGREED as f64 + 9.0;
/// What the widest letters in use take up, as a part of their size; the height of a line, as another; points in a
/// millimetre.
const LETTER: f64 = 0.545;
const LINE: f64 = 1.36;
const POINTS: f64 = 72.0 / 25.4;

/// The sheet.
pub fn write(report: &Report) -> String {
    let focus = sheet::focus(report, |marks, size| height(report, marks, size) <= PAGE.1);
    let content = html! {
        div.first {
            (head(report))
            div.top { (rose(report)) (decided(report)) }
            (matters(report, &focus))
            (agreed(report.words))
        }
        section.all {
            h2 { (report.words.all_marks) }
            div.two { @for (at, field) in report.fields.iter().enumerate() { (field_part(report, at, field)) } }
            p { small { (report.text.weight_is(report.marks().count())) } }
        }
        (written(report))
        (notes(report, &focus))
        @for part in &report.sections { (section(report, part)) }
    };
    page(report.words, &report.name, content)
}

/// A page of this title with the sheet's style.
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
            body { main { (content) } }
        }
        "\n"
    };
    page.into_string()
}

/// Lines to write on.
pub fn agreed(words: &ExportText) -> Markup {
    html! {
        section.agreed { h2 { (words.agreed) } @for _ in 0..AGREED { hr; } }
    }
}

/// The line over a page: whose framework it is about, and what made the page.
pub fn kicker(organisation: &str, framework: &str, made: &str) -> Markup {
    html! {
        p.kicker { span { (organisation) " · " (framework) } span { (made) } }
    }
}

/// How high the first page is with these marks in a size in points, in millimetres.
fn height(report: &Report, marks: &[&MarkPart], size: f64) -> f64 {
    let line = size * LINE / POINTS;
    let rows = |text: &str, width: f64| {
        let letters = (width * POINTS / (size * LETTER)) as usize;
        textwrap::wrap(text, letters.max(1)).len() as f64 * line
    };
    let name = 10.0 * (report.name.chars().count() as f64 / 36.0).ceil().max(1.0);
    let frame: f64 = report
        .frame()
        .iter()
        .map(|(_, value)| line * 1.5 + rows(&sheet::brief(report, value), PAGE.0))
        .sum();
    let note = rows(&sheet::brief(report, &report.note), BESIDE);
    let decisions = newest(report).into_iter().map(|entry| {
        let answers = entry.texts.iter();
        let answers = answers.map(|(label, text)| sheet::brief(report, &format!("{label}: {text}")));
        rows(&sheet::brief(report, &entry.text), BESIDE)
            + answers.map(|text| rows(&text, BESIDE)).sum::<f64>()
            + line * 1.8
    });
    let top = ROSE.max(note + decisions.sum::<f64>() + 8.0);
    let mark = |mark: &&MarkPart| {
        let texts = sheet::texts(report, mark);
        let texts = texts.iter();
        let texts: f64 = texts
            .map(|(label, text)| rows(&format!("{label}: {text}"), PAGE.0 - 4.0))
            .sum();
        texts + line * 1.4 + 4.0
    };
    let marks: f64 = marks.iter().map(mark).sum();
    6.0 + name + frame / 2.0 + top + 8.0 + marks + line * 3.0 + TO_WRITE
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
                    div { dt { (label) } dd { (sheet::brief(report, &value)) } }
                }
            }
        }
    }
}

fn rose(report: &Report) -> Markup {
    let rose = Rose::new(report, 200.0, 200.0, 172.0);
    let mut drawn = Canvas::default();
    rose.draw(&mut drawn);
    html! {
        figure {
            svg viewBox="0 0 400 400" role="img" aria-label=(report.words.rose) {
                (PreEscaped(svg::items(&drawn)))
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

/// The newest decisions since the last bearing.
fn newest(report: &Report) -> Vec<&Entry> {
    let decisions = report
        .sections
        .iter()
        .filter(|section| section.heading == report.words.decisions);
    decisions
        .flat_map(|section| section.entries.iter().rev().take(DECISIONS))
        .collect()
}

/// The note on the profile and what was decided.
fn decided(report: &Report) -> Markup {
    let newest = newest(report);
    html! {
        @if !newest.is_empty() || !report.note.is_empty() {
            section {
                @if !report.note.is_empty() { p.whole { (sheet::brief(report, &report.note)) } }
                @if !newest.is_empty() {
                h2 { (report.words.decision) }
                @for entry in newest {
                    p.said { b { (sheet::brief(report, &entry.text)) } " " small { (entry.title) } }
                    @for (label, text) in &entry.texts {
                        p { (sheet::brief(report, &format!("{label}: {text}"))) }
                    }
                }
                }
            }
        }
    }
}

/// The marks that matter, each with what it is about and what it asks at the own level; where there is none, an invitation.
fn matters(report: &Report, focus: &Focus) -> Markup {
    let size = match focus.size {
        size if size > 9.7 => "matters",
        size if size > 9.2 => "matters smaller",
        _ => "matters smallest",
    };
    html! {
        section class=(size) {
            h2 { (report.words.matters) }
            @if focus.marks.is_empty() {
                p.invitation { (report.words.invitation) }
                @for _ in 0..AGREED { hr; }
            }
            @for mark in &focus.marks {
                div class={ "focus field" (field_of(report, mark) % COLOURS.len()) } {
                    div.name {
                        h3 lang=(report.language) { (mark.title) (rendering(mark.rendering.as_deref())) }
                        (stand(report, mark))
                    }
                    @for (label, text) in sheet::texts(report, mark) {
                        p { (labelled(label)) (text) }
                    }
                }
            }
            @if !focus.left.is_empty() {
                p { small { (sheet::left_out(report, focus)) } }
            }
        }
    }
}

/// What stands before a text; a question needs no colon.
fn labelled(label: &str) -> Markup {
    let colon = if label.ends_with('?') { "" } else { ":" };
    html! { @if !label.is_empty() { b { (label) (colon) } " " } }
}

/// The position of a mark's field.
fn field_of(report: &Report, mark: &MarkPart) -> usize {
    let holds = |field: &FieldPart| field.marks.iter().any(|own| own.id == mark.id);
    report.fields.iter().position(holds).unwrap_or_default()
}

/// Where a mark stood last, stands now, in a word, and its share.
fn stand(report: &Report, mark: &MarkPart) -> Markup {
    html! {
        div.stand {
            @if let Some(last) = mark.last.filter(|last| *last != mark.value) {
                span { (last) " →" } " "
            }
            b { (mark.value) } " "
            small { (report.text.stand(mark.value)) " · " (report.words.share(mark.weight)) }
        }
    }
}

/// A field with all its marks and the framework's text.
fn field_part(report: &Report, at: usize, field: &FieldPart) -> Markup {
    html! {
        div class={ "field field" (at % COLOURS.len()) } {
            @if !field.kind.is_empty() {
                small { (field.kind) }
            }
            div.name {
                h3 lang=(report.language) { (field.title) (rendering(field.rendering.as_deref())) }
                b { (report.text.percent(field.weight)) }
            }
            @for mark in &field.marks {
                div.one {
                    div.name {
                        h4 lang=(report.language) { (mark.title) (rendering(mark.rendering.as_deref())) }
                        (stand(report, mark))
                    }
                    p lang=(report.language) { (mark.definition) }
                    @if let Some(footnote) = &mark.footnote {
                        p lang=(report.language) { small { "* " (footnote) } }
                    }
                    @if !report.own_text(mark).is_empty() {
                        p lang=(report.language) { (labelled(&report.level)) (report.own_text(mark)) }
                    }
                }
            }
        }
    }
}

/// What of the profile's frame was cut on the first page.
fn written(report: &Report) -> Markup {
    let mut long: Vec<(&str, &str)> = vec![
        (report.words.unit, &report.unit),
        (report.words.challenge, &report.challenge),
        (report.words.note, &report.note),
    ];
    long.retain(|(_, text)| text.chars().count() > BRIEF);
    html! {
        @if !long.is_empty() {
            section { h2 { (report.words.written) } @for (label, text) in long { (said(label, text)) } }
        }
    }
}

/// A title in the rendering, where there is one.
pub fn rendering(title: Option<&str>) -> Markup {
    html! {
        @if let Some(title) = title { small lang="en" { (title) } }
    }
}

/// The marks about which something was written that the first page has not whole.
fn notes(report: &Report, focus: &Focus) -> Markup {
    let notes = report
        .marks()
        .map(|mark| (mark, sheet::once(report, focus, mark, &mark.note)));
    let notes: Vec<(&MarkPart, &str)> = notes
        .filter(|(mark, note)| !(note.is_empty() && mark.enriches.is_empty() && mark.documents.is_empty()))
        .collect();
    html! {
        @if !notes.is_empty() {
            section {
                h2 { (report.text.which_need) }
                ul.two {
                    @for (mark, note) in notes {
                        li {
                            h3 { (mark.title) " " span.v { (mark.value) } }
                            (said("", note))
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
            @let texts = [(words.note, sheet::note_then(report, change)), (words.effect, &change.effect), (words.learning, &change.learning)];
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
