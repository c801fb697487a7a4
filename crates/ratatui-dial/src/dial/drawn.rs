//! Dials that were drawn last, as cells: of those that stand side by side, a frame changes one or two. Owns what is kept
//! and for how long; knows no ring.

use super::face::Face;
use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::layout::{Rect, Size};
use std::cell::RefCell;

/// How many are kept on a thread: more than stand side by side, and as many again on their way.
const KEPT: usize = 32;

/// The most cells of one that is kept.
const MOST: u32 = 1024;

/// A dial and the cells it was drawn in, row by row.
struct Drawn {
    face: Face,
    size: Size,
    cells: Vec<Cell>,
}

thread_local! {
    /// The one that was used last comes last.
    static LAST: RefCell<Vec<Drawn>> = const { RefCell::new(Vec::new()) };
}

/// Draws `face` in `area`, as it was drawn before where it was. Not kept: a picture, whose bytes say where it stands, and
/// what is not whole on the screen.
pub(super) fn draw(face: &Face, area: Rect, buffer: &mut Buffer) {
    if face.is_picture() || area.is_empty() || area.area() > MOST || area.intersection(buffer.area) != area {
        return face.draw(area, buffer);
    }
    let size = area.as_size();
    LAST.with_borrow_mut(|last| {
        let is_known = |drawn: &Drawn| drawn.size == size && drawn.face == *face;
        if let Some(at) = last.iter().rposition(is_known) {
            last[at..].rotate_left(1);
        } else {
            face.draw(area, buffer);
            if last.len() == KEPT {
                last.remove(0);
            }
            let cells = area.positions().map(|at| buffer[at].clone());
            last.push(Drawn {
                face: *face,
                size,
                cells: cells.collect(),
            });
            return;
        }
        let Some(drawn) = last.last() else { return };
        for (row, cells) in area.rows().zip(drawn.cells.chunks(area.width.into())) {
            let start = buffer.index_of(row.x, row.y);
            buffer.content[start..start + cells.len()].clone_from_slice(cells);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::{Dial, Scale};
    use crate::Marker;
    use ratatui_core::buffer::{Buffer, Cell};
    use ratatui_core::layout::Rect;
    use ratatui_core::widgets::Widget;

    /// The cells of a dial drawn at `x` over cells of other text.
    fn cells(dial: &Dial, x: u16) -> Vec<Cell> {
        let mut buffer = Buffer::filled(Rect::new(0, 0, 40, 9), Cell::new("x"));
        let area = Rect::new(x, 1, 15, 7);
        dial.render(area, &mut buffer);
        area.positions().map(|at| buffer[at].clone()).collect()
    }

    #[test]
    fn a_dial_drawn_before_looks_as_one_that_is_drawn_for_the_first_time() {
        let bipolar = Dial::new(Scale::bipolar(-5, 5));
        let dials: Vec<Dial> = [Marker::Smooth, Marker::HalfBlock, Marker::Ascii]
            .into_iter()
            .flat_map(|marker| (-5..=5).map(move |value| (marker, value)))
            .flat_map(|(marker, value)| {
                let dial = bipolar.clone().marker(marker).value(value);
                [dial.clone(), dial.clone().ghost(1.0), dial.focused(true)]
            })
            .collect();
        for dial in &dials {
            let anew = std::thread::scope(|scope| scope.spawn(|| cells(dial, 0)).join().unwrap());
            for x in [3, 20] {
                assert_eq!(cells(dial, x), anew, "{dial:?} at {x}");
            }
        }
    }
}
