//! What the formats that draw have in common: pages of paths and texts, in the order they lie on each other. A layout draws
//! on a canvas once; [`svg`](super::svg), [`pdf`](super::pdf) and [`png`](super::png) write it. Lengths are in units of the
//! page, from its left upper corner.

use super::colours::INK;
use zeno::{Angle, ArcSize, ArcSweep, Command, PathBuilder};

/// A place.
pub type Point = (f64, f64);

/// A step of a path.
#[derive(Clone, Copy)]
pub enum Step {
    /// Begins a path.
    Move(Point),
    /// A straight line.
    Line(Point),
    /// A part of a circle.
    Arc {
        /// The circle's radius.
        radius: f64,
        /// Whether it is more than half of it.
        large: bool,
        /// Which way it goes.
        clockwise: bool,
        /// Where it ends.
        to: Point,
    },
    /// Back to the beginning.
    Close,
}

/// How a path is filled.
#[derive(Clone, Copy)]
pub struct Fill {
    /// The colour, as `#rrggbb`.
    pub colour: &'static str,
    /// How much it covers, in 0..=1.
    pub opacity: f64,
}

/// How a path is drawn along.
#[derive(Clone, Copy)]
pub struct Stroke {
    /// The colour, as `#rrggbb`.
    pub colour: &'static str,
    /// The width.
    pub width: f64,
    /// How much it covers, in 0..=1.
    pub opacity: f64,
    /// The length of a dash and of the gap after it.
    pub dashes: Option<(f64, f64)>,
    /// Whether corners are round.
    pub round: bool,
    /// Whether ends are round.
    pub round_ends: bool,
}

impl Stroke {
    /// A whole line of this colour and width.
    pub fn new(colour: &'static str, width: f64) -> Self {
        Self {
            colour,
            width,
            opacity: 1.0,
            dashes: None,
            round: false,
            round_ends: false,
        }
    }
}

/// What of a text stands at its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// How a text looks.
#[derive(Clone, Copy)]
pub struct Face {
    /// Its size, in units.
    pub size: f64,
    /// What of it stands at its place.
    pub anchor: Anchor,
    /// Its colour.
    pub fill: &'static str,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether its letters have feet, where the format has such.
    pub serif: bool,
}

impl Face {
    /// Ink, from its place on.
    pub const PLAIN: Self = Self {
        size: 19.0,
        anchor: Anchor::Start,
        fill: INK,
        bold: false,
        serif: false,
    };
}

/// What a part of a page is, for those who hear it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tag {
    /// A heading of this level, from 1.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A picture that shows this.
    Figure(String),
}

/// One thing that is drawn, or the begin or end of what belongs together.
pub enum Item {
    /// What follows is of this kind. What is of no kind is decoration.
    Begin(Tag),
    /// Up to here.
    End,
    /// A path.
    Path {
        /// Its steps.
        steps: Vec<Step>,
        /// How it is filled, if it is.
        fill: Option<Fill>,
        /// How it is drawn along, if it is.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Its middle.
        middle: Point,
        /// Its radius.
        radius: f64,
        /// How it is filled, if it is.
        fill: Option<Fill>,
        /// How it is drawn along, if it is.
        stroke: Option<Stroke>,
    },
    /// A text on one line.
    Text {
        /// Its place, on the line that letters stand on.
        at: Point,
        /// How it looks.
        face: Face,
        /// The text.
        text: String,
    },
}

/// What is drawn, the lowest first.
#[derive(Default)]
pub struct Canvas {
    /// The things.
    pub items: Vec<Item>,
}

impl Canvas {
    /// Draws along a path.
    pub fn stroke(&mut self, steps: Vec<Step>, stroke: Stroke) {
        self.items.push(Item::Path {
            steps,
            fill: None,
            stroke: Some(stroke),
        });
    }

