//! What a leader writes: on what, how it is kept, and the date that a line means.

use super::{Deed, Outcome, Session};
use crate::core::{
    fault::Fault,
    framework::MarkIndex,
    profile::{Bearing, BearingDial, Edit, MOST_LABEL, MOST_TEXT, Reply},
};
use jiff::civil::Date;
use std::sync::Arc;

/// What a longer text is written on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TextTarget {
    /// A mark's note: which need.
    Mark(MarkIndex),
    /// The note on the profile.
    Profile,
    /// The note on the bearing with this id.
    Bearing(String),
    /// What turning a mark gave, at the bearing with this id.
    Effect(String, MarkIndex),
    /// What was learned by it.
    Learning(String, MarkIndex),
    /// A decision that is not there yet.
    NewDecision,
    /// What a talk of today came to, kept as a decision whose first line is this.
    Talk(String),
    /// The decision at this place of the list, counted from 0.
    Decision(usize),
    /// What a mark says to the decision at this place.
    Answer(usize, MarkIndex),
    /// The reply to the question of the mirror with this id.
    Reply(String),
}

impl Session {
    /// What is written there, or empty.
    pub fn written(&self, target: &TextTarget) -> &str {
        let dial = |id: &String, mark: &MarkIndex| -> Option<&BearingDial> {
            let bearing = self.profile.bearing(id)?;
            bearing.dials.get(&self.framework.mark(*mark).id)
        };
        let decision = |at: &usize| self.profile.decisions.get(*at);
        let written = match target {
            TextTarget::Mark(mark) => return self.profile.note(&self.framework.mark(*mark).id),
            TextTarget::Profile => Some(&self.profile.note),
            TextTarget::Bearing(id) => self.profile.bearing(id).map(|bearing| &bearing.note),
            TextTarget::Effect(id, mark) => dial(id, mark).map(|dial| &dial.effect),
            TextTarget::Learning(id, mark) => dial(id, mark).map(|dial| &dial.learning),
            TextTarget::NewDecision => None,
            TextTarget::Talk(title) => return self.talk(title).map_or("", |(_, text)| text),
            TextTarget::Decision(at) => decision(at).map(|decision| &decision.text),
            TextTarget::Answer(at, mark) => {
                decision(at).and_then(|decision| decision.answers.get(&self.framework.mark(*mark).id))
            }
            TextTarget::Reply(id) => self.profile.replies.get(id).map(|reply| &reply.text),
        };
        written.map_or("", String::as_str)
    }

    /// False where what it is written on is not there any more.
    pub fn can_write(&self, target: &TextTarget) -> bool {
        match target {
            TextTarget::Mark(_)
            | TextTarget::Profile
            | TextTarget::NewDecision
            | TextTarget::Talk(_)
            | TextTarget::Reply(_) => true,
            TextTarget::Bearing(id) | TextTarget::Effect(id, _) | TextTarget::Learning(id, _) => {
                self.profile.bearing(id).is_some()
            }
            TextTarget::Decision(at) | TextTarget::Answer(at, _) => *at < self.profile.decisions.len(),
        }
    }

