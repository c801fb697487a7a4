//! One bearing: what moved with effect and learning, its note, all marks, its decisions, and its rose beside it.

use super::{
    Outcome, Route, Screen,
    action::Action,
    layout::{MEASURE, reading},
    list::List,
    rose::{Stand, picture},
    scope::Scope,
    state::State,
    taken,
    texts::{Texts, says},
    trail::{Names, Trail, under_home},
};
use crate::core::{
    compare::{self, Picture},
    profile::Bearing as Taken,
    sanitise::clean,
    session::TextTarget,
};
use crate::ui::{
    Look,
    page::{Page, wrap_title},
    panel::Panel,
    theme::Role,
};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// What the framework asks of whoever follows up, where it says so.
const GAINS: &str = "den effekt, der skal opnås og den læring, der skabes undervejs";

/// Cells for `  −5 → +5`.
const MOVE: usize = 9;

/// The bearing with an id.
#[derive(Clone, Debug)]
pub struct Bearing {
    id: String,
    list: List,
}

impl Bearing {
    /// The bearing with this id.
    pub fn new(id: String) -> Self {
        Self {
            id,
            list: List::default(),
        }
    }

    /// The bearing; nothing where it is gone.
    fn in_hand<'a>(&self, state: &'a State) -> Option<&'a Taken> {
        state.profile().bearing(&self.id)
    }

    fn place(&self, state: &State) -> Option<usize> {
        let bearings = &state.profile().bearings;
        bearings.iter().position(|bearing| bearing.id == self.id)
    }

    /// The bearing before this one.
    fn before<'a>(&self, state: &'a State) -> Option<&'a Taken> {
        let at = self.place(state)?.checked_sub(1)?;
        state.profile().bearings.get(at)
    }

    /// To the bearing after or before.
    fn step(&mut self, by: isize, state: &mut State) {
        let to = self.place(state).and_then(|at| at.checked_add_signed(by));
        if let Some(bearing) = to.and_then(|to| state.profile().bearings.get(to)) {
            *self = Self::new(bearing.id.clone());
            state.looking_at = Some(self.id.clone());
        } else {
            state.message = Some(state.text().no_further.to_owned());
        }
    }

    /// The texts that can be written, in the order of the page: effect and learning of each mark that moved, then its note.
    fn texts(&self, state: &State) -> Vec<TextTarget> {
        let moved = state.session.moved_at(&self.id).into_iter();
        let gains = moved.flat_map(|moved| {
            [
                TextTarget::Effect(self.id.clone(), moved.mark),
                TextTarget::Learning(self.id.clone(), moved.mark),
            ]
        });
        gains.chain([TextTarget::Bearing(self.id.clone())]).collect()
    }
}

impl Screen for Bearing {
    fn scope(&self) -> Scope {
        Scope::Bearing
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        let bearing = self.in_hand(state);
        let name = bearing.map_or_else(String::new, |bearing| state.text().bearing_name(&bearing.name()));
        let parts = [
            (Role::Muted, state.text().bearings.title.into()),
            (Role::Strong, name.into()),
        ];
        under_home(state, parts)
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        let bearing = self.in_hand(state).cloned();
        if let Some(outcome) = taken::act(action, bearing.as_ref(), state) {
            return outcome;
        }
        match action {
            Action::Compare => {
                let (from, to) = compare::pair(&state.framework, state.profile(), &self.id);
                return Outcome::Go(Route::Compare { from, to });
            }
            Action::Left => self.step(-1, state),
            Action::Right => self.step(1, state),
            Action::Open => {
                let text = self.texts(state).into_iter().nth(self.list.selected);
                return text.map_or(Outcome::Done, |text| Outcome::Go(Route::Note(text)));
            }
            action => return self.walk(action, state),
        }
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        if let Some((area, bearing)) = layout(body).rose.zip(self.in_hand(state)) {
            let outline = self.before(state).map(Picture::At);
            let name = outline.map_or_else(String::new, |outline| match outline {
                Picture::At(before) => state.text().bearing_name(&before.name()),
                Picture::Now(_) => String::new(),
            });
            let date = state.text().bearings.date(bearing.at.date());
            let mut title = vec![(Role::Strong, &*date)];
            if !name.is_empty() {
                title.extend([(Role::Ghost, "  ━ "), (Role::Muted, &*name)]);
            }
            let inner = Panel::new(&title).draw(look, frame, area);
            let stands = |mark| Stand::of(state, mark, Picture::At(bearing), outline);
            frame.render_widget(picture(state, look, stands), inner);
        }
        Some(self.draw_page(state, look, frame, body))
    }

