//! The themes there are: those that come with the program, and the reader's own files.

use crate::core::fault::Fault;
use crate::store;
use crate::ui::theme::{Depth, Palette, SHIPPED, Theme};
use std::path::{Path, PathBuf};

/// The files of the themes that come with the program, in the order of [`SHIPPED`].
const FILES: [&str; SHIPPED.len()] = [
    include_str!("../../assets/themes/dark.toml"),
    include_str!("../../assets/themes/light.toml"),
    include_str!("../../assets/themes/high-contrast.toml"),
    include_str!("../../assets/themes/mono.toml"),
];

/// The themes that can be chosen, with the reader's own in one folder.
#[derive(Clone, Debug)]
pub struct Themes {
    /// The folder of the reader's own.
    pub dir: PathBuf,
}

impl Themes {
    /// The themes whose files lie beside this config file.
    pub fn beside(config: &Path) -> Self {
        let dir = config.parent().unwrap_or(Path::new("")).join("themes");
        Self { dir }
    }

    /// The names that can be seen, the shipped ones first and then the reader's own by the alphabet.
    pub fn names(&self) -> Vec<String> {
        self.all_names().unwrap_or_else(|_| shipped().collect())
    }

    /// The same.
    ///
    /// # Errors
    /// Why the reader's own cannot be seen; then any other name may be one of them.
    pub fn all_names(&self) -> Result<Vec<String>, Fault> {
        let files = store::names_in(&self.dir)?;
        let mut own: Vec<String> = files
            .iter()
            .filter_map(|name| Some(name.to_str()?.strip_suffix(".toml")?.to_owned()))
            .filter(|name| !name.is_empty() && !SHIPPED.contains(&name.as_str()))
            .collect();
        own.sort_unstable();
        Ok(shipped().chain(own).collect())
    }

    /// The reader's own that cannot be chosen, because the names of their files are no text, as faults.
    pub fn unnamed(&self) -> Vec<Fault> {
        let files = store::names_in(&self.dir).unwrap_or_default().into_iter();
        let unnamed =
            files.filter(|name| name.to_str().is_none() && name.as_encoded_bytes().ends_with(b".toml"));
        let fault = |name| Fault::NameNotUtf8 {
            file: self.dir.join(name),
        };
        unnamed.map(fault).collect()
    }

    /// The theme of this name, one of [`Themes::names`].
    ///
    /// # Errors
    /// Whatever is wrong with the reader's own file, or that there is none, or why that cannot be told.
    pub fn load(&self, name: &str, depth: Depth) -> Result<Theme, Fault> {
        if let Some(theme) = Theme::shipped(name, depth) {
            return Ok(theme);
        }
        match Palette::parse(&self.file(name)?) {
            Ok(palette) => Ok(Theme::new(name, &palette, depth)),
            Err(problems) => Err(Fault::Damaged {
                file: self.path(name),
                problems,
            }),
        }
    }

    /// The file of the theme of this name, one of [`Themes::names`], as it is written.
    ///
    /// # Errors
    /// As [`load`](Self::load), but whatever stands in the file.
    pub fn file(&self, name: &str) -> Result<String, Fault> {
        if let Some(place) = SHIPPED.iter().position(|shipped| *shipped == name) {
            return Ok(FILES[place].to_owned());
        }
        let file = self.path(name);
        match self.all_names()?.iter().any(|known| known == name) {
            true => store::read_text(&file, super::LIMIT),
            false => Err(Fault::Missing { file }),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.join(format!("{name}.toml"))
    }
}

/// The names of the themes that come with the program.
fn shipped() -> impl Iterator<Item = String> {
    SHIPPED.iter().map(|name| (*name).to_owned())
}
