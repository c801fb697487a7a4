//! What lies on the disk around the open profile, as it was last looked at: for the screens that show it. Owns the data;
//! `run` looks.

use super::preferences::AUTO;
use std::path::PathBuf;

/// What there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// The config file, there or not.
    pub config: PathBuf,
    /// The names of the themes, without [`AUTO`].
    pub themes: Vec<String>,
}

impl Around {
    /// Every choice of a theme.
    pub fn theme_choices(&self) -> impl Iterator<Item = &str> {
        [AUTO].into_iter().chain(self.themes.iter().map(String::as_str))
    }
}
