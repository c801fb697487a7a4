//! A profile on its way out, to a colleague, a one-to-one, a wall, a spreadsheet; and a team, with [`export_team`]. Each
//! format gives bytes; the caller writes them. Opens no file and reads no clock.
//!
//! `report` gathers what all formats tell, made harmless once and for all by [`model::sanitise`](crate::model::sanitise);
//! `markdown`, `html`, `svg`, `csv` and `xlsx` lay it out. `json` is for programs: it is the profile's own file with one
//! member more, so that whatever reads profiles reads it too. `assets/profile.schema.json` describes both.
//!
//! | format | holds |
//! | --- | --- |
//! | Markdown, XLSX | everything |
//! | HTML | a sheet for a one-to-one that prints on A4: everything, of the bearings the newest |
//! | SVG | the rose, with names and shares, for a wall |
//! | CSV | one row a mark, one column a bearing; no questions, no decisions |
//! | JSON | everything, as it was typed |

mod csv;
mod html;
mod json;
mod markdown;
mod plot;
mod report;
mod rose;
mod style;
mod svg;
mod table;
mod team;
mod xlsx;
mod xml;

use crate::model::{
    framework::{Framework, Translation},
    moment::Moment,
    profile::{Extra, Profile},
};
use crate::text::Lang;
use report::Report;
use std::sync::Arc;

pub use json::MEMBER;
pub use team::{TeamInput, export_team};

/// The JSON Schema (2020-12) of profile files and of JSON exports.
pub const SCHEMA: &str = include_str!("../../assets/profile.schema.json");

/// What a profile can be exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Text with headings, lists and tables.
    Markdown,
    /// A sheet that prints on A4.
    Html,
    /// The rose.
    Svg,
    /// A table for spreadsheets, as text.
    Csv,
    /// The profile's file with weights and questions.
    Json,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Markdown,
        Self::Html,
        Self::Svg,
        Self::Csv,
        Self::Json,
        Self::Xlsx,
    ];

    /// The format that goes by this extension, in capitals or not; `markdown` and `htm` are understood too.
    pub fn parse(text: &str) -> Option<Self> {
        match text.to_ascii_lowercase().as_str() {
            "markdown" => Some(Self::Markdown),
            "htm" => Some(Self::Html),
            text => Self::ALL.into_iter().find(|format| format.extension() == text),
        }
    }

    /// What the format is called and its files end with: `md`.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Svg => "svg",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
        }
    }

    /// Whether it is text, for showing a preview or writing it to a terminal.
    pub fn is_text(self) -> bool {
        self != Self::Xlsx
    }
}

/// What of a profile goes out beside its name, its frame and its dials.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Parts {
    /// What the leader wrote: notes, tags of documents, effect and learning, answers to the mirror.
    pub notes: bool,
    /// Bearings.
    pub bearings: bool,
    /// The mirror's questions.
    pub questions: bool,
    /// Decisions.
    pub decisions: bool,
}

impl Parts {
    /// Everything.
    pub const ALL: Self = Self {
        notes: true,
        bearings: true,
        questions: true,
        decisions: true,
    };

    /// The profile without what is to stay at home. Where anything is, so is all that this version does not know.
    fn of(self, profile: &Profile) -> Profile {
        let mut profile = profile.clone();
        if self == Self::ALL {
            return profile;
        }
        profile.extra = Extra::new();
        if !self.bearings {
            profile.bearings = Arc::default();
        }
        if !self.decisions {
            profile.decisions.clear();
        }
        if !self.notes || !self.questions {
            profile.replies.clear();
        }
        if !self.notes {
            profile.note.clear();
        }
        profile
            .replies
            .values_mut()
            .for_each(|reply| reply.extra = Extra::new());
        profile
            .decisions
            .iter_mut()
            .for_each(|decision| decision.extra = Extra::new());
        for dial in profile.dials.values_mut() {
            dial.extra = Extra::new();
            if !self.notes {
                dial.note.clear();
                dial.documents.clear();
            }
        }
        for bearing in Arc::make_mut(&mut profile.bearings) {
            bearing.extra = Extra::new();
            if !self.decisions {
                bearing.decisions.clear();
            }
            if !self.notes {
                bearing.note.clear();
            }
            bearing
                .decisions
                .iter_mut()
                .for_each(|decision| decision.extra = Extra::new());
            for dial in bearing.dials.values_mut() {
                dial.extra = Extra::new();
                if !self.notes {
                    dial.note.clear();
                    dial.effect.clear();
                    dial.learning.clear();
                }
            }
        }
        profile
    }
}

/// What is exported, and how.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// Its rendering, to stand beside titles; marked unofficial.
    pub rendering: Option<&'a Translation>,
    /// The profile.
    pub profile: &'a Profile,
    /// How a profile becomes the bytes of its file: `store::schema::write`. The file format has one writer, and it
    /// does not live here.
    pub write: fn(&Profile) -> Vec<u8>,
    /// The language of headings and labels.
    pub lang: Lang,
    /// The moment of the export.
    pub now: Moment,
    /// What goes out.
    pub parts: Parts,
}

/// Why nothing was exported.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportFault {
    /// A workbook cannot hold it.
    #[error("{0}")]
    Workbook(String),
    /// [`Input::write`] gave no JSON object.
    #[error("{0}")]
    Json(String),
}

/// The profile as a file of this format.
///
/// # Errors
/// When a workbook cannot hold it, such as one with more than a million rows.
pub fn export(format: Format, input: &Input) -> Result<Vec<u8>, ExportFault> {
    match format {
        Format::Markdown => Ok(markdown::write(&Report::new(input)).into_bytes()),
        Format::Html => Ok(html::write(&Report::new(input)).into_bytes()),
        Format::Svg => Ok(svg::write(&Report::new(input)).into_bytes()),
        Format::Csv => {
            Ok(csv::write(&table::dials(&Report::new(input)), input.lang.text().export).into_bytes())
        }
        Format::Json => json::write(input),
        Format::Xlsx => {
            let report = Report::new(input);
            xlsx::write(&table::all(&report), report.words, report.made)
        }
    }
}
