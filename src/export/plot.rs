//! A mark's scale with everyone on it: a circle at each detent where somebody stands, larger the more there are, on a line
//! from the lowest to the highest, with a band over the middle half and a stroke at the median. Colours and letters are
//! those of the rose.

use super::{
    rose::{FAINT, INK, colour},
    svg::{self, Face, put, wrapped},
    team::report::{TeamMark, TeamReport},
    xml::escape,
};
use crate::core::dial::DialValue;
use std::fmt::Write;

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
    let scale = scale(mark, HALF + HIGH, HIGH);
    format!("<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{label}\">{scale}</svg>")
}

/// The numbers over scales, as an element of a page.
pub fn numbers() -> String {
    let mut out = format!(
        "<svg viewBox=\"0 0 {} {HIGH}\" aria-hidden=\"true\">",
        2.0 * (HALF + HIGH)
    );
    for value in [DialValue::MIN, DialValue::NEUTRAL, DialValue::MAX] {
        let x = HALF + HIGH + f64::from(value.get()) * STEP;
        let face = Face {
            size: 17.0,
            anchor: "middle",
            fill: FAINT,
            ..Face::PLAIN
        };
        put(&mut out, x, HIGH - 3.0, &face, &value.to_string());
    }
    out.push_str("</svg>");
    out
}

/// All scales below one another.
pub fn picture(report: &TeamReport) -> String {
    let words = report.words;
    let height = TOP + ROW * report.marks.len() as f64 + MARGIN;
    let mut out = svg::open((WIDTH, height), words, words.team, None);
    let faint = Face {
        size: 17.0,
        fill: FAINT,
        ..Face::PLAIN
    };
    let end = Face {
        anchor: "end",
        ..faint
    };
    put(
        &mut out,
        MARGIN,
        88.0,
        &Face {
            size: 40.0,
            serif: true,
            ..Face::PLAIN
        },
        words.team,
    );
    put(&mut out, MARGIN, 122.0, &faint, &report.facts);
    put(&mut out, WIDTH - MARGIN, 76.0, &end, &report.organisation);
    put(&mut out, WIDTH - MARGIN, 102.0, &end, &report.title);
    for value in (-5..=5).filter_map(DialValue::new) {
        let x = MIDDLE + f64::from(value.get()) * STEP;
        let face = Face {
            size: 15.0,
            anchor: "middle",
            fill: FAINT,
            ..Face::PLAIN
        };
        put(&mut out, x, TOP - 18.0, &face, &value.to_string());
    }
    for (mark, at) in report.marks.iter().zip(0u32..) {
        let y = TOP + ROW * (f64::from(at) + 0.5);
        let lines = wrapped(&mark.title, 34);
        let mut line = y + 5.0 - 10.0 * (lines.len() as f64 - 1.0);
        for words in &lines {
            put(
                &mut out,
                MARGIN,
                line,
                &Face {
                    size: 17.0,
                    fill: colour(mark.field),
                    ..Face::PLAIN
                },
                words,
            );
            line += 20.0;
        }
        out.push_str(&scale(mark, MIDDLE, y));
        put(
            &mut out,
            WIDTH - MARGIN,
            y + 5.0,
            &Face { size: 15.0, ..end },
            &report.figures(mark),
        );
    }
    out.push_str("</svg>\n");
    out
}

/// A scale round a point.
fn scale(mark: &TeamMark, x: f64, y: f64) -> String {
    let mut out = String::new();
    let at = |value: f64| x + value * STEP;
    let fill = colour(mark.field);
    for value in -5..=5 {
        let (x, tick) = (at(f64::from(value)), if value == 0 { 9.0 } else { 4.0 });
        let _ = write!(
            out,
            r##"<path d="M{x:.1} {:.1} v{:.1}" stroke="#b9b4a8" stroke-width="1"/>"##,
            y - tick,
            2.0 * tick
        );
    }
    let _ = write!(
        out,
        r##"<path d="M{:.1} {y:.1} h{:.1}" stroke="#d8d3c8" stroke-width="1"/>"##,
        at(-5.0),
        2.0 * HALF
    );
    let count = mark.row.count();
    if count == 0 {
        return out;
    }
    let stands = |detent: usize| at(detent as f64 - 5.0);
    let first = mark
        .row
        .at
        .iter()
        .position(|count| *count > 0)
        .unwrap_or_default();
    let last = mark
        .row
        .at
        .iter()
        .rposition(|count| *count > 0)
        .unwrap_or_default();
    let (lower, upper) = mark.row.quartiles;
    let _ = write!(
        out,
        r#"<path d="M{:.1} {y:.1} H{:.1}" stroke="{fill}" stroke-width="2.5"/><path d="M{:.1} {y:.1} H{:.1}" stroke="{fill}" stroke-width="16" stroke-opacity="0.22" stroke-linecap="round"/>"#,
        stands(first),
        stands(last),
        at(lower),
        at(upper),
    );
    let _ = write!(
        out,
        r#"<path d="M{:.1} {:.1} v{:.1}" stroke="{INK}" stroke-width="2"/>"#,
        at(mark.row.median),
        y - HIGH + 1.0,
        2.0 * HIGH - 2.0,
    );
    for (detent, here) in mark.row.at.iter().enumerate().filter(|(_, here)| **here > 0) {
        let radius = 5.0 + 12.0 * ((*here - 1) as f64 / count as f64).sqrt();
        let _ = write!(
            out,
            r#"<circle cx="{:.1}" cy="{y:.1}" r="{radius:.1}" fill="{fill}"/>"#,
            stands(detent)
        );
        if *here > 1 && radius >= 8.0 {
            let face = Face {
                size: 11.0,
                anchor: "middle",
                fill: "#ffffff",
                bold: true,
                ..Face::PLAIN
            };
            put(&mut out, stands(detent), y + 4.0, &face, &here.to_string());
        }
    }
    out.push('\n');
    out
}
