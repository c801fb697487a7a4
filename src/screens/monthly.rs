//! The monthly review: a guided path from what moved to a new bearing and a date, which can be left and picked up at every
//! step. Owns what each step shows and offers; the path and where a leader is on it are [`core::monthly`](crate::core::monthly)'s.

mod look;

use super::{
    Effect, Outcome, Route, Screen, Target,
    action::Action,
    keymap::Label,
    list::{self, List},
    mark,
    prompt::{Ask, review_line},
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    compare::Move,
    framework::MarkIndex,
    mirror::{self, Answer, Question},
    monthly::{self, Monthly, Step},
    profile::Bearing,
    sanitise::clean,
    session::{Links, TextTarget},
};
use crate::text::capital;
use crate::ui::{
    Look,
    page::{Page, wrap_message},
    theme::Role,
};
use jiff::civil::Date;
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use std::path::PathBuf;
use unicode_width::UnicodeWidthStr;

/// The monthly review, at one of its steps.
#[derive(Clone, Debug)]
pub struct MonthlyReview {
    monthly: Monthly,
    /// True where it was left earlier.
    picked_up: bool,
    list: List,
    /// Rows of what the step says that are scrolled away over its choices.
    scroll: usize,
    /// The calendar's file, where it was written.
    pub calendar: Option<PathBuf>,
    /// The last bearing and the review date when the step was reached: where one is another, the step is done.
    before: (Option<String>, Option<Date>),
}

/// What a choice does.
#[derive(Clone, Debug, PartialEq)]
enum Does {
    Onward,
    Answer,
    PutAway,
    Save,
    Write(TextTarget),
    LookAgain(Option<Date>),
    OtherDate,
    Calendar,
    Export,
    Finish,
}

impl MonthlyReview {
    /// The review that was left, or a new one.
    pub fn new(state: &State) -> Self {
        let (monthly, picked_up) = state.session.monthly();
        Self {
            monthly,
            picked_up,
            list: List::default(),
            scroll: 0,
            calendar: None,
            before: marks_of_progress(state),
        }
    }

    /// True where it goes on from where it was left earlier.
    pub fn is_picked_up(&self) -> bool {
        self.picked_up
    }

    /// To a step.
    fn go(&mut self, step: Step, state: &mut State) {
        state.session.go_on_with(&mut self.monthly, step);
        self.list = List::default();
        self.scroll = 0;
        self.before = marks_of_progress(state);
        self.settle(state);
    }

    /// To the step beside this one, or to the next part of the path or the one before.
    fn move_on(&mut self, onward: bool, part: bool, state: &mut State) -> Outcome {
        let step = self
            .monthly
            .beside(&state.framework, state.profile(), onward, part);
        if step != self.monthly.step {
            self.go(step, state);
        }
        Outcome::Done
    }

    /// The question that is asked.
    fn question(&self, state: &State) -> Option<Question> {
        let id = self.monthly.question.as_ref()?;
        let raised = mirror::questions(&state.framework, state.profile(), state.session.today());
        let raised = raised.into_iter().find(|question| question.id == *id);
        raised.or_else(|| mirror::asked(&state.framework, state.profile(), id))
    }

    /// True where the question needs no answer any more: one was written, it was put away, or the profile answers it.
    fn is_answered(&self, state: &State) -> bool {
        let open = mirror::open_questions(&state.framework, state.profile(), state.session.today());
        let waits = |id: &String| open.iter().any(|question| question.id == *id);
        !self.monthly.question.as_ref().is_some_and(waits)
    }

    /// The id of the bearing that was taken, and what it is called.
    fn taken(&self, state: &State) -> Option<(String, String)> {
        let bearing = state.profile().bearing(self.monthly.taken.as_ref()?)?;
        Some((bearing.id.clone(), state.text().bearing_name(&bearing.name())))
    }

