//! The sheet for a talk on pages of A4: a first page with the marks that matter and lines to write on, which always fits;
//! all marks with the framework's text; what was written, whole. Lengths are in points.

use super::{
    canvas::{Anchor, Canvas, Face, Page, Point, Stroke, Tag},
    colours::{FAINT, INK, colour},
    flow::{A4, BOTTOM, Column, EDGE, Flow, LINE, TEXT, WIDE, number, page},
    font,
    report::{FieldPart, MarkPart, Report},
    rose::Rose,
    section::{Change, Entry, Section},
    sheet::{self, BRIEF, Focus},
};
use crate::text::export::ExportText;

/// The room for writing on at the foot of the first page: the least and the most lines, how far they are from each other, the
/// height of their heading.
const TO_WRITE: (usize, usize) = (4, 9);
const APART: f64 = 23.0;
const HEAD: f64 = 26.0;
pub const AGREED: f64 = TO_WRITE.0 as f64 * APART + HEAD;
/// The small rose, across.
const ROSE: f64 = 150.0;
/// The colours of rules and of lines to write on.
const RULE: &str = "#d8d3c8";
const WRITE: &str = "#8c877c";
/// How many decisions stand on the first page.
const DECISIONS: usize = 2;
/// How many entries of a section of the past stand on the sheet; the newest ones.
const NEWEST: usize = 4;

/// The pages of the sheet.
pub fn pages(report: &Report) -> Vec<Page> {
    let (first, focus) = first(report);
    let mut pages = vec![first];
    pages.extend(all_marks(report));
    pages.extend(written(report, &focus));
    let what = format!("{} · {} · pejl", report.name, report.text.date(report.made));
    number(&mut pages, &what);
    pages
}

/// The first page, and the marks on it.
fn first(report: &Report) -> (Page, Focus<'_>) {
    let mut canvas = Canvas::default();
    let mut head = Column {
        canvas: Some(&mut canvas),
        left: EDGE,
        wide: WIDE,
        y: EDGE - 6.0,
    };
    header(&mut head, report);
    let top = head.y + 8.0;
    let beside = EDGE + ROSE + 24.0;
    let mut decided = Column {
        canvas: None,
        left: beside,
        wide: A4.0 - EDGE - beside,
        y: 0.0,
    };
    decisions(&mut decided, report);
    let high = decided.y;
    let tall = ROSE.max(high);
    rose(&mut canvas, report, (EDGE, top + (tall - ROSE) / 2.0));
    let mut decided = Column {
        canvas: Some(&mut canvas),
        left: beside,
        wide: A4.0 - EDGE - beside,
        y: top + (tall - high) / 2.0,
    };
    decisions(&mut decided, report);
    let begin = top + tall + 22.0;
    let room = BOTTOM - AGREED - begin;
    let focus = sheet::focus(report, |marks, size| {
        let mut column = Column::measuring(WIDE);
        for mark in marks {
            focused(&mut column, report, mark, size);
        }
        // the heading, and a line of what has no room
        column.y + TEXT * LINE * 3.0 + 10.0 <= room
    });
    let mut column = Column {
        canvas: Some(&mut canvas),
        left: EDGE,
        wide: WIDE,
        y: begin,
    };
    column.rule(RULE, 0.6);
    column.y += 6.0;
    column.heading(report.words.matters);
    for mark in &focus.marks {
        focused(&mut column, report, mark, focus.size);
    }
    if !focus.left.is_empty() {
        let said = sheet::left_out(report, &focus);
        column.runs(&[(&said, false)], 8.0, FAINT);
    }
    if focus.marks.is_empty() {
        column.runs(&[(report.words.invitation, false)], 11.0, INK);
        column.y += 6.0;
        while column.y + APART < BOTTOM - AGREED {
            column.y += APART;
            column.rule(WRITE, 0.5);
        }
    }
    agreed(&mut column, report.words, BOTTOM);
    (page(canvas, Some(&report.name)), focus)
}

/// Lines to write on down to `bottom`: as many as what stands over them left free.
pub fn agreed(column: &mut Column, words: &ExportText, bottom: f64) {
    let lines = ((bottom - column.y - HEAD - 12.0) / APART) as usize;
    let lines = lines.clamp(TO_WRITE.0, TO_WRITE.1);
    column.y = bottom - HEAD - lines as f64 * APART;
    column.rule(RULE, 0.6);
    column.y += 6.0;
    column.heading(words.agreed);
    for _ in 0..lines {
        column.y += APART;
        column.rule(WRITE, 0.5);
    }
}

