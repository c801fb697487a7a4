//! A palette: the colours and attributes of every role as a theme file writes them, before any terminal is known.
//! Owns the format of theme files and the shipped ones. Reads no file: text comes in, problems go out as data.
//!
//! A theme file is TOML. Each key is a role, each value a colour, or a table where more is to be said:
//!
//! ```toml
//! base = "dark"                                        # what is not named here comes from there; dark if absent
//! background = "#16171f"
//! accent = "light cyan"
//! muted = 247
//! match = { color = "#1b1b1f", bg = "#ffd75e", ansi = "yellow", bold = true }
//! fields = ["#7393ee", "#b0e4af"]                      # one to twelve; further ones are made of these
//! ```
//!
//! `ansi` is the colour to take where there are only sixteen. `bold`, `dim`, `italic`, `underline` and `reverse` are
//! true or false. Colours are `#rrggbb`, a name (`red`, `light blue`, …, or `reset`, the terminal's own), or a number
//! from 0 to 255.

use std::str::FromStr;

use ratatui::style::{Color, Modifier};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::app::role::{FIELDS, NAMED};

/// The names of the themes that come with the program.
pub const SHIPPED: [&str; 4] = ["dark", "light", "high-contrast", "mono"];

/// How one role looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Paint {
    /// Of text and shapes; of the surface itself for the two pages.
    pub color: Color,
    /// The background, for a role that has its own.
    pub bg: Option<Color>,
    /// What stands for `color` where there are only sixteen.
    pub ansi: Option<Color>,
    pub modifier: Modifier,
}

/// How every role looks, before any terminal is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Palette {
    /// In the order of [`NAMED`].
    pub(super) named: [Paint; NAMED.len()],
    /// One to twelve; empty only before the first theme file is read.
    pub(super) fields: Vec<Paint>,
}

/// What is wrong with a theme file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeProblem {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// What is wrong there.
    pub kind: ThemeProblemKind,
}

/// The kinds of [`ThemeProblem`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeProblemKind {
    /// No TOML.
    Syntax,
    /// A key that is no role.
    UnknownRole(String),
    /// A key that a role's table does not have.
    UnknownKey(String),
    /// No colour; what stood there, where it was text or a number.
    BadColor(String),
    /// `base` names no shipped theme.
    UnknownBase(String),
    /// Neither true nor false.
    NotAFlag,
    /// `fields` is no list, or holds none or more than twelve.
    FieldCount,
}

impl Palette {
    /// The shipped palette of this name, one of [`SHIPPED`].
    pub fn shipped(name: &str) -> Option<Palette> {
        let text = match name {
            "dark" => include_str!("../../../assets/themes/dark.toml"),
            "light" => include_str!("../../../assets/themes/light.toml"),
            "high-contrast" => include_str!("../../../assets/themes/high-contrast.toml"),
            "mono" => include_str!("../../../assets/themes/mono.toml"),
            _ => return None,
        };
        // The shipped files have no problems: `tests/theme.rs` reads each.
        Some(
            Reader {
                text,
                palette: Palette::default(),
                problems: Vec::new(),
            }
            .read()
            .palette,
        )
    }

