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

use crate::core::{
    problem::{FOUND_SHOWN, Kind, Path, Problem, ProblemKind, shortened},
    toml::{DeTable, DeValue, Reader, Spanned, near},
};
use crate::ui::theme::role::{FIELDS, NAMED};

use super::{paint::Paint, shipped::PALETTES};

/// The names of the themes that come with the program.
pub const SHIPPED: [&str; 4] = ["dark", "light", "high-contrast", "mono"];

/// How every role looks, before any terminal is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Palette {
    /// In the order of [`NAMED`].
    pub(super) named: [Paint; NAMED.len()],
    /// One to twelve; empty only before the first theme file is read.
    pub(super) fields: Vec<Paint>,
}

impl Palette {
    /// The shipped palette of this name, one of [`SHIPPED`].
    pub fn shipped(name: &str) -> Option<Palette> {
        let place = SHIPPED.iter().position(|shipped| *shipped == name)?;
        let (named, fields) = &PALETTES[place];
        Some(Palette {
            named: *named,
            fields: fields.to_vec(),
        })
    }

    /// Reads a theme file.
    ///
    /// # Errors
    /// All problems found, in the order of the file; then nothing of it should be used.
    pub fn parse(text: &str) -> Result<Palette, Vec<Problem>> {
        let base = Palette::shipped("dark").unwrap_or_default();
        let Theme { file, palette } = Theme::read(text, base);
        match file.in_order() {
            none if none.is_empty() => Ok(palette),
            problems => Err(problems),
        }
    }
}

/// A theme file being read over a palette.
struct Theme<'t> {
    file: Reader<'t>,
    palette: Palette,
}

/// The keys of a role's table.
const KEYS: [&str; 8] = [
    "color",
    "bg",
    "ansi",
    "bold",
    "dim",
    "italic",
    "underline",
    "reverse",
];

impl<'t> Theme<'t> {
    fn read(text: &'t str, base: Palette) -> Self {
        let (file, table) = Reader::new(text);
        let mut theme = Self { file, palette: base };
        if let Some(table) = table {
            theme.read_table(&table);
        }
        theme
    }

