//! The sheet of the day: what a leadership group talked about at a gathering, how it stood on each mark, and what was agreed.
//! A page to print, to keep and to bring next time, as HTML, PDF and Markdown. The same gathering gives the same bytes.

use super::{
    Format, Picture, What,
    canvas::{Anchor, Canvas, Document, Face, Page},
    colours::{COLOURS, FAINT, INK, colour},
    flow::{A4, page},
    font,
    harmless::{line, lines},
    html,
    markdown::{escape, escape_line},
    pdf, plot,
    team::{
        TeamInput,
        report::{TeamMark, TeamReport},
    },
};
use crate::core::{
    fault::{Cause, Fault},
    framework::{Framework, Translation},
    gathering::Gathering,
    team::{Filter, Order},
};
use crate::text::{Lang, capital, present::PresentText};
use maud::{PreEscaped, html};
use std::fmt::Write;

/// What is written of a gathering, and how.
#[derive(Clone, Copy)]
pub struct GatheringInput<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// Its rendering, to stand beside titles; marked unofficial.
    pub rendering: Option<&'a Translation>,
    /// The gathering.
    pub gathering: &'a Gathering,
    /// The language of headings and labels.
    pub lang: Lang,
}

/// The sheet of the day as a file of this format.
///
/// # Errors
/// [`Fault::Other`] for a format that has no sheet of the day.
pub fn export_gathering(format: Format, input: &GatheringInput) -> Result<Vec<u8>, Fault> {
    let sheet = Sheet::new(input);
    match format {
        Format::Html => Ok(sheet.html().into_bytes()),
        Format::Markdown => Ok(sheet.markdown().into_bytes()),
        Format::Pdf => Ok(pdf::write(&Document {
            title: sheet.title.clone(),
            language: sheet.report.words.tag,
            made: sheet.report.made,
            pages: sheet.pages(),
        })),
        _ => Err(Fault::Other {
            why: Cause::Other(sheet.words.sheet_formats.to_owned()),
        }),
    }
}

/// What the formats tell of a gathering, made harmless.
struct Sheet {
    words: &'static PresentText,
    report: TeamReport,
    title: String,
    /// How many were there, and how many marks and agreements there are.
    facts: String,
    /// Who was there, where names are shown.
    names: Option<String>,
    /// The marks that were talked about, each with its rendering and what was agreed.
    marks: Vec<(TeamMark, Option<String>, String)>,
}

impl Sheet {
    fn new(input: &GatheringInput) -> Self {
        let (text, gathering) = (input.lang.text(), input.gathering);
        let (words, framework) = (text.present, input.framework);
        let team = gathering.team(framework);
        let mut report = TeamReport::new(&TeamInput {
            framework,
            team: &team,
            filter: &Filter::default(),
            order: Order::Fields,
            hide_names: !gathering.names,
            lang: input.lang,
            now: gathering.at,
            what: What::Sheet,
            picture: Picture::default(),
        });
        let talked = gathering.talked(framework);
        let agreements = gathering.agreements(framework).len();
        let mut all: Vec<Option<TeamMark>> =
            std::mem::take(&mut report.marks).into_iter().map(Some).collect();
        let marks = talked.iter().filter_map(|mark| {
            let rendering = input
                .rendering
                .map(|rendering| line(&rendering.mark(*mark).title));
            let agreed = lines(gathering.agreed(&framework.mark(*mark).id));
            Some((all[mark.get()].take()?, rendering, agreed))
        });
        let marks = marks.collect();
        let names = report.names.as_ref().filter(|names| !names.is_empty());
        Self {
            words,
            title: words.ended_on(&text.date(gathering.at.date())),
            facts: capital(&words.summary(team.leaders.len(), talked.len(), agreements)),
            names: names.map(|names| names.join(", ")),
            marks,
            report,
        }
    }