    /// What can be chosen at this step.
    fn choices(&self, state: &State) -> Vec<(Does, String)> {
        let words = state.text().monthly;
        let bearings = state.text().bearings;
        let of = |does, label: &str| (does, label.to_owned());
        let onward = || of(Does::Onward, words.onward);
        let skip = || of(Does::Onward, words.skip);
        match self.monthly.step {
            Step::Mark(_) => Vec::new(),
            Step::Moved => vec![onward()],
            Step::Question => match self.is_answered(state) {
                true => vec![onward()],
                false => vec![
                    of(Does::Answer, words.answer),
                    skip(),
                    of(Does::PutAway, words.put_away),
                ],
            },
            Step::Bearing if self.taken(state).is_some() => vec![onward()],
            Step::Bearing => vec![of(Does::Save, words.save), skip()],
            Step::Gains(mark) => {
                let id = self.monthly.taken.clone().unwrap_or_default();
                vec![
                    of(
                        Does::Write(TextTarget::Effect(id.clone(), mark)),
                        bearings.effect_question,
                    ),
                    of(
                        Does::Write(TextTarget::Learning(id, mark)),
                        bearings.learning_question,
                    ),
                    onward(),
                ]
            }
            Step::Date => {
                let today = state.session.today();
                let suggested = monthly::suggested(today).into_iter().zip(monthly::MONTHS);
                let mut choices: Vec<_> = suggested
                    .map(|(date, months)| {
                        let label = words.on(months, &state.text().date(date));
                        (Does::LookAgain(Some(date)), label)
                    })
                    .collect();
                choices.push(of(Does::OtherDate, words.other_date));
                choices.push(match state.profile().review.filter(|date| *date > today) {
                    Some(date) => (Does::Onward, words.same_date(&state.text().date(date))),
                    None => of(Does::LookAgain(None), words.no_date),
                });
                choices
            }
            Step::Calendar if self.calendar.is_some() => vec![onward()],
            Step::Calendar => vec![of(Does::Calendar, words.calendar), skip()],
            Step::Done => vec![
                of(Does::Finish, words.finish),
                of(Does::Export, state.text().actions.export),
            ],
        }
    }

    /// Does what is selected.
    fn choose(&mut self, state: &mut State) -> Outcome {
        let chosen = self.choices(state).into_iter().nth(self.list.selected);
        match chosen.map_or(Does::Onward, |(does, _)| does) {
            Does::Onward => self.move_on(true, false, state),
            Does::Answer => self.answer(state),
            Does::PutAway => {
                let id = self.monthly.question.clone().unwrap_or_default();
                let deed = state.session.put_away(&id);
                if state.did(deed).is_some() {
                    state.message = Some(state.text().monthly.was_put_away.to_owned());
                }
                self.move_on(true, false, state)
            }
            Does::Save => Outcome::Go(Route::Prompt(Ask::MonthlyBearing, String::new())),
            Does::Write(target) => {
                // the note goes on to what is asked next by itself
                self.list.selected = self.choices(state).len() - 1;
                Outcome::Go(Route::Note(target))
            }
            Does::LookAgain(date) => {
                let deed = state.session.set_review(date);
                state.did(deed);
                self.move_on(true, false, state)
            }
            Does::OtherDate => Outcome::Go(Route::Prompt(Ask::Review, review_line(state.profile()))),
            Does::Calendar => Outcome::Do(Effect::WriteCalendar),
            Does::Export => Outcome::Act(Action::Export),
            Does::Finish => Outcome::Back,
        }
    }

    /// Answers the question as it is answered in the mirror, but for what the path asks anyway.
    fn answer(&mut self, state: &mut State) -> Outcome {
        let Some(question) = self.question(state) else {
            return self.move_on(true, false, state);
        };
        match (question.answer, question.marks.first()) {
            (Answer::Links, Some(mark)) => {
                state.cursor = *mark;
                Outcome::Go(Route::Picks(Links::Enriches))
            }
            (Answer::Challenge, _) => Outcome::Go(Route::Prompt(Ask::Challenge, String::new())),
            _ => Outcome::Go(Route::Note(TextTarget::Reply(question.id))),
        }
    }

