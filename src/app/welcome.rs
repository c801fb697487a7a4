//! The welcome: three short steps of a first start, which can be taken again. Owns the way through them; their words are
//! `content`'s and the framework's own.

use super::{
    App,
    screen::{Place, Screen, WelcomeStep},
};

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
                let deed = self.session.set_level(level);
                self.did(deed);
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
        if self.session.read_only().is_none() {
            self.session.changed();
        }
    }
}
