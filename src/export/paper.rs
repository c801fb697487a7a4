//! The sheet for a talk on pages of A4: a first page with the marks that matter and lines to write on, which always fits;
//! all marks with the framework's text; what was written, whole. Lengths are in points.

use super::{
    canvas::{Anchor, Canvas, Face, Page, Point, Stroke},
    colours::{FAINT, INK, colour},
    font::{self, Run},
    report::{FieldPart, MarkPart, Report},
    rose::Rose,
    section::{Change, Entry, Section},
    sheet::{self, BRIEF},
};

/// A4, and what stays free at its edges.
pub const A4: Point = (595.28, 841.89);
const EDGE: f64 = 42.0;
const WIDE: f64 = A4.0 - 2.0 * EDGE;
const BOTTOM: f64 = A4.1 - 44.0;
/// The room for writing on at the foot of the first page: the least and the most lines, how far they are from each other, the
/// height of their heading.
const TO_WRITE: (usize, usize) = (4, 9);
const APART: f64 = 23.0;
const HEAD: f64 = 26.0;
const AGREED: f64 = TO_WRITE.0 as f64 * APART + HEAD;
/// The small rose, across.
const ROSE: f64 = 150.0;
/// The size of text on all but the first page.
const TEXT: f64 = 9.0;
/// The height of a line, as a part of the size of its letters.
const LINE: f64 = 1.36;
/// The colours of rules and of lines to write on.
const RULE: &str = "#d8d3c8";
const WRITE: &str = "#8c877c";
/// How many decisions stand on the first page.
const DECISIONS: usize = 2;
/// How many entries of a section of the past stand on the sheet; the newest ones.
const NEWEST: usize = 4;

/// The pages of the sheet.
pub fn pages(report: &Report) -> Vec<Page> {
    let mut pages = vec![first(report)];
    pages.extend(all_marks(report));
    pages.extend(written(report));
    let count = pages.len();
    for (at, page) in pages.iter_mut().enumerate() {
        let face = Face {
            size: 7.5,
            fill: FAINT,
            ..Face::PLAIN
        };
        let y = A4.1 - 24.0;
        let what = format!("{} · {} · pejl", report.name, report.text.date(report.made));
        let what = font::lines(&[(&what, false)], face.size, WIDE - 60.0).swap_remove(0);
        let what: String = what.into_iter().map(|(text, _)| text).collect();
        page.canvas.text((EDGE, y), face, &what);
        let end = Face {
            anchor: Anchor::End,
            ..face
        };
        page.canvas
            .text((A4.0 - EDGE, y), end, &format!("{} / {count}", at + 1));
    }
    pages
}

/// A page of A4 with what is drawn on it.
pub fn page(canvas: Canvas, bookmark: Option<&str>) -> Page {
    Page {
        canvas,
        size: A4,
        paper: A4.0,
        ground: None,
        bookmark: bookmark.map(str::to_owned),
    }
}

/// Writes text from one height on down; where there is no canvas it only measures.
struct Column<'a> {
    canvas: Option<&'a mut Canvas>,
    left: f64,
    wide: f64,
    /// Where the next line begins.
    y: f64,
}

impl<'a> Column<'a> {
    fn measuring(wide: f64) -> Self {
        Self {
            canvas: None,
            left: 0.0,
            wide,
            y: 0.0,
        }
    }

    fn text(&mut self, at: Point, face: Face, text: &str) {
        if let Some(canvas) = &mut self.canvas {
            canvas.text(at, face, text);
        }
    }

    fn rule(&mut self, colour: &'static str, width: f64) {
        let (left, y, wide) = (self.left, self.y, self.wide);
        if let Some(canvas) = &mut self.canvas {
            canvas.line((left, y), (left + wide, y), Stroke::new(colour, width));
        }
    }

    /// Lines of text that are broken already.
    fn lines(&mut self, lines: &[Vec<Run>], size: f64, fill: &'static str) {
        for line in lines {
            let mut x = self.left;
            for (text, bold) in line {
                let face = Face {
                    size,
                    fill,
                    bold: *bold,
                    ..Face::PLAIN
                };
                self.text((x, self.y + size * 1.02), face, text);
                x += font::width(text, size, *bold);
            }
            self.y += size * LINE;
        }
    }

    /// A paragraph of runs, some of them bold; every line of the text begins a new one.
    fn runs(&mut self, runs: &[(&str, bool)], size: f64, fill: &'static str) {
        let lines = font::lines(runs, size, self.wide);
        self.lines(&lines, size, fill);
    }

    /// Text under a label, if it has one; nothing where there is none.
    fn labelled(&mut self, label: &str, text: &str, size: f64) {
        if text.is_empty() {
            return;
        }
        let colon = match label {
            "" => String::new(),
            label if label.ends_with('?') => format!("{label} "),
            label => format!("{label}: "),
        };
        for (at, line) in text.lines().enumerate() {
            let label = if at == 0 { colon.as_str() } else { "" };
            self.runs(&[(label, true), (line, false)], size, INK);
        }
    }

