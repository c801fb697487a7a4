//! The room of the rose: the picture, and the fields in words around it.

use super::{columns, part};
use crate::core::framework::{FieldIndex, Framework};
use ratatui::layout::Rect;

/// A field in words beside the rose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoseWords {
    /// The field.
    pub field: FieldIndex,
    /// Its room.
    pub area: Rect,
    /// True where it stands right of the rose, set to the right.
    pub right: bool,
}

/// The rose screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoseRoom {
    /// The picture.
    pub rose: Rect,
    /// The fields in words, where the grid has them: to the left and right, or under it where it is narrow.
    pub fields: Vec<RoseWords>,
}

/// Narrowest column of words beside the rose.
const WORDS: u16 = 24;

/// The rose screen in `body`.
pub fn rose(body: Rect, framework: &Framework) -> RoseRoom {
    let columns = columns(framework.field_count()) as u16;
    let rows = (framework.field_count() as u16).div_ceil(columns).max(1);
    let beside = body.width >= 2 * WORDS + 20;
    let (rose, words) = if beside {
        let width = (body.width - 2 * WORDS).min(body.height * 2 + 2);
        let rose = Rect {
            x: body.x + (body.width - width) / 2,
            width,
            ..body
        };
        (rose, body)
    } else {
        let most = framework
            .fields
            .iter()
            .map(|field| field.marks.len() as u16 + 1)
            .max()
            .unwrap_or(0);
        let under = (most * rows).min(body.height * 3 / 5);
        let rose = Rect {
            height: body.height - under,
            ..body
        };
        (
            rose,
            Rect {
                y: rose.bottom(),
                height: under,
                ..body
            },
        )
    };
    let side = if beside {
        (rose.x - body.x).saturating_sub(1).max(WORDS - 1)
    } else {
        body.width / columns
    };
    let fields = framework.field_indices().map(|field| {
        let (column, row) = (field.get() as u16 % columns, field.get() as u16 / columns);
        let right = column > 0 && column == columns - 1;
        let (top, height) = part(words.height, rows.into(), row.into());
        let x = if right {
            words.right() - side
        } else {
            words.x + column * side
        };
        // in the upper half from the top, in the lower down to the bottom, as the quadrants lie
        let wanted = (framework.field(field).marks.len() as u16 + 4).min(height);
        let down = if beside && rows > 1 && row == rows - 1 {
            height - wanted
        } else {
            0
        };
        RoseWords {
            field,
            area: Rect::new(x, words.y + top + down, side, wanted),
            right,
        }
    });
    RoseRoom {
        rose,
        fields: fields.collect(),
    }
}
