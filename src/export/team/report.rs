//! What the formats tell of a team: its facts, its marks with their figures, who stands where. Every text in it is made
//! harmless; how it is laid out and escaped is each format's.

use super::TeamInput;
use crate::core::{dial::DialValue, team::Row};
use crate::export::harmless::{line, lines};
use crate::text::{Text, capital, export::ExportText};
use jiff::civil::Date;

/// A team for reading.
pub struct TeamReport {
    /// The program's words.
    pub text: &'static Text,
    /// The words of exports.
    pub words: &'static ExportText,
    /// The framework's title.
    pub title: String,
    /// Whose framework it is.
    pub organisation: String,
    /// The day of the export.
    pub made: Date,
    /// How many leaders there are, which of them, and the day, in one line.
    pub facts: String,
    /// The marks, in the order asked for.
    pub marks: Vec<TeamMark>,
    /// The leaders' names, unless they stay at home.
    pub names: Option<Vec<String>>,
    /// How many profiles were left out.
    pub left_out: usize,
    /// Which, and why, unless that stays at home.
    pub skipped: Vec<(String, String)>,
}

/// A mark as the team sees it.
pub struct TeamMark {
    /// Its number: `2.1`.
    pub position: String,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The position of its field.
    pub field: usize,
    /// The title of its field.
    pub field_title: String,
    /// What it is about.
    pub definition: String,
    /// What an asterisk in it points to.
    pub footnote: Option<String>,
    /// The figures.
    pub row: Row,
    /// Where everyone stands, in the order of the names.
    pub values: Vec<DialValue>,
}

impl TeamReport {
    /// What `input` asks for.
    pub fn new(input: &TeamInput) -> Self {
        let text = input.lang.text();
        let words = text.export;
        let view = input.team.view(input.framework, input.filter, input.order);
        let leaders = || view.leaders.iter().map(|at| &input.team.leaders[*at]);
        let mark = |row: &Row| {
            let mark = input.framework.mark(row.mark);
            let field = input.framework.field_of(row.mark);
            TeamMark {
                position: input.framework.position(row.mark),
                id: mark.id.clone(),
                title: line(&mark.title),
                field: field.get(),
                field_title: line(&input.framework.field(field).title),
                definition: lines(&mark.definition),
                footnote: mark.footnote.as_deref().map(lines),
                row: row.clone(),
                values: leaders().map(|leader| leader.values[row.mark.get()]).collect(),
            }
        };
        let level = input
            .filter
            .level
            .and_then(|level| usize::from(level).checked_sub(1));
        let level = level
            .and_then(|level| input.framework.levels.get(level))
            .map(|name| line(name));
        let unit = input.filter.unit.as_ref().map(|unit| line(unit));
        let count = words.profiles(view.leaders.len());
        let date = text.date(input.now.date());
        let facts: Vec<String> = [Some(count), level, unit, Some(date)]
            .into_iter()
            .flatten()
            .collect();
        let skipped = input
            .team
            .skipped
            .iter()
            .map(|skipped| (line(&skipped.source), line(&input.lang.left_out(&skipped.why))));
        Self {
            text,
            words,
            title: line(&input.framework.title),
            organisation: line(&input.framework.organisation),
            made: input.now.date(),
            facts: facts.join(" · "),
            marks: view.rows.iter().map(mark).collect(),
            names: (!input.hide_names).then(|| leaders().map(|leader| line(&leader.name)).collect()),
            left_out: input.team.skipped.len(),
            skipped: if input.hide_names {
                Vec::new()
            } else {
                skipped.collect()
            },
        }
    }

    /// A mark's figures in words.
    pub fn figures(&self, mark: &TeamMark) -> String {
        let median = self.words.steps(mark.row.median);
        capital(&self.words.figures(mark.row.spread, &median))
    }

    /// Who stands where, in the order the profiles came in; nothing without names.
    pub fn who(&self, mark: &TeamMark) -> String {
        let names = self.names.iter().flatten();
        let who: Vec<String> = names
            .zip(&mark.values)
            .map(|(name, value)| format!("{name} {value}"))
            .collect();
        who.join(" · ")
    }
}
