//! Gatherings in the dialogue: which there are, what was talked about and agreed, and what becomes of it. All that the
//! presentation does but the projector: the group's picture is kept, agreements are written, decided and written out.

use super::{Choice, ChoiceAction, Place, Plain, capital, write::Asking};
use crate::core::{
    fault::{Cause, Fault},
    format::Format,
    framework::MarkIndex,
    gathering::{Gathering, SHEETS},
    sanitise::clean,
    session::kept_text,
};
use crate::export::{self, GatheringInput};
use crate::store;
use std::path::{Path, PathBuf};

/// What is done with gatherings.
#[derive(Clone, Debug)]
pub(super) enum Gather {
    /// The group as it stands now is today's picture.
    Picture,
    /// What was agreed becomes decisions.
    Decide,
    /// It is ended.
    End,
    /// The sheet of the day is written to this file; also in the place of one that is there.
    Sheet(PathBuf, bool),
}

impl Plain {
    /// The gatherings there are, the newest first.
    pub(super) fn gatherings(&mut self) {
        let words = self.text().present;
        let listed = match self.outside.store.gatherings().list() {
            Ok(listed) => listed,
            Err(fault) => return self.say_fault(&fault),
        };
        self.say(&format!("{}.", words.gatherings));
        if listed.is_empty() {
            self.say(&format!("{}.", words.none_kept));
        }
        let mut choices: Vec<Choice> = Vec::new();
        for kept in listed.into_iter().rev() {
            match kept.gathering {
                Ok(gathering) => {
                    let label = format!("{}: {}", kept.id, self.gathering_summary(&gathering));
                    choices.push(Choice::to(label, Place::Gathering(kept.id)));
                }
                Err(fault) => self.say_fault(&fault.by_file_name()),
            }
        }
        if self
            .team
            .team
            .as_ref()
            .is_some_and(|team| !team.leaders.is_empty())
        {
            choices.push(Choice::new(
                words.take_picture,
                ChoiceAction::Gather(Gather::Picture),
            ));
        }
        self.offer(choices);
    }

    fn gathering_summary(&self, gathering: &Gathering) -> String {
        let marks = gathering.talked(&self.framework).len();
        let agreed = gathering.agreements(&self.framework).len();
        let summary = self
            .text()
            .present
            .summary(gathering.leaders.len(), marks, agreed);
        match gathering.ended {
            Some(_) => format!("{summary}, {}", self.text().present.was_ended),
            None => summary,
        }
    }

    /// One gathering: who was there, what was talked about and agreed.
    pub(super) fn gathering(&mut self, id: &str) {
        let words = self.text().present;
        let found = self.outside.store.gatherings().find(Some(id), &self.framework.id);
        let gathering = match found {
            Ok((_, gathering, _)) => gathering,
            Err(fault) => return self.say_fault(&fault),
        };
        let date = self.text().date(gathering.at.date());
        self.say(&format!(
            "{}. {}.",
            words.ended_on(&date),
            capital(&self.gathering_summary(&gathering))
        ));
        if gathering.names && !gathering.leaders.is_empty() {
            let names: Vec<_> = gathering
                .leaders
                .iter()
                .map(|leader| clean(&leader.name))
                .collect();
            self.say(&format!("{}: {}.", words.attended, names.join(", ")));
        }
        let view =
            gathering
                .team(&self.framework)
                .view(&self.framework, &Default::default(), Default::default());
        let exports = self.text().export;
        for mark in gathering.talked(&self.framework) {
            if let Some(row) = view.rows.iter().find(|row| row.mark == mark && row.count() > 0) {
                let figures = self.words().export.team_mark(
                    &self.mark_title(mark),
                    row.spread,
                    &exports.steps(row.median),
                );
                self.say(&format!("{figures}."));
            }
        }
        let mut choices: Vec<Choice> = view
            .rows
            .iter()
            .map(|row| {
                let agreed = gathering.agreed(&self.framework.mark(row.mark).id);
                let title = self.mark_title(row.mark);
                let label = match agreed {
                    "" => words.agree_on(&title),
                    agreed => format!("{title}. {}: {}", exports.agreed, one_line(agreed)),
                };
                Choice::new(label, ChoiceAction::Ask(Asking::Agreed(row.mark)))
            })
            .collect();
        let [_, decides, ends] = words.at_the_end;
        choices.push(Choice::new(
            capital(decides),
            ChoiceAction::Gather(Gather::Decide),
        ));
        for format in SHEETS {
            let file = self.sheet_file(&gathering, format);
            let label = words.write_sheet(&file.to_string_lossy());
            choices.push(Choice::new(
                label,
                ChoiceAction::Gather(Gather::Sheet(file, false)),
            ));
        }
        if gathering.ended.is_none() {
            choices.push(Choice::new(capital(ends), ChoiceAction::Gather(Gather::End)));
        }
        self.offer(choices);
    }

