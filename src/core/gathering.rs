//! A gathering of a leadership group: when it was, where everyone stood, which marks were talked about and what was agreed
//! on each. Owns the type, what is kept where names are hidden, and what a gathering says of the next one; files are
//! `format`'s and `store`'s.

use super::{
    dial::DialValue,
    extra::Extra,
    field,
    format::Format,
    framework::{Framework, MarkIndex},
    moment::Moment,
    profile::Profile,
    team::{Leader, Team, Why},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The formats of the sheet of the day.
pub const SHEETS: [Format; 3] = [Format::Html, Format::Pdf, Format::Markdown];

/// What `format` says.
pub const FORMAT: &str = "pejl.gathering";
/// The version that is written.
pub const VERSION: &str = "1.0";

/// A gathering as its file has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gathering {
    /// [`FORMAT`]
    pub format: String,
    /// [`VERSION`], or that of the file where it is a later minor one.
    pub version: String,
    /// When it began.
    pub at: Moment,
    /// When it was ended; the next presentation of that day begins another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Moment>,
    /// The id of the framework.
    pub framework: String,
    /// False where names were hidden: then the leaders are values alone.
    #[serde(default = "shown")]
    pub names: bool,
    /// The id of the mark that was on the screen last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
    /// Where everyone stood. With names in the order of the folder, without them in the order of the values, so that no place
    /// in the list says who it is.
    #[serde(default)]
    pub leaders: Vec<Attendee>,
    /// What became of the marks, by id.
    #[serde(default, deserialize_with = "field::unique")]
    pub marks: BTreeMap<String, Talk>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Names are shown where a file says nothing of it.
fn shown() -> bool {
    true
}

/// A leader at a gathering.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Attendee {
    /// Whose profile it is; none where names were hidden or it has no owner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The name; empty where names were hidden.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The unit; likewise.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// The level, counted from 1; none where names were hidden.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "level")]
    pub level: Option<u8>,
    /// Where the dials stood, by the mark's id; one that is absent stood at neutral.
    #[serde(deserialize_with = "field::unique")]
    pub values: BTreeMap<String, DialValue>,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

fn level<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    field::level(deserializer).map(Some)
}

/// What became of a mark at a gathering.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Talk {
    /// When everyone's dots were shown first: the mark was talked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<Moment>,
    /// True where it was passed over.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub skipped: bool,
    /// What was agreed, or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub agreed: String,
    /// Unknown fields.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Talk {
    /// True where it need not be in the file.
    fn is_untouched(&self) -> bool {
        *self == Self::default()
    }
}

