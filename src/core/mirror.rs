//! The mirror: the questions that the framework's own sentences raise about a profile. Owns when a question is raised and
//! with what its blanks are filled; which questions there are, their sentences and their words are the framework's
//! ([`FrameworkQuestion`]). It asks; it never scores and never judges.
//!
//! The questions come in the framework's order, and [`next_question`] takes the first open one, so a leader meets one at a
//! time. Within a question they come in the order of the document.
//!
//! Before the first bearing only a [`Condition::Guard`] and a [`Condition::FieldDown`] are asked about: a leader who has just
//! begun is not called to account.

use super::{
    dial::DialValue,
    framework::{
        Condition, Field, FieldIndex, Framework, FrameworkQuestion, Mark, MarkIndex, Translation,
        question::{Among, sentences},
    },
    profile::{Bearing, Edit, Profile, Reply},
};
use jiff::civil::Date;

/// From this value on all marks together are asked what is needed most.
pub const HIGH: i8 = 3;

/// What a question is answered with. All but [`Answer::Words`] change the profile so that the question is no longer
/// raised; words are kept as a [`Reply`], and may be written to any question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The leader's own words.
    Words,
    /// Links from the subject mark to those that it may enrich.
    Links,
    /// Opening the subject marks at the own level.
    Reading,
    /// A later review date, or none.
    NewReviewDate,
    /// The profile's challenge.
    Challenge,
}

/// One sentence of the framework, or more in a row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quote {
    /// The sentence, letter by letter.
    pub text: String,
    /// The paragraph of the foreword and the sentence in it, where it is one whole sentence of it.
    place: Option<(usize, usize)>,
}

impl Quote {
    /// The same sentence in a rendering of the framework, which may stand beside it and never instead of it.
    pub fn rendering<'a>(&self, translation: &'a Translation) -> Option<&'a str> {
        let (paragraph, sentence) = self.place?;
        sentences(translation.foreword().get(paragraph)?).nth(sentence)
    }

    fn new(framework: &Framework, text: &str) -> Self {
        let place = framework.foreword.iter().enumerate().find_map(|(at, paragraph)| {
            // most paragraphs need not be taken apart
            let mut sentences = paragraph.contains(text).then(|| sentences(paragraph))?;
            Some((at, sentences.position(|sentence| sentence == text)?))
        });
        Self {
            text: text.to_owned(),
            place,
        }
    }
}

