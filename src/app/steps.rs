//! What each step of undo is called: every change by name, also those that come as several in one.

use super::{App, history::Step};
use crate::model::profile::{Bearing, Edit};

impl App {
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
                _ => self.dials_name(to.iter().map(|(mark, _)| mark)),
            },
            Edit::Note { mark, .. } => (words.note)(self.title_of(mark)),
            Edit::Enriches { mark, .. } => (words.enriches)(self.title_of(mark)),
            Edit::Documents { mark, .. } => (words.documents)(self.title_of(mark)),
            Edit::Name(_) => words.name.into(),
            Edit::Level(_) => words.level.into(),
            Edit::Unit(_) => words.unit.into(),
            Edit::Challenge(_) => words.challenge.into(),
            Edit::Review(_) => words.review.into(),
            Edit::ProfileNote(_) => words.profile_note.into(),
            Edit::InsertBearing { bearing, .. } => (words.bearing)(&self.bearing_name(bearing)),
            Edit::RemoveBearing(id) => match back {
                Edit::InsertBearing { bearing, .. } => (words.delete_bearing)(&self.bearing_name(bearing)),
                _ => (words.delete_bearing)(id),
            },
            Edit::ReplaceBearing(to) => match back {
                Edit::ReplaceBearing(from) => self.replaced_name(from, to),
                _ => (words.bearing)(&self.bearing_name(to)),
            },
            Edit::Decisions(_) => words.decision.into(),
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
    fn dials_name<'a>(&self, marks: impl ExactSizeIterator<Item = &'a String>) -> String {
        let count = marks.len();
        let mut fields: Vec<_> = marks
            .map(|mark| {
                self.framework
                    .mark_by_id(mark)
                    .map(|mark| self.framework.field_of(mark))
            })
            .collect();
        fields.dedup();
        match fields.as_slice() {
            [Some(field)] => self.field_title(*field).to_owned(),
            _ => (self.text().bearings.steps.dials)(count),
        }
    }

    /// What was changed in a bearing.
    fn replaced_name(&self, from: &Bearing, to: &Bearing) -> String {
        let words = &self.text().bearings.steps;
        let name = self.bearing_name(to);
        if from.label != to.label {
            return (words.rename_bearing)(&self.bearing_name(from), &name);
        }
        let changed = |(mark, dial): &(&String, _)| from.dials.get(*mark) != Some(*dial);
        match to.dials.iter().find(changed) {
            Some((mark, _)) => (words.gains)(self.title_of(mark)),
            None => (words.bearing_note)(&name),
        }
    }

    fn title_of<'a>(&'a self, mark: &'a str) -> &'a str {
        self.framework
            .mark_by_id(mark)
            .map_or(mark, |mark| self.mark_title(mark))
    }
}
