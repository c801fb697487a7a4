//! The marks as cards to cut out of A4: on the front a title, what the mark is about and what it asks at each level, on the
//! back, which is printed on the other side of the sheet turned over its long edge, the field's colour. Lengths are in points.

use super::{
    canvas::{Anchor, Canvas, Face, Page, Point, Stroke, Tag},
    colours::{FAINT, INK, colour},
    flow::{A4, page},
    font,
    report::{FieldPart, MarkPart, Report},
};

/// How many cards lie beside and below each other, the most first.
const GRIDS: [(usize, usize); 4] = [(2, 4), (2, 3), (2, 2), (1, 2)];
/// What stays free at the edges of the sheet, and of a card.
const EDGE: f64 = 30.0;
const AIR: f64 = 13.0;
/// The sizes that text may have, largest first.
const SIZES: [f64; 4] = [9.5, 9.0, 8.5, 8.0];
/// The size of the last resort, on the largest card.
const LEAST: f64 = 5.5;
/// How long the marks to cut by are.
const CUT: f64 = 12.0;

/// The sheets of cards, a front and a back each.
pub fn pages(report: &Report) -> Vec<Page> {
    let cards: Vec<(usize, &FieldPart, &MarkPart)> = report
        .fields
        .iter()
        .enumerate()
        .flat_map(|(at, field)| field.marks.iter().map(move |mark| (at, field, mark)))
        .collect();
    let (grid, size) = fitting(report, &cards);
    let (wide, high) = card(grid);
    let mut pages = Vec::new();
    for sheet in cards.chunks(grid.0 * grid.1) {
        let (mut front, mut back) = (Canvas::default(), Canvas::default());
        for (place, (at, field, mark)) in sheet.iter().enumerate() {
            let (column, row) = (place % grid.0, place / grid.0);
            let y = EDGE + high * row as f64;
            let x = |column: usize| EDGE + wide * column as f64;
            write(Some(&mut front), report, *at, mark, (x(column), y), grid, size);
            reverse(&mut back, *at, field, mark, (x(grid.0 - 1 - column), y), grid);
        }
        cut(&mut front, grid);
        cut(&mut back, grid);
        let first = pages.is_empty().then_some(report.words.cards);
        pages.push(page(front, first));
        pages.push(page(back, None));
    }
    pages
}

/// The smallest cards and the largest text in which every card's text has room.
fn fitting(report: &Report, cards: &[(usize, &FieldPart, &MarkPart)]) -> ((usize, usize), f64) {
    let choices = GRIDS
        .into_iter()
        .flat_map(|grid| SIZES.into_iter().map(move |size| (grid, size)));
    let fits = |(grid, size): &((usize, usize), f64)| {
        let room = card(*grid).1 - 2.0 * AIR;
        cards
            .iter()
            .all(|(at, _, mark)| write(None, report, *at, mark, (0.0, 0.0), *grid, *size) <= room)
    };
    let last = (GRIDS[GRIDS.len() - 1], LEAST);
    choices.into_iter().find(fits).unwrap_or(last)
}

/// The width and height of a card.
fn card((across, down): (usize, usize)) -> Point {
    (
        (A4.0 - 2.0 * EDGE) / across as f64,
        (A4.1 - 2.0 * EDGE) / down as f64,
    )
}

/// Writes a card from its left upper corner on, where there is a canvas; gives the height of its text.
fn write(
    mut canvas: Option<&mut Canvas>,
    report: &Report,
    at: usize,
    mark: &MarkPart,
    (x, y): Point,
    grid: (usize, usize),
    size: f64,
) -> f64 {
    let wide = card(grid).0 - 2.0 * AIR;
    let mut down = 0.0;
    let mut put = |tag: Tag, runs: &[(&str, bool)], size: f64, fill: &'static str, gap: f64| {
        if let Some(canvas) = &mut canvas {
            canvas.begin(tag);
        }
        for line in font::lines(runs, size, wide) {
            let mut from = x + AIR;
            for (text, bold) in line {
                let face = Face {
                    size,
                    fill,
                    bold,
                    ..Face::PLAIN
                };
                if let Some(canvas) = &mut canvas {
                    canvas.text((from, y + AIR + down + size), face, &text);
                }
                from += font::width(&text, size, bold);
            }
            down += size * 1.32;
        }
        if let Some(canvas) = &mut canvas {
            canvas.end();
        }
        down += gap;
    };
    put(
        Tag::Heading(2),
        &[(&mark.title, true)],
        size + 2.5,
        colour(at),
        1.0,
    );
    if let Some(rendering) = &mark.rendering {
        put(Tag::Paragraph, &[(rendering, false)], size, FAINT, 1.0);
    }
    put(Tag::Paragraph, &[(&mark.definition, false)], size, INK, 3.0);
    if let Some(footnote) = &mark.footnote {
        put(
            Tag::Paragraph,
            &[(&format!("* {footnote}"), false)],
            size - 1.0,
            FAINT,
            3.0,
        );
    }
    for (name, text) in report.levels.iter().zip(&mark.levels) {
        put(
            Tag::Paragraph,
            &[(&format!("{name}: "), true), (text, false)],
            size,
            INK,
            3.0,
        );
    }
    down
}

/// The back of a card.
fn reverse(
    canvas: &mut Canvas,
    at: usize,
    field: &FieldPart,
    mark: &MarkPart,
    (x, y): Point,
    grid: (usize, usize),
) {
    let (wide, high) = card(grid);
    canvas.block((x, y), (wide, high), colour(at));
    let face = Face {
        size: 19.0,
        anchor: Anchor::Middle,
        fill: "#ffffff",
        bold: true,
        ..Face::PLAIN
    };
    let middle = (x + wide / 2.0, y + high / 2.0);
    let name = font::lines(&[(&mark.short, true)], face.size, wide - 2.0 * AIR).swap_remove(0);
    let name: String = name.into_iter().map(|(text, _)| text).collect();
    canvas.paragraph(middle, face, name.trim());
    let small = Face {
        size: 9.0,
        bold: false,
        ..face
    };
    let lines = font::lines(&[(&field.title, false)], small.size, wide - 2.0 * AIR);
    for (below, line) in lines.into_iter().take(3).enumerate() {
        let text: String = line.into_iter().map(|(text, _)| text).collect();
        canvas.paragraph(
            (middle.0, middle.1 + 20.0 + 12.0 * below as f64),
            small,
            text.trim(),
        );
    }
}

/// Marks at the edges of the sheet to cut by.
fn cut(canvas: &mut Canvas, grid: (usize, usize)) {
    let (wide, high) = card(grid);
    let stroke = Stroke::new(INK, 0.4);
    for column in 0..=grid.0 {
        let x = EDGE + wide * column as f64;
        canvas.line((x, EDGE - 4.0 - CUT), (x, EDGE - 4.0), stroke);
        canvas.line((x, A4.1 - EDGE + 4.0), (x, A4.1 - EDGE + 4.0 + CUT), stroke);
    }
    for row in 0..=grid.1 {
        let y = EDGE + high * row as f64;
        canvas.line((EDGE - 4.0 - CUT, y), (EDGE - 4.0, y), stroke);
        canvas.line((A4.0 - EDGE + 4.0, y), (A4.0 - EDGE + 4.0 + CUT, y), stroke);
    }
}