    /// What moved, mark by mark, in a box with this heading.
    fn moves(&self, state: &State, page: &mut Page, title: &str) {
        let mut inner = Page::new((page.width as u16).saturating_sub(4));
        let moved = self.monthly.moved(&state.framework, state.profile());
        let name = |one: &Move| {
            let line = format!("{:>2} → {:>2}  ", one.from, one.to);
            (line, one.mark)
        };
        let lines: Vec<(String, MarkIndex)> = moved.iter().map(name).collect();
        // all titles long or all short
        let fits = |(line, mark): &(String, MarkIndex)| {
            line.width() + state.mark_title(*mark).width() <= inner.width
        };
        let is_long = lines.iter().all(fits);
        for (line, mark) in lines {
            let field = state.framework.field_of(mark).get();
            let named = state.names().mark(mark);
            let title = if is_long { &named.title } else { &named.short };
            inner.line([(Role::Field(field), line), (Role::Text, title.clone())]);
        }
        if moved.is_empty() {
            inner.paragraph(Role::Muted, &capital(state.text().bearings.unmoved), 0);
        }
        boxed(page, inner, title);
    }

    /// What the step says, over its choices.
    fn about(&self, state: &State, page: &mut Page) {
        let words = state.text().monthly;
        let inner = || Page::new((page.width as u16).saturating_sub(4));
        match self.monthly.step {
            Step::Moved => match self.before_it(state) {
                Some(bearing) => {
                    let name = state.text().bearing_name(&bearing.name());
                    self.moves(state, page, &state.text().bearings.moved_since(&name));
                }
                None => {
                    let mut inner = inner();
                    let what = state.text().bearings.none.get(1).copied().unwrap_or_default();
                    inner.paragraph(Role::Text, what, 0);
                    inner.blank();
                    inner.paragraph(Role::Text, words.takes_first, 0);
                    boxed(page, inner, words.first);
                }
            },
            Step::Question => self.asked(state, page),
            Step::Bearing => match self.taken(state) {
                Some((_, name)) => page.paragraph(Role::Good, &words.has_bearing(&name), 0),
                None => {
                    page.paragraph(Role::Text, words.about_bearing, 0);
                    page.blank();
                    let count = self.monthly.moved(&state.framework, state.profile()).len();
                    self.moves(state, page, without_end(&words.turned(count)));
                }
            },
            Step::Gains(mark) => {
                let field = state.framework.field_of(mark).get();
                let moved = self.monthly.moved(&state.framework, state.profile());
                let moved = moved.iter().find(|moved| moved.mark == mark);
                page.paragraph(Role::Strong, state.mark_title(mark), 0);
                if let Some(one) = moved {
                    page.line([(Role::Field(field), format!("{} → {}", one.from, one.to))]);
                }
            }
            // the mark says it itself, and a date is all that there is to choose
            Step::Mark(_) | Step::Date => {}
            Step::Calendar => {
                if let Some(date) = state.profile().review {
                    page.paragraph(Role::Text, &words.about_calendar(date), 0);
                }
                if self.calendar.is_some() {
                    page.blank();
                    self.calendar_file(state, page);
                }
            }
            Step::Done => self.done(state, page),
        }
    }

