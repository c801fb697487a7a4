//! Which states of a profile are kept and for how long: the last five that a save replaced, the one this session
//! began with, and the last of each of seven days. Decides on names alone; `profile_file` makes and removes the files.

use super::{
    name,
    place::{self, Place},
};
use crate::core::fault::Fault;
use jiff::civil::Date;
use std::path::PathBuf;

/// How many of the newest are kept whatever their day.
const NEWEST: usize = 5;
/// The highest number a backup has: no number of saves comes near it.
pub(super) const LAST: u64 = 999_999_999_999;
/// How many days keep their last one.
const DAYS: usize = 7;

/// One backup, told by its file name: `<slug>.<number>.<date>[.first].json`.
///
/// The number orders them, not the date: clocks are set back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Backup {
    pub(super) number: u64,
    pub(super) date: Date,
    /// True for the state that a session began with.
    pub(super) first: bool,
}

impl Backup {
    pub(super) fn file_name(&self, slug: &str) -> String {
        let first = if self.first { ".first" } else { "" };
        format!("{slug}.{:06}.{}{first}.json", self.number, self.date)
    }

    /// The slug and the backup a file name stands for; nothing where the store did not make the name.
    pub(super) fn parse(file_name: &str) -> Option<(&str, Self)> {
        let mut parts = file_name.strip_suffix(".json")?.split('.');
        let (slug, number, date) = (parts.next()?, parts.next()?, parts.next()?);
        let first = match parts.next() {
            None => false,
            Some("first") => true,
            Some(_) => return None,
        };
        let backup = Self {
            number: number.parse().ok()?,
            date: date.parse().ok()?,
            first,
        };
        let own = name::is_slug(slug) && backup.number <= LAST && backup.file_name(slug) == file_name;
        own.then_some((slug, backup))
    }

    pub(super) fn path(&self, place: &Place, slug: &str) -> PathBuf {
        place.backups().join(self.file_name(slug))
    }
}

/// All backups of one profile, oldest first. No folder is no backup; one that cannot be read is a fault.
pub(super) fn list(place: &Place, slug: &str) -> Result<Vec<Backup>, Fault> {
    Ok(all(place)?
        .into_iter()
        .filter_map(|(of, backup)| (of == slug).then_some(backup))
        .collect())
}

/// All backups there are with the slugs they belong to, each profile's oldest first.
pub(super) fn all(place: &Place) -> Result<Vec<(String, Backup)>, Fault> {
    let entries = place::names(&*place.fs, &place.backups())?;
    let mut all: Vec<(String, Backup)> = entries
        .iter()
        .filter_map(|name| Backup::parse(name))
        .map(|(slug, backup)| (slug.to_owned(), backup))
        .collect();
    all.sort_unstable_by(|(a, x), (b, y)| (a, x.number).cmp(&(b, y.number)));
    Ok(all)
}

/// The places in `backups` (oldest first) of those that no rule keeps.
pub(super) fn superfluous(backups: &[Backup]) -> Vec<usize> {
    let mut days = Vec::new();
    let mut firsts = 0;
    let mut out = Vec::new();
    for (at, backup) in backups.iter().enumerate().rev() {
        let newest = at + NEWEST >= backups.len();
        let first = backup.first && {
            firsts += 1;
            firsts == 1
        };
        let day = days.len() < DAYS && !days.contains(&backup.date) && {
            days.push(backup.date);
            true
        };
        if !(newest || first || day) {
            out.push(at);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{ToSpan, civil::date};

    fn backup(number: u64, date: Date, first: bool) -> Backup {
        Backup { number, date, first }
    }

    #[test]
    fn a_backup_is_known_by_its_name_and_nothing_else_is() {
        let made = backup(7, date(2026, 11, 23), true);
        let name = made.file_name("min-profil");
        assert_eq!(name, "min-profil.000007.2026-11-23.first.json");
        assert_eq!(Backup::parse(&name), Some(("min-profil", made)));
        for other in [
            "min-profil.json",
            "min-profil.7.2026-11-23.json",
            "min-profil.000007.2026-11-31.json",
            "min-profil.000007.2026-11-23.last.json",
            "min-profil.000007.2026-11-23.first.x.json",
            "min-profil.1000000000000.2026-11-23.json",
            "min-profil.18446744073709551615.2026-11-23.json",
            "Min.000007.2026-11-23.json",
        ] {
            assert_eq!(Backup::parse(other), None, "{other}");
        }
    }

    /// Saves every day for forty days, thirty times a day, two sessions a day.
    fn forty_days(prune: impl Fn(&mut Vec<Backup>)) -> Vec<Backup> {
        let mut kept = Vec::new();
        let mut number = 0;
        for day in 0..40 {
            for save in 0..30 {
                number += 1;
                let date = date(2026, 1, 1) + day.days();
                kept.push(backup(number, date, save % 15 == 0));
                prune(&mut kept);
            }
        }
        kept
    }

    fn prune(kept: &mut Vec<Backup>) {
        let out = superfluous(kept);
        let mut at = 0..;
        kept.retain(|_| !out.contains(&at.next().unwrap()));
    }

    #[test]
    fn the_last_five_the_session_s_first_and_seven_days_stay() {
        let kept = forty_days(prune);
        let numbers: Vec<u64> = kept.iter().map(|backup| backup.number).collect();
        // Days end at multiples of 30; the last session began at 1186.
        assert_eq!(
            numbers,
            [
                1020, 1050, 1080, 1110, 1140, 1170, 1186, 1196, 1197, 1198, 1199, 1200
            ]
        );
    }

    #[test]
    fn a_clock_that_was_set_back_prunes_nothing_newer() {
        let future = date(2099, 1, 1);
        let mut kept: Vec<Backup> = (1..=20).map(|n| backup(n, future, false)).collect();
        kept.push(backup(21, date(2026, 11, 23), false));
        prune(&mut kept);
        assert_eq!(kept.last().unwrap().number, 21);
        assert!(kept.len() >= NEWEST);
    }

    #[test]
    fn five_backups_are_never_too_many() {
        let five: Vec<Backup> = (1..=5).map(|n| backup(n, date(2026, 11, 23), false)).collect();
        assert!(superfluous(&five).is_empty());
    }
}
