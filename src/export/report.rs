//! What the formats for people tell of a profile, in the order they tell it: its frame and its marks, and of what can stay
//! at home what [`part`] says. Every text in it is made harmless; how it is laid out and escaped is each format's.

use super::{
    Input, Part,
    harmless::{line, lines, title_of},
    part,
    section::Section,
    table::Table,
};
use crate::core::{
    compare::Picture,
    dial::DialValue,
    framework::{FieldIndex, Mark, MarkIndex},
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
    /// The own level's name, or empty where the framework has none.
    pub level: String,
    /// The names of all levels.
    pub levels: Vec<String>,
    /// The place of the own level among them, from 0.
    pub own_level: usize,
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
    /// What each part that goes out says, those of the past last; none is empty.
    pub sections: Vec<Section>,
    /// The same as tables, in the order of the parts.
    pub tables: Vec<Table>,
    /// What a rendering that stands beside the titles is, where one does.
    pub unofficial: Option<String>,
}

/// A field.
pub struct FieldPart {
    /// Its title.
    pub title: String,
    /// The title in another language.
    pub rendering: Option<String>,
    /// Known or new.
    pub kind: String,
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
    /// What it is about.
    pub definition: String,
    /// What it asks at each level, in the order of the levels.
    pub levels: Vec<String>,
    /// What an asterisk in the definition points to.
    pub footnote: Option<String>,
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
    /// What turning it gave, as written at the last bearing: the effect, or empty.
    pub effect: String,
    /// And the learning, or empty.
    pub learning: String,
    /// Whether a decision since the last bearing was held against it.
    pub is_decided: bool,
}

/// Where all dials stood at a bearing.
pub struct BearingPart {
    /// The day it was taken.
    pub date: Date,
    /// Its label, or empty.
    pub label: String,
    /// The dials, in the order of the document.
    pub values: Vec<DialValue>,
}

impl Report {
    /// What `input` asks for.
    pub fn new(input: &Input) -> Self {
        let Input {
            framework, rendering, ..
        } = *input;
        let profile = &part::redact(input.parts, input.profile);
        let text = input.lang.text();
        let last = profile.last_bearing();
        let values = framework.marks().map(|(_, _, mark)| profile.value(&mark.id));
        let weights = framework.weights(values);
        let at_last = |mark: &Mark| last.and_then(|bearing| bearing.dials.get(&mark.id));
        let mark = |index: MarkIndex| {
            let mark = framework.mark(index);
            let dial = profile.dials.get(&mark.id).cloned().unwrap_or_default();
            MarkPart {
                position: framework.position(index),
                id: mark.id.clone(),
                title: line(&mark.title),
                rendering: rendering.map(|rendering| line(&rendering.mark(index).title)),
                short: line(&mark.short),
                definition: lines(&mark.definition),
                levels: mark.levels.iter().map(|text| lines(text)).collect(),
                footnote: mark.footnote.as_deref().map(lines),
                value: dial.value,
                weight: weights[index.get()],
                last: last.map(|bearing| Picture::At(bearing).value(&mark.id)),
                note: lines(&dial.note),
                documents: dial.documents.iter().map(|document| line(document)).collect(),
                enriches: dial.enriches.iter().map(|id| title_of(input, id)).collect(),
                effect: at_last(mark).map_or(String::new(), |dial| lines(&dial.effect)),
                learning: at_last(mark).map_or(String::new(), |dial| lines(&dial.learning)),
                is_decided: profile
                    .decisions
                    .iter()
                    .any(|decision| decision.answers.contains_key(&mark.id)),
            }
        };
        let columns = framework.grid_columns();
        let kind = |index: FieldIndex| {
            let column = text.column(framework, index.get() % columns, columns);
            line(column.map_or("", |(title, _)| title))
        };
        let fields = framework.field_indices().map(|index| {
            let field = framework.field(index);
            let marks: Vec<_> = framework.marks_of(index).map(mark).collect();
            FieldPart {
                title: line(&field.title),
                rendering: rendering.map(|rendering| line(&rendering.field(index).title)),
                kind: kind(index),
                weight: marks.iter().map(|mark| mark.weight).sum(),
                marks,
            }
        });
        let level = usize::from(profile.level).clamp(1, framework.levels.len().max(1)) - 1;
        let bearings = profile.bearings.iter().map(|bearing| BearingPart {
            date: bearing.at.date(),
            label: line(&bearing.label),
            values: framework
                .marks()
                .map(|(_, _, mark)| Picture::At(bearing).value(&mark.id))
                .collect(),
        });
        let told = Part::ALL
            .into_iter()
            .filter_map(|part| part::told(part, input, profile));
        let (mut sections, tables): (Vec<_>, Vec<_>) = told.map(|told| (told.section, told.table)).unzip();
        sections.retain(|section| !section.entries.is_empty());
        sections.sort_by_key(|section| section.is_past);
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
            levels: framework.levels.iter().map(|name| line(name)).collect(),
            own_level: level,
            unit: line(&profile.unit),
            challenge: lines(&profile.challenge),
            review: profile.review,
            note: lines(&profile.note),
            made: input.now.date(),
            fields: fields.collect(),
            bearings: bearings.collect(),
            sections,
            tables,
            unofficial: rendering.map(|_| text.export.unofficial_english.to_owned()),
        }
    }

    /// All marks, in the order of the document.
    pub fn marks(&self) -> impl Iterator<Item = &MarkPart> {
        self.fields.iter().flat_map(|field| &field.marks)
    }

    /// What a mark asks at the own level; nothing where the framework has no levels.
    pub fn own_text<'a>(&self, mark: &'a MarkPart) -> &'a str {
        mark.levels.get(self.own_level).map_or("", String::as_str)
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
