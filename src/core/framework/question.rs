//! The questions that a framework's own sentences raise, as its file states them: a sentence, the words to ask in, and the
//! condition. Owns their types and wording with its blanks; when a profile meets a condition is [`mirror`](super::super::mirror)'s.

use super::{FieldIndex, Framework, MarkIndex};
use serde::Deserialize;
use std::borrow::Cow;

/// A question of the framework.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct FrameworkQuestion {
    /// What a reply to it is kept under: `enriches`, or with what it is about, `enriches:samskabelse`.
    pub id: String,
    /// The framework's sentence that it rests on, letter by letter; only a question about the review date may lack it.
    pub quote: Option<String>,
    /// What is asked.
    pub ask: Wording,
    /// What is asked instead where a [`Condition::Guard`] was met since the last bearing.
    pub since: Option<Wording>,
    /// When it is raised.
    pub when: Condition,
}

/// Words in one or two languages, with blanks such as `{mark}`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Wording {
    /// In Danish.
    pub da: Option<String>,
    /// In English.
    pub en: Option<String>,
}

/// A blank of a [`Wording`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Blank {
    /// `{mark}`: the titles of the marks that it is about.
    Mark,
    /// `{field}`: the field that it is about.
    Field,
    /// `{level}`: the leader's level.
    Level,
    /// `{date}`: the review date, or that of the bearing since which it is so.
    Date,
    /// `{n}`: how many bearings.
    Count,
}

impl Blank {
    /// All there are.
    pub const ALL: [Self; 5] = [Self::Mark, Self::Field, Self::Level, Self::Date, Self::Count];

    /// As it is written in a wording, without its braces.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mark => "mark",
            Self::Field => "field",
            Self::Level => "level",
            Self::Date => "date",
            Self::Count => "n",
        }
    }
}

/// A part of a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they are.
    Words(&'a str),
    /// What stands between two braces.
    Blank(&'a str),
}

/// The parts of a wording, in its order. A brace without its partner is words.
pub fn pieces(wording: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = wording;
    std::iter::from_fn(move || {
        let blank = |rest: &str| {
            let (name, after) = rest.strip_prefix('{')?.split_once('}')?;
            (!name.contains('{')).then_some((name.len(), after.len()))
        };
        if let Some((name, after)) = blank(rest) {
            let piece = Piece::Blank(&rest[1..=name]);
            rest = &rest[rest.len() - after..];
            return Some(piece);
        }
        let starts = rest.char_indices().skip(1);
        let mut starts = starts.filter(|(at, c)| *c == '{' && blank(&rest[*at..]).is_some());
        let end = starts.next().map_or(rest.len(), |(at, _)| at);
        let (words, after) = rest.split_at(end);
        rest = after;
        (!words.is_empty()).then_some(Piece::Words(words))
    })
}

/// The wording with its blanks filled in. A sentence with a blank that `fill` does not know is left out, unless none would
/// be left.
pub fn filled(wording: &str, fill: impl Fn(Blank) -> Option<String>) -> String {
    let known = |sentence: &str| -> Option<String> {
        let piece = |piece| match piece {
            Piece::Words(words) => Some(Cow::Borrowed(words)),
            Piece::Blank(name) => {
                let blank = Blank::ALL.into_iter().find(|blank| blank.name() == name)?;
                fill(blank).map(Cow::Owned)
            }
        };
        pieces(sentence).map(piece).collect()
    };
    let sentences: Vec<_> = sentences(wording).filter_map(known).collect();
    match sentences.is_empty() {
        true => wording.to_owned(),
        false => sentences.join(" "),
    }
}

/// When a question is raised.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "When")]
pub enum Condition {
    /// The fields `up` together are turned up while the field `down` is turned down: since the last bearing if there is
    /// one and it happened since, else counted from neutral. About `down`.
    Guard {
        /// Ids of fields.
        up: Vec<String>,
        /// The id of a field.
        down: String,
    },
    /// All dials of a field lie at the bottom. About that field.
    FieldDown(Among),
    /// A mark lies at the bottom, and not its whole field with it. About that mark.
    MarkDown(Among),
    /// A mark stands at `at` or above. About that mark.
    Raised {
        /// Ids of marks.
        marks: Vec<String>,
        /// The detent, 1 to 5.
        at: i8,
    },
    /// A mark stands at `at` or below. About that mark.
    Lowered {
        /// Ids of marks.
        marks: Vec<String>,
        /// The detent, −5 to −1.
        at: i8,
    },
    /// All dials stand at 3 or above, or all at one and the same place above neutral, so that all weigh the same. About
    /// all marks.
    AllUp,
    /// This many bearings in a row, or more, stand as the dials do now. About all marks.
    Unmoved(usize),
    /// A mark of the fields `from` stands at `at` or above and is linked to no mark of the field `to`. About that mark.
    Enriches {
        /// Ids of fields.
        from: Vec<String>,
        /// The id of a field.
        to: String,
        /// The detent, 1 to 5.
        at: i8,
    },
    /// Marks are turned up whose text at the leader's own level was never open. About those marks.
    Unread,
    /// A bearing with turned dials was taken, and the profile does not say for which challenge.
    NoChallenge,
    /// The review date has come.
    ReviewDue,
}

impl Condition {
    /// The blanks that its wording may have; those that only the wording `since` may have come with `since`.
    pub fn blanks(&self, since: bool) -> &'static [Blank] {
        match self {
            Self::Guard { .. } if since => &[Blank::Field, Blank::Date],
            Self::Guard { .. } | Self::FieldDown(_) => &[Blank::Field],
            Self::MarkDown(_) | Self::Raised { .. } | Self::Lowered { .. } => &[Blank::Mark],
            Self::Unmoved(_) => &[Blank::Count],
            Self::Enriches { .. } => &[Blank::Mark, Blank::Field],
            Self::Unread => &[Blank::Mark, Blank::Level],
            Self::ReviewDue => &[Blank::Date],
            Self::AllUp | Self::NoChallenge => &[],
        }
    }
}

