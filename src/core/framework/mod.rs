//! The framework: fields, marks, levels and their words, and the ways to point at them.
//!
//! It owns the text as it was written and never changes it. `format::framework` reads and checks the file of one, [`find`]
//! reads what a person types to name a part of it. What a leader thinks of a mark is the profile's.

pub mod find;
pub mod question;

use super::dial::DialValue;
use serde::Deserialize;
use std::{ops::Range, sync::LazyLock};

pub use find::{Lookup, Target};
pub use question::{Condition, FrameworkQuestion};

/// The longest title or organisation, in characters.
pub const TITLE_MAX: usize = 200;

const DANISH: &[u8] = include_bytes!("../../../assets/framework.da.json");
const ENGLISH: &[u8] = include_bytes!("../../../assets/framework.en.json");

/// A leadership framework that `format::framework` has checked: at least one field, in each field at least one
/// mark, in each mark as many level texts as there are levels, and no id twice.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Framework {
    /// What profiles call it: `kalundborg-lsg`.
    pub id: String,
    /// The document's name.
    pub title: String,
    /// The name as the source spells it, where that differs.
    pub title_source: Option<String>,
    /// Whose it is.
    pub organisation: String,
    /// The language of its text, as a tag such as `da`.
    pub language: String,
    /// The foreword's paragraphs; see [`Framework::foreword_heading`].
    pub foreword: Vec<String>,
    /// The documents the framework says it is connected with; often none.
    #[serde(default)]
    pub documents: Vec<String>,
    /// The levels' names; none to six.
    #[serde(default)]
    pub levels: Vec<String>,
    /// What stands over the columns of the grid of fields, where the framework names them.
    #[serde(default)]
    pub columns: Vec<Column>,
    /// What weighs the same where every dial stands at neutral.
    #[serde(default)]
    pub equal: Equal,
    /// The fields in the document's order; 1 to 12.
    pub fields: Vec<Field>,
    /// The questions that its sentences raise, in the order in which they are asked; at most 40.
    #[serde(default)]
    pub questions: Vec<FrameworkQuestion>,
    /// How the source was read where it could be read in more ways, for whoever wants to check it.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// What stands over a column of the grid of fields.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Column {
    /// Its name.
    pub title: String,
    /// What it asks of a leader, in a few words.
    pub asks: Option<String>,
}

/// What weighs the same where every dial stands at neutral.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Equal {
    /// Every mark.
    #[default]
    Marks,
    /// Every field, however many marks it has.
    Fields,
}

/// A field: a theme with its marks.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Field {
    /// What commands call it: `drift`.
    pub id: String,
    /// Its name in sentence case.
    pub title: String,
    /// The name as the source spells it, where that differs.
    pub title_source: Option<String>,
    /// One or two words for it where room is short; the title where the file has none.
    #[serde(default)]
    pub short: String,
    /// Known ground, or the new that takes a special effort, where the framework tells them apart.
    pub kind: Option<Kind>,
    /// Its marks in the document's order; 1 to 12.
    pub marks: Vec<Mark>,
}

/// Whether a field is what the organisation already masters or what it is now moving into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Well mastered, to be kept so.
    Known,
    /// New ground.
    New,
}

/// A mark: one thing to steer by.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Mark {
    /// What profiles and commands call it: `sikker-drift`.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Other wordings of the name that the source has.
    #[serde(default)]
    pub title_variants: Vec<String>,
    /// One or two words for it where room is short; the title where the file has none.
    #[serde(default)]
    pub short: String,
    /// What it is about.
    pub definition: String,
    /// What it asks at each level, in the order of [`Framework::levels`].
    #[serde(default)]
    pub levels: Vec<String>,
    /// What an asterisk in the definition points to.
    pub footnote: Option<String>,
}

/// A field's position in its framework, from 0. Only the framework makes one, so it always names a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldIndex(usize);

impl FieldIndex {
    /// The position, from 0.
    pub fn get(self) -> usize {
        self.0
    }
}

/// A mark's position through the whole framework, field by field, from 0. Only the framework makes one, so it
/// always names a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MarkIndex(usize);

impl MarkIndex {
    /// The position, from 0.
    pub fn get(self) -> usize {
        self.0
    }
}

impl Framework {
    /// Kalundborg Kommune's leadership and governance framework, in Danish as it was published.
    pub fn built_in() -> Self {
        serde_json::from_slice(DANISH).expect("a test holds the embedded framework to its format")
    }

    /// An unofficial English rendering of [`Framework::built_in`], to be shown beside it. It is read when it is first
    /// looked at, which in a Danish interface is never.
    pub fn built_in_english() -> Translation {
        static TEXT: LazyLock<Framework> = LazyLock::new(|| {
            serde_json::from_slice(ENGLISH).expect("a test holds the embedded translation to its format")
        });
        Translation(&TEXT)
    }

