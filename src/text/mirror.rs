//! The words around the mirror's questions, Danish and English; the questions' own words are the framework's.

use super::{Lang, Text, within};
use crate::core::{
    framework::{
        Framework, MarkIndex,
        question::{Blank, filled},
    },
    mirror::Question,
};

/// How many marks a question names before it only counts the rest.
const NAMED: usize = 3;

messages! {
    /// The words around the questions.
    pub struct MirrorText;

    /// An answer was left empty.
    nothing_answered { da: "Intet svar er skrevet. Spørgsmålet venter", en: "No answer is written. The question waits" }
    /// Heading over the questions.
    title { da: "Spejlet spørger", en: "The mirror asks" }
    /// Heading over the framework's sentence that raised a question.
    sentence { da: "Sådan står der i grundlaget", en: "In the framework’s own words" }
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
    /// A question of the mirror in words, without its quotation: in this language, or in the other where the framework has
    /// it in that one alone. Fields, marks and levels have the names that the framework gives them, in English those of its
    /// English rendering.
    ///
    /// # Panics
    /// With a question about a larger framework.
    pub fn ask(&self, question: &Question, framework: &Framework) -> String {
        let asked = &framework.questions[question.index];
        let since = asked.since.as_ref().filter(|_| question.date.is_some());
        let wording = since.unwrap_or(&asked.ask);
        let (own, other) = match self.spoken {
            Lang::Da => (&wording.da, &wording.en),
            Lang::En => (&wording.en, &wording.da),
        };
        let named = self.called(framework);
        filled(
            own.as_ref().or(other.as_ref()).map_or("", String::as_str),
            |blank| match blank {
                Blank::Mark => (!question.marks.is_empty()).then(|| self.names(&question.marks, named)),
                Blank::Field => question.field.map(|field| named.field(field).short.clone()),
                Blank::Level => question.level.map(|level| within(&named.levels[level])),
                Blank::Date => question.date.map(|date| self.date(date)),
                Blank::Count => question.bearings.map(|bearings| bearings.to_string()),
            },
        )
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
