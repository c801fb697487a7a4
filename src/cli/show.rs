//! `pejl show`: the framework's text with the profile's dials.

use super::{
    Answer, Settings,
    args::Show,
    lookup_fault, shape,
    styled::{Look, Styled},
    tell_of, to_json,
};
use crate::core::{
    fault::{Fault, UsageTrouble},
    framework::{Field, FieldIndex, Framework, Mark, MarkIndex, Target},
    profile::Profile,
};
use crate::store::Access;

/// Runs the command.
pub fn run(settings: &Settings, args: &Show) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let target = match args.target.as_deref() {
        Some(given) => Some(
            framework
                .find(given)
                .map_err(|lookup| lookup_fault(&framework, given, lookup, false))?,
        ),
        None => None,
    };
    let level = match args.level.as_deref() {
        Some(given) => Some(level("pejl show", &framework, given)?),
        None => None,
    };
    let opened = settings.open_sound(&framework, Access::Read)?;
    tell_of(settings, &opened);
    let shown = Shown {
        settings,
        framework: &framework,
        profile: &opened.profile,
        target,
        level,
    };
    if args.json {
        return Ok(to_json(&shown.shape()));
    }
    let text = shown.text();
    Ok(match text.on_terminal(settings.depth) {
        Some(bytes) => Answer {
            paged: true,
            ..bytes.into()
        },
        None => text.plain().into(),
    })
}

/// The level with this number, counted from 0.
pub fn level(command: &str, framework: &Framework, given: &str) -> Result<usize, Fault> {
    let levels = 1..=framework.levels.len();
    let number = given.parse().ok().filter(|number| levels.contains(number));
    number
        .map(|number: usize| number - 1)
        .ok_or_else(|| Fault::Usage {
            command: command.into(),
            trouble: UsageTrouble::NotAllowed {
                name: "--level".into(),
                given: given.to_owned(),
                allowed: levels.map(|level| level.to_string()).collect(),
            },
        })
}

struct Shown<'a> {
    settings: &'a Settings,
    framework: &'a Framework,
    profile: &'a Profile,
    target: Option<Target>,
    level: Option<usize>,
}

impl Shown<'_> {
    /// The fields that are asked for.
    fn fields(&self) -> impl Iterator<Item = (FieldIndex, &Field)> {
        let fields = self.framework.field_indices().filter(|field| match self.target {
            None => true,
            Some(Target::Field(asked)) => asked == *field,
            Some(Target::Mark(mark)) => self.framework.field_of(mark) == *field,
        });
        fields.map(|field| (field, self.framework.field(field)))
    }

    /// The marks of a field that are asked for.
    fn marks(&self, field: FieldIndex) -> impl Iterator<Item = (MarkIndex, &Mark)> {
        let marks = self.framework.marks_of(field);
        let marks = marks.filter(|mark| !matches!(self.target, Some(Target::Mark(asked)) if asked != *mark));
        marks.map(|mark| (mark, self.framework.mark(mark)))
    }

    /// Whether this level is asked for.
    fn shows(&self, level: usize) -> bool {
        self.level.is_none_or(|asked| asked == level)
    }

    fn weights(&self) -> Vec<f64> {
        let marks = self.framework.marks();
        self.framework
            .weights(marks.map(|(.., mark)| self.profile.value(&mark.id)))
    }

    fn shape(&self) -> shape::Shown<'_> {
        let weights = self.weights();
        let fields = self.fields().map(|(index, field)| shape::Field {
            id: &field.id,
            title: &field.title,
            weight: self
                .framework
                .marks_of(index)
                .map(|mark| weights[mark.get()])
                .sum(),
            marks: self
                .marks(index)
                .map(|(index, mark)| self.mark(mark, weights[index.get()]))
                .collect(),
        });
        shape::Shown {
            profile: &self.profile.name,
            fields: fields.collect(),
        }
    }

    fn mark<'a>(&'a self, mark: &'a Mark, weight: f64) -> shape::ShownMark<'a> {
        let levels = mark.levels.iter().enumerate();
        let levels = levels.filter(|(level, _)| self.shows(*level));
        shape::ShownMark {
            id: &mark.id,
            title: &mark.title,
            definition: &mark.definition,
            levels: levels.map(|(_, asks)| asks.as_str()).collect(),
            value: self.profile.value(&mark.id),
            weight,
            note: self.profile.note(&mark.id),
        }
    }

    fn text(&self) -> Styled {
        let words = self.settings.lang.text();
        let weights = self.weights();
        let mut out = Styled::default();
        for (at, (index, field)) in self.fields().enumerate() {
            let weight: f64 = self
                .framework
                .marks_of(index)
                .map(|mark| weights[mark.get()])
                .sum();
            if at > 0 {
                out.blank();
            }
            let share = words.percent(weight);
            out.push(
                Look::Title,
                &format!("{}  ({} {share})", field.title, words.weight),
            );
            for (index, mark) in self.marks(index) {
                let value = self.profile.value(&mark.id);
                let weight = words.percent(weights[index.get()]);
                out.blank();
                let position = self.framework.position(index);
                out.push(Look::Title, &format!("{position}  {}", mark.title));
                let stand = words.stand(value);
                out.push(
                    Look::Value,
                    &format!("{value} {stand}, {} {weight}", words.weight),
                );
                out.push(Look::Text, &mark.definition);
                if let Some(footnote) = &mark.footnote {
                    out.push(Look::Quiet, &format!("* {footnote}"));
                }
                for (level, asks) in mark.levels.iter().enumerate() {
                    if self.shows(level) {
                        out.push(Look::Text, &format!("{}: {asks}", self.framework.levels[level]));
                    }
                }
                let note = self.profile.note(&mark.id);
                if !note.is_empty() {
                    out.push(Look::Value, &format!("{} {note}", words.which_need));
                }
            }
        }
        out
    }
}
