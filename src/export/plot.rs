//! A mark's scale with everyone on it: a circle at each detent where somebody stands, larger the more there are, on a line
//! from the lowest to the highest, with a band over the middle half and a stroke at the median. Colours and letters are
//! those of the rose.

use super::{
    canvas::{Anchor, Canvas, Face, Fill, Item, Page, Point, Stroke, Tag},
    colours::{FAINT, INK, colour},
    picture::{GROUND, wrapped},
    svg,
    team::report::{TeamMark, TeamReport},
    xml::escape,
};
use crate::core::dial::DialValue;

/// How far one detent is from the next.
const STEP: f64 = 40.0;
/// Half a scale's length, and half its height.
const HALF: f64 = 5.0 * STEP;
const HIGH: f64 = 20.0;
/// The picture's width, its margin and its rows.
const WIDTH: f64 = 1131.0;
const MARGIN: f64 = 56.0;
const TOP: f64 = 190.0;
const ROW: f64 = 70.0;
/// Where the middle of the scales is.
const MIDDLE: f64 = 610.0;

/// A mark's scale as an element of a page.
pub fn inline(report: &TeamReport, mark: &TeamMark) -> String {
    let (width, height) = (2.0 * (HALF + HIGH), 2.0 * HIGH);
    let label = escape(&format!("{}: {}", mark.title, report.figures(mark)));
    let mut canvas = Canvas::default();
    scale(&mut canvas, mark, HALF + HIGH, HIGH);
    let scale = svg::items(&canvas);
    format!("<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{label}\">{scale}</svg>")
}

/// The numbers over scales, as an element of a page.
pub fn numbers() -> String {
    let mut canvas = Canvas::default();
    for value in [DialValue::MIN, DialValue::NEUTRAL, DialValue::MAX] {
        let x = HALF + HIGH + f64::from(value.get()) * STEP;
        let face = Face {
            size: 17.0,
            anchor: Anchor::Middle,
            fill: FAINT,
            ..Face::PLAIN
        };
        canvas.text((x, HIGH - 3.0), face, &value.to_string());
    }
    format!(
        "<svg viewBox=\"0 0 {} {HIGH}\" aria-hidden=\"true\">{}</svg>",
        2.0 * (HALF + HIGH),
        svg::items(&canvas)
    )
}

/// The numbers over scales, in a row so wide from its left upper corner on.
pub fn numbers_at(out: &mut Canvas, at: Point, wide: f64) {
    let part = wide / (2.0 * (HALF + HIGH));
    let mut numbers = Canvas::default();
    for value in [DialValue::MIN, DialValue::NEUTRAL, DialValue::MAX] {
        let x = HALF + HIGH + f64::from(value.get()) * STEP;
        let face = Face {
            size: 18.0,
            anchor: Anchor::Middle,
            fill: FAINT,
            ..Face::PLAIN
        };
        numbers.text((x, HIGH), face, &value.to_string());
    }
    out.place(numbers, part, at);
}

/// A mark's scale, so wide from its left upper corner on, as a picture that says its figures.
pub fn scale_at(out: &mut Canvas, report: &TeamReport, mark: &TeamMark, at: Point, wide: f64) {
    let part = wide / (2.0 * (HALF + HIGH));
    let mut drawn = Canvas::default();
    scale(&mut drawn, mark, HALF + HIGH, HIGH);
    out.begin(Tag::Figure(format!("{}: {}", mark.title, report.figures(mark))));
    out.place(drawn, part, at);
    out.end();
}

/// The width of A4, in points.
const A4: f64 = 595.28;

