//! What the program has to say under the screen, and in which cells, for drawing and for the mouse alike: a message, a choice
//! that must be made, a question of the mirror. Owns which of them is said; not its look.

use super::{App, screen::AnyScreen};
use crate::core::{fault::Notice, session::Saving};
use crate::screens::{action::Action, layout};
use crate::text::capital;
use crate::ui::page;
use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

/// The most rows a message takes.
const MESSAGE: u16 = 5;
/// Before a question of the mirror.
const DOT: &str = "● ";
/// Cells between a question and the key that answers it.
const GAP: usize = 3;

/// What is said, and where.
#[derive(Clone, Debug)]
pub struct Said {
    /// Its rows.
    pub area: Rect,
    /// Its lines; more than there are rows where there is no room for all.
    pub lines: Vec<String>,
    /// For a question: the column of the key that answers it, and the key.
    pub answer: Option<(u16, String)>,
    /// What can be clicked on: the key that stands before a choice, and what it does.
    choices: Vec<(String, Action)>,
}

impl App {
    /// What there is to say in a window of these parts.
    pub fn said(&self, parts: &layout::Frame) -> Option<Said> {
        let width = parts.notice.width.into();
        let (message, choices) = self.message();
        let lines = match message {
            Some(message) => page::wrap_message(&message, width),
            None if self.is_asking() => return None,
            None => return self.question_in(parts.notice),
        };
        let rows = (lines.len() as u16).clamp(1, MESSAGE.min(parts.body.height / 2));
        // what is wrong with a line that is asked for stands right over it
        let bottom = match self.is_asking() {
            true => parts.notice.y,
            false => parts.notice.bottom(),
        };
        let area = Rect {
            y: bottom - rows,
            height: rows,
            ..parts.notice
        };
        Some(Said {
            area,
            lines,
            answer: None,
            choices,
        })
    }

    /// The rows that the notice needs in a window of these parts, for the one question that is shown there unasked.
    pub(super) fn notice_rows(&self, parts: &layout::Frame) -> u16 {
        let question = self.question(parts.notice);
        let rows = question.map_or(1, |said| said.lines.len() as u16);
        rows.clamp(1, (parts.body.height / 4).max(1))
    }

    /// What a click on this cell does; nothing where there is nothing to do.
    pub(super) fn said_at(&self, parts: &layout::Frame, at: Position) -> Option<Action> {
        let said = self.said(parts)?;
        if !said.area.contains(at) {
            return None;
        }
        if said.answer.is_some() {
            return Some(Action::Mirror);
        }
        // the choice whose key stands before this cell last
        let row = usize::from(at.y - said.area.y);
        let mut before: String = said
            .lines
            .iter()
            .take(row)
            .map(|line| line.clone() + " ")
            .collect();
        let columns = usize::from(at.x - said.area.x) + 1;
        before.extend(said.lines.get(row)?.chars().take(columns));
        let found = said.choices.iter().filter_map(|(key, action)| {
            let at = before.rfind(key)?;
            Some((at, *action))
        });
        found.max_by_key(|(at, _)| *at).map(|(_, action)| action)
    }

    /// What there is to say but for questions, and what of it can be clicked on.
    fn message(&self) -> (Option<String>, Vec<(String, Action)>) {
        let state = &self.state;
        if let Some(message) = &state.message {
            return (Some(capital(message)), Vec::new());
        }
        // what must be chosen stays until it is
        let merging = matches!(self.body(), AnyScreen::Merge(_));
        if !merging && matches!(state.session.saving(), Saving::Conflict(_)) {
            let key = |action| {
                let key = state.keymap.key_of(action);
                key.map(|key| key.to_string()).unwrap_or_default()
            };
            let actions = [Action::KeepMine, Action::KeepTheirs, Action::Merge];
            let [mine, theirs, merge] = actions.map(key);
            let message = state.text().choose_version(&mine, &theirs, &merge);
            let keys = [mine, theirs, merge].map(|key| format!("{key}:"));
            return (Some(message), keys.into_iter().zip(actions).collect());
        }
        // what stays as long as saves keep no backup
        let unbacked = state.session.unbacked().filter(|_| !self.is_asking());
        let said = unbacked.map(|why| state.lang.notice(&Notice::Unbacked { why: why.clone() }));
        (said, Vec::new())
    }

    /// The same in the rows of `area`: where it has more lines, it is cut, so that the key that answers it has its room.
    fn question_in(&self, area: Rect) -> Option<Said> {
        let mut said = self.question(area)?;
        let rows = usize::from(area.height.max(1));
        if said.lines.len() <= rows {
            return Some(said);
        }
        said.lines.truncate(rows);
        let (at, key) = said.answer.as_mut()?;
        let tail = GAP + key.width() + 1 + self.state.text().mirror.look.width();
        let last = said.lines.last_mut()?;
        *last = page::cut(&format!("{last} …"), usize::from(area.width).saturating_sub(tail));
        *at = area.x + (last.width() + GAP) as u16;
        Some(said)
    }

    /// The question of the mirror that is shown unasked, whole, and after it the key that answers it.
    fn question(&self, area: Rect) -> Option<Said> {
        let state = &self.state;
        let question = state.text().ask(self.quiet_question()?, &state.framework);
        let key = state.keymap.key_of(Action::Mirror)?.to_string();
        let tail = GAP + key.width() + 1 + state.text().mirror.look.width();
        let width = usize::from(area.width);
        let mut lines = page::wrap_message(&question, width.saturating_sub(DOT.width()));
        let last = lines.last().map_or(0, |line| line.width()) + DOT.width();
        if last + tail > width {
            lines.push(String::new());
        }
        let indent = " ".repeat(DOT.width());
        let before = |at| if at == 0 { DOT } else { indent.as_str() };
        let lines: Vec<String> = lines
            .into_iter()
            .enumerate()
            .map(|(at, line)| format!("{}{line}", before(at)))
            .collect();
        let last = lines.last().map_or(0, |line| line.trim_end().width());
        let gap = if last == 0 { DOT.width() } else { GAP };
        Some(Said {
            answer: Some((area.x + (last + gap) as u16, key)),
            lines,
            area,
            choices: Vec::new(),
        })
    }
}