/// Whose profile it is: no higher than a third of a page, whatever it is called.
fn header(column: &mut Column, report: &Report) {
    let kicker = format!("{} · {}", report.organisation, report.title);
    column.runs(&[(&kicker, false)], 8.0, FAINT);
    if let Some(unofficial) = &report.unofficial {
        column.runs(&[(unofficial, false)], 8.0, FAINT);
    }
    let name = sheet::brief(report, &report.name);
    let size = if font::width(&name, 24.0, false) > WIDE {
        13.0
    } else {
        24.0
    };
    column.y += 2.0;
    column.said(Tag::Heading(1), &[(&name, false)], size, INK);
    column.y += 2.0;
    for (label, value) in report.frame() {
        column.labelled(label, &sheet::brief(report, &value), TEXT);
    }
}

/// The rose with its values, in a square from a left upper corner on.
fn rose(canvas: &mut Canvas, report: &Report, at: Point) {
    let rose = Rose::new(report, 200.0, 200.0, 172.0);
    let mut drawn = Canvas::default();
    rose.draw(&mut drawn);
    for petal in &rose.petals {
        let (x, y) = rose.point(187.0, petal.middle());
        let face = Face {
            size: 17.0,
            anchor: Anchor::Middle,
            fill: colour(petal.field),
            bold: true,
            ..Face::PLAIN
        };
        drawn.text((x, y + 6.0), face, &petal.mark.value.to_string());
    }
    canvas.begin(Tag::Figure(report.words.rose.to_owned()));
    canvas.place(drawn, ROSE / 400.0, at);
    canvas.end();
}

/// The note on the profile, the newest decisions, and what the outline on the rose is.
fn decisions(column: &mut Column, report: &Report) {
    if !report.note.is_empty() {
        column.runs(&[(&sheet::brief(report, &report.note), false)], TEXT, INK);
        column.y += 6.0;
    }
    let decided = report
        .sections
        .iter()
        .filter(|section| section.heading == report.words.decisions);
    let entries = decided.flat_map(|section| section.entries.iter().rev().take(DECISIONS));
    for (at, entry) in entries.enumerate() {
        if at == 0 {
            column.heading(report.words.decision);
        }
        let text = sheet::brief(report, &entry.text);
        column.runs(&[(&text, true), (" · ", false), (&entry.title, false)], TEXT, INK);
        for (label, text) in entry.texts.iter().take(2) {
            column.labelled("", &sheet::brief(report, &format!("{label}: {text}")), TEXT);
        }
        column.y += 5.0;
    }
    if let Some(bearing) = report.bearings.last() {
        let said = format!("— {}", report.words.bearing_of(&report.text.date(bearing.date)));
        column.runs(&[(&said, false)], 8.0, FAINT);
    }
}

/// A mark of the first page.
fn focused(column: &mut Column, report: &Report, mark: &MarkPart, size: f64) {
    let at = field_of(report, mark);
    let (top, left, wide) = (column.y, column.left, column.wide);
    column.left += 10.0;
    column.wide -= 10.0;
    title(column, report, mark, at, size + 1.0);
    for (label, text) in sheet::texts(report, mark) {
        column.labelled(label, &text, size);
    }
    let bar = Stroke::new(colour(at), 2.4);
    let bottom = column.y;
    if let Some(canvas) = &mut column.canvas {
        canvas.line((left + 1.2, top + 1.0), (left + 1.2, bottom), bar);
    }
    (column.left, column.wide) = (left, wide);
    column.y += 9.0;
}

/// A mark's title, and where it stands at the right of it, or under it where there is no room.
fn title(column: &mut Column, report: &Report, mark: &MarkPart, field: usize, size: f64) {
    let stand = stand(report, mark);
    let named = match &mark.rendering {
        Some(rendering) => format!("{} · {rendering}", mark.title),
        None => mark.title.clone(),
    };
    let needed = font::width(&named, size, true) + font::width(&stand, size, true) + 14.0;
    let heading = Tag::Heading(3);
    if needed < column.wide {
        let y = column.y;
        column.said(heading, &[(&named, true)], size, colour(field));
        let below = std::mem::replace(&mut column.y, y);
        column.at_end(&stand, size, INK);
        column.y = below;
    } else {
        column.said(heading, &[(&named, true)], size, colour(field));
        column.runs(&[(&stand, true)], size - 1.0, INK);
    }
}

fn stand(report: &Report, mark: &MarkPart) -> String {
    let moved = mark.last.filter(|last| *last != mark.value);
    let from = moved.map_or(String::new(), |last| format!("{last} → "));
    let word = report.text.stand(mark.value);
    format!(
        "{from}{}  {word} · {}",
        mark.value,
        report.words.share(mark.weight)
    )
}

/// The position of a mark's field.
fn field_of(report: &Report, mark: &MarkPart) -> usize {
    let holds = |field: &FieldPart| field.marks.iter().any(|own| own.id == mark.id);
    report.fields.iter().position(holds).unwrap_or_default()
}