    /// How far apart a group stood on a mark.
    fn figures(&self, mark: &TeamMark) -> String {
        match mark.row.count() {
            0 => String::new(),
            _ => self.report.figures(mark),
        }
    }

    fn html(&self) -> String {
        let report = &self.report;
        let agreed = report.words.agreed;
        let content = html! {
            header {
                (html::kicker(&report.organisation, &report.title, "pejl"))
                h1 { (self.title) }
                p { (self.facts) }
                @if let Some(names) = &self.names { p { small { (self.words.attended) ": " (names) } } }
            }
            section.team {
                h2 { (self.words.talked_about) }
                @for (mark, rendering, text) in &self.marks {
                    @let field = format!("field{}", mark.field % COLOURS.len());
                    div class={ "mark field " (field) } {
                        div {
                            h2 { (mark.title) @if let Some(rendering) = rendering { " " small lang="en" { (rendering) } } }
                            small { (mark.definition) }
                        }
                        (PreEscaped(plot::inline(report, mark)))
                        div { b { (self.figures(mark).replace(": ", ":\u{a0}")) } }
                    }
                    @if !text.is_empty() {
                        div class={ "focus field " (field) } {
                            @for (at, line) in text.lines().enumerate() {
                                p { @if at == 0 { b { (agreed) ":" } " " } (line) }
                            }
                        }
                    }
                }
            }
            section { p { (self.words.next_time) } }
        };
        html::page(report.words, &self.title, content)
    }

    fn markdown(&self) -> String {
        let report = &self.report;
        let mut out = format!(
            "# {}\n\n{} · {}\n\n{}\n\n",
            escape(&self.title),
            escape_line(&report.title),
            escape(&report.organisation),
            escape_line(&self.facts),
        );
        // writing to a String cannot fail
        if let Some(names) = &self.names {
            let _ = writeln!(out, "{}: {}\n", self.words.attended, escape(names));
        }
        for (mark, rendering, text) in &self.marks {
            let rendering = rendering.as_ref().map(|title| format!(" ({})", escape(title)));
            let _ = writeln!(
                out,
                "## {} {}{}\n",
                mark.position,
                escape(&mark.title),
                rendering.unwrap_or_default()
            );
            if mark.row.count() > 0 {
                let stands = (-5..=5).zip(mark.row.at).filter(|(_, count)| *count > 0);
                let stands = stands.map(|(value, count)| format!("{}: {count}", self.value(value)));
                let stands = stands.collect::<Vec<_>>().join(" · ");
                let _ = writeln!(out, "{}  \n{stands}\n", self.figures(mark));
            }
            for (at, line) in text.lines().enumerate() {
                match at {
                    0 => _ = writeln!(out, "**{}:** {}  ", report.words.agreed, escape_line(line)),
                    _ => _ = writeln!(out, "{}  ", escape_line(line)),
                }
            }
            if !text.is_empty() {
                out.push('\n');
            }
        }
        let _ = writeln!(out, "{}", self.words.next_time);
        out
    }

    fn value(&self, value: i8) -> String {
        self.report.words.steps(value.into())
    }

