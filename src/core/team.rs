//! Colleagues side by side: for each mark where everyone stands, the median, the spread, and what moved. Owns the
//! arithmetic; reads no file and shows no name. There is no average of a person and no order of persons: a leader is
//! a point on a mark's scale, in the order the profiles came in.

use super::{
    dial::DialValue,
    fault::Fault,
    framework::{Framework, MarkIndex},
    moment::Moment,
    order::sort_key,
    profile::Profile,
    versions::{By, Source, Version, superseded},
};
use std::{collections::BTreeMap, path::Path};

/// How many detents a dial has, [`DialValue::MIN`] to [`DialValue::MAX`].
const DETENTS: usize = 11;
/// The fewest leaders whose names can be hidden: among fewer it can be guessed who is who.
pub const LEAST_HIDDEN: usize = 5;
/// The largest spread, in detents, at which a group is said to agree on a mark.
pub const AGREE: u8 = 2;

/// Everyone whose profile could be used, and what could not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Team {
    /// The leaders, in the order their profiles came in.
    pub leaders: Vec<Leader>,
    /// The profiles that were left out, in the same order.
    pub skipped: Vec<Skipped>,
}

/// One leader's dials.
#[derive(Clone, Debug, PartialEq)]
pub struct Leader {
    /// The profile's name.
    pub name: String,
    /// Where the profile came from.
    pub source: String,
    /// Whose it is, where the file says so: [`Profile::owner`].
    pub owner: Option<String>,
    /// True where it is the reader's own; see [`Team::mark_you`].
    pub you: bool,
    /// When it was shared, where it is no whole profile.
    pub shared: Option<Moment>,
    /// The level, from 1.
    pub level: u8,
    /// The unit.
    pub unit: String,
    /// All dials, by the mark's position.
    pub values: Vec<DialValue>,
    /// How many detents each dial was turned since the last bearing, by the mark's position; nothing where there is
    /// no bearing.
    pub moved: Option<Vec<i8>>,
}

/// A profile that was left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Skipped {
    /// Where it came from.
    pub source: String,
    /// Why.
    pub why: Why,
}

impl Skipped {
    /// The same with the file's name in the place of its path, for where there is little room.
    pub fn by_file_name(&self) -> Self {
        let name = Path::new(&self.source).file_name();
        Self {
            source: name.map_or_else(|| self.source.clone(), |name| name.to_string_lossy().into_owned()),
            why: match &self.why {
                Why::Fault(fault) => Why::Fault(fault.by_file_name()),
                why => why.clone(),
            },
        }
    }
}

/// Why a profile was left out.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// It belongs to another framework.
    OtherFramework {
        /// That framework's id.
        found: String,
    },
    /// What is in it, or its name, says that it is a copy of this file, which is there too.
    Copy {
        /// The other file's name, or its path where it lies elsewhere.
        of: String,
    },
    /// It has the same owner as this file, which is newer.
    Older {
        /// The other file's name, or its path where it lies elsewhere.
        than: String,
    },
    /// It has the same owner as this file, and says that it was shared at a moment that has not come yet.
    Ahead {
        /// The other file's name, or its path where it lies elsewhere.
        of: String,
    },
    /// It has the same owner as this file and is as old, but the dials stand otherwise.
    Differs {
        /// The other file's name, or its path where it lies elsewhere.
        from: String,
    },
    /// There are more files than are looked at.
    Beyond {
        /// How many are looked at.
        most: usize,
    },
    /// It could not be read.
    Fault(Fault),
}

