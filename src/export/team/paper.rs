//! The sheet of the team on pages of A4: for each mark what it is about, everyone on its scale, the figures and, where they
//! are few, who stands where; and lines to write on. Lengths are in points.

use super::{NAMED, report::TeamMark, report::TeamReport};
use crate::export::{
    canvas::{Canvas, Page, Stroke, Tag},
    colours::{FAINT, INK, colour},
    flow::{A4, BOTTOM, Column, EDGE, Flow, WIDE, number},
    paper::{AGREED, agreed},
    plot,
};

/// How wide the words of a mark, its scale and its figures are, and how far they are from each other.
const WORDS: f64 = 196.0;
const SCALE: f64 = 186.0;
const GAP: f64 = 14.0;
const FIGURES: f64 = WIDE - WORDS - SCALE - 2.0 * GAP;
/// The size of a mark's text.
const TEXT: f64 = 8.0;
/// The colour of the rules between marks.
const RULE: &str = "#d8d3c8";

/// The pages.
pub fn pages(report: &TeamReport) -> Vec<Page> {
    let words = report.words;
    let mut canvas = Canvas::default();
    let mut head = Column {
        canvas: Some(&mut canvas),
        left: EDGE,
        wide: WIDE,
        y: EDGE - 6.0,
    };
    let kicker = format!("{} · {}", report.organisation, report.title);
    head.runs(&[(&kicker, false)], 8.0, FAINT);
    head.y += 2.0;
    head.said(Tag::Heading(1), &[(words.team, false)], 24.0, INK);
    head.y += 2.0;
    head.runs(&[(&report.facts, false)], 9.0, INK);
    head.y += 8.0;
    let numbers = head.y;
    let y = head.y + 12.0;
    plot::numbers_at(&mut canvas, (EDGE + WORDS + GAP, numbers), SCALE);
    let mut flow = Flow::under(canvas, 1, y);
    for mark in &report.marks {
        flow.together(|column| one(column, report, mark));
    }
    if report.left_out > 0 {
        flow.gap(6.0);
        let left_out = words.left_out(report.left_out);
        flow.together(|column| column.runs(&[(&left_out, false)], TEXT, FAINT));
        for (source, why) in &report.skipped {
            let said = format!("{source}: {why}");
            flow.together(|column| column.runs(&[(&said, false)], TEXT, FAINT));
        }
    }
    flow.together(|column| column.y += AGREED + 6.0);
    let y = flow.y - AGREED;
    if let Some(canvas) = flow.last() {
        let mut column = Column {
            canvas: Some(canvas),
            left: EDGE,
            wide: WIDE,
            y,
        };
        agreed(&mut column, words, BOTTOM);
    }
    let mut pages = flow.pages(words.team);
    number(
        &mut pages,
        &format!("{} · {} · pejl", words.team, report.text.date(report.made)),
    );
    debug_assert!(pages.iter().all(|page| page.size == A4));
    pages
}

/// A mark: its words, everyone on its scale, and its figures, beside each other.
fn one(column: &mut Column, report: &TeamReport, mark: &TeamMark) {
    let (left, top) = (column.left, column.y + 5.0);
    let part = |column: &mut Column, left: f64, wide: f64, write: &dyn Fn(&mut Column)| {
        let mut part = Column {
            canvas: column.canvas.as_deref_mut(),
            left,
            wide,
            y: top,
        };
        write(&mut part);
        part.y
    };
    if let Some(canvas) = &mut column.canvas {
        canvas.line(
            (left, top - 3.0),
            (left + WIDE, top - 3.0),
            Stroke::new(RULE, 0.5),
        );
    }
    let words = part(column, left, WORDS, &|part| {
        part.said(
            Tag::Heading(2),
            &[(&mark.title, true)],
            TEXT + 1.0,
            colour(mark.field),
        );
        part.runs(&[(&mark.definition, false)], TEXT, INK);
        if let Some(footnote) = &mark.footnote {
            part.runs(&[(&format!("* {footnote}"), false)], TEXT - 0.5, FAINT);
        }
    });
    let figures = part(column, left + WORDS + SCALE + 2.0 * GAP, FIGURES, &|part| {
        part.runs(&[(&report.figures(mark), false)], TEXT, INK);
        let named = report.names.as_ref().is_some_and(|names| names.len() <= NAMED);
        if named {
            part.runs(&[(&report.who(mark), false)], TEXT - 0.5, FAINT);
        }
    });
    let bottom = words.max(figures);
    if let Some(canvas) = &mut column.canvas {
        let at = (left + WORDS + GAP, top);
        plot::scale_at(canvas, report, mark, at, SCALE);
    }
    column.y = bottom.max(top + SCALE / 10.0) + 3.0;
}