    fn pages(&self) -> Vec<Page> {
        let mut paper = Paper::new();
        let report = &self.report;
        paper.text(
            &format!("{} · {}", report.organisation, report.title),
            8.0,
            FAINT,
            false,
            WIDE,
        );
        paper.text(&self.title, 22.0, INK, false, WIDE);
        paper.text(&self.facts, 10.0, INK, false, WIDE);
        if let Some(names) = &self.names {
            paper.text(
                &format!("{}: {names}", self.words.attended),
                8.0,
                FAINT,
                false,
                WIDE,
            );
        }
        paper.y += 10.0;
        for (mark, rendering, text) in &self.marks {
            let rows = text.lines().count() as f64;
            paper.room(70.0 + rows.min(6.0) * TEXT * LINE);
            let top = paper.y;
            paper.text(&mark.title, 11.0, colour(mark.field), true, BESIDE);
            if let Some(rendering) = rendering {
                paper.text(rendering, 8.0, FAINT, false, BESIDE);
            }
            paper.text(&mark.definition, 8.0, FAINT, false, BESIDE);
            let under = paper.y;
            if mark.row.count() > 0 {
                self.picture(&mut paper, mark, top);
            }
            paper.y = under.max(top + 38.0) + 3.0;
            for (at, line) in text.lines().enumerate() {
                let label = format!("{}: ", report.words.agreed);
                let label = if at == 0 { label.as_str() } else { "" };
                paper.runs(&[(label, true), (line, false)], TEXT, INK, WIDE);
            }
            paper.y += 12.0;
        }
        paper.y += 6.0;
        paper.text(self.words.next_time, 9.0, FAINT, false, WIDE);
        paper.pages(&self.title)
    }

    /// The scale of a mark with everyone on it, at the right of its title, and its figures under that.
    fn picture(&self, paper: &mut Paper, mark: &TeamMark, top: f64) {
        let mut drawn = Canvas::default();
        plot::scale(&mut drawn, mark, 0.0, 0.0);
        let middle = EDGE + WIDE - RIGHT / 2.0;
        paper.canvas().place(drawn, SCALE, (middle, top + 12.0));
        let face = Face {
            size: 8.0,
            anchor: Anchor::Middle,
            fill: FAINT,
            ..Face::PLAIN
        };
        let figures = self.figures(mark);
        paper.canvas().paragraph((middle, top + 34.0), face, &figures);
    }
}

/// What stays free at the edges of the paper, the width of what stands on it, and where it ends, in points.
const EDGE: f64 = 42.0;
const WIDE: f64 = A4.0 - 2.0 * EDGE;
const BOTTOM: f64 = A4.1 - 44.0;
/// The width of a mark's picture, and of its text beside that.
const RIGHT: f64 = 200.0;
const BESIDE: f64 = WIDE - RIGHT - 16.0;
/// The size of a scale on paper, of its own: ten steps of forty units.
const SCALE: f64 = (RIGHT - 16.0) / 440.0;
/// The size of what was agreed, and the height of a line as a part of the size of its letters.
const TEXT: f64 = 10.0;
const LINE: f64 = 1.36;

/// Pages that are written from top to bottom.
struct Paper {
    pages: Vec<Canvas>,
    y: f64,
}

impl Paper {
    fn new() -> Self {
        Self {
            pages: vec![Canvas::default()],
            y: EDGE - 6.0,
        }
    }

    fn canvas(&mut self) -> &mut Canvas {
        self.pages.last_mut().expect("there is a page")
    }

    /// What follows is so high and begins on another page where this one has no room for it.
    fn room(&mut self, high: f64) {
        if self.y + high > BOTTOM {
            self.pages.push(Canvas::default());
            self.y = EDGE;
        }
    }

    fn text(&mut self, text: &str, size: f64, fill: &'static str, bold: bool, wide: f64) {
        self.runs(&[(text, bold)], size, fill, wide);
    }

    fn runs(&mut self, runs: &[(&str, bool)], size: f64, fill: &'static str, wide: f64) {
        for line in font::lines(runs, size, wide) {
            self.room(size * LINE);
            let mut x = EDGE;
            let y = self.y + size * 1.02;
            for (text, bold) in line {
                let face = Face {
                    size,
                    fill,
                    bold,
                    ..Face::PLAIN
                };
                self.canvas().paragraph((x, y), face, &text);
                x += font::width(&text, size, bold);
            }
            self.y += size * LINE;
        }
    }

    fn pages(self, bookmark: &str) -> Vec<Page> {
        let named = |at: usize| (at == 0).then_some(bookmark);
        let pages = self.pages.into_iter().enumerate();
        pages.map(|(at, canvas)| page(canvas, named(at))).collect()
    }
}
