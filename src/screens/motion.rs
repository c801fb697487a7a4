//! The needles' way to where the dials stand, and the petals' from one date to another. Owns where each is drawn at a time
//! that is told; nothing is in motion unless something has just moved, and then for [`GLIDE`] at most.
//!
//! A key must answer at once: the first frame after it is one step on the way already, and a key that comes meanwhile sets
//! off from there, so that nothing waits behind a held key.

use std::time::Duration;

/// How long a needle glides, at most.
pub const GLIDE: Duration = Duration::from_millis(120);

/// How long a dial turns that shows once how one turns.
pub const SHOWN: Duration = Duration::from_millis(2400);

/// Where it is at the beginning of each part of that time, in detents: up, down and back.
const WAY: [f32; 6] = [0.0, 4.0, 4.0, -3.0, -3.0, 0.0];

/// How far on its way a needle is in its first frame: about the time from one frame to the next.
const STEP: Duration = Duration::from_millis(16);

/// A needle on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Glide {
    /// Where it was when it set off, in detents.
    from: f32,
    /// When it comes to rest.
    until: Duration,
}

/// Where each of a row of dials stands, and the way its needle is on.
type Needles = Vec<(i8, Option<Glide>)>;

/// Where the needles are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Motion {
    on: bool,
    /// Dials that move fewer detents are shown at once; 0 and 1 let all glide.
    least: u8,
    dials: Needles,
    /// Those of the picture that is looked at.
    picture: Needles,
    /// That picture is one of another date.
    dated: bool,
    /// The turn that is shown once, and when it began; nothing before the first time that is told.
    shown: Option<Option<Duration>>,
    /// Dots that glide to where they stand, and when they set off; nothing before the first time that is told.
    reveal: Option<Option<Duration>>,
    now: Duration,
}

impl Motion {
    /// Needles glide from now on, or leap.
    pub fn set(&mut self, on: bool) {
        self.on = on;
        if !on {
            self.dials.clear();
            self.picture.clear();
            self.reveal = None;
        }
    }

    /// A dial that is nobody's turns once, from the next time on that is told.
    pub fn show_turn(&mut self) {
        self.shown = Some(None);
    }

    /// Where that dial is, in detents; nothing where it has turned, or nothing moves.
    pub fn shown_turn(&self) -> Option<f32> {
        let since = self.shown.flatten().filter(|_| self.on)?;
        let share = self.now.saturating_sub(since).as_secs_f32() / SHOWN.as_secs_f32();
        let along = share.min(1.0) * (WAY.len() - 1) as f32;
        let part = (along as usize).min(WAY.len() - 2);
        let within = along - part as f32;
        // slow at both ends of a part: 3t² − 2t³
        let eased = within * within * (3.0 - 2.0 * within);
        Some(WAY[part] + (WAY[part + 1] - WAY[part]) * eased)
    }

    /// Dots set off for where they stand, at the next time that is told.
    pub fn begin_reveal(&mut self) {
        self.reveal = self.on.then_some(None);
    }

    /// How far they are on their way, in 0..=1.
    pub fn reveal(&self) -> f32 {
        let Some(since) = self.reveal else { return 1.0 };
        let gone = since.map_or(Duration::ZERO, |since| self.now.saturating_sub(since)) + STEP;
        let left = 1.0 - gone.as_secs_f32() / GLIDE.as_secs_f32();
        1.0 - left.max(0.0).powi(3)
    }

    /// Dials glide where they move at least so many detents; elsewhere they are shown at once. From date to date all glide.
    pub fn set_least(&mut self, detents: u8) {
        self.least = detents;
    }