    /// Reads a theme file.
    ///
    /// # Errors
    /// All problems found, in the order of the file; then nothing of it should be used.
    pub fn parse(text: &str) -> Result<Palette, Vec<ThemeProblem>> {
        let base = Palette::shipped("dark").unwrap_or_default();
        let Reader {
            palette,
            mut problems,
            ..
        } = Reader {
            text,
            palette: base,
            problems: Vec::new(),
        }
        .read();
        problems.sort_by_key(|problem| (problem.line, problem.column));
        if problems.is_empty() {
            Ok(palette)
        } else {
            Err(problems)
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    palette: Palette,
    problems: Vec<ThemeProblem>,
}

impl Reader<'_> {
    fn read(mut self) -> Self {
        let table = match DeTable::parse(self.text) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                self.problem(
                    error.span().map_or(0, |span| span.start),
                    ThemeProblemKind::Syntax,
                );
                return self;
            }
        };
        // The base first, wherever in the file it stands.
        if let Some(base) = table.get("base") {
            self.read_base(base);
        }
        for (key, value) in &table {
            let name = key.get_ref().as_ref();
            if name == "fields" {
                self.read_fields(value);
            } else if let Some(place) = NAMED.iter().position(|(role, _)| *role == name) {
                self.palette.named[place] = self.read_paint(value, self.palette.named[place]);
            } else if name != "base" {
                self.problem(key.span().start, ThemeProblemKind::UnknownRole(name.to_string()));
            }
        }
        self
    }

    fn read_base(&mut self, value: &Spanned<DeValue>) {
        let name = value.get_ref().as_str().unwrap_or_default();
        match Palette::shipped(name) {
            Some(palette) => self.palette = palette,
            None => self.problem(
                value.span().start,
                ThemeProblemKind::UnknownBase(name.to_string()),
            ),
        }
    }

    fn read_fields(&mut self, value: &Spanned<DeValue>) {
        match value.get_ref().as_array() {
            Some(list) if (1..=FIELDS).contains(&list.len()) => {
                // Attributes that fields have in the base stay.
                let modifier = self
                    .palette
                    .fields
                    .first()
                    .map_or(Modifier::empty(), |field| field.modifier);
                let base = Paint {
                    modifier,
                    ..Paint::default()
                };
                self.palette.fields = list.iter().map(|field| self.read_paint(field, base)).collect();
            }
            _ => self.problem(value.span().start, ThemeProblemKind::FieldCount),
        }
    }

    /// A role's value, over what the base says. A new colour ends the base's stand-in for sixteen colours.
    fn read_paint(&mut self, value: &Spanned<DeValue>, base: Paint) -> Paint {
        let mut paint = base;
        let Some(table) = value.get_ref().as_table() else {
            if let Some(color) = self.read_color(value) {
                paint = Paint {
                    color,
                    ansi: None,
                    ..base
                };
            }
            return paint;
        };
        if table.contains_key("color") {
            paint.ansi = None;
        }
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "color" => paint.color = self.read_color(value).unwrap_or(paint.color),
                "bg" => paint.bg = self.read_color(value),
                "ansi" => paint.ansi = self.read_color(value),
                "bold" => self.read_flag(value, Modifier::BOLD, &mut paint),
                "dim" => self.read_flag(value, Modifier::DIM, &mut paint),
                "italic" => self.read_flag(value, Modifier::ITALIC, &mut paint),
                "underline" => self.read_flag(value, Modifier::UNDERLINED, &mut paint),
                "reverse" => self.read_flag(value, Modifier::REVERSED, &mut paint),
                other => self.problem(key.span().start, ThemeProblemKind::UnknownKey(other.to_string())),
            }
        }
        paint
    }

    fn read_color(&mut self, value: &Spanned<DeValue>) -> Option<Color> {
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().to_string(),
            _ => String::new(),
        };
        // `from_str_radix`, which reads the hex digits, would let a sign pass.
        let color = Color::from_str(&written).ok().filter(|_| !written.contains('+'));
        if color.is_none() {
            self.problem(value.span().start, ThemeProblemKind::BadColor(written));
        }
        color
    }

    fn read_flag(&mut self, value: &Spanned<DeValue>, flag: Modifier, paint: &mut Paint) {
        match value.get_ref().as_bool() {
            Some(on) => paint.modifier.set(flag, on),
            None => self.problem(value.span().start, ThemeProblemKind::NotAFlag),
        }
    }

    fn problem(&mut self, at: usize, kind: ThemeProblemKind) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let line = before.matches('\n').count() + 1;
        let column = before[line_start..].chars().count() + 1;
        self.problems.push(ThemeProblem { line, column, kind });
    }
}
