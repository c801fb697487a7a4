//! How serde reads and writes single values of files: whole numbers within bounds, dates, maps in which no key comes twice.
//! What a type expects is said in fixed words, by which `format` knows what is wrong; what a person reads is `text`'s.

use jiff::civil::Date;
use serde::{
    Deserialize, Deserializer, Serializer,
    de::{Error, MapAccess, Unexpected, Visitor},
};
use std::{collections::BTreeMap, fmt, marker::PhantomData, ops::RangeInclusive, str::FromStr};

/// What is expected of a whole number; its bounds follow, `… from -5 to 5`.
pub const WHOLE: &str = "a whole number from ";
/// What is expected of a date.
pub const DATE: &str = "a date";
/// What is expected of a moment.
pub const MOMENT: &str = "a moment";

/// The levels that a profile can be at.
const LEVELS: RangeInclusive<i64> = 1..=6;

/// A whole number within these bounds.
pub(super) fn whole<'de, D: Deserializer<'de>>(
    deserializer: D,
    bounds: RangeInclusive<i64>,
) -> Result<i64, D::Error> {
    struct Whole(RangeInclusive<i64>);

    impl Visitor<'_> for Whole {
        type Value = i64;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            write!(f, "{WHOLE}{} to {}", self.0.start(), self.0.end())
        }

        fn visit_i64<E: Error>(self, number: i64) -> Result<i64, E> {
            match self.0.contains(&number) {
                true => Ok(number),
                false => Err(E::invalid_value(Unexpected::Signed(number), &self)),
            }
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<i64, E> {
            let too_large = || E::invalid_value(Unexpected::Unsigned(number), &self);
            let number = i64::try_from(number).map_err(|_| too_large())?;
            self.visit_i64(number)
        }
    }

    deserializer.deserialize_i64(Whole(bounds))
}

/// A level, from 1.
pub(super) fn level<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    whole(deserializer, LEVELS).map(|level| level as u8)
}

/// A text that stands for something else.
pub(super) fn parsed<'de, D: Deserializer<'de>, T: FromStr>(
    deserializer: D,
    expected: &'static str,
) -> Result<T, D::Error> {
    struct Parsed<T>(&'static str, PhantomData<T>);

    impl<T: FromStr> Visitor<'_> for Parsed<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str(self.0)
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            text.parse()
                .map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
        }
    }

    deserializer.deserialize_str(Parsed(expected, PhantomData))
}

/// A date, or null.
pub(super) mod date {
    use super::{DATE, Date, Deserialize, Deserializer, Serializer, parsed};

    struct OneDate(Date);

    impl<'de> Deserialize<'de> for OneDate {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            parsed(deserializer, DATE).map(Self)
        }
    }

    pub(in crate::core) fn serialize<S: Serializer>(
        date: &Option<Date>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match date {
            Some(date) => serializer.collect_str(date),
            None => serializer.serialize_none(),
        }
    }

    pub(in crate::core) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        let date = Option::<OneDate>::deserialize(deserializer)?;
        Ok(date.map(|date| date.0))
    }
}

/// A map in which no key comes twice, where serde's own would take the last.
pub(super) fn unique<'de, D: Deserializer<'de>, T: Deserialize<'de>, M: From<BTreeMap<String, T>>>(
    deserializer: D,
) -> Result<M, D::Error> {
    struct Unique<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Unique<T> {
        type Value = BTreeMap<String, T>;

        fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
            f.write_str("a map")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some((key, value)) = members.next_entry()? {
                if map.insert(key, value).is_some() {
                    return Err(A::Error::custom("duplicate key"));
                }
            }
            Ok(map)
        }
    }

    deserializer.deserialize_map(Unique(PhantomData)).map(M::from)
}
