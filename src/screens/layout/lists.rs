//! Lists with columns of their own: the team, and two versions of a profile.

use super::MEASURE;
use ratatui::layout::Rect;

/// The team: a list of marks, and the selected one beside or under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Team {
    /// Who is looked at, and the numbers of the scale.
    pub head: Rect,
    /// The marks.
    pub list: Rect,
    /// The selected mark, where there is room for it.
    pub detail: Option<Rect>,
}

/// The team in `body`, with so many marks.
pub fn team(body: Rect, marks: usize) -> Team {
    const HEAD: u16 = 2;
    const LEAST_LIST: u16 = 64;
    const MOST_LIST: u16 = 124;
    const LEAST_DETAIL: u16 = 30;
    const GAP: u16 = 4;
    let under = Rect {
        y: body.y + HEAD,
        height: body.height.saturating_sub(HEAD),
        ..body
    };
    let beside = body.width.checked_sub(LEAST_LIST + GAP + LEAST_DETAIL);
    let (list, detail) = match beside {
        Some(rest) => {
            let width = (LEAST_LIST + rest / 2).min(MOST_LIST);
            let x = under.x + width + GAP;
            let detail = Rect {
                x,
                width: (under.right() - x).min(MEASURE),
                ..under
            };
            (Rect { width, ..under }, Some(detail))
        }
        None => {
            const LEAST_ROWS: u16 = 4;
            let list = Rect {
                width: under.width - 1,
                ..under
            };
            let rows = marks as u16 + 1;
            match under.height.checked_sub(rows).filter(|rest| *rest >= LEAST_ROWS) {
                Some(height) => {
                    let detail = Rect {
                        y: under.y + rows,
                        height,
                        ..list
                    };
                    let list = Rect {
                        height: rows - 1,
                        ..list
                    };
                    (list, Some(detail))
                }
                None => (list, None),
            }
        }
    };
    let head = Rect {
        y: body.y,
        height: HEAD.min(body.height),
        ..list
    };
    Team { head, list, detail }
}

/// Two versions of a profile: a list of differences, with a column for each version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// Whose column is whose.
    pub head: Rect,
    /// The differences.
    pub list: Rect,
    /// The first column of mine.
    pub mine: u16,
    /// The first column of theirs.
    pub theirs: u16,
    /// How wide each is, in cells.
    pub side: u16,
    /// True where what a difference is about stands before the two, and not over them.
    pub inline: bool,
}

/// Two versions of a profile in `body`.
pub fn merge(body: Rect) -> Merge {
    const MOST: u16 = 156;
    const INLINE: u16 = 110;
    let width = (body.width - 1).min(MOST);
    let gap = if width >= 60 { 2 } else { 1 };
    let x = body.x + (body.width - 1 - width) / 2;
    let inline = width >= INLINE;
    // before the first side: the bar of the selected line and its name, or an indentation
    let before = if inline { width * 3 / 10 + 2 } else { 2 };
    let side = (width - before - gap) / 2;
    // where there is room, where the other version lies as well, and air
    let rows = match body.height {
        ..12 => 1,
        12..24 => 2,
        _ => 3,
    };
    Merge {
        head: Rect::new(x, body.y, width, rows),
        list: Rect::new(x, body.y + rows, width, body.height - rows),
        mine: x + before,
        theirs: x + before + side + gap,
        side,
        inline,
    }
}
