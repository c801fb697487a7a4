//! The team presented to itself: one mark a screen, everyone's dots hidden until they are shown at a key. Owns which mark is on
//! the screen, in which order they come and what each action does; the gathering is the state's.

pub mod end;
mod scale;
mod stage;

use super::{
    Effect, Outcome, Route, Screen,
    action::Action,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    framework::MarkIndex, moment::Moment, profile::MOST_TEXT, sanitise::clean_lines, team::Order,
};
use crate::ui::{Look, theme::Role};
use crate::widget::input::Input;
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// A presentation. The mark on the screen is the selected one.
#[derive(Clone, Debug)]
pub struct Present {
    /// The marks in the order they come.
    order: Vec<MarkIndex>,
    /// So many of them have been on the screen: their order stays, whatever the folder brings.
    seen: usize,
    /// As the document has them, instead of the widest first.
    by_document: bool,
    /// Since when the mark is on the screen.
    since: Moment,
    /// The mark whose dots were covered again.
    covered: Option<MarkIndex>,
    /// What was agreed, while it is being written.
    input: Option<Input>,
}

impl Present {
    /// Begins at the mark where the gathering is, or at its first one.
    pub fn begin(state: &mut State) -> Self {
        let mut present = Self {
            order: Vec::new(),
            seen: 0,
            by_document: false,
            since: state.session.now(),
            covered: None,
            input: None,
        };
        let gathering = state.presented.gathering.as_ref();
        let framework = &state.framework;
        if let Some(gathering) = gathering {
            let shown = gathering.talked(framework).into_iter();
            present.order = shown
                .filter(|mark| state.presented.is_shown(framework, *mark))
                .collect();
            present.seen = present.order.len();
        }
        present.sort(state);
        let last = gathering.and_then(|gathering| framework.mark_by_id(gathering.mark.as_ref()?));
        let last = last.filter(|mark| !state.presented.is_skipped(framework, *mark));
        let first = || {
            present
                .order
                .iter()
                .copied()
                .find(|mark| !state.presented.is_skipped(framework, *mark))
        };
        if let Some(mark) = last.or_else(first) {
            present.arrive(mark, state);
        }
        present
    }

    /// The marks that have not been on the screen come as they stand now.
    fn sort(&mut self, state: &State) {
        let framework = &state.framework;
        let rows = match (&state.team.team, self.by_document) {
            (Some(team), false) => team.view(framework, &state.team.filter, Order::Spread).rows,
            _ => Vec::new(),
        };
        if self.by_document {
            self.order = framework.mark_indices().collect();
            return;
        }
        self.order.truncate(self.seen);
        let rows = rows.iter().map(|row| row.mark).chain(framework.mark_indices());
        for mark in rows {
            if !self.order.contains(&mark) {
                self.order.push(mark);
            }
        }
    }

    /// A mark comes on the screen.
    fn arrive(&mut self, mark: MarkIndex, state: &mut State) {
        state.cursor = mark;
        self.since = state.session.now();
        self.covered = None;
        if let Some(at) = self.order.iter().position(|other| *other == mark)
            && !self.by_document
        {
            // what was jumped to comes after what was seen
            if at >= self.seen {
                let mark = self.order.remove(at);
                self.order.insert(self.seen, mark);
                self.seen += 1;
            }
        }
        let id = state.framework.mark(mark).id.clone();
        state.presented.change(|gathering| {
            if gathering.is_skipped(&id) {
                gathering.skip(&id, false);
            }
            gathering.mark = Some(id);
        });
    }

    /// Where the mark on the screen is in the order, counted from 0.
    fn at(&self, state: &State) -> usize {
        self.order
            .iter()
            .position(|mark| *mark == state.cursor)
            .unwrap_or(0)
    }

    /// To the mark before or after, past those that are skipped; stops at the ends.
    fn step(&mut self, by: isize, state: &mut State) {
        let mut at = self.at(state);
        while let Some(next) = at.checked_add_signed(by).filter(|at| *at < self.order.len()) {
            at = next;
            let mark = self.order[at];
            if !state.presented.is_skipped(&state.framework, mark) {
                return self.arrive(mark, state);
            }
        }
        let words = state.text().present;
        state.message = Some(if by < 0 { words.first } else { words.last }.to_owned());
    }

