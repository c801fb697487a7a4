//! The mirror: the questions that the framework's own sentences raise about a profile. Owns when a question is raised
//! and which sentence raises it; its wording is `text`'s. It asks; it never scores and never judges.
//!
//! The questions come in one fixed order, and [`next_question`] takes the first open one, so a leader meets one at a
//! time:
//!
//! 1. what the framework says must not give way or is expected of everyone: [`Rule::DriftGuard`],
//!    [`Rule::FieldInBackground`], [`Rule::ExpectedOfAll`]
//! 2. what the leader asked of herself: [`Rule::ReviewDue`]
//! 3. what the picture as a whole does not say: [`Rule::EverythingUp`], [`Rule::NothingMoved`]
//! 4. what would make it say more: [`Rule::Enriches`], [`Rule::OwnLevelUnread`], [`Rule::NoChallenge`]
//!
//! Before the first bearing only the first two of all are asked: a leader who has just begun is not called to account.
//!
//! Within a rule they come in the order of the document. A sentence is found in the foreword by a part of it. Where
//! another organisation's foreword does not have that part, what it would raise is not asked; only the review date,
//! which the leader set herself, needs no sentence.

use super::{
    dial::DialValue,
    framework::{Field, FieldIndex, Framework, Kind, Mark, MarkIndex, Translation},
    profile::{Bearing, Edit, Profile, Reply},
};
use jiff::civil::Date;

/// From this value on a mark in a new field is asked which operations mark it enriches, and all marks together what
/// is needed most.
pub const HIGH: i8 = 3;
/// How many bearings in a row must stand as the dials do now before that is asked about.
pub const STILL: usize = 3;

/// Parts of the foreword's sentences.
mod part {
    pub const DRIFT: &str = "ikke må gå ud over driften";
    pub const ALL_FIELDS: &str = "arbejder med alle";
    pub const EVERYONE: &str = "forventer vi, at alle arbejder med";
    pub const TURN: &str = "skrue op og ned";
    pub const ENRICH: &str = "berige vores drift";
    pub const OWN: &str = "for din egen ledelse";
    pub const LOCAL: &str = "lokal tilpasning";
}

/// What raised a question, with what its wording needs beside the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// The new fields together are turned up while the operations field is turned down: since the last bearing if
    /// there is one and it happened since, else counted from neutral. Subject: the operations field.
    DriftGuard {
        /// The date of the bearing it happened since.
        since: Option<Date>,
    },
    /// All dials of a field lie at the bottom. Subject: the field.
    FieldInBackground,
    /// A mark that the foreword expects everyone to work with lies at the bottom, and not its whole field with it.
    /// Subject: the mark.
    ExpectedOfAll,
    /// The review date has come. Subject: the profile.
    ReviewDue {
        /// The date.
        on: Date,
    },
    /// All dials stand at [`HIGH`] or above, or all at one and the same place above neutral, so that all weigh the
    /// same. Subject: all marks.
    EverythingUp,
    /// The last [`STILL`] bearings or more stand as the dials do now. Subject: all marks.
    NothingMoved {
        /// How many bearings in a row, the last one included.
        bearings: usize,
    },
    /// A mark in a new field stands at [`HIGH`] or above and is linked to no mark of the operations field. Subject:
    /// the mark.
    Enriches,
    /// Marks are turned up whose text at the leader's own level was never open. Subject: those marks.
    OwnLevelUnread {
        /// The level, counted from 0.
        level: usize,
    },
    /// A bearing with turned dials was taken, and the profile does not say for which challenge. Subject: the profile.
    NoChallenge,
}

impl Rule {
    /// What answers it, beside putting it away.
    pub fn answer(self) -> Answer {
        match self {
            Self::Enriches => Answer::Links,
            Self::OwnLevelUnread { .. } => Answer::Reading,
            Self::ReviewDue { .. } => Answer::NewReviewDate,
            Self::NoChallenge => Answer::Challenge,
            Self::DriftGuard { .. }
            | Self::FieldInBackground
            | Self::ExpectedOfAll
            | Self::EverythingUp
            | Self::NothingMoved { .. } => Answer::Words,
        }
    }
}

