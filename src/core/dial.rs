//! The value of a dial and what it weighs. Owns the scale; knows nothing of how a dial looks.

use super::field;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Where a dial stands: an integer from [`DialValue::MIN`] to [`DialValue::MAX`], 0 neutral.
///
/// It cannot be made outside its scale, so nothing that draws it needs to check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DialValue(i8);

impl DialValue {
    /// The lowest detent: "in the background", never off.
    pub const MIN: Self = Self(-5);
    /// The highest detent: "in front".
    pub const MAX: Self = Self(5);
    /// Straight up, where every dial starts.
    pub const NEUTRAL: Self = Self(0);

    /// The value `steps` stand for, or nothing where that is off the scale.
    pub fn new(steps: i64) -> Option<Self> {
        let on_scale = (i64::from(Self::MIN.0)..=i64::from(Self::MAX.0)).contains(&steps);
        on_scale.then_some(Self(steps as i8))
    }

    /// This value turned by `steps` detents, stopping at the ends of the scale.
    pub fn turned(self, steps: i64) -> Self {
        let turned = i64::from(self.0).saturating_add(steps);
        Self(turned.clamp(i64::from(Self::MIN.0), i64::from(Self::MAX.0)) as i8)
    }

    /// The detent as far on the other side of neutral.
    pub fn negative(self) -> Self {
        Self(-self.0)
    }

    /// The detent as a number.
    pub fn get(self) -> i8 {
        self.0
    }

    /// With its sign, and a true minus sign (U+2212); neutral has none.
    pub fn text(self) -> &'static str {
        const TEXTS: [&str; 11] = ["−5", "−4", "−3", "−2", "−1", "0", "+1", "+2", "+3", "+4", "+5"];
        TEXTS[usize::from(self.0.abs_diff(Self::MIN.0))]
    }

    /// How much room this mark asks for beside the others: 1 at the lowest detent, 11 at the highest.
    /// Never 0, because no mark is ever off.
    pub fn raw_weight(self) -> u32 {
        (i32::from(self.0) + 6) as u32
    }
}

impl Serialize for DialValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i8(self.0)
    }
}

impl<'de> Deserialize<'de> for DialValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let scale = i64::from(Self::MIN.0)..=i64::from(Self::MAX.0);
        field::whole(deserializer, scale).map(|steps| Self(steps as i8))
    }
}

impl fmt::Display for DialValue {
    /// Its [text](DialValue::text).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_leave_its_scale() {
        assert_eq!(DialValue::new(6), None);
        assert_eq!(DialValue::new(-6), None);
        assert_eq!(DialValue::new(i64::MAX), None);
        assert_eq!(DialValue::MAX.turned(i64::MAX), DialValue::MAX);
        assert_eq!(DialValue::MIN.turned(i64::MIN), DialValue::MIN);
        assert_eq!(DialValue::NEUTRAL.turned(-3).get(), -3);
    }

    #[test]
    fn a_value_shows_its_sign() {
        let shown: Vec<String> = [-5, 0, 3]
            .iter()
            .map(|v| DialValue::new(*v).unwrap().to_string())
            .collect();
        assert_eq!(shown, ["−5", "0", "+3"]);
        assert_eq!(format!("{:>3}", DialValue::new(2).unwrap()), " +2");
    }
}