    fn sheet_file(&self, gathering: &Gathering, format: Format) -> PathBuf {
        let name = self.text().present.sheet_name(&gathering.at.date().to_string());
        let name = format!("{name}.{}", format.extension());
        self.outside.folder.join(name)
    }

    /// What was agreed on a mark, in one line.
    pub(super) fn keep_agreed(&mut self, mark: MarkIndex, line: &str) {
        let id = self.framework.mark(mark).id.clone();
        match kept_text(line) {
            Ok(text) => self.change_gathering(|gathering| gathering.agree(&id, &text)),
            Err(fault) => self.say_fault(&fault),
        }
    }

    pub(super) fn gather(&mut self, gather: Gather) {
        match gather {
            Gather::Picture => self.take_picture(),
            Gather::Decide => {
                if let Some((gathering, _)) = self.here() {
                    let deed = self.session.decide(gathering.decisions(&self.framework));
                    self.did(deed);
                }
            }
            Gather::End => {
                let now = self.session.now();
                self.change_gathering(|gathering| gathering.ended = Some(now));
            }
            Gather::Sheet(file, replace) => self.write_sheet(&file, replace),
        }
    }

    /// The gathering that the dialogue is at.
    fn here(&mut self) -> Option<(Gathering, store::GatheringFile)> {
        let Place::Gathering(id) = self.place().clone() else {
            return None;
        };
        match self
            .outside
            .store
            .gatherings()
            .find(Some(&id), &self.framework.id)
        {
            Ok((_, gathering, file)) => Some((gathering, file)),
            Err(fault) => {
                self.say_fault(&fault);
                None
            }
        }
    }

    fn change_gathering(&mut self, change: impl FnOnce(&mut Gathering)) {
        let Some((mut gathering, mut file)) = self.here() else {
            return;
        };
        change(&mut gathering);
        match file.save(&gathering) {
            Ok(_) => {
                self.say(&format!("{}.", capital(self.text().saved)));
                self.arrive();
            }
            Err(fault) => self.say_fault(&fault),
        }
    }

    /// Where everyone stands now is the picture of today's gathering, which begins with it.
    fn take_picture(&mut self) {
        let now = self.session.now();
        let gatherings = self.outside.store.gatherings();
        let current = match gatherings.current(&self.framework.id, now.date()) {
            Ok(current) => current,
            Err(fault) => return self.say_fault(&fault),
        };
        let begun = || {
            (
                Gathering::begin(&self.framework, now),
                gatherings.new_file(now.date()),
            )
        };
        let (mut gathering, mut file) = current.unwrap_or_else(begun);
        let view = self.view();
        if let Some(team) = &self.team.team {
            let leaders = view.leaders.iter().filter_map(|at| team.leaders.get(*at));
            gathering.take_picture(&self.framework, leaders, !self.team.hide_names);
        }
        match file.save(&gathering) {
            Ok(_) => {
                self.say(&format!("{}.", capital(self.text().saved)));
                self.go(Place::Gathering(file.id().unwrap_or_default()));
            }
            Err(fault) => self.say_fault(&fault),
        }
    }

    fn write_sheet(&mut self, file: &Path, replace: bool) {
        let Some((gathering, _)) = self.here() else {
            return;
        };
        let format = file
            .extension()
            .and_then(|ending| Format::parse(ending.to_str()?));
        let input = GatheringInput {
            framework: &self.framework,
            rendering: self.english.as_ref(),
            gathering: &gathering,
            lang: self.lang,
        };
        let made = export::export_gathering(format.unwrap_or(Format::Markdown), &input);
        let written = made.and_then(|bytes| store::write_output(file, &bytes, replace, &self.outside.own()));
        let export = self.words().export;
        let name = file.to_string_lossy().into_owned();
        match written {
            Ok(()) => self.say(&format!("{}.", self.text().share.written(&name))),
            Err(Fault::CannotCreate {
                why: Cause::Exists, ..
            }) => {
                self.say(&export.is_there(&name));
                let replaces = ChoiceAction::Gather(Gather::Sheet(file.to_owned(), true));
                self.ask(Asking::Choice(vec![
                    Choice::new(export.replace, replaces),
                    Choice::new(export.leave, ChoiceAction::Leave),
                ]));
            }
            Err(fault) => self.say_fault(&fault),
        }
    }
}

/// A text of several lines in one.
fn one_line(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join(" / ")
}
