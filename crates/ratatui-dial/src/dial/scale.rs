//! The scale of a dial: its range, its neutral, and how its numbers are written.

/// A range of integers, the detents, with one of them neutral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scale {
    min: i32,
    max: i32,
    neutral: i32,
}

impl Scale {
    /// From the lesser to the greater of `min` and `max`, with `neutral` held between them. Neutral inside the
    /// range stands at twelve o'clock, neutral at an end stands at that end of the ring.
    pub const fn new(min: i32, max: i32, neutral: i32) -> Self {
        let (min, max) = if min < max { (min, max) } else { (max, min) };
        let neutral = if neutral < min {
            min
        } else if neutral > max {
            max
        } else {
            neutral
        };
        Self { min, max, neutral }
    }

    /// A scale that runs both ways from 0.
    ///
    /// ```
    /// use ratatui_dial::Scale;
    /// assert_eq!(Scale::bipolar(-5, 5).neutral(), 0);
    /// ```
    pub const fn bipolar(min: i32, max: i32) -> Self {
        Self::new(min, max, 0)
    }

    /// A scale that fills from its least value.
    ///
    /// ```
    /// use ratatui_dial::Scale;
    /// assert_eq!(Scale::unipolar(0, 100).neutral(), 0);
    /// assert_eq!(Scale::unipolar(10, 20).neutral(), 10);
    /// ```
    pub const fn unipolar(min: i32, max: i32) -> Self {
        Self::new(min, max, if min < max { min } else { max })
    }

    /// The least value.
    pub const fn min(self) -> i32 {
        self.min
    }

    /// The greatest value.
    pub const fn max(self) -> i32 {
        self.max
    }

    /// The value that the fill grows from.
    pub const fn neutral(self) -> i32 {
        self.neutral
    }

    /// `value`, held within the scale.
    pub fn clamp(self, value: i32) -> i32 {
        value.clamp(self.min, self.max)
    }

    /// How many steps lead from the least to the greatest value.
    pub fn steps(self) -> u32 {
        self.max.abs_diff(self.min)
    }

    /// Whether the scale runs both ways from neutral.
    pub fn is_bipolar(self) -> bool {
        self.min < self.neutral && self.neutral < self.max
    }

    /// `position`, in scale units, held within the scale.
    pub(super) fn hold(self, position: f32) -> f32 {
        position.clamp(self.min as f32, self.max as f32)
    }

    /// Where `position` lies on the way, from -1 at the least value to 1 at the greatest; neutral inside the range
    /// lies at 0. Each side of neutral is even in itself.
    pub(super) fn share(self, position: f32) -> f32 {
        let [min, max, neutral] = [self.min, self.max, self.neutral].map(|v| v as f32);
        let position = self.hold(position);
        if self.min == self.max {
            0.0
        } else if !self.is_bipolar() {
            (position - min) / (max - min) * 2.0 - 1.0
        } else if position < neutral {
            (position - neutral) / (neutral - min)
        } else {
            (position - neutral) / (max - neutral)
        }
    }

    /// The position at `share`: the inverse of [`Scale::share`].
    #[cfg(feature = "crossterm")]
    pub(super) fn position(self, share: f32) -> f32 {
        let [min, max, neutral] = [self.min, self.max, self.neutral].map(|v| v as f32);
        let share = share.clamp(-1.0, 1.0);
        if !self.is_bipolar() {
            min + (max - min) * (share + 1.0) / 2.0
        } else if share < 0.0 {
            neutral + (neutral - min) * share
        } else {
            neutral + (max - neutral) * share
        }
    }

    /// `value` as it is shown: with its sign where the scale has negative values, and with the true minus (U+2212)
    /// unless `ascii`.
    pub(super) fn label(self, value: i32, ascii: bool) -> Label {
        let mut label = Label {
            chars: ['0'; LABEL],
            start: LABEL,
        };
        let mut rest = value.unsigned_abs();
        loop {
            label.push(char::from(b'0' + (rest % 10) as u8));
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        if value < 0 {
            label.push(if ascii { '-' } else { '\u{2212}' });
        } else if value > 0 && self.min < 0 {
            label.push('+');
        }
        label
    }

    /// The width of the widest label, in cells.
    pub(super) fn label_width(self) -> usize {
        self.label(self.min, true)
            .len()
            .max(self.label(self.max, true).len())
    }
}

/// The most characters of an `i32` with its sign.
const LABEL: usize = 11;

/// A number as it is shown; each character is one cell wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label {
    chars: [char; LABEL],
    start: usize,
}

impl Label {
    /// The characters from left to right.
    pub fn chars(&self) -> impl Iterator<Item = char> + '_ {
        self.chars[self.start..].iter().copied()
    }

    /// How many characters, and so cells, it takes.
    #[allow(clippy::len_without_is_empty)] // a label is never empty
    pub fn len(&self) -> usize {
        LABEL - self.start
    }

    fn push(&mut self, char: char) {
        self.start -= 1;
        self.chars[self.start] = char;
    }
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.chars()
            .try_for_each(|char| std::fmt::Write::write_char(f, char))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn neutral_lies_in_the_middle_and_both_sides_are_even_in_themselves() {
        let lopsided = Scale::bipolar(-3, 10);
        for (position, share) in [
            (-3.0, -1.0),
            (-1.5, -0.5),
            (0.0, 0.0),
            (5.0, 0.5),
            (10.0, 1.0),
            (99.0, 1.0),
        ] {
            assert_eq!(lopsided.share(position), share, "{position}");
        }
    }

    #[test]
    fn a_scale_with_neutral_at_an_end_is_even_from_end_to_end() {
        for scale in [
            Scale::unipolar(0, 100),
            Scale::new(0, 100, 100),
            Scale::bipolar(0, 100),
        ] {
            assert_eq!(
                [0.0, 50.0, 75.0, 100.0].map(|p| scale.share(p)),
                [-1.0, 0.0, 0.5, 1.0]
            );
        }
    }

    #[test]
    fn ends_given_the_wrong_way_round_are_turned_and_neutral_is_held_between_them() {
        assert_eq!(Scale::new(5, -5, 0), Scale::bipolar(-5, 5));
        assert_eq!(Scale::new(1, 5, 9).neutral(), 5);
        assert_eq!(Scale::bipolar(1, 5).neutral(), 1);
        assert_eq!(Scale::unipolar(7, 2).neutral(), 2);
    }

    #[test]
    fn labels_carry_a_sign_where_the_scale_has_two() {
        let signed = Scale::bipolar(-5, 5);
        let labels = [-5, 0, 4].map(|value| signed.label(value, false).to_string());
        assert_eq!(labels, ["\u{2212}5", "0", "+4"]);
        assert_eq!(signed.label(-5, true).to_string(), "-5");
        assert_eq!(Scale::unipolar(0, 9).label(4, false).to_string(), "4");
        let widest = Scale::new(i32::MIN, i32::MAX, 0);
        assert_eq!(widest.label(i32::MIN, true).to_string(), i32::MIN.to_string());
        assert_eq!(widest.label_width(), 11);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_share_leads_back_to_its_position(min in -1000..1000, max in -1000..1000, neutral in -1000..1000, at in 0.0_f32..1.0) {
            let scale = Scale::new(min, max, neutral);
            let position = scale.min() as f32 + at * scale.steps() as f32;
            prop_assert!((scale.position(scale.share(position)) - position).abs() < 0.01);
        }
    }
}
