//! The rose as a picture for a wall, in the shape of A4 and A3 across: the names and shares of the marks close round it,
//! those of the fields outside them. Every text is text, so it can be searched and read aloud.

use super::{
    canvas::{Anchor, Canvas, Face, Page, Step, Stroke, Tag},
    colours::{FAINT, INK, colour},
    report::{FieldPart, Report},
    rose::{Petal, Rose},
};

/// The picture, in units of its own.
const WIDTH: f64 = 1600.0;
const HEIGHT: f64 = 1131.0;
/// The middle of the rose, and how far out it reaches.
const MIDDLE: (f64, f64) = (WIDTH / 2.0, 610.0);
const RADIUS: f64 = 345.0;
/// Where names may stand, from top to bottom.
const ROOM: (f64, f64) = (200.0, 1050.0);
/// The distance of everything from the edge.
const MARGIN: f64 = 64.0;
/// How far names stay from the rose.
const AIR: f64 = 30.0;
/// The size of names, and of a line of them.
const SIZE: f64 = 19.0;
const LINE: f64 = 24.0;
/// How many characters a line of a mark's and of a field's name holds.
const NAME: usize = 20;
const FIELD: usize = 15;

/// The colour of the paper.
pub const GROUND: &str = "#fdfcf9";
/// The width of A3 across, in points.
const A3: f64 = 1190.55;

/// The picture, on a page of A3 across.
pub fn page(report: &Report) -> Page {
    let rose = Rose::new(report, MIDDLE.0, MIDDLE.1, RADIUS);
    let mut canvas = Canvas::default();
    title(&mut canvas, report);
    canvas.begin(Tag::Figure(report.words.rose.to_owned()));
    rose.draw(&mut canvas);
    canvas.end();
    for side in [Side::Left, Side::Right] {
        names(&mut canvas, report, &rose, side);
    }
    legend(&mut canvas, report);
    Page {
        canvas,
        size: (WIDTH, HEIGHT),
        paper: A3,
        ground: Some(GROUND),
        bookmark: Some(report.words.rose_name.to_owned()),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
}

impl Side {
    /// The side of a direction.
    fn of(angle: f64) -> Self {
        if angle < 180.0 { Self::Right } else { Self::Left }
    }

    /// 1 to the right.
    fn sign(self) -> f64 {
        if self == Self::Right { 1.0 } else { -1.0 }
    }

    /// Which end of a text beside the rose points to it.
    fn inner(self) -> Anchor {
        if self == Self::Right {
            Anchor::Start
        } else {
            Anchor::End
        }
    }

    fn outer(self) -> Anchor {
        if self == Self::Right {
            Anchor::End
        } else {
            Anchor::Start
        }
    }

    /// The edge of the page.
    fn edge(self) -> f64 {
        if self == Self::Right {
            WIDTH - MARGIN
        } else {
            MARGIN
        }
    }
}

fn title(out: &mut Canvas, report: &Report) {
    let name = wrapped(&report.name, 40);
    let large = Face {
        size: 46.0,
        serif: true,
        ..Face::PLAIN
    };
    out.begin(Tag::Heading(1));
    out.text((MARGIN, 102.0), large, &name[0]);
    out.end();
    let date = report.text.date(report.made);
    let facts: Vec<&str> = [&report.unit, &report.level, &date]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .map(String::as_str)
        .collect();
    let small = Face {
        size: 21.0,
        fill: FAINT,
        ..Face::PLAIN
    };
    put(out, MARGIN, 142.0, &small, &facts.join(" · "));
    let right = Face {
        anchor: Anchor::End,
        ..small
    };
    put(out, WIDTH - MARGIN, 88.0, &right, &report.organisation);
    put(out, WIDTH - MARGIN, 118.0, &right, &report.title);
}

/// What stands beside a petal: its name in lines, and its value.
struct Label<'a> {
    petal: &'a Petal<'a>,
    lines: Vec<String>,
    /// Its upper edge.
    top: f64,
    height: f64,
}

/// The names of one side, as near to their petals as they can be without touching.
fn names(out: &mut Canvas, report: &Report, rose: &Rose, side: Side) {
    let mut petals: Vec<&Petal> = rose
        .petals
        .iter()
        .filter(|petal| Side::of(petal.middle()) == side)
        .collect();
    petals.sort_by(|a, b| {
        rose.point(1.0, a.middle())
            .1
            .total_cmp(&rose.point(1.0, b.middle()).1)
    });
    let lines = |petal: &Petal, short: bool| match short {
        false => wrapped(&petal.mark.title, NAME),
        true => vec![petal.mark.short.clone()],
    };
    // Where there is not room for all the names in full, the short ones stand; where there is not for these, smaller.
    let room = ROOM.1 - ROOM.0;
    let height = |lines: usize| lines as f64 * LINE + LINE * 1.5;
    let full: f64 = petals.iter().map(|petal| height(lines(petal, false).len())).sum();
    let short = full > room;
    let all: f64 = petals.iter().map(|petal| height(lines(petal, short).len())).sum();
    let scale = (room / all).min(1.0);
    let mut labels: Vec<Label> = petals
        .into_iter()
        .map(|petal| {
            let lines = lines(petal, short);
            let height = height(lines.len()) * scale;
            let y = rose.point(RADIUS + AIR, petal.middle()).1;
            Label {
                petal,
                lines,
                top: y - height / 2.0,
                height,
            }
        })
        .collect();
    spread(&mut labels);
    for label in &labels {
        name(out, report, rose, side, label, scale);
    }
    // A field stands on the side that its middle is on.
    let fields: Vec<usize> = (0..report.fields.len())
        .filter(|field| Side::of(rose.middle_of(*field)) == side)
        .collect();
    let room = room / fields.len() as f64;
    for at in fields {
        let own = || labels.iter().filter(|label| label.petal.field == at);
        let top = own().map(|label| label.top).fold(f64::MAX, f64::min);
        let bottom = own()
            .map(|label| label.top + label.height)
            .fold(f64::MIN, f64::max);
        field(
            out,
            report,
            &report.fields[at],
            at,
            side,
            (top + bottom) / 2.0,
            room,
        );
    }
}

