//! The welcome: three short steps of a first start, which can be taken again: what this is, the own level, the first dial.

use super::{
    Outcome, Screen, Target,
    action::Action,
    dial, layout,
    list::List,
    mark::{self, stands},
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::framework::Framework;
use crate::ui::{Look, page::Page, theme::Role};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// A part of the sentence in the foreword that the dials come from.
const TURN: &str = "skrue op og ned";

/// A step of the welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WelcomeStep {
    /// What this is.
    About,
    /// The own level.
    Level,
    /// The first dial.
    Dial,
}

impl WelcomeStep {
    /// Which one it is, counted from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }
}

/// The welcome at one of its steps.
#[derive(Clone, Debug)]
pub struct Welcome {
    step: WelcomeStep,
    list: List,
}

impl Welcome {
    /// The welcome from its beginning.
    pub fn new() -> Self {
        Self {
            step: WelcomeStep::About,
            list: List::default(),
        }
    }

    /// The step it is at.
    pub fn step(&self) -> WelcomeStep {
        self.step
    }

    /// To the next step; the own level is kept on the way.
    fn go_on(&mut self, state: &mut State) -> Outcome {
        self.step = match self.step {
            WelcomeStep::About => WelcomeStep::Level,
            WelcomeStep::Level => {
                let deed = state.session.set_level(self.list.selected);
                state.did(deed);
                WelcomeStep::Dial
            }
            WelcomeStep::Dial => return Outcome::Back,
        };
        self.list = List {
            selected: state.own_level(),
            scroll: 0,
        };
        Outcome::Done
    }

    /// The own level: each with what it asks in the first mark.
    fn level(&self, state: &State, page: &mut Page) {
        let words = state.text().welcome;
        page.paragraph(Role::Strong, words.which_level, 0);
        page.blank();
        let first = state.framework.first_mark();
        for (level, name) in state.level_names().iter().enumerate() {
            let selected = level == self.list.selected;
            let (name_role, role) = if selected {
                (Role::Strong, Role::Text)
            } else {
                (Role::Text, Role::Muted)
            };
            let mut entry = Page::new((page.width as u16).saturating_sub(1));
            entry.line([(name_role, format!(" {name}"))]);
            let asks = words.asks(state.mark_title(first), state.level_text(first, level));
            entry.paragraph(role, &asks, 1);
            page.entry(entry, Role::Accent, selected);
            page.blank();
        }
        page.paragraph(Role::Notice, words.level, 0);
    }
}

impl Default for Welcome {
    fn default() -> Self {
        Self::new()
    }
}

impl Screen for Welcome {
    fn scope(&self) -> Scope {
        match self.step {
            WelcomeStep::About => Scope::Welcome,
            WelcomeStep::Level => Scope::YourLevel,
            WelcomeStep::Dial => Scope::FirstDial,
        }
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().welcome.title.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        let is_dial = self.step == WelcomeStep::Dial;
        match action {
            Action::Open => return self.go_on(state),
            // there is no dial to be seen yet
            action if !is_dial && super::turn(action).is_some() => return Outcome::Done,
            Action::Up | Action::Left | Action::Previous if is_dial => state.cycle_marks(-1),
            Action::Down | Action::Right | Action::Next if is_dial => state.cycle_marks(1),
            Action::First | Action::Last if is_dial => return Outcome::Pass,
            action => return self.walk(action, state),
        }
        Outcome::Done
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let selection = self.draw_page(state, look, frame, body);
        if self.step != WelcomeStep::Dial {
            return Some(selection);
        }
        let layout = mark::layout(body);
        dial(state, look, frame, state.cursor, layout.dial);
        stands(state, look, frame, &layout);
        Some(layout.dial.as_position())
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        if self.step == WelcomeStep::Dial {
            let area = mark::layout(body).dial;
            return area.contains(at).then_some(Target::Dial(state.cursor, area));
        }
        self.hit_page(state, body, at)
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let mut page = Page::new(width);
        page.paragraph(Role::Accent, state.text().welcome.step(self.step.number()), 0);
        if state.rendering().is_some() && self.step != WelcomeStep::Level {
            page.paragraph(Role::Unofficial, state.text().unofficial_beside, 0);
        }
        page.blank();
        match self.step {
            WelcomeStep::About => about(state, &mut page),
            WelcomeStep::Level => self.level(state, &mut page),
            WelcomeStep::Dial => first_dial(state, &mut page),
        }
        page
    }

    fn room(&self, _: &State, body: Rect) -> Rect {
        match self.step {
            WelcomeStep::About | WelcomeStep::Level => layout::reading(body),
            WelcomeStep::Dial => mark::layout(body).text,
        }
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }
}

/// The paragraphs of the foreword that the welcome shows, counted from 0: the first two, and the one of the dials.
pub fn paragraphs(framework: &Framework) -> Vec<usize> {
    let foreword = &framework.foreword;
    let turn = foreword.iter().position(|paragraph| paragraph.contains(TURN));
    let shown = [Some(0), Some(1), turn.filter(|turn| *turn > 1)];
    let shown = shown.into_iter().flatten();
    shown.filter(|at| *at < foreword.len()).collect()
}

/// What this is, in the framework's own words: the greeting, what it is for, and the sentence of the dials.
fn about(state: &State, page: &mut Page) {
    let foreword = &state.framework.foreword;
    for at in paragraphs(&state.framework) {
        let role = if at == 0 { Role::Strong } else { Role::Text };
        page.paragraph(role, &foreword[at], 0);
        if let Some(english) = state.rendering().and_then(|english| english.foreword().get(at)) {
            page.paragraph(Role::Unofficial, english, 0);
        }
        page.blank();
    }
    if foreword.is_empty() {
        page.paragraph(Role::Strong, &state.framework.title, 0);
        page.blank();
    }
    page.paragraph(Role::Notice, state.text().welcome.about, 0);
}

/// The first dial: what its mark is about, and how it is turned.
fn first_dial(state: &State, page: &mut Page) {
    let mark = state.cursor;
    // first what there is to do: in a low window the rest has to be scrolled to
    page.paragraph(Role::Notice, state.text().welcome.dial, 0);
    page.blank();
    let field = state.framework.field_of(mark);
    page.paragraph(Role::Field(field.get()), state.field_title(field), 0);
    page.paragraph(Role::Strong, state.mark_title(mark), 0);
    page.blank();
    page.paragraph(Role::Text, &state.framework.mark(mark).definition, 0);
    if let Some(english) = state.english_mark(mark) {
        page.paragraph(Role::Unofficial, &english.definition, 0);
    }
}
