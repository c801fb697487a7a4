//! `pejl theme list`, `print NAME`: the themes there are, and one as a file to begin one's own with.

use super::{
    Answer, Settings,
    args::{ListThemes, PrintTheme, Theme},
    shape, to_json,
};
use crate::core::{
    fault::{Fault, UsageTrouble},
    sanitise::clean,
};
use crate::ui::theme::SHIPPED;

/// Runs the command.
pub fn run(settings: &Settings, command: &Theme) -> Result<Answer, Fault> {
    match command {
        Theme::List(args) => list(settings, args),
        Theme::Print(args) => print(settings, args),
    }
}

fn list(settings: &Settings, args: &ListThemes) -> Result<Answer, Fault> {
    let names = settings.themes.all_names()?;
    let is_current = |name: &str| *name == settings.preferences.theme;
    if args.json {
        let themes = names.iter().map(|name| shape::ListedTheme {
            name,
            own: !SHIPPED.contains(&name.as_str()),
            current: is_current(name),
        });
        return Ok(to_json(&shape::Themes {
            themes: themes.collect(),
        }));
    }
    let in_use = settings.lang.text().profiles.in_use;
    let line = |name: &String| match is_current(name) {
        true => format!("{} ({in_use})\n", clean(name)),
        false => format!("{}\n", clean(name)),
    };
    Ok(names.iter().map(line).collect::<String>().into())
}

fn print(settings: &Settings, args: &PrintTheme) -> Result<Answer, Fault> {
    let names = settings.themes.all_names()?;
    if !names.contains(&args.name) {
        return Err(Fault::Usage {
            command: "pejl theme print".into(),
            trouble: UsageTrouble::NotAllowed {
                name: settings.lang.text().cli.theme_name.0.to_owned(),
                given: args.name.clone(),
                allowed: names,
            },
        });
    }
    Ok(settings.themes.file(&args.name)?.into_bytes().into())
}
