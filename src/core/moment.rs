//! A moment as a profile writes it: an instant with the offset it was taken at. Reads no clock.

use super::field;
use jiff::{Timestamp, civil, fmt::temporal::Pieces, tz::Offset};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// An instant and the offset from UTC where it was taken; writes as RFC 3339 to the second,
/// `2026-11-23T08:15:00+01:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    at: Timestamp,
    offset: Offset,
}

impl Moment {
    /// A moment from an instant and its offset from UTC.
    pub fn new(at: Timestamp, offset: Offset) -> Self {
        Self { at, offset }
    }

    /// The calendar date where it was taken.
    pub fn date(self) -> civil::Date {
        self.offset.to_datetime(self.at).date()
    }

    /// The instant itself.
    pub fn timestamp(self) -> Timestamp {
        self.at
    }
}

/// The text was no RFC 3339 date and time with an offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAMoment;

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        let pieces = Pieces::parse(text).map_err(|_| NotAMoment)?;
        let time = pieces.time().ok_or(NotAMoment)?;
        let offset = pieces.to_numeric_offset().ok_or(NotAMoment)?;
        let at = offset
            .to_timestamp(pieces.date().to_datetime(time))
            .map_err(|_| NotAMoment)?;
        Ok(Self { at, offset })
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let local = self.offset.to_datetime(self.at);
        let minutes = self.offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
        write!(
            f,
            "{}T{:02}:{:02}:{:02}{sign}{hours:02}:{minutes:02}",
            local.date(),
            local.hour(),
            local.minute(),
            local.second()
        )
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        field::parsed(deserializer, field::MOMENT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_written_and_read_is_itself() {
        for text in [
            "2026-11-23T08:15:00+01:00",
            "2026-01-01T00:00:00-03:30",
            "1999-12-31T23:59:59+00:00",
        ] {
            assert_eq!(text.parse::<Moment>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "2026-11-23",
            "2026-02-30T08:15:00+01:00",
            "2026-11-23T08:15:00",
            "i morgen",
        ] {
            assert_eq!(text.parse::<Moment>(), Err(NotAMoment), "{text}");
        }
    }

    #[test]
    fn the_date_is_the_one_where_it_was_taken() {
        let late: Moment = "2026-11-23T23:30:00+01:00".parse().unwrap();
        assert_eq!(late.date(), civil::date(2026, 11, 23));
        let early: Moment = "2026-11-24T00:30:00+01:00".parse().unwrap();
        assert_eq!(early.date(), civil::date(2026, 11, 24));
    }
}
