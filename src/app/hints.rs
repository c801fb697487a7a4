//! The hint bar: which keys are shown where, and in which cells, for drawing and for the mouse alike. Owns what is
//! left out where there is little room; not its look.

use super::App;
use crate::screens::{action::Action, home, keymap::Key, scope::Scope};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Ranks from this one on tell of places that are all new in the welcome, and are not hinted there.
const PLACES: u8 = 9;
/// Cells between two hints: where all have room so far apart, else less.
const GAPS: (usize, usize) = (3, 2);

/// One hint.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Hint {
    /// Its keys as they are shown, each with its column and what it does.
    pub keys: Vec<(u16, String, Action)>,
    /// The column of its name.
    pub at: u16,
    /// Its name.
    pub name: &'static str,
    /// Rank: the highest goes first.
    rank: u8,
}

impl Hint {
    /// A hint from column 0.
    fn new(keys: Vec<(String, Action)>, name: &'static str, rank: u8) -> Self {
        let apart = u16::from(keys.iter().any(|(key, _)| key.chars().count() > 1));
        let mut x = 0;
        let place = |(key, action): (String, Action)| {
            let at = x;
            x += key.width() as u16 + apart;
            (at, key, action)
        };
        let keys: Vec<_> = keys.into_iter().map(place).collect();
        Self {
            keys,
            at: x - apart + 1,
            name,
            rank,
        }
    }

    fn width(&self) -> usize {
        usize::from(self.at) + self.name.width()
    }

    /// What a click on this column does: a key's own action, or the only one there is.
    fn action_at(&self, x: u16) -> Option<Action> {
        let on_key = |(at, key, _): &&(u16, String, Action)| (*at..*at + key.width() as u16).contains(&x);
        if let Some((.., action)) = self.keys.iter().find(on_key) {
            return Some(*action);
        }
        match self.keys.as_slice() {
            [(at, _, action)] if (*at..self.at + self.name.width() as u16).contains(&x) => Some(*action),
            _ => None,
        }
    }
}

impl App {
    /// The keys that help here, in the columns of `area`.
    pub fn hints(&self, area: Rect) -> Vec<Hint> {
        let scope = self.scope();
        let mut hints: Vec<Hint> = Vec::new();
        // what has its letter on the screen itself needs none here
        let shown = match scope {
            Scope::Home => home::shown_places(&self.state),
            _ => Vec::new(),
        };
        let idle = self.screen().idle(&self.state);
        for row in self.state.keymap.rows() {
            let here =
                row.scopes.contains(&scope) || !scope.is_text() && row.scopes.contains(&Scope::Everywhere);
            let first = |(action, keys): &(Action, Vec<Key>)| Some((keys.first()?.to_string(), *action));
            let keys: Vec<(String, Action)> = row.actions.iter().filter_map(first).collect();
            let new = scope.is_welcome() && row.hint >= Some(PLACES);
            let shown = row.actions.iter().any(|(action, _)| shown.contains(action));
            let (true, Some(rank)) = (here && !new && !shown, row.rank(scope)) else {
                continue;
            };
            let is_idle = keys.iter().all(|(_, action)| idle.contains(action));
            if !is_idle && (!row.has(Action::PageDown) || self.screen().is_cut(&self.state)) {
                let name = self.screen().hint_name(&self.state, row.label);
                let name = name.unwrap_or_else(|| row.name(self.state.text()));
                hints.push(Hint::new(keys, name, rank));
            }
        }
        // the lowest ranks have their room first, and what is left of it goes to those that fit in
        let mut by_rank: Vec<usize> = (0..hints.len()).collect();
        by_rank.sort_by_key(|at| hints[*at].rank);
        let width = |gap: usize| hints.iter().map(|hint| hint.width() + gap).sum::<usize>();
        let gap = match width(GAPS.0) <= usize::from(area.width) + GAPS.0 {
            true => GAPS.0,
            false => GAPS.1,
        };
        let mut room = usize::from(area.width) + gap;
        let mut kept = vec![false; hints.len()];
        for at in by_rank {
            let width = hints[at].width() + gap;
            kept[at] = width <= room;
            room -= if kept[at] { width } else { 0 };
        }
        let mut kept = kept.into_iter();
        hints.retain(|_| kept.next() == Some(true));
        let mut x = area.x;
        for hint in &mut hints {
            let width = hint.width() + gap;
            hint.at += x;
            hint.keys.iter_mut().for_each(|(at, ..)| *at += x);
            x += width as u16;
        }
        hints
    }

    /// What a click on the hint bar does.
    pub(super) fn hint_at(&self, area: Rect, x: u16) -> Option<Action> {
        self.hints(area).iter().find_map(|hint| hint.action_at(x))
    }
}
