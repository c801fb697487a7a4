//! What a leader does with bearings: takes one, opens, compares, names, notes, restores and deletes them, and chooses
//! which one ghosts on the dials. Also what becomes of every longer text that is written.

use super::{
    App, Effect,
    preferences::Setting,
    screen::{Ask, Comparison, Picks, Place, Screen, Subject},
};
use crate::core::{
    compare::{Move, Picture, moves},
    framework::{Kind, MarkIndex},
    mirror::operations_field,
    moment::Moment,
    profile::{Bearing, BearingDial, Edit, MOST_TEXT},
    sanitise::{clean, clean_lines},
};
use crate::widget::input::Input;
use jiff::civil::Date;

/// Days before the review date from which it is shown.
const NEAR: i32 = 14;

impl App {
    /// What a bearing is called: its label, or its date where it has none.
    pub fn bearing_name(&self, bearing: &Bearing) -> String {
        match bearing.label.trim() {
            "" => self.text().bearings.date(bearing.at.date()),
            label => clean(label).into_owned(),
        }
    }

    /// The bearing before the one with this id.
    pub fn bearing_before(&self, id: &str) -> Option<&Bearing> {
        let at = self.place_of(id)?.checked_sub(1)?;
        self.profile.bearings.get(at)
    }

    fn place_of(&self, id: &str) -> Option<usize> {
        self.profile.bearings.iter().position(|bearing| bearing.id == id)
    }

    /// What moved at the bearing with this id since the one before it; nothing for the first one.
    pub fn moved_at(&self, id: &str) -> Vec<Move> {
        match (self.bearing_before(id), self.profile.bearing(id)) {
            (Some(before), Some(bearing)) => {
                moves(&self.framework, Picture::At(before), Picture::At(bearing))
            }
            _ => Vec::new(),
        }
    }

    /// The bearing that is selected in the list, or open.
    pub fn bearing_in_hand(&self) -> Option<&Bearing> {
        match &self.body().screen {
            Screen::Bearings(_) => {
                let at = self
                    .profile
                    .bearings
                    .len()
                    .checked_sub(1 + self.body().selected)?;
                self.profile.bearings.get(at)
            }
            Screen::Bearing(id) => self.profile.bearing(id),
            _ => None,
        }
    }

    /// The bearings of the selected mark or all, newest first.
    pub(super) fn bearings(&mut self) {
        self.go(Screen::Bearings(None));
    }

    pub(super) fn open_bearing(&mut self) {
        if let Some(id) = self.bearing_in_hand().map(|bearing| bearing.id.clone()) {
            self.go(Screen::Bearing(id));
        }
    }

    /// Takes a bearing. Where something moved since the one before, it is opened, so that what that gave can be
    /// written at once; Esc leaves it as it is.
    pub fn take_bearing(&mut self, label: String, now: Moment) {
        let changes = self.changes();
        let said = self.text().bearing_saved(now.date());
        self.change(self.profile.take_bearing(label, now));
        if self.changes() == changes {
            return;
        }
        self.message.get_or_insert(said);
        let id = self.profile.last_bearing().map(|bearing| bearing.id.clone());
        match id {
            Some(id) if !self.moved_at(&id).is_empty() => {
                if matches!(self.screen(), Screen::Bearing(_)) {
                    self.places.pop();
                }
                self.places.push(Place::new(Screen::Bearing(id)));
            }
            _ => {}
        }
        // the decisions went with the bearing
        self.leave_what_is_gone();
    }

