//! Draws the ring in the terminal's own pixels.

use ratatui_core::buffer::Buffer;
use ratatui_core::layout::Rect;
use ratatui_core::style::Modifier;

use super::face::{Face, cell_at};
use super::geometry::Ring;
use super::shapes::Shapes;
use crate::Marker;
use crate::canvas::Point;
use crate::picture::{Graphics, Hue, Palette, Raster, rgb};

impl Face {
    /// Draws `ring`, which lies in `cells`, into `visible`; both lie in the buffer. Where a colour has no known light
    /// nothing is drawn.
    pub(super) fn draw_picture(
        &self,
        ring: &Ring,
        graphics: Graphics,
        (cells, visible): (Rect, Rect),
        buffer: &mut Buffer,
    ) {
        let blank = self.blank();
        for position in visible.positions() {
            buffer[position].clone_from(&blank);
        }
        let Some(mut picture) = self.picture(ring, graphics, cells) else {
            return;
        };
        let number = self.number_cells(ring).intersection(cells);
        let (width, height) = (
            usize::from(graphics.cell.width()),
            usize::from(graphics.cell.height()),
        );
        picture.clear(
            usize::from(number.x - cells.x.min(number.x)) * width,
            usize::from(number.y - cells.y.min(number.y)) * height,
            usize::from(number.width) * width,
            usize::from(number.height) * height,
        );
        graphics.place(&picture, cells, buffer);
        match self.large_number(ring) {
            Some(large) => self.draw_large(large, buffer),
            None => self.draw_text(self.number_x(ring), ring.text_y, Modifier::empty(), buffer),
        }
        for position in number.positions() {
            if let Some(cell) = cell_at(buffer, position.x.into(), position.y.into()) {
                graphics.show_over(cell);
            }
        }
    }

