//! A line that is asked for, in the row of messages under the screen it was asked on: the question, the line, and what
//! becomes of it. What must reach the disk is an [`Effect`], and the line stays until that is done.

use super::{
    Effect, Outcome, Route, Screen,
    action::Action,
    colleagues::team_paths,
    preferences::Setting,
    scope::Scope,
    state::State,
    trail::{Names, Trail},
};
use crate::core::{
    fault::Fault,
    format::Format,
    gathering::SHEETS,
    profile::{MOST_LABEL, Profile},
    purpose::Selection,
    session::{Outcome as Done, ProfileCommand, date},
};
use crate::ui::{Look, text_field, theme::Role, write};
use crate::widget::input::Input;
use ratatui::{
    Frame,
    layout::{Position, Rect},
};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr;

/// The longest line of paths, in characters.
const PATHS: usize = 4000;

/// The columns of the line beside a long question, where there is more room than that for both.
const LINE: u16 = 24;

/// What a line that is asked for is for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The label of a new bearing.
    BearingLabel,
    /// The label of the bearing that the monthly review takes.
    MonthlyBearing,
    /// Another label for the bearing with this id.
    BearingName(String),
    /// When to look at the profile again.
    Review,
    /// The team folder.
    Team,
    /// The leader's name, to share under.
    ShareName,
    /// The open profile's name.
    ProfileName,
    /// The open profile's unit.
    Unit,
    /// The open profile's challenge.
    Challenge,
    /// The name of a new profile.
    NewProfile {
        /// True for a copy of the open one.
        copy: bool,
    },
    /// The file of a profile that comes in.
    ImportFile,
    /// Another name for the profile in this file, that comes in.
    ImportName(PathBuf),
    /// The name of the profile that is to be deleted.
    DeleteProfile {
        /// What its file is called; nothing for the open one.
        slug: Option<String>,
        /// The name that must be typed.
        name: String,
    },
    /// The name for the deleted profile in this file.
    RestoreProfile(PathBuf),
    /// The file that the sheet of the day goes to.
    Sheet {
        /// The file that was found to be there already.
        there: Option<PathBuf>,
    },
    /// The file an export goes to.
    ExportFile {
        /// What goes out.
        selection: Selection,
        /// The file that was found to be there already.
        there: Option<PathBuf>,
    },
}

impl Ask {
    /// True where the line becomes a text of the open profile.
    pub fn is_of_profile(&self) -> bool {
        match self {
            Self::BearingLabel
            | Self::MonthlyBearing
            | Self::BearingName(_)
            | Self::Review
            | Self::ProfileName
            | Self::Unit
            | Self::Challenge => true,
            Self::Team
            | Self::ShareName
            | Self::NewProfile { .. }
            | Self::ImportFile
            | Self::ImportName(_)
            | Self::DeleteProfile { .. }
            | Self::RestoreProfile(_)
            | Self::Sheet { .. }
            | Self::ExportFile { .. } => false,
        }
    }

    /// The question before the line.
    pub fn question(&self, state: &State) -> Cow<'static, str> {
        let text = state.text();
        let question = match self {
            Self::BearingLabel | Self::MonthlyBearing => text.ask_label,
            Self::BearingName(_) => text.bearings.ask_name,
            Self::Review => return text.bearings.ask_review(state.session.date_ahead()).into(),
            Self::Team => text.settings.ask_team,
            Self::ShareName => text.sharing.ask_name,
            Self::ProfileName => text.profiles.ask_name,
            Self::Unit => text.profiles.ask_unit,
            Self::Challenge => text.profiles.ask_challenge,
            Self::NewProfile { .. } | Self::ImportName(_) => text.profiles.ask_new,
            Self::ImportFile => text.profiles.ask_import,
            Self::DeleteProfile { .. } => text.profiles.ask_delete,
            Self::RestoreProfile(_) => text.profiles.ask_restore,
            Self::Sheet { .. } => text.present.ask_sheet,
            Self::ExportFile { .. } => text.purpose.ask_file,
        };
        question.into()
    }
}

/// The review date of a profile as it is typed; empty where it has none.
pub fn review_line(profile: &Profile) -> String {
    let date = profile.review;
    date.map_or_else(String::new, |date| {
        format!("{}.{}.{}", date.day(), date.month(), date.year())
    })
}