    /// The same with its title as the short name of each field and mark that has none.
    pub fn with_short_names(mut self) -> Self {
        let short = |short: &mut String, title: &str| {
            if short.is_empty() {
                short.push_str(title);
            }
        };
        for field in &mut self.fields {
            short(&mut field.short, &field.title);
            for mark in &mut field.marks {
                short(&mut mark.short, &mark.title);
            }
        }
        self
    }

    /// Columns of the grid of fields: as many as the framework names; else two side by side as in the 2×2, three from seven
    /// fields on.
    pub fn grid_columns(&self) -> usize {
        match (self.columns.len(), self.field_count()) {
            (0, 0 | 1) => 1,
            (0, 2..=6) => 2,
            (0, _) => 3,
            (named, fields) => named.min(fields),
        }
    }

    /// Each mark's share of all the focus there is, in 0..1, where the dials stand like this, one a mark in the order of
    /// the framework: `(6 + value) / Σ(6 + value)`, and with [`Equal::Fields`] each `6 + value` divided by how many marks
    /// the field has.
    pub fn weights(&self, values: impl IntoIterator<Item = DialValue>) -> Vec<f64> {
        let raw = values.into_iter().map(|value| f64::from(value.raw_weight()));
        let weights: Vec<f64> = match self.equal {
            Equal::Marks => raw.collect(),
            Equal::Fields => {
                let marks = self.marks().map(|(_, field, _)| field.marks.len() as f64);
                raw.zip(marks).map(|(raw, marks)| raw / marks).collect()
            }
        };
        let all: f64 = weights.iter().sum();
        weights.into_iter().map(|weight| weight / all).collect()
    }

    /// The first entry of the foreword, if it is a heading: it does not end as a sentence does, and more follows.
    pub fn foreword_heading(&self) -> Option<&str> {
        let first = self.foreword.first()?;
        let heading =
            self.foreword.len() > 1 && !first.trim_end().ends_with(['.', '!', '?', ':', '…', '«', '"']);
        heading.then_some(first)
    }

    /// How many fields there are; at least 1.
    pub fn field_count(&self) -> usize {
        self.fields.len()
    }

    /// How many marks there are in all; at least 1.
    pub fn mark_count(&self) -> usize {
        self.fields.iter().map(|field| field.marks.len()).sum()
    }

    /// The first mark; there is always one.
    pub fn first_mark(&self) -> MarkIndex {
        MarkIndex(0)
    }

    /// The positions of all fields, in order.
    pub fn field_indices(&self) -> impl DoubleEndedIterator<Item = FieldIndex> + ExactSizeIterator + use<> {
        (0..self.field_count()).map(FieldIndex)
    }

    /// The positions of all marks, in order.
    pub fn mark_indices(&self) -> impl DoubleEndedIterator<Item = MarkIndex> + ExactSizeIterator + use<> {
        (0..self.mark_count()).map(MarkIndex)
    }

    /// All marks in order, each with its position and its field.
    pub fn marks(&self) -> impl Iterator<Item = (MarkIndex, &Field, &Mark)> {
        let marks = self
            .fields
            .iter()
            .flat_map(|field| field.marks.iter().map(move |mark| (field, mark)));
        marks
            .enumerate()
            .map(|(at, (field, mark))| (MarkIndex(at), field, mark))
    }

    /// The field at a position of this framework.
    ///
    /// # Panics
    /// With a position that a larger framework gave.
    pub fn field(&self, index: FieldIndex) -> &Field {
        &self.fields[index.0]
    }

    /// The mark at a position of this framework.
    ///
    /// # Panics
    /// With a position that a larger framework gave.
    pub fn mark(&self, index: MarkIndex) -> &Mark {
        let (field, within) = self.split(index);
        &self.fields[field].marks[within]
    }

    /// The field that a mark belongs to.
    ///
    /// # Panics
    /// With a position that a larger framework gave.
    pub fn field_of(&self, index: MarkIndex) -> FieldIndex {
        FieldIndex(self.split(index).0)
    }

    /// The positions of a field's marks, in order.
    ///
    /// # Panics
    /// With a position that a larger framework gave.
    pub fn marks_of(
        &self,
        index: FieldIndex,
    ) -> impl DoubleEndedIterator<Item = MarkIndex> + ExactSizeIterator + use<> {
        self.range_of(index).map(MarkIndex)
    }

    /// A mark's position as a person writes it: `2.1`.
    ///
    /// # Panics
    /// With a position that a larger framework gave.
    pub fn position(&self, index: MarkIndex) -> String {
        let (field, within) = self.split(index);
        format!("{}.{}", field + 1, within + 1)
    }

    /// The field at a position counted from 0, if there is one.
    pub fn field_at(&self, position: usize) -> Option<FieldIndex> {
        (position < self.field_count()).then_some(FieldIndex(position))
    }

