//! The export on the stack of screens: when it is opened, what comes out, the file that is asked for. Owns no choice: those
//! are the screen's; what is made of it and what reaches the disk is an [`Effect`].

use super::{
    App, Effect,
    screen::{Ask, Screen},
};
use crate::core::{
    fault::{Cause, Fault},
    format::Selection,
};
use crate::screens::export::Export;

impl App {
    /// What is chosen, where the export screen is open.
    pub fn export(&self) -> Option<&Selection> {
        match &self.body().screen {
            Screen::Export(export) => Some(&export.selection),
            _ => None,
        }
    }

    /// Opens the export screen: for the team where that is what is shown, else for the profile.
    pub(super) fn open_export(&mut self) -> Effect {
        let team = matches!(self.body().screen, Screen::Team(_)) && self.team.team.is_some();
        self.go(Screen::Export(Export::new(Selection::suggested(team))));
        Effect::Preview
    }

    /// What comes out, for reading; nothing where that is no text.
    pub fn previewed(&mut self, preview: Option<String>) {
        let export = self
            .places
            .iter_mut()
            .rev()
            .find_map(|place| match &mut place.screen {
                Screen::Export(export) => Some(export),
                _ => None,
            });
        if let Some(export) = export {
            export.preview = preview;
            self.show_selected();
        }
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
        let file = self.library.place(typed);
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