impl From<Fault> for Why {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl Team {
    /// A team of the profiles that belong to `framework`, each leader once. Each comes with where it is from and, if it is
    /// left out, with why.
    pub fn new<S: Into<Source>>(
        framework: &Framework,
        profiles: impl IntoIterator<Item = (S, Result<Profile, Why>)>,
    ) -> Self {
        let mut versions = Vec::new();
        let leader = |(source, profile): (S, Result<Profile, Why>)| {
            let source = source.into();
            let why = match profile {
                Ok(profile) if profile.framework == framework.id => {
                    versions.push(Version::new(&source, &profile));
                    return Ok(Leader::new(framework, source, profile));
                }
                Ok(profile) => Why::OtherFramework {
                    found: profile.framework,
                },
                Err(why) => why,
            };
            let source = source.path;
            Err(Skipped { source, why })
        };
        let looked_at: Vec<_> = profiles.into_iter().map(leader).collect();
        let mut superseded = superseded(&versions).into_iter();
        let mut team = Self::default();
        for looked_at in looked_at {
            match looked_at {
                Ok(leader) => match superseded.next().flatten() {
                    None => team.leaders.push(leader),
                    Some(by) => team.skipped.push(Skipped {
                        source: leader.source,
                        why: match by.by {
                            By::Newer => Why::Older { than: by.of },
                            By::Ahead => Why::Ahead { of: by.of },
                            By::Differs => Why::Differs { from: by.of },
                            By::Copied => Why::Copy { of: by.of },
                        },
                    }),
                },
                Err(skipped) => team.skipped.push(skipped),
            }
        }
        team
    }

    /// Marks the leaders that are the reader's own: those with the open profile's owner, and of those without an owner the ones
    /// that `is_own_file` tells by their source.
    pub fn mark_you(&mut self, owner: Option<&str>, is_own_file: impl Fn(&str) -> bool) {
        for leader in &mut self.leaders {
            leader.you = match &leader.owner {
                Some(own) => owner == Some(own),
                None => is_own_file(&leader.source),
            };
        }
    }

    /// The units there are, each once, in alphabetical order; leaders without one do not count.
    pub fn units(&self) -> Vec<&str> {
        let units = self.leaders.iter().map(|leader| leader.unit.as_str());
        let mut units: Vec<_> = units.filter(|unit| !unit.is_empty()).collect();
        units.sort_by_cached_key(|unit| sort_key(unit));
        units.dedup();
        units
    }

    /// Whether names can be hidden of those whom the filter lets through.
    ///
    /// # Errors
    /// [`Fault::TooFewToHide`] where they are fewer than [`LEAST_HIDDEN`].
    pub fn can_hide_names(&self, filter: &Filter) -> Result<(), Fault> {
        match self.leaders.iter().filter(|leader| filter.lets(leader)).count() {
            found if found < LEAST_HIDDEN => Err(Fault::TooFewToHide {
                least: LEAST_HIDDEN,
                found,
            }),
            _ => Ok(()),
        }
    }

    /// One mark as those leaders see it whom the filter lets through; of the framework this team was made with.
    pub fn row(&self, mark: MarkIndex, filter: &Filter) -> Row {
        Row::new(mark, self.leaders.iter().filter(|leader| filter.lets(leader)))
    }

    /// The levels that leaders have, each once, the first first.
    pub fn levels(&self) -> Vec<u8> {
        let mut levels: Vec<_> = self.leaders.iter().map(|leader| leader.level).collect();
        levels.sort_unstable();
        levels.dedup();
        levels
    }

    /// The marks of `framework`, the one this team was made with, as those leaders see them whom the filter lets
    /// through.
    pub fn view(&self, framework: &Framework, filter: &Filter, order: Order) -> View {
        let leaders: Vec<usize> = (0..self.leaders.len())
            .filter(|at| filter.lets(&self.leaders[*at]))
            .collect();
        let row = |mark| Row::new(mark, leaders.iter().map(|at| &self.leaders[*at]));
        let mut rows: Vec<Row> = framework.mark_indices().map(row).collect();
        // All sorts are stable, so what is equal stays in the order of the document.
        match order {
            Order::Fields => {}
            Order::Spread => rows.sort_by(|a, b| {
                (b.middle_half(), b.spread)
                    .partial_cmp(&(a.middle_half(), a.spread))
                    .expect("no NaN")
            }),
            Order::Movement => rows.sort_by_key(|row| std::cmp::Reverse(row.movement)),
        }
        View { leaders, rows }
    }
}

impl Leader {
    pub(super) fn new(framework: &Framework, source: impl Into<Source>, profile: Profile) -> Self {
        let source = source.into();
        let values: Vec<_> = framework
            .marks()
            .map(|(_, _, mark)| profile.value(&mark.id))
            .collect();
        let moved = profile.last_bearing().map(|bearing| {
            let then = framework
                .marks()
                .map(|(_, _, mark)| bearing.dials.get(&mark.id).map_or(0, |dial| dial.value.get()));
            values
                .iter()
                .zip(then)
                .map(|(now, then)| now.get() - then)
                .collect()
        });
        Self {
            name: profile.name,
            source: source.path,
            owner: profile.owner,
            you: false,
            shared: source.shared,
            level: profile.level,
            unit: profile.unit,
            values,
            moved,
        }
    }
}

impl Leader {
    /// The leader's dials as a profile, to be held against another.
    pub fn profile(&self, framework: &Framework) -> Profile {
        let mut profile = Profile::new(&self.name, framework.id.clone(), self.level);
        profile.unit.clone_from(&self.unit);
        for ((.., mark), value) in framework.marks().zip(&self.values) {
            if *value != DialValue::NEUTRAL {
                profile.dials.entry(mark.id.clone()).or_default().value = *value;
            }
        }
        profile
    }
}

impl View {
    /// Who stands at each detent of a mark where anyone does, from the lowest up; at one detent in the order the profiles
    /// came in.
    pub fn standing<'a>(&self, team: &'a Team, mark: MarkIndex) -> Vec<(DialValue, Vec<&'a Leader>)> {
        let mut at: BTreeMap<DialValue, Vec<&Leader>> = BTreeMap::new();
        for leader in self.leaders.iter().filter_map(|at| team.leaders.get(*at)) {
            at.entry(leader.values[mark.get()]).or_default().push(leader);
        }
        at.into_iter().collect()
    }
}