    /// Draws a straight line.
    pub fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.stroke(vec![Step::Move(from), Step::Line(to)], stroke);
    }

    /// Fills a rectangle with its left upper corner, width and height.
    pub fn block(&mut self, (x, y): Point, (width, height): Point, colour: &'static str) {
        let steps = vec![
            Step::Move((x, y)),
            Step::Line((x + width, y)),
            Step::Line((x + width, y + height)),
            Step::Line((x, y + height)),
            Step::Close,
        ];
        let fill = Some(Fill { colour, opacity: 1.0 });
        self.items.push(Item::Path {
            steps,
            fill,
            stroke: None,
        });
    }

    /// Writes a text at a place.
    pub fn text(&mut self, at: Point, face: Face, text: &str) {
        let text = text.to_owned();
        self.items.push(Item::Text { at, face, text });
    }

    /// Writes a text at a place, which is a paragraph of its own.
    pub fn paragraph(&mut self, at: Point, face: Face, text: &str) {
        self.begin(Tag::Paragraph);
        self.text(at, face, text);
        self.end();
    }

    /// What is drawn from here on is of this kind, until [`end`](Self::end); kinds do not stand in each other.
    pub fn begin(&mut self, tag: Tag) {
        self.items.push(Item::Begin(tag));
    }

    /// Ends what [`begin`](Self::begin) began.
    pub fn end(&mut self) {
        self.items.push(Item::End);
    }

    /// Lays what another holds on this one, `scale` times as large and moved by `by`.
    pub fn place(&mut self, other: Canvas, scale: f64, by: Point) {
        let to = |(x, y): Point| (x * scale + by.0, y * scale + by.1);
        let stroked = |stroke: Option<Stroke>| {
            stroke.map(|stroke| Stroke {
                width: stroke.width * scale,
                dashes: stroke.dashes.map(|(dash, gap)| (dash * scale, gap * scale)),
                ..stroke
            })
        };
        self.items.extend(other.items.into_iter().map(|item| match item {
            Item::Path { steps, fill, stroke } => {
                let step = |step: Step| match step {
                    Step::Move(at) => Step::Move(to(at)),
                    Step::Line(at) => Step::Line(to(at)),
                    Step::Arc {
                        radius,
                        large,
                        clockwise,
                        to: end,
                    } => Step::Arc {
                        radius: radius * scale,
                        large,
                        clockwise,
                        to: to(end),
                    },
                    Step::Close => Step::Close,
                };
                Item::Path {
                    steps: steps.into_iter().map(step).collect(),
                    fill,
                    stroke: stroked(stroke),
                }
            }
            Item::Circle {
                middle,
                radius,
                fill,
                stroke,
            } => Item::Circle {
                middle: to(middle),
                radius: radius * scale,
                fill,
                stroke: stroked(stroke),
            },
            item @ (Item::Begin(_) | Item::End) => item,
            Item::Text { at, face, text } => Item::Text {
                at: to(at),
                face: Face {
                    size: face.size * scale,
                    ..face
                },
                text,
            },
        }));
    }
}

/// A page.
pub struct Page {
    /// What is on it.
    pub canvas: Canvas,
    /// Its width and height, in units.
    pub size: Point,
    /// Its width on paper, in points.
    pub paper: f64,
    /// The colour of the paper, where it is drawn.
    pub ground: Option<&'static str>,
    /// What it is called among the bookmarks, where it has one.
    pub bookmark: Option<String>,
}

/// Pages and what is said of them.
pub struct Document {
    /// The title.
    pub title: String,
    /// The tag of the language.
    pub language: &'static str,
    /// The day it was made.
    pub made: jiff::civil::Date,
    /// The pages.
    pub pages: Vec<Page>,
}

/// A path as straight lines and curves of Bézier.
pub fn curves(steps: &[Step]) -> Vec<Command> {
    let mut path: Vec<Command> = Vec::new();
    let near = |(x, y): Point| [x as f32, y as f32];
    for step in steps {
        match *step {
            Step::Move(to) => _ = path.move_to(near(to)),
            Step::Line(to) => _ = path.line_to(near(to)),
            Step::Arc {
                radius,
                large,
                clockwise,
                to,
            } => {
                let size = if large { ArcSize::Large } else { ArcSize::Small };
                let sweep = if clockwise {
                    ArcSweep::Positive
                } else {
                    ArcSweep::Negative
                };
                let radius = radius as f32;
                path.arc_to(radius, radius, Angle::from_degrees(0.0), size, sweep, near(to));
            }
            Step::Close => _ = path.close(),
        }
    }
    path
}

/// A circle as curves of Bézier.
pub fn circle((x, y): Point, radius: f64) -> Vec<Command> {
    let mut path: Vec<Command> = Vec::new();
    path.add_circle([x as f32, y as f32], radius as f32);
    path
}

/// The red, green and blue of a colour, each in 0..=255.
pub fn rgb(colour: &str) -> [u8; 3] {
    let part = |at: usize| {
        colour
            .get(at..at + 2)
            .and_then(|part| u8::from_str_radix(part, 16).ok())
            .unwrap_or_default()
    };
    [part(1), part(3), part(5)]
}
