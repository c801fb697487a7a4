//! A list and what is selected in it, each in a box: beside each other where the window is wide, under each other where it
//! is high, the list alone and unboxed where there is room for neither. Owns where the two stand; what they say is the
//! screen's.

use super::layout;
use crate::ui::{
    Look,
    panel::{self, Panel},
    theme::Role,
};
use ratatui::{Frame, layout::Rect};

/// The least body in which the two stand beside each other, columns and rows.
const WIDE: (u16, u16) = (94, 12);
/// The least body with boxes, columns and rows.
const BOXED: (u16, u16) = (60, 15);
/// The columns of a list that has the other beside it, with its border: the least and the most.
const LIST: (u16, u16) = (48, 64);
/// The least rows of what stands under a list, with its border.
const UNDER: u16 = 6;

/// Where the two stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Beside {
    /// The box around the list, where it has one.
    framed: Option<Rect>,
    /// The list.
    pub list: Rect,
    /// What is selected, with its border, where there is room for it.
    pub other: Option<Rect>,
}

impl Beside {
    /// Where they stand in `body`, for a list of as many rows as `rows` says at a width.
    pub fn of(body: Rect, rows: impl FnOnce(u16) -> usize) -> Self {
        if body.width >= WIDE.0 && body.height >= WIDE.1 {
            let width = (body.width * 2 / 5).clamp(LIST.0, LIST.1);
            let framed = Rect { width, ..body };
            let other = Rect {
                x: body.x + width + 1,
                width: body.width - width - 1,
                ..body
            };
            return Self::boxed(framed, Some(other));
        }
        if body.width < BOXED.0 || body.height < BOXED.1 {
            return Self {
                framed: None,
                list: layout::reading(body),
                other: None,
            };
        }
        let rows = rows(panel::inner(body).width).saturating_add(2);
        let height = u16::try_from(rows).unwrap_or(u16::MAX).min(body.height);
        if body.height - height < UNDER {
            return Self::boxed(body, None);
        }
        let other = Rect {
            y: body.y + height,
            height: body.height - height,
            ..body
        };
        Self::boxed(Rect { height, ..body }, Some(other))
    }

    /// The list alone, in a box no larger than it and in the middle: for what is a few sentences.
    pub fn card(body: Rect, rows: impl FnOnce(u16) -> usize) -> Self {
        let width = (layout::MEASURE + 4).min(body.width);
        if width < BOXED.0 || body.height < BOXED.1 {
            return Self {
                framed: None,
                list: layout::reading(body),
                other: None,
            };
        }
        let rows = rows(width - 4) + 2;
        let height = u16::try_from(rows).unwrap_or(u16::MAX).min(body.height);
        let framed = Rect::new(
            body.x + (body.width - width) / 2,
            body.y + (body.height - height) / 3,
            width,
            height,
        );
        Self::boxed(framed, None)
    }

    fn boxed(framed: Rect, other: Option<Rect>) -> Self {
        Self {
            framed: Some(framed),
            list: panel::inner(framed),
            other,
        }
    }

    /// Draws the box around the list, where it has one.
    pub fn frame_list(&self, look: &Look, frame: &mut Frame<'_>, title: &[(Role, &str)]) {
        if let Some(area) = self.framed {
            Panel::new(title).draw(look, frame, area);
        }
    }

    /// Draws the box of what is selected, where there is one. Returns the room in it.
    pub fn frame_other(&self, look: &Look, frame: &mut Frame<'_>, title: &[(Role, &str)]) -> Option<Rect> {
        self.other.map(|area| Panel::new(title).draw(look, frame, area))
    }

    /// The room in the box of what is selected, where there is one.
    pub fn in_other(&self) -> Option<Rect> {
        self.other.map(panel::inner)
    }

    /// True where what is selected is seen, so that the list does not say it.
    pub fn is_seen(&self) -> bool {
        self.other.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_stand_beside_each_other_or_under_each_other_or_the_list_alone() {
        let of = |width, height, rows| Beside::of(Rect::new(1, 1, width, height), |_| rows);
        let wide = of(116, 31, 90);
        assert_eq!(wide.list, Rect::new(3, 2, 44, 29));
        assert_eq!(wide.other, Some(Rect::new(50, 1, 67, 31)));
        let high = of(78, 21, 8);
        assert_eq!(high.list, Rect::new(3, 2, 74, 8));
        assert_eq!(high.other, Some(Rect::new(1, 11, 78, 11)));
        let long = of(78, 21, 20);
        assert_eq!((long.list, long.other), (Rect::new(3, 2, 74, 19), None));
        let small = of(38, 9, 3);
        assert_eq!((small.list, small.other), (Rect::new(1, 1, 37, 9), None));
    }
}
