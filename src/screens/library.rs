//! What lies on the disk beside the open profile, as it was last looked at: for the screens that show it. Owns the data
//! and which file a typed line means; the loop looks.

use super::preferences::AUTO;
use crate::core::{fault::Fault, moment::Moment, place::expanded, profile::Profile};
use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

/// What there is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The config file, there or not.
    pub config: PathBuf,
    /// The reader's home folder.
    pub home: PathBuf,
    /// The folder where files that go out are suggested to be.
    pub folder: PathBuf,
    /// What the open profile's file is called.
    pub slug: String,
    /// The names of the themes, without [`AUTO`].
    pub themes: Vec<String>,
    /// The profiles that are not open.
    pub others: Vec<Other>,
    /// Conflict copies of the profiles.
    pub copies: Vec<Copied>,
    /// Good profiles among them under names of their own, which are not in use.
    pub strangers: Vec<Stranger>,
    /// The profiles that were deleted and are kept.
    pub deleted: Vec<Deleted>,
}

/// A profile that is not open.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// What its file is called.
    pub slug: String,
    /// When that was last written, where the disk says so.
    pub changed: Option<Moment>,
    /// What is in it, or why that cannot be said.
    pub profile: Result<Profile, Fault>,
}

/// A conflict copy of a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Copied {
    /// What the profile's file is called.
    pub slug: String,
    /// The copy's file.
    pub file: PathBuf,
    /// What is in it, or why that cannot be said.
    pub profile: Result<Profile, Fault>,
}

/// A good profile whose file is not called as the program calls one, and that is a copy of none.
#[derive(Clone, Debug, PartialEq)]
pub struct Stranger {
    /// Its file.
    pub file: PathBuf,
    /// What is in it.
    pub profile: Profile,
}

/// A profile that was deleted.
#[derive(Clone, Debug, PartialEq)]
pub struct Deleted {
    /// The file that keeps it.
    pub file: PathBuf,
    /// What is in it, or why that cannot be said.
    pub profile: Result<Profile, Fault>,
}

impl Library {
    /// The name of the profile with this slug, where it is not the open one.
    pub fn name_of(&self, slug: &str) -> Option<&str> {
        self.others
            .iter()
            .find(|other| other.slug == slug)
            .map(Other::name)
    }

    /// Every choice of a theme.
    pub fn theme_choices(&self) -> impl Iterator<Item = &str> {
        [AUTO].into_iter().chain(self.themes.iter().map(String::as_str))
    }

    /// The file that a line means: `~` is the home folder, and what is not whole starts in the folder that is suggested.
    pub fn place(&self, line: &str) -> PathBuf {
        place(line, &self.home, &self.folder)
    }
}

impl Other {
    /// Its name; what its file is called, where it cannot be read.
    pub fn name(&self) -> &str {
        match &self.profile {
            Ok(profile) => &profile.name,
            Err(_) => &self.slug,
        }
    }
}

/// The file that a line means: `~` is the home folder, variables of the environment are filled in, and what is not whole
/// starts in `folder`. What a terminal puts
/// around the signs of a file that is dragged into it is no part of its name: quotes, and on Unix `\\`.
pub fn place(line: &str, home: &Path, folder: &Path) -> PathBuf {
    let line = unquoted(line);
    folder.join(expanded(Path::new(&*line), home, |name| std::env::var_os(name)))
}

fn unquoted(line: &str) -> Cow<'_, str> {
    for quote in ['"', '\''] {
        let within = line.strip_prefix(quote).and_then(|line| line.strip_suffix(quote));
        if let Some(within) = within {
            return within.into();
        }
    }
    if cfg!(windows) || !line.contains('\\') {
        return line.into();
    }
    let mut plain = String::with_capacity(line.len());
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        // before a letter it is a name's own
        let escapes = sign == '\\' && signs.peek().is_some_and(|next| !next.is_alphanumeric());
        plain.extend(if escapes { signs.next() } else { Some(sign) });
    }
    plain.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_file_in_the_home_in_the_suggested_folder_or_where_it_says() {
        let library = Library {
            home: "/home/anna".into(),
            folder: "/home/anna/docs".into(),
            ..Library::default()
        };
        for (line, file) in [
            ("a.md", "/home/anna/docs/a.md"),
            ("~/a.md", "/home/anna/a.md"),
            ("~", "/home/anna"),
            ("~a.md", "/home/anna/docs/~a.md"),
            ("/tmp/a.md", "/tmp/a.md"),
            ("'/tmp/Min profil.md'", "/tmp/Min profil.md"),
            ("\"~/Min profil.md\"", "/home/anna/Min profil.md"),
            ("'a.md", "/home/anna/docs/'a.md"),
        ] {
            assert_eq!(library.place(line), PathBuf::from(file), "{line}");
        }
        if cfg!(unix) {
            let file = library.place("/tmp/Min\\ profil\\ \\(1\\).md");
            assert_eq!(file, PathBuf::from("/tmp/Min profil (1).md"));
        }
    }
}