    /// Compares: in the list the chosen bearing, else the dials now, with the selected one; elsewhere the dials now with
    /// the last one.
    pub(super) fn compare(&mut self) {
        let of = |bearing: &Bearing| bearing.id.clone();
        let comparison = match &self.body().screen {
            Screen::Bearings(chosen) => self.bearing_in_hand().map(|selected| {
                let chosen = chosen
                    .as_ref()
                    .filter(|chosen| **chosen != selected.id)
                    .and_then(|id| self.place_of(id));
                match (chosen, self.place_of(&selected.id)) {
                    (Some(chosen), Some(selected)) => {
                        let [from, to] = [chosen.min(selected), chosen.max(selected)];
                        Comparison {
                            from: of(&self.profile.bearings[from]),
                            to: Some(of(&self.profile.bearings[to])),
                        }
                    }
                    _ => Comparison {
                        from: of(selected),
                        to: None,
                    },
                }
            }),
            _ => {
                let bearing = self.bearing_in_hand().or(self.profile.last_bearing());
                bearing.map(|bearing| Comparison {
                    from: of(bearing),
                    to: None,
                })
            }
        };
        match comparison {
            Some(comparison) => self.go(Screen::Compare(comparison)),
            None => self.message = Some(self.text().bearings.no_bearing.to_owned()),
        }
    }

    /// Chooses the selected bearing to compare with, or not any more.
    pub(super) fn choose_bearing(&mut self) {
        let id = self.bearing_in_hand().map(|bearing| bearing.id.clone());
        if let Screen::Bearings(chosen) = &mut self.place_mut().screen {
            *chosen = if *chosen == id { None } else { id };
        }
    }

    /// To the bearing before or after the one that is open, or that a comparison starts from.
    pub(super) fn older_newer(&mut self, by: isize) {
        let (id, end) = match self.screen() {
            Screen::Bearing(id) => (id, self.profile.bearings.len()),
            Screen::Compare(Comparison { from, to: None }) => (from, self.profile.bearings.len()),
            Screen::Compare(Comparison { from, to: Some(to) }) => (from, self.place_of(to).unwrap_or(0)),
            _ => return,
        };
        let to = self.place_of(id).and_then(|at| at.checked_add_signed(by));
        let Some(id) = to
            .filter(|to| *to < end)
            .map(|to| self.profile.bearings[to].id.clone())
        else {
            return;
        };
        let place = self.place_mut();
        (place.scroll, place.selected) = (0, 0);
        match &mut place.screen {
            Screen::Bearing(open) => *open = id,
            Screen::Compare(comparison) => comparison.from = id,
            _ => {}
        }
    }

    /// The bearing in hand ghosts on every dial; where it does already, none does.
    pub(super) fn choose_ghost(&mut self) -> Effect {
        let Some(bearing) = self.bearing_in_hand() else {
            return Effect::None;
        };
        let (id, name) = (bearing.id.clone(), self.bearing_name(bearing));
        let words = self.text().bearings;
        let already = self.ghost_bearing().is_some_and(|ghost| ghost.id == id);
        let newest = self.profile.last_bearing().is_some_and(|last| last.id == id);
        self.message = Some(if already {
            words.ghost_off.to_owned()
        } else {
            words.ghost_on(&name)
        });
        self.ghosting = (!newest).then_some(id);
        if self.preferences.ghost != already {
            return Effect::None;
        }
        self.preferences.ghost = !already;
        Effect::Set(Setting::Ghost)
    }

    /// Turns every dial back to where it stood at the bearing in hand.
    pub(super) fn restore_bearing(&mut self) {
        let Some(bearing) = self.bearing_in_hand() else {
            return;
        };
        let words = self.text().bearings;
        let said = words.restored(&self.bearing_name(bearing));
        match self.profile.restore(&bearing.id) {
            Some(edit) => {
                self.change(edit);
                self.message.get_or_insert(said);
            }
            None => self.message = Some(words.nothing_to_restore.to_owned()),
        }
    }

    pub(super) fn rename_bearing(&mut self) {
        if let Some(bearing) = self.bearing_in_hand() {
            let (id, label) = (bearing.id.clone(), bearing.label.clone());
            self.ask(Ask::BearingName(id), &label);
        }
    }

    pub(super) fn delete_bearing(&mut self) {
        let Some(bearing) = self.bearing_in_hand() else {
            return;
        };
        let (id, said) = (
            bearing.id.clone(),
            self.text().bearings.deleted(&self.bearing_name(bearing)),
        );
        self.change(Edit::RemoveBearing(id));
        self.message.get_or_insert(said);
        self.leave_what_is_gone();
    }