/// Pushes labels apart, downwards where they touch, then upwards where the last left the room.
fn spread(labels: &mut [Label]) {
    let mut free = ROOM.0;
    for label in labels.iter_mut() {
        label.top = label.top.max(free);
        free = label.top + label.height;
    }
    let mut free = ROOM.1;
    for label in labels.iter_mut().rev() {
        label.top = label.top.min(free - label.height);
        free = label.top;
    }
}

fn name(out: &mut Canvas, report: &Report, rose: &Rose, side: Side, label: &Label, scale: f64) {
    let petal = label.petal;
    let fill = colour(petal.field);
    let (size, line) = (SIZE * scale, LINE * scale);
    let text = label.height - line * 0.5;
    let (top, bottom) = (label.top, label.top + text);
    // As near to the rose as its round allows over the whole height of the name.
    let nearest = if (top..=bottom).contains(&MIDDLE.1) {
        0.0
    } else {
        (top - MIDDLE.1).abs().min((bottom - MIDDLE.1).abs())
    };
    let reach = RADIUS + AIR;
    let rim = rose.point(RADIUS + 5.0, petal.middle());
    let off = (reach * reach - nearest * nearest)
        .max(0.0)
        .sqrt()
        .max((rim.0 - MIDDLE.0).abs() + AIR * 0.6);
    let x = MIDDLE.0 + side.sign() * off;
    let y = top + text / 2.0;
    let lead = Stroke {
        opacity: 0.55,
        ..Stroke::new(fill, 1.2 * scale)
    };
    out.line(rim, (x - side.sign() * 7.0, y), lead);
    let mut at = top + line * 0.8;
    let face = Face {
        size,
        anchor: side.inner(),
        ..Face::PLAIN
    };
    for words in &label.lines {
        put(out, x, at, &face, words);
        at += line;
    }
    let mark = petal.mark;
    let value = format!("{} · {}", mark.value, report.words.share(mark.weight));
    put(
        out,
        x,
        at,
        &Face {
            size,
            anchor: side.inner(),
            fill,
            bold: true,
            ..Face::PLAIN
        },
        &value,
    );
}

/// A field's name and share at the edge of the page, round the height `middle`, no higher than `room`.
fn field(out: &mut Canvas, report: &Report, part: &FieldPart, at: usize, side: Side, middle: f64, room: f64) {
    let fill = colour(at);
    let lines = wrapped(&part.title, FIELD);
    let x = side.edge();
    let height = 26.0 + lines.len() as f64 * 29.0 + 40.0;
    let scale = (room / height).min(1.0);
    let mut y = middle - height * scale / 2.0 + 16.0 * scale;
    let face = |size: f64| Face {
        size: size * scale,
        anchor: side.outer(),
        ..Face::PLAIN
    };
    put(
        out,
        x,
        y,
        &Face {
            fill: FAINT,
            ..face(17.0)
        },
        &part.kind,
    );
    y += 30.0 * scale;
    for line in &lines {
        put(
            out,
            x,
            y,
            &Face {
                fill,
                serif: true,
                ..face(25.0)
            },
            line,
        );
        y += 29.0 * scale;
    }
    put(
        out,
        x,
        y + 10.0 * scale,
        &Face {
            fill,
            bold: true,
            ..face(30.0)
        },
        &report.text.percent(part.weight),
    );
}

fn legend(out: &mut Canvas, report: &Report) {
    let y = HEIGHT - 44.0;
    let small = Face {
        size: 17.0,
        fill: FAINT,
        ..Face::PLAIN
    };
    let ring = Stroke {
        dashes: Some((3.4, 7.5)),
        ..Stroke::new(INK, 2.0)
    };
    out.line((MARGIN, y - 6.0), (MARGIN + 36.0, y - 6.0), ring);
    put(out, MARGIN + 46.0, y, &small, report.words.neutral_ring);
    if let Some(bearing) = report.bearings.last() {
        let x = MARGIN + 190.0;
        let corners = [
            Step::Move((x, y - 1.0)),
            Step::Line((x, y - 13.0)),
            Step::Line((x + 36.0, y - 13.0)),
            Step::Line((x + 36.0, y - 1.0)),
        ];
        out.stroke(corners.into(), Stroke::new(INK, 2.7));
        put(
            out,
            x + 46.0,
            y,
            &small,
            &report.words.bearing_of(&report.text.date(bearing.date)),
        );
    }
    put(
        out,
        WIDTH - MARGIN,
        y,
        &Face {
            anchor: Anchor::End,
            ..small
        },
        "pejl",
    );
}

/// Writes `text` at a place.
fn put(out: &mut Canvas, x: f64, y: f64, face: &Face, text: &str) {
    out.paragraph((x, y), *face, text);
}

/// `text` in lines of so many characters; at least one.
pub fn wrapped(text: &str, width: usize) -> Vec<String> {
    let lines: Vec<String> = textwrap::wrap(text, width)
        .into_iter()
        .map(|line| line.into_owned())
        .collect();
    if lines.is_empty() {
        vec![String::new()]
    } else {
        lines
    }
}
