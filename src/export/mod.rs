//! A profile on its way out, to a colleague, a one-to-one, a wall, a spreadsheet; and a team, with [`export_team`]. Each
//! format gives bytes; the caller writes them. Opens no file and reads no clock.
//!
//! `report` gathers what all formats tell, made harmless once and for all by [`core::sanitise`](crate::core::sanitise), `part`
//! what each part that can stay at home says, `sheet` chooses what stands on the first page of a sheet for a talk; `markdown`, `html`, `svg`, `csv` and `xlsx` lay it out. `json` is for
//! programs: it is the profile's own file with one member more, so that whatever reads profiles reads it too.
//! `assets/profile.schema.json` describes both.
//!
//! | format | holds |
//! | --- | --- |
//! | Markdown, XLSX | everything |
//! | HTML | a sheet for a talk that prints on A4: everything, of the bearings the newest |
//! | PDF | the same sheet; the rose; a card for each mark |
//! | SVG, PNG | the rose, with names and shares, for a wall |
//! | CSV | one row a mark, one column a bearing; no questions, no decisions |
//! | JSON | everything, as it was typed |
//! | ICS | the day to look again, for a calendar |

mod canvas;
mod cards;
mod cards_html;
mod colours;
mod csv;
mod drawn;
mod flow;
mod font;
mod gathering;
mod harmless;
mod html;
mod ics;
mod json;
mod markdown;
mod paper;
mod part;
mod pdf;
mod picture;
mod plot;
mod png;
mod report;
mod rose;
mod section;
mod sheet;
mod sheets;
mod style;
mod svg;
mod table;
mod tags;
mod team;
mod xlsx;
mod xml;

use crate::core::{
    fault::{Cause, Fault},
    framework::{Framework, Translation},
    moment::Moment,
    profile::Profile,
};
use crate::text::Lang;
use report::Report;

pub use crate::core::format::{Format, MEMBER, Part, Parts, Picture, What};
pub use drawn::{Drawn, draw, draw_team};
pub use gathering::{GatheringInput, export_gathering};
pub use team::{TeamInput, export_team};

/// The JSON Schema (2020-12) of profile files and of JSON exports.
pub const SCHEMA: &str = include_str!("../../assets/profile.schema.json");

/// Why a format cannot hold what was to go out, in the words of its writer.
fn unwritable(error: &dyn std::fmt::Display) -> Fault {
    Fault::Other {
        why: Cause::Other(error.to_string()),
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
    /// The language of headings and labels.
    pub lang: Lang,
    /// The moment of the export.
    pub now: Moment,
    /// What goes out.
    pub parts: Parts,
    /// What of it a format for paper shows; where nothing is said, what it is most for.
    pub what: Option<What>,
    /// How a picture is made.
    pub picture: Picture,
}

/// The profile as a file of this format.
///
/// # Errors
/// When a workbook cannot hold it, such as one with more than a million rows; [`Fault::NoReviewDate`] where a calendar is to
/// have a date that is not set.
pub fn export(format: Format, input: &Input) -> Result<Vec<u8>, Fault> {
    match format {
        Format::Markdown => Ok(markdown::write(&Report::new(input)).into_bytes()),
        Format::Html if input.what == Some(What::Cards) => {
            Ok(cards_html::write(&Report::new(input)).into_bytes())
        }
        Format::Html => Ok(html::write(&Report::new(input)).into_bytes()),
        Format::Svg => {
            let report = Report::new(input);
            let (page, words) = (on_ground(picture::page(&report), input.picture), report.words);
            Ok(svg::write(&page, words.tag, &report.name, Some(words.rose)).into_bytes())
        }
        Format::Png => {
            let page = on_ground(picture::page(&Report::new(input)), input.picture);
            png::write(&page, input.picture.size.pixels())
        }
        Format::Pdf => Ok(pdf::write(&document(&Report::new(input), input.what))),
        Format::Csv => csv::write(&sheets::dials(&Report::new(input)), input.lang.text().export),
        Format::Json => Ok(json::write(input)),
        Format::Ics => ics::write(input),
        Format::Xlsx => {
            let report = Report::new(input);
            let (words, made) = (report.words, report.made);
            xlsx::write(&sheets::all(report), words, made)
        }
    }
}

/// A picture on the colour of paper, or on nothing.
fn on_ground(page: canvas::Page, picture: Picture) -> canvas::Page {
    let ground = page.ground.filter(|_| !picture.transparent);
    canvas::Page { ground, ..page }
}

/// The pages that are asked for, the sheet where nothing is.
fn document(report: &Report, what: Option<What>) -> canvas::Document {
    let pages = match what.unwrap_or(What::Sheet) {
        What::Sheet => paper::pages(report),
        What::Rose => vec![picture::page(report)],
        What::Cards => cards::pages(report),
        What::All => {
            let mut pages = paper::pages(report);
            pages.push(picture::page(report));
            pages.extend(cards::pages(report));
            pages
        }
    };
    canvas::Document {
        title: report.name.clone(),
        language: report.words.tag,
        made: report.made,
        pages,
    }
}