/// Whom to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Only leaders of this level, from 1.
    pub level: Option<u8>,
    /// Only leaders of this unit.
    pub unit: Option<String>,
}

impl Filter {
    fn lets(&self, leader: &Leader) -> bool {
        self.level.is_none_or(|level| level == leader.level)
            && self.unit.as_ref().is_none_or(|unit| *unit == leader.unit)
    }
}

/// The order of the marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// The widest middle half first, as one leader alone makes any spread wide; of two equally wide the one whose whole spread
    /// is wider.
    #[default]
    Spread,
    /// The order of the document.
    Fields,
    /// What was turned most since each leader's last bearing first.
    Movement,
}

/// A team through a filter, in an order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The positions in [`Team::leaders`] of those that were let through.
    pub leaders: Vec<usize>,
    /// One row a mark.
    pub rows: Vec<Row>,
}

/// A mark as the group sees it. Where nobody was let through, all is 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The mark.
    pub mark: MarkIndex,
    /// How many leaders stand at each detent, from −5 to +5.
    pub at: [usize; DETENTS],
    /// The middle value, in detents; between two where the number of leaders is even.
    pub median: f64,
    /// The highest value less the lowest, in detents.
    pub spread: u8,
    /// The lower and the upper quartile, in detents: between them stands the middle half. By linear interpolation between the closest ranks: definition 7
    /// of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), which spreadsheets use too.
    pub quartiles: (f64, f64),
    /// How many detents were turned in all since each leader's last bearing, up and down counted alike.
    pub movement: u32,
}

impl Row {
    fn new<'a>(mark: MarkIndex, leaders: impl Iterator<Item = &'a Leader>) -> Self {
        let mut at = [0; DETENTS];
        let mut movement = 0;
        for leader in leaders {
            at[(leader.values[mark.get()].get() - DialValue::MIN.get()) as usize] += 1;
            movement += leader
                .moved
                .as_ref()
                .map_or(0, |moved| u32::from(moved[mark.get()].unsigned_abs()));
        }
        let lowest = at.iter().position(|count| *count > 0);
        let highest = at.iter().rposition(|count| *count > 0);
        Self {
            mark,
            at,
            median: quantile(&at, 0.5),
            spread: highest
                .zip(lowest)
                .map_or(0, |(highest, lowest)| (highest - lowest) as u8),
            quartiles: (quantile(&at, 0.25), quantile(&at, 0.75)),
            movement,
        }
    }

    /// The interquartile range, in detents.
    pub fn middle_half(&self) -> f64 {
        self.quartiles.1 - self.quartiles.0
    }

    /// How many leaders stand behind the row.
    pub fn count(&self) -> usize {
        self.at.iter().sum()
    }

    /// True where two leaders or more stand within [`AGREE`] detents of each other.
    pub fn agrees(&self) -> bool {
        self.count() > 1 && self.spread <= AGREE
    }
}

