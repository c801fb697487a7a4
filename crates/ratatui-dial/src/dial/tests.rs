//! What a dial shows at the places that its geometry names.

use super::geometry::{Form, Part};
use super::*;
use proptest::prelude::*;
use ratatui_core::buffer::Cell;
use ratatui_core::style::Color;

const SIZES: [(u16, u16); 7] = [(7, 3), (9, 4), (11, 5), (13, 6), (15, 7), (21, 9), (33, 15)];

fn dial(value: i32) -> Dial<'static> {
    Dial::new(Scale::bipolar(-5, 5)).value(value)
}

fn drawn(dial: &Dial, (width, height): (u16, u16)) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    Widget::render(dial, buffer.area, &mut buffer);
    buffer
}

fn rows(buffer: &Buffer) -> Vec<String> {
    let Rect { width, height, .. } = buffer.area;
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect();
    (0..height).map(row).collect()
}

/// Whether the upper and the lower half of a cell show the ring, drawn in white over black.
fn lit(cell: &Cell) -> [bool; 2] {
    let pixels = match cell.symbol() {
        "█" => [cell.fg; 2],
        "▀" => [cell.fg, cell.bg],
        "▄" => [cell.bg, cell.fg],
        _ => [cell.bg; 2],
    };
    // half of the light is at seven tenths of the number
    pixels.map(|color| matches!(color, Color::Rgb(_, green, _) if green > 180))
}

#[test]
fn the_ring_is_round_in_cells_of_any_shape() {
    let (white, black) = (Color::Rgb(255, 255, 255), Color::Rgb(0, 0, 0));
    for aspect in [1.5, 1.8, 2.0, 2.25, 2.6] {
        let dial = dial(5).style((white, black)).needle_style(black).aspect(aspect);
        let buffer = drawn(&dial, (41, 25));
        let Form::Ring(ring) = *dial.geometry(buffer.area).form() else {
            panic!()
        };
        assert_eq!(ring.aspect, aspect);
        let shines = |angle: f32, radius: f32| {
            let (sin, cos) = angle.to_radians().sin_cos();
            let (x, y) = (ring.centre.x + radius * sin, ring.centre.y - radius * cos);
            let half = (y / ring.aspect * 2.0) as u16;
            let cell = buffer.cell((x as u16, half / 2)).filter(|_| x >= 0.0 && y >= 0.0);
            cell.is_some_and(|cell| lit(cell)[usize::from(half % 2)])
        };
        for angle in (-125..=115).step_by(10).map(|angle| angle as f32) {
            assert!(
                shines(angle, (ring.inner + ring.outer) / 2.0),
                "{aspect}: a hole at {angle}"
            );
            assert!(!shines(angle, ring.outer + 1.0), "{aspect}: a bulge at {angle}");
            assert!(!shines(angle, ring.inner - 1.0), "{aspect}: too thick at {angle}");
        }
        assert!(
            !shines(180.0, (ring.inner + ring.outer) / 2.0),
            "{aspect}: closed at the bottom"
        );
    }
}

#[test]
fn a_needle_leaves_a_space_beside_the_number() {
    for (marker, size) in Marker::ALL
        .into_iter()
        .flat_map(|marker| SIZES.map(|size| (marker, size)))
    {
        for value in (-5..=5).filter(|value| *value != 0) {
            let buffer = drawn(&dial(value).marker(marker).number_style(Color::Cyan), size);
            let Form::Ring(ring) = *dial(value).geometry(buffer.area).form() else {
                panic!()
            };
            let row = &rows(&buffer)[ring.text_y as usize];
            let number = Scale::bipolar(-5, 5).label(value, marker == Marker::Ascii);
            assert!(row.contains(&format!(" {number} ")), "{marker:?} {size:?}: {row}");
        }
    }
}

#[test]
fn the_ascii_ring_has_no_hole_in_any_row_at_any_size() {
    for (width, height) in (7..70).flat_map(|width| (3..34).map(move |height| (width, height))) {
        let dial = Dial::new(Scale::unipolar(0, 1)).marker(Marker::Ascii);
        let buffer = drawn(&dial, (width, height));
        let Form::Ring(ring) = *dial.geometry(buffer.area).form() else {
            continue;
        };
        let middle = (ring.inner + ring.outer) / 2.0;
        let first = ((ring.centre.y - middle) / ring.aspect) as usize;
        let last = ((ring.centre.y + middle * 0.707) / ring.aspect) as usize;
        for (y, row) in rows(&buffer).iter().enumerate().take(last).skip(first + 1) {
            let axis = ring.text_x(1) as usize;
            let right = row[axis + 2..].trim();
            assert!(
                !right.is_empty(),
                "{width}x{height} row {y}:\n{}",
                rows(&buffer).join("\n")
            );
        }
    }
}

#[test]
fn where_the_widest_number_does_not_fit_inside_the_ring_the_line_takes_its_place() {
    let form = |dial: &Dial, width, height| *dial.geometry(Rect::new(0, 0, width, height)).form();
    let wide = Dial::new(Scale::bipolar(-1000, 1000));
    assert!(matches!(form(&wide, 9, 4), Form::Ring(_)));
    assert!(matches!(form(&wide, 5, 3), Form::Line(_)));
    assert!(matches!(form(&dial(0), 60, 2), Form::Line(_)));
    assert!(matches!(form(&dial(0), 0, 9), Form::Empty));
}

#[test]
fn a_click_meets_ring_middle_or_nothing() {
    let (dial, area) = (dial(0), Rect::new(3, 2, 15, 7));
    assert_eq!(dial.geometry(area).part_at(10, 2), Some(Part::Track));
    assert_eq!(dial.geometry(area).part_at(3, 5), Some(Part::Track));
    assert_eq!(dial.geometry(area).part_at(10, 5), Some(Part::Centre));
    assert_eq!(dial.geometry(area).part_at(3, 2), None, "the corner");
    assert_eq!(dial.geometry(area).part_at(2, 5), None, "beside it");
    let line = Rect::new(3, 2, 14, 1);
    assert_eq!(dial.geometry(line).part_at(3, 2), Some(Part::Track));
    assert_eq!(
        dial.geometry(line).part_at(16, 2),
        Some(Part::Centre),
        "the number"
    );
    assert_eq!(dial.geometry(line).part_at(17, 2), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_far_corner_of_the_screen_does_not_upset_the_geometry(
        [min, max, neutral] in any::<[i32; 3]>(),
        aspect in prop_oneof![1.0_f32..4.0, any::<f32>()],
        (width, height) in (0_u16..50, 0_u16..30),
        x: u16,
        y: u16,
    ) {
        let area = Rect { x: u16::MAX - 20, y: u16::MAX - 10, width, height };
        let geometry = Geometry::new(area, Scale::new(min, max, neutral), aspect);
        prop_assert!(geometry.angle_at(x, y).is_none_or(|angle| angle.abs() <= 180.0));
        prop_assert!(geometry.share_at(x).is_none_or(|share| share.abs() <= 1.0));
        prop_assert!(geometry.part_at(x, y).is_none() || area.contains((x, y).into()));
    }
}