    /// Keeps a text that is being written as it stands, as [`write`](Self::write) does. What is written or drafted there next
    /// takes its place, so that the whole is one step of undo. Returns whether the profile was changed. A decision that says nothing stands as it was before it was
    /// written on: only `write` deletes it.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn draft(&mut self, target: &TextTarget, text: &str) -> Result<bool, Fault> {
        if matches!(target, TextTarget::Decision(_) | TextTarget::Talk(_)) && text.trim().is_empty() {
            self.writable()?;
            return Ok(self.drop_draft(target));
        }
        let is_change = self.write(target, text)?.is_change();
        if is_change {
            self.drafted = Some(target.clone());
            self.history.hold_open();
        }
        Ok(is_change)
    }

    /// What was drafted there goes, and what stood there before is back. Returns whether anything was drafted.
    pub fn drop_draft(&mut self, target: &TextTarget) -> bool {
        let is_drafted = self.drafted.as_ref() == Some(target);
        let dropped = is_drafted && self.history.drop_open(Arc::make_mut(&mut self.profile));
        if dropped {
            self.changed();
        }
        dropped
    }

    /// Writes a text, without the newlines at its end; effect, learning and decision also without empty lines at their
    /// beginning. Nothing but blanks takes an answer or a reply away, and deletes a
    /// decision; as a new decision it is nothing. Where what it is written on is not there any more nothing is changed.
    ///
    /// # Errors
    /// [`Fault::ReadOnly`]; [`Fault::TooLong`] past [`MOST_TEXT`].
    pub fn write(&mut self, target: &TextTarget, text: &str) -> Deed {
        let text = text.trim_end_matches('\n');
        let text = match target {
            TextTarget::Effect(..)
            | TextTarget::Learning(..)
            | TextTarget::NewDecision
            | TextTarget::Decision(_) => without_empty_start(text),
            _ => text,
        };
        let text = text.to_owned();
        fits(&text, MOST_TEXT)?;
        self.writable()?;
        self.drop_draft(target);
        let blank = text.trim().is_empty();
        let mark_id = |mark: &MarkIndex| self.framework.mark(*mark).id.clone();
        match target {
            TextTarget::Mark(mark) => {
                let mark = mark_id(mark);
                self.change(Edit::Note { mark, text })
            }
            TextTarget::Profile => self.change(Edit::ProfileNote(text)),
            TextTarget::Bearing(id) => self.edit_bearing(id, |bearing| bearing.note = text),
            TextTarget::Effect(id, mark) => {
                let mark = mark_id(mark);
                self.edit_bearing(id, |bearing| bearing.dials.entry(mark).or_default().effect = text)
            }
            TextTarget::Learning(id, mark) => {
                let mark = mark_id(mark);
                self.edit_bearing(id, |bearing| {
                    bearing.dials.entry(mark).or_default().learning = text
                })
            }
            TextTarget::NewDecision if blank => Ok(Outcome::Unchanged),
            TextTarget::NewDecision => self.add_decision(text),
            TextTarget::Talk(title) => match (self.talk(title).map(|(at, _)| at), blank) {
                (Some(at), true) => self.delete_decision(at),
                (None, true) => Ok(Outcome::Unchanged),
                (at, false) => {
                    let text = format!("{title}\n{text}");
                    fits(&text, MOST_TEXT)?;
                    match at {
                        Some(at) => self.edit_decision(at, |decision| decision.text = text),
                        None => self.add_decision(text),
                    }
                }
            },
            TextTarget::Decision(at) if blank => self.delete_decision(*at),
            TextTarget::Decision(at) => self.edit_decision(*at, |decision| decision.text = text),
            TextTarget::Answer(at, mark) => {
                let mark = mark_id(mark);
                self.edit_decision(*at, |decision| {
                    match blank {
                        true => decision.answers.remove(&mark),
                        false => decision.answers.insert(mark, text),
                    };
                })
            }
            TextTarget::Reply(question) => {
                let before = self.profile.replies.get(question).cloned().unwrap_or_default();
                let reply = (!blank).then_some(Reply {
                    text,
                    put_away: false,
                    ..before
                });
                self.change(Edit::Reply {
                    question: question.clone(),
                    reply,
                })
            }
        }
    }

    /// The decision of today that begins with this line, the last of them: its place, and what stands under the line.
    fn talk(&self, title: &str) -> Option<(usize, &str)> {
        let decisions = self.profile.decisions.iter().enumerate().rev();
        let of_today = decisions.filter(|(_, decision)| decision.at.date() == self.today());
        of_today
            .filter_map(|(at, decision)| Some((at, decision.text.strip_prefix(title)?.strip_prefix('\n')?)))
            .next()
    }

    /// Changes the bearing with this id, if it is there.
    pub(super) fn edit_bearing(&mut self, id: &str, change: impl FnOnce(&mut Bearing)) -> Deed {
        let Some(mut bearing) = self.profile.bearing(id).cloned() else {
            return Ok(Outcome::Unchanged);
        };
        change(&mut bearing);
        self.change(Edit::ReplaceBearing(bearing.into()))
    }
}

