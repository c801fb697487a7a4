//! A page as PNG, so many pixels wide. The same page gives the same bytes.

use super::{
    canvas::{self, Anchor, Face, Item, Page, Stroke, rgb},
    font::{self, font},
    unwritable,
};
use crate::core::fault::Fault;
use flate2::{Compression, Crc, write::ZlibEncoder};
use std::io::Write;
use ttf_parser::OutlineBuilder;
use zeno::{Cap, Command, Fill, Join, Mask, PathBuilder, Style, Transform};

/// The page, `wide` pixels across; what is under it shows through where it has no ground.
///
/// # Errors
/// Where it cannot be packed.
pub fn write(page: &Page, wide: u32) -> Result<Vec<u8>, Fault> {
    packed(&Picture::of(page, wide, page.ground)).map_err(|error| unwritable(&error))
}

/// Pixels of red, green and blue, and how much each covers.
pub struct Picture {
    /// How many are beside each other.
    pub wide: usize,
    high: usize,
    scale: f32,
    /// The rows from the top.
    pub pixels: Vec<[u8; 4]>,
}

impl Picture {
    /// A page so many pixels across on a ground, or on none.
    pub fn of(page: &Page, wide: u32, ground: Option<&str>) -> Self {
        let scale = f64::from(wide) / page.size.0;
        let high = (page.size.1 * scale).round().max(1.0) as u32;
        let pixel = ground.map_or([0; 4], |ground| {
            let [red, green, blue] = rgb(ground);
            [red, green, blue, 255]
        });
        let mut picture = Self {
            wide: wide as usize,
            high: high as usize,
            scale: scale as f32,
            pixels: vec![pixel; wide as usize * high as usize],
        };
        for item in &page.canvas.items {
            picture.draw(item);
        }
        picture
    }

    fn draw(&mut self, item: &Item) {
        let (path, fill, stroke) = match item {
            Item::Path { steps, fill, stroke } => (canvas::curves(steps), fill, stroke),
            Item::Circle {
                middle,
                radius,
                fill,
                stroke,
            } => (canvas::circle(*middle, *radius), fill, stroke),
            Item::Begin(_) | Item::End => return,
            Item::Text { at, face, text } => {
                let path = letters(*at, face, text);
                return self.cover(&path, Fill::NonZero.into(), face.fill, 1.0);
            }
        };
        if let Some(fill) = fill {
            self.cover(&path, Fill::NonZero.into(), fill.colour, fill.opacity);
        }
        if let Some(stroke) = stroke {
            let Stroke { colour, opacity, .. } = *stroke;
            let dashes: Vec<f32> = stroke
                .dashes
                .map_or(Vec::new(), |(dash, gap)| vec![dash as f32, gap as f32]);
            let mut style = zeno::Stroke::new(stroke.width as f32);
            style.dash(&dashes, 0.0);
            style.join(if stroke.round { Join::Round } else { Join::Miter });
            style.cap(if stroke.round_ends { Cap::Round } else { Cap::Butt });
            self.cover(&path, (&style).into(), colour, opacity);
        }
    }

    /// Lays a colour on all that a path covers.
    fn cover(&mut self, path: &[Command], style: Style, colour: &str, opacity: f64) {
        if path.is_empty() {
            return;
        }
        let (mask, place) = Mask::new(path)
            .style(style)
            .transform(Some(Transform::scale(self.scale, self.scale)))
            .render();
        let colour = rgb(colour);
        let opacity = (opacity * 255.0).round() as u32;
        for (row, covers) in (place.top..).zip(mask.chunks_exact((place.width as usize).max(1))) {
            let Some(row) = usize::try_from(row).ok().filter(|row| *row < self.high) else {
                continue;
            };
            for (column, cover) in (place.left..).zip(covers).filter(|(_, cover)| **cover > 0) {
                let Some(column) = usize::try_from(column).ok().filter(|column| *column < self.wide) else {
                    continue;
                };
                let part = u32::from(*cover) * opacity / 255;
                lay(&mut self.pixels[row * self.wide + column], colour, part);
            }
        }
    }
}

/// Lays a colour on a pixel, of which it covers so much of 255.
fn lay(pixel: &mut [u8; 4], colour: [u8; 3], part: u32) {
    let under = u32::from(pixel[3]) * (255 - part);
    // in parts of 255 times 255
    let covered = part * 255 + under;
    if covered == 0 {
        return;
    }
    for (there, colour) in pixel.iter_mut().zip(colour) {
        let mixed = u32::from(colour) * part * 255 + u32::from(*there) * under;
        *there = ((mixed + covered / 2) / covered) as u8;
    }
    pixel[3] = ((covered + 127) / 255) as u8;
}

/// The outlines of a text's letters.
fn letters((x, y): canvas::Point, face: &Face, text: &str) -> Vec<Command> {
    let mut pen = Pen {
        path: Vec::new(),
        x: 0.0,
        y: y as f32,
        scale: 0.0,
    };
    let Some(font) = font(face.bold) else {
        return pen.path;
    };
    let wide = font::width(text, face.size, face.bold);
    let mut x = match face.anchor {
        Anchor::Start => x,
        Anchor::Middle => x - wide / 2.0,
        Anchor::End => x - wide,
    };
    pen.scale = (face.size / f64::from(font.face.units_per_em())) as f32;
    for (glyph, advance) in font.glyphs(text) {
        pen.x = x as f32;
        font.face.outline_glyph(glyph, &mut pen);
        x += advance * face.size;
    }
    pen.path
}

/// Takes the outlines of glyphs, which go up, onto a page, which goes down.
struct Pen {
    path: Vec<Command>,
    x: f32,
    y: f32,
    scale: f32,
}

impl Pen {
    fn to(&self, x: f32, y: f32) -> [f32; 2] {
        [self.x + x * self.scale, self.y - y * self.scale]
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.to(x, y);
        self.path.move_to(to);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.to(x, y);
        self.path.line_to(to);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.to(x1, y1), self.to(x, y));
        self.path.quad_to(by, to);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, to) = (self.to(x1, y1), self.to(x2, y2), self.to(x, y));
        self.path.curve_to(first, second, to);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

/// The picture as a file.
fn packed(picture: &Picture) -> std::io::Result<Vec<u8>> {
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = Vec::new();
    head.extend((picture.wide as u32).to_be_bytes());
    head.extend((picture.high as u32).to_be_bytes());
    let is_whole = picture.pixels.iter().all(|pixel| pixel[3] == 255);
    // eight bits each of red, green and blue, or of these and how much they cover
    head.extend([8, if is_whole { 2 } else { 6 }, 0, 0, 0]);
    chunk(&mut out, b"IHDR", &head);
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::new(6));
    let parts = if is_whole { 3 } else { 4 };
    for row in picture.pixels.chunks_exact(picture.wide) {
        let row = row.iter().flat_map(|pixel| &pixel[..parts]);
        let bytes: Vec<u8> = std::iter::once(&0).chain(row).copied().collect();
        packer.write_all(&bytes)?;
    }
    chunk(&mut out, b"IDAT", &packer.finish()?);
    chunk(&mut out, b"IEND", &[]);
    Ok(out)
}

fn chunk(out: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    let mut sum = Crc::new();
    sum.update(kind);
    sum.update(data);
    out.extend((data.len() as u32).to_be_bytes());
    out.extend(kind);
    out.extend(data);
    out.extend(sum.sum().to_be_bytes());
}
