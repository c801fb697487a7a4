//! Pictures in the terminal's own pixels: what a terminal draws them by, and how one lies in a buffer of cells.
//!
//! `raster` is a picture, `sixel` and `png` are its formats. What is drawn on it is the widgets' to say. Whether a
//! terminal can do any of this is found out elsewhere: nothing here asks it.

mod png;
mod raster;
mod sixel;

use std::fmt::Write as _;
use std::num::NonZeroU16;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ratatui_core::buffer::{Buffer, Cell, CellDiffOption};
use ratatui_core::layout::{Position, Rect};

pub(crate) use raster::{Hue, Palette, Raster, side, within};

/// By which protocol a terminal takes pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Protocol {
    /// The graphics protocol of kitty, which Ghostty, Konsole and WezTerm have too.
    Kitty,
    /// Sixel: Windows Terminal, foot, xterm, mlterm, WezTerm, Konsole.
    Sixel,
    /// The inline images of iTerm2, which WezTerm has too.
    Iterm2,
}

/// The size of one cell in pixels.
///
/// ```
/// use ratatui_dial::CellSize;
///
/// assert!(CellSize::new(10, 20).is_some());
/// // what no font has is no size
/// assert_eq!(CellSize::new(0, 0), None);
/// assert_eq!(CellSize::new(10_000, 10_000), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CellSize {
    width: u16,
    height: u16,
}

impl CellSize {
    /// A cell of `width` by `height` pixels; `None` where no font has such cells: narrower than 4 or wider than 128
    /// pixels, wider than high, or more than four times as high as wide.
    #[must_use]
    pub const fn new(width: u16, height: u16) -> Option<Self> {
        let known = width >= 4 && width <= 128 && height >= width && height <= 4 * width;
        if known { Some(Self { width, height }) } else { None }
    }

    /// Its width in pixels.
    pub const fn width(self) -> u16 {
        self.width
    }

    /// Its height in pixels.
    pub const fn height(self) -> u16 {
        self.height
    }

    /// Its height divided by its width, as [`Dial::aspect`](crate::Dial::aspect) takes it.
    pub fn aspect(self) -> f32 {
        f32::from(self.height) / f32::from(self.width)
    }
}

/// How pictures are shown in a terminal: what [`Marker::Pixels`](crate::Marker::Pixels) draws with.
///
/// # How a picture lies in the buffer
///
/// Its bytes are the symbol of its first cell, which ratatui writes as it is, and only when it has changed. What is
/// written over it (the number of a dial) is written again in every frame. A widget that writes over a picture by itself
/// gives its cells [`CellDiffOption::AlwaysUpdate`]. What is to cover a picture wholly or in part, a popup for instance,
/// is drawn over a widget with another marker, as no terminal says what became of a picture under it.
///
/// With [`Protocol::Kitty`] a picture stays until it is removed: after each frame [`Graphics::removal`] says how, for
/// those that are not in it any more. With the other protocols cells that are written take its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Graphics {
    /// What the terminal takes.
    pub protocol: Protocol,
    /// The size of its cells.
    pub cell: CellSize,
}

/// The longest side of one picture in pixels; a larger one is laid out in tiles, as xterm cuts it off there.
const LARGEST: u16 = 1000;

/// The most pixels that a widget is drawn in; one with more is drawn in cells.
const MOST: u64 = 1 << 23;

/// The most bytes of base64 in one piece of kitty's protocol.
const PIECE: usize = 4096;

/// The first of the numbers that pictures have with kitty, so that they are not those of other programs.
const FIRST_ID: u32 = 0x6469_0000;

impl Graphics {
    /// What removes the picture from the terminal whose first cell was at this place, where writing over it does not:
    /// with [`Protocol::Kitty`]. To be written outside of a frame or within.
    pub fn removal(self, at: impl Into<Position>) -> Option<String> {
        let id = id(at.into());
        (self.protocol == Protocol::Kitty).then(|| format!("\x1b_Ga=d,d=I,i={id},q=2\x1b\\"))
    }

