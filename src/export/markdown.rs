//! Markdown: CommonMark with the tables of GitHub. Everything a leader wrote is escaped, so it reads as it was typed.

use super::{
    report::{FieldPart, MarkPart, Report},
    section::{Change, Entry, Section},
};

/// The report as Markdown.
pub fn write(report: &Report) -> String {
    let mut out = String::new();
    heading(&mut out, 1, &report.name);
    out.push_str(&format!(
        "{} · {}\n",
        escape(&report.title),
        escape(&report.organisation)
    ));
    if let Some(unofficial) = &report.unofficial {
        out.push_str(&format!("\n*{unofficial}*\n"));
    }
    out.push('\n');
    for (label, value) in report.frame() {
        out.push_str(&format!("- {label}: {}\n", escape(&value)));
    }
    quote(&mut out, "", &report.note);
    for (at, field) in report.fields.iter().enumerate() {
        field_part(&mut out, report, at + 1, field);
    }
    let weight = report.text.weight_is(report.marks().count());
    out.push_str(&format!("\n*{weight}*\n"));
    for part in &report.sections {
        section(&mut out, report, 2, part);
    }
    out
}

/// A section under a heading of this level: what is past with a heading an entry, everything else as a list.
fn section(out: &mut String, report: &Report, level: usize, section: &Section) {
    heading(out, level, section.heading);
    if section.is_past {
        for entry in section.entries.iter().rev() {
            heading(out, level + 1, &entry.title);
            entry_part(out, report, level + 1, "", entry);
        }
    } else {
        for entry in &section.entries {
            out.push_str(&format!("\n- {}\n", escape_line(&entry.title)));
            entry_part(out, report, level + 1, "  ", entry);
        }
    }
}

/// What an entry says under its title.
fn entry_part(out: &mut String, report: &Report, level: usize, indent: &str, entry: &Entry) {
    quote(out, indent, &entry.text);
    quote(out, indent, entry.quote.as_deref().unwrap_or_default());
    for (label, text) in &entry.texts {
        labelled(out, indent, label, text);
    }
    if let Some(changes) = &entry.changes {
        change_list(out, report, changes);
    }
    for part in &entry.within {
        section(out, report, level + 1, part);
    }
}

fn change_list(out: &mut String, report: &Report, changes: &[Change]) {
    if changes.is_empty() {
        out.push_str(&format!("\n{}\n", report.words.unmoved));
    }
    for change in changes {
        let title = escape_line(&change.title);
        out.push_str(&format!("\n- {title}: {} → {}\n", change.from, change.to));
        quote(out, "  ", &change.note);
        labelled(out, "  ", report.words.effect, &change.effect);
        labelled(out, "  ", report.words.learning, &change.learning);
    }
}

fn field_part(out: &mut String, report: &Report, number: usize, field: &FieldPart) {
    let words = report.words;
    let weight = words.share(field.weight);
    // A dot after a number at the start of a heading makes no list there.
    out.push_str(&format!("\n## {number}. {}: {weight}\n", escape(&field.title)));
    if let Some(rendering) = &field.rendering {
        out.push_str(&format!("\n*{}*\n", escape(rendering)));
    }
    let mut head = vec![words.mark, words.value, words.stand, words.weight];
    let mut line = "| --- | ---: | --- | ---: |".to_owned();
    if !report.bearings.is_empty() {
        head.push(words.last);
        line.push_str(" ---: |");
    }
    out.push_str(&format!("\n| {} |\n{line}\n", head.join(" | ")));
    for mark in &field.marks {
        let mut title = format!("{} {}", mark.position, escape(&mark.title));
        if let Some(rendering) = &mark.rendering {
            title = format!("{title} (*{}*)", escape(rendering));
        }
        let stand = report.text.stand(mark.value);
        let weight = words.share(mark.weight);
        let last = mark.last.map_or(String::new(), |last| format!(" {last} |"));
        out.push_str(&format!(
            "| {title} | {} | {stand} | {weight} |{last}\n",
            mark.value
        ));
    }
    for mark in &field.marks {
        mark_part(out, report, mark);
    }
}

/// What a mark is about and asks at the own level, and what was written.
fn mark_part(out: &mut String, report: &Report, mark: &MarkPart) {
    heading(
        out,
        3,
        &format!("{} {}: {}", mark.position, mark.title, mark.value),
    );
    paragraph(out, &mark.definition);
    if let Some(footnote) = &mark.footnote {
        paragraph(out, &format!("* {footnote}"));
    }
    labelled(out, "", &report.level, report.own_text(mark));
    quote(out, "", &mark.note);
    labelled(out, "", report.words.enriches, &mark.enriches.join(", "));
    labelled(out, "", report.words.documents, &mark.documents.join(", "));
}

fn heading(out: &mut String, level: usize, text: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(&format!("{} {}\n", "#".repeat(level), escape(text)));
    if level == 1 {
        out.push('\n');
    }
}

/// A quotation of its own, its lines kept apart; nothing where there is nothing.
fn quote(out: &mut String, indent: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    out.push('\n');
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        // A backslash at the end of a line breaks it; before an empty one there is nothing to break.
        let next = lines.peek().is_some_and(|next| !next.trim().is_empty());
        let end = if next && !line.trim().is_empty() { "\\" } else { "" };
        let line = format!("{indent}> {}", escape_line(line.trim()));
        out.push_str(&format!("{}{end}\n", line.trim_end()));
    }
}

/// Text with its lines, as a paragraph of its own; nothing where there is nothing.
fn paragraph(out: &mut String, text: &str) {
    let lines: Vec<String> = text.lines().map(|line| escape_line(line.trim())).collect();
    if !lines.is_empty() {
        out.push_str(&format!("\n{}\n", lines.join("\\\n")));
    }
}

/// A label and what follows it, as a paragraph of its own; nothing where there is nothing.
fn labelled(out: &mut String, indent: &str, label: &str, text: &str) {
    if text.contains('\n') {
        out.push_str(&format!("\n{indent}{}:\n", escape(label)));
        quote(out, indent, text);
    } else if !text.is_empty() {
        out.push_str(&format!("\n{indent}{}: {}\n", escape(label), escape(text)));
    }
}

/// Text within a line that means nothing to Markdown.
pub fn escape(text: &str) -> String {
    let special = [
        '\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '&', '!', '$',
    ];
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if special.contains(&c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Text at the beginning of a line that means nothing to Markdown: lists, and lines under headings, begin with more
/// than what has a meaning within.
pub fn escape_line(text: &str) -> String {
    let escaped = escape(text);
    let number = escaped.trim_start_matches(|c: char| c.is_ascii_digit());
    if escaped.starts_with(['-', '+', '=']) {
        format!("\\{escaped}")
    } else if number.len() < escaped.len() && number.starts_with(['.', ')']) {
        format!("{}\\{number}", &escaped[..escaped.len() - number.len()])
    } else {
        escaped
    }
}
