//! The welcome: five short steps of a first start, which can be taken again: what this is, the own name, unit and level, the
//! first dial.

use super::{
    Effect, Outcome, Screen, Target,
    action::Action,
    guided, layout,
    list::List,
    mark::{self, stands},
    marks::large_dial,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{dial::DialValue, framework::Framework, profile::MOST_LABEL};
use crate::text::Text;
use crate::ui::{
    Look,
    page::Page,
    panel::{Panel, inner},
    text_field,
    theme::Role,
};
use crate::widget::input::Input;
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// A step of the welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WelcomeStep {
    /// What this is.
    About,
    /// The own name.
    Name,
    /// The own unit.
    Unit,
    /// The own level.
    Level,
    /// The first dial.
    Dial,
}

impl WelcomeStep {
    /// The steps there are: that of the level only where there is a choice.
    fn all(framework: &Framework) -> impl DoubleEndedIterator<Item = Self> {
        let has_choice = framework.levels.len() > 1;
        let all = [Self::About, Self::Name, Self::Unit, Self::Level, Self::Dial];
        all.into_iter()
            .filter(move |step| has_choice || *step != Self::Level)
    }

    /// Which one it is, counted from 1, and how many there are.
    fn number(self, framework: &Framework) -> (usize, usize) {
        let before = Self::all(framework).take_while(|step| *step != self).count();
        (before + 1, Self::all(framework).count())
    }

    /// Its heading: which one of how many it is, and its name.
    pub fn heading(self, framework: &Framework, text: &Text) -> String {
        let (number, of) = self.number(framework);
        text.welcome.step(number, of, text.welcome.steps[self as usize])
    }

    /// The step after it; nothing after the last.
    pub fn next(self, framework: &Framework) -> Option<Self> {
        Self::all(framework).skip_while(|step| *step != self).nth(1)
    }

    /// The step before it; nothing before the first.
    pub fn previous(self, framework: &Framework) -> Option<Self> {
        Self::all(framework).rev().skip_while(|step| *step != self).nth(1)
    }
}

/// Rows of the box around a line that is asked for.
const BOX: u16 = 3;

/// The welcome at one of its steps.
#[derive(Clone, Debug)]
pub struct Welcome {
    step: WelcomeStep,
    list: List,
    /// The line of the step, where it asks for one.
    input: Option<Input>,
    /// What stood in the lines for name and unit when they were left.
    lines: [Option<String>; 2],
    /// The name that was asked for: where the profile has it, the step is done.
    named: Option<String>,
}

impl Welcome {
    /// The welcome from its beginning.
    pub fn new() -> Self {
        Self {
            step: WelcomeStep::About,
            list: List::default(),
            input: None,
            lines: [None, None],
            named: None,
        }
    }

    /// The step it is at.
    pub fn step(&self) -> WelcomeStep {
        self.step
    }

    /// True where a name or unit is being typed.
    pub fn is_writing(&self) -> bool {
        let typed = |input: &Input| input.is_changed() && !input.text().trim().is_empty();
        self.input.as_ref().is_some_and(typed)
    }

    /// To the next step; after the last one home.
    fn go_on(&mut self, state: &mut State) -> Outcome {
        match self.step.next(&state.framework) {
            Some(next) => self.go(next, state),
            None => Outcome::Back,
        }
    }

    /// To the step before; there is none before the first.
    fn go_back(&mut self, state: &mut State) -> Outcome {
        self.keep_level(state);
        match self.step.previous(&state.framework) {
            Some(previous) => self.go(previous, state),
            None => Outcome::Nothing,
        }
    }

    /// The level that is selected is the own one, however its step is left.
    fn keep_level(&self, state: &mut State) {
        if self.step == WelcomeStep::Level {
            let deed = state.session.set_level(self.list.selected);
            state.did(deed);
        }
    }

    /// To a step. What stands in the line of the one that is left stands there again when it is come back to.
    fn go(&mut self, step: WelcomeStep, state: &mut State) -> Outcome {
        let [name, unit] = &mut self.lines;
        let left = self.input.take().map(|input| input.text().to_owned());
        match self.step {
            WelcomeStep::Name => *name = left,
            WelcomeStep::Unit => *unit = left,
            _ => {}
        }
        let line = |line: &Option<String>, own: &str| {
            let line = line.clone().unwrap_or_else(|| own.to_owned());
            Some(Input::one_line(&line, MOST_LABEL))
        };
        self.input = match step {
            WelcomeStep::Name => line(name, ""),
            WelcomeStep::Unit => line(unit, &state.profile().unit),
            _ => None,
        };
        self.step = step;
        self.named = None;
        self.list = List {
            selected: state.own_level(),
            scroll: 0,
        };
        self.make_room(state);
        Outcome::Done
    }

