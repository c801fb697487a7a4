//! What a leader does with one bearing, in the list as on its own screen: lets it ghost on the dials, restores, names, notes
//! and deletes it.

use super::{Effect, Outcome, Route, action::Action, preferences::Setting, prompt::Ask, state::State};
use crate::core::{
    profile::Bearing,
    session::{self, TextTarget},
};

/// Carries an action on `bearing` out; nothing where it is not about a bearing.
pub fn act(action: Action, bearing: Option<&Bearing>, state: &mut State) -> Option<Outcome> {
    let is_about_it = matches!(
        action,
        Action::Ghost | Action::Restore | Action::Rename | Action::Delete | Action::Note
    );
    if !is_about_it {
        return None;
    }
    let Some(bearing) = bearing else {
        state.message = Some(state.text().bearings.no_bearing.to_owned());
        return Some(Outcome::Done);
    };
    let (id, name) = (bearing.id.clone(), state.text().bearing_name(&bearing.name()));
    match action {
        Action::Ghost => return Some(ghost(&id, &name, state)),
        Action::Rename => {
            let route = Route::Prompt(Ask::BearingName(id), bearing.label.clone());
            return Some(Outcome::Go(route));
        }
        Action::Note => return Some(Outcome::Go(Route::Note(TextTarget::Bearing(id)))),
        Action::Restore => restore(&id, &name, state),
        _ => {
            let deed = state.session.delete_bearing(&id);
            if state.did(deed).is_some() {
                state.message = Some(state.text().bearings.deleted(&name));
            }
        }
    }
    Some(Outcome::Done)
}

/// It ghosts on every dial; where it does already, none does.
fn ghost(id: &str, name: &str, state: &mut State) -> Outcome {
    let words = state.text().bearings;
    let before = state.preferences.ghost;
    let Ok(shown) = state.session.choose_ghost(id, before) else {
        return Outcome::Done;
    };
    state.message = Some(match shown {
        true => words.ghost_on(name),
        false => words.ghost_off.to_owned(),
    });
    state.preferences.ghost = shown;
    match shown == before {
        true => Outcome::Done,
        false => Outcome::Do(Effect::Set(Setting::Ghost)),
    }
}

/// Turns every dial back to where it stood then.
fn restore(id: &str, name: &str, state: &mut State) {
    let words = state.text().bearings;
    state.message = Some(match state.session.restore(id) {
        Ok(session::Outcome::Unchanged) => words.nothing_to_restore.to_owned(),
        Ok(_) => words.restored(name),
        Err(fault) => state.lang.fault(&fault),
    });
}
