//! Undo and redo, and what each step is called: every change by name, also those that come as several in one.

use super::{App, Effect, Saving, profiles::Errand};
use crate::core::{
    dial::DialValue,
    history::{Step, Way},
    json::shortened,
    profile::{Bearing, Decision, Edit},
    sanitise::clean,
};
use std::{cmp::Ordering, sync::Arc};

/// How much of a decision is said, in characters.
const DECISION: usize = 40;

impl App {
    /// Undo and redo. A profile's name is its file's too: that goes by way of the disk, and the step with it.
    pub(super) fn take_step(&mut self, way: Way) -> Effect {
        if let Saving::ReadOnly(why) = &self.saving {
            self.message = Some(format!("{}: {}", self.text().read_only, self.lang.read_only(why)));
            return Effect::None;
        }
        let step = self.history.next(way);
        if let Some(name) = step.and_then(|edit| edit.renames(&self.profile.name)) {
            let name = name.to_owned();
            return Effect::Profile(Errand::Rename { name, way });
        }
        let said = self.step_over(way);
        if said.is_some() {
            self.changed();
            self.leave_what_is_gone();
        }
        self.message = Some(said.unwrap_or_else(|| match way {
            Way::Redo => self.text().nothing_to_redo.to_owned(),
            Way::New | Way::Undo => self.text().nothing_to_undo.to_owned(),
        }));
        Effect::None
    }

    /// Goes a step back or forth in the profile, and gives what is to be said; nothing where there is no step.
    pub(super) fn step_over(&mut self, way: Way) -> Option<String> {
        let profile = Arc::make_mut(&mut self.profile);
        let step = match way {
            Way::Redo => self.history.redo(profile),
            Way::New | Way::Undo => self.history.undo(profile),
        };
        let step = step?.clone();
        let (text, name) = (self.text(), self.step_name(&step));
        Some(match way {
            Way::Redo => text.redone(&name),
            Way::New | Way::Undo => text.undone(&name),
        })
    }

    /// The name of a step: what was changed, from what to what where that is short.
    pub(super) fn step_name(&self, step: &Step) -> String {
        self.edit_name(&step.edit, &step.back)
    }

    fn edit_name(&self, edit: &Edit, back: &Edit) -> String {
        let words = &self.text().bearings.steps;
        match edit {
            Edit::Dials(to) => match (to.as_slice(), back) {
                ([(mark, to)], Edit::Dials(from)) if from.len() == 1 => {
                    format!("{} {} → {to}", self.title_of(mark), from[0].1)
                }
                _ => self.dials_name(to),
            },
            Edit::Restore { bearing, dials } => match self.profile.bearing(bearing) {
                Some(bearing) => words.restore(&self.bearing_name(bearing)),
                None => self.dials_name(dials),
            },
            Edit::Note { mark, .. } => words.note(self.title_of(mark)),
            Edit::Enriches { mark, .. } => words.enriches(self.title_of(mark)),
            Edit::Documents { mark, .. } => words.documents(self.title_of(mark)),
            Edit::Name(to) => match back {
                Edit::Name(from) => words.name(&clean(from), &clean(to)),
                _ => clean(to).into_owned(),
            },
            Edit::Level(to) => match back {
                Edit::Level(from) => words.level(&self.level_name(*from), &self.level_name(*to)),
                _ => self.level_name(*to),
            },
            Edit::Unit(_) => words.unit.into(),
            Edit::Challenge(_) => words.challenge.into(),
            Edit::Review(_) => words.review.into(),
            Edit::ProfileNote(_) => words.profile_note.into(),
            Edit::InsertBearing { bearing, .. } => words.bearing(&self.bearing_name(bearing)),
            Edit::RemoveBearing(id) => match back {
                Edit::InsertBearing { bearing, .. } => words.delete_bearing(&self.bearing_name(bearing)),
                _ => words.delete_bearing(id),
            },
            Edit::ReplaceBearing(to) => match back {
                Edit::ReplaceBearing(from) => self.replaced_name(from, to),
                _ => words.bearing(&self.bearing_name(to)),
            },
            Edit::Decisions(to) => match back {
                Edit::Decisions(from) => self.decisions_name(from, to),
                _ => String::new(),
            },
            Edit::Reply {
                reply: Some(reply), ..
            } if reply.put_away => words.put_away.into(),
            Edit::Reply { reply: None, .. } => words.take_out.into(),
            Edit::Reply { .. } => words.reply.into(),
            Edit::Whole(_) => words.merge.into(),
            Edit::All(edits) => match (edits.first(), back) {
                // what takes them back comes in the opposite order
                (Some(first), Edit::All(backs)) if !backs.is_empty() => {
                    self.edit_name(first, &backs[backs.len() - 1])
                }
                _ => String::new(),
            },
        }
    }

    /// Several dials: their field where they have one in common, else how many.
    fn dials_name(&self, dials: &[(String, DialValue)]) -> String {
        let words = &self.text().bearings.steps;
        let field = |mark: &String| Some(self.framework.field_of(self.framework.mark_by_id(mark)?));
        let mut fields: Vec<_> = dials.iter().map(|(mark, _)| field(mark)).collect();
        fields.dedup();
        match fields.as_slice() {
            [Some(field)] => words.dials_of(self.field_title(*field)),
            _ if dials.iter().all(|(_, value)| *value == DialValue::NEUTRAL) => words.reset(dials.len()),
            _ => words.dials(dials.len()),
        }
    }

    /// A level of a profile, counted from 1.
    fn level_name(&self, level: u8) -> String {
        let at = usize::from(level).saturating_sub(1);
        self.framework
            .levels
            .get(at)
            .cloned()
            .unwrap_or_else(|| level.to_string())
    }

    /// Which decision came, went or was changed.
    fn decisions_name(&self, from: &[Decision], to: &[Decision]) -> String {
        let words = &self.text().bearings.steps;
        let name = |decision: &Decision| shortened(&clean(&decision.text), DECISION);
        let only_in = |these: &[Decision], those: &[Decision]| {
            let other = these.iter().find(|one| !those.contains(one));
            other.map_or(String::new(), name)
        };
        match from.len().cmp(&to.len()) {
            Ordering::Less => words.new_decision(&only_in(to, from)),
            Ordering::Greater => words.delete_decision(&only_in(from, to)),
            Ordering::Equal => {
                let mut pairs = from.iter().zip(to);
                match pairs.any(|(from, to)| from.text != to.text) {
                    true => words.decision(&only_in(to, from)),
                    false => words.decision_answer(&only_in(to, from)),
                }
            }
        }
    }

    /// What was changed in a bearing.
    fn replaced_name(&self, from: &Bearing, to: &Bearing) -> String {
        let words = &self.text().bearings.steps;
        let name = self.bearing_name(to);
        if from.label != to.label {
            return words.rename_bearing(&self.bearing_name(from), &name);
        }
        let changed = |(mark, dial): &(&String, _)| from.dials.get(*mark) != Some(*dial);
        match to.dials.iter().find(changed) {
            Some((mark, _)) => words.gains(self.title_of(mark)),
            None => words.bearing_note(&name),
        }
    }

    fn title_of<'a>(&'a self, mark: &'a str) -> &'a str {
        self.framework
            .mark_by_id(mark)
            .map_or(mark, |mark| self.mark_title(mark))
    }
}
