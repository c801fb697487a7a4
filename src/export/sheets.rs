//! A profile as tables: its marks, what each part says, its frame.

use super::{
    report::{MarkPart, Report},
    table::{Cell, Table, text},
};

/// Everything: the marks, where they stand for a chart, a table a part, the profile's frame.
pub fn all(mut report: Report) -> Vec<Table> {
    let mut tables = vec![dials(&report), chart(&report)];
    tables.append(&mut report.tables);
    tables.push(frame(&report));
    tables
}

/// One row a mark: what it is, where it stands, what was written, and one column a bearing.
pub fn dials(report: &Report) -> Table {
    let words = report.words;
    let own_level = if report.level.is_empty() {
        words.level
    } else {
        &report.level
    };
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
        words.definition,
        own_level,
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
            Cell::Position(mark.position.clone()),
            text(&field.title),
            text(&mark.id),
            text(&mark.title),
            Cell::Steps(mark.value.get()),
            text(report.text.stand(mark.value)),
            Cell::Percent(mark.weight * 100.0),
            text(&mark.note),
            text(mark.enriches.join("\n")),
            text(mark.documents.join("\n")),
            text(with_footnote(mark)),
            text(report.own_text(mark)),
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
        fields: fields_of_rows(report),
    }
}

/// A mark's definition, and after it what its asterisk points to.
fn with_footnote(mark: &MarkPart) -> String {
    match &mark.footnote {
        Some(footnote) => format!("{} * {footnote}", mark.definition),
        None => mark.definition.clone(),
    }
}

/// Where every mark stands, one row each.
fn chart(report: &Report) -> Table {
    let words = report.words;
    let row = |mark: &MarkPart| {
        vec![
            Cell::Position(mark.position.clone()),
            text(&mark.short),
            Cell::Steps(mark.value.get()),
            Cell::Percent(mark.weight * 100.0),
        ]
    };
    let head = [words.position, words.mark, words.value, words.weight_percent];
    Table {
        fields: fields_of_rows(report),
        ..Table::new(words.chart, head, report.marks().map(row).collect())
    }
}

/// The position of each mark's field.
fn fields_of_rows(report: &Report) -> Vec<usize> {
    let fields = report.fields.iter().enumerate();
    fields
        .flat_map(|(at, field)| field.marks.iter().map(move |_| at))
        .collect()
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
        fields: Vec::new(),
    }
}
