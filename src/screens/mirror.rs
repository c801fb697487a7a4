//! The mirror: the open questions with the sentences they rest on, then those that have their answer. Owns what each action
//! does with the selected question; when one is raised is the business of [`mirror`].

use super::{
    Outcome, Route, Screen,
    action::Action,
    layout,
    list::{self, List},
    prompt::{Ask, review_line},
    questions::Asked,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    mirror::{self, Answer, Question, Quote},
    session::{Links, TextTarget},
};
use crate::ui::{Look, boxed, in_box, page::Page, theme::Role};
use ratatui::{
    Frame,
    layout::{Position, Rect},
};

/// The questions, one of them selected.
#[derive(Clone, Debug, Default)]
pub struct Mirror {
    list: List,
}

impl Mirror {
    /// The selected question.
    fn question<'a>(&self, state: &'a State) -> Option<&'a Question> {
        state.questions.all().nth(self.list.selected)
    }

    /// Answers the selected question in its own way.
    fn answer(&self, state: &mut State) -> Outcome {
        let Some(question) = self.question(state) else {
            return Outcome::Done;
        };
        match (question.answer, question.marks.first().copied()) {
            (Answer::Links, Some(mark)) => {
                state.cursor = mark;
                Outcome::Go(Route::Picks(Links::Enriches))
            }
            (Answer::Reading, Some(mark)) => {
                state.cursor = mark;
                Outcome::Go(Route::Levels {
                    field: None,
                    level: state.own_level(),
                    raised_first: true,
                })
            }
            (Answer::NewReviewDate, _) => {
                Outcome::Go(Route::Prompt(Ask::Review, review_line(state.profile())))
            }
            (Answer::Challenge, _) => Outcome::Go(Route::Prompt(Ask::Challenge, String::new())),
            (Answer::Words | Answer::Links | Answer::Reading, _) => self.reply(state),
        }
    }

    /// Opens the reply to the selected question, to be written.
    fn reply(&self, state: &State) -> Outcome {
        let question = self.question(state);
        question.map_or(Outcome::Done, |question| {
            Outcome::Go(Route::Note(TextTarget::Reply(question.id.clone())))
        })
    }

    /// Puts the selected question away; one that was replied to is open again.
    fn put_away(&mut self, state: &mut State) {
        let Some(id) = self.question(state).map(|question| question.id.clone()) else {
            return;
        };
        let words = state.text().mirror;
        let replied = self.list.selected >= state.questions.open.len();
        let said = if replied { words.taken_back } else { words.put_away };
        let deed = state.session.put_away(&id);
        if state.did(deed).is_some() {
            state.message = Some(said.to_owned());
            self.settle(state);
        }
    }
}

impl Screen for Mirror {
    fn scope(&self) -> Scope {
        Scope::Mirror
    }

    fn idle(&self, state: &State) -> &'static [Action] {
        match self.question(state) {
            None => &[Action::Open, Action::Note, Action::PutAway],
            Some(_) => &[],
        }
    }

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().scopes.mirror.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        // keys may come faster than frames, and what is answered must be what is raised now
        state.questions.refresh(Asked::All, &state.session);
        if self.idle(state).contains(&action) {
            state.message = Some(state.text().mirror.quiet.to_owned());
            return Outcome::Done;
        }
        match action {
            Action::Open => return self.answer(state),
            Action::Note => return self.reply(state),
            Action::PutAway => self.put_away(state),
            action => return self.walk(action, state),
        }
        Outcome::Done
    }

    fn asked(&self, _: &State) -> Option<Asked> {
        Some(Asked::All)
    }

    fn room(&self, state: &State, body: Rect) -> Rect {
        match rooms(state, body) {
            Some((list, _)) => Rect {
                // one column is the scroll bar's
                width: in_box(list).width.saturating_sub(1),
                ..in_box(list)
            },
            None => layout::reading(body),
        }
    }

    fn page(&self, state: &State, width: u16) -> Page {
        let words = state.text().mirror;
        let mut page = Page::new(width);
        let (open, replied) = (&state.questions.open, &state.questions.replied);
        if open.is_empty() {
            page.paragraph(Role::Muted, words.quiet, 1);
            page.blank();
        }
        // what is selected is told beside the list, where there is room for that
        let beside = rooms(state, state.body()).is_some();
        let selected = self.list.selected;
        let mut is_marked = false;
        let mut run = 0;
        for (at, question) in open.iter().enumerate() {
            let mut entry = Page::new(width.saturating_sub(1));
            let role = if at == selected { Role::Strong } else { Role::Text };
            entry.paragraph(role, &state.text().ask(question, &state.framework), 1);
            if let Some(hint) = how(state, question).filter(|_| at == selected && !beside) {
                entry.paragraph(Role::Muted, &format!("→ {hint}"), 3);
            }
            // a sentence stands once, under all the questions it raises
            let is_last = open.get(at + 1).is_none_or(|next| next.quote != question.quote);
            if let Some(quote) = question.quote.as_ref().filter(|_| is_last && !beside) {
                let warm = if (run..=at).contains(&selected) {
                    Role::Notice
                } else {
                    Role::Muted
                };
                is_marked |= sentence(&mut entry, state, quote, warm, 3, !is_marked);
            }
            page.entry(entry, Role::Notice, at == selected);
            if is_last {
                run = at + 1;
                page.blank();
            }
        }
        if !replied.is_empty() {
            page.paragraph(Role::Strong, words.replied, 0);
            page.blank();
        }
        for (at, question) in replied.iter().enumerate() {
            let is_selected = open.len() + at == selected;
            let mut entry = Page::new(width.saturating_sub(1));
            entry.paragraph(Role::Muted, &state.text().ask(question, &state.framework), 1);
            replies(&mut entry, state, question, 3);
            page.entry(entry, Role::Border, is_selected);
            page.blank();
        }
        let mut earlier = earlier_replies(state).peekable();
        if earlier.peek().is_some() {
            page.paragraph(Role::Strong, words.earlier, 0);
            page.blank();
        }
        for (question, text) in earlier {
            if !question.is_empty() {
                page.paragraph(Role::Muted, &question, 2);
            }
            page.paragraph(Role::Text, text, 4);
            page.blank();
        }
        page.lines.pop();
        page
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, body: Rect) -> Option<Position> {
        if let Some((list, beside)) = rooms(state, body) {
            boxed(look, frame, list, Role::SelectedBorder, state.text().mirror.title);
            if let (Some(area), Some(question)) = (beside, self.question(state)) {
                let room = boxed(look, frame, area, Role::Border, state.text().mirror.sentence);
                let page = told(state, question, room.width);
                frame.render_widget(look.text(&page, 0, room.height), room);
            }
        }
        Some(self.draw_page(state, look, frame, body))
    }

    fn list(&self, _: &State) -> List {
        self.list
    }

    fn set_list(&mut self, list: List, _: &mut State) {
        self.list = list;
    }

    fn settle(&mut self, state: &mut State) {
        state.questions.refresh(Asked::All, &state.session);
        list::change(self, state, List::show);
    }
}

