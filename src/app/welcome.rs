//! The welcome's place on the stack, and that it is not taken twice by itself.

use super::{
    App,
    screen::{Place, Screen},
};
use crate::screens::welcome::Welcome;

impl App {
    /// Begins the welcome.
    pub fn welcome(&mut self) {
        self.places.truncate(1);
        self.places.push(Place::new(Screen::Welcome(Welcome::new())));
    }

    /// Leaves the welcome, wherever it is. The profile is saved even if it is as it was made, so that the next start is
    /// not the first one.
    pub(super) fn leave_welcome(&mut self) {
        self.back();
        if self.session.read_only().is_none() {
            self.session.changed();
        }
    }
}
