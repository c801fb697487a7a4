//! The scale as wide as the room: everyone's dots over it, or who waits to be shown. Owns where each dot stands and how
//! large it is.

use crate::core::{dial::DialValue, team::Row};
use crate::screens::state::State;
use crate::ui::{
    Look,
    big::{self, Big, Shape},
    theme::Role,
    write,
};
use ratatui::{buffer::Buffer, layout::Rect};
use ratatui_dial::Marker;
use unicode_width::UnicodeWidthStr;

/// The most rows of those who wait to be shown.
const WAITING: u16 = 4;

/// How many detents there are.
const DETENTS: u16 = 11;

/// What is drawn of a mark.
pub struct Scale<'a> {
    /// Everyone's values.
    pub row: &'a Row,
    /// The reader's own, where names are shown.
    pub own: Option<DialValue>,
    /// The mark's field.
    pub field: usize,
    /// How far the dots are on their way to where they stand, in 0..=1; nothing while they wait.
    pub revealed: Option<f32>,
}

/// How a group is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    /// Discs so many cells wide, half as many high.
    Disc(u16),
    /// One sign each.
    Sign,
    /// A bar a detent, with its number.
    Bar,
}

impl Size {
    /// How the heaps of one mark are drawn, the highest of `most`, and how many stand beside each other in each: discs straight
    /// over each other where they fit in height, else as few beside each other as fit.
    fn of_heaps(look: &Look, most: usize, width: u16, rows: u16) -> (Self, usize) {
        let size = match Self::fitting(look, most, width, rows, 1) {
            disc @ Self::Disc(_) => disc,
            _ => Self::fitting(look, most, width, rows, usize::MAX),
        };
        let high = usize::from((rows / size.cells().1).max(1));
        (size, most.div_ceil(high).max(1))
    }

    /// The largest in which `count` stand in so many cells and rows, at most so many beside each other.
    fn fitting(look: &Look, count: usize, width: u16, rows: u16, beside: usize) -> Self {
        let discs: &[u16] = match look.marker {
            Marker::Ascii => &[],
            _ => &[12, 10, 8, 6, 4],
        };
        let sizes = discs.iter().map(|cells| Self::Disc(*cells)).chain([Self::Sign]);
        let mut fitting = sizes.filter(|size| {
            let (wide, high) = size.cells();
            let beside = size.beside(width).min(beside);
            width >= wide && count.div_ceil(beside) * usize::from(high) <= rows.into()
        });
        fitting.next().unwrap_or(Self::Bar)
    }

    /// How many there is room for beside each other; at least one.
    fn beside(self, width: u16) -> usize {
        usize::from((width + 1) / (self.cells().0 + 1)).max(1)
    }

    /// Its width and height in cells; a cell of air is between two beside each other.
    fn cells(self) -> (u16, u16) {
        match self {
            Self::Disc(cells) => (cells, cells / 2),
            Self::Sign | Self::Bar => (1, 1),
        }
    }
}

/// So many in rows from the bottom of an area up, at most so many beside each other, each row in its middle: where each of
/// them stands.
fn stack(count: usize, size: Size, area: Rect, beside: usize) -> Vec<(u16, u16)> {
    let (wide, high) = size.cells();
    let beside = beside.min(size.beside(area.width));
    let place = |at: usize| {
        let row = at / beside;
        let here = (count - row * beside).min(beside) as u16;
        let used = here * (wide + 1) - 1;
        let x = area.x + area.width.saturating_sub(used) / 2 + (at % beside) as u16 * (wide + 1);
        let up = (row as u16 + 1) * high;
        (x, area.bottom().saturating_sub(up).max(area.y))
    };
    (0..count).map(place).collect()
}