    /// Leaves screens whose bearing or decision is not there any more.
    pub(super) fn leave_what_is_gone(&mut self) {
        let there = |id: &String| self.profile.bearing(id).is_some();
        let decision = |at: &usize| *at < self.profile.decisions.len();
        let gone = |place: &Place| match &place.screen {
            Screen::Bearing(id)
            | Screen::Note(Subject::Bearing(id) | Subject::Effect(id, _) | Subject::Learning(id, _), _) => {
                !there(id)
            }
            Screen::Compare(Comparison { from, to }) => !there(from) || !to.as_ref().is_none_or(there),
            Screen::Decision(at) | Screen::Note(Subject::Decision(at) | Subject::Answer(at, _), _) => {
                !decision(at)
            }
            _ => false,
        };
        let kept: Vec<bool> = self.places.iter().map(|place| !gone(place)).collect();
        let mut kept = kept.into_iter();
        self.places.retain(|_| kept.next().unwrap_or(true));
        self.show_selected();
    }

    /// The texts of the open bearing that can be written, in the order of its page: its note, then effect and learning
    /// of each mark that moved.
    pub fn bearing_texts(&self, id: &str) -> Vec<Subject> {
        let gains = self.moved_at(id).into_iter().flat_map(|moved| {
            [
                Subject::Effect(id.to_owned(), moved.mark),
                Subject::Learning(id.to_owned(), moved.mark),
            ]
        });
        gains.chain([Subject::Bearing(id.to_owned())]).collect()
    }

    /// The note of what is in hand, to be written: a bearing's, at home the profile's, else the selected mark's.
    pub(super) fn write_note(&mut self) {
        let subject = match (self.screen(), self.bearing_in_hand()) {
            (Screen::Bearings(_) | Screen::Bearing(_), Some(bearing)) => Subject::Bearing(bearing.id.clone()),
            (Screen::Bearings(_) | Screen::Bearing(_), None) => return,
            (Screen::Home, _) => Subject::Profile,
            (Screen::Mirror, _) => return self.write_reply(),
            _ => Subject::Mark(self.cursor),
        };
        self.write(subject);
    }

    /// Opens a longer text to be written.
    pub(super) fn write(&mut self, subject: Subject) {
        // what is not for the eye is not for the cursor either; it stays in the profile until the text is another
        let input = Input::multi_line(&clean_lines(self.written(&subject)), MOST_TEXT);
        self.go(Screen::Note(subject, input));
        self.fit_input();
    }

    /// What is written on a subject, or empty.
    pub fn written(&self, subject: &Subject) -> &str {
        let dial = |id: &String, mark: &MarkIndex| -> Option<&BearingDial> {
            let bearing = self.profile.bearing(id)?;
            bearing.dials.get(&self.framework.mark(*mark).id)
        };
        let answer = |decision: &usize, mark: &MarkIndex| {
            let decision = self.profile.decisions.get(*decision)?;
            decision.answers.get(&self.framework.mark(*mark).id)
        };
        match subject {
            Subject::Mark(mark) => self.profile.note(&self.framework.mark(*mark).id),
            Subject::Profile => &self.profile.note,
            Subject::Bearing(id) => self.profile.bearing(id).map_or("", |bearing| &bearing.note),
            Subject::Effect(id, mark) => dial(id, mark).map_or("", |dial| &dial.effect),
            Subject::Learning(id, mark) => dial(id, mark).map_or("", |dial| &dial.learning),
            Subject::NewDecision => "",
            Subject::Decision(at) => self.profile.decisions.get(*at).map_or("", |one| &one.text),
            Subject::Answer(at, mark) => answer(at, mark).map_or("", String::as_str),
            Subject::Reply(id) => self.profile.replies.get(id).map_or("", |reply| &reply.text),
        }
    }

