//! What a leader does with the questions of the mirror: sees one, opens them all, answers or puts away; and which texts
//! at her own level she has had before her. Owns when a question is shown; when it is raised is the model's business.

use super::{
    App,
    screen::{Ask, Links, Screen, TextTarget},
};
use crate::core::{
    framework::MarkIndex,
    mirror::{self, Answer, Question},
};
use crate::screens::{Route, picks::Picks};
use jiff::civil::Date;

/// The questions that the profile raises, as far as they are shown, kept until what they rest on is another.
#[derive(Clone, Debug, Default)]
pub struct Mirror {
    /// What was asked for, the changes that the profile had seen, the marks that were read, the day.
    seen: Option<(Asked, u64, usize, Date)>,
    open: Vec<Question>,
    replied: Vec<Question>,
}

/// Which questions are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// The first that is open.
    First,
    /// The first that is open and about this mark alone.
    About(MarkIndex),
    /// All of them.
    All,
}

impl App {
    /// Brings up to date what follows from what is shown and set: which texts are read, which questions are raised. To
    /// be called before a frame is drawn; costs nothing where nothing has changed.
    pub fn reflect(&mut self) {
        self.read_what_is_shown();
        let asked = match &self.body().screen {
            Screen::Home(_) => Asked::First,
            Screen::Mark(_) => Asked::About(self.cursor),
            Screen::Mirror | Screen::Note(TextTarget::Reply(_), _) => Asked::All,
            _ => return,
        };
        let seen = (
            asked,
            self.changes(),
            self.profile().read.len(),
            self.session.today(),
        );
        if self.mirror.seen == Some(seen) {
            return;
        }
        let (framework, profile) = (&self.framework, self.profile());
        let today = self.session.today();
        let only = |question: Option<Question>| (question.into_iter().collect(), Vec::new());
        let (open, replied) = match asked {
            Asked::First => only(mirror::next_question(framework, profile, today)),
            Asked::About(mark) => only(mirror::question_about(framework, profile, mark)),
            Asked::All => {
                let all = mirror::questions(framework, profile, today).into_iter();
                all.partition(|question| mirror::reply(profile, &question.id).is_none())
            }
        };
        self.mirror = Mirror {
            seen: Some(seen),
            open,
            replied,
        };
    }

    /// The profile is another: what was raised by the one before says nothing of it.
    pub(super) fn forget_questions(&mut self) {
        self.mirror = Mirror::default();
    }

    /// In the mirror the questions that wait for an answer, the one to ask first before the others.
    pub fn open_questions(&self) -> &[Question] {
        &self.mirror.open
    }

    /// In the mirror the questions that are raised and have their answer, or were put away.
    pub fn replied_questions(&self) -> &[Question] {
        &self.mirror.replied
    }

    /// In the mirror the question with this id, if it is raised.
    pub fn question(&self, id: &str) -> Option<&Question> {
        let mut all = self.mirror.open.iter().chain(&self.mirror.replied);
        all.find(|question| question.id == id)
    }

    /// The words that were replied to questions that are not raised any more, each after its question in words; that is
    /// empty where it was about something the framework has not got.
    pub fn earlier_replies(&self) -> impl Iterator<Item = (String, &str)> {
        let raised = |id: &String| self.mirror.replied.iter().any(|question| question.id == *id);
        let replies = self.profile().replies.iter();
        let earlier = replies.filter(move |(id, reply)| !reply.text.trim().is_empty() && !raised(id));
        earlier.map(|(id, reply)| {
            let asked = mirror::asked(&self.framework, self.profile(), id);
            let asked = asked.map(|question| self.text().ask(&question, &self.framework));
            (asked.unwrap_or_default(), reply.text.as_str())
        })
    }

    /// The one question that is shown unasked: at home the first of all, in a mark one about that mark alone.
    pub fn quiet_question(&self) -> Option<&Question> {
        match self.screen() {
            Screen::Home(_) | Screen::Mark(_) => self.mirror.open.first(),
            _ => None,
        }
    }

    /// The selected question of the list.
    fn question_in_hand(&self) -> Option<Question> {
        let Screen::Mirror = self.screen() else {
            return None;
        };
        let mut all = self.mirror.open.iter().chain(&self.mirror.replied);
        all.nth(self.selected()).cloned()
    }

    /// Answers the selected question in its own way.
    pub(super) fn answer_question(&mut self) {
        let Some(question) = self.question_in_hand() else {
            return;
        };
        match (question.rule.answer(), question.marks.first()) {
            (Answer::Links, Some(mark)) => {
                self.state.cursor = *mark;
                self.go(Screen::Picks(Picks::new(Links::Enriches)));
                self.show_selected();
            }
            (Answer::Reading, Some(mark)) => {
                self.state.cursor = *mark;
                self.open_route(Route::Levels {
                    field: None,
                    level: self.own_level(),
                    raised_first: true,
                });
            }
            (Answer::NewReviewDate, _) => self.ask_review(),
            (Answer::Challenge, _) => self.ask(Ask::Challenge, ""),
            (Answer::Words | Answer::Links | Answer::Reading, _) => self.write_reply(),
        }
    }

    /// Opens the reply to the selected question, to be written.
    pub(super) fn write_reply(&mut self) {
        if let Some(question) = self.question_in_hand() {
            self.write(TextTarget::Reply(question.id));
        }
    }

    /// Puts the selected question away; one that was replied to is open again.
    pub(super) fn put_away(&mut self) {
        let Some(Question { id, .. }) = self.question_in_hand() else {
            return;
        };
        let words = self.text().mirror;
        let replied = self.mirror.replied.iter().any(|question| question.id == id);
        let said = if replied { words.taken_back } else { words.put_away };
        let deed = self.session.put_away(&id);
        if self.did(deed).is_some() {
            self.message = Some(said.to_owned());
            self.reflect();
            self.show_selected();
        }
    }

    /// Notes which marks' texts at the own level were in view to their end.
    fn read_what_is_shown(&mut self) {
        let screen = self.screen().itself();
        let read = screen.map_or_else(Vec::new, |screen| screen.in_view(self));
        if !read.is_empty() {
            self.state.session.mark_read(read);
        }
    }
}