/// What a question is answered with. All but [`Answer::Words`] change the profile so that the question is no longer
/// raised; words are kept as a [`Reply`], and may be written to any question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The leader's own words.
    Words,
    /// Links from the subject mark to marks of the [`operations_field`].
    Links,
    /// Opening the subject marks at the own level.
    Reading,
    /// A later review date, or none.
    NewReviewDate,
    /// The profile's challenge.
    Challenge,
}

/// One sentence of the foreword.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quote {
    /// The sentence, letter by letter.
    pub text: String,
    paragraph: usize,
    sentence: usize,
}

impl Quote {
    /// The same sentence in a rendering of the framework, which may stand beside it and never instead of it.
    pub fn rendering<'a>(&self, translation: &'a Translation) -> Option<&'a str> {
        let paragraph = translation.foreword().get(self.paragraph)?;
        sentences(paragraph).nth(self.sentence)
    }

    /// The first sentence of the foreword that has `part` in it.
    fn find(framework: &Framework, part: &str) -> Option<Self> {
        let with_part = |(paragraph, text): (usize, &String)| {
            // most paragraphs need not be taken apart
            let sentences = text.contains(part).then(|| sentences(text))?;
            let (sentence, text) = sentences.enumerate().find(|(_, text)| text.contains(part))?;
            Some(Self {
                text: text.to_owned(),
                paragraph,
                sentence,
            })
        };
        framework.foreword.iter().enumerate().find_map(with_part)
    }
}

/// A question and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What a [`Reply`] is kept under, the same as long as the question is the same: `drift-guard`,
    /// `background:styrker`, `enriches:samskabelse`. Where a question may come back after a change, what changed is in
    /// it: `drift-guard:b3`, `still:b1`, `review:2026-11-23`.
    pub id: String,
    /// What raised it.
    pub rule: Rule,
    /// The field it is about, if it is about one.
    pub field: Option<FieldIndex>,
    /// The marks it is about, in the order of the document.
    pub marks: Vec<MarkIndex>,
    /// The sentence it rests on; a [`Rule::ReviewDue`] may lack it, and what [`asked`] gives does.
    pub quote: Option<Quote>,
}

/// Every question that the profile raises on the day `today`, answered ones too, in the order that the module explains.
pub fn questions(framework: &Framework, profile: &Profile, today: Date) -> Vec<Question> {
    raised(framework, profile, today).collect()
}

/// The questions that were neither answered nor put away, in the same order.
pub fn open_questions(framework: &Framework, profile: &Profile, today: Date) -> Vec<Question> {
    open(framework, profile, today).collect()
}

/// The one question to show unasked: the first that is open.
pub fn next_question(framework: &Framework, profile: &Profile, today: Date) -> Option<Question> {
    open(framework, profile, today).next()
}

/// The first open question about this mark alone, from the first bearing on; what asks to be read is left out.
pub fn question_about(framework: &Framework, profile: &Profile, mark: MarkIndex) -> Option<Question> {
    profile.last_bearing()?;
    let context = RuleContext { framework, profile };
    let still = || context.nothing_moved().filter(|_| framework.mark_count() == 1);
    context
        .expected_of_all(Some(mark))
        .chain(std::iter::once_with(still).flatten())
        .chain(context.enriches(Some(mark)))
        .find(|question| reply(profile, &question.id).is_none())
}

fn open<'a>(
    framework: &'a Framework,
    profile: &'a Profile,
    today: Date,
) -> impl Iterator<Item = Question> + 'a {
    raised(framework, profile, today).filter(|question| reply(profile, &question.id).is_none())
}

/// The questions one by one: no more is worked out than is asked for.
fn raised<'a>(
    framework: &'a Framework,
    profile: &'a Profile,
    today: Date,
) -> impl Iterator<Item = Question> + 'a {
    let context = RuleContext { framework, profile };
    let once = move |rule: fn(&RuleContext, Date) -> Option<Question>| {
        std::iter::once_with(move || rule(&context, today)).flatten()
    };
    let from_the_first_bearing = move || {
        context
            .expected_of_all(None)
            .chain(once(|context, today| context.review_due(today)))
            .chain(once(|context, _| context.everything_up()))
            .chain(once(|context, _| context.nothing_moved()))
            .chain(context.enriches(None))
            .chain(once(|context, _| context.own_level_unread()))
            .chain(once(|context, _| context.no_challenge()))
    };
    let later = profile.last_bearing().map(|_| from_the_first_bearing());
    once(|context, _| context.drift_guard())
        .chain(context.fields_in_background())
        .chain(later.into_iter().flatten())
}