    /// The places of the pictures in a buffer.
    pub fn pictures(buffer: &Buffer) -> impl Iterator<Item = Position> + '_ {
        let pictures = buffer
            .content
            .iter()
            .enumerate()
            .filter(|(_, cell)| is_picture(cell));
        pictures.map(|(at, _)| buffer.pos_of(at).into())
    }

    /// Whether a picture of the cells `area` can be shown in a buffer of these cells. Sixel and inline images scroll the
    /// screen where they reach its last row.
    pub(crate) fn can_show(self, area: Rect, buffer: Rect) -> bool {
        let pixels = area.area() as u64 * u64::from(self.cell.width) * u64::from(self.cell.height);
        let ends = self.protocol != Protocol::Kitty && area.bottom() >= buffer.bottom();
        !area.is_empty() && pixels <= MOST && !ends
    }

    /// Puts the picture over the cells `area` of the buffer, which are blank. Cells whose symbol is written afterwards
    /// are shown in front of it where they are given to [`Graphics::show_over`] too.
    pub(crate) fn place(self, picture: &Raster, area: Rect, buffer: &mut Buffer) {
        let most = |pixels: u16| (LARGEST / pixels).max(1);
        let (columns, rows) = (most(self.cell.width), most(self.cell.height));
        for top in (area.top()..area.bottom()).step_by(rows.into()) {
            for left in (area.left()..area.right()).step_by(columns.into()) {
                let tile = Rect::new(left, top, columns, rows).intersection(area);
                let part = picture.part(
                    usize::from(left - area.left()) * usize::from(self.cell.width),
                    usize::from(top - area.top()) * usize::from(self.cell.height),
                    usize::from(tile.width) * usize::from(self.cell.width),
                    usize::from(tile.height) * usize::from(self.cell.height),
                );
                self.place_tile(&part, tile, buffer);
            }
        }
    }

    fn place_tile(self, picture: &Raster, tile: Rect, buffer: &mut Buffer) {
        if self.protocol != Protocol::Kitty {
            // the picture is all there is to see of these cells
            for position in tile.positions() {
                buffer[position].set_diff_option(CellDiffOption::Skip);
            }
        }
        let at = tile.as_position();
        let symbol = self.encode(picture, tile);
        buffer[at]
            .set_symbol(&symbol)
            .set_diff_option(CellDiffOption::ForcedWidth(NonZeroU16::MIN));
    }

    /// Shows what is written in a cell in front of the picture that lies there.
    pub(crate) fn show_over(self, cell: &mut Cell) {
        if self.protocol != Protocol::Kitty {
            cell.set_diff_option(CellDiffOption::AlwaysUpdate);
        }
    }

    /// The bytes that show a picture over the cells `tile`, with the cursor in the first of them before and one column
    /// on afterwards.
    fn encode(self, picture: &Raster, tile: Rect) -> String {
        let Rect { x, y, width, height } = tile;
        // of the cursor after a picture no two terminals think alike, and what saves it may be in use
        let back = format!("\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 2);
        match self.protocol {
            Protocol::Sixel => sixel::encode(picture) + &back,
            Protocol::Iterm2 => {
                let png = STANDARD.encode(png::encode(picture, false));
                format!(
                    "\x1b]1337;File=inline=1;size={};width={width};height={height};\
                     preserveAspectRatio=0;doNotMoveCursor=1:{png}\x07{back}",
                    png.len() / 4 * 3
                )
            }
            Protocol::Kitty => {
                let png = STANDARD.encode(png::encode(picture, true));
                let id = id(tile.as_position());
                let mut bytes = String::with_capacity(png.len() + 128);
                let mut rest = png.as_str();
                let mut keys = format!("a=T,f=100,i={id},p=1,q=2,C=1,c={width},r={height},");
                loop {
                    let (piece, after) = rest.split_at(rest.len().min(PIECE));
                    let more = u8::from(!after.is_empty());
                    let _ = write!(bytes, "\x1b_G{keys}m={more};{piece}\x1b\\");
                    (rest, keys) = (after, String::from("q=2,"));
                    if rest.is_empty() {
                        break;
                    }
                }
                // the cell itself is empty
                bytes.push(' ');
                bytes
            }
        }
    }
}

/// Whether a picture begins in a cell. No text holds the sign by which it does.
fn is_picture(cell: &Cell) -> bool {
    matches!(cell.diff_option, CellDiffOption::ForcedWidth(_)) && cell.symbol().starts_with('\x1b')
}

/// The number of the picture whose first cell is at this place: one picture begins in a cell.
fn id(at: Position) -> u32 {
    FIRST_ID + u32::from(at.y) * 0x400 + u32::from(at.x)
}

/// The colour as a terminal of 256 colours shows it; `None` for one that is the user's own.
pub(crate) fn rgb(color: ratatui_core::style::Color) -> Option<ratatui_core::style::Color> {
    use ratatui_core::style::Color;
    match color {
        Color::Rgb(..) => Some(color),
        Color::Indexed(grey @ 232..) => {
            let level = 8 + 10 * (grey - 232);
            Some(Color::Rgb(level, level, level))
        }
        Color::Indexed(cube @ 16..) => {
            let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
            let cube = cube - 16;
            Some(Color::Rgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