    /// The line has its room.
    fn make_room(&mut self, state: &State) {
        let line = self.line(state, state.body());
        if let Some(input) = &mut self.input {
            input.resize(line.as_size());
        }
    }

    /// What Enter does: what the step asked for is kept, and the next one comes.
    fn onward(&mut self, state: &mut State) -> Outcome {
        let line = self.input.as_ref().map_or("", Input::text).trim().to_owned();
        match self.step {
            WelcomeStep::Name if !line.is_empty() && line != state.profile().name => {
                let command = match state.session.rename(&line) {
                    Ok(command) => command,
                    Err(fault) => {
                        state.refused(&fault);
                        return Outcome::Done;
                    }
                };
                // on the first start there is no file yet that could have the name
                state.session.changed();
                self.named = Some(line);
                return Outcome::Do(Effect::Profile(command));
            }
            WelcomeStep::Unit if !line.is_empty() => {
                let deed = state.session.set_unit(&line);
                if deed.is_err() {
                    state.did(deed);
                    return Outcome::Done;
                }
            }
            _ => self.keep_level(state),
        }
        self.go_on(state)
    }

    /// What comes before the line that the step asks for, or before the rest of what it says.
    fn heading(&self, state: &State, width: u16) -> Page {
        let words = state.text().welcome;
        let mut page = Page::new(width);
        let (number, of) = self.step.number(&state.framework);
        let over = self.step.heading(&state.framework, state.text());
        guided::heading(&mut page, number, of, &over);
        let is_beside = matches!(self.step, WelcomeStep::Level | WelcomeStep::Dial);
        if state.rendering().is_some() && is_beside {
            page.paragraph(Role::Unofficial, state.text().unofficial_beside, 0);
        }
        page.blank();
        match self.step {
            WelcomeStep::Name => page.paragraph(Role::Strong, words.which_name, 0),
            WelcomeStep::Unit => page.paragraph(Role::Strong, words.which_unit, 0),
            _ => {}
        }
        page
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
            entry.paragraph(name_role, name, 1);
            let asks = words.asks(state.mark_title(first), state.level_text(first, level));
            entry.paragraph(role, &asks, 1);
            let english = state.english_mark(first);
            if let Some(asks) = english.and_then(|english| english.levels.get(level)) {
                entry.paragraph(Role::Unofficial, asks, 1);
            }
            page.entry(entry, Role::Accent, selected);
            page.blank();
        }
        page.paragraph(Role::Muted, words.level, 0);
    }

    /// Where the line stands that the step asks for: in a box under its question.
    fn line(&self, state: &State, body: Rect) -> Rect {
        inner(self.line_box(state, body))
    }

    /// The box around that line.
    fn line_box(&self, state: &State, body: Rect) -> Rect {
        let room = self.room(state, body);
        let rows = self.heading(state, room.width).lines.len() as u16;
        Rect {
            y: room.y + rows.min(room.height.saturating_sub(BOX)),
            height: BOX.min(room.height),
            ..room
        }
    }

    /// Where picture, words and text of the step stand; in a low or narrow window with a small dial, or no picture.
    fn layout(&self, state: &State, body: Rect) -> mark::Layout {
        /// Rows for what a dial says under it.
        const WORDS: u16 = 5;
        let has_dial = matches!(self.step, WelcomeStep::About | WelcomeStep::Dial);
        let under = if self.step == WelcomeStep::Dial { WORDS } else { 0 };
        let mut layout = match guided::beside(body) {
            Some((picture, text)) if has_dial => {
                let (dial, words) = guided::dial_over(picture, under);
                let beside = false;
                mark::Layout {
                    dial,
                    words,
                    text,
                    beside,
                }
            }
            Some((picture, text)) => mark::Layout {
                dial: picture,
                words: Rect::ZERO,
                text,
                beside: false,
            },
            None if has_dial => mark::layout(body),
            None => mark::Layout {
                dial: Rect::ZERO,
                words: Rect::ZERO,
                text: layout::reading(body),
                beside: false,
            },
        };
        let rows = self.page(state, layout.text.width).lines.len();
        layout.text = guided::middle(layout.text, rows);
        layout
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
            WelcomeStep::Name | WelcomeStep::Unit => Scope::YourName,
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
            Action::Open | Action::Keep => return self.onward(state),
            Action::Right if !is_dial => return self.onward(state),
            Action::Left if !is_dial => return self.go_back(state),
            Action::Previous => return self.go_back(state),
            Action::Leave | Action::Back => {
                self.keep_level(state);
                return Outcome::Back;
            }
            // there is no dial to be seen yet
            action if !is_dial && super::turn(action).is_some() => return Outcome::Done,
            Action::Up | Action::Left if is_dial => state.cycle_marks(-1),
            Action::Down | Action::Right if is_dial => state.cycle_marks(1),
            Action::First | Action::Last if is_dial => return Outcome::Pass,
            action => return self.walk(action, state),
        }
        Outcome::Done
    }

    fn input(&self) -> Option<&Input> {
        self.input.as_ref()
    }

    fn input_mut(&mut self) -> Option<&mut Input> {
        self.input.as_mut()
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        let selection = self.draw_page(state, look, frame, body);
        let layout = self.layout(state, body);
        match self.step {
            WelcomeStep::About => {
                // the dial is nobody's: it shows once how one turns
                let at = state.motion.shown_turn().unwrap_or_default();
                let stands = DialValue::new(at.round() as i64).unwrap_or_default();
                let dial = look.dial(0).value(stands.get().into()).position(at);
                frame.render_widget(dial.large(true).aspect(state.aspect), layout.dial);
                Some(selection)
            }
            WelcomeStep::Dial => {
                large_dial(state, look, frame, state.cursor, layout.dial);
                stands(state, look, frame, &layout);
                Some(layout.dial.as_position())
            }
            WelcomeStep::Name | WelcomeStep::Unit | WelcomeStep::Level => {
                if !layout.dial.is_empty() {
                    // the levels say what they ask in the first mark
                    let first = Some(state.framework.first_mark());
                    let of = first.filter(|_| self.step == WelcomeStep::Level);
                    guided::fields(state, look, frame, layout.dial, of);
                }
                let Some(input) = &self.input else {
                    return Some(selection);
                };
                let area = self.line_box(state, body);
                let room = Panel::new(&[]).edge(Role::Accent).draw(look, frame, area);
                text_field(look, frame, room, input, "");
                None
            }
        }
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        if self.step == WelcomeStep::Dial {
            let area = self.layout(state, body).dial;
            return area.contains(at).then_some(Target::Dial(state.cursor, area));
        }
        self.hit_page(state, body, at)
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let words = state.text().welcome;
        let mut page = self.heading(state, width);
        match self.step {
            WelcomeStep::About => about(state, &mut page),
            WelcomeStep::Name | WelcomeStep::Unit => {
                (0..BOX).for_each(|_| page.blank());
                let what = match self.step {
                    WelcomeStep::Name => words.name,
                    _ => words.unit,
                };
                page.paragraph(Role::Muted, what, 0);
            }
            WelcomeStep::Level => self.level(state, &mut page),
            WelcomeStep::Dial => first_dial(state, &mut page),
        }
        page
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        self.layout(state, body).text
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }

    fn settle(&mut self, state: &mut State) {
        let has_it = |name: &String| *name == state.profile().name;
        if self.step == WelcomeStep::Name && self.named.as_ref().is_some_and(has_it) {
            self.go_on(state);
            return;
        }
        self.make_room(state);
        super::list::change(self, state, List::show);
    }
}

/// What this is, in two sentences.
fn about(state: &State, page: &mut Page) {
    let words = state.text().welcome;
    let framework = state.names();
    let marks = framework.mark_count();
    let about = words.about(&framework.title, &framework.organisation, marks);
    page.paragraph(Role::Strong, &about, 0);
    page.blank();
    page.paragraph(Role::Text, words.about_dials, 0);
}

/// The first dial: what its mark is about, and how it is turned.
fn first_dial(state: &State, page: &mut Page) {
    let mark = state.cursor;
    // first what there is to do: in a low window the rest has to be scrolled to
    page.paragraph(Role::Text, state.text().welcome.dial, 0);
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
