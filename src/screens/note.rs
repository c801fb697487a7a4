//! A longer text being written: what it is on, the question it answers, and the text. Owns where it is kept when it is left;
//! the keys of writing are the input's.

use super::{
    Outcome, Route, Screen,
    action::Action,
    layout,
    questions::Asked,
    scope::Scope,
    state::State,
    trail::{Names, Trail, field_name, mark_name, under_home},
};
use crate::core::{profile::MOST_TEXT, sanitise::clean_lines, session::TextTarget};
use crate::ui::{BAR, Look, page, text_field, theme::Role, write};
use crate::widget::input::Input;
use ratatui::{
    Frame,
    layout::{Position, Rect},
    widgets::{Block, Borders},
};

/// A text being written, and what it is on.
#[derive(Clone, Debug)]
pub struct Note {
    target: TextTarget,
    input: Input,
    /// True where nothing was written there before.
    is_new: bool,
}

impl Note {
    /// What is written on `target`, to be written on.
    pub fn new(target: TextTarget, state: &State) -> Self {
        // what is not for the eye is not for the cursor either; it stays in the profile until the text is another
        let written = state.session.written(&target);
        let is_new = written.is_empty();
        let input = Input::multi_line(&clean_lines(written), MOST_TEXT);
        Self {
            target,
            input,
            is_new,
        }
    }

    /// What is asked next about a bearing, one mark at a time: after an effect or a learning that was just written, the next
    /// that is not. One left empty ends the asking.
    fn asked_next(&self, state: &State) -> Option<TextTarget> {
        let (TextTarget::Effect(id, _) | TextTarget::Learning(id, _)) = &self.target else {
            return None;
        };
        let moved = state.session.moved_at(id).into_iter();
        let asked = moved.flat_map(|moved| {
            [
                TextTarget::Effect(id.clone(), moved.mark),
                TextTarget::Learning(id.clone(), moved.mark),
            ]
        });
        let mut rest = asked.skip_while(|asked| *asked != self.target).skip(1);
        rest.find(|asked| self.is_new && state.session.written(asked).is_empty())
    }

    /// Keeps the text. A new decision is opened, and one that was emptied is left.
    fn keep(&self, state: &mut State) -> Outcome {
        if matches!(self.target, TextTarget::Reply(_)) && self.input.text().trim().is_empty() {
            state.message = Some(state.text().mirror.nothing_answered.to_owned());
        }
        if !self.input.is_changed() {
            return Outcome::Back;
        }
        let deed = state.session.write(&self.target, self.input.text());
        let is_written = state.did(deed).is_some();
        match &self.target {
            TextTarget::NewDecision if is_written => {
                let last = state.profile().decisions.len() - 1;
                Outcome::Steps(vec![Outcome::Back, Outcome::Go(Route::Decision(last))])
            }
            TextTarget::Decision(_) if is_written && self.input.text().trim().is_empty() => {
                state.message = Some(state.text().bearings.decision_deleted.to_owned());
                // the decision stood under its text
                Outcome::Steps(vec![Outcome::Back, Outcome::Back])
            }
            _ => match self.asked_next(state) {
                Some(next) => Outcome::Steps(vec![Outcome::Back, Outcome::Go(Route::Note(next))]),
                None => Outcome::Back,
            },
        }
    }
}

impl Screen for Note {
    fn scope(&self) -> Scope {
        Scope::Note
    }