/// Which fields or marks a condition looks at.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Among {
    /// All of them: `"any"`.
    Any(Any),
    /// Those with these ids.
    Ids(Vec<String>),
}

impl Among {
    /// Whether the one with this id is among them.
    pub fn has(&self, id: &str) -> bool {
        match self {
            Self::Any(_) => true,
            Self::Ids(ids) => ids.iter().any(|one| one == id),
        }
    }
}

/// The word `any`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Any {
    /// Every one.
    Any,
}

/// A [`Condition`] as it is written.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct When {
    guard: Option<Guard>,
    field_down: Option<Among>,
    mark_down: Option<Among>,
    raised: Option<Vec<String>>,
    lowered: Option<Vec<String>>,
    at: Option<i8>,
    all_up: Option<bool>,
    unmoved: Option<usize>,
    enriches: Option<Enriches>,
    unread: Option<bool>,
    no_challenge: Option<bool>,
    review_due: Option<bool>,
}

#[derive(Deserialize)]
struct Guard {
    up: Vec<String>,
    down: String,
}

#[derive(Deserialize)]
struct Enriches {
    from: Vec<String>,
    to: String,
    at: i8,
}

impl TryFrom<When> for Condition {
    type Error = &'static str;

    fn try_from(when: When) -> Result<Self, Self::Error> {
        let at = || when.at.ok_or("missing `at`");
        Ok(match when {
            When {
                guard: Some(Guard { up, down }),
                ..
            } => Self::Guard { up, down },
            When {
                field_down: Some(among),
                ..
            } => Self::FieldDown(among),
            When {
                mark_down: Some(among),
                ..
            } => Self::MarkDown(among),
            When {
                raised: Some(marks), ..
            } => Self::Raised { marks, at: at()? },
            When {
                lowered: Some(marks), ..
            } => Self::Lowered { marks, at: at()? },
            When {
                all_up: Some(true), ..
            } => Self::AllUp,
            When {
                unmoved: Some(count), ..
            } => Self::Unmoved(count),
            When {
                enriches: Some(Enriches { from, to, at }),
                ..
            } => Self::Enriches { from, to, at },
            When {
                unread: Some(true), ..
            } => Self::Unread,
            When {
                no_challenge: Some(true),
                ..
            } => Self::NoChallenge,
            When {
                review_due: Some(true),
                ..
            } => Self::ReviewDue,
            _ => return Err("no condition"),
        })
    }
}

