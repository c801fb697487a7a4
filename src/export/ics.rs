//! The day to look at a profile again, as an appointment for a calendar (RFC 5545): the whole day, with a reminder at nine in
//! the morning. The same profile always has the same appointment, so that a later file moves it.

use super::Input;
use crate::core::{fault::Fault, moment::Moment, profile::Profile, sanitise::clean};
use jiff::civil::Date;

/// The longest line, in bytes, without its end.
const LINE: usize = 75;
/// The hour of the reminder.
const HOUR: u8 = 9;

/// The review date as a calendar file.
///
/// # Errors
/// [`Fault::NoReviewDate`] where the profile has none.
pub fn write(input: &Input) -> Result<Vec<u8>, Fault> {
    let date = input.profile.review.ok_or(Fault::NoReviewDate)?;
    let words = input.lang.text().export;
    let name = clean(&input.profile.name);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//pejl//pejl//{}", words.tag.to_uppercase()),
        "METHOD:PUBLISH".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", uid(input.profile)),
        format!("DTSTAMP:{}", stamp(input.now)),
        format!("DTSTART;VALUE=DATE:{}", day(date)),
        format!("DTEND;VALUE=DATE:{}", day(date.tomorrow().unwrap_or(date))),
        format!("SUMMARY:{}", escaped(&words.appointment(&name))),
        format!("DESCRIPTION:{}", escaped(words.about_appointment)),
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("DESCRIPTION:{}", escaped(&words.appointment(&name))),
        format!("TRIGGER:PT{HOUR}H"),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    Ok(lines
        .iter()
        .map(|line| folded(line))
        .collect::<String>()
        .into_bytes())
}

/// What the appointment is known by: whose it is, or, where a profile of version 1.0 does not say, what it is called.
fn uid(profile: &Profile) -> String {
    let hex = |text: &str| text.bytes().map(|byte| format!("{byte:02x}")).collect();
    let owner = profile
        .owner
        .as_deref()
        .filter(|owner| owner.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    let whose: String = owner.map_or_else(|| hex(&profile.name), str::to_owned);
    format!("review-{whose}@pejl")
}

fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A moment in UTC.
fn stamp(moment: Moment) -> String {
    moment.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as the value of a property.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// A line with its end, on as many lines as it takes: each after the first begins with a space, and none parts a character.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 4);
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{format::Parts, framework::Framework};
    use crate::text::Lang;

    fn file(profile: &Profile, lang: Lang) -> Result<String, Fault> {
        let framework = Framework::built_in();
        let input = Input {
            framework: &framework,
            rendering: None,
            profile,
            lang,
            now: "2026-11-24T12:00:00+01:00".parse().unwrap(),
            parts: Parts::ALL,
            picture: Default::default(),
            what: None,
        };
        Ok(String::from_utf8(write(&input)?).unwrap())
    }

    fn profile(name: &str) -> Profile {
        Profile {
            owner: Some("5f0c".into()),
            review: Some(jiff::civil::date(2027, 2, 28)),
            ..Profile::new(name, "kalundborg-lsg", 2)
        }
    }

    /// The lines as a reader unfolds them.
    fn unfolded(file: &str) -> Vec<String> {
        file.replace("\r\n ", "")
            .split_terminator("\r\n")
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn the_day_is_an_appointment_with_a_reminder_and_the_same_one_each_time() {
        let written = file(&profile("Anne Holm"), Lang::Da).unwrap();
        assert_eq!(written, file(&profile("Anne Holm"), Lang::Da).unwrap());
        let lines = unfolded(&written);
        for line in [
            "UID:review-5f0c@pejl",
            "DTSTAMP:20261124T110000Z",
            "DTSTART;VALUE=DATE:20270228",
            "DTEND;VALUE=DATE:20270301",
            "SUMMARY:Månedens pejling: Anne Holm",
            "TRIGGER:PT9H",
        ] {
            assert!(lines.iter().any(|one| one == line), "{line}: {lines:#?}");
        }
        let begun = lines.iter().filter(|line| line.starts_with("BEGIN:")).count();
        let ended = lines.iter().filter(|line| line.starts_with("END:")).count();
        assert_eq!((begun, ended), (3, 3));
        let later = Profile {
            review: Some(jiff::civil::date(2027, 5, 1)),
            ..profile("Anne Holm")
        };
        assert!(
            file(&later, Lang::En)
                .unwrap()
                .contains("UID:review-5f0c@pejl\r\n")
        );
    }

    #[test]
    fn lines_are_75_bytes_at_most_part_no_character_and_end_in_both_signs() {
        let name = "Børne- og Ungeområdet; Ærø, øst\\vest ".repeat(8);
        let written = file(&profile(&name), Lang::Da).unwrap();
        assert!(!written.replace("\r\n", "").contains(['\r', '\n']));
        assert!(written.split("\r\n").all(|line| line.len() <= LINE), "{written}");
        let summary = unfolded(&written)
            .into_iter()
            .find(|line| line.starts_with("SUMMARY"))
            .unwrap();
        assert!(summary.contains("Ungeområdet\\; Ærø\\, øst\\\\vest"), "{summary}");
    }

    #[test]
    fn what_steers_goes_no_further_and_without_a_date_there_is_no_file() {
        let mut hostile = profile("A\r\nATTENDEE:x\u{1b}[2J");
        hostile.owner = Some("x\r\nUID:y".into());
        let lines = unfolded(&file(&hostile, Lang::Da).unwrap());
        assert!(
            lines
                .iter()
                .all(|line| !line.starts_with("ATTENDEE") && line != "UID:y")
        );
        hostile.review = None;
        assert_eq!(file(&hostile, Lang::Da), Err(Fault::NoReviewDate));
    }
}
