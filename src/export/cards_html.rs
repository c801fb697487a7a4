//! The cards in a browser: as many beside each other as the window holds, two on paper, each under a band in its field's colour,
//! with dashed lines to cut by. What stands on them is as on the cards of the PDF.

use super::{
    colours::COLOURS,
    html,
    report::{FieldPart, MarkPart, Report},
};
use maud::{Markup, html};

/// The cards.
pub fn write(report: &Report) -> String {
    let made = match &report.unofficial {
        Some(unofficial) => format!("{unofficial} · pejl"),
        None => "pejl".to_owned(),
    };
    let cards = report.fields.iter().enumerate();
    let cards = cards.flat_map(|(at, field)| field.marks.iter().map(move |mark| (at, field, mark)));
    let content = html! {
        header {
            (html::kicker(&report.organisation, &report.title, &made))
            h1 { (report.words.cards) }
        }
        div.cards { @for (at, field, mark) in cards { (card(report, at, field, mark)) } }
    };
    html::page(report.words, report.words.cards, content)
}

fn card(report: &Report, at: usize, field: &FieldPart, mark: &MarkPart) -> Markup {
    html! {
        article class={ "card field" (at % COLOURS.len()) } lang=(report.language) {
            small { (field.title) }
            h2 { (mark.title) (html::rendering(mark.rendering.as_deref())) }
            p { (mark.definition) }
            @if let Some(footnote) = &mark.footnote { p { small { "* " (footnote) } } }
            @for (name, text) in report.levels.iter().zip(&mark.levels) {
                p { b { (name) ":" } " " (text) }
            }
        }
    }
}