/// A text from its first line that says something.
fn without_empty_start(text: &str) -> &str {
    let blanks = text.len() - text.trim_start().len();
    text[..blanks].rfind('\n').map_or(text, |end| &text[end + 1..])
}

/// A longer text as a command takes it: every line end is one newline, and there is none after the last line.
///
/// # Errors
/// [`Fault::TooLong`] past [`MOST_TEXT`]; [`Fault::ControlCharacter`] for all but newlines and tabs.
pub fn kept_text(text: &str) -> Result<String, Fault> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = text.trim_end_matches('\n');
    steers_nothing(text, |c| c.is_control() && !matches!(c, '\n' | '\t'))?;
    fits(text, MOST_TEXT)?;
    Ok(text.to_owned())
}

/// A label as a command takes it: without blanks around it.
///
/// # Errors
/// [`Fault::TooLong`] past [`MOST_LABEL`]; [`Fault::ControlCharacter`].
pub fn kept_label(line: &str) -> Result<&str, Fault> {
    steers_nothing(line.trim(), char::is_control)?;
    label(line)
}

/// A label or another single line as it is kept: without blanks around it.
///
/// # Errors
/// [`Fault::TooLong`] past [`MOST_LABEL`].
pub(super) fn label(line: &str) -> Result<&str, Fault> {
    let line = line.trim();
    fits(line, MOST_LABEL)?;
    Ok(line)
}

fn steers_nothing(text: &str, steers: impl Fn(char) -> bool) -> Result<(), Fault> {
    match text.contains(steers) {
        true => Err(Fault::ControlCharacter),
        false => Ok(()),
    }
}

fn fits(text: &str, max: usize) -> Result<(), Fault> {
    let found = text.chars().count();
    match found > max {
        true => Err(Fault::TooLong { max, found }),
        false => Ok(()),
    }
}

/// Why a text is no date of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotADate {
    /// The calendar does not have it.
    NotThere,
    /// It has no year of four digits.
    NoYear,
    /// It is said in words.
    Words,
}

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
        return Err(NotADate::Words);
    }
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    let numbers: Vec<&str> = numbers.filter(|number| !number.is_empty()).collect();
    let [day, month, year] = match *numbers.as_slice() {
        [year, month, day] if year.len() == 4 => [day, month, year],
        [day, month, year] if year.len() == 4 => [day, month, year],
        [day, month] | [day, month, _] if day.len() <= 2 && month.len() <= 2 => return Err(NotADate::NoYear),
        _ => return Err(NotADate::NotThere),
    };
    let number = |text: &str| text.parse::<i8>().map_err(|_| NotADate::NotThere);
    let year = year.parse().map_err(|_| NotADate::NotThere)?;
    let date = Date::new(year, number(month)?, number(day)?);
    date.map(Some).map_err(|_| NotADate::NotThere)
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
        for (text, why) in [
            ("31.2.2026", NotADate::NotThere),
            ("29.2.2026", NotADate::NotThere),
            ("0.1.2026", NotADate::NotThere),
            ("14.13.2026", NotADate::NotThere),
            ("14.9", NotADate::NoYear),
            ("15.1.", NotADate::NoYear),
            ("14.9.26", NotADate::NoYear),
            ("1.1.99999", NotADate::NoYear),
            ("i morgen", NotADate::Words),
            ("14. september 2026", NotADate::Words),
            ("999.1.2026", NotADate::NotThere),
            ("-", NotADate::NotThere),
        ] {
            assert_eq!(date(text), Err(why), "{text}");
        }
    }
}