/// The words that were replied to questions that are not raised any more, each after its question in words; that is empty
/// where it was about something the framework has not got.
fn earlier_replies(state: &State) -> impl Iterator<Item = (String, &str)> {
    let raised = |id: &String| state.questions.replied.iter().any(|question| question.id == *id);
    let replies = state.profile().replies.iter();
    let earlier = replies.filter(move |(id, reply)| !reply.text.trim().is_empty() && !raised(id));
    earlier.map(|(id, reply)| {
        let asked = mirror::asked(&state.framework, state.profile(), id);
        let asked = asked.map(|question| state.text().ask(&question, &state.framework));
        (asked.unwrap_or_default(), reply.text.as_str())
    })
}

/// Columns of a body from which there are boxes, and what is selected stands beside the list: a window of a hundred.
const WIDE: u16 = 96;

/// The boxes in a wide window: the list's, and where anything is asked that of the selected question.
fn rooms(state: &State, body: Rect) -> Option<(Rect, Option<Rect>)> {
    if body.width < WIDE {
        return None;
    }
    let whole = Rect {
        width: body.width.min(2 * layout::MEASURE),
        x: body.x + (body.width - body.width.min(2 * layout::MEASURE)) / 2,
        ..body
    };
    if state.questions.all().next().is_none() {
        return Some((whole, None));
    }
    let width = whole.width / 2;
    let list = Rect { width, ..whole };
    let beside = Rect {
        x: list.right() + 1,
        width: whole.width - width - 1,
        ..whole
    };
    Some((list, Some(beside)))
}

/// How a question is answered, where that is not in words alone.
fn how(state: &State, question: &Question) -> Option<&'static str> {
    let words = state.text().mirror;
    match question.answer {
        Answer::Words => None,
        Answer::Links => Some(words.by_links),
        Answer::Reading => Some(words.by_reading),
        Answer::NewReviewDate => Some(words.by_review),
        Answer::Challenge => Some(words.by_challenge),
    }
}

/// The sentence that questions rest on, and its rendering where the interface is not in the framework's language; `marked`
/// says that nobody has approved that. Returns whether it did.
fn sentence(page: &mut Page, state: &State, quote: &Quote, role: Role, indent: usize, marked: bool) -> bool {
    page.paragraph(role, &state.text().mirror.quoted(&quote.text), indent);
    let translation = state.rendering();
    let Some(rendering) = translation.and_then(|translation| quote.rendering(translation)) else {
        return false;
    };
    let text = match marked {
        true => format!("{rendering} ({})", state.text().unofficial),
        false => rendering.to_owned(),
    };
    page.paragraph(Role::Unofficial, &text, indent);
    marked
}

/// What was replied to a question, and whether it was put away.
fn replies(page: &mut Page, state: &State, question: &Question, indent: usize) {
    if let Some(reply) = mirror::reply(state.profile(), &question.id) {
        if !reply.text.trim().is_empty() {
            page.paragraph(Role::Text, &reply.text, indent);
        }
        if reply.put_away {
            page.paragraph(Role::Muted, state.text().mirror.is_put_away, indent);
        }
    }
}

/// The selected question's sentence, how it is answered, and its answer.
fn told(state: &State, question: &Question, width: u16) -> Page {
    let mut page = Page::new(width);
    if let Some(quote) = &question.quote {
        sentence(&mut page, state, quote, Role::Notice, 0, true);
        page.blank();
    }
    page.paragraph(Role::Strong, &state.text().ask(question, &state.framework), 0);
    page.blank();
    if let Some(hint) = how(state, question) {
        page.paragraph(Role::Muted, &format!("→ {hint}"), 0);
        page.blank();
    }
    replies(&mut page, state, question, 0);
    page
}
