//! The team view on its way out: for each mark where everyone stands, the median, the spread, what moved. With names, or
//! without: then there are only counts at each detent, and nothing that says who is who.

mod json;
mod paper;
pub(super) mod report;

use super::{
    Format, Picture, What,
    canvas::Document,
    colours::COLOURS,
    csv, html, on_ground, pdf, plot, png, svg,
    table::{Cell, Table, text},
    xlsx,
};
use crate::core::{
    dial::DialValue,
    fault::Fault,
    framework::Framework,
    moment::Moment,
    team::{Filter, Order, Row, Team},
};
use crate::text::Lang;
use maud::{PreEscaped, html};
use report::{TeamMark, TeamReport};
use std::fmt::Write;

/// Up to how many leaders are named beside each mark on the sheet.
const NAMED: usize = 12;

/// What of a team is exported, and how.
#[derive(Clone, Copy)]
pub struct TeamInput<'a> {
    /// The framework that the team was made with.
    pub framework: &'a Framework,
    /// The team.
    pub team: &'a Team,
    /// Whom to look at.
    pub filter: &'a Filter,
    /// The order of the marks.
    pub order: Order,
    /// Whether names, units and sources stay at home.
    pub hide_names: bool,
    /// The language of headings and labels.
    pub lang: Lang,
    /// The moment of the export.
    pub now: Moment,
    /// What a PDF shows: the sheet, or the picture where that is [`What::Rose`].
    pub what: What,
    /// How a picture is made.
    pub picture: Picture,
}

/// The team view as a file of this format.
///
/// # Errors
/// When a workbook cannot hold it, such as one with more than 16,000 leaders; [`Fault::TooFewToHide`] where names are hidden.
pub fn export_team(format: Format, input: &TeamInput) -> Result<Vec<u8>, Fault> {
    if input.hide_names {
        input.team.can_hide_names(input.filter)?;
    }
    let report = TeamReport::new(input);
    match format {
        Format::Markdown => Ok(markdown(&report).into_bytes()),
        Format::Html => Ok(sheet(&report).into_bytes()),
        Format::Svg => {
            let page = on_ground(plot::page(&report), input.picture);
            Ok(svg::write(&page, report.words.tag, report.words.team, None).into_bytes())
        }
        Format::Png => {
            let page = on_ground(plot::page(&report), input.picture);
            png::write(&page, input.picture.size.pixels())
        }
        Format::Pdf => Ok(pdf::write(&document(&report, input.what))),
        Format::Csv => csv::write(&table(&report), report.words),
        Format::Json => Ok(json::write(input)),
        // a team has no day of its own
        Format::Ics => Err(Fault::NoReviewDate),
        Format::Xlsx => xlsx::write(&[table(&report), frame(&report)], report.words, report.made),
    }
}

/// The team on paper: the picture where that is asked for, else the sheet.
pub(super) fn document(report: &TeamReport, what: What) -> Document {
    let pages = match what {
        What::Rose => vec![plot::page(report)],
        What::Sheet | What::Cards | What::All => paper::pages(report),
    };
    Document {
        title: report.words.team.to_owned(),
        language: report.words.tag,
        made: report.made,
        pages,
    }
}

fn table(report: &TeamReport) -> Table {
    let words = report.words;
    let head = [
        words.position,
        words.field,
        words.id,
        words.mark,
        words.median,
        words.spread,
        words.middle_half,
        words.movement,
    ];
    let mut head: Vec<String> = head.map(str::to_owned).into();
    match &report.names {
        Some(names) => head.extend(names.iter().cloned()),
        None => head.extend((-5..=5).filter_map(DialValue::new).map(|value| value.to_string())),
    }
    let row = |mark: &TeamMark| {
        let counts = || mark.row.at.iter().map(|count| Cell::Count(*count as f64));
        let values = || mark.values.iter().map(|value| Cell::Steps(value.get()));
        let mut row = vec![
            Cell::Position(mark.position.clone()),
            text(&mark.field_title),
            text(&mark.id),
            text(&mark.title),
            Cell::Count(mark.row.median),
            Cell::Count(f64::from(mark.row.spread)),
            Cell::Count(mark.row.middle_half()),
            Cell::Count(f64::from(mark.row.movement)),
        ];
        match report.names {
            Some(_) => row.extend(values()),
            None => row.extend(counts()),
        }
        row
    };
    Table {
        name: words.team,
        head,
        rows: report.marks.iter().map(row).collect(),
        fields: report.marks.iter().map(|mark| mark.field).collect(),
    }
}

