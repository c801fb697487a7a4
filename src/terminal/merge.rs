//! Two versions of a profile are read, and what was made of them is kept. Owns the order in which that reaches the disk: the
//! merged profile first, and only then is the other version put away.

use super::effect_runner::EffectRunner;
use crate::app::App;
use crate::core::{
    fault::Fault,
    merge::{Merging, Source},
    profile::Profile,
};
use crate::store::Writer;
use std::path::{Path, PathBuf};

impl EffectRunner {
    /// Shows the state another version of the open profile; of another one, that is opened first. Gives what must be said.
    pub(super) fn open_merge(
        &mut self,
        app: &mut App,
        copy: Option<(String, PathBuf)>,
    ) -> Result<String, Fault> {
        let Some((slug, file)) = copy else {
            let theirs = self.with_writer(|writer| writer.theirs())?;
            let theirs = of_framework(
                theirs,
                &app.state.profile().framework,
                &self.store.file(&self.slug)?,
            )?;
            app.open_merge(Merging::new(theirs, Source::Open));
            return Ok(String::new());
        };
        let theirs = self.store.read_copy(&file)?;
        let same = slug == self.slug;
        let framework = match same {
            true => app.state.profile().framework.clone(),
            // what cannot be merged opens no other profile
            false => self.store.read_copy(&self.store.file(&slug)?)?.framework,
        };
        let theirs = of_framework(theirs, &framework, &file)?;
        let said = match same {
            true => String::new(),
            false => self.exchange(app, |_, _| Ok(slug))?,
        };
        app.open_merge(Merging::new(theirs, Source::Copy(file)));
        Ok(said)
    }

    /// Keeps the merge that the state shows. Gives what must be said.
    pub(super) fn keep_merged(&mut self, app: &mut App) -> Result<String, Fault> {
        let words = app.state.text().merge;
        let Some(merging) = app.merging().cloned() else {
            return Ok(String::new());
        };
        let now = match &merging.source {
            Source::Open => self.with_writer(|writer| writer.theirs())?,
            Source::Copy(file) => self.store.read_copy(file)?,
        };
        if now != merging.theirs {
            app.open_merge(Merging::new(now, merging.source));
            return Ok(words.changed_meanwhile.to_owned());
        }
        let name =
            Some(app.state.session.merged(&merging).name).filter(|name| *name != app.state.profile().name);
        if let Some(name) = &name {
            // a name that no file can have is refused while another can still be chosen
            self.store.can_rename(&self.slug, name)?;
        }
        let mut copies = Vec::new();
        match merging.source {
            Source::Open => {
                let beside = self.with_writer(|writer| Ok(writer.beside()))?;
                copies.extend(self.with_writer(Writer::keep_mine)?);
                copies.extend(beside);
                app.state.session.go_on();
            }
            Source::Copy(file) => copies.push(file),
        }
        app.take_merged();
        self.with_writer(|writer| {
            writer.save(app.state.session.profile().clone(), app.state.changes());
            Ok(())
        })?;
        if self.flush()?.is_some() {
            // yet another program was at it meanwhile: there is something to choose again
            return Ok(String::new());
        }
        for copy in copies {
            if let Err(fault) = self.store.put_away(&self.slug, &copy) {
                return Ok(words.kept_beside(&app.state.lang.fault(&fault.by_file_name())));
            }
        }
        // last: what is called a copy of this profile is called so after the file's old name
        match name.map(|name| self.rename_file(app, &name)) {
            Some(Err(fault)) => Ok(format!("{}. {}", words.kept, app.state.lang.fault(&fault))),
            Some(Ok(())) | None => Ok(words.kept.to_owned()),
        }
    }
}

/// The profile, where it belongs to the framework with this id.
fn of_framework(profile: Profile, framework: &str, file: &Path) -> Result<Profile, Fault> {
    match profile.framework == framework {
        true => Ok(profile),
        false => Err(Fault::OtherFramework {
            file: file.to_owned(),
            framework: profile.framework,
        }),
    }
}