/// A line that is asked for.
#[derive(Clone, Debug)]
pub struct Prompt {
    ask: Ask,
    input: Input,
}

impl Prompt {
    /// Asks for a line, which starts as `line`.
    pub fn new(ask: Ask, line: &str) -> Self {
        let limit = match ask {
            Ask::Team | Ask::ImportFile | Ask::Sheet { .. } | Ask::ExportFile { .. } => PATHS,
            _ => MOST_LABEL,
        };
        let input = Input::one_line(line, limit);
        let input = match ask {
            // another date is typed over the one that is set
            Ask::Review => input.selected(),
            _ => input,
        };
        Self { ask, input }
    }

    /// What the line is for.
    pub fn ask(&self) -> &Ask {
        &self.ask
    }

    /// True where something was typed that is kept where the program ends: what belongs to the open profile. What is done with
    /// other files waits for Enter.
    pub fn is_kept_at_the_end(&self) -> bool {
        let is_profile = match self.ask {
            Ask::BearingLabel
            | Ask::MonthlyBearing
            | Ask::BearingName(_)
            | Ask::Review
            | Ask::ProfileName
            | Ask::Unit
            | Ask::Challenge => true,
            Ask::Team
            | Ask::ShareName
            | Ask::NewProfile { .. }
            | Ask::ImportFile
            | Ask::ImportName(_)
            | Ask::DeleteProfile { .. }
            | Ask::RestoreProfile(_)
            | Ask::Sheet { .. }
            | Ask::ExportFile { .. } => false,
        };
        is_profile && self.input.is_changed() && !self.input.text().trim().is_empty()
    }

    /// The file that an export goes to is there already: Enter once more replaces it. False where no such file is asked for.
    pub fn found_there(&mut self, file: &Path) -> bool {
        match &mut self.ask {
            Ask::ExportFile { there, .. } | Ask::Sheet { there } => {
                *there = Some(file.to_owned());
                true
            }
            _ => false,
        }
    }

    /// What Enter does with the line.
    fn keep(&self, state: &mut State) -> Outcome {
        let line = self.input.text().trim().to_owned();
        let command = |command| Outcome::Do(Effect::Profile(command));
        let deed = match &self.ask {
            Ask::BearingLabel => return take_bearing(&line, state),
            Ask::MonthlyBearing => state.session.take_bearing(&line),
            Ask::Team => {
                state.preferences.team = team_paths(&line);
                return Outcome::Steps(vec![Outcome::Back, Outcome::Do(Effect::Set(Setting::Team))]);
            }
            Ask::ProfileName => {
                return match state.session.rename(&line) {
                    Ok(rename) => command(rename),
                    Err(fault) => {
                        state.refused(&fault);
                        Outcome::Done
                    }
                };
            }
            Ask::NewProfile { copy } => return command(state.session.create(&line, *copy)),
            Ask::ImportFile | Ask::ExportFile { .. } | Ask::Sheet { .. } | Ask::ShareName
                if line.is_empty() =>
            {
                return Outcome::Done;
            }
            Ask::ShareName => return Outcome::Do(Effect::Share(Some(line))),
            Ask::Sheet { there } => return sheet(&line, there.as_deref(), state),
            Ask::ImportFile => return command(ProfileCommand::import(state.library.place(&line), None)),
            Ask::ImportName(file) => return command(ProfileCommand::import(file.clone(), Some(&line))),
            Ask::RestoreProfile(file) => {
                return command(ProfileCommand::bring_back(file.clone(), &line));
            }
            Ask::DeleteProfile { name, .. } if line != name.trim() => {
                state.message = Some(state.text().profiles.type_name(name));
                return Outcome::Done;
            }
            Ask::DeleteProfile { slug, .. } => return command(ProfileCommand::Delete(slug.clone())),
            Ask::ExportFile { selection, there } => {
                let file = state.library.place(&line);
                return Outcome::Do(Effect::Export {
                    selection: *selection,
                    replace: there.as_ref() == Some(&file),
                    file,
                });
            }
            Ask::Unit => state.session.set_unit(&line),
            Ask::Challenge => {
                if line.is_empty() && state.profile().challenge.is_empty() {
                    state.message = Some(state.text().mirror.nothing_answered.to_owned());
                }
                state.session.set_challenge(&line)
            }
            Ask::BearingName(id) => {
                let renamed = state.session.rename_bearing(id, &line);
                if let Ok(Done::Changed(_)) = renamed
                    && let Some(bearing) = state.profile().bearing(id)
                {
                    let name = state.text().bearing_name(&bearing.name());
                    state.message = Some(state.text().bearings.named(&name));
                }
                renamed
            }
            Ask::Review => match date(&line) {
                Ok(date) => match state.session.set_review(date) {
                    Err(fault @ (Fault::NotAhead { .. } | Fault::TooFarAhead { .. })) => {
                        state.refused(&fault);
                        return Outcome::Done;
                    }
                    deed => deed,
                },
                Err(why) => {
                    let example = state.session.date_ahead();
                    state.message = Some(state.text().not_a_date(why, example));
                    return Outcome::Done;
                }
            },
        };
        state.did(deed);
        Outcome::Back
    }

