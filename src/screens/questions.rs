//! The questions that the profile raises, as far as a screen shows them: kept until what they rest on has changed. Owns
//! which of them are shown; when one is raised is the business of [`mirror`].

use crate::core::{
    framework::MarkIndex,
    mirror::{self, Question},
    session::Session,
};
use jiff::civil::Date;

/// The questions that are shown.
#[derive(Clone, Debug, Default)]
pub struct Questions {
    /// What was asked for, the changes that the profile had seen, the marks that were read, the day.
    seen: Option<(Asked, u64, usize, Date)>,
    /// Those that wait for an answer, the one to ask first before the others.
    pub open: Vec<Question>,
    /// Those that are raised and have their answer, or were put away.
    pub replied: Vec<Question>,
}

/// Which questions a screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The first that is open.
    First,
    /// The first that is open and about this mark alone.
    About(MarkIndex),
    /// All of them.
    All,
}

impl Questions {
    /// All that are shown, in the order of the screen that lists them.
    pub fn all(&self) -> impl Iterator<Item = &Question> {
        self.open.iter().chain(&self.replied)
    }

    /// Brings those that `asked` names up to date; costs nothing where nothing has changed.
    pub fn refresh(&mut self, asked: Asked, session: &Session) {
        let (framework, profile, today) = (session.framework(), session.profile(), session.today());
        let seen = (asked, session.changes(), profile.read.len(), today);
        if self.seen == Some(seen) {
            return;
        }
        let only = |question: Option<Question>| (question.into_iter().collect(), Vec::new());
        let (open, replied) = match asked {
            Asked::First => only(mirror::next_question(framework, profile, today)),
            Asked::About(mark) => only(mirror::question_about(framework, profile, mark)),
            Asked::All => {
                let all = mirror::questions(framework, profile, today).into_iter();
                all.partition(|question| mirror::reply(profile, &question.id).is_none())
            }
        };
        *self = Self {
            seen: Some(seen),
            open,
            replied,
        };
    }
}