impl Scale<'_> {
    /// The columns of one detent.
    fn detent(area: Rect, at: u16) -> Rect {
        let width = area.width / DETENTS;
        let left = (area.width - width * DETENTS) / 2;
        Rect {
            x: area.x + left + at * width,
            width,
            ..area
        }
    }

    /// The column of a value between the ends, over the middle of its detent.
    fn column(area: Rect, value: f64) -> u16 {
        let detent = Self::detent(area, 0);
        let from = f64::from(detent.x + detent.width / 2);
        let at = value - f64::from(DialValue::MIN.get());
        (from + at * f64::from(detent.width)).round() as u16
    }

    /// Draws the dots in `area`.
    pub fn dots(&self, look: &Look, buffer: &mut Buffer, area: Rect) {
        if area.is_empty() {
            return;
        }
        let width = Self::detent(area, 0).width;
        let most = self.row.at.iter().copied().max().unwrap_or(0);
        let count = self.row.count();
        let Some(share) = self.revealed else {
            // how large they are says nothing of where they stand
            let rows = area.height.min(WAITING);
            let size = Size::fitting(look, count, area.width, rows, usize::MAX);
            if size == Size::Bar {
                let said = count.to_string();
                return Big::line(look, &said, area.width, area.height.min(8)).draw_centred(
                    look,
                    buffer,
                    area,
                    Role::Muted,
                );
            }
            for (x, y) in stack(count, size, area, usize::MAX) {
                self.dot(look, buffer, (x, y), size, Role::Muted, false);
            }
            return;
        };
        let (size, beside) = Size::of_heaps(look, most, width, area.height);
        if size == Size::Bar {
            return self.bars(look, buffer, area, most, share);
        }
        let waiting = stack(count, size, area, usize::MAX);
        let own = self.own.map(|own| (own.get() - DialValue::MIN.get()) as u16);
        let mut waiting = waiting.into_iter();
        for (at, here) in (0..DETENTS).zip(self.row.at) {
            let heap = stack(here, size, Self::detent(area, at), beside);
            for (place, to) in heap.into_iter().enumerate() {
                let from = waiting.next().unwrap_or(to);
                let between = |from: u16, to: u16| {
                    (f32::from(from) + (f32::from(to) - f32::from(from)) * share).round() as u16
                };
                let is_own = place == 0 && own == Some(at);
                let role = if is_own {
                    Role::Strong
                } else {
                    Role::Field(self.field)
                };
                let at = (between(from.0, to.0), between(from.1, to.1));
                self.dot(look, buffer, at, size, role, is_own);
            }
        }
    }

    /// One dot, the reader's own in a shape of its own.
    fn dot(&self, look: &Look, buffer: &mut Buffer, (x, y): (u16, u16), size: Size, role: Role, own: bool) {
        let (width, height) = size.cells();
        match size {
            Size::Disc(_) => {
                let shape = if own { Shape::Diamond } else { Shape::Disc };
                big::shape(look, buffer, Rect::new(x, y, width, height), role, shape);
            }
            _ => _ = write(buffer, x, y, if own { "◆" } else { "●" }, 1, look.style(role)),
        }
    }

    /// A bar a detent, as high as its share of the most, with its number over it.
    fn bars(&self, look: &Look, buffer: &mut Buffer, area: Rect, most: usize, share: f32) {
        let rows = usize::from(area.height.saturating_sub(1));
        for (at, here) in (0..DETENTS).zip(self.row.at).filter(|(_, here)| *here > 0) {
            let detent = Self::detent(area, at);
            let high = (here * rows).div_ceil(most.max(1)) as f32 * share;
            let high = (high.round() as u16).min(area.height.saturating_sub(1));
            let wide = detent.width.saturating_sub(2).max(1);
            let x = detent.x + (detent.width - wide) / 2;
            let bar = "█".repeat(wide.into());
            for y in area.bottom() - high..area.bottom() {
                write(buffer, x, y, &bar, wide, look.style(Role::Field(self.field)));
            }
            centred(
                look,
                buffer,
                detent,
                area.bottom() - high - 1,
                &here.to_string(),
                Role::Strong,
            );
        }
        crate::ui::close_gaps(buffer, area);
    }

    /// Draws the line that they stand on, with a stroke at each detent and, where they are shown, a band over the middle half.
    pub fn axis(&self, look: &Look, buffer: &mut Buffer, area: Rect) {
        let (left, right) = (Self::column(area, -5.0), Self::column(area, 5.0));
        let put = |buffer: &mut Buffer, x: u16, sign: &str, role| {
            write(buffer, x, area.y, sign, 1, look.style(role));
        };
        for x in left..=right {
            put(buffer, x, "─", Role::Border);
        }
        if self.revealed.is_some() && self.row.count() > 1 {
            let (lower, upper) = self.row.quartiles;
            for x in Self::column(area, lower)..=Self::column(area, upper) {
                put(buffer, x, "━", Role::Field(self.field));
            }
        }
        for value in (-5..=5).filter_map(DialValue::new) {
            let x = Self::column(area, f64::from(value.get()));
            let role = match value {
                DialValue::NEUTRAL => Role::NeutralMark,
                _ => Role::Border,
            };
            put(buffer, x, "┼", role);
        }
    }

    /// Draws the numbers under it, the reader's own with a word; in large letters where the area has the rows for them.
    pub fn numbers(&self, state: &State, look: &Look, buffer: &mut Buffer, area: Rect) {
        for (at, value) in (0..DETENTS).zip((-5..=5).filter_map(DialValue::new)) {
            let detent = Self::detent(area, at);
            let is_own = self.revealed.is_some() && self.own == Some(value);
            let (mut said, mut role) = (value.to_string(), Role::Muted);
            if is_own {
                role = Role::Strong;
                let named = format!("{said} {}", state.text().present.you);
                said = if named.width() <= detent.width.into() {
                    named
                } else {
                    said
                };
            }
            match area.height {
                0 | 1 => centred(look, buffer, detent, area.y, &said, role),
                rows => {
                    let large = Big::line(look, &said, detent.width.saturating_sub(1), rows);
                    large.draw_centred(look, buffer, detent, role);
                }
            }
        }
    }
}

