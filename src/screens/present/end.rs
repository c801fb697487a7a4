//! The end of a presentation: the marks that were talked about and what was agreed, and what becomes of that. Owns what each
//! action does there; the file of the sheet is asked for by a prompt.

use super::scale::Scale;
use crate::core::{framework::MarkIndex, sanitise::clean};
use crate::screens::{
    Outcome, Route, Screen,
    action::Action,
    beside::Beside,
    list::List,
    prompt::Ask,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::ui::{Look, page::Page, theme::Role};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use unicode_width::UnicodeWidthStr;

/// The end of a presentation.
#[derive(Clone, Debug, Default)]
pub struct PresentEnd {
    list: List,
    /// The reader was asked whether the gathering is to end.
    asked: bool,
}

/// The marks that were talked about.
fn talked(state: &State) -> Vec<MarkIndex> {
    let gathering = state.presented.gathering.as_ref();
    gathering.map_or_else(Vec::new, |gathering| gathering.talked(&state.framework))
}

/// What the file of the sheet is called unless the reader calls it something else.
fn sheet_name(state: &State) -> String {
    let at = state
        .presented
        .gathering
        .as_ref()
        .map(|gathering| gathering.at.date());
    let date = at.unwrap_or(state.session.today());
    let name = state.text().present.sheet_name(&date.to_string());
    let path = state.library.folder.join(format!("{name}.html"));
    path.to_string_lossy().into_owned()
}

impl PresentEnd {
    /// Back to the presentation, at the selected mark where there is one.
    fn go_back(&self, state: &mut State) -> Outcome {
        if let Some(mark) = talked(state).get(self.list.selected) {
            state.cursor = *mark;
        }
        Outcome::Steps(vec![Outcome::Back, Outcome::Back, Outcome::Act(Action::Present)])
    }

    fn rooms(&self, state: &State, body: Rect) -> Beside {
        match talked(state).is_empty() {
            true => Beside::card(body, |width| self.page(state, width).lines.len()),
            false => Beside::of(body, |width| self.page(state, width).lines.len()),
        }
    }

    /// Draws the selected mark in its box: where everyone stood, and what was agreed, whole.
    fn draw_selected(&self, state: &State, look: &Look, frame: &mut Frame<'_>, rooms: &Beside) {
        let (Some(gathering), Some(mark)) = (
            &state.presented.gathering,
            talked(state).get(self.list.selected).copied(),
        ) else {
            return;
        };
        let framework = &state.framework;
        let field = framework.field_of(mark).get();
        let title = [(Role::Field(field), state.mark_title(mark))];
        let Some(area) = rooms.frame_other(look, frame, &title) else {
            return;
        };
        let view = gathering
            .team(framework)
            .view(framework, &Default::default(), Default::default());
        let mut page = Page::new(area.width);
        page.paragraph(Role::Muted, &framework.mark(mark).definition, 0);
        let agreed = gathering.agreed(&framework.mark(mark).id);
        if !agreed.is_empty() {
            page.blank();
            page.paragraph(Role::Strong, state.text().export.agreed, 0);
            for line in agreed.lines() {
                page.paragraph(Role::Text, &clean(line), 0);
            }
        }
        let text = (page.lines.len() as u16).min(area.height);
        frame.render_widget(look.text(&page, 0, text), area);
        let Some(row) = view.rows.iter().find(|row| row.mark == mark && row.count() > 0) else {
            return;
        };
        /// The rows of the scale: dots, the line, the numbers, and a row of air over them.
        const LEAST: u16 = 5;
        const MOST: u16 = 14;
        let room = area.height - text;
        if room < LEAST {
            return;
        }
        let at = |y: u16, height: u16| Rect { y, height, ..area };
        let dots = (room - 3).min(MOST);
        let top = area.y + text + 1;
        let scale = Scale {
            row,
            own: state.team.you().map(|you| you.values[mark.get()]),
            field,
            revealed: Some(1.0),
        };
        let buffer = frame.buffer_mut();
        scale.dots(look, buffer, at(top, dots));
        scale.axis(look, buffer, at(top + dots, 1));
        scale.numbers(state, look, buffer, at(top + dots + 1, 1));
    }

    /// What was agreed becomes decisions of the presenter's own, in one step.
    fn decide(state: &mut State) {
        let gathering = state.presented.gathering.as_ref();
        let decisions = gathering.map_or_else(Vec::new, |gathering| gathering.decisions(&state.framework));
        let before = state.profile().decisions.len();
        let deed = state.session.decide(decisions);
        let is_refused = deed.is_err();
        state.did(deed);
        let count = state.profile().decisions.len() - before;
        if !is_refused {
            let words = state.text().present;
            state.message = Some(match count {
                0 => words.nothing_to_decide.to_owned(),
                count => words.decided(count),
            });
        }
    }
}

impl Screen for PresentEnd {
    fn scope(&self) -> Scope {
        Scope::PresentEnd
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        let text = state.text();
        under_home(
            state,
            [
                (Role::Muted, text.export.team.into()),
                (Role::Strong, text.present.gathering.into()),
            ],
        )
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        let asked = std::mem::take(&mut self.asked);
        match action {
            // over the presentation, which is left with it
            Action::Back => return Outcome::Steps(vec![Outcome::Back, Outcome::Back]),
            Action::Left | Action::Present => return self.go_back(state),
            Action::Open | Action::Export => {
                return Outcome::Go(Route::Prompt(Ask::Sheet { there: None }, sheet_name(state)));
            }
            Action::DecideAgreed => Self::decide(state),
            Action::PutAway if !asked => {
                self.asked = true;
                let key = state.keymap.keys(Action::PutAway, Scope::PresentEnd);
                state.message = Some(state.text().present.ask_end(&key));
            }
            Action::PutAway => {
                let now = state.session.now();
                state.presented.change(|gathering| gathering.ended = Some(now));
                state.did_in_team();
                state.message = Some(state.text().present.is_ended.to_owned());
                return Outcome::Steps(vec![Outcome::Back, Outcome::Back]);
            }
            _ => return self.walk(action, state),
        }
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let rooms = self.rooms(state, body);
        rooms.frame_list(look, frame, &[(Role::Strong, state.text().present.gathering)]);
        self.draw_selected(state, look, frame, &rooms);
        Some(self.draw_page(state, look, frame, body))
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        self.rooms(state, body).list
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let words = state.text().present;
        let mut page = Page::new(width);
        let Some(gathering) = &state.presented.gathering else {
            return page;
        };
        let framework = &state.framework;
        let talked = gathering.talked(framework);
        let date = state.text().date(gathering.at.date());
        page.paragraph(Role::Strong, &words.ended_on(&date), 0);
        let agreed = gathering.agreements(framework).len();
        match talked.len() {
            0 => page.paragraph(Role::Text, words.nothing_talked, 0),
            marks => page.paragraph(Role::Text, &format!("{}.", words.talked(marks, agreed)), 0),
        }
        page.blank();
        // first, so that they are in view however much was talked about
        let actions = [Action::Open, Action::DecideAgreed, Action::PutAway];
        let keys = actions.map(|action| state.keymap.keys(action, Scope::PresentEnd));
        let widest = keys.iter().map(|keys| keys.width()).max().unwrap_or(0) + 2;
        for (key, said) in keys.iter().zip(words.at_the_end) {
            let mut line = Page::new(width);
            line.paragraph(Role::Text, said, widest);
            line.put_before(Role::Key, key, widest);
            page.lines.extend(line.lines);
        }
        page.blank();
        let view = gathering
            .team(framework)
            .view(framework, &Default::default(), Default::default());
        for (at, mark) in talked.iter().enumerate() {
            let row = view.rows.iter().find(|row| row.mark == *mark);
            let field = Role::Field(framework.field_of(*mark).get());
            let selected = at == self.list.selected;
            let mut entry = Page::new(width - 1);
            let role = if selected { Role::Strong } else { Role::Text };
            entry.paragraph(role, state.mark_title(*mark), 1);
            if let Some(row) = row.filter(|row| row.count() > 0) {
                let exports = state.text().export;
                entry.paragraph(
                    Role::Muted,
                    &exports.figures(row.spread, &exports.steps(row.median)),
                    1,
                );
            }
            for line in gathering.agreed(&framework.mark(*mark).id).lines() {
                entry.paragraph(Role::Text, &clean(line), 3);
            }
            page.entry(entry, field, selected);
            page.blank();
        }
        page.close();
        let names = |marks: Vec<MarkIndex>| {
            let names = marks
                .into_iter()
                .map(|mark| state.names().mark(mark).short.as_str());
            names.collect::<Vec<_>>().join(", ")
        };
        let skipped = |mark: &MarkIndex| gathering.is_skipped(&framework.mark(*mark).id);
        let rest: Vec<MarkIndex> = framework
            .mark_indices()
            .filter(|mark| !talked.contains(mark))
            .collect();
        let (skipped, left): (Vec<_>, Vec<_>) = rest.into_iter().partition(skipped);
        if !skipped.is_empty() {
            page.paragraph(Role::Muted, &words.passed_over(&names(skipped)), 0);
        }
        if !left.is_empty() && !talked.is_empty() {
            page.paragraph(Role::Muted, &words.left_over(&names(left)), 0);
        }
        page
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }
}
