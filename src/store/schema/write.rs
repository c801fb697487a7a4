//! Writes a profile as its file holds it: fields in a fixed order, what is unknown last. Opens no file.

use super::{FORMAT, VERSION, newer_minor};
use crate::core::profile::{Bearing, BearingDial, Decision, Dial, Extra, Profile, Reply};
use crate::store::written::Written;

/// A profile as the bytes of its file: fields in a fixed order, those that hold nothing left out where the format
/// allows it, what is unknown last.
pub fn write(profile: &Profile) -> Vec<u8> {
    Written::default().file(profile)
}

/// A profile as JSON.
pub(in crate::store) fn as_json(profile: &Profile) -> serde_json::Value {
    to_json(profile, profile.bearings.iter().map(bearing).collect())
}

/// A profile as JSON with these in the place of its bearings.
pub(in crate::store) fn to_json(profile: &Profile, bearings: Vec<serde_json::Value>) -> serde_json::Value {
    let mut out = Object::default();
    out.put("format", FORMAT);
    out.put("version", newer_minor(profile).unwrap_or(VERSION));
    out.put("name", profile.name.as_str());
    out.put("framework", profile.framework.as_str());
    out.put("level", profile.level);
    out.put("unit", profile.unit.as_str());
    out.put("challenge", profile.challenge.as_str());
    out.put("review", profile.review.map(|date| date.to_string()));
    out.text("note", &profile.note);
    out.put("dials", map(&profile.dials, dial));
    out.put("bearings", bearings);
    out.list("decisions", profile.decisions.iter().map(decision));
    out.some("replies", map(&profile.replies, reply));
    let read = |own| {
        profile
            .read
            .iter()
            .filter(move |(level, _)| (*level == profile.level) == own)
    };
    out.list("read", read(true).map(|(_, mark)| mark.as_str().into()));
    let other = read(false).map(|(level, mark)| match level {
        0 => mark.as_str().into(),
        _ => format!("{level}:{mark}").into(),
    });
    out.list("read_at", other);
    out.finish(&profile.extra)
}

fn dial(dial: &Dial) -> serde_json::Value {
    let mut out = Object::default();
    out.put("value", dial.value.get());
    out.text("note", &dial.note);
    out.list("enriches", dial.enriches.iter().map(|id| id.as_str().into()));
    out.list("documents", dial.documents.iter().map(|tag| tag.as_str().into()));
    out.finish(&dial.extra)
}

pub(in crate::store) fn bearing(bearing: &Bearing) -> serde_json::Value {
    let mut out = Object::default();
    out.put("id", bearing.id.as_str());
    out.put("at", bearing.at.to_string());
    out.put("label", bearing.label.as_str());
    out.text("note", &bearing.note);
    out.put("dials", map(&bearing.dials, bearing_dial));
    out.list("decisions", bearing.decisions.iter().map(decision));
    out.finish(&bearing.extra)
}

fn bearing_dial(dial: &BearingDial) -> serde_json::Value {
    let mut out = Object::default();
    out.put("value", dial.value.get());
    out.text("note", &dial.note);
    out.text("effect", &dial.effect);
    out.text("learning", &dial.learning);
    out.finish(&dial.extra)
}

pub(in crate::store) fn decision(decision: &Decision) -> serde_json::Value {
    let mut out = Object::default();
    out.put("at", decision.at.to_string());
    out.put("text", decision.text.as_str());
    out.some("answers", map(&decision.answers, |answer| answer.as_str().into()));
    out.finish(&decision.extra)
}

pub(in crate::store) fn reply(reply: &Reply) -> serde_json::Value {
    let mut out = Object::default();
    out.text("text", &reply.text);
    if reply.put_away {
        out.put("put_away", true);
    }
    out.finish(&reply.extra)
}

fn map<'a, T: 'a>(
    of: impl IntoIterator<Item = (&'a String, &'a T)>,
    write: impl Fn(&T) -> serde_json::Value,
) -> Map {
    of.into_iter()
        .map(|(key, value)| (key.clone(), write(value)))
        .collect()
}

/// A JSON object under construction; its fields stay in the order they came.
#[derive(Default)]
struct Object(Map);

type Map = serde_json::Map<String, serde_json::Value>;

impl Object {
    fn put(&mut self, key: &str, value: impl Into<serde_json::Value>) {
        self.0.insert(key.to_owned(), value.into());
    }

    /// A text, unless it is empty.
    fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.put(key, text);
        }
    }

    /// A map, unless it is empty.
    fn some(&mut self, key: &str, map: Map) {
        if !map.is_empty() {
            self.put(key, map);
        }
    }

    /// A list, unless it is empty.
    fn list(&mut self, key: &str, items: impl Iterator<Item = serde_json::Value>) {
        let items: Vec<_> = items.collect();
        if !items.is_empty() {
            self.put(key, items);
        }
    }

    /// The object with what is unknown at its end; a known field is never displaced by it.
    fn finish(mut self, extra: &Extra) -> serde_json::Value {
        for (key, value) in extra {
            self.0.entry(key.clone()).or_insert_with(|| value.clone());
        }
        self.0.into()
    }
}