    /// The dials stand at `dials` at the time `now`, and those of the picture that is looked at at `picture`, which is
    /// `dated` where it is not the dials now. Returns whether anything is still on its way.
    pub fn advance(
        &mut self,
        dials: impl ExactSizeIterator<Item = i8>,
        (picture, dated): (impl ExactSizeIterator<Item = i8>, bool),
        now: Duration,
    ) -> bool {
        if !self.on {
            return false;
        }
        let before = self.now;
        self.now = now;
        let needles = follow(&mut self.dials, dials, self.least, (before, now));
        let least = if dated || self.dated { 1 } else { self.least };
        self.dated = dated;
        let petals = follow(&mut self.picture, picture, least, (before, now));
        if let Some(since) = &mut self.shown {
            let since = *since.get_or_insert(now);
            if now.saturating_sub(since) >= SHOWN {
                self.shown = None;
            }
        }
        if let Some(since) = &mut self.reveal {
            let since = *since.get_or_insert(now);
            if now.saturating_sub(since) + STEP >= GLIDE {
                self.reveal = None;
            }
        }
        needles || petals || self.shown.is_some() || self.reveal.is_some()
    }

    /// Where the needle of the dial at this place is drawn, in detents; nothing where it is where the dial stands.
    pub fn needle(&self, index: usize) -> Option<f32> {
        on_its_way(&self.dials, index, self.now)
    }

    /// Where the dial at this place of the picture that is looked at is drawn; likewise.
    pub fn petal(&self, index: usize) -> Option<f32> {
        on_its_way(&self.picture, index, self.now)
    }
}

/// The needles are to stand at `values`; those that move at least `least` detents glide there. The times are that of the
/// last frame and now. Returns whether any is still on its way.
fn follow(
    needles: &mut Needles,
    values: impl ExactSizeIterator<Item = i8>,
    least: u8,
    (before, now): (Duration, Duration),
) -> bool {
    let known = needles.len() == values.len();
    needles.resize(values.len(), (0, None));
    let mut moving = false;
    for (needle, value) in needles.iter_mut().zip(values) {
        let moved = needle.0 != value && (needle.1.is_some() || needle.0.abs_diff(value) >= least);
        let glide = match known && moved {
            true => Some(Glide {
                from: at(*needle, before),
                until: now + GLIDE - STEP,
            }),
            false => needle.1.filter(|glide| now < glide.until),
        };
        *needle = (value, glide);
        moving |= glide.is_some();
    }
    moving
}

/// Where the needle at this place is on its way; nothing where it is on none.
fn on_its_way(needles: &Needles, index: usize, now: Duration) -> Option<f32> {
    let needle = needles.get(index)?;
    needle.1?;
    Some(at(*needle, now))
}

