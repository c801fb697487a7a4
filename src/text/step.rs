//! What a step of undo is called. Owns the words; what the step changed is core's.

use super::Text;
use crate::core::{
    dial::DialValue,
    framework::Framework,
    problem::shortened,
    sanitise::clean,
    step::{BearingName, StepName, Turned},
};

/// How much of a decision is said, in characters.
const DECISION: usize = 40;

impl Text {
    /// What a step is called: what was changed, from what to what where that is short.
    pub fn step_name(&self, step: &StepName, framework: &Framework) -> String {
        let words = &self.bearings.steps;
        let framework = self.called(framework);
        let title = |mark: &str| match framework.mark_by_id(mark) {
            Some(mark) => framework.mark(mark).title.clone(),
            None => mark.to_owned(),
        };
        let name = |bearing: &BearingName| self.bearing_name(bearing);
        let decision = |text: &str| shortened(&clean(text), DECISION);
        match step {
            StepName::Dials(dials) => match dials.as_slice() {
                [Turned { mark, from, to }] => format!("{} {from} → {to}", title(mark)),
                _ => self.dials_name(dials, framework),
            },
            StepName::Restored {
                bearing: Some(bearing),
                ..
            } => words.restore(&name(bearing)),
            StepName::Restored { dials, .. } => self.dials_name(dials, framework),
            StepName::Note { mark, .. } => words.note(&title(mark)),
            StepName::Enriches { mark, .. } => words.enriches(&title(mark)),
            StepName::Documents { mark, .. } => words.documents(&title(mark)),
            StepName::Name { from, to } => words.name(&clean(from), &clean(to)),
            StepName::Level { from, to } => words.level(&level(framework, *from), &level(framework, *to)),
            StepName::Unit(_) => words.unit.into(),
            StepName::Challenge(_) => words.challenge.into(),
            StepName::Review(_) => words.review.into(),
            StepName::ProfileNote(_) => words.profile_note.into(),
            StepName::BearingTaken(bearing) => words.bearing(&name(bearing)),
            StepName::BearingDeleted(bearing) => words.delete_bearing(&name(bearing)),
            StepName::BearingRenamed { from, to } => words.rename_bearing(&name(from), &name(to)),
            StepName::BearingNote { bearing, .. } => words.bearing_note(&name(bearing)),
            StepName::Gains { mark, .. } => words.gains(&title(mark)),
            StepName::DecisionAdded { text, .. } => words.new_decision(&decision(text)),
            StepName::DecisionDeleted { text, .. } => words.delete_decision(&decision(text)),
            StepName::Decision(text) => words.decision(&decision(text)),
            StepName::DecisionAnswer(text) => words.decision_answer(&decision(text)),
            StepName::Answered => words.reply.into(),
            StepName::PutAway => words.put_away.into(),
            StepName::Reopened => words.take_out.into(),
            StepName::Merged => words.merge.into(),
        }
    }

    /// What a bearing is called: its label, or its date where it has none.
    pub fn bearing_name(&self, bearing: &BearingName) -> String {
        match bearing.label.trim() {
            "" => self.bearings.date(bearing.date),
            label => clean(label).into_owned(),
        }
    }

    /// Several dials: their field where they have one in common, else how many.
    fn dials_name(&self, dials: &[Turned], framework: &Framework) -> String {
        let words = &self.bearings.steps;
        let field = |turned: &Turned| Some(framework.field_of(framework.mark_by_id(&turned.mark)?));
        let mut fields: Vec<_> = dials.iter().map(field).collect();
        fields.dedup();
        match fields.as_slice() {
            [Some(field)] => words.dials_of(&framework.field(*field).title),
            _ if dials.iter().all(|turned| turned.to == DialValue::NEUTRAL) => words.reset(dials.len()),
            _ => words.dials(dials.len()),
        }
    }
}

/// A level of a profile, counted from 1; its number where the framework has no such level.
fn level(framework: &Framework, level: u8) -> String {
    let at = usize::from(level).saturating_sub(1);
    let name = framework.levels.get(at);
    name.cloned().unwrap_or_else(|| level.to_string())
}