    fn heading(&mut self, text: &str) {
        self.runs(&[(text, true)], TEXT, FAINT);
        self.y += 3.0;
    }
}

/// The first page.
fn first(report: &Report) -> Page {
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
        let names: Vec<&str> = focus.left.iter().map(|mark| mark.short.as_str()).collect();
        let said = report.words.on_next_page(&names.join(", "));
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
    // what the marks left free is for writing too
    let lines = ((BOTTOM - column.y - HEAD - 12.0) / APART) as usize;
    let lines = lines.clamp(TO_WRITE.0, TO_WRITE.1);
    column.y = BOTTOM - HEAD - lines as f64 * APART;
    column.rule(RULE, 0.6);
    column.y += 6.0;
    column.heading(report.words.agreed);
    for _ in 0..lines {
        column.y += APART;
        column.rule(WRITE, 0.5);
    }
    page(canvas, Some(&report.name))
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
    column.runs(&[(&name, false)], size, INK);
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
    canvas.place(drawn, ROSE / 400.0, at);
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
    if needed < column.wide {
        let face = Face {
            size,
            anchor: Anchor::End,
            bold: true,
            ..Face::PLAIN
        };
        column.text((column.left + column.wide, column.y + size * 1.02), face, &stand);
        column.runs(&[(&named, true)], size, colour(field));
    } else {
        column.runs(&[(&named, true)], size, colour(field));
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

/// Columns that go on beside each other and then on further pages.
struct Flow {
    pages: Vec<Canvas>,
    columns: usize,
    at: usize,
    y: f64,
    top: f64,
}

impl Flow {
    fn new(columns: usize, heading: &str) -> Self {
        let mut flow = Self {
            pages: vec![Canvas::default()],
            columns,
            at: 0,
            y: EDGE,
            top: EDGE,
        };
        let mut head = flow.column();
        head.wide = WIDE;
        head.runs(&[(heading, true)], 13.0, INK);
        flow.top = head.y + 8.0;
        flow.y = flow.top;
        flow
    }

    fn wide(&self) -> f64 {
        let gaps = 24.0 * (self.columns - 1) as f64;
        (WIDE - gaps) / self.columns as f64
    }

    fn column(&mut self) -> Column<'_> {
        let wide = self.wide();
        let left = EDGE + (wide + 24.0) * self.at as f64;
        Column {
            canvas: self.pages.last_mut(),
            left,
            wide,
            y: self.y,
        }
    }

    /// Writes what belongs together, in the next column where there is no room for it here.
    fn together(&mut self, write: impl Fn(&mut Column)) {
        let mut measured = Column::measuring(self.wide());
        write(&mut measured);
        let high = measured.y;
        if self.y + high > BOTTOM && self.y > self.top {
            self.next();
        }
        let mut column = self.column();
        write(&mut column);
        self.y = column.y;
    }

    /// Text that may go on in the next column after any line.
    fn running(&mut self, label: &str, text: &str) {
        let mut label = match label {
            "" => String::new(),
            label if label.ends_with('?') => format!("{label} "),
            label => format!("{label}: "),
        };
        for line in text.lines() {
            let lines = font::lines(&[(&label, true), (line, false)], TEXT, self.wide());
            label.clear();
            for line in lines {
                self.together(|column| column.lines(std::slice::from_ref(&line), TEXT, INK));
            }
        }
    }

    fn next(&mut self) {
        self.at += 1;
        self.y = self.top;
        if self.at == self.columns {
            self.at = 0;
            self.pages.push(Canvas::default());
            (self.top, self.y) = (EDGE, EDGE);
        }
    }

    fn gap(&mut self, high: f64) {
        self.y += high;
    }

    fn pages(self, bookmark: &str) -> Vec<Page> {
        let named = |at: usize| (at == 0).then_some(bookmark);
        let pages = self.pages.into_iter().enumerate();
        pages.map(|(at, canvas)| page(canvas, named(at))).collect()
    }
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
    let face = Face {
        size: 12.0,
        anchor: Anchor::End,
        fill: colour(at),
        bold: true,
        ..Face::PLAIN
    };
    column.text((column.left + column.wide, column.y + 12.0), face, &share);
    let wide = column.wide;
    column.wide -= 40.0;
    column.runs(&[(&field.title, false)], 12.0, colour(at));
    if let Some(rendering) = &field.rendering {
        column.runs(&[(rendering, false)], 8.6, FAINT);
    }
    column.wide = wide;
    column.y += 2.0;
    column.rule(colour(at), 1.0);
    column.y += 6.0;
}

/// What was written, whole; no page where nothing was.
fn written(report: &Report) -> Vec<Page> {
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
        let texts = [
            (report.text.which_need, &mark.note),
            (words.effect, &mark.effect),
            (words.learning, &mark.learning),
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
    match flow.y > begin || flow.pages.len() > 1 {
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
            (words.note, &change.note),
            (words.effect, &change.effect),
            (words.learning, &change.learning),
        ];
        for (label, text) in texts {
            flow.running(&format!("{}, {}", change.short, label.to_lowercase()), text);
        }
    }
}