/// All marks with the framework's text, two fields beside each other.
fn all_marks(report: &Report) -> Vec<Page> {
    let heading = report.words.all_marks;
    let mut flow = Flow::new(2, heading);
    for (at, field) in report.fields.iter().enumerate() {
        if at > 0 {
            flow.gap(8.0);
        }
        for (number, mark) in field.marks.iter().enumerate() {
            flow.together(|column| {
                if number == 0 {
                    field_head(column, report, at, field);
                }
                title(column, report, mark, at, 9.4);
                column.runs(&[(&mark.definition, false)], 8.6, INK);
                if let Some(footnote) = &mark.footnote {
                    column.runs(&[(&format!("* {footnote}"), false)], 7.8, FAINT);
                }
                column.labelled(&report.level, report.own_text(mark), 8.6);
                column.y += 7.0;
            });
        }
    }
    let weight = report.text.weight_is(report.marks().count());
    flow.together(|column| column.runs(&[(&weight, false)], 8.0, FAINT));
    flow.pages(heading)
}

fn field_head(column: &mut Column, report: &Report, at: usize, field: &FieldPart) {
    let share = report.text.percent(field.weight);
    let wide = column.wide;
    column.wide -= 40.0;
    let y = column.y;
    column.said(Tag::Heading(2), &[(&field.title, false)], 12.0, colour(at));
    let below = std::mem::replace(&mut column.y, y);
    column.wide = wide;
    column.at_end(&share, 12.0, colour(at));
    (column.y, column.wide) = (below, wide - 40.0);
    if let Some(rendering) = &field.rendering {
        column.runs(&[(rendering, false)], 8.6, FAINT);
    }
    column.wide = wide;
    column.y += 2.0;
    column.rule(colour(at), 1.0);
    column.y += 6.0;
}

/// What was written and has no place on the first page, whole; no page where nothing was.
fn written(report: &Report, focus: &Focus) -> Vec<Page> {
    let words = report.words;
    let mut flow = Flow::new(1, words.written);
    let begin = flow.y;
    let long = [
        (words.unit, &report.unit),
        (words.challenge, &report.challenge),
        (words.note, &report.note),
    ];
    for (label, text) in long.into_iter().filter(|(_, text)| text.chars().count() > BRIEF) {
        flow.running(label, text);
        flow.gap(6.0);
    }
    for mark in report.marks() {
        let enriches = mark.enriches.join(", ");
        let documents = mark.documents.join(", ");
        let once = |text| sheet::once(report, focus, mark, text);
        let texts = [
            (report.text.which_need, once(&mark.note)),
            (words.effect, once(&mark.effect)),
            (words.learning, once(&mark.learning)),
            (words.enriches, &enriches),
            (words.documents, &documents),
        ];
        if texts.iter().all(|(_, text)| text.is_empty()) {
            continue;
        }
        let at = field_of(report, mark);
        flow.together(|column| title(column, report, mark, at, 10.0));
        for (label, text) in texts {
            flow.running(label, text);
        }
        flow.gap(7.0);
    }
    for part in &report.sections {
        section(&mut flow, report, part);
    }
    match flow.y > begin || flow.goes_on() {
        true => flow.pages(words.written),
        false => Vec::new(),
    }
}

fn section(flow: &mut Flow, report: &Report, part: &Section) {
    flow.gap(4.0);
    flow.together(|column| column.heading(part.heading));
    let entries: Vec<&Entry> = match part.is_past {
        true => part.entries.iter().rev().take(NEWEST).collect(),
        false => part.entries.iter().collect(),
    };
    let earlier = part.entries.len() - entries.len();
    for entry in entries {
        flow.together(|column| column.runs(&[(&entry.title, true)], TEXT, INK));
        flow.running("", &entry.text);
        flow.running("", entry.quote.as_deref().unwrap_or_default());
        for (label, text) in &entry.texts {
            flow.running(label, text);
        }
        if let Some(changes) = &entry.changes {
            moved(flow, report, changes);
        }
        for within in &entry.within {
            section(flow, report, within);
        }
        flow.gap(5.0);
    }
    if earlier > 0 {
        flow.running("", &report.words.earlier(earlier));
    }
}

fn moved(flow: &mut Flow, report: &Report, changes: &[Change]) {
    let words = report.words;
    let moved: Vec<String> = changes
        .iter()
        .filter(|change| change.from != change.to)
        .map(|change| format!("{} {} → {}", change.short, change.from, change.to))
        .collect();
    match moved.is_empty() {
        true => flow.running("", words.unmoved),
        false => flow.running("", &moved.join(", ")),
    }
    for change in changes {
        let texts = [
            (words.note, sheet::note_then(report, change)),
            (words.effect, &change.effect),
            (words.learning, &change.learning),
        ];
        for (label, text) in texts {
            flow.running(&format!("{}, {}", change.short, label.to_lowercase()), text);
        }
    }
}