    fn trail<'a>(&'a self, state: &'a State, names: Names) -> Trail<'a> {
        let text = state.text();
        let words = text.bearings;
        let written = |id: &String, what: &'static str| {
            let parts = [
                (Role::Text, bearing_name(state, id).into()),
                (Role::Strong, what.into()),
            ];
            let mut trail = under_home(state, parts);
            trail[0].1 = words.title.into();
            trail
        };
        let under = |over: &'static str, name: &'static str| {
            under_home(state, [(Role::Muted, over.into()), (Role::Strong, name.into())])
        };
        match &self.target {
            TextTarget::Mark(_) => {
                let parts = [
                    (Role::Strong, field_name(state, state.field(), names).into()),
                    (Role::Text, mark_name(state, names).into()),
                    (Role::Strong, text.note.into()),
                ];
                under_home(state, parts)
            }
            TextTarget::Profile => under_home(state, [(Role::Strong, text.note.into())]),
            TextTarget::Bearing(id) => written(id, text.note),
            TextTarget::Effect(id, _) => written(id, words.effect),
            TextTarget::Learning(id, _) => written(id, words.learning),
            TextTarget::Talk(title) => under_home(state, [(Role::Strong, title.as_str().into())]),
            TextTarget::NewDecision | TextTarget::Decision(_) | TextTarget::Answer(..) => {
                under(words.decisions, words.decision)
            }
            TextTarget::Reply(_) => under(text.scopes.mirror, text.mirror.reply),
        }
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::Keep => self.keep(state),
            _ => Outcome::Pass,
        }
    }

    fn input(&self) -> Option<&Input> {
        Some(&self.input)
    }

    fn input_mut(&mut self) -> Option<&mut Input> {
        Some(&mut self.input)
    }

    fn typed(&mut self, state: &mut State) {
        // a program that is killed has what was typed on the disk; a refusal is told when it is left
        let _ = state.session.draft(&self.target, self.input.text());
    }

    fn is_there(&self, state: &State) -> bool {
        match &self.target {
            TextTarget::Bearing(id) | TextTarget::Effect(id, _) | TextTarget::Learning(id, _) => {
                state.profile().bearing(id).is_some()
            }
            TextTarget::Decision(at) | TextTarget::Answer(at, _) => *at < state.profile().decisions.len(),
            TextTarget::Mark(_)
            | TextTarget::Profile
            | TextTarget::NewDecision
            | TextTarget::Talk(_)
            | TextTarget::Reply(_) => true,
        }
    }

    fn asked(&self, _: &State) -> Option<Asked> {
        matches!(self.target, TextTarget::Reply(_)).then_some(Asked::All)
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let whole = layout::reading(body);
        let (lines, bar) = heading(state, &self.target, whole.width);
        let area = room(whole, lines.len());
        let beside = Rect {
            x: whole.x,
            width: 1,
            ..area
        };
        for (y, (role, line)) in (whole.y..area.y).zip(&lines) {
            write(
                frame.buffer_mut(),
                whole.x,
                y,
                line,
                whole.width,
                look.style(*role),
            );
        }
        let bar = Block::new()
            .borders(Borders::LEFT)
            .border_set(BAR)
            .border_style(look.style(bar));
        frame.render_widget(bar, beside);
        text_field(look, frame, area, &self.input, state.text().note_placeholder);
        None
    }

    fn settle(&mut self, state: &mut State) {
        let body = state.body();
        if !body.is_empty() {
            let whole = layout::reading(body);
            let (lines, _) = heading(state, &self.target, whole.width);
            self.input.resize(room(whole, lines.len()).as_size());
        }
    }
}

fn bearing_name(state: &State, id: &str) -> String {
    let bearing = state.profile().bearing(id);
    bearing.map_or_else(String::new, |bearing| state.text().bearing_name(&bearing.name()))
}

/// What a text is written on and the question it answers, in lines of at most `width` cells, and the colour beside it.
fn heading(state: &State, target: &TextTarget, width: u16) -> (Vec<(Role, String)>, Role) {
    let words = state.text().bearings;
    let mark = |mark| {
        let field = Role::Field(state.framework.field_of(mark).get());
        (state.mark_title(mark).to_owned(), field)
    };
    let (title, question, bar) = match target {
        TextTarget::Mark(at) => (mark(*at).0, state.text().which_need, mark(*at).1),
        TextTarget::Profile => (state.profile().name.clone(), words.profile_note, Role::Accent),
        TextTarget::Bearing(id) => (bearing_name(state, id), words.bearing_note, Role::Accent),
        TextTarget::Effect(_, at) => (mark(*at).0, words.effect_question, mark(*at).1),
        TextTarget::Learning(_, at) => (mark(*at).0, words.learning_question, mark(*at).1),
        TextTarget::NewDecision | TextTarget::Decision(_) => {
            (words.decision.to_owned(), words.decision_question, Role::Accent)
        }
        TextTarget::Talk(title) => (title.clone(), words.decision_question, Role::Accent),
        TextTarget::Answer(_, at) => (mark(*at).0, words.answer_question, mark(*at).1),
        TextTarget::Reply(id) => {
            let mut raised = state.questions.all().filter(|question| question.id == *id);
            let question = raised
                .next()
                .map(|question| state.text().ask(question, &state.framework));
            let question = question.unwrap_or_else(|| state.text().mirror.reply.to_owned());
            return (set(Role::Notice, &question, width).collect(), Role::Notice);
        }
    };
    let lines = set(Role::Strong, &title, width).chain(set(Role::Notice, question, width));
    (lines.collect(), bar)
}

/// A text in lines of at most `width` cells.
fn set(role: Role, text: &str, width: u16) -> impl Iterator<Item = (Role, String)> {
    page::wrap(text, width.into())
        .into_iter()
        .map(move |line| (role, line))
}

/// Where a note is written in the room that it and so many lines over it have, none of which is ever cut; at least three
/// rows are for the note.
fn room(whole: Rect, lines: usize) -> Rect {
    const LEAST: u16 = 3;
    // with an empty line under them
    let over = (lines as u16).max(2) + 1;
    let over = over.min(whole.height.saturating_sub(LEAST));
    Rect {
        x: whole.x + 2,
        y: whole.y + over,
        width: whole.width.saturating_sub(4),
        height: whole.height.saturating_sub(over + 1).max(LEAST.min(whole.height)),
    }
}