/// What the view is of, and what was left out.
fn frame(report: &TeamReport) -> Table {
    let name = report.text.framework;
    let mut rows = vec![vec![text(report.words.team), text(&report.facts)]];
    if report.left_out > 0 {
        rows.push(vec![text(report.words.left_out(report.left_out)), text("")]);
    }
    rows.extend(
        report
            .skipped
            .iter()
            .map(|(source, why)| vec![text(source), text(why)]),
    );
    let title = format!("{} · {}", report.title, report.organisation);
    Table {
        name,
        head: vec![name.to_owned(), title],
        rows,
        fields: Vec::new(),
    }
}

fn markdown(report: &TeamReport) -> String {
    use super::markdown::{escape, escape_line};
    let words = report.words;
    let mut out = format!(
        "# {}\n\n{} · {}\n\n{}\n\n",
        words.team,
        escape_line(&report.title),
        escape(&report.organisation),
        escape_line(&report.facts),
    );
    let head = [
        words.mark,
        words.spread,
        words.median,
        words.middle_half,
        words.movement,
    ];
    let _ = writeln!(
        out,
        "| {} |\n| --- | ---: | ---: | ---: | ---: |",
        head.join(" | ")
    );
    for mark in &report.marks {
        let Row {
            spread,
            movement,
            median,
            ..
        } = mark.row;
        let half = report.words.steps(mark.row.middle_half());
        let _ = writeln!(
            out,
            "| {} {} | {spread} | {} | {} | {movement} |",
            mark.position,
            escape(&mark.title),
            report.words.steps(median),
            half.trim_start_matches('+'),
        );
    }
    if report.names.is_some() {
        for mark in &report.marks {
            let _ = write!(
                out,
                "\n**{}**\n\n{}\n",
                escape(&mark.title),
                escape_line(&report.who(mark))
            );
        }
    }
    if report.left_out > 0 {
        let _ = write!(out, "\n{}\n\n", words.left_out(report.left_out));
    }
    for (source, why) in &report.skipped {
        let _ = writeln!(out, "- {}: {}", escape_line(source), escape(why));
    }
    out
}

/// A sheet with the picture.
fn sheet(report: &TeamReport) -> String {
    let words = report.words;
    // A name stands for a point; where there are too many to find, the points stand alone.
    let named = report.names.iter().flatten().count() <= NAMED;
    let content = html! {
        header {
            (html::kicker(&report.organisation, &report.title, "pejl"))
            h1 { (words.team) }
            p { (report.facts) }
        }
        div.team {
            div.mark { div {} (PreEscaped(plot::numbers())) }
            @for mark in &report.marks {
                div class={ "mark field" (mark.field % COLOURS.len()) } {
                    div {
                        h2 { (mark.title) }
                        small { (mark.definition) }
                        @if let Some(footnote) = &mark.footnote { small { "* " (footnote) } }
                    }
                    (PreEscaped(plot::inline(report, mark)))
                    div { b { (report.figures(mark).replace(": ", ":\u{a0}")) } small { @if named { (report.who(mark)) } } }
                }
            }
        }
        @if report.left_out > 0 {
            section {
                p { small { (words.left_out(report.left_out)) } }
                ul {
                    @for (source, why) in &report.skipped { li { small { (source) ": " (why) } } }
                }
            }
        }
    };
    html::page(words, words.team, html! { (content) (html::agreed(words)) })
}