/// A question that is raised, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What a [`Reply`] is kept under, the same as long as the question is the same: `drift-guard`,
    /// `background:styrker`, `enriches:samskabelse`. Where a question may come back after a change, what changed is in
    /// it: `drift-guard:b3`, `still:b1`, `review:2026-11-23`.
    pub id: String,
    /// Its place among [`Framework::questions`].
    pub index: usize,
    /// What answers it, beside putting it away.
    pub answer: Answer,
    /// The field it is about, if it is about one.
    pub field: Option<FieldIndex>,
    /// The marks it is about, in the order of the document.
    pub marks: Vec<MarkIndex>,
    /// The level it is about, counted from 0, if it is about one.
    pub level: Option<usize>,
    /// The review date, or that of the bearing since which it is so.
    pub date: Option<Date>,
    /// How many bearings in a row stand as the dials do.
    pub bearings: Option<usize>,
    /// The sentence it rests on; the question about the review date may lack it.
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
    let context = Context { framework, profile };
    let about = |(index, asked): (usize, &FrameworkQuestion)| {
        let raised: Vec<_> = match asked.when {
            Condition::Unmoved(least) if framework.mark_count() == 1 => {
                context.unmoved(index, least).into_iter().collect()
            }
            _ => context.about_a_mark(index, Some(mark)).collect(),
        };
        raised
            .into_iter()
            .find(|question| reply(profile, &question.id).is_none())
    };
    framework.questions.iter().enumerate().find_map(about)
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
    let context = Context { framework, profile };
    let is_begun = profile.last_bearing().is_some();
    let raised = move |(index, asked): (usize, &FrameworkQuestion)| -> Vec<Question> {
        let one = |question: Option<Question>| question.into_iter().collect();
        match &asked.when {
            Condition::Guard { up, down } => one(context.guard(index, up, down)),
            Condition::FieldDown(among) => context.fields_down(index, among),
            _ if !is_begun => Vec::new(),
            Condition::AllUp => one(context.all_up(index)),
            Condition::Unmoved(least) => one(context.unmoved(index, *least)),
            Condition::Unread => one(context.unread(index)),
            Condition::NoChallenge => one(context.no_challenge(index)),
            Condition::ReviewDue => one(context.review_due(index, today)),
            Condition::MarkDown(_)
            | Condition::Raised { .. }
            | Condition::Lowered { .. }
            | Condition::Enriches { .. } => context.about_a_mark(index, None).collect(),
        }
    };
    framework.questions.iter().enumerate().flat_map(raised)
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
/// is left out: of a [`Condition::Unread`], the marks. Nothing where the framework has not got what it was about.
pub fn asked(framework: &Framework, profile: &Profile, id: &str) -> Option<Question> {
    let (kind, about) = match id.split_once(':') {
        Some((kind, about)) => (kind, Some(about)),
        None => (id, None),
    };
    let is_it = |question: &FrameworkQuestion| question.id == kind;
    let index = framework.questions.iter().position(is_it)?;
    let question = Question {
        quote: None,
        ..(Context { framework, profile }).question(index, about)
    };
    Some(match (&framework.questions[index].when, about) {
        (Condition::Guard { down, .. }, bearing) => {
            let since = bearing.and_then(|id| profile.bearing(id));
            Question {
                field: Some(framework.field_by_id(down)?),
                date: since.map(|bearing| bearing.at.date()),
                ..question
            }
        }
        (Condition::FieldDown(_), Some(id)) => Question {
            field: Some(framework.field_by_id(id)?),
            ..question
        },
        (Condition::MarkDown(_) | Condition::Raised { .. } | Condition::Lowered { .. }, Some(id)) => {
            Question {
                marks: vec![framework.mark_by_id(id)?],
                ..question
            }
        }
        (Condition::Enriches { to, .. }, Some(id)) => Question {
            field: Some(framework.field_by_id(to)?),
            marks: vec![framework.mark_by_id(id)?],
            ..question
        },
        (Condition::ReviewDue, Some(on)) => Question {
            date: Some(on.parse().ok()?),
            ..question
        },
        (Condition::AllUp | Condition::NoChallenge, None) => question,
        (Condition::Unmoved(_), Some(id)) => {
            let mut since = profile.bearings.iter().skip_while(|bearing| bearing.id != id);
            let first = since.next()?;
            let stands = |bearing: &&Bearing| {
                let mut all = framework.marks().map(|(_, _, mark)| mark.id.as_str());
                all.all(|mark| value_at(bearing, mark) == value_at(first, mark))
            };
            Question {
                bearings: Some(1 + since.take_while(stands).count()),
                ..question
            }
        }
        (Condition::Unread, Some(level)) => {
            let level = level.parse::<usize>().ok()?.checked_sub(1)?;
            framework.levels.get(level)?;
            Question {
                level: Some(level),
                ..question
            }
        }
        _ => return None,
    })
}

fn value_at(bearing: &Bearing, mark: &str) -> DialValue {
    bearing
        .dials
        .get(mark)
        .map_or(DialValue::NEUTRAL, |dial| dial.value)
}

/// A framework and the profile that is held against it.
#[derive(Clone, Copy)]
struct Context<'a> {
    framework: &'a Framework,
    profile: &'a Profile,
}

impl<'a> Context<'a> {
    /// The framework's question at `index`, about this.
    fn question(&self, index: usize, about: Option<&str>) -> Question {
        let asked = &self.framework.questions[index];
        let id = match about {
            Some(about) => format!("{}:{about}", asked.id),
            None => asked.id.clone(),
        };
        let quote = asked.quote.as_deref();
        Question {
            id,
            index,
            answer: match asked.when {
                Condition::Enriches { .. } => Answer::Links,
                Condition::Unread => Answer::Reading,
                Condition::ReviewDue => Answer::NewReviewDate,
                Condition::NoChallenge => Answer::Challenge,
                _ => Answer::Words,
            },
            field: None,
            marks: Vec::new(),
            level: None,
            date: None,
            bearings: None,
            quote: quote.map(|quote| Quote::new(self.framework, quote)),
        }
    }

    fn guard(self, index: usize, up: &[String], down: &str) -> Option<Question> {
        let guarded = self.framework.field_by_id(down)?;
        let (mut new, mut old) = (Sum::default(), Sum::default());
        for (_, field, mark) in self.framework.marks() {
            if field.id == down {
                old.add(self.profile, &mark.id);
            } else if up.contains(&field.id) {
                new.add(self.profile, &mark.id);
            }
        }
        let last = self.profile.last_bearing();
        let since = last.filter(|_| new.now > new.last && old.now < old.last);
        if since.is_none() && (new.now <= 0 || old.now >= 0) {
            return None;
        }
        Some(Question {
            field: Some(guarded),
            date: since.map(|bearing| bearing.at.date()),
            ..self.question(index, since.map(|bearing| bearing.id.as_str()))
        })
    }