    /// Where in the row of messages the question and the line stand.
    fn rooms(&self, state: &State, row: Rect) -> (Rect, Rect) {
        let wanted = self.ask.question(state).width() as u16 + 1;
        let width = wanted.min((row.width / 2).max(row.width.saturating_sub(LINE)));
        (
            Rect { width, ..row },
            Rect {
                x: row.x + width,
                width: row.width - width,
                ..row
            },
        )
    }
}

/// Writes the sheet of the day to this file, where its ending is one of the sheet's formats.
fn sheet(line: &str, there: Option<&Path>, state: &mut State) -> Outcome {
    let file = state.library.place(line);
    let ending = file.extension().and_then(|ending| ending.to_str());
    let format = ending
        .and_then(Format::parse)
        .filter(|format| SHEETS.contains(format));
    match format {
        Some(format) => Outcome::Do(Effect::Sheet {
            format,
            replace: there == Some(&*file),
            file,
        }),
        None => {
            state.message = Some(state.text().present.sheet_formats.to_owned());
            Outcome::Done
        }
    }
}

/// Takes a bearing. Where something moved since the one before, it is opened, so that what that gave can be written at once;
/// Esc leaves it as it is.
fn take_bearing(label: &str, state: &mut State) -> Outcome {
    let deed = state.session.take_bearing(label);
    let step = state.did(deed);
    let Some(bearing) = step.as_ref().and_then(|step| step.bearing_taken()) else {
        return Outcome::Back;
    };
    let said = match bearing.label.is_empty() {
        true => state.text().bearing_saved(bearing.at.date()),
        false => state.text().bearings.saved(&bearing.label),
    };
    state.message.get_or_insert(said);
    match state.session.moved_at(&bearing.id).is_empty() {
        true => Outcome::Back,
        false => Outcome::Steps(vec![
            Outcome::Back,
            Outcome::Go(Route::Bearing(bearing.id.clone())),
        ]),
    }
}

impl Screen for Prompt {
    fn scope(&self) -> Scope {
        Scope::Prompt
    }

    /// The reader is where the line was asked for.
    fn trail<'a>(&'a self, _: &'a State, _: Names) -> Trail<'a> {
        Trail::new()
    }

    fn is_line(&self) -> bool {
        true
    }

    fn act(&mut self, action: Action, state: &mut State) -> Outcome {
        match action {
            Action::Keep => self.keep(state),
            Action::Leave => Outcome::Back,
            _ => Outcome::Pass,
        }
    }

    fn input(&self) -> Option<&Input> {
        Some(&self.input)
    }

    fn input_mut(&mut self) -> Option<&mut Input> {
        Some(&mut self.input)
    }

    fn draw(&self, state: &State, look: &Look, frame: &mut Frame<'_>, row: Rect) -> Option<Position> {
        let (before, line) = self.rooms(state, row);
        let question = self.ask.question(state);
        let style = look.style(Role::Notice);
        write(
            frame.buffer_mut(),
            before.x,
            before.y,
            &question,
            before.width,
            style,
        );
        text_field(look, frame, line, &self.input, "");
        None
    }

    fn settle(&mut self, state: &mut State) {
        if let Some(parts) = state.frame() {
            let line = self.rooms(state, parts.notice).1;
            self.input.resize(line.as_size());
        }
    }
}
