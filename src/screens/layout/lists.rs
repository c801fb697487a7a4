//! A list with columns of its own: the team.

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
