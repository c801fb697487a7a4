//! A frame as an SVG picture, and the files that hold pictures. It knows nothing of what is drawn.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use ratatui::symbols::pixel::{OCTANTS, QUADRANTS, SEXTANTS};
use std::{fmt::Write, fs, io, path::Path};

/// Writes the frames as pictures into `folder`, or with `check` says on standard error which are stale. Returns whether
/// all are there as they should be.
///
/// # Errors
///
/// What the disk says where a picture cannot be written.
pub fn write_all<'a>(
    folder: &Path,
    check: bool,
    frames: impl IntoIterator<Item = (&'a str, Buffer)>,
) -> io::Result<bool> {
    let mut fresh = true;
    for (name, frame) in frames {
        let (file, picture) = (folder.join(name).with_extension("svg"), svg(&frame));
        if !check {
            fs::create_dir_all(folder)?;
            fs::write(&file, picture)?;
        } else if fs::read_to_string(&file).ok().as_deref() != Some(&picture) {
            eprintln!("{} is stale: run this without --check", file.display());
            fresh = false;
        }
    }
    Ok(fresh)
}

/// Width and height of a cell, in units of the picture.
const CELL: (u32, u32) = (10, 20);

/// A frame as a picture: rectangles for backgrounds and block signs, text for the rest, row by row.
fn svg(frame: &Buffer) -> String {
    let (columns, rows) = (u32::from(frame.area.width), u32::from(frame.area.height));
    let ground = color(frame[(0, 0)].bg).unwrap_or_default();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" \
         font-family=\"'DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,monospace\" font-size=\"16.6\" \
         shape-rendering=\"crispEdges\">\n<rect width=\"{w}\" height=\"{h}\" fill=\"{ground}\"/>\n",
        w = columns * CELL.0,
        h = rows * CELL.1,
    );
    for y in 0..frame.area.height {
        let mut x = 0;
        while x < frame.area.width {
            let cell = &frame[(x, y)];
            if let Some((columns, rows, png)) = picture(cell.symbol()) {
                // writing to a String cannot fail
                let _ = writeln!(
                    out,
                    "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" href=\"data:image/png;base64,{png}\"/>",
                    u32::from(x) * CELL.0,
                    u32::from(y) * CELL.1,
                    columns * CELL.0,
                    rows * CELL.1,
                );
                x += 1;
                continue;
            }
            let mut end = x + 1;
            while end < frame.area.width && alike(cell, &frame[(end, y)]) {
                end += 1;
            }
            let run: String = (x..end).map(|x| frame[(x, y)].symbol()).collect();
            shapes(&mut out, cell, &run, (x, y), end - x, &ground);
            x = end;
        }
    }
    out.push_str("</svg>\n");
    out
}

/// The picture that begins in a cell, where it is one of kitty's protocol: its columns, its rows, and itself in base64.
pub fn picture(symbol: &str) -> Option<(u32, u32, String)> {
    let pieces = symbol.strip_prefix("\x1b_G")?.split("\x1b\\");
    let (keys, _) = symbol.split_once(';')?;
    let key = |name| {
        keys.split(',')
            .find_map(|key| key.strip_prefix(name)?.parse().ok())
    };
    let data = pieces.map_while(|piece| Some(piece.split_once(';')?.1));
    Some((key("c=")?, key("r=")?, data.collect()))
}

/// The parts of a sign of quadrants, sextants or octants that are drawn: rows of two, bit by bit.
fn parts(symbol: &str) -> Option<(u32, usize)> {
    let sign = symbol.chars().next()?;
    let tables = [(2, &QUADRANTS[..]), (3, &SEXTANTS), (4, &OCTANTS)];
    tables.into_iter().find_map(|(rows, signs)| {
        let bits = signs.iter().position(|other| *other == sign)?;
        Some((rows, bits))
    })
}

/// True where two cells are drawn as one piece: both text, or the same block sign, in the same colours.
fn alike(a: &Cell, b: &Cell) -> bool {
    let block = |cell: &Cell| parts(cell.symbol()).is_some_and(|(_, bits)| bits > 0);
    let same = (a.fg, a.bg, a.modifier) == (b.fg, b.bg, b.modifier);
    same && (a.symbol() == b.symbol() || !block(a) && !block(b))
}

fn shapes(out: &mut String, cell: &Cell, run: &str, (x, y): (u16, u16), length: u16, ground: &str) {
    let (x, y, width) = (
        u32::from(x) * CELL.0,
        u32::from(y) * CELL.1,
        u32::from(length) * CELL.0,
    );
    let mut rect = |top: u32, height: u32, fill: &str| {
        // writing to a String cannot fail
        let _ = writeln!(
            out,
            "<rect x=\"{x}\" y=\"{}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>",
            y + top
        );
    };
    let (fg, bg) = (
        color(cell.fg).unwrap_or_default(),
        color(cell.bg).unwrap_or_default(),
    );
    if bg != ground && cell.symbol() != "█" {
        rect(0, CELL.1, &bg);
    }
    match cell.symbol() {
        "▀" => rect(0, CELL.1 / 2, &fg),
        "▄" => rect(CELL.1 / 2, CELL.1 / 2, &fg),
        "█" => rect(0, CELL.1, &fg),
        _ if run.trim().is_empty() => {}
        // a blank has no parts: what it begins is text
        symbol if parts(symbol).is_some_and(|(_, bits)| bits > 0) => {
            let (rows, bits) = parts(symbol).unwrap_or_default();
            let high = f64::from(CELL.1) / f64::from(rows);
            let (cell, half) = (CELL.0, CELL.0 / 2);
            for at in (0..2 * rows).filter(|at| bits >> at & 1 == 1) {
                for x in (x..x + width).step_by(cell as usize) {
                    let _ = writeln!(
                        out,
                        "<rect x=\"{}\" y=\"{:.2}\" width=\"{half}\" height=\"{high:.2}\" fill=\"{fg}\"/>",
                        x + at % 2 * half,
                        f64::from(y) + f64::from(at / 2) * high,
                    );
                }
            }
        }
        _ => {
            let weight = if cell.modifier.contains(Modifier::BOLD) {
                " font-weight=\"bold\""
            } else {
                ""
            };
            let mut at = 0;
            // a picture keeps no run of blanks: what stands between them is placed by itself
            for piece in run.split("  ") {
                let (lead, text) = (piece.chars().take_while(|c| *c == ' ').count(), piece.trim());
                if !text.is_empty() {
                    let x = x + (at + lead) as u32 * CELL.0;
                    let width = text.chars().count() as u32 * CELL.0;
                    let text = text.replace('&', "&amp;").replace('<', "&lt;");
                    let _ = writeln!(
                        out,
                        "<text x=\"{x}\" y=\"{}\" fill=\"{fg}\"{weight} textLength=\"{width}\">{text}</text>",
                        y + 15
                    );
                }
                at += piece.chars().count() + 2;
            }
        }
    }
}

fn color(color: Color) -> Option<String> {
    match color {
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        _ => None,
    }
}
