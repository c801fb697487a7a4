//! Text on pages of A4: columns that are written from the top down, beside each other and on from page to page. Owns where
//! lines stand and what they are for those who hear them; what is written is the caller's. Lengths are in points.

use super::{
    canvas::{Anchor, Canvas, Face, Page, Point, Stroke, Tag},
    colours::{FAINT, INK},
    font::{self, Run},
};

/// A4, and what stays free at its edges.
pub const A4: Point = (595.28, 841.89);
/// What stays free at its edges.
pub const EDGE: f64 = 42.0;
/// How wide what is on it is.
pub const WIDE: f64 = A4.0 - 2.0 * EDGE;
/// How far down it goes.
pub const BOTTOM: f64 = A4.1 - 44.0;
/// The size of text.
pub const TEXT: f64 = 9.0;
/// The height of a line, as a part of the size of its letters.
pub const LINE: f64 = 1.36;
/// The room between columns.
const GAP: f64 = 24.0;

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

/// Writes at the foot of each page what it is of, and which of how many it is.
pub fn number(pages: &mut [Page], what: &str) {
    let count = pages.len();
    for (at, page) in pages.iter_mut().enumerate() {
        let face = Face {
            size: 7.5,
            fill: FAINT,
            ..Face::PLAIN
        };
        let y = A4.1 - 24.0;
        let what = font::lines(&[(what, false)], face.size, WIDE - 60.0).swap_remove(0);
        let what: String = what.into_iter().map(|(text, _)| text).collect();
        page.canvas.text((EDGE, y), face, &what);
        let end = Face {
            anchor: Anchor::End,
            ..face
        };
        let number = format!("{} / {count}", at + 1);
        page.canvas.text((A4.0 - EDGE, y), end, &number);
    }
}

/// A label with what stands between it and its text; a question needs no colon.
pub fn label(label: &str) -> String {
    match label {
        "" => String::new(),
        label if label.ends_with('?') => format!("{label} "),
        label => format!("{label}: "),
    }
}

/// Writes text from one height on down; where there is no canvas it only measures.
pub struct Column<'a> {
    /// Where it is written.
    pub canvas: Option<&'a mut Canvas>,
    /// Where lines begin.
    pub left: f64,
    /// How wide they may be.
    pub wide: f64,
    /// Where the next line begins.
    pub y: f64,
}

impl Column<'_> {
    /// One that only measures.
    pub fn measuring(wide: f64) -> Self {
        Self {
            canvas: None,
            left: 0.0,
            wide,
            y: 0.0,
        }
    }

    /// What `write` writes is one thing of this kind.
    pub fn tagged(&mut self, tag: Tag, write: impl FnOnce(&mut Self)) {
        if let Some(canvas) = &mut self.canvas {
            canvas.begin(tag);
        }
        write(self);
        if let Some(canvas) = &mut self.canvas {
            canvas.end();
        }
    }

    /// Writes at a place, as a part of what is tagged.
    pub fn text(&mut self, at: Point, face: Face, text: &str) {
        if let Some(canvas) = &mut self.canvas {
            canvas.text(at, face, text);
        }
    }

    /// Writes at the right end of the next line, without leaving it.
    pub fn at_end(&mut self, text: &str, size: f64, fill: &'static str) {
        let face = Face {
            size,
            fill,
            anchor: Anchor::End,
            bold: true,
            ..Face::PLAIN
        };
        let at = (self.left + self.wide, self.y + size * 1.02);
        self.tagged(Tag::Paragraph, |column| column.text(at, face, text));
    }

    /// A line across.
    pub fn rule(&mut self, colour: &'static str, width: f64) {
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

    /// A paragraph of runs, some of them bold.
    pub fn runs(&mut self, runs: &[(&str, bool)], size: f64, fill: &'static str) {
        self.said(Tag::Paragraph, runs, size, fill);
    }

    /// Runs of this kind.
    pub fn said(&mut self, tag: Tag, runs: &[(&str, bool)], size: f64, fill: &'static str) {
        let lines = font::lines(runs, size, self.wide);
        self.tagged(tag, |column| column.lines(&lines, size, fill));
    }

    /// Text under a label, if it has one; nothing where there is none. Every line of it begins a new paragraph.
    pub fn labelled(&mut self, name: &str, text: &str, size: f64) {
        for (at, line) in text.lines().enumerate() {
            let label = if at == 0 { label(name) } else { String::new() };
            self.runs(&[(&label, true), (line, false)], size, INK);
        }
    }

    /// A small heading over a part of the page.
    pub fn heading(&mut self, text: &str) {
        self.said(Tag::Heading(2), &[(text, true)], TEXT, FAINT);
        self.y += 3.0;
    }
}

/// Columns that go on beside each other and then on further pages.
pub struct Flow {
    pages: Vec<Canvas>,
    columns: usize,
    at: usize,
    /// How far down the column that is written in is.
    pub y: f64,
    top: f64,
}

impl Flow {
    /// So many columns beside each other under a heading.
    pub fn new(columns: usize, heading: &str) -> Self {
        let mut flow = Self {
            pages: vec![Canvas::default()],
            columns,
            at: 0,
            y: EDGE,
            top: EDGE,
        };
        let mut head = flow.column();
        head.wide = WIDE;
        head.said(Tag::Heading(1), &[(heading, true)], 13.0, INK);
        flow.top = head.y + 8.0;
        flow.y = flow.top;
        flow
    }

    /// Columns from this height on of a page on which something stands.
    pub fn under(canvas: Canvas, columns: usize, y: f64) -> Self {
        Self {
            pages: vec![canvas],
            columns,
            at: 0,
            y,
            top: y,
        }
    }

    fn wide(&self) -> f64 {
        let gaps = GAP * (self.columns - 1) as f64;
        (WIDE - gaps) / self.columns as f64
    }

    fn column(&mut self) -> Column<'_> {
        let wide = self.wide();
        let left = EDGE + (wide + GAP) * self.at as f64;
        Column {
            canvas: self.pages.last_mut(),
            left,
            wide,
            y: self.y,
        }
    }

    /// Whether there are more pages than the first.
    pub fn goes_on(&self) -> bool {
        self.pages.len() > 1
    }

    /// Writes what belongs together, in the next column where there is no room for it here.
    pub fn together(&mut self, write: impl Fn(&mut Column)) {
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
    pub fn running(&mut self, name: &str, text: &str) {
        let mut label = label(name);
        for line in text.lines() {
            let lines = font::lines(&[(&label, true), (line, false)], TEXT, self.wide());
            label.clear();
            let mut rest = lines.as_slice();
            while !rest.is_empty() {
                let room = ((BOTTOM - self.y) / (TEXT * LINE)) as usize;
                if room == 0 && self.y > self.top {
                    self.next();
                    continue;
                }
                let (here, after) = rest.split_at(room.clamp(1, rest.len()));
                let mut column = self.column();
                column.tagged(Tag::Paragraph, |column| column.lines(here, TEXT, INK));
                self.y = column.y;
                rest = after;
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

    /// Leaves so much free.
    pub fn gap(&mut self, high: f64) {
        self.y += high;
    }

    /// The last page.
    pub fn last(&mut self) -> Option<&mut Canvas> {
        self.pages.last_mut()
    }

    /// The pages, the first under this name among the bookmarks.
    pub fn pages(self, bookmark: &str) -> Vec<Page> {
        let named = |at: usize| (at == 0).then_some(bookmark);
        let pages = self.pages.into_iter().enumerate();
        pages.map(|(at, canvas)| page(canvas, named(at))).collect()
    }
}
