//! Tables for spreadsheets, before they are text or a workbook: cells that know what they are.

use super::report::{DecisionPart, Report};
use jiff::civil::Date;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, never a formula; perhaps none.
    Text(String),
    /// A dial's value.
    Steps(i8),
    /// A number of per cent.
    Percent(f64),
    /// Any other number.
    Count(f64),
    /// A date.
    Date(Date),
}

/// Rows under a head, each as long as it.
pub struct Table {
    /// The table's name.
    pub name: &'static str,
    /// The columns' names.
    pub head: Vec<String>,
    /// The cells.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of words.
pub fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

/// Everything.
pub fn all(report: &Report) -> [Table; 5] {
    [
        dials(report),
        bearings(report),
        questions(report),
        decisions(report),
        frame(report),
    ]
}

/// One row a mark: what it is, where it stands, what was written, and one column a bearing.
pub fn dials(report: &Report) -> Table {
    let words = report.words;
    let mut head: Vec<String> = [
        words.position,
        words.field,
        words.id,
        words.mark,
        words.value,
        words.stand,
        words.weight_percent,
        words.note,
        words.enriches,
        words.documents,
    ]
    .map(str::to_owned)
    .into();
    head.extend(report.bearings.iter().map(|bearing| {
        let date = report.text.date(bearing.date);
        match bearing.label.is_empty() {
            true => words.bearing_of(&date),
            false => format!("{} · {}", words.bearing_of(&date), bearing.label),
        }
    }));
    let marks = report
        .fields
        .iter()
        .flat_map(|field| field.marks.iter().map(move |mark| (field, mark)));
    let rows = marks.enumerate().map(|(at, (field, mark))| {
        let mut row = vec![
            text(&mark.position),
            text(&field.title),
            text(&mark.id),
            text(&mark.title),
            Cell::Steps(mark.value.get()),
            text(report.text.stand(mark.value)),
            Cell::Percent(mark.weight * 100.0),
            text(&mark.note),
            text(mark.enriches.join("\n")),
            text(mark.documents.join("\n")),
        ];
        row.extend(
            report
                .bearings
                .iter()
                .map(|bearing| Cell::Steps(bearing.values[at].get())),
        );
        row
    });
    Table {
        name: words.marks,
        head,
        rows: rows.collect(),
    }
}

/// One row for each mark that moved or was written about at a bearing, and for each note on a bearing.
fn bearings(report: &Report) -> Table {
    let words = report.words;
    let mut rows = Vec::new();
    for bearing in &report.bearings {
        let row = |mark: &str, from, to, note: &str, effect: &str, learning: &str| {
            let at = [
                Cell::Date(bearing.date),
                text(&bearing.label),
                text(mark),
                from,
                to,
            ];
            at.into_iter()
                .chain([text(note), text(effect), text(learning)])
                .collect()
        };
        if bearing.changes.is_empty() || !bearing.note.is_empty() {
            rows.push(row("", text(""), text(""), &bearing.note, "", ""));
        }
        for change in &bearing.changes {
            let (from, to) = (Cell::Steps(change.from.get()), Cell::Steps(change.to.get()));
            rows.push(row(
                &change.title,
                from,
                to,
                &change.note,
                &change.effect,
                &change.learning,
            ));
        }
    }
    let head = [
        words.date,
        words.label,
        words.mark,
        words.from,
        words.to,
        words.note,
        words.effect,
        words.learning,
    ];
    Table {
        name: words.bearings,
        head: head.map(str::to_owned).into(),
        rows,
    }
}

/// One row a question.
fn questions(report: &Report) -> Table {
    let words = report.words;
    let rows = report.questions.iter().map(|question| {
        let quote = question.quote.as_deref().unwrap_or_default();
        vec![text(&question.question), text(quote), text(&question.answer)]
    });
    let head = [words.question, words.quote, words.answer];
    Table {
        name: words.questions,
        head: head.map(str::to_owned).into(),
        rows: rows.collect(),
    }
}

/// One row for each answer to a decision; one for a decision without any.
fn decisions(report: &Report) -> Table {
    let words = report.words;
    let open = (&report.decisions, String::new());
    let taken = report.bearings.iter().map(|bearing| {
        let date = report.text.date(bearing.date);
        let name = if bearing.label.is_empty() {
            date
        } else {
            bearing.label.clone()
        };
        (&bearing.decisions, name)
    });
    let mut rows = Vec::new();
    for (decisions, bearing) in taken.chain([open]) {
        for DecisionPart {
            date,
            text: decision,
            answers,
        } in decisions
        {
            let row = |mark: &str, answer: &str| {
                vec![
                    Cell::Date(*date),
                    text(&bearing),
                    text(decision),
                    text(mark),
                    text(answer),
                ]
            };
            if answers.is_empty() {
                rows.push(row("", ""));
            }
            rows.extend(answers.iter().map(|(mark, answer)| row(mark, answer)));
        }
    }
    let head = [
        words.date,
        words.bearing,
        words.decision,
        words.mark,
        words.answer,
    ];
    Table {
        name: words.decisions,
        head: head.map(str::to_owned).into(),
        rows,
    }
}

/// What the profile says of itself: a label and what stands there in a row.
fn frame(report: &Report) -> Table {
    let words = report.words;
    let title = (
        report.text.framework,
        format!("{} · {}", report.title, report.organisation),
    );
    let note = (words.note, report.note.clone());
    let rows = std::iter::once(title).chain(report.frame()).chain([note]);
    let rows = rows.filter(|(_, value)| !value.is_empty());
    Table {
        name: words.profile,
        head: vec![words.profile.to_owned(), report.name.clone()],
        rows: rows
            .map(|(label, value)| vec![text(label), text(value)])
            .collect(),
    }
}
