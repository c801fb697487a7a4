//! The needles' way to where the dials stand. Owns where each needle is drawn at a time that is told; nothing is in motion
//! unless a dial has just leapt, and then for [`GLIDE`] at most.
//!
//! One detent is shown at once: it is near enough for the eye to follow, and a key must answer at once. Only a leap (to an
//! end, to neutral, back by undo, a restored bearing) glides.

use std::time::Duration;

/// How long a needle glides.
pub const GLIDE: Duration = Duration::from_millis(120);

/// A needle on its way.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Glide {
    /// Where it was when it set off, in detents.
    from: f32,
    /// When it set off.
    since: Duration,
}

/// Where the needles are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Motion {
    on: bool,
    /// Where each dial stands, and the way its needle is on.
    needles: Vec<(i8, Option<Glide>)>,
    now: Duration,
}

impl Motion {
    /// Needles glide from now on, or leap.
    pub fn set(&mut self, on: bool) {
        self.on = on;
        if !on {
            self.needles.clear();
        }
    }

    /// The dials stand at `values` at the time `now`. Returns whether any needle is still on its way.
    pub fn advance(&mut self, values: impl ExactSizeIterator<Item = i8>, now: Duration) -> bool {
        if !self.on {
            return false;
        }
        let known = self.needles.len() == values.len();
        self.needles.resize(values.len(), (0, None));
        for (index, value) in values.enumerate() {
            let before = self.needles[index].0;
            let glide = self.needles[index]
                .1
                .filter(|glide| now.saturating_sub(glide.since) < GLIDE);
            let leapt = known && before != value && (glide.is_some() || before.abs_diff(value) > 1);
            let glide = if leapt {
                Some(Glide {
                    from: self.at(index),
                    since: now,
                })
            } else {
                glide
            };
            self.needles[index] = (value, glide);
        }
        self.now = now;
        self.needles.iter().any(|(_, glide)| glide.is_some())
    }

    /// Where the needle of the dial at this place is drawn, in detents; nothing where it is where the dial stands.
    pub fn needle(&self, index: usize) -> Option<f32> {
        self.needles.get(index)?.1?;
        Some(self.at(index))
    }

    fn at(&self, index: usize) -> f32 {
        let (value, glide) = self.needles[index];
        let Some(glide) = glide else { return value.into() };
        let share = self.now.saturating_sub(glide.since).as_secs_f32() / GLIDE.as_secs_f32();
        // quick at first and slow to a stop: 1 − (1 − t)³
        let eased = 1.0 - (1.0 - share.min(1.0)).powi(3);
        glide.from + (f32::from(value) - glide.from) * eased
    }
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
            !motion.advance([value].into_iter(), ms(0)),
            "nothing moves at first"
        );
        motion
    }

    #[test]
    fn a_leap_glides_there_without_turning_back_and_ends_in_time() {
        let mut motion = started(-5);
        assert!(motion.advance([5].into_iter(), ms(10)));
        let mut before = -5.0;
        for at in (20..130).step_by(10) {
            assert!(motion.advance([5].into_iter(), ms(at)));
            let needle = motion.needle(0).unwrap();
            assert!(needle > before && needle < 5.0, "{at} ms: {needle}");
            before = needle;
        }
        assert!(!motion.advance([5].into_iter(), ms(10) + GLIDE));
        assert_eq!(motion.needle(0), None);
    }

    #[test]
    fn one_detent_is_shown_at_once() {
        let mut motion = started(0);
        assert!(!motion.advance([1].into_iter(), ms(10)));
        assert_eq!(motion.needle(0), None);
    }

    #[test]
    fn a_needle_on_its_way_goes_on_from_where_it_is() {
        let mut motion = started(-5);
        motion.advance([5].into_iter(), ms(0));
        motion.advance([5].into_iter(), ms(40));
        let at = motion.needle(0).unwrap();
        motion.advance([4].into_iter(), ms(40));
        assert_eq!(motion.needle(0), Some(at));
    }

    #[test]
    fn without_motion_and_with_another_framework_needles_leap() {
        let mut motion = started(0);
        motion.set(false);
        assert!(!motion.advance([5].into_iter(), ms(1)));
        motion.set(true);
        motion.advance([5].into_iter(), ms(2));
        assert!(!motion.advance([0, 0].into_iter(), ms(3)));
    }
}