/// What was replied to the question with this id. A reply to a narrower question, `drift-guard:b3`, is one to the
/// wider, `drift-guard`, too: what was answered about a change is not asked again about the state it led to.
pub fn reply<'a>(profile: &'a Profile, id: &str) -> Option<&'a Reply> {
    let given = |reply: &&Reply| reply.put_away || !reply.text.trim().is_empty();
    let narrower = |key: &str| key.strip_prefix(id).is_some_and(|rest| rest.starts_with(':'));
    let mut narrower = profile.replies.iter().filter(|(key, _)| narrower(key));
    let exact = profile.replies.get(id).filter(given);
    exact.or_else(|| narrower.find_map(|(_, reply)| Some(reply).filter(given)))
}

/// The edit that puts the question with this id away; one that has a reply is open again by it.
pub fn put_away(profile: &Profile, id: &str) -> Edit {
    let edit = |question: &str, reply| Edit::Reply {
        question: question.to_owned(),
        reply,
    };
    if reply(profile, id).is_none() {
        let before = profile.replies.get(id).cloned().unwrap_or_default();
        return edit(
            id,
            Some(Reply {
                put_away: true,
                ..before
            }),
        );
    }
    // a reply to a narrower question stands for this one too
    let given = |key: &&String| {
        key.strip_prefix(id)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    };
    let given = profile.replies.keys().filter(given);
    Edit::All(given.map(|key| edit(key, None)).collect())
}

/// The question that a reply with this id was given to, also where it is not raised any more. What is not known of then
/// is left out: an [`Rule::OwnLevelUnread`] has no marks. Nothing where the framework has not got what it was about.
pub fn asked(framework: &Framework, profile: &Profile, id: &str) -> Option<Question> {
    let (kind, about) = match id.split_once(':') {
        Some((kind, about)) => (kind, Some(about)),
        None => (id, None),
    };
    let mark = |id| framework.mark_by_id(id).map(|mark| vec![mark]);
    let operations = operations_field(framework);
    let (rule, field, marks) = match (kind, about) {
        ("drift-guard", bearing) => {
            let since = bearing.and_then(|id| profile.bearing(id));
            let since = since.map(|bearing| bearing.at.date());
            (Rule::DriftGuard { since }, Some(operations?), Vec::new())
        }
        ("background", Some(id)) => (
            Rule::FieldInBackground,
            Some(framework.field_by_id(id)?),
            Vec::new(),
        ),
        ("expected", Some(id)) => (Rule::ExpectedOfAll, None, mark(id)?),
        ("review", Some(on)) => (Rule::ReviewDue { on: on.parse().ok()? }, None, Vec::new()),
        ("everything-up", None) => (Rule::EverythingUp, None, Vec::new()),
        ("still", Some(id)) => {
            let mut since = profile.bearings.iter().skip_while(|bearing| bearing.id != id);
            let first = since.next()?;
            let stands = |bearing: &&Bearing| {
                let all = framework.marks().map(|(_, _, mark)| mark.id.as_str());
                all.into_iter()
                    .all(|mark| value_at(bearing, mark) == value_at(first, mark))
            };
            let bearings = 1 + since.take_while(stands).count();
            (Rule::NothingMoved { bearings }, None, Vec::new())
        }
        ("enriches", Some(id)) => (Rule::Enriches, Some(operations?), mark(id)?),
        ("unread", Some(level)) => {
            let level = level.parse::<usize>().ok()?.checked_sub(1)?;
            framework.levels.get(level)?;
            (Rule::OwnLevelUnread { level }, None, Vec::new())
        }
        ("challenge", None) => (Rule::NoChallenge, None, Vec::new()),
        _ => return None,
    };
    Some(Question {
        id: id.to_owned(),
        rule,
        field,
        marks,
        quote: None,
    })
}

fn value_at(bearing: &Bearing, mark: &str) -> DialValue {
    bearing
        .dials
        .get(mark)
        .map_or(DialValue::NEUTRAL, |dial| dial.value)
}

/// The field that must not suffer under the new: the one with the id `drift`, else the last known one.
pub fn operations_field(framework: &Framework) -> Option<FieldIndex> {
    let known = |field: &FieldIndex| framework.field(*field).kind == Kind::Known;
    framework
        .field_by_id("drift")
        .or_else(|| framework.field_indices().rev().find(known))
}

