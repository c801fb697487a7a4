//! The letters of PDF and PNG: Inter, regular and half bold, cut once to Latin letters and the signs in use
//! (`assets/fonts`). Owns how wide a text is and where its lines break; whoever draws asks for the glyphs.

use std::sync::OnceLock;
use ttf_parser::{Face, GlyphId};

/// What stands for a letter that the fonts lack.
const MISSING: char = '\u{fffd}';

/// A font.
pub struct Font {
    /// Its file.
    pub file: &'static [u8],
    /// What it is called.
    pub name: &'static str,
    /// What it says of itself.
    pub face: Face<'static>,
    /// The glyph of every letter below [`KEPT`] and how wide it is, as a part of the size: looking both up in the file takes
    /// long.
    kept: Vec<(GlyphId, f64)>,
}

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
        let missing = face.glyph_index(MISSING).unwrap_or_default();
        let kept = (0..KEPT).map(|code| {
            let letter = char::from_u32(code).and_then(|letter| face.glyph_index(letter));
            let glyph = letter.unwrap_or(missing);
            let advance = face.glyph_hor_advance(glyph).unwrap_or_default();
            (glyph, f64::from(advance) / f64::from(face.units_per_em()))
        });
        let kept = kept.collect();
        Some(Font {
            file,
            name,
            face,
            kept,
        })
    };
    FONTS[usize::from(bold)].get_or_init(read).as_ref()
}

impl Font {
    /// The glyph of a letter, that of [`MISSING`] where there is none, and how wide it is, as a part of the size.
    pub fn glyph(&self, letter: char) -> (GlyphId, f64) {
        let kept = self.kept.get(u32::from(letter) as usize);
        // one that is never a letter has the glyph of those that are missing
        kept.or(self.kept.first()).copied().unwrap_or_default()
    }
}

/// How wide a text is in a size.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let Some(font) = font(bold) else { return 0.0 };
    let advance = |letter| font.glyph(letter).1;
    text.chars().map(advance).sum::<f64>() * size
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