    /// The bearing before the review.
    fn before_it<'a>(&self, state: &'a State) -> Option<&'a Bearing> {
        state.profile().bearing(self.monthly.from.as_ref()?)
    }

    /// The question, whole, with its sentence, and what was answered.
    fn asked(&self, state: &State, page: &mut Page) {
        let Some(question) = self.question(state) else {
            return;
        };
        page.paragraph(Role::Strong, &state.text().ask(&question, &state.framework), 0);
        if let Some(quote) = &question.quote {
            page.blank();
            let mut inner = Page::new((page.width as u16).saturating_sub(4));
            inner.paragraph(Role::Notice, &state.text().mirror.quoted(&quote.text), 0);
            if let Some(rendering) = state.rendering().and_then(|english| quote.rendering(english)) {
                let text = format!("{rendering} ({})", state.text().unofficial);
                inner.paragraph(Role::Unofficial, &text, 0);
            }
            boxed(page, inner, &state.framework.title);
        }
        let reply = mirror::reply(state.profile(), &question.id).map(|reply| reply.text.as_str());
        let challenge = match question.answer {
            Answer::Challenge => state.profile().challenge.as_str(),
            _ => "",
        };
        let answer = reply.unwrap_or(challenge);
        if !answer.trim().is_empty() {
            page.blank();
            page.paragraph(Role::Text, answer, 2);
        }
    }

    /// What was done on the whole path.
    fn done(&self, state: &State, page: &mut Page) {
        let words = state.text().monthly;
        match self.taken(state) {
            Some((_, name)) => page.paragraph(Role::Good, &words.has_bearing(&name), 0),
            None => page.paragraph(Role::Muted, words.no_bearing, 0),
        }
        page.blank();
        let count = self.monthly.moved(&state.framework, state.profile()).len();
        self.moves(state, page, without_end(&words.turned(count)));
        page.blank();
        let asked = self.monthly.question.as_ref();
        if let Some(reply) = asked.and_then(|id| mirror::reply(state.profile(), id)) {
            page.paragraph(Role::Text, words.replied(reply), 0);
        }
        let bearing = self
            .monthly
            .taken
            .as_ref()
            .and_then(|id| state.profile().bearing(id));
        let dials = bearing.into_iter().flat_map(|bearing| bearing.dials.values());
        let gained = dials
            .filter(|dial| !dial.effect.is_empty() || !dial.learning.is_empty())
            .count();
        if gained > 0 {
            page.paragraph(Role::Text, &words.gained(gained), 0);
        }
        if let Some(date) = state.profile().review {
            page.paragraph(Role::Text, &words.again(date), 0);
        }
        self.calendar_file(state, page);
    }

    /// The calendar's file, where it was written, and what to do with it.
    fn calendar_file(&self, state: &State, page: &mut Page) {
        let Some(file) = &self.calendar else {
            return;
        };
        for line in wrap_message(&clean(&file.to_string_lossy()), page.width) {
            page.line([(Role::Strong, line)]);
        }
        let key = state.keymap.keys(Action::Copy, Scope::Monthly);
        page.paragraph(Role::Muted, &state.text().monthly.calendar_written(&key), 0);
    }

    /// What the step says, as a page over its choices.
    fn said(&self, state: &State, width: u16) -> Page {
        let mut page = Page::new(width);
        self.about(state, &mut page);
        page
    }

    /// Scrolls what the step says by so many rows; false where there is no more of it that way.
    fn scroll_said(&mut self, rows: isize, state: &State) -> bool {
        let area = self.places(state, state.body()).said;
        let last = self.said(state, area.width).last_scroll(area.height);
        let to = self.scroll.saturating_add_signed(rows).min(last);
        std::mem::replace(&mut self.scroll, to) != to
    }
}

/// What is another when a step is done.
fn marks_of_progress(state: &State) -> (Option<String>, Option<Date>) {
    let last = state.profile().last_bearing();
    (last.map(|bearing| bearing.id.clone()), state.profile().review)
}

/// A box with a heading on a page.
fn boxed(page: &mut Page, inner: Page, title: &str) {
    page.framed(inner, Role::Border, &[(Role::Strong, title.to_owned())], false);
}

/// A sentence as a heading.
fn without_end(sentence: &str) -> &str {
    sentence.trim_end_matches([':', '.'])
}

impl Screen for MonthlyReview {
    fn scope(&self) -> Scope {
        match self.monthly.step {
            Step::Mark(_) => Scope::MonthlyMark,
            _ => Scope::Monthly,
        }
    }