/// A framework and the profile that is held against it. Each rule looks for its sentence last: it is seldom needed.
#[derive(Clone, Copy)]
struct RuleContext<'a> {
    framework: &'a Framework,
    profile: &'a Profile,
}

impl<'a> RuleContext<'a> {
    fn drift_guard(&self) -> Option<Question> {
        let operations = operations_field(self.framework)?;
        let (mut new, mut drift) = (Sum::default(), Sum::default());
        for (index, field, mark) in self.framework.marks() {
            if self.framework.field_of(index) == operations {
                drift.add(self.profile, &mark.id);
            } else if field.kind == Kind::New {
                new.add(self.profile, &mark.id);
            }
        }
        let last = self.profile.last_bearing();
        let moved = last.filter(|_| new.now > new.last && drift.now < drift.last);
        let (id, since) = match moved {
            Some(bearing) => (format!("drift-guard:{}", bearing.id), Some(bearing.at.date())),
            None if new.now > 0 && drift.now < 0 => ("drift-guard".to_owned(), None),
            None => return None,
        };
        Some(Question {
            id,
            rule: Rule::DriftGuard { since },
            field: Some(operations),
            marks: Vec::new(),
            quote: Some(self.quote(part::DRIFT)?),
        })
    }

    fn fields_in_background(self) -> impl Iterator<Item = Question> {
        let question = move |field: FieldIndex| {
            let shown = self.framework.field(field);
            let quote = self.lies_low(shown).then(|| self.quote(part::ALL_FIELDS))??;
            Some(Question {
                id: format!("background:{}", shown.id),
                rule: Rule::FieldInBackground,
                field: Some(field),
                marks: Vec::new(),
                quote: Some(quote),
            })
        };
        self.framework.field_indices().filter_map(question)
    }

    /// About all marks, or this one alone.
    fn expected_of_all(self, of: Option<MarkIndex>) -> impl Iterator<Item = Question> {
        let asked = move |(index, field, mark): (MarkIndex, &Field, &Mark)| {
            let alone = self.profile.value(&mark.id) == DialValue::MIN && !self.lies_low(field);
            let quote = alone.then(|| self.quote(part::EVERYONE))??;
            let named = quote.text.to_lowercase().contains(&mark.title.to_lowercase());
            named.then(|| Question {
                id: format!("expected:{}", mark.id),
                rule: Rule::ExpectedOfAll,
                field: None,
                marks: vec![index],
                quote: Some(quote),
            })
        };
        self.marks(of).filter_map(asked)
    }

    fn review_due(&self, today: Date) -> Option<Question> {
        let on = self.profile.review.filter(|on| *on <= today)?;
        Some(Question {
            id: format!("review:{on}"),
            rule: Rule::ReviewDue { on },
            field: None,
            marks: Vec::new(),
            quote: self.quote(part::LOCAL),
        })
    }

    fn everything_up(&self) -> Option<Question> {
        let lowest = self.values().min()?;
        let same = self.values().all(|value| value == lowest);
        let up = lowest.get() >= HIGH || (same && lowest > DialValue::NEUTRAL);
        (up && self.framework.mark_count() > 1)
            .then(|| self.about_all("everything-up".into(), Rule::EverythingUp))?
    }

    fn nothing_moved(&self) -> Option<Question> {
        let stands = |bearing: &&Bearing| {
            self.framework
                .marks()
                .all(|(_, _, mark)| value_at(bearing, &mark.id) == self.profile.value(&mark.id))
        };
        let bearings = self.profile.bearings.iter().rev().take_while(stands).count();
        let first = self.profile.bearings.iter().nth_back(bearings.max(STILL) - 1)?;
        let rule = Rule::NothingMoved { bearings };
        (bearings >= STILL).then(|| self.about_all(format!("still:{}", first.id), rule))?
    }

