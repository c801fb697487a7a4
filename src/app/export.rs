//! The export screen: in which format what goes out, and to which file. Owns the choice; what is made of it and what
//! reaches the disk is an [`Effect`].

use super::{
    App, Effect,
    screen::{Ask, Screen},
};
use crate::core::{
    fault::{Cause, Fault},
    format::{Format, Part, Parts},
};
use std::{
    borrow::Cow,
    path::{Path, PathBuf},
};

/// What is chosen on the export screen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Export {
    /// True for the team as it is shown, false for the profile.
    pub team: bool,
    /// The format.
    pub format: Format,
    /// What of the profile.
    pub parts: Parts,
    /// What comes out, where that is text for reading.
    pub preview: Option<String>,
}

/// One line of the export screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The format.
    Format,
    /// A part of the profile.
    Part(Part),
    /// The names of the team.
    Names,
}

impl Export {
    /// The lines that matter for what is chosen.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = vec![Line::Format];
        if self.team {
            lines.push(Line::Names);
        } else {
            lines.extend(self.format.parts().iter().map(|part| Line::Part(*part)));
        }
        lines
    }

    /// True where what comes out is shown before it is written.
    pub fn is_shown(&self) -> bool {
        matches!(self.format, Format::Markdown | Format::Csv | Format::Json)
    }
}

impl App {
    /// What is chosen, where the export screen is open.
    pub fn export(&self) -> Option<&Export> {
        match &self.body().screen {
            Screen::Export(export) => Some(export),
            _ => None,
        }
    }

    fn export_mut(&mut self) -> Option<&mut Export> {
        self.places
            .iter_mut()
            .rev()
            .find_map(|place| match &mut place.screen {
                Screen::Export(export) => Some(&mut **export),
                _ => None,
            })
    }

    /// Opens the export screen: for the team where that is what is shown, else for the profile.
    pub(super) fn open_export(&mut self) -> Effect {
        let team = matches!(self.body().screen, Screen::Team) && self.team.team.is_some();
        self.go(Screen::Export(Box::new(Export {
            team,
            // a team is for the wall, a profile for reading
            format: if team { Format::Html } else { Format::Markdown },
            parts: Parts::ALL,
            preview: None,
        })));
        Effect::Preview
    }

    /// The next value of the selected line, or the one before.
    pub(super) fn change_export(&mut self, by: isize) -> Effect {
        let selected = self.selected();
        let Some(export) = self.export_mut() else {
            return Effect::None;
        };
        match export.lines().get(selected) {
            Some(Line::Format) => {
                let count = Format::ALL.len() as isize;
                let at = Format::ALL.iter().position(|format| *format == export.format);
                let to = (at.unwrap_or(0) as isize + by).rem_euclid(count) as usize;
                export.format = Format::ALL[to];
            }
            Some(Line::Part(part)) => export.parts.toggle(*part),
            Some(Line::Names) => self.hide_names(),
            None => {}
        }
        Effect::Preview
    }

    /// What comes out, for reading; nothing where that is no text.
    pub fn previewed(&mut self, preview: Option<String>) {
        if let Some(export) = self.export_mut() {
            export.preview = preview;
            self.show_selected();
        }
    }

    /// Asks for the file.
    pub(super) fn ask_export_file(&mut self) {
        let Some(export) = self.export() else {
            return;
        };
        let stem = match export.team {
            true => self.text().share.team_file,
            false => &self.around.slug,
        };
        let name = format!("{stem}.{}", export.format.extension());
        let file = self.around.folder.join(name);
        self.ask(Ask::ExportFile(None), &file.to_string_lossy());
    }

    /// What Enter does with the file that is asked for; nothing where another line is. The line stays until the file is
    /// written.
    pub(super) fn submit_export_line(&self) -> Option<Effect> {
        let Screen::Prompt(Ask::ExportFile(there), input) = self.screen() else {
            return None;
        };
        let typed = input.text().trim();
        if typed.is_empty() {
            return Some(Effect::None);
        }
        let file = self.around.place(typed);
        let replace = there.as_deref() == Some(&*file);
        Some(Effect::Export { file, replace })
    }

    /// The export could not be written. Where the file is there already, Enter once more replaces it.
    pub fn not_exported(&mut self, fault: &Fault) {
        let Fault::CannotCreate {
            path,
            why: Cause::Exists,
        } = fault
        else {
            return self.refused(fault);
        };
        if let Screen::Prompt(Ask::ExportFile(there), _) = &mut self.place_mut().screen {
            *there = Some(path.clone());
            self.message = Some(self.text().share.exists(&path.to_string_lossy()));
        }
    }
}

impl crate::screens::around::Around {
    /// The file that a line means: `~` is the home folder, and what is not whole starts in the folder that is suggested.
    pub fn place(&self, line: &str) -> PathBuf {
        place(line, &self.home, &self.folder)
    }
}

/// The file that a line means: `~` is the home folder, and what is not whole starts in `folder`. What a terminal puts
/// around the signs of a file that is dragged into it is no part of its name: quotes, and on Unix `\\`.
pub fn place(line: &str, home: &Path, folder: &Path) -> PathBuf {
    let line = &*unquoted(line);
    match line
        .strip_prefix('~')
        .map(|rest| rest.trim_start_matches(['/', '\\']))
    {
        Some(rest) if line.len() == 1 || line[1..].starts_with(['/', '\\']) => home.join(rest),
        _ => folder.join(Path::new(line)),
    }
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
    use crate::screens::around::Around;
    use std::path::PathBuf;

    #[test]
    fn a_line_is_a_file_in_the_home_in_the_suggested_folder_or_where_it_says() {
        let around = Around {
            home: "/home/anna".into(),
            folder: "/home/anna/docs".into(),
            ..Around::default()
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
            assert_eq!(around.place(line), PathBuf::from(file), "{line}");
        }
        if cfg!(unix) {
            let file = around.place("/tmp/Min\\ profil\\ \\(1\\).md");
            assert_eq!(file, PathBuf::from("/tmp/Min profil (1).md"));
        }
    }
}
