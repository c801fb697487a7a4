//! A profile as tables: its marks, what each part says, its frame.

use super::{
    report::Report,
    table::{Cell, Table, text},
};

/// Everything: the marks, a table a part, the profile's frame.
pub fn all(mut report: Report) -> Vec<Table> {
    let mut tables = vec![dials(&report)];
    tables.append(&mut report.tables);
    tables.push(frame(&report));
    tables
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
