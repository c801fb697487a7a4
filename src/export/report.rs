//! What the formats for people tell of a profile, in the order they tell it. Every text in it is made harmless; how it
//! is laid out and escaped is each format's.

use super::{Input, Part};
use crate::core::{
    dial::{DialValue, weights},
    framework::{Kind, MarkIndex},
    mirror,
    profile::{Bearing, BearingDial, Decision},
    sanitise::{clean, clean_lines},
};
use crate::text::{Text, export::ExportText};
use jiff::civil::Date;

/// A profile for reading.
pub struct Report {
    /// The program's words.
    pub text: &'static Text,
    /// The words of exports.
    pub words: &'static ExportText,
    /// The framework's title.
    pub title: String,
    /// Whose framework it is.
    pub organisation: String,
    /// The tag of the framework's language.
    pub language: String,
    /// The profile's name.
    pub name: String,
    /// The level's name.
    pub level: String,
    /// The unit, or empty.
    pub unit: String,
    /// The challenge, or empty.
    pub challenge: String,
    /// The review date.
    pub review: Option<Date>,
    /// The note on the profile, or empty.
    pub note: String,
    /// The day of the export.
    pub made: Date,
    /// The fields.
    pub fields: Vec<FieldPart>,
    /// The bearings, oldest first.
    pub bearings: Vec<BearingPart>,
    /// The questions that were not put away.
    pub questions: Vec<QuestionPart>,
    /// The decisions since the last bearing.
    pub decisions: Vec<DecisionPart>,
    /// Whether a rendering stands beside the titles.
    pub rendered: bool,
}

/// A field.
pub struct FieldPart {
    /// Its title.
    pub title: String,
    /// The title in another language.
    pub rendering: Option<String>,
    /// Known or new.
    pub kind: Kind,
    /// Its share of all focus, in 0..1.
    pub weight: f64,
    /// Its marks.
    pub marks: Vec<MarkPart>,
}

/// A mark and its dial.
pub struct MarkPart {
    /// Its number: `2.1`.
    pub position: String,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The title in another language.
    pub rendering: Option<String>,
    /// A name for where room is short.
    pub short: String,
    /// Where the dial stands.
    pub value: DialValue,
    /// Its share of all focus, in 0..1.
    pub weight: f64,
    /// Where it stood at the last bearing.
    pub last: Option<DialValue>,
    /// The note, or empty.
    pub note: String,
    /// The connected documents.
    pub documents: Vec<String>,
    /// The titles of the marks it enriches.
    pub enriches: Vec<String>,
}

/// A bearing.
pub struct BearingPart {
    /// The day it was taken.
    pub date: Date,
    /// Its label, or empty.
    pub label: String,
    /// Its note, or empty.
    pub note: String,
    /// Where all dials stood, in the order of the document.
    pub values: Vec<DialValue>,
    /// What moved since the bearing before, or since neutral, and what was written at it.
    pub changes: Vec<ChangePart>,
    /// The decisions before it.
    pub decisions: Vec<DecisionPart>,
}

/// A mark in a bearing.
pub struct ChangePart {
    /// The mark's title.
    pub title: String,
    /// The mark's name where room is short.
    pub short: String,
    /// Where it stood before.
    pub from: DialValue,
    /// Where it stood then.
    pub to: DialValue,
    /// Its note, or empty.
    pub note: String,
    /// The effect, or empty.
    pub effect: String,
    /// The learning, or empty.
    pub learning: String,
}

/// A question of the mirror.
pub struct QuestionPart {
    /// The question in words.
    pub question: String,
    /// The sentence it rests on.
    pub quote: Option<String>,
    /// The answer, or empty.
    pub answer: String,
}

/// A decision.
pub struct DecisionPart {
    /// The day it was written down.
    pub date: Date,
    /// The decision.
    pub text: String,
    /// Titles of marks and what was answered for them.
    pub answers: Vec<(String, String)>,
}