    /// Keeps what was written on a subject.
    pub(super) fn keep_text(&mut self, subject: Subject, text: String) -> Effect {
        let mark_id = |mark: MarkIndex| self.framework.mark(mark).id.clone();
        let edit = match subject {
            Subject::Mark(mark) => Some(Edit::Note {
                mark: mark_id(mark),
                text,
            }),
            Subject::Profile => Some(Edit::ProfileNote(text)),
            Subject::Bearing(id) => self.bearing_edit(&id, |bearing| bearing.note = text),
            Subject::Effect(id, mark) => {
                let mark = mark_id(mark);
                self.bearing_edit(&id, |bearing| {
                    bearing.dials.entry(mark).or_default().effect = text
                })
            }
            Subject::Learning(id, mark) => {
                let mark = mark_id(mark);
                self.bearing_edit(&id, |bearing| {
                    bearing.dials.entry(mark).or_default().learning = text
                })
            }
            Subject::NewDecision if text.trim().is_empty() => None,
            Subject::NewDecision => return Effect::WriteDecision(text),
            Subject::Decision(at) => self.decision_edit(at, |decision| decision.text = text),
            Subject::Answer(at, mark) => {
                let mark = mark_id(mark);
                self.decision_edit(at, |decision| {
                    match text.trim().is_empty() {
                        true => decision.answers.remove(&mark),
                        false => decision.answers.insert(mark, text),
                    };
                })
            }
            Subject::Reply(id) => Some(self.reply_edit(id, text)),
        };
        if let Some(edit) = edit {
            self.change(edit);
        }
        Effect::None
    }

    /// The edit that changes the bearing with this id.
    fn bearing_edit(&self, id: &str, change: impl FnOnce(&mut Bearing)) -> Option<Edit> {
        let mut bearing = self.profile.bearing(id)?.clone();
        change(&mut bearing);
        Some(Edit::ReplaceBearing(Box::new(bearing)))
    }

    /// Keeps the line that was asked for.
    pub(super) fn keep_line(&mut self, ask: Ask, line: &str) -> Effect {
        match ask {
            Ask::BearingLabel => return Effect::TakeBearing(line.to_owned()),
            Ask::Team => return self.keep_team(line),
            Ask::Unit => self.change(Edit::Unit(line.to_owned())),
            Ask::Challenge => self.change(Edit::Challenge(line.to_owned())),
            // kept by an errand
            Ask::ProfileName
            | Ask::NewProfile { .. }
            | Ask::ImportFile
            | Ask::ImportName(_)
            | Ask::DeleteProfile(_)
            | Ask::RestoreProfile(_)
            | Ask::ExportFile(_) => {}
            Ask::BearingName(id) => {
                if let Some(edit) = self.bearing_edit(&id, |bearing| bearing.label = line.to_owned()) {
                    self.change(edit);
                }
            }
            Ask::Review => match date(line) {
                Ok(date) => self.change(Edit::Review(date)),
                Err(NotADate) => {
                    self.ask(Ask::Review, line);
                    self.message = Some(self.text().bearings.not_a_date.to_owned());
                }
            },
        }
        Effect::None
    }

    /// Asks when to look at the profile again.
    pub(super) fn ask_review(&mut self) {
        let written = |date: Date| format!("{}.{}.{}", date.day(), date.month(), date.year());
        let date = self.profile.review.map(written).unwrap_or_default();
        self.ask(Ask::Review, &date);
    }

    /// The review date in words where it is near or past.
    pub fn review_due(&self) -> Option<String> {
        let (date, today) = (self.profile.review?, self.today?);
        let days = today.until(date).ok()?.get_days();
        let words = self.text().bearings;
        (days <= NEAR).then(|| {
            let date = words.day(date);
            if days < 0 {
                words.review_past(&date)
            } else {
                words.review(&date)
            }
        })
    }