    /// About all marks, or this one alone.
    fn enriches(self, of: Option<MarkIndex>) -> impl Iterator<Item = Question> {
        let asked = move |(index, field, mark): (MarkIndex, &Field, &Mark)| {
            let dial = self.profile.dials.get(&mark.id)?;
            if field.kind != Kind::New || dial.value.get() < HIGH {
                return None;
            }
            let operations = operations_field(self.framework)?;
            let enriched = |id: &String| {
                let mark = self.framework.mark_by_id(id);
                mark.is_some_and(|mark| self.framework.field_of(mark) == operations)
            };
            let linked = self.framework.field_of(index) == operations || dial.enriches.iter().any(enriched);
            let quote = (!linked).then(|| self.quote(part::ENRICH))??;
            Some(Question {
                id: format!("enriches:{}", mark.id),
                rule: Rule::Enriches,
                field: Some(operations),
                marks: vec![index],
                quote: Some(quote),
            })
        };
        self.marks(of).filter_map(asked)
    }

    fn own_level_unread(&self) -> Option<Question> {
        let level = usize::from(self.profile.level).clamp(1, self.framework.levels.len().max(1)) - 1;
        let unread = |id: &str| {
            self.profile.value(id) > DialValue::NEUTRAL && !self.profile.has_read(level as u8 + 1, id)
        };
        let marks = self.framework.marks().filter(|(_, _, mark)| unread(&mark.id));
        let marks: Vec<_> = marks.map(|(index, ..)| index).collect();
        let quote = (!marks.is_empty()).then(|| self.quote(part::OWN))??;
        Some(Question {
            id: format!("unread:{}", level + 1),
            rule: Rule::OwnLevelUnread { level },
            field: None,
            marks,
            quote: Some(quote),
        })
    }

    fn no_challenge(&self) -> Option<Question> {
        let mut dials = self.profile.last_bearing()?.dials.iter();
        let turned = dials
            .any(|(id, dial)| dial.value != DialValue::NEUTRAL && self.framework.mark_by_id(id).is_some());
        let asked = turned && self.profile.challenge.trim().is_empty();
        let quote = asked.then(|| self.quote(part::LOCAL))??;
        Some(Question {
            id: "challenge".into(),
            rule: Rule::NoChallenge,
            field: None,
            marks: Vec::new(),
            quote: Some(quote),
        })
    }

    fn marks(self, of: Option<MarkIndex>) -> impl Iterator<Item = (MarkIndex, &'a Field, &'a Mark)> {
        let marks = self.framework.marks();
        marks.filter(move |(mark, ..)| of.is_none_or(|of| of == *mark))
    }

    fn quote(&self, part: &str) -> Option<Quote> {
        Quote::find(self.framework, part)
    }

    fn values(&self) -> impl Iterator<Item = DialValue> {
        let marks = self.framework.marks();
        marks.map(|(_, _, mark)| self.profile.value(&mark.id))
    }

    fn lies_low(&self, field: &Field) -> bool {
        field
            .marks
            .iter()
            .all(|mark| self.profile.value(&mark.id) == DialValue::MIN)
    }

    fn about_all(&self, id: String, rule: Rule) -> Option<Question> {
        Some(Question {
            id,
            rule,
            field: None,
            marks: self.framework.mark_indices().collect(),
            quote: Some(self.quote(part::TURN)?),
        })
    }
}

/// Several dials added up, as they stand now and as they stood at the last bearing.
#[derive(Default)]
struct Sum {
    now: i32,
    last: i32,
}

impl Sum {
    fn add(&mut self, profile: &Profile, mark: &str) {
        let then = profile.last_bearing().and_then(|bearing| bearing.dials.get(mark));
        self.now += i32::from(profile.value(mark).get());
        self.last += then.map_or(0, |dial| i32::from(dial.value.get()));
    }
}

/// A paragraph's sentences. One ends at `.`, `!` or `?` where a space and something that can begin a sentence, a
/// capital or a digit, follow: `bl.a. at` ends none.
fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut rest = paragraph;
    std::iter::from_fn(move || {
        let begins = |c: char| c.is_uppercase() || c.is_ascii_digit();
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
    fn the_operations_field_is_drift_else_the_last_known_one_else_none() {
        let mut framework = Framework::built_in();
        let operations = |framework: &Framework| operations_field(framework).map(FieldIndex::get);
        assert_eq!(operations(&framework), Some(2));
        framework.fields[2].id = "forsyning".into();
        assert_eq!(operations(&framework), Some(2));
        framework.fields[2].kind = Kind::New;
        assert_eq!(operations(&framework), Some(0));
        framework.fields[0].kind = Kind::New;
        assert_eq!(operations(&framework), None);
    }
}