/// All scales below one another.
pub fn page(report: &TeamReport) -> Page {
    let words = report.words;
    let height = TOP + ROW * report.marks.len() as f64 + MARGIN;
    let mut out = Canvas::default();
    let faint = Face {
        size: 17.0,
        fill: FAINT,
        ..Face::PLAIN
    };
    let end = Face {
        anchor: Anchor::End,
        ..faint
    };
    let large = Face {
        size: 40.0,
        serif: true,
        ..Face::PLAIN
    };
    out.begin(Tag::Heading(1));
    out.text((MARGIN, 88.0), large, words.team);
    out.end();
    out.paragraph((MARGIN, 122.0), faint, &report.facts);
    out.paragraph((WIDTH - MARGIN, 76.0), end, &report.organisation);
    out.paragraph((WIDTH - MARGIN, 102.0), end, &report.title);
    for value in (-5..=5).filter_map(DialValue::new) {
        let x = MIDDLE + f64::from(value.get()) * STEP;
        let face = Face {
            size: 15.0,
            anchor: Anchor::Middle,
            fill: FAINT,
            ..Face::PLAIN
        };
        out.text((x, TOP - 18.0), face, &value.to_string());
    }
    for (mark, at) in report.marks.iter().zip(0u32..) {
        let y = TOP + ROW * (f64::from(at) + 0.5);
        let lines = wrapped(&mark.title, 34);
        let mut line = y + 5.0 - 10.0 * (lines.len() as f64 - 1.0);
        for words in &lines {
            out.paragraph(
                (MARGIN, line),
                Face {
                    size: 17.0,
                    fill: colour(mark.field),
                    ..Face::PLAIN
                },
                words,
            );
            line += 20.0;
        }
        out.begin(Tag::Figure(format!("{}: {}", mark.title, report.figures(mark))));
        scale(&mut out, mark, MIDDLE, y);
        out.end();
        let figures = report.figures(mark);
        let figures: Vec<&str> = figures.split(" · ").collect();
        let mut line = y + 5.0 - 10.0 * (figures.len() as f64 - 1.0);
        for words in &figures {
            out.paragraph((WIDTH - MARGIN, line), Face { size: 15.0, ..end }, words);
            line += 20.0;
        }
    }
    Page {
        canvas: out,
        size: (WIDTH, height),
        paper: A4,
        ground: Some(GROUND),
        bookmark: Some(words.team.to_owned()),
    }
}

/// A scale round a point.
pub fn scale(out: &mut Canvas, mark: &TeamMark, x: f64, y: f64) {
    let at = |value: f64| x + value * STEP;
    let fill = colour(mark.field);
    for value in -5..=5 {
        let (x, tick) = (at(f64::from(value)), if value == 0 { 9.0 } else { 4.0 });
        out.line((x, y - tick), (x, y + tick), Stroke::new("#b9b4a8", 1.0));
    }
    out.line((at(-5.0), y), (at(5.0), y), Stroke::new("#d8d3c8", 1.0));
    let count = mark.row.count();
    if count == 0 {
        return;
    }
    let stands = |detent: usize| at(detent as f64 - 5.0);
    let taken = |count: &usize| *count > 0;
    let first = mark.row.at.iter().position(taken).unwrap_or_default();
    let last = mark.row.at.iter().rposition(taken).unwrap_or_default();
    let (lower, upper) = mark.row.quartiles;
    out.line((stands(first), y), (stands(last), y), Stroke::new(fill, 2.5));
    let band = Stroke {
        opacity: 0.22,
        round_ends: true,
        ..Stroke::new(fill, 16.0)
    };
    out.line((at(lower), y), (at(upper), y), band);
    let median = at(mark.row.median);
    out.line(
        (median, y - HIGH + 1.0),
        (median, y + HIGH - 1.0),
        Stroke::new(INK, 2.0),
    );
    for (detent, here) in mark.row.at.iter().enumerate().filter(|(_, here)| taken(here)) {
        let radius = 5.0 + 12.0 * ((*here - 1) as f64 / count as f64).sqrt();
        out.items.push(Item::Circle {
            middle: (stands(detent), y),
            radius,
            fill: Some(Fill {
                colour: fill,
                opacity: 1.0,
            }),
            stroke: None,
        });
        if *here > 1 && radius >= 8.0 {
            let face = Face {
                size: 11.0,
                anchor: Anchor::Middle,
                fill: "#ffffff",
                bold: true,
                ..Face::PLAIN
            };
            out.text((stands(detent), y + 4.0), face, &here.to_string());
        }
    }
}
