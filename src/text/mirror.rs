//! The wording of the mirror's questions, Danish and English.

use super::Text;
use crate::core::{
    framework::{Framework, MarkIndex},
    mirror::{Question, Rule},
};

/// How many marks a question names before it only counts the rest.
const NAMED: usize = 3;

/// Each question's wording, and the words around them.
pub struct MirrorText {
    /// Heading over the questions.
    pub title: &'static str,
    /// The new goes up while the operations field, named, goes down.
    pub drift_guard: fn(field: &str) -> String,
    /// The same since a bearing, dated.
    pub drift_guard_since: fn(field: &str, date: &str) -> String,
    /// The named field lies in the background.
    pub field_in_background: fn(field: &str) -> String,
    /// The named mark, expected of everyone, lies in the background.
    pub expected_of_all: fn(mark: &str) -> String,
    /// The review date, in full, has come.
    pub review_due: fn(date: &str) -> String,
    /// Everything is turned up.
    pub everything_up: &'static str,
    /// So many bearings stand as the dials do now.
    pub nothing_moved: fn(bearings: usize) -> String,
    /// The named mark is turned up: which mark of the named field does it enrich?
    pub enriches: fn(mark: &str, field: &str) -> String,
    /// The named marks are turned up and unread at the named level.
    pub own_level_unread: fn(marks: &str, level: &str) -> String,
    /// The same at the named level, where the marks are not known.
    pub own_level: fn(level: &str) -> String,
    /// No challenge is named.
    pub no_challenge: &'static str,
    /// Between the last two names of a list.
    pub and: &'static str,
    /// The last part of a list that was cut: so many more.
    pub more: fn(usize) -> String,
    /// No question is open.
    pub quiet: &'static str,
    /// Over the questions that have their answer or were put away.
    pub replied: &'static str,
    /// Over what was replied to questions that are not raised any more.
    pub earlier: &'static str,
    /// Beside a question that was put away.
    pub is_put_away: &'static str,
    /// A question was put away.
    pub put_away: &'static str,
    /// A question is open again.
    pub taken_back: &'static str,
    /// A question is answered by links.
    pub by_links: &'static str,
    /// A question is answered by reading.
    pub by_reading: &'static str,
    /// A question is answered by a new review date.
    pub by_review: &'static str,
    /// A question is answered by the challenge.
    pub by_challenge: &'static str,
    /// Over a reply that is written where its question is not raised any more.
    pub reply: &'static str,
    /// Beside the key that opens the mirror, after the question that is shown unasked.
    pub look: &'static str,
    /// A quotation.
    pub quoted: fn(&str) -> String,
}

impl Text {
    /// A question of the mirror in words, without its quotation. Fields, marks and levels keep the names that the
    /// framework gives them.
    ///
    /// # Panics
    /// With a question about a larger framework.
    pub fn ask(&self, question: &Question, framework: &Framework) -> String {
        let words = self.mirror;
        let field = question
            .field
            .map_or("", |field| framework.field(field).short.as_str());
        let mark = || self.names(&question.marks, framework);
        match question.rule {
            Rule::DriftGuard { since: None } => (words.drift_guard)(field),
            Rule::DriftGuard { since: Some(date) } => (words.drift_guard_since)(field, &(self.date)(date)),
            Rule::FieldInBackground => (words.field_in_background)(field),
            Rule::ExpectedOfAll => (words.expected_of_all)(&mark()),
            Rule::ReviewDue { on } => (words.review_due)(&(self.date)(on)),
            Rule::EverythingUp => words.everything_up.to_owned(),
            Rule::NothingMoved { bearings } => (words.nothing_moved)(bearings),
            Rule::Enriches => (words.enriches)(&mark(), field),
            Rule::OwnLevelUnread { level } if question.marks.is_empty() => {
                (words.own_level)(&framework.levels[level])
            }
            Rule::OwnLevelUnread { level } => (words.own_level_unread)(&mark(), &framework.levels[level]),
            Rule::NoChallenge => words.no_challenge.to_owned(),
        }
    }

    /// The titles of marks as a list in a sentence, cut after [`NAMED`].
    fn names(&self, marks: &[MarkIndex], framework: &Framework) -> String {
        let mut names: Vec<String> = marks
            .iter()
            .map(|mark| framework.mark(*mark).title.clone())
            .collect();
        if names.len() > NAMED {
            let more = names.len() - NAMED;
            names.truncate(NAMED);
            names.push((self.mirror.more)(more));
        }
        let last = names.pop().unwrap_or_default();
        match names.is_empty() {
            true => last,
            false => format!("{} {} {last}", names.join(", "), self.mirror.and),
        }
    }
}

