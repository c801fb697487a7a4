//! Sixel (DEC STD 070; "Sixel Graphics" in the manual of the VT330/VT340): six rows at a time, one colour after the
//! other. Opaque: every pixel is drawn, the background too.

use super::raster::Raster;
use std::fmt::Write as _;

/// The rows that are sent together.
const BAND: usize = 6;

/// The picture as a device control string.
pub fn encode(picture: &Raster) -> String {
    let (width, colors) = (picture.width(), picture.palette().colors());
    // what is not drawn is left as it is; pixels are square
    let mut out = format!("\x1bP0;1;0q\"1;1;{width};{}", picture.height());
    for (register, color) in colors.iter().enumerate() {
        let [r, g, b] = color.map(|part| (u32::from(part) * 100 + 127) / 255);
        let _ = write!(out, "#{register};2;{r};{g};{b}");
    }
    // for each colour and column which of the six rows have it
    let mut bits = vec![0_u8; colors.len() * width];
    let rows: Vec<&[u8]> = picture.rows().collect();
    for (at, band) in rows.chunks(BAND).enumerate() {
        if at > 0 {
            out.push('-');
        }
        let mut used = [false; 256];
        for (row, pixels) in band.iter().enumerate() {
            for (x, color) in pixels.iter().enumerate() {
                bits[usize::from(*color) * width + x] |= 1 << row;
                used[usize::from(*color)] = true;
            }
        }
        let mut first = true;
        for (color, bits) in bits.chunks_exact_mut(width.max(1)).enumerate() {
            if !used[color] {
                continue;
            }
            if !std::mem::take(&mut first) {
                out.push('$');
            }
            let _ = write!(out, "#{color}");
            write_runs(bits, &mut out);
            bits.fill(0);
        }
    }
    out.push_str("\x1b\\");
    out
}

/// Writes a row of sixels, equal ones counted; none after the last that is drawn.
fn write_runs(bits: &[u8], out: &mut String) {
    let drawn = bits
        .iter()
        .rposition(|bits| *bits != 0)
        .map_or(0, |last| last + 1);
    for run in bits[..drawn].chunk_by(|a, b| a == b) {
        let sixel = char::from(b'?' + run[0]);
        if run.len() > 3 {
            let _ = write!(out, "!{}{sixel}", run.len());
        } else {
            out.extend(run.iter().map(|_| sixel));
        }
    }
}