impl Report {
    /// What `input` asks for.
    pub fn new(input: &Input) -> Self {
        let Input {
            framework, rendering, ..
        } = *input;
        let profile = &super::redact(input.parts, input.profile);
        let text = input.lang.text();
        let last = profile.last_bearing();
        let values = framework.marks().map(|(_, _, mark)| profile.value(&mark.id));
        let weights = weights(values);
        let mark = |index: MarkIndex| {
            let mark = framework.mark(index);
            let dial = profile.dials.get(&mark.id).cloned().unwrap_or_default();
            MarkPart {
                position: framework.position(index),
                id: mark.id.clone(),
                title: line(&mark.title),
                rendering: rendering.map(|rendering| line(&rendering.mark(index).title)),
                short: line(&mark.short),
                value: dial.value,
                weight: weights[index.get()],
                last: last.map(|bearing| stood(bearing, &mark.id)),
                note: lines(&dial.note),
                documents: dial.documents.iter().map(|document| line(document)).collect(),
                enriches: dial.enriches.iter().map(|id| title_of(input, id)).collect(),
            }
        };
        let fields = framework.field_indices().map(|index| {
            let field = framework.field(index);
            let marks: Vec<_> = framework.marks_of(index).map(mark).collect();
            FieldPart {
                title: line(&field.title),
                rendering: rendering.map(|rendering| line(&rendering.field(index).title)),
                kind: field.kind,
                weight: marks.iter().map(|mark| mark.weight).sum(),
                marks,
            }
        });
        let level = usize::from(profile.level).clamp(1, framework.levels.len().max(1)) - 1;
        let before = std::iter::once(None).chain(profile.bearings.iter().map(Some));
        let bearings = profile.bearings.iter().zip(before);
        Self {
            text,
            words: text.export,
            title: line(&framework.title),
            organisation: line(&framework.organisation),
            language: line(&framework.language),
            name: line(&profile.name),
            level: framework
                .levels
                .get(level)
                .map_or(String::new(), |name| line(name)),
            unit: line(&profile.unit),
            challenge: lines(&profile.challenge),
            review: profile.review,
            note: lines(&profile.note),
            made: input.now.date(),
            fields: fields.collect(),
            bearings: bearings
                .map(|(bearing, before)| bearing_part(input, bearing, before))
                .collect(),
            questions: if input.parts.has(Part::Questions) {
                questions(input)
            } else {
                Vec::new()
            },
            decisions: profile
                .decisions
                .iter()
                .map(|decision| decision_part(input, decision))
                .collect(),
            rendered: rendering.is_some(),
        }
    }

    /// All marks, in the order of the document.
    pub fn marks(&self) -> impl Iterator<Item = &MarkPart> {
        self.fields.iter().flat_map(|field| &field.marks)
    }

    /// What the profile's frame says: labels and what stands there, without what is empty. Line ends are spaces.
    pub fn frame(&self) -> Vec<(&'static str, String)> {
        let date = |date| self.text.date(date);
        let frame = [
            (self.words.unit, self.unit.clone()),
            (self.words.level, self.level.clone()),
            (self.words.review, self.review.map(date).unwrap_or_default()),
            (self.words.made, date(self.made)),
            (self.words.challenge, self.challenge.replace('\n', " ")),
        ];
        frame.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }
}

/// Where a mark stood at a bearing.
fn stood(bearing: &Bearing, mark: &str) -> DialValue {
    bearing
        .dials
        .get(mark)
        .map_or(DialValue::NEUTRAL, |dial| dial.value)
}

/// The title of the mark with this id, or the id where the framework has no such mark.
fn title_of(input: &Input, id: &str) -> String {
    let mark = input.framework.mark_by_id(id);
    line(mark.map_or(id, |index| &input.framework.mark(index).title))
}

fn bearing_part(input: &Input, bearing: &Bearing, before: Option<&Bearing>) -> BearingPart {
    let untouched = BearingDial::default();
    let change = |mark: MarkIndex| {
        let mark = input.framework.mark(mark);
        let dial = bearing.dials.get(&mark.id).unwrap_or(&untouched);
        let from = before.map_or(DialValue::NEUTRAL, |before| stood(before, &mark.id));
        let written = [&dial.note, &dial.effect, &dial.learning]
            .into_iter()
            .any(|text| !text.is_empty());
        (written || from != dial.value).then(|| ChangePart {
            title: line(&mark.title),
            short: line(&mark.short),
            from,
            to: dial.value,
            note: lines(&dial.note),
            effect: lines(&dial.effect),
            learning: lines(&dial.learning),
        })
    };
    BearingPart {
        date: bearing.at.date(),
        label: line(&bearing.label),
        note: lines(&bearing.note),
        values: input
            .framework
            .marks()
            .map(|(_, _, mark)| stood(bearing, &mark.id))
            .collect(),
        changes: input.framework.mark_indices().filter_map(change).collect(),
        decisions: bearing
            .decisions
            .iter()
            .map(|decision| decision_part(input, decision))
            .collect(),
    }
}

fn decision_part(input: &Input, decision: &Decision) -> DecisionPart {
    let answers = decision
        .answers
        .iter()
        .map(|(mark, answer)| (title_of(input, mark), lines(answer)));
    DecisionPart {
        date: decision.at.date(),
        text: lines(&decision.text),
        answers: answers.collect(),
    }
}

/// The questions that the whole profile raises, whatever part of it goes out; those put away stay away.
fn questions(input: &Input) -> Vec<QuestionPart> {
    let asked = mirror::questions(input.framework, input.profile, input.now.date());
    let part = |question: mirror::Question| {
        let reply = mirror::reply(input.profile, &question.id);
        let answer = reply.map_or("", |reply| &reply.text);
        if reply.is_some() && answer.trim().is_empty() {
            return None;
        }
        Some(QuestionPart {
            question: line(&input.lang.text().ask(&question, input.framework)),
            quote: question.quote.map(|quote| line(&quote.text)),
            answer: if input.parts.has(Part::Notes) {
                lines(answer)
            } else {
                String::new()
            },
        })
    };
    asked.into_iter().filter_map(part).collect()
}

/// `text` on one line, harmless in every format.
pub fn line(text: &str) -> String {
    clean(text).trim().to_owned()
}

/// `text` with its lines, harmless in every format.
pub fn lines(text: &str) -> String {
    clean_lines(text).trim().to_owned()
}
