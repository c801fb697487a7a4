//! The export screen as a page: what is chosen, and under it what comes out.

use crate::app::{
    App,
    export::{Export, Line},
};
use crate::core::format::Format;
use crate::ui::page::Page;
use crate::ui::theme::role::Role;
use unicode_width::UnicodeWidthStr;

/// How many lines of what comes out are shown.
const SHOWN: usize = 500;

/// The choices, and a preview where there is one.
pub fn export(app: &App, width: u16) -> Page {
    let mut page = Page::new(width);
    let Some(export) = app.export() else {
        return page;
    };
    let words = app.text().share;
    let lines = export.lines();
    let names = lines.iter().map(|line| name(app, *line).width());
    let column = names.max().unwrap_or(0) + 3;
    for (at, line) in lines.iter().enumerate() {
        let selected = at == app.selected();
        let role = if selected { Role::Strong } else { Role::Text };
        let value_role = if selected { Role::Accent } else { Role::Text };
        let sign = |sign: &'static str| if selected { sign } else { " " };
        let mut entry = Page::new(width.saturating_sub(1));
        entry.line([
            (role, format!(" {:column$}", name(app, *line))),
            (Role::Muted, format!("{} ", sign("‹"))),
            (value_role, value(app, export, *line)),
            (Role::Muted, format!(" {}", sign("›"))),
        ]);
        if *line == Line::Format {
            entry.paragraph(Role::Muted, words.made(export.format, export.team), 1);
        }
        page.entry(entry, Role::Accent, selected);
    }
    page.close();
    page.blank();
    match &export.preview {
        Some(preview) => shown(app, &mut page, preview, export.format),
        None => page.paragraph(Role::Muted, words.not_shown, 1),
    }
    page
}

fn shown(app: &App, page: &mut Page, preview: &str, format: Format) {
    let rule = page.width.saturating_sub(app.text().share.preview.width() + 5);
    page.line([
        (Role::Border, " ── ".to_owned()),
        (Role::Muted, app.text().share.preview.to_owned()),
        (Role::Border, format!(" {}", "─".repeat(rule.min(40)))),
    ]);
    let lines: Vec<&str> = preview.trim_start_matches('\u{feff}').lines().collect();
    for line in lines.iter().take(SHOWN) {
        match line.is_empty() {
            true => page.blank(),
            // sentences are set in lines, tables and braces stand as they are
            false if format == Format::Markdown && !line.starts_with('|') => {
                page.paragraph(Role::Text, line, 1);
            }
            false => page.line([(Role::Text, format!(" {line}"))]),
        }
    }
    if let Some(more) = lines.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        page.paragraph(Role::Muted, &app.text().share.more_lines(more), 1);
    }
}

fn name(app: &App, line: Line) -> &'static str {
    let words = app.text().share;
    match line {
        Line::Format => words.format_name,
        Line::Part(part) => words.part_name(part),
        Line::Names => words.names,
    }
}

fn value(app: &App, export: &Export, line: Line) -> String {
    let goes = |goes: bool| {
        let (with, without) = app.text().share.goes;
        if goes { with } else { without }.to_owned()
    };
    match line {
        Line::Format => export.format.extension().to_owned(),
        Line::Part(part) => goes(export.parts.has(part)),
        Line::Names => goes(!app.team.hide_names),
    }
}