    fn room(&self, _: &State, body: Rect) -> Rect {
        layout(body).text
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let mut page = Page::new(width);
        let id = &self.id;
        let Some(bearing) = state.profile().bearing(id) else {
            return page;
        };
        let words = state.text().bearings;
        page.paragraph(Role::Strong, &state.text().date(bearing.at.date()), 0);
        if !bearing.label.trim().is_empty() {
            page.paragraph(Role::Accent, &clean(bearing.label.trim()), 0);
        }
        page.blank();
        let mut texts = Texts::new(state, self.list.selected);
        let moved = state.session.moved_at(id);
        match self.before(state) {
            None => page.paragraph(Role::Muted, words.first, 0),
            Some(before) => {
                page.paragraph(
                    Role::Strong,
                    &words.moved_since(&state.text().bearing_name(&before.name())),
                    0,
                );
                if moved.is_empty() {
                    page.paragraph(Role::Muted, words.unmoved, 0);
                } else if says(&state.framework, GAINS) {
                    page.paragraph(Role::Notice, &state.text().mirror.quoted(GAINS), 0);
                }
            }
        }
        for one in &moved {
            page.blank();
            let field = state.framework.field_of(one.mark).get();
            // the move stands whole behind the last line of the title
            let mut title = wrap_title(state.mark_title(one.mark), page.width.saturating_sub(MOVE));
            if let Some(last) = title.last_mut() {
                last.push_str(&format!("  {} → {}", one.from, one.to));
            }
            for line in title {
                page.line([(Role::Field(field), line)]);
            }
            for (name, subject) in [
                (words.effect, TextTarget::Effect(id.clone(), one.mark)),
                (words.learning, TextTarget::Learning(id.clone(), one.mark)),
            ] {
                texts.put(&mut page, name, &subject, Role::Field(field), width);
            }
        }
        page.blank();
        texts.put(
            &mut page,
            state.text().note,
            &TextTarget::Bearing(id.clone()),
            Role::Accent,
            width,
        );
        page.blank();
        page.paragraph(Role::Strong, words.all_marks, 0);
        let shares = Picture::At(bearing).field_weights(&state.framework);
        for field in state.framework.field_indices() {
            page.blank();
            let share = state.text().percent(shares[field.get()]);
            let title = format!("{}  {share}", state.field_title(field));
            page.paragraph(Role::Field(field.get()), &title, 0);
            for mark in state.framework.marks_of(field) {
                let id = &state.framework.mark(mark).id;
                let value = Picture::At(bearing).value(id);
                let title = wrap_title(state.mark_title(mark), page.width.saturating_sub(4));
                for (at, line) in title.into_iter().enumerate() {
                    let value = if at == 0 { value.text() } else { "" };
                    page.line([(Role::Strong, format!("{value:>3} ")), (Role::Text, line)]);
                }
                let Some(dial) = bearing.dials.get(id) else {
                    continue;
                };
                let said = |name: &str, text: &str| format!("{name}: {}", text);
                let has_entries = moved.iter().any(|one| one.mark == mark);
                if !dial.note.is_empty() {
                    page.paragraph(Role::Muted, &dial.note, 4);
                }
                for (name, text) in [(words.effect, &dial.effect), (words.learning, &dial.learning)] {
                    if !text.is_empty() && !has_entries {
                        page.paragraph(Role::Muted, &said(name, text), 4);
                    }
                }
            }
        }
        if !bearing.decisions.is_empty() {
            page.blank();
            page.paragraph(Role::Strong, words.decisions, 0);
        }
        for decision in &bearing.decisions {
            page.blank();
            page.paragraph(Role::Text, &decision.text, 0);
            for (mark, answer) in &decision.answers {
                let mark = state.framework.mark_by_id(mark);
                let title = mark.map_or("", |mark| state.mark_title(mark));
                page.paragraph(Role::Muted, &format!("{title}: {}", answer), 4);
            }
        }
        page
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }

    fn is_there(&self, state: &State) -> bool {
        self.in_hand(state).is_some()
    }
}

/// A bearing in words, and its rose beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Layout {
    /// The words.
    text: Rect,
    /// The rose, where there is room for it.
    rose: Option<Rect>,
}

/// Where they stand in `body`.
fn layout(body: Rect) -> Layout {
    const LEAST: u16 = 96;
    const GAP: u16 = 3;
    if body.width < LEAST || body.height < 14 {
        let text = reading(body);
        return Layout {
            text: Rect {
                width: text.width.min(body.width - 1),
                ..text
            },
            rose: None,
        };
    }
    let text = (body.width / 2).clamp(56, MEASURE);
    let width = body.width - text - GAP;
    // no higher than it is wide
    let height = body.height.min(width / 2 + 1);
    Layout {
        text: Rect { width: text, ..body },
        rose: Some(Rect {
            x: body.x + text + GAP,
            width,
            height,
            ..body
        }),
    }
}
