//! How a config file is written: the commented default, and one value changed in what the reader has, byte for byte.

use super::read::KEYS;
use crate::core::{problem::Problem, toml::Reader};
use crate::screens::action::Action;
use crate::screens::keymap::Keymap;
use crate::screens::preferences::Preferences;
use crate::text::Lang;
use serde::Serialize;

/// What the file says of the settings, by the names of its keys.
#[derive(Serialize)]
pub(super) struct Written<'a> {
    language: Lang,
    #[serde(flatten)]
    preferences: &'a Preferences,
}

impl<'a> Written<'a> {
    /// What is written of these.
    pub(super) fn new(language: Lang, preferences: &'a Preferences) -> Self {
        Self {
            language,
            preferences,
        }
    }

    /// The value of a key as the file writes it; nothing for what is no key of these, or no text.
    pub(super) fn value(&self, key: &str) -> Option<String> {
        let written = toml::Table::try_from(self).ok()?;
        written.get(key).map(ToString::to_string)
    }
}

/// The default config with every value in a comment, and what each means.
pub(super) fn commented(lang: Lang) -> String {
    let words = lang.text().config;
    let mut out = String::new();
    let comment = |out: &mut String, text: &str| {
        for line in text.lines() {
            out.push_str("# ");
            out.push_str(line);
            out.push('\n');
        }
    };
    comment(&mut out, words.head);
    let meant = [
        words.language,
        words.theme,
        words.glyphs,
        words.motion,
        words.mouse,
        words.ghost,
        words.team,
        words.framework,
    ];
    let default = Preferences::default();
    let written = Written::new(Lang::default(), &default);
    for (key, about) in KEYS.iter().zip(meant) {
        let value = written.value(key).unwrap_or_else(|| "\"\"".to_owned());
        out.push('\n');
        comment(&mut out, about);
        out.push_str(&format!("#{key} = {value}\n"));
    }
    out.push('\n');
    comment(&mut out, words.keys);
    out.push_str("[keys]\n");
    let keymap = Keymap::default();
    for action in Action::ALL.iter().filter(|action| **action != Action::Interrupt) {
        let keys: Vec<String> = keymap
            .own_keys(*action)
            .iter()
            .map(|key| toml::Value::String(key.written()).to_string())
            .collect();
        out.push_str(&format!("#{} = [{}]\n", action.id(), keys.join(", ")));
    }
    out
}

/// The text with another value for a key of the root: in the place of the one it has, else in the place of the
/// commented one, else in a line of its own on top.
///
/// # Errors
/// Where the text is no TOML.
pub(super) fn with(text: &str, key: &str, value: &str) -> Result<String, Vec<Problem>> {
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let (before, text) = text.split_at(mark);
    let (file, table) = Reader::new(text);
    let Some(table) = table else {
        return Err(file.in_order());
    };
    let line = format!("{key} = {value}");
    let changed = match table.get(key) {
        Some(present) => {
            let span = present.span();
            format!("{}{value}{}", &text[..span.start], &text[span.end..])
        }
        None => match commented_out(text, key) {
            Some((start, end)) => format!("{}{line}{}", &text[..start], &text[end..]),
            None => format!("{line}\n{text}"),
        },
    };
    Ok(format!("{before}{changed}"))
}

/// Where the line is that has the key in a comment, before any table begins.
fn commented_out(text: &str, key: &str) -> Option<(usize, usize)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        if bare.starts_with('[') {
            return None;
        }
        let value = bare
            .strip_prefix('#')
            .and_then(|line| line.trim_start().strip_prefix(key));
        if value.is_some_and(|value| value.trim_start().starts_with('=')) {
            return Some((start, start + bare.len()));
        }
        start += line.len();
    }
    None
}