    /// The picture of `ring` in the part of it that lies in `cells`.
    fn picture(&self, ring: &Ring, graphics: Graphics, cells: Rect) -> Option<Raster> {
        let colors = &self.colors;
        let mut hues = vec![colors.track, colors.fill, colors.needle];
        hues.extend(self.scale.is_bipolar().then_some(colors.neutral));
        hues.extend(self.ghost_at.map(|_| colors.ghost));
        // as many as sixteen colours hold
        let blends: &[f32] = match hues.len() {
            ..4 => &[0.2, 0.4, 0.6, 0.8],
            4 => &[0.25, 0.5, 0.75],
            _ => &[0.33, 0.67],
        };
        let hues: Vec<_> = hues
            .into_iter()
            .map(|hue| Some((rgb(hue)?, blends)))
            .collect::<Option<_>>()?;
        let strength = if self.is_dim() { 0.4 } else { 1.0 };
        let background = rgb(self.on_ground().colors.background)?;
        let palette = Palette::new(background, &hues, strength)?;
        let [track, fill, needle, fourth, fifth] = [0, 1, 2, 3, 4].map(|at| palette.hue(at));
        let (neutral, ghost) = if self.scale.is_bipolar() {
            (fourth, fifth)
        } else {
            (track, fourth)
        };
        let (width, height) = (graphics.cell.width(), graphics.cell.height());
        let size = 1.0 / f32::from(width);
        let shapes = Shapes::new(self, ring, Marker::Pixels(graphics));
        let (left, top) = ring.place(cells.x, cells.y);
        let (columns, rows) = (
            usize::from(cells.width) * usize::from(width),
            usize::from(cells.height) * usize::from(height),
        );
        let mut picture = Raster::new(columns, rows, palette);
        for y in 0..rows {
            for x in 0..columns {
                let at = Point::new(left + (x as f32 + 0.5) * size, top + (y as f32 + 0.5) * size);
                let Some(cover) = shapes.near(at, size) else {
                    continue;
                };
                let ring = cover.track + cover.fill;
                if cover.track > 0.0 {
                    // under the fill's edge too, so that no background shows between both
                    picture.cover(x, y, track, ring);
                }
                if cover.fill > 0.0 {
                    let whole = if cover.track > 0.0 { ring } else { 1.0 };
                    picture.cover(x, y, fill, cover.fill / whole);
                }
                for (hue, part) in [
                    (neutral, cover.neutral),
                    (Hue::BACKGROUND, cover.gap),
                    (ghost, cover.ghost),
                    (needle, cover.foot),
                    (needle, cover.needle),
                ] {
                    picture.cover(x, y, hue, part);
                }
            }
        }
        Some(picture)
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::Form;
    use super::super::{Dial, Scale};
    use super::*;
    use crate::{CellSize, Protocol};

    const SIZES: [(u16, u16); 4] = [(7, 3), (9, 4), (15, 7), (33, 15)];

    fn graphics(width: u16, height: u16) -> Graphics {
        Graphics {
            protocol: Protocol::Kitty,
            cell: CellSize::new(width, height).unwrap(),
        }
    }

    #[test]
    fn a_pixel_of_every_value_is_covered_as_the_geometry_says() {
        for ((width, height), (cell_width, cell_height)) in
            SIZES.into_iter().zip([(10, 20), (5, 9)].into_iter().cycle())
        {
            let graphics = graphics(cell_width, cell_height);
            for value in -5..=5 {
                let dial = Dial::new(Scale::bipolar(-5, 5))
                    .value(value)
                    .ghost(2.0)
                    .focused(value > 2)
                    .marker(Marker::Pixels(graphics));
                let geometry = dial.geometry(Rect::new(0, 0, width, height));
                let Form::Ring(ring) = geometry.form() else {
                    continue;
                };
                let shapes = Shapes::new(&Face::of(&dial), ring, Marker::Pixels(graphics));
                let size = 1.0 / f32::from(cell_width);
                let (columns, rows) = (width * cell_width, height * cell_height);
                let (mut off, mut sum) = (0.0_f32, 0.0_f32);
                for (x, y) in (0..columns).flat_map(|x| (0..rows).map(move |y| (x, y))) {
                    let corner = (f32::from(x) * size, f32::from(y) * size);
                    let exact = shapes.coverage(corner, (size, size), None);
                    let middle = Point::new(corner.0 + size / 2.0, corner.1 + size / 2.0);
                    let near = shapes.near(middle, size).unwrap_or_default();
                    // the mark at neutral is drawn over the ring alone, and the ticks are not known to cells
                    for (near, exact) in [
                        (near.track, exact.track),
                        (near.fill, exact.fill),
                        (near.gap, exact.gap),
                        (near.ghost, exact.ghost),
                        (near.foot, exact.foot),
                        (near.needle, exact.needle),
                    ] {
                        off = off.max((near - exact).abs());
                        sum += (near - exact).abs();
                    }
                }
                assert!(off < 0.3, "{width}×{height} at {value}: {off}");
                let pixels = f32::from(columns) * f32::from(rows);
                assert!(
                    sum / pixels < 0.004,
                    "{width}×{height} at {value}: {}",
                    sum / pixels
                );
            }
        }
    }

    #[test]
    fn a_picture_has_the_colours_of_its_parts_where_they_lie() {
        let graphics = graphics(10, 20);
        let colors =
            [0x0056_5b78, 0x00a6_e3a1, 0x00ff_ffff, 0x00f9_e2af].map(ratatui_core::style::Color::from_u32);
        let background = ratatui_core::style::Color::from_u32(0x0016_171f);
        for value in -5..=5 {
            let dial = Dial::new(Scale::bipolar(-5, 5))
                .value(value)
                .style(ratatui_core::style::Style::new().bg(background))
                .track_style(colors[0])
                .fill_style(colors[1])
                .needle_style(colors[2])
                .neutral_style(colors[3])
                .marker(Marker::Pixels(graphics));
            let area = Rect::new(0, 0, 33, 15);
            let geometry = dial.geometry(area);
            let Form::Ring(ring) = geometry.form() else {
                panic!("{geometry:?}")
            };
            let face = Face::of(&dial);
            let picture = face
                .picture(ring, graphics, area)
                .expect("colours that are known");
            let rows: Vec<&[u8]> = picture.rows().collect();
            let at = |position: f32, radius: f32| {
                let at = ring
                    .centre
                    .plus(crate::canvas::direction(face.angle(position)), radius);
                let pixel = rows[(at.y * 10.0) as usize][(at.x * 10.0) as usize];
                let [r, g, b] = picture.palette().colors()[usize::from(pixel)];
                ratatui_core::style::Color::Rgb(r, g, b)
            };
            let middle = (ring.inner + ring.outer) / 2.0;
            assert_eq!(at(value as f32, middle), colors[2], "the needle at {value}");
            for other in (-5..=5).filter(|other| *other != value && *other != 0) {
                let filled = (value.min(0)..=value.max(0)).contains(&other);
                let expected = colors[usize::from(filled)];
                assert_eq!(at(other as f32 * 0.97, middle), expected, "{other} at {value}");
            }
            assert_eq!(at(0.0, 0.0), background);
        }
    }
}