/// The value below which the part `p`, in 0..=1, of a group lies that is counted by detent; see [`Row::quartiles`].
fn quantile(at: &[usize; DETENTS], p: f64) -> f64 {
    let count: usize = at.iter().sum();
    let value = |rank: usize| {
        let mut below = 0;
        let reaches = |count: &usize| {
            below += count;
            below > rank
        };
        at.iter().position(reaches).unwrap_or(0) as f64 + f64::from(DialValue::MIN.get())
    };
    if count == 0 {
        return 0.0;
    }
    let rank = (count - 1) as f64 * p;
    let (low, high) = (value(rank.floor() as usize), value(rank.ceil() as usize));
    low + (high - low) * rank.fract()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::profile::{Bearing, BearingDial, Edit};

    fn value(steps: i64) -> DialValue {
        DialValue::new(steps).unwrap()
    }

    fn profile(name: &str, dials: &[(&str, i64)]) -> Profile {
        let mut profile = Profile::new(name, "kalundborg-lsg", 2);
        let dials = dials
            .iter()
            .map(|(mark, steps)| ((*mark).to_owned(), value(*steps)));
        profile.apply(Edit::Dials(dials.collect()));
        profile
    }

    fn with_bearing(mut profile: Profile, dials: &[(&str, i64)]) -> Profile {
        let dial = |steps| BearingDial {
            value: value(steps),
            ..BearingDial::default()
        };
        profile.bearings.insert(
            usize::MAX,
            Bearing {
                id: "b1".into(),
                at: "2026-11-23T08:15:00+01:00".parse().unwrap(),
                label: String::new(),
                note: String::new(),
                dials: dials
                    .iter()
                    .map(|(mark, steps)| ((*mark).to_owned(), dial(*steps)))
                    .collect(),
                decisions: Vec::new(),
                extra: Default::default(),
            },
        );
        profile
    }

    fn team(profiles: Vec<Profile>) -> Team {
        let from = |profile: Profile| (format!("{}.json", profile.name), Ok(profile));
        Team::new(&Framework::built_in(), profiles.into_iter().map(from))
    }

    fn view(team: &Team, order: Order) -> View {
        team.view(&Framework::built_in(), &Filter::default(), order)
    }

    fn row(view: &View, mark: &str) -> Row {
        let index = Framework::built_in().mark_by_id(mark).unwrap();
        view.rows.iter().find(|row| row.mark == index).unwrap().clone()
    }

    fn order(view: &View) -> Vec<String> {
        let framework = Framework::built_in();
        view.rows
            .iter()
            .map(|row| framework.mark(row.mark).id.clone())
            .collect()
    }

    /// Leaders with these values on one mark.
    fn standing(values: &[i64]) -> Row {
        let profiles = values.iter().map(|steps| profile("x", &[("evidens", *steps)]));
        row(&view(&team(profiles.collect()), Order::Fields), "evidens")
    }

    #[test]
    fn every_detent_is_counted() {
        assert_eq!(
            i32::from(DialValue::MAX.get() - DialValue::MIN.get()) + 1,
            DETENTS as i32
        );
        assert_eq!(standing(&[-5, 5, 5]).at, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
    }

    #[test]
    fn median_spread_and_middle_half_are_those_of_a_spreadsheet() {
        // QUARTILE.INC and MEDIAN of a spreadsheet give these.
        for (values, median, spread, middle_half) in [
            (&[4][..], 4.0, 0, 0.0),
            (&[-5, 5], 0.0, 10, 5.0),
            (&[1, 2], 1.5, 1, 0.5),
            (&[3, -2, 0], 0.0, 5, 2.5),
            (&[-1, 0, 0, 4], 0.0, 5, 1.25),
            (&[-5, 1, 1, 1, 5], 1.0, 10, 0.0),
        ] {
            let row = standing(values);
            assert_eq!(
                (row.median, row.spread, row.middle_half()),
                (median, spread, middle_half),
                "{values:?}"
            );
            assert_eq!(row.count(), values.len());
        }
    }

    #[test]
    fn nobody_has_no_spread() {
        let row = standing(&[]);
        assert_eq!(
            (row.count(), row.median, row.spread, row.movement),
            (0, 0.0, 0, 0)
        );
        assert!(!row.agrees());
    }

    #[test]
    fn a_group_agrees_within_two_detents_and_one_leader_is_no_group() {
        assert!(standing(&[1, 3, 2]).agrees());
        assert!(!standing(&[1, 4]).agrees());
        assert!(!standing(&[1]).agrees());
    }

    #[test]
    fn the_widest_middle_half_comes_first_then_the_wider_spread_then_the_document() {
        let team = team(vec![
            profile("a", &[("evidens", 5), ("samskabelse", 2), ("innovation", 2)]),
            profile("b", &[("evidens", -1), ("samskabelse", -2), ("innovation", 2)]),
            // a middle half of 1, as »samskabelse« has, and a whole of 1 where that has 4
            profile("c", &[("innovation", -2), ("maalsaetning", 1)]),
            profile("d", &[("innovation", -2), ("maalsaetning", 1)]),
        ]);
        let view = view(&team, Order::Spread);
        assert_eq!(
            order(&view)[..5],
            [
                "innovation",
                "evidens",
                "samskabelse",
                "maalsaetning",
                "arbejdsmiljoe"
            ]
        );
    }

    #[test]
    fn in_the_order_of_the_document_nothing_is_sorted() {
        let team = team(vec![profile("a", &[("evidens", 5)]), profile("b", &[])]);
        let marks: Vec<_> = view(&team, Order::Fields)
            .rows
            .iter()
            .map(|row| row.mark)
            .collect();
        assert_eq!(marks, Framework::built_in().mark_indices().collect::<Vec<_>>());
    }

    #[test]
    fn movement_counts_from_each_ones_last_bearing_and_only_where_there_is_one() {
        let team = team(vec![
            with_bearing(
                profile("a", &[("evidens", 3)]),
                &[("evidens", 1), ("samskabelse", 1)],
            ),
            with_bearing(profile("b", &[("evidens", -1)]), &[]),
            profile("c", &[("tilpasning", 5)]),
        ]);
        let view = view(&team, Order::Movement);
        assert_eq!(order(&view)[..3], ["evidens", "samskabelse", "arbejdsmiljoe"]);
        assert_eq!(row(&view, "evidens").movement, 3);
        assert_eq!(row(&view, "tilpasning").movement, 0);
        assert_eq!(team.leaders[2].moved, None);
    }

    #[test]
    fn a_filter_lets_through_one_level_or_one_unit() {
        let mut profiles = vec![profile("a", &[]), profile("b", &[]), profile("c", &[])];
        profiles[0].level = 1;
        profiles[0].unit = "Ældre".into();
        profiles[1].unit = "Børn".into();
        let team = team(profiles);
        let through = |level, unit: Option<&str>| {
            let filter = Filter {
                level,
                unit: unit.map(str::to_owned),
            };
            team.view(&Framework::built_in(), &filter, Order::Spread).leaders
        };
        assert_eq!(through(None, None), [0, 1, 2]);
        assert_eq!(through(Some(2), None), [1, 2]);
        assert_eq!(through(None, Some("Ældre")), [0]);
        assert_eq!(through(Some(2), Some("Ældre")), [0; 0]);
        assert_eq!(team.units(), ["Børn", "Ældre"]);
    }

    #[test]
    fn a_profile_that_cannot_be_used_costs_only_itself_and_says_why() {
        let missing = Fault::Missing {
            file: "væk.json".into(),
        };
        let profiles = [
            ("a.json".to_owned(), Ok(profile("a", &[]))),
            ("væk.json".to_owned(), Err(missing.clone().into())),
            ("b.json".to_owned(), Ok(Profile::new("b", "another", 1))),
            ("c.json".to_owned(), Ok(profile("c", &[]))),
        ];
        let team = Team::new(&Framework::built_in(), profiles);
        assert_eq!(
            team.leaders
                .iter()
                .map(|leader| leader.name.as_str())
                .collect::<Vec<_>>(),
            ["a", "c"]
        );
        let skipped = |source: &str, why| Skipped {
            source: source.into(),
            why,
        };
        let other = Why::OtherFramework {
            found: "another".into(),
        };
        assert_eq!(
            team.skipped,
            [skipped("væk.json", Why::Fault(missing)), skipped("b.json", other)]
        );
    }
}
