//! The wording of the mirror's questions, Danish and English.

use super::{Text, within};
use crate::core::{
    framework::{Framework, MarkIndex},
    mirror::{Question, Rule},
};

/// How many marks a question names before it only counts the rest.
const NAMED: usize = 3;

messages! {
    /// Each question's wording, and the words around them.
    pub struct MirrorText;

    /// An answer was left empty.
    nothing_answered { da: "Intet svar er skrevet. Spørgsmålet venter", en: "No answer is written. The question waits" }
    /// Heading over the questions.
    title { da: "Spejlet spørger", en: "The mirror asks" }
    /// Heading over the framework's sentence that raised a question.
    sentence { da: "Sådan står der i grundlaget", en: "In the framework’s own words" }
    /// The new goes up while the operations field, named, goes down.
    drift_guard(field: &str) {
        da: "Det nye er skruet op, og feltet {field} er skruet ned. Hvordan passer du på driften imens?",
        en: "The new is turned up, and the field {field} is turned down. \
            How do you look after operations meanwhile?",
    }
    /// The same since a bearing, dated.
    drift_guard_since(field: &str, date: &str) {
        da: "Siden din pejling {date} er det nye skruet op og feltet {field} skruet ned. \
            Hvordan passer du på driften imens?",
        en: "Since your bearing of {date} the new is turned up and the field {field} turned down. \
            How do you look after operations meanwhile?",
    }
    /// The named field lies in the background.
    field_in_background(field: &str) {
        da: "Hele feltet {field} ligger i baggrunden. Hvad holder du alligevel øje med der lige nu?",
        en: "The whole field {field} lies in the background. What do you still keep an eye on there right now?",
    }
    /// The named mark, expected of everyone, lies in the background.
    expected_of_all(mark: &str) {
        da: "{mark} ligger i baggrunden. Hvor møder du det i dit arbejde lige nu?",
        en: "{mark} lies in the background. Where do you meet it in your work right now?",
    }
    /// The review date, in full, has come.
    review_due(date: &str) {
        da: "Du ville se på din profil igen {date}. Passer den til det, du står i nu?",
        en: "You wanted to look at your profile again on {date}. Does it fit what you face now?",
    }
    /// Everything is turned up.
    everything_up {
        da: "Alle pejlemærker er skruet op. Hvad har du mest brug for lige nu?",
        en: "All guideposts are turned up. What do you need most right now?",
    }
    /// So many bearings stand as the dials do now.
    nothing_moved(bearings: usize) {
        da: "Dine drejeknapper har stået ens i {bearings} pejlinger. Er dit behov det samme?",
        en: "Your dials have stood the same through {bearings} bearings. Is your need the same?",
    }
    /// The named mark is turned up: which mark of the named field does it enrich?
    enriches(mark: &str, field: &str) {
        da: "Du har skruet op for {mark}. Hvilket pejlemærke i feltet {field} er det med til at berige?",
        en: "You have turned up {mark}. Which guidepost in the field {field} does it help to enrich?",
    }
    /// The named marks are turned up and unread at the named level.
    own_level_unread(marks: &str, level: &str) {
        da: "Du har skruet op for {marks}. Hvad beder {level} dig om her?",
        en: "You have turned up {marks}. What does {level} ask of you here?",
    }
    /// The same at the named level, where the marks are not known.
    own_level(level: &str) {
        da: "Hvad beder {level} dig om her?",
        en: "What does {level} ask of you here?",
    }
    /// No challenge is named.
    no_challenge {
        da: "Du har taget en pejling. Hvilken udfordring har du haft i tankerne?",
        en: "You have taken a bearing. Which challenge did you have in mind?",
    }
    /// Between the last two names of a list.
    and { da: "og", en: "and" }
    /// The last part of a list that was cut: so many more.
    more(count: usize) { da: "{count} til", en: "{count} more" }
    /// No question is open.
    quiet {
        da: "Spejlet er stille lige nu. Det spørger, når en af grundlagets egne sætninger giver anledning til det.",
        en: "The mirror is silent right now. It asks when one of the framework's own sentences gives cause to.",
    }
    /// Over the questions that have their answer or were put away.
    replied { da: "Besvaret eller lagt væk", en: "Answered or put away" }
    /// Over what was replied to questions that are not raised any more.
    earlier { da: "Tidligere svar", en: "Earlier answers" }
    /// Beside a question that was put away.
    is_put_away { da: "lagt væk", en: "put away" }
    /// A question was put away.
    put_away {
        da: "Lagt væk. Det står nederst på listen.",
        en: "Put away. It stands at the end of the list.",
    }
    /// A question is open again.
    taken_back { da: "Spørgsmålet er taget frem igen", en: "The question is open again" }
    /// A question is answered by links.
    by_links { da: "svar ved at vælge, hvad det er med til at berige", en: "answer by choosing what it helps to enrich" }
    /// A question is answered by reading.
    by_reading { da: "svar ved at læse teksten", en: "answer by reading the text" }
    /// A question is answered by a new review date.
    by_review { da: "svar ved at vælge en ny dato", en: "answer by choosing a new date" }
    /// A question is answered by the challenge.
    by_challenge {
        da: "svar ved at skrive udfordringen på profilen",
        en: "answer by writing the challenge on the profile",
    }
    /// Over a reply that is written where its question is not raised any more.
    reply { da: "Dit svar", en: "Your answer" }
    /// Beside the key that opens the mirror, after the question that is shown unasked.
    look { da: "svar", en: "answer" }
    /// A quotation.
    quoted(text: &str) { da: "»{text}«", en: "“{text}”" }
}
impl Text {
    /// A question of the mirror in words, without its quotation. Fields, marks and levels have the names that the
    /// framework gives them, in English those of its English rendering.
    ///
    /// # Panics
    /// With a question about a larger framework.
    pub fn ask(&self, question: &Question, framework: &Framework) -> String {
        let words = self.mirror;
        let framework = self.called(framework);
        let field = question
            .field
            .map_or("", |field| framework.field(field).short.as_str());
        let mark = || self.names(&question.marks, framework);
        match question.rule {
            Rule::DriftGuard { since: None } => words.drift_guard(field),
            Rule::DriftGuard { since: Some(date) } => words.drift_guard_since(field, &self.date(date)),
            Rule::FieldInBackground => words.field_in_background(field),
            Rule::ExpectedOfAll => words.expected_of_all(&mark()),
            Rule::ReviewDue { on } => words.review_due(&self.date(on)),
            Rule::EverythingUp => words.everything_up.to_owned(),
            Rule::NothingMoved { bearings } => words.nothing_moved(bearings),
            Rule::Enriches => words.enriches(&mark(), field),
            Rule::OwnLevelUnread { level } if question.marks.is_empty() => {
                words.own_level(&within(&framework.levels[level]))
            }
            Rule::OwnLevelUnread { level } => {
                words.own_level_unread(&mark(), &within(&framework.levels[level]))
            }
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
            names.push(self.mirror.more(more));
        }
        let last = names.pop().unwrap_or_default();
        match names.is_empty() {
            true => last,
            false => format!("{} {} {last}", names.join(", "), self.mirror.and),
        }
    }
}