    fn hint_name(&self, state: &State, label: Option<Label>) -> Option<&'static str> {
        // what is marked would be done by Enter, and → leaves it undone
        let is_skipped = || {
            let marked = self.choices(state).into_iter().nth(self.list.selected);
            marked.is_some_and(|(does, _)| does != Does::Onward && does != Does::Finish)
        };
        (label == Some(Label::BackOnward) && is_skipped()).then(|| state.text().labels.back_skip)
    }

    fn is_cut(&self, state: &State) -> bool {
        let places = self.places(state, state.body());
        let (said, text) = (places.said, places.layout.text);
        let is_said_cut = self.said(state, said.width).last_scroll(said.height) > 0;
        // the choices are walked through
        match self.monthly.step {
            Step::Mark(_) => self.page(state, text.width).last_scroll(text.height) > 0,
            _ => is_said_cut && self.choices(state).len() > 1,
        }
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().monthly.title.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        let is_mark = matches!(self.monthly.step, Step::Mark(_));
        match action {
            Action::Open => self.choose(state),
            Action::Left => self.move_on(false, false, state),
            Action::Right => self.move_on(true, false, state),
            Action::Next => self.move_on(true, true, state),
            Action::Previous => self.move_on(false, true, state),
            Action::Back => {
                if self.monthly.step != Step::Done {
                    let key = state.keymap.key_of(Action::MonthlyReview);
                    let key = key.map(|key| key.to_string()).unwrap_or_default();
                    state.message = Some(state.text().monthly.left(&key));
                }
                Outcome::Back
            }
            Action::First | Action::Last if is_mark => Outcome::Pass,
            Action::Copy => match &self.calendar {
                Some(file) => {
                    let text = state.text();
                    state.message = Some(text.copied(text.monthly.path));
                    Outcome::Do(Effect::Copy(file.to_string_lossy().into_owned()))
                }
                None => Outcome::Nothing,
            },
            Action::PageUp | Action::PageDown | Action::Up | Action::Down if !is_mark => {
                let rows = self.places(state, state.body()).said.height.max(2) - 1;
                let by = match action {
                    Action::PageUp => -isize::from(rows as i16),
                    Action::PageDown => isize::from(rows as i16),
                    Action::Up => -1,
                    _ => 1,
                };
                let is_page = matches!(action, Action::PageUp | Action::PageDown);
                let alone = self.choices(state).len() <= 1;
                match (is_page || alone) && self.scroll_said(by, state) {
                    true => Outcome::Done,
                    false => self.walk(action, state),
                }
            }
            action => self.walk(action, state),
        }
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        Some(self.draw_step(state, look, frame, body))
    }

    fn hit(&self, state: &State, body: Rect, at: Position) -> Option<Target> {
        if let Step::Mark(mark) = self.monthly.step {
            let area = self.places(state, body).layout.dial;
            if area.contains(at) {
                return Some(Target::Dial(mark, area));
            }
            let layout = self.places(state, body).layout;
            let hit = mark::hit_boxes(state, &layout, self.list, self.scope(), at);
            // the marks beside it are not drawn here
            return hit.filter(|target| matches!(target, Target::Action(..)));
        }
        match self.hit_page(state, body, at) {
            // what writes a file is one click
            Some(Target::Entry(0)) if self.monthly.step == Step::Calendar => {
                Some(Target::Action(0, Action::Open))
            }
            target => target,
        }
    }

    fn scroll_by(&mut self, rows: isize, state: &mut State) {
        if matches!(self.monthly.step, Step::Mark(_)) || !self.scroll_said(rows, state) {
            list::change(self, state, |list, page, room| list.scroll_by(rows, page, room));
        }
    }

    fn in_view(&self, state: &State) -> Vec<MarkIndex> {
        list::read_to_the_end(self, state)
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let step = self.monthly.step;
        if let Step::Mark(_) = step {
            return mark::texts(state, &self.places(state, state.body()).layout, self.scope()).0;
        }
        let mut page = Page::new(width);
        for (at, (does, label)) in self.choices(state).into_iter().enumerate() {
            let selected = at == self.list.selected;
            let role = if selected { Role::Strong } else { Role::Text };
            let mut entry = Page::new(width.saturating_sub(1));
            entry.paragraph(role, &capital(&label), 1);
            if let Does::Write(target) = does {
                let written = clean(state.session.written(&target)).into_owned();
                if !written.is_empty() {
                    entry.paragraph(Role::Text, &written, 3);
                }
            }
            page.entry(entry, Role::Accent, selected);
        }
        page
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        self.places(state, body).layout.text
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }

    fn settle(&mut self, state: &mut State) {
        let (last, review) = marks_of_progress(state);
        let gone = |id: &String| state.profile().bearing(id).is_none();
        if self.monthly.taken.as_ref().is_some_and(gone) {
            // it was taken back
            self.monthly.taken = None;
            self.before.0.clone_from(&last);
            if self.monthly.step > Step::Bearing {
                return self.go(Step::Bearing, state);
            }
        }
        match self.monthly.step {
            Step::Bearing if last != self.before.0 => {
                self.monthly.taken = last;
                self.move_on(true, false, state);
                return;
            }
            Step::Date if review != self.before.1 => {
                self.move_on(true, false, state);
                return;
            }
            Step::Mark(mark) => state.cursor = mark,
            _ => {}
        }
        list::change(self, state, List::show);
    }
}