impl Gathering {
    /// A gathering about this framework that begins at this moment, without anyone yet.
    pub fn begin(framework: &Framework, at: Moment) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION.to_owned(),
            at,
            ended: None,
            framework: framework.id.clone(),
            names: true,
            mark: None,
            leaders: Vec::new(),
            marks: BTreeMap::new(),
            extra: Extra::new(),
        }
    }

    /// True where it was begun without names: then it has none until its end.
    pub fn is_nameless(&self) -> bool {
        !self.names && !self.leaders.is_empty()
    }

    /// Takes everyone's dials in as they stand now, in the place of those before; without `names`, and where it was begun
    /// without them, the values alone.
    pub fn take_picture<'a>(
        &mut self,
        framework: &Framework,
        leaders: impl IntoIterator<Item = &'a Leader>,
        names: bool,
    ) {
        let names = names && !self.is_nameless();
        let before = std::mem::take(&mut self.leaders);
        let mut extras: BTreeMap<String, Extra> = before
            .into_iter()
            .filter(|leader| names && !leader.extra.is_empty())
            .map(|leader| (leader.name, leader.extra))
            .collect();
        let attendee = |leader: &Leader| {
            let turned = framework.marks().zip(&leader.values);
            let turned = turned.filter(|(_, value)| **value != DialValue::NEUTRAL);
            let values = turned
                .map(|((.., mark), value)| (mark.id.clone(), *value))
                .collect();
            match names {
                false => Attendee {
                    values,
                    ..Attendee::default()
                },
                true => Attendee {
                    owner: leader.owner.clone(),
                    name: leader.name.clone(),
                    unit: leader.unit.clone(),
                    level: Some(leader.level),
                    values,
                    extra: extras.remove(&leader.name).unwrap_or_default(),
                },
            }
        };
        self.leaders = leaders.into_iter().map(attendee).collect();
        if !names {
            self.leaders.sort_by(|one, other| one.values.cmp(&other.values));
        }
        self.names = names;
    }

    /// Everyone as a team, in the order they are kept; those without a name have none there either.
    pub fn team(&self, framework: &Framework) -> Team {
        let leader = |attendee: &Attendee| {
            let mut profile = Profile::new(&attendee.name, &self.framework, attendee.level.unwrap_or(1));
            profile.unit.clone_from(&attendee.unit);
            profile.owner.clone_from(&attendee.owner);
            for (mark, value) in &attendee.values {
                profile.dials.entry(mark.clone()).or_default().value = *value;
            }
            Leader::new(framework, String::new(), profile)
        };
        Team {
            leaders: self.leaders.iter().map(leader).collect(),
            skipped: Vec::new(),
        }
    }

    /// The names of those who were there and whom `team` does not have; nobody where names were hidden.
    pub fn missing(&self, team: &Team) -> Vec<&str> {
        let is_there = |one: &Attendee| {
            let same = |leader: &Leader| match (&leader.owner, &one.owner) {
                (Some(owner), Some(other)) => owner == other,
                _ => leader.name == one.name,
            };
            team.leaders.iter().any(same)
        };
        let missing = self.leaders.iter().filter(|one| self.names && !is_there(one));
        missing.map(|one| one.name.as_str()).collect()
    }

    /// How many leaders are to be expected after this gathering, of whom `team` are there.
    pub fn expected(&self, team: &Team) -> usize {
        match self.names {
            true => team.leaders.len() + self.missing(team).len(),
            false => self.leaders.len().max(team.leaders.len()),
        }
    }

    /// What became of a mark.
    pub fn talk(&self, mark: &str) -> Option<&Talk> {
        self.marks.get(mark)
    }

    /// True where everyone's dots were shown on a mark.
    pub fn is_shown(&self, mark: &str) -> bool {
        self.talk(mark).is_some_and(|talk| talk.shown.is_some())
    }

    /// True where a mark was passed over.
    pub fn is_skipped(&self, mark: &str) -> bool {
        self.talk(mark).is_some_and(|talk| talk.skipped)
    }

    /// What was agreed on a mark, or empty.
    pub fn agreed(&self, mark: &str) -> &str {
        self.talk(mark).map_or("", |talk| &talk.agreed)
    }

    /// Everyone's dots are shown on a mark: it is talked about from now on, and not passed over.
    pub fn show(&mut self, mark: &str, at: Moment) {
        self.change(mark, |talk| {
            talk.shown.get_or_insert(at);
            talk.skipped = false;
        });
    }

    /// A mark is passed over, or taken in again.
    pub fn skip(&mut self, mark: &str, skipped: bool) {
        self.change(mark, |talk| talk.skipped = skipped);
    }

    /// This was agreed on a mark; nothing but blanks takes it away.
    pub fn agree(&mut self, mark: &str, text: &str) {
        let text = match text.trim() {
            "" => "",
            _ => text.trim_end_matches('\n'),
        };
        self.change(mark, |talk| text.clone_into(&mut talk.agreed));
    }

    fn change(&mut self, mark: &str, change: impl FnOnce(&mut Talk)) {
        let talk = self.marks.entry(mark.to_owned()).or_default();
        change(talk);
        if talk.is_untouched() {
            self.marks.remove(mark);
        }
    }

    /// The marks that were talked about or agreed on, in the order they were shown; those that were only agreed on last.
    pub fn talked(&self, framework: &Framework) -> Vec<MarkIndex> {
        let at = |mark: MarkIndex| self.talk(&framework.mark(mark).id);
        let is_talked =
            |mark: &MarkIndex| at(*mark).is_some_and(|talk| talk.shown.is_some() || !talk.agreed.is_empty());
        let mut talked: Vec<MarkIndex> = framework.mark_indices().filter(is_talked).collect();
        talked.sort_by_key(|mark| {
            let shown = at(*mark).and_then(|talk| talk.shown).map(Moment::timestamp);
            (shown.is_none(), shown)
        });
        talked
    }

    /// What was agreed as decisions: each with the mark it was agreed on.
    pub fn decisions(&self, framework: &Framework) -> Vec<String> {
        let agreed = self.agreements(framework).into_iter();
        agreed
            .map(|(mark, text)| format!("{}: {text}", framework.mark(mark).short))
            .collect()
    }

    /// What was agreed, in the order the marks were shown.
    pub fn agreements(&self, framework: &Framework) -> Vec<(MarkIndex, &str)> {
        let agreed = self.talked(framework).into_iter();
        let agreed = agreed.map(|mark| (mark, self.agreed(&framework.mark(mark).id)));
        agreed.filter(|(_, text)| !text.is_empty()).collect()
    }
}

