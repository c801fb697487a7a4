//! What a config file says. Owns the keys; a fault in one leaves the others as they are.

use crate::core::{
    problem::{FOUND_SHOWN, Kind, Path, Problem, ProblemKind, shortened},
    toml::{DeTable, DeValue, Reader, Spanned, near},
};
use crate::screens::action::Action;
use crate::screens::keymap::{Key, Keymap};
use crate::screens::preferences::{AUTO, Glyphs};
use crate::text::Lang;
use std::path::PathBuf;

/// The keys of the root, in the order the commented default has them.
pub(super) const KEYS: [&str; 9] = [
    "language",
    "theme",
    "glyphs",
    "motion",
    "mouse",
    "ghost",
    "team",
    "framework",
    "keys",
];

/// The languages, as the file writes them.
const LANGUAGES: [&str; 2] = ["da", "en"];

/// What a config file says; nothing for what it does not say, or does not say well.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The language of the interface.
    pub language: Option<Lang>,
    /// The name of a theme, or `auto`.
    pub theme: Option<String>,
    /// How finely dials are drawn.
    pub glyphs: Option<Glyphs>,
    /// Whether needles glide.
    pub motion: Option<bool>,
    /// Whether the mouse is used.
    pub mouse: Option<bool>,
    /// Whether dials show where they stood at an earlier bearing.
    pub ghost: Option<bool>,
    /// Colleagues' profiles: files, or folders of them.
    pub team: Option<Vec<PathBuf>>,
    /// The file of another organisation's framework; an empty path is the built-in one.
    pub framework: Option<PathBuf>,
    /// What each key does.
    pub keymap: Keymap,
}

impl Config {
    /// What this one says, and what `other` says where this one says nothing.
    pub fn or(&self, other: &Self) -> Self {
        let (own, other) = (self.clone(), other.clone());
        let is_default = own.keymap == Keymap::default();
        Self {
            language: own.language.or(other.language),
            theme: own.theme.or(other.theme),
            glyphs: own.glyphs.or(other.glyphs),
            motion: own.motion.or(other.motion),
            mouse: own.mouse.or(other.mouse),
            ghost: own.ghost.or(other.ghost),
            team: own.team.or(other.team),
            framework: own.framework.or(other.framework),
            keymap: if is_default { other.keymap } else { own.keymap },
        }
    }

    /// Reads a config file; `themes` are the names of the themes there are, nothing where that is not known. Also gives
    /// what is wrong with it, in the order of the file.
    pub fn parse(text: &str, themes: Option<&[String]>) -> (Self, Vec<Problem>) {
        // some editors on Windows put the mark there
        let (mut file, table) = Reader::new(text.strip_prefix('\u{feff}').unwrap_or(text));
        let mut config = Self::default();
        for (key, value) in table.iter().flatten() {
            let name = key.get_ref().as_ref();
            let path = Path::default().key(name);
            match name {
                "language" => {
                    let place = file.choice(value, &path, LANGUAGES);
                    config.language = place.and_then(|place| Lang::parse(LANGUAGES[place]));
                }
                "theme" => config.theme = theme(&mut file, value, &path, themes),
                "glyphs" => {
                    let place = file.choice(value, &path, Glyphs::ALL.map(Glyphs::name));
                    config.glyphs = place.map(|place| Glyphs::ALL[place]);
                }
                "motion" => config.motion = file.flag(value, &path),
                "mouse" => config.mouse = file.flag(value, &path),
                "ghost" => config.ghost = file.flag(value, &path),
                "team" => config.team = team(&mut file, value, &path),
                "framework" => config.framework = file.text(value, &path).map(PathBuf::from),
                "keys" => match value.get_ref().as_table() {
                    Some(table) => config.keymap = keymap(&mut file, table, &path),
                    None => file.wrong_type(value, path, Kind::Object),
                },
                _ => {
                    let known = KEYS.map(str::to_owned).to_vec();
                    file.problem(key.span(), path, ProblemKind::UnknownKey { known });
                }
            }
        }
        (config, file.in_order())
    }
}

/// The name of one of the themes, where it is known which there are.
fn theme(
    file: &mut Reader,
    value: &Spanned<DeValue>,
    path: &Path,
    themes: Option<&[String]>,
) -> Option<String> {
    let Some(themes) = themes else {
        return file.text(value, path).map(str::to_owned);
    };
    let mut names = [AUTO].into_iter().chain(themes.iter().map(String::as_str));
    let place = file.choice(value, path, names.clone())?;
    names.nth(place).map(str::to_owned)
}

/// A path, or a list of them.
fn team(file: &mut Reader, value: &Spanned<DeValue>, path: &Path) -> Option<Vec<PathBuf>> {
    let Some(list) = value.get_ref().as_array() else {
        return Some(vec![PathBuf::from(file.text(value, path)?)]);
    };
    let mut paths = Vec::new();
    for (at, one) in list.iter().enumerate() {
        paths.push(PathBuf::from(file.text(one, &path.index(at))?));
    }
    Some(paths)
}

/// A key of the keyboard and where it stands in the file.
type Placed<'v> = (Action, Key, &'v Spanned<DeValue<'v>>, Path);

/// The table of keys. With a fault in it the keys are the default's, all of them: half a change of keys would leave some
/// of them doing what nobody expects.
fn keymap(file: &mut Reader, table: &DeTable, path: &Path) -> Keymap {
    let mut placed: Vec<Placed> = Vec::new();
    let mut own: Vec<(Action, Vec<Key>)> = Vec::new();
    let mut good = true;
    for (name, value) in table {
        let path = path.key(name.get_ref());
        // Ctrl+C always leaves
        let action = Action::parse(name.get_ref()).filter(|action| *action != Action::Interrupt);
        let Some(action) = action else {
            let known = near(name.get_ref(), Action::ALL.iter().map(|action| action.id()));
            file.problem(name.span(), path, ProblemKind::UnknownKey { known });
            continue;
        };
        let Some(list) = value.get_ref().as_array() else {
            file.wrong_type(value, path, Kind::Array);
            good = false;
            continue;
        };
        let mut keys = Vec::new();
        for (at, one) in list.iter().enumerate() {
            let path = path.index(at);
            let Some(written) = file.text(one, &path) else {
                good = false;
                continue;
            };
            match Key::parse(written) {
                Ok(key) => {
                    keys.push(key);
                    placed.push((action, key, one, path));
                }
                Err(_) => {
                    let found = shortened(written, FOUND_SHOWN);
                    file.problem(one.span(), path, ProblemKind::NotAKey { found });
                    good = false;
                }
            }
        }
        own.push((action, keys));
    }
    if !good {
        return Keymap::default();
    }
    Keymap::with(&own).unwrap_or_else(|clash| {
        let at = placed
            .into_iter()
            .find(|(action, key, ..)| (*action, *key) == (clash.action, clash.key));
        if let Some((_, key, value, path)) = at {
            let (found, by) = (key.to_string(), clash.other.id());
            file.problem(value.span(), path, ProblemKind::KeyTaken { found, by });
        }
        Keymap::default()
    })
}