/// Danish.
pub const DA: MirrorText = MirrorText {
    title: "Spejlet spørger",
    drift_guard: |field| {
        format!("Det nye er skruet op, og feltet {field} er skruet ned. Hvordan passer du på driften imens?")
    },
    drift_guard_since: |field, date| {
        format!(
            "Siden din pejling {date} er det nye skruet op og feltet {field} skruet ned. \
             Hvordan passer du på driften imens?"
        )
    },
    field_in_background: |field| {
        format!("Hele feltet {field} ligger i baggrunden. Hvad har du blik for der lige nu?")
    },
    expected_of_all: |mark| format!("{mark} ligger i baggrunden. Hvor møder du det i dit arbejde lige nu?"),
    review_due: |date| format!("Du ville se på din profil igen {date}. Passer den til det, du står i nu?"),
    everything_up: "Alle pejlemærker er skruet op. Hvad har du mest brug for lige nu?",
    nothing_moved: |bearings| {
        format!("Dine drejeknapper har stået ens i {bearings} pejlinger. Er dit behov det samme?")
    },
    enriches: |mark, field| {
        format!("Du har skruet op for {mark}. Hvilket pejlemærke i feltet {field} beriger det?")
    },
    own_level_unread: |marks, level| {
        format!(
            "Du har skruet op for {marks}. Hvad beder teksten for {level} dig om? Den har ikke været åben endnu."
        )
    },
    own_level: |level| format!("Hvad beder teksten for {level} dig om?"),
    no_challenge: "Du har taget en pejling. Hvilken aktuel udfordring har du skruet efter?",
    and: "og",
    more: |count| format!("{count} mere"),
    quiet: "Spejlet er stille lige nu. Det spørger, når en af grundlagets egne sætninger giver anledning til det.",
    replied: "Besvaret eller lagt væk",
    earlier: "Tidligere svar",
    is_put_away: "lagt væk",
    put_away: "Lagt væk. Det står nederst på listen.",
    taken_back: "Spørgsmålet er taget frem igen",
    by_links: "svar ved at vælge, hvad det beriger",
    by_reading: "svar ved at læse teksten",
    by_review: "svar ved at vælge en ny dato",
    by_challenge: "svar ved at skrive udfordringen på profilen",
    reply: "Dit svar",
    look: "svar",
    quoted: |text| format!("»{text}«"),
};

/// English.
pub const EN: MirrorText = MirrorText {
    title: "The mirror asks",
    drift_guard: |field| {
        format!(
            "The new is turned up, and the field {field} is turned down. \
             How do you look after operations meanwhile?"
        )
    },
    drift_guard_since: |field, date| {
        format!(
            "Since your bearing of {date} the new is turned up and the field {field} turned down. \
             How do you look after operations meanwhile?"
        )
    },
    field_in_background: |field| {
        format!(
            "The whole field {field} lies in the background. What do you have an eye for there right now?"
        )
    },
    expected_of_all: |mark| {
        format!("{mark} lies in the background. Where do you meet it in your work right now?")
    },
    review_due: |date| {
        format!("You wanted to look at your profile again on {date}. Does it fit what you face now?")
    },
    everything_up: "All marks are turned up. What do you need most right now?",
    nothing_moved: |bearings| {
        format!("Your dials have stood the same through {bearings} bearings. Is your need the same?")
    },
    enriches: |mark, field| {
        format!("You have turned up {mark}. Which mark in the field {field} does it enrich?")
    },
    own_level_unread: |marks, level| {
        format!(
            "You have turned up {marks}. What does the text for {level} ask of you? It has not been open yet."
        )
    },
    own_level: |level| format!("What does the text for {level} ask of you?"),
    no_challenge: "You have taken a bearing. Which current challenge did you turn for?",
    and: "and",
    more: |count| format!("{count} more"),
    quiet: "The mirror is silent right now. It asks when one of the framework's own sentences gives cause to.",
    replied: "Answered or put away",
    earlier: "Earlier answers",
    is_put_away: "put away",
    put_away: "Put away. It stands at the end of the list.",
    taken_back: "The question is open again",
    by_links: "answer by choosing what it enriches",
    by_reading: "answer by reading the text",
    by_review: "answer by choosing a new date",
    by_challenge: "answer by writing the challenge on the profile",
    reply: "Your answer",
    look: "answer",
    quoted: |text| format!("»{text}«"),
};