/// What is known of a team after it was read again: those whose files, or whose folder, cannot be read now are as they were
/// before. Second, whether that is so of anyone.
pub fn with_known(mut team: Team, before: &Team) -> (Team, bool) {
    let is_unread = |leader: &Leader| {
        team.skipped.iter().any(|skipped| {
            let rest = leader.source.strip_prefix(&skipped.source);
            let is_its =
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(std::path::is_separator));
            is_its && matches!(skipped.why, Why::Fault(_))
        })
    };
    let known: Vec<Leader> = before
        .leaders
        .iter()
        .filter(|leader| is_unread(leader))
        .cloned()
        .collect();
    let is_any = !known.is_empty();
    team.leaders.extend(known);
    (team, is_any)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        fault::Fault,
        team::{Filter, Order, Skipped},
    };

    fn at(minute: u8) -> Moment {
        format!("2026-11-28T09:{minute:02}:00+01:00").parse().unwrap()
    }

    fn leader(name: &str, evidens: i64) -> Profile {
        let mut profile = Profile::new(name, "kalundborg-lsg", 2);
        profile.unit = "Ældre".into();
        profile.dials.entry("evidens".into()).or_default().value = DialValue::new(evidens).unwrap();
        profile
    }

    fn team(leaders: &[(&str, i64)]) -> Team {
        let leaders = leaders.iter().map(|(name, evidens)| {
            let source = format!("gruppe/{name}.json");
            Leader::new(&Framework::built_in(), source, leader(name, *evidens))
        });
        Team {
            leaders: leaders.collect(),
            skipped: Vec::new(),
        }
    }

    fn gathering(leaders: &[(&str, i64)], names: bool) -> Gathering {
        let framework = Framework::built_in();
        let mut gathering = Gathering::begin(&framework, at(0));
        gathering.take_picture(&framework, &team(leaders).leaders, names);
        gathering
    }

    #[test]
    fn a_picture_with_names_is_the_team_again() {
        let framework = Framework::built_in();
        let kept = gathering(&[("Anna", 3), ("Bo", -2)], true).team(&framework);
        let before = team(&[("Anna", 3), ("Bo", -2)]);
        let view = |team: &Team| team.view(&framework, &Filter::default(), Order::Spread).rows;
        assert_eq!(view(&kept), view(&before));
        assert_eq!(
            (kept.leaders[0].name.as_str(), kept.leaders[0].unit.as_str()),
            ("Anna", "Ældre")
        );
    }

    #[test]
    fn without_names_nothing_says_who_is_who() {
        let kept = gathering(&[("Anna", 3), ("Bo", -2)], false);
        let json = serde_json::to_string(&kept).unwrap();
        for secret in ["Anna", "Bo", "Ældre", "level", "owner"] {
            assert!(!json.contains(secret), "{secret}: {json}");
        }
        // the order of the folder is that of the names
        assert_eq!(kept.leaders, gathering(&[("Bo", -2), ("Anna", 3)], false).leaders);
    }

    #[test]
    fn what_was_begun_without_names_never_gets_them() {
        let framework = Framework::built_in();
        let mut kept = gathering(&[("Anna", 3), ("Bo", -2)], false);
        kept.take_picture(&framework, &team(&[("Anna", 4), ("Bo", -2)]).leaders, true);
        let json = serde_json::to_string(&kept).unwrap();
        assert!(
            !kept.names && json.contains(r#""evidens":4"#) && !json.contains("Anna"),
            "{json}"
        );
    }

    #[test]
    fn who_was_there_last_time_and_is_not_now_is_missing() {
        let last = gathering(&[("Anna", 3), ("Bo", -2)], true);
        let now = team(&[("Bo", 1), ("Carla", 0)]);
        assert_eq!((last.missing(&now), last.expected(&now)), (vec!["Anna"], 3));
        let hidden = gathering(&[("", 3), ("", -2), ("", 0)], false);
        assert_eq!((hidden.missing(&now), hidden.expected(&now)), (vec![], 3));
    }

    #[test]
    fn marks_are_told_in_the_order_they_were_shown() {
        let framework = Framework::built_in();
        let mut gathering = gathering(&[], true);
        gathering.agree("arbejdsmiljoe", "Vi måler til marts\n");
        gathering.show("evidens", at(5));
        gathering.show("innovation", at(2));
        gathering.show("innovation", at(9));
        let ids: Vec<&str> = gathering
            .talked(&framework)
            .iter()
            .map(|mark| &*framework.mark(*mark).id)
            .collect();
        assert_eq!(ids, ["innovation", "evidens", "arbejdsmiljoe"]);
        let agreed: Vec<&str> = gathering
            .agreements(&framework)
            .iter()
            .map(|(_, text)| *text)
            .collect();
        assert_eq!(agreed, ["Vi måler til marts"]);
    }

    #[test]
    fn what_is_taken_away_again_leaves_nothing() {
        let mut gathering = gathering(&[], true);
        gathering.agree("evidens", "x");
        gathering.agree("evidens", " \n");
        gathering.skip("evidens", true);
        gathering.skip("evidens", false);
        assert!(gathering.marks.is_empty());
    }

    #[test]
    fn whoever_cannot_be_read_now_is_as_before() {
        let fault = |source: &str| Skipped {
            source: source.into(),
            why: Why::Fault(Fault::Missing { file: source.into() }),
        };
        let before = team(&[("Anna", 3), ("Bo", -2)]);
        let gone = Team {
            leaders: Vec::new(),
            skipped: vec![fault("gruppe")],
        };
        assert_eq!(with_known(gone, &before).0.leaders, before.leaders);
        let mut half = team(&[("Bo", 5)]);
        half.skipped.push(fault("gruppe/Anna.json"));
        let (known, is_any) = with_known(half, &before);
        assert!(is_any);
        assert_eq!(known.leaders.len(), 2);
        assert_eq!(known.leaders[1], before.leaders[0]);
        // who took the own file back is not there
        assert_eq!(with_known(team(&[("Bo", 5)]), &before).0.leaders.len(), 1);
    }
}