/// Writes a word with its middle over the middle of a detent.
fn centred(look: &Look, buffer: &mut Buffer, detent: Rect, y: u16, text: &str, role: Role) {
    let wide = text.width() as u16;
    let x = (detent.x + detent.width / 2).saturating_sub((wide.saturating_sub(1)).div_ceil(2));
    write(buffer, x, y, text, wide, look.style(role));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::{Depth, Theme};

    fn look(marker: Marker) -> Look {
        Look {
            theme: Theme::dark(Depth::True),
            marker,
        }
    }

    #[test]
    fn dots_are_as_large_as_the_highest_stack_lets_them_be() {
        let look = look(Marker::Smooth);
        assert_eq!(Size::fitting(&look, 1, 7, 3, usize::MAX), Size::Disc(6));
        assert_eq!(Size::fitting(&look, 3, 7, 6, usize::MAX), Size::Disc(4));
        assert_eq!(Size::fitting(&look, 9, 7, 3, usize::MAX), Size::Sign);
        assert_eq!(Size::fitting(&look, 200, 7, 10, usize::MAX), Size::Bar);
        assert_eq!(
            Size::fitting(&self::look(Marker::Ascii), 1, 7, 3, usize::MAX),
            Size::Sign
        );
    }

    #[test]
    fn a_stack_stays_in_its_area_and_no_two_stand_on_each_other() {
        let area = Rect::new(10, 5, 17, 9);
        for (count, size) in [(6, Size::Disc(4)), (1, Size::Disc(6)), (60, Size::Sign)] {
            let places = stack(count, size, area, usize::MAX);
            let (wide, high) = size.cells();
            let taken: std::collections::HashSet<_> = places
                .iter()
                .flat_map(|(x, y)| Rect::new(*x, *y, wide, high).positions())
                .collect();
            assert_eq!(taken.len(), count * usize::from(wide * high), "{size:?}");
            assert!(taken.iter().all(|at| area.contains(*at)), "{size:?}: {places:?}");
        }
    }

    #[test]
    fn a_heap_that_fits_in_height_stands_straight() {
        let look = look(Marker::Smooth);
        // 80x24: as signs where discs are too high
        assert_eq!(Size::of_heaps(&look, 2, 7, 6), (Size::Disc(6), 1));
        assert_eq!(Size::of_heaps(&look, 5, 7, 6), (Size::Sign, 1));
        assert_eq!(Size::of_heaps(&look, 8, 7, 6), (Size::Sign, 2));
        // 200x60
        assert_eq!(Size::of_heaps(&look, 5, 18, 18), (Size::Disc(6), 1));
        assert_eq!(Size::of_heaps(&look, 9, 18, 18), (Size::Disc(4), 1));
        let straight = stack(5, Size::Sign, Rect::new(0, 0, 7, 6), 1);
        assert!(straight.iter().all(|(x, _)| *x == 3), "{straight:?}");
    }

    #[test]
    fn a_value_stands_over_the_middle_of_its_detent() {
        let area = Rect::new(1, 0, 78, 1);
        for (at, value) in (0..DETENTS).zip(-5..=5) {
            let detent = Scale::detent(area, at);
            assert_eq!(Scale::column(area, f64::from(value)), detent.x + detent.width / 2);
        }
    }
}