    /// The mark at a position counted from 0 through the whole framework, if there is one.
    pub fn mark_at(&self, position: usize) -> Option<MarkIndex> {
        (position < self.mark_count()).then_some(MarkIndex(position))
    }

    /// The field with exactly this id.
    pub fn field_by_id(&self, id: &str) -> Option<FieldIndex> {
        self.fields
            .iter()
            .position(|field| field.id == id)
            .map(FieldIndex)
    }

    /// The mark with exactly this id.
    pub fn mark_by_id(&self, id: &str) -> Option<MarkIndex> {
        self.marks()
            .find(|(_, _, mark)| mark.id == id)
            .map(|(index, ..)| index)
    }

    fn range_of(&self, index: FieldIndex) -> Range<usize> {
        let start = self.fields[..index.0].iter().map(|field| field.marks.len()).sum();
        start..start + self.fields[index.0].marks.len()
    }

    /// The mark's field, and its place in it.
    fn split(&self, index: MarkIndex) -> (usize, usize) {
        let mut within = index.0;
        for (at, field) in self.fields.iter().enumerate() {
            if within < field.marks.len() {
                return (at, within);
            }
            within -= field.marks.len();
        }
        panic!(
            "mark {} is of another framework: this one has {}",
            index.0,
            self.mark_count()
        )
    }
}