    fn fields_down(self, index: usize, among: &Among) -> Vec<Question> {
        let fields = self.framework.field_indices().filter(|field| {
            let field = self.framework.field(*field);
            among.has(&field.id) && self.lies_low(field)
        });
        let question = |field| Question {
            field: Some(field),
            ..self.question(index, Some(&self.framework.field(field).id))
        };
        fields.map(question).collect()
    }

    /// The question at `index` about each mark that meets its condition, or about this one alone; nothing of a question
    /// that is about something else.
    fn about_a_mark(self, index: usize, of: Option<MarkIndex>) -> impl Iterator<Item = Question> {
        let when = &self.framework.questions[index].when;
        let marks = self.framework.marks();
        let marks = marks.filter(move |(mark, ..)| of.is_none_or(|of| of == *mark));
        marks.filter_map(move |(mark, field, of)| {
            let about = self.meets(when, field, of)?;
            Some(Question {
                field: about,
                marks: vec![mark],
                ..self.question(index, Some(&of.id))
            })
        })
    }

    /// Whether the mark meets a condition about a mark, and the field that it is about then too.
    fn meets(&self, when: &Condition, field: &Field, mark: &Mark) -> Option<Option<FieldIndex>> {
        let value = self.profile.value(&mark.id);
        match when {
            Condition::MarkDown(among) => {
                let is_low = value == DialValue::MIN && among.has(&mark.id) && !self.lies_low(field);
                is_low.then_some(None)
            }
            Condition::Raised { marks, at } => {
                (value.get() >= *at && marks.contains(&mark.id)).then_some(None)
            }
            Condition::Lowered { marks, at } => {
                (value.get() <= *at && marks.contains(&mark.id)).then_some(None)
            }
            Condition::Enriches { from, to, at } => {
                let to = self.framework.field_by_id(to)?;
                if value.get() < *at || !from.contains(&field.id) || self.framework.field(to).id == field.id {
                    return None;
                }
                let enriched = |id: &String| {
                    let mark = self.framework.mark_by_id(id);
                    mark.is_some_and(|mark| self.framework.field_of(mark) == to)
                };
                let dial = self.profile.dials.get(&mark.id)?;
                (!dial.enriches.iter().any(enriched)).then_some(Some(to))
            }
            _ => None,
        }
    }

    fn review_due(&self, index: usize, today: Date) -> Option<Question> {
        let on = self.profile.review.filter(|on| *on <= today)?;
        Some(Question {
            date: Some(on),
            ..self.question(index, Some(&on.to_string()))
        })
    }

    fn all_up(&self, index: usize) -> Option<Question> {
        let lowest = self.values().min()?;
        let same = self.values().all(|value| value == lowest);
        let up = lowest.get() >= HIGH || (same && lowest > DialValue::NEUTRAL);
        (up && self.framework.mark_count() > 1).then(|| self.about_all(self.question(index, None)))
    }

    fn unmoved(&self, index: usize, least: usize) -> Option<Question> {
        let stands = |bearing: &&Bearing| {
            self.framework
                .marks()
                .all(|(_, _, mark)| value_at(bearing, &mark.id) == self.profile.value(&mark.id))
        };
        let bearings = self.profile.bearings.iter().rev().take_while(stands).count();
        let first = self
            .profile
            .bearings
            .iter()
            .nth_back(bearings.max(least).max(1) - 1)?;
        let question = || Question {
            bearings: Some(bearings),
            ..self.about_all(self.question(index, Some(&first.id)))
        };
        (bearings >= least.max(1)).then(question)
    }

    fn unread(&self, index: usize) -> Option<Question> {
        let last = self.framework.levels.len().checked_sub(1)?;
        let level = usize::from(self.profile.level.max(1) - 1).min(last);
        let unread = |id: &str| {
            self.profile.value(id) > DialValue::NEUTRAL && !self.profile.has_read(level as u8 + 1, id)
        };
        let marks = self.framework.marks().filter(|(_, _, mark)| unread(&mark.id));
        let marks: Vec<_> = marks.map(|(index, ..)| index).collect();
        let question = || Question {
            marks: marks.clone(),
            level: Some(level),
            ..self.question(index, Some(&(level + 1).to_string()))
        };
        (!marks.is_empty()).then(question)
    }

    fn no_challenge(&self, index: usize) -> Option<Question> {
        let mut dials = self.profile.last_bearing()?.dials.iter();
        let turned = dials
            .any(|(id, dial)| dial.value != DialValue::NEUTRAL && self.framework.mark_by_id(id).is_some());
        (turned && self.profile.challenge.trim().is_empty()).then(|| self.question(index, None))
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

    fn about_all(&self, question: Question) -> Question {
        Question {
            marks: self.framework.mark_indices().collect(),
            ..question
        }
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