    fn read_table(&mut self, table: &DeTable) {
        // The base first, wherever in the file it stands.
        if let Some(base) = table.get("base") {
            let place = self.file.choice(base, &Path::default().key("base"), SHIPPED);
            if let Some(palette) = place.and_then(|place| Palette::shipped(SHIPPED[place])) {
                self.palette = palette;
            }
        }
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let path = Path::default().key(name);
            if name == "fields" {
                self.read_fields(value, &path);
            } else if let Some(place) = NAMED.iter().position(|(role, _)| *role == name) {
                self.palette.named[place] = self.read_paint(value, &path, self.palette.named[place]);
            } else if name != "base" {
                let known = near(name, NAMED.iter().map(|(role, _)| *role));
                self.file
                    .problem(key.span(), path, ProblemKind::UnknownKey { known });
            }
        }
    }

    fn read_fields(&mut self, value: &Spanned<DeValue>, path: &Path) {
        let Some(list) = value.get_ref().as_array() else {
            return self.file.wrong_type(value, path.clone(), Kind::Array);
        };
        if !(1..=FIELDS).contains(&list.len()) {
            let kind = ProblemKind::Count {
                min: 1,
                max: FIELDS,
                found: list.len(),
            };
            return self.file.problem(value.span(), path.clone(), kind);
        }
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
        self.palette.fields = list
            .iter()
            .enumerate()
            .map(|(at, field)| self.read_paint(field, &path.index(at), base))
            .collect();
    }

    /// A role's value, over what the base says. A new colour ends the base's stand-in for sixteen colours.
    fn read_paint(&mut self, value: &Spanned<DeValue>, path: &Path, base: Paint) -> Paint {
        let mut paint = base;
        let Some(table) = value.get_ref().as_table() else {
            if let Some(color) = self.read_color(value, path) {
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
            let name = key.get_ref().as_ref();
            let path = path.key(name);
            match name {
                "color" => paint.color = self.read_color(value, &path).unwrap_or(paint.color),
                "bg" => paint.bg = self.read_color(value, &path),
                "ansi" => paint.ansi = self.read_color(value, &path),
                "bold" => self.read_flag(value, &path, Modifier::BOLD, &mut paint),
                "dim" => self.read_flag(value, &path, Modifier::DIM, &mut paint),
                "italic" => self.read_flag(value, &path, Modifier::ITALIC, &mut paint),
                "underline" => self.read_flag(value, &path, Modifier::UNDERLINED, &mut paint),
                "reverse" => self.read_flag(value, &path, Modifier::REVERSED, &mut paint),
                _ => {
                    let known = KEYS.map(str::to_owned).to_vec();
                    self.file
                        .problem(key.span(), path, ProblemKind::UnknownKey { known });
                }
            }
        }
        paint
    }

    fn read_color(&mut self, value: &Spanned<DeValue>, path: &Path) -> Option<Color> {
        let written = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) if number.radix() == 10 => number.as_str().to_string(),
            _ => {
                self.file.wrong_type(value, path.clone(), Kind::String);
                return None;
            }
        };
        // `from_str_radix`, which reads the hex digits, would let a sign pass.
        let color = Color::from_str(&written).ok().filter(|_| !written.contains('+'));
        if color.is_none() {
            let found = shortened(&written, FOUND_SHOWN);
            self.file
                .problem(value.span(), path.clone(), ProblemKind::NotAColor { found });
        }
        color
    }

    fn read_flag(&mut self, value: &Spanned<DeValue>, path: &Path, flag: Modifier, paint: &mut Paint) {
        if let Some(on) = self.file.flag(value, path) {
            paint.modifier.set(flag, on);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `shipped.rs` as the theme files have it.
    fn written() -> String {
        let paint = |paint: &Paint| {
            let Paint {
                color,
                bg,
                ansi,
                modifier,
            } = paint;
            format!("paint({color:?}, {bg:?}, {ansi:?}, {})", modifier.bits())
        };
        let mut out = String::from(
            "//! The shipped themes as the program holds them, so that no start reads a theme file. Made of `assets/themes` by\n\
             //! `PEJL_UPDATE_THEMES=1 cargo test --lib shipped`; the same test fails where they differ.\n\n\
             use ratatui::style::{Color::*, Modifier};\n\n\
             use super::paint::Paint;\n\
             use crate::ui::theme::role::NAMED;\n\n\
             const fn paint(\n    color: ratatui::style::Color,\n    bg: Option<ratatui::style::Color>,\n    \
             ansi: Option<ratatui::style::Color>,\n    modifier: u16,\n) -> Paint {\n    Paint {\n        color,\n        \
             bg,\n        ansi,\n        modifier: Modifier::from_bits_retain(modifier),\n    }\n}\n\n\
             /// The named roles and the fields of each theme, in the order of [`SHIPPED`](super::SHIPPED).\n\
             #[rustfmt::skip]\n\
             pub(super) const PALETTES: [([Paint; NAMED.len()], &[Paint]); 4] = [\n",
        );
        for name in SHIPPED {
            let path = format!("{}/assets/themes/{name}.toml", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).unwrap();
            let theme = Theme::read(&text, Palette::default());
            assert!(theme.file.in_order().is_empty(), "{name}");
            out += &format!("    // {name}\n    ([\n");
            for (color, (role, _)) in theme.palette.named.iter().zip(NAMED) {
                out += &format!("        {}, // {role}\n", paint(color));
            }
            out += "    ], &[\n";
            for color in &theme.palette.fields {
                out += &format!("        {},\n", paint(color));
            }
            out += "    ]),\n";
        }
        out + "];\n"
    }

    #[test]
    fn the_shipped_themes_are_those_of_their_files() {
        let path = format!("{}/src/ui/theme/shipped.rs", env!("CARGO_MANIFEST_DIR"));
        let written = written();
        if std::env::var_os("PEJL_UPDATE_THEMES").is_some() {
            std::fs::write(&path, &written).unwrap();
        }
        assert_eq!(std::fs::read_to_string(path).unwrap(), written);
    }
}