/// A framework's text in another language: unofficial, shown beside the framework and never instead of it. It has
/// the same fields and marks, so the framework's positions name its parts too.
#[derive(Clone, Copy, Debug)]
pub struct Translation(&'static LazyLock<Framework>);

impl Translation {
    /// The id of the framework it renders.
    pub fn of(&self) -> &str {
        &self.0.id
    }

    /// The rendering as a framework of the same shape, for what is called by its names.
    pub fn names(&self) -> &'static Framework {
        self.0
    }

    /// The title, which itself says that the translation is unofficial.
    pub fn title(&self) -> &str {
        &self.0.title
    }

    /// The organisation's name.
    pub fn organisation(&self) -> &str {
        &self.0.organisation
    }

    /// Its language, as a tag such as `en`.
    pub fn language(&self) -> &str {
        &self.0.language
    }

    /// The foreword, paragraph by paragraph as in the framework.
    pub fn foreword(&self) -> &[String] {
        &self.0.foreword
    }

    /// The heading of the foreword; see [`Framework::foreword_heading`].
    pub fn foreword_heading(&self) -> Option<&str> {
        self.0.foreword_heading()
    }

    /// The connected documents, in the framework's order.
    pub fn documents(&self) -> &[String] {
        &self.0.documents
    }

    /// The levels' names.
    pub fn levels(&self) -> &'static [String] {
        &self.0.levels
    }

    /// Choices the translator made.
    pub fn notes(&self) -> &[String] {
        &self.0.notes
    }

    /// The field at a position of the framework it renders.
    ///
    /// # Panics
    /// With a position of another, larger framework.
    pub fn field(&self, index: FieldIndex) -> &Field {
        self.0.field(index)
    }

    /// The mark at a position of the framework it renders.
    ///
    /// # Panics
    /// With a position of another, larger framework.
    pub fn mark(&self, index: MarkIndex) -> &Mark {
        self.0.mark(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_framework_has_four_fields_of_three_marks_at_two_levels() {
        let framework = Framework::built_in();
        assert_eq!(framework.id, "kalundborg-lsg");
        assert_eq!(framework.language, "da");
        assert_eq!(framework.levels, ["Niveau 1", "Niveau 2"]);
        assert_eq!(
            framework.fields.iter().map(|f| f.marks.len()).collect::<Vec<_>>(),
            [3, 3, 3, 3]
        );
        assert!(framework.marks().all(|(_, _, mark)| mark.levels.len() == 2));
    }

    fn weights_at(framework: &Framework, value: i64) -> Vec<f64> {
        let value = DialValue::new(value).unwrap();
        framework.weights(framework.mark_indices().map(|_| value))
    }

    #[test]
    fn turning_everything_up_is_turning_nothing_up() {
        let framework = Framework::built_in();
        let neutral = weights_at(&framework, 0);
        assert_eq!(neutral, weights_at(&framework, 5));
        assert!((neutral[0] - 1.0 / 12.0).abs() < 1e-12);
    }

    #[test]
    fn weights_sum_to_one_and_nothing_weighs_nothing() {
        let mut framework = Framework::built_in();
        framework.fields[0].marks.truncate(1);
        for equal in [Equal::Marks, Equal::Fields] {
            framework.equal = equal;
            let weights = framework.weights((-5..=4).map(|v| DialValue::new(v).unwrap()));
            assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            assert!(weights.iter().all(|w| *w > 0.0));
        }
    }

    #[test]
    fn where_fields_are_equal_each_weighs_the_same_at_neutral_whatever_its_marks() {
        let mut framework = Framework::built_in();
        framework.fields[0].marks.truncate(1);
        framework.equal = Equal::Fields;
        let weights = weights_at(&framework, 0);
        let field = |field| {
            framework
                .marks_of(field)
                .map(|mark| weights[mark.get()])
                .sum::<f64>()
        };
        for index in framework.field_indices() {
            assert!((field(index) - 0.25).abs() < 1e-12);
        }
    }

    #[test]
    fn the_ids_are_the_ones_that_profiles_and_scripts_rely_on() {
        let framework = Framework::built_in();
        let fields: Vec<_> = framework.fields.iter().map(|f| f.id.as_str()).collect();
        assert_eq!(fields, ["optimerer", "samskaber", "drift", "styrker"]);
        let marks: Vec<_> = framework.marks().map(|(_, _, mark)| mark.id.as_str()).collect();
        assert_eq!(
            marks,
            [
                "arbejdsmiljoe",
                "maalsaetning",
                "helhedsmaal",
                "samskabelse",
                "innovation",
                "relationer",
                "sikker-drift",
                "oekonomistyring",
                "evidens",
                "ressourceopbygning",
                "tilpasning",
                "faellesskaber"
            ]
        );
    }

    #[test]
    fn fields_one_and_three_are_known_ground_and_two_and_four_the_new() {
        let kinds: Vec<_> = Framework::built_in().fields.iter().map(|f| f.kind).collect();
        assert_eq!(kinds, [Kind::Known, Kind::New, Kind::Known, Kind::New].map(Some));
    }

    #[test]
    fn every_position_leads_back_to_itself() {
        let framework = Framework::built_in();
        for (at, (index, field, mark)) in framework.marks().enumerate() {
            assert_eq!(index.get(), at);
            assert_eq!(framework.mark_at(at), Some(index));
            assert_eq!(framework.mark_by_id(&mark.id), Some(index));
            assert_eq!(framework.mark(index), mark);
            let of = framework.field_of(index);
            assert_eq!(framework.field(of), field);
            assert_eq!(framework.field_by_id(&field.id), Some(of));
            assert!(framework.marks_of(of).any(|mark| mark == index));
            assert_eq!(
                framework.position(index),
                format!("{}.{}", at / 3 + 1, at % 3 + 1)
            );
        }
        assert_eq!(framework.mark_indices().len(), 12);
        assert_eq!(framework.mark_at(12), None);
        assert_eq!(framework.field_at(4), None);
    }

    #[test]
    fn the_foreword_opens_with_its_heading() {
        let framework = Framework::built_in();
        let heading = "Velkommen til Kalundborg Kommunes nye ledelses- og styringsgrundlag";
        assert_eq!(framework.foreword_heading(), Some(heading));
        assert_eq!(framework.foreword[0], heading);
    }

    #[test]
    fn a_foreword_that_opens_with_a_sentence_has_no_heading() {
        let mut framework = Framework::built_in();
        framework.foreword.remove(0);
        assert_eq!(framework.foreword_heading(), None);
        framework.foreword = vec!["Alone".into()];
        assert_eq!(
            framework.foreword_heading(),
            None,
            "a heading stands over something"
        );
        framework.foreword.clear();
        assert_eq!(framework.foreword_heading(), None);
    }

    #[test]
    fn the_english_rendering_has_the_same_shape_and_ids_and_calls_itself_unofficial() {
        let danish = Framework::built_in();
        let english = Framework::built_in_english();
        assert!(
            english.title().ends_with("(unofficial translation)"),
            "{}",
            english.title()
        );
        assert_eq!(english.of(), danish.id);
        assert_eq!(english.language(), "en");
        assert_eq!(english.foreword().len(), danish.foreword.len());
        assert_eq!(
            english.foreword_heading().is_some(),
            danish.foreword_heading().is_some()
        );
        assert_eq!(english.documents().len(), danish.documents.len());
        assert_eq!(english.levels().len(), danish.levels.len());
        assert_eq!(english.0.field_count(), danish.field_count());
        for index in danish.field_indices() {
            let (here, there) = (danish.field(index), english.field(index));
            assert_eq!(
                (&here.id, here.kind, here.marks.len()),
                (&there.id, there.kind, there.marks.len())
            );
        }
        for (index, _, here) in danish.marks() {
            let there = english.mark(index);
            assert_eq!(here.id, there.id);
            assert_eq!(
                here.title_variants.len(),
                there.title_variants.len(),
                "{}",
                here.id
            );
            assert_eq!(here.footnote.is_some(), there.footnote.is_some(), "{}", here.id);
            assert_eq!(
                here.definition.contains('*'),
                there.definition.contains('*'),
                "{}",
                here.id
            );
        }
    }
}
