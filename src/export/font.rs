//! The letters of PDF and PNG: Inter, regular and half bold, cut once to Latin letters and the signs in use
//! (`assets/fonts`). Owns how wide a text is and where its lines break; whoever draws asks for the glyphs.

use std::sync::OnceLock;
use ttf_parser::{Face, GlyphId};
use unicode_width::UnicodeWidthChar;

/// What stands for letters that the fonts lack, which have this one.
const MISSING: char = '○';

/// A font.
pub struct Font {
    /// Its file.
    pub file: &'static [u8],
    /// What it is called.
    pub name: &'static str,
    /// What it says of itself.
    pub face: Face<'static>,
    /// The glyph of every letter below [`KEPT`] that there is: looking it up in the file takes long.
    kept: Vec<Option<Glyph>>,
    /// That of [`MISSING`].
    missing: Glyph,
}

/// A glyph and how wide it is, as a part of the size.
type Glyph = (GlyphId, f64);

/// Above this number the fonts have no letters.
const KEPT: u32 = 0x2600;

/// The regular font, or the half bold one; nothing where a build has a broken file.
pub fn font(bold: bool) -> Option<&'static Font> {
    static FONTS: [OnceLock<Option<Font>>; 2] = [OnceLock::new(), OnceLock::new()];
    let read = || {
        let (name, file): (_, &'static [u8]) = match bold {
            false => (
                "Inter-Regular",
                include_bytes!("../../assets/fonts/Inter-Regular.ttf"),
            ),
            true => (
                "Inter-SemiBold",
                include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"),
            ),
        };
        let face = Face::parse(file, 0).ok()?;
        let glyph = |letter| {
            let glyph = face.glyph_index(letter)?;
            let advance = face.glyph_hor_advance(glyph).unwrap_or_default();
            Some((glyph, f64::from(advance) / f64::from(face.units_per_em())))
        };
        let kept = (0..KEPT).map(|code| glyph(char::from_u32(code)?)).collect();
        let missing = glyph(MISSING).unwrap_or_default();
        Some(Font {
            file,
            name,
            face,
            kept,
            missing,
        })
    };
    FONTS[usize::from(bold)].get_or_init(read).as_ref()
}

impl Font {
    /// The glyphs of a text. Letters in a row that the font lacks are one sign, and a mark on a letter that it lacks is left
    /// out.
    pub fn glyphs(&self, text: &str) -> impl Iterator<Item = Glyph> {
        let mut lacked = false;
        text.chars().filter_map(move |letter| {
            let glyph = self.kept.get(u32::from(letter) as usize).copied().flatten();
            let is_seen = letter.width().is_some_and(|cells| cells > 0);
            let is_sign = is_seen && !lacked;
            lacked = glyph.is_none() && (is_seen || lacked);
            glyph.or(is_sign.then_some(self.missing))
        })
    }
}

/// How wide a text is in a size.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let Some(font) = font(bold) else { return 0.0 };
    font.glyphs(text).map(|(_, advance)| advance).sum::<f64>() * size
}

/// A piece of a line: text, and whether it is bold.
pub type Run = (String, bool);

/// Runs of text in lines so wide; at least one line. A word that is wider than a line is broken.
pub fn lines(runs: &[(&str, bool)], size: f64, wide: f64) -> Vec<Vec<Run>> {
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    let mut used = 0.0;
    for (text, bold) in runs {
        for word in text.split_inclusive(' ') {
            let needed = width(word.trim_end(), size, *bold);
            if used > 0.0 && used + needed > wide {
                lines.push(Vec::new());
                used = 0.0;
            }
            if needed <= wide {
                push(&mut lines, word, *bold);
                used += width(word, size, *bold);
                continue;
            }
            for letter in word.chars() {
                let needed = width(letter.encode_utf8(&mut [0; 4]), size, *bold);
                if used > 0.0 && used + needed > wide {
                    lines.push(Vec::new());
                    used = 0.0;
                }
                push(&mut lines, letter.encode_utf8(&mut [0; 4]), *bold);
                used += needed;
            }
        }
    }
    lines
}

fn push(lines: &mut [Vec<Run>], text: &str, bold: bool) {
    let Some(line) = lines.last_mut() else { return };
    match line.last_mut() {
        Some((before, same)) if *same == bold => before.push_str(text),
        _ => line.push((text.to_owned(), bold)),
    }
}