    /// True where everyone's dots are on the screen.
    fn is_revealed(&self, state: &State) -> bool {
        self.covered != Some(state.cursor) && state.presented.is_shown(&state.framework, state.cursor)
    }

    fn show_all(&mut self, state: &mut State) {
        if self.is_revealed(state) {
            self.covered = Some(state.cursor);
            return;
        }
        self.covered = None;
        state.motion.begin_reveal();
        let (id, now) = (state.framework.mark(state.cursor).id.clone(), state.session.now());
        state.presented.change(|gathering| gathering.show(&id, now));
    }

    fn skip(&mut self, state: &mut State) {
        let mark = state.cursor;
        let id = state.framework.mark(mark).id.clone();
        let title = state.names().mark(mark).short.clone();
        self.step(1, state);
        if state.cursor == mark {
            self.step(-1, state);
        }
        state.presented.change(|gathering| gathering.skip(&id, true));
        state.message = Some(state.text().present.skipped(&title));
    }

    fn keep(&mut self, state: &mut State) {
        self.typed(state);
        self.input = None;
    }

    /// Minutes since the mark came on the screen.
    fn minutes(&self, state: &State) -> i64 {
        seconds(self.since, state.session.now()) / 60
    }

    /// How many seconds from now on the frame shows another minute.
    pub fn next_minute(&self, now: Moment) -> u64 {
        60 - seconds(self.since, now).unsigned_abs() % 60
    }

    /// The team was read again: those who came are in the picture.
    pub fn follow(&mut self, state: &mut State) {
        self.sort(state);
        state.presented.follow(&state.team, &state.framework);
    }
}

/// Seconds from one moment to a later one; none where the clock was set back.
fn seconds(from: Moment, to: Moment) -> i64 {
    to.timestamp()
        .as_second()
        .saturating_sub(from.timestamp().as_second())
        .max(0)
}

impl Screen for Present {
    fn scope(&self) -> Scope {
        match self.input {
            Some(_) => Scope::Agreement,
            None => Scope::Present,
        }
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        let text = state.text();
        under_home(
            state,
            [
                (Role::Muted, text.export.team.into()),
                (Role::Strong, text.present.title.into()),
            ],
        )
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::Keep => {
                self.keep(state);
                self.settle(state);
            }
            Action::Left | Action::PageUp => self.step(-1, state),
            Action::Right | Action::PageDown => self.step(1, state),
            Action::First | Action::Last => {
                let mut marks = self.order.iter().copied();
                let there = |mark: &MarkIndex| !state.presented.is_skipped(&state.framework, *mark);
                let to = match action {
                    Action::First => marks.find(there),
                    _ => marks.rfind(there),
                };
                if let Some(mark) = to {
                    self.arrive(mark, state);
                }
            }
            Action::ShowAll => self.show_all(state),
            Action::PutAway => self.skip(state),
            Action::Sort => {
                self.by_document = !self.by_document;
                self.seen = if self.by_document { self.seen } else { 0 };
                self.sort(state);
                let (spread, document) = state.text().present.orders;
                let said = if self.by_document { document } else { spread };
                state.message = Some(said.to_owned());
            }
            Action::Note => {
                let agreed = state.presented.agreed(&state.framework, state.cursor);
                self.input = Some(Input::multi_line(&clean_lines(agreed), MOST_TEXT));
                self.settle(state);
            }
            Action::ReadAgain => return Outcome::Do(Effect::ReadTeam),
            Action::Back => return Outcome::Go(Route::PresentEnd),
            _ => return Outcome::Pass,
        }
        Outcome::Done
    }

    fn input(&self) -> Option<&Input> {
        self.input.as_ref()
    }

    fn input_mut(&mut self) -> Option<&mut Input> {
        self.input.as_mut()
    }

    /// What is half written is kept, as a note is.
    fn typed(&mut self, state: &mut State) {
        if let Some(input) = &self.input {
            let id = state.framework.mark(state.cursor).id.clone();
            state
                .presented
                .change(|gathering| gathering.agree(&id, input.text()));
        }
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        stage::draw(self, state, look, frame, body)
    }

    fn settle(&mut self, state: &mut State) {
        if let Some(input) = &mut self.input {
            input.resize(stage::writing_room(state.body()).as_size());
        }
    }
}