    /// Which marks can be picked as enriched: those of the operations field.
    pub fn operations_marks(&self) -> Vec<MarkIndex> {
        let field = operations_field(&self.framework);
        field
            .map(|field| self.framework.marks_of(field).collect())
            .unwrap_or_default()
    }

    /// Opens a list to pick from.
    pub(super) fn pick_list(&mut self, picks: Picks) {
        let words = self.text().bearings;
        let field = self.framework.field(self.field());
        let nothing = match picks {
            Picks::Documents => self.framework.documents.is_empty().then_some(words.no_documents),
            Picks::Enriches => {
                let new = field.kind == Kind::New && operations_field(&self.framework) != Some(self.field());
                (!new || self.operations_marks().is_empty()).then_some(words.enriches_nothing)
            }
        };
        match nothing {
            Some(nothing) => self.message = Some(nothing.to_owned()),
            None => self.go(Screen::Picks(picks)),
        }
    }

    /// What is picked for the selected mark, as the profile has it.
    pub fn picked(&self, picks: Picks) -> &[String] {
        let dial = self.profile.dials.get(&self.framework.mark(self.cursor).id);
        match picks {
            Picks::Documents => dial.map_or(&[], |dial| &dial.documents),
            Picks::Enriches => dial.map_or(&[], |dial| &dial.enriches),
        }
    }

    /// Picks the selected line of the list, or leaves it out again.
    pub(super) fn pick(&mut self) {
        let Screen::Picks(picks) = *self.screen() else {
            return;
        };
        let at = self.place().selected;
        let one = match picks {
            Picks::Documents => self.framework.documents.get(at).cloned(),
            Picks::Enriches => {
                let mark = self.operations_marks().get(at).copied();
                mark.map(|mark| self.framework.mark(mark).id.clone())
            }
        };
        let Some(one) = one else {
            return;
        };
        let mut picked = self.picked(picks).to_vec();
        match picked.iter().position(|other| *other == one) {
            Some(at) => drop(picked.remove(at)),
            None => picked.push(one),
        }
        let mark = self.framework.mark(self.cursor).id.clone();
        self.change(match picks {
            Picks::Documents => Edit::Documents {
                mark,
                documents: picked,
            },
            Picks::Enriches => Edit::Enriches { mark, marks: picked },
        });
    }
}

/// The text is no date of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

/// The date a person wrote: day, month and year with anything but letters between them, or year, month and day as files
/// have them; nothing where nothing was written.
///
/// # Errors
/// Where it is no date of the calendar.
pub fn date(text: &str) -> Result<Option<Date>, NotADate> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    if text.contains(char::is_alphabetic) {
        return Err(NotADate);
    }
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let numbers: Vec<&str> = numbers.filter(|number| !number.is_empty()).collect();
    let [day, month, year] = match *numbers.as_slice() {
        [year, month, day] if year.len() == 4 => [day, month, year],
        [day, month, year] if year.len() == 4 => [day, month, year],
        _ => return Err(NotADate),
    };
    let number = |text: &str| text.parse::<i8>().map_err(|_| NotADate);
    let year = year.parse().map_err(|_| NotADate)?;
    let date = Date::new(year, number(month)?, number(day)?);
    date.map(Some).map_err(|_| NotADate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_danes_and_as_files_write_it() {
        let expected = Ok(Some(jiff::civil::date(2026, 9, 14)));
        for text in [
            "14.9.2026",
            "14. 9. 2026",
            " 14/9-2026 ",
            "2026-09-14",
            "14 09 2026",
        ] {
            assert_eq!(date(text), expected, "{text}");
        }
        assert_eq!(date("  "), Ok(None));
    }

    #[test]
    fn what_is_not_in_the_calendar_is_no_date() {
        for text in [
            "31.2.2026",
            "29.2.2026",
            "0.1.2026",
            "14.13.2026",
            "14.9",
            "14.9.26",
            "i morgen",
            "14. september 2026",
            "999.1.2026",
            "1.1.99999",
            "-",
        ] {
            assert_eq!(date(text), Err(NotADate), "{text}");
        }
    }
}
