//! The parts of the trail on top as ways back. Owns where each leads; what they are called is the screens'.

use super::{App, Effect, screen::AnyScreen};
use crate::screens::{
    action::Action, bearings::Bearings, decisions::Decisions, field::Field, mirror::Mirror, scope::Scope,
    state::State, trail::Names,
};

impl App {
    /// Goes to the place that a part of the trail names: home, a screen under this one, or a new one over home.
    pub(super) fn go_to_crumb(&mut self, name: &str) -> Effect {
        if name == self.state.text().framework {
            self.leave_to(1);
            return Effect::None;
        }
        let under = &self.screens[..self.screens.len() - 1];
        if let Some(at) = under
            .iter()
            .position(|screen| is_called(screen, name, &self.state))
        {
            self.leave_to(at + 1);
            return Effect::None;
        }
        let places: [AnyScreen; 4] = [
            Field::default().into(),
            Bearings::default().into(),
            Decisions::default().into(),
            Mirror::default().into(),
        ];
        let found = places
            .into_iter()
            .find(|screen| is_called(screen, name, &self.state));
        if let Some(screen) = found {
            self.leave_to(1);
            self.screens.push(screen);
            self.settle();
        }
        Effect::None
    }

    /// Leaves screens, as each is left, until there are so many.
    fn leave_to(&mut self, count: usize) {
        while self.screens.len() > count {
            let before = self.screens.len();
            self.act(match self.scope() {
                Scope::Note => Action::Keep,
                Scope::Prompt => Action::Leave,
                _ => Action::Back,
            });
            if self.screens.len() >= before {
                break;
            }
        }
    }
}

/// True where a screen's own trail ends in this name, long or short.
fn is_called(screen: &AnyScreen, name: &str, state: &State) -> bool {
    let ends = |names| {
        screen
            .trail(state, names)
            .last()
            .is_some_and(|(_, last)| last == name)
    };
    ends(Names::Long) || ends(Names::Short)
}