/// Where a needle is at a time.
fn at((value, glide): (i8, Option<Glide>), now: Duration) -> f32 {
    let Some(glide) = glide else { return value.into() };
    let left = glide.until.saturating_sub(now).as_secs_f32() / GLIDE.as_secs_f32();
    // quick at first and slow to a stop
    let eased = 1.0 - left.min(1.0).powi(3);
    glide.from + (f32::from(value) - glide.from) * eased
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    fn started(value: i8) -> Motion {
        let mut motion = Motion::default();
        motion.set(true);
        assert!(
            !motion.advance([value].into_iter(), ([].into_iter(), false), ms(0)),
            "nothing moves at first"
        );
        motion
    }

    #[test]
    fn a_leap_glides_there_without_turning_back_and_ends_in_time() {
        let mut motion = started(-5);
        assert!(motion.advance([5].into_iter(), ([].into_iter(), false), ms(10)));
        let mut before = -5.0;
        for at in (20..110).step_by(10) {
            assert!(motion.advance([5].into_iter(), ([].into_iter(), false), ms(at)));
            let needle = motion.needle(0).unwrap();
            assert!(needle > before && needle < 5.0, "{at} ms: {needle}");
            before = needle;
        }
        assert!(!motion.advance([5].into_iter(), ([].into_iter(), false), ms(10) + GLIDE));
        assert_eq!(motion.needle(0), None);
    }

    #[test]
    fn a_dial_shows_once_how_one_turns_up_and_down_and_comes_to_rest() {
        let mut motion = started(0);
        motion.show_turn();
        assert!(motion.advance([0].into_iter(), ([].into_iter(), false), ms(100)));
        assert_eq!(motion.shown_turn(), Some(0.0));
        let mut seen = Vec::new();
        for at in (200..2500).step_by(100) {
            assert!(
                motion.advance([0].into_iter(), ([].into_iter(), false), ms(at)),
                "{at}"
            );
            seen.push(motion.shown_turn().unwrap());
        }
        assert!(seen.iter().any(|at| *at > 3.9) && seen.iter().any(|at| *at < -2.9));
        assert!(!motion.advance([0].into_iter(), ([].into_iter(), false), ms(100) + SHOWN));
        assert_eq!(motion.shown_turn(), None);
        let mut still = Motion::default();
        still.show_turn();
        assert!(!still.advance([0].into_iter(), ([].into_iter(), false), ms(0)));
        assert_eq!(still.shown_turn(), None, "without motion");
    }

    #[test]
    fn the_first_frame_after_a_key_shows_that_it_was_pressed() {
        let mut motion = started(0);
        assert!(motion.advance([1].into_iter(), ([].into_iter(), false), ms(10)));
        let needle = motion.needle(0).unwrap();
        assert!(needle > 0.2 && needle < 1.0, "{needle}");
        assert!(!motion.advance([1].into_iter(), ([].into_iter(), false), ms(10) + GLIDE - STEP));
        assert_eq!(motion.needle(0), None);
    }

    #[test]
    fn where_frames_are_dear_one_detent_is_shown_at_once_and_a_leap_glides() {
        let mut motion = started(0);
        motion.set_least(2);
        assert!(!motion.advance([1].into_iter(), ([].into_iter(), false), ms(10)));
        assert_eq!(motion.needle(0), None);
        assert!(motion.advance([3].into_iter(), ([].into_iter(), false), ms(20)));
    }

    #[test]
    fn a_held_key_is_followed_at_once_and_nothing_is_left_to_do_behind_it() {
        let mut motion = started(-5);
        for (key, value) in (-4..=5).enumerate() {
            for frame in [0, 16] {
                let at = ms(1000 + 33 * key as u64 + frame);
                motion.advance([value].into_iter(), ([].into_iter(), false), at);
                let needle = motion.needle(0).unwrap();
                assert!(f32::from(value) - needle < 1.2, "{value}: {needle}");
            }
        }
        let released = ms(1000 + 33 * 9) + GLIDE;
        assert!(!motion.advance([5].into_iter(), ([].into_iter(), false), released));
    }

    #[test]
    fn a_needle_on_its_way_goes_on_from_where_it_is() {
        let mut motion = started(-5);
        motion.advance([5].into_iter(), ([].into_iter(), false), ms(0));
        motion.advance([5].into_iter(), ([].into_iter(), false), ms(40));
        let at = motion.needle(0).unwrap();
        motion.advance([4].into_iter(), ([].into_iter(), false), ms(40));
        let needle = motion.needle(0).unwrap();
        assert!(at < needle && needle < 4.0, "{at} {needle}");
    }

    #[test]
    fn from_date_to_date_even_one_detent_glides() {
        let mut motion = started(0);
        motion.advance([0].into_iter(), ([0].into_iter(), false), ms(5));
        assert!(motion.advance([0].into_iter(), ([1].into_iter(), true), ms(10)));
        motion.advance([0].into_iter(), ([1].into_iter(), true), ms(40));
        let petal = motion.petal(0).unwrap();
        assert!(petal > 0.0 && petal < 1.0, "{petal}");
        assert_eq!(motion.needle(0), None);
        assert!(!motion.advance([0].into_iter(), ([1].into_iter(), true), ms(10) + GLIDE));
    }

    #[test]
    fn without_motion_and_with_another_framework_needles_leap() {
        let mut motion = started(0);
        motion.set(false);
        assert!(!motion.advance([5].into_iter(), ([].into_iter(), false), ms(1)));
        motion.set(true);
        motion.advance([5].into_iter(), ([].into_iter(), false), ms(2));
        assert!(!motion.advance([0, 0].into_iter(), ([].into_iter(), false), ms(3)));
    }
}
