//! The settings as a page.

use crate::app::{App, page::Page, preferences::Setting, role::Role};
use unicode_width::UnicodeWidthStr;

/// The settings, the selected one with what it does.
pub fn settings(app: &App, width: u16) -> Page {
    let words = app.text().settings;
    let mut page = Page::new(width);
    let names = Setting::ALL.map(|setting| about(app, setting).0.width());
    let column = names.into_iter().max().unwrap_or(0) + 3;
    for (at, setting) in Setting::ALL.into_iter().enumerate() {
        let selected = at == app.selected();
        let (name, does) = about(app, setting);
        let value = value(app, setting);
        let mut entry = Page::new(width.saturating_sub(1));
        let (name_role, value_role) = if selected {
            (Role::Strong, Role::Accent)
        } else {
            (Role::Text, Role::Text)
        };
        let sign = |sign: &str| {
            if selected && setting != Setting::Team {
                sign.to_owned()
            } else {
                " ".into()
            }
        };
        entry.line([
            (name_role, format!(" {name:column$}")),
            (Role::Muted, sign("‹") + " "),
            (value_role, value),
            (Role::Muted, " ".to_owned() + &sign("›")),
        ]);
        if selected {
            entry.paragraph(Role::Muted, does, 1);
        }
        page.entry(entry, Role::Accent, selected);
        page.blank();
    }
    let path = app.around.config.to_string_lossy();
    if !path.is_empty() {
        page.paragraph(Role::Muted, &words.kept_in(&path), 2);
    }
    page
}

fn about(app: &App, setting: Setting) -> (&'static str, &'static str) {
    let words = app.text().settings;
    match setting {
        Setting::Language => words.language,
        Setting::Theme => words.theme,
        Setting::Glyphs => words.glyphs,
        Setting::Motion => words.motion,
        Setting::Mouse => words.mouse,
        Setting::Level => words.level,
        Setting::Ghost => words.ghost,
        Setting::Team => words.team,
    }
}

fn value(app: &App, setting: Setting) -> String {
    let words = app.text().settings;
    let wanted = &app.preferences;
    let flag = |on| if on { words.on } else { words.off }.to_owned();
    match setting {
        Setting::Language => app.text().language.to_owned(),
        Setting::Theme => words.named(&wanted.theme).unwrap_or(&wanted.theme).to_owned(),
        Setting::Glyphs => words
            .named(wanted.glyphs.name())
            .unwrap_or(wanted.glyphs.name())
            .to_owned(),
        Setting::Motion => flag(wanted.motion),
        Setting::Mouse => flag(wanted.mouse),
        Setting::Ghost => flag(wanted.ghost),
        Setting::Level => app
            .framework
            .levels
            .get(app.own_level())
            .cloned()
            .unwrap_or_default(),
        Setting::Team if wanted.team.is_empty() => words.none.to_owned(),
        Setting::Team => app.team_line(),
    }
}
