//! `pejl undo`, `pejl redo`: a step back or forth, whichever face made it.

use super::{Answer, Settings, args::OneStep, perform::perform, shape, tell, to_json};
use crate::core::{
    fault::Fault,
    history::Way,
    session::{Outcome, ProfileCommand, Session},
};
use crate::store::{self, Access, Undo};

/// Runs the command.
pub fn run(settings: &Settings, way: Way, args: &OneStep) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let mut opened = settings.open_sound(&framework, Access::Edit)?;
    opened.file.writable()?;
    let steps = opened.file.undo()?;
    let mut on_disk = opened.profile.clone();
    let mut session = Session::new(framework.clone(), opened.profile, store::system_clock());
    session.remember(steps.back, steps.again);
    let mut outcome = match way {
        Way::Redo => session.redo(),
        Way::New | Way::Undo => session.undo(),
    }?;
    // a name goes by way of the disk, where it is the file's too
    if let Outcome::Files(ProfileCommand::Rename { name, way }) = outcome {
        let (store, slug) = (settings.store(), opened.file.slug().to_owned());
        drop(opened.file);
        let command = ProfileCommand::Rename {
            name: name.clone(),
            way,
        };
        let done = perform(&store, &framework, &slug, command)?;
        let renamed = store.open_sound(&done.slug, &framework.id, Access::Edit)?;
        (opened.file, on_disk) = (renamed.file, renamed.profile);
        outcome = session.renamed(&name, way);
    }
    let text = settings.lang.text();
    let step = match outcome {
        Outcome::Changed(step) => {
            if **session.profile() != on_disk {
                let saved = opened.file.save(session.profile())?;
                opened.notices.extend(saved.notices());
            }
            let (back, again) = session.undo_steps();
            opened.file.keep_undo(&Undo { back, again });
            let name = session.names(&step).into_iter().next();
            Some(name.map_or_else(String::new, |name| text.step_name(&name, &framework)))
        }
        Outcome::Unchanged | Outcome::Files(_) => None,
    };
    for notice in &opened.notices {
        tell(&settings.lang.notice(notice));
    }
    if args.json {
        return Ok(to_json(&shape::Walked {
            profile: &session.profile().name,
            step,
        }));
    }
    let said = match (way, step) {
        (Way::Redo, Some(step)) => text.redone(&step),
        (_, Some(step)) => text.undone(&step),
        (Way::Redo, None) => text.nothing_to_redo.to_owned(),
        (_, None) => text.nothing_to_undo.to_owned(),
    };
    Ok(format!("{said}\n").into())
}
