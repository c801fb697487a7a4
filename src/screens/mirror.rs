//! The mirror: the open questions with the sentences they rest on, then those that have their answer. Owns what each action
//! does with the selected question; when one is raised is the business of [`mirror`].

use super::{
    Outcome, Route, Screen,
    action::Action,
    list::{self, List},
    prompt::{Ask, review_line},
    questions::Asked,
    scope::Scope,
    state::State,
    trail::{Names, Trail, under_home},
};
use crate::core::{
    mirror::{self, Answer, Question},
    session::{Links, TextTarget},
};
use crate::ui::{page::Page, theme::Role};

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
        match (question.rule.answer(), question.marks.first().copied()) {
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

    fn trail<'a>(&'a self, state: &'a State, _: Names) -> Trail<'a> {
        under_home(state, [(Role::Strong, state.text().scopes.mirror.into())])
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        // keys may come faster than frames, and what is answered must be what is raised now
        state.questions.refresh(Asked::All, &state.session);
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

    fn page(&self, state: &State, width: u16) -> Page {
        let words = state.text().mirror;
        let mut page = Page::new(width);
        let (open, replied) = (&state.questions.open, &state.questions.replied);
        if open.is_empty() {
            page.paragraph(Role::Muted, words.quiet, 1);
            page.blank();
        }
        let selected = self.list.selected;
        for (at, question) in open.iter().enumerate() {
            let mut entry = asked(state, question, width, at == selected);
            let hint = match question.rule.answer() {
                Answer::Words => None,
                Answer::Links => Some(words.by_links),
                Answer::Reading => Some(words.by_reading),
                Answer::NewReviewDate => Some(words.by_review),
                Answer::Challenge => Some(words.by_challenge),
            };
            if let Some(hint) = hint {
                entry.paragraph(Role::Muted, &format!("→ {hint}"), 3);
            }
            page.entry(entry, Role::Notice, at == selected);
            page.blank();
        }
        if !replied.is_empty() {
            page.paragraph(Role::Strong, words.replied, 0);
            page.blank();
        }
        for (at, question) in replied.iter().enumerate() {
            let is_selected = open.len() + at == selected;
            let mut entry = Page::new(width.saturating_sub(1));
            entry.paragraph(Role::Muted, &state.text().ask(question, &state.framework), 1);
            if let Some(reply) = mirror::reply(state.profile(), &question.id) {
                if !reply.text.trim().is_empty() {
                    entry.paragraph(Role::Text, &reply.text, 3);
                }
                if reply.put_away {
                    entry.paragraph(Role::Muted, words.is_put_away, 3);
                }
            }
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

/// A question over its sentence, and the rendering of that where the interface is not in the framework's language.
fn asked(state: &State, question: &Question, width: u16, selected: bool) -> Page {
    let mut page = Page::new(width.saturating_sub(1));
    let role = if selected { Role::Strong } else { Role::Text };
    page.paragraph(role, &state.text().ask(question, &state.framework), 1);
    if let Some(quote) = &question.quote {
        let warm = if selected { Role::Notice } else { Role::Muted };
        page.paragraph(warm, &state.text().mirror.quoted(&quote.text), 3);
        let rendering = state
            .rendering()
            .and_then(|translation| quote.rendering(translation));
        if let Some(rendering) = rendering {
            let text = format!("{rendering} ({})", state.text().unofficial);
            page.paragraph(Role::Unofficial, &text, 3);
        }
    }
    page
}