impl Framework {
    /// The marks that those of `field` may be linked to, as the questions about enriching say; in the document's order.
    pub fn enriched_by(&self, field: FieldIndex) -> Vec<MarkIndex> {
        let id = &self.field(field).id;
        let to = self.questions.iter().filter_map(|question| match &question.when {
            Condition::Enriches { from, to, .. } if from.contains(id) && to != id => self.field_by_id(to),
            _ => None,
        });
        let mut marks: Vec<_> = to.flat_map(|field| self.marks_of(field)).collect();
        marks.sort_unstable();
        marks.dedup();
        marks
    }
}

/// A paragraph's sentences. One ends at `.`, `!` or `?` where a space and something that can begin a sentence, a
/// capital, a digit or a blank, follow: `bl.a. at` ends none.
pub fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut rest = paragraph;
    std::iter::from_fn(move || {
        let begins = |c: char| c.is_uppercase() || c.is_ascii_digit() || c == '{';
        let ends = |(at, stop): &(usize, &str)| {
            rest[at + stop.len()..]
                .strip_prefix(' ')
                .is_some_and(|next| next.starts_with(begins))
        };
        let end = rest.match_indices(['.', '!', '?']).find(ends);
        let (sentence, after) = rest.split_at(end.map_or(rest.len(), |(at, stop)| at + stop.len()));
        rest = after.trim_start();
        (!sentence.is_empty()).then_some(sentence)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_falls_into_its_sentences_and_abbreviations_stay_whole() {
        let split = |text| sentences(text).collect::<Vec<_>>();
        assert_eq!(
            split("Vi skal bl.a. at gøre. Ja? 2 felter."),
            ["Vi skal bl.a. at gøre.", "Ja?", "2 felter."]
        );
        assert_eq!(split("Ét uden punktum"), ["Ét uden punktum"]);
        assert_eq!(split(""), [""; 0]);
    }

    #[test]
    fn every_paragraph_of_the_foreword_has_as_many_sentences_in_the_rendering() {
        let (danish, english) = (Framework::built_in(), Framework::built_in_english());
        for (here, there) in danish.foreword.iter().zip(english.foreword()) {
            assert_eq!(sentences(here).count(), sentences(there).count(), "{here}");
        }
    }

    #[test]
    fn a_wording_is_filled_in_and_a_sentence_that_is_not_known_is_left_out() {
        let mark = |blank| (blank == Blank::Mark).then(|| "Evidens".to_owned());
        assert_eq!(
            filled("{mark} ligger lavt. Hvorfor?", mark),
            "Evidens ligger lavt. Hvorfor?"
        );
        assert_eq!(filled("Siden {date}. {mark}?", mark), "Evidens?");
        assert_eq!(filled("Siden {date}?", mark), "Siden {date}?");
        assert_eq!(filled("{mark", mark), "{mark");
        assert_eq!(filled("{{mark}}", mark), "{Evidens}");
        assert_eq!(filled("", mark), "");
    }

    #[test]
    fn marks_in_the_new_fields_may_enrich_those_of_operations() {
        let framework = Framework::built_in();
        let enriched = |field| {
            let marks = framework.enriched_by(framework.field_by_id(field).unwrap());
            marks.into_iter().map(|mark| mark.get()).collect::<Vec<_>>()
        };
        assert_eq!(enriched("samskaber"), [6, 7, 8]);
        assert_eq!(enriched("styrker"), [6, 7, 8]);
        assert_eq!(enriched("drift"), [0; 0]);
        assert_eq!(enriched("optimerer"), [0; 0]);
    }
}
