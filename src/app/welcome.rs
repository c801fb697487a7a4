//! The welcome: three short steps of a first start, which can be taken again. Owns the way through them; their words are
//! `content`'s and the framework's own.

use super::{
    App, Saving,
    screen::{Place, Screen, WelcomeStep},
};
use crate::core::profile::Edit;

impl App {
    /// Begins the welcome.
    pub fn welcome(&mut self) {
        self.places.truncate(1);
        self.places.push(Place::new(Screen::Welcome(WelcomeStep::About)));
    }

    /// Enter: keeps what was chosen and goes to the next step, after the last one home.
    pub(super) fn next_step(&mut self, step: WelcomeStep) {
        let next = match step {
            WelcomeStep::About => WelcomeStep::Level,
            WelcomeStep::Level => {
                let level = self.selected();
                if level != self.own_level() {
                    self.change(Edit::Level(level as u8 + 1));
                }
                WelcomeStep::Dial
            }
            WelcomeStep::Dial => return self.leave_welcome(),
        };
        *self.place_mut() = Place {
            selected: self.own_level(),
            ..Place::new(Screen::Welcome(next))
        };
    }

    /// Leaves the welcome, also half-way. The profile goes to the disk even where nothing was changed: the next start is
    /// not the first one.
    pub(super) fn leave_welcome(&mut self) {
        self.back();
        if !matches!(self.saving, Saving::ReadOnly(_)) {
            self.changed();
        }
    }
}
