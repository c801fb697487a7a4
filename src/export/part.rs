//! The parts of a profile that can stay at home: what leaves the profile with each, and what each says, once for all
//! formats. Knows no format: a text or a sheet lays out the [`Section`], a workbook the [`Table`].
//!
//! Notes have no section: they stand with the marks, which [`report`](super::report) gathers.

use super::{
    Input, Part, Parts,
    harmless::{line, lines, title_of},
    section::{Change, Entry, Section},
    table::{Cell, Table, text},
};
use crate::core::{
    compare::Picture,
    dial::DialValue,
    framework::MarkIndex,
    mirror,
    profile::{Bearing, BearingDial, Bearings, Decision, Extra, Profile},
};
use jiff::civil::Date;

/// What a part says.
pub struct Told {
    /// For reading.
    pub section: Section,
    /// For a spreadsheet.
    pub table: Table,
}

/// What `part` says of `profile`, from which [`redact`] took what stays at home; nothing where it stays itself.
pub fn told(part: Part, input: &Input, profile: &Profile) -> Option<Told> {
    let goes = input.parts.has(part);
    match part {
        Part::Notes => None,
        Part::Bearings => goes.then(|| bearings(input, profile)),
        Part::Questions => goes.then(|| questions(input)),
        Part::Decisions => goes.then(|| decisions(input, profile)),
        Part::OpenQuestions => goes.then(|| open_questions(input)),
    }
}

/// The profile without what stays at home. Where anything does, so does all that this version does not know.
pub fn redact(parts: Parts, profile: &Profile) -> Profile {
    let mut profile = profile.clone();
    if !parts.is_whole() {
        forget_unknown(&mut profile);
        for part in Part::KEPT.into_iter().filter(|part| !parts.has(*part)) {
            take_out(part, &mut profile);
        }
    }
    profile
}

fn take_out(part: Part, profile: &mut Profile) {
    match part {
        Part::Notes => {
            profile.note.clear();
            profile.replies.clear();
            for dial in profile.dials.values_mut() {
                dial.note.clear();
                dial.documents.clear();
            }
            for bearing in profile.bearings.iter_mut() {
                bearing.note.clear();
                for dial in bearing.dials.values_mut() {
                    dial.note.clear();
                    dial.effect.clear();
                    dial.learning.clear();
                }
            }
        }
        Part::Bearings => profile.bearings = Bearings::default(),
        Part::Questions => profile.replies.clear(),
        // they follow from the dials, and nothing is kept of them
        Part::OpenQuestions => {}
        Part::Decisions => {
            profile.decisions.clear();
            for bearing in profile.bearings.iter_mut() {
                bearing.decisions.clear();
            }
        }
    }
}

fn forget_unknown(profile: &mut Profile) {
    profile.extra = Extra::new();
    profile.later_version = None;
    profile.read.clear();
    for dial in profile.dials.values_mut() {
        dial.extra = Extra::new();
    }
    for reply in profile.replies.values_mut() {
        reply.extra = Extra::new();
    }
    let of_decisions = |decisions: &mut Vec<Decision>| {
        for decision in decisions {
            decision.extra = Extra::new();
        }
    };
    of_decisions(&mut profile.decisions);
    for bearing in profile.bearings.iter_mut() {
        bearing.extra = Extra::new();
        of_decisions(&mut bearing.decisions);
        for dial in bearing.dials.values_mut() {
            dial.extra = Extra::new();
        }
    }
}

/// An entry a bearing; a row for each mark that moved or was written about at one, and for each note on one.
fn bearings(input: &Input, profile: &Profile) -> Told {
    let words = input.lang.text().export;
    let before = std::iter::once(None).chain(profile.bearings.iter().map(Some));
    let mut entries = Vec::new();
    let mut rows = Vec::new();
    for (bearing, before) in profile.bearings.iter().zip(before) {
        let (date, label) = (bearing.at.date(), line(&bearing.label));
        let entry = Entry {
            title: name_of(input, date, &label),
            text: lines(&bearing.note),
            changes: Some(changes(input, bearing, before)),
            within: Vec::from_iter(
                (!bearing.decisions.is_empty()).then(|| section_of(input, &bearing.decisions)),
            ),
            ..Entry::default()
        };
        let row = |mark: &str, from, to, note: &str, effect: &str, learning: &str| {
            let at = [Cell::Date(date), text(&label), text(mark), from, to];
            let written = [text(note), text(effect), text(learning)];
            at.into_iter().chain(written).collect()
        };
        let changes = entry.changes.iter().flatten();
        if changes.clone().count() == 0 || !entry.text.is_empty() {
            rows.push(row("", text(""), text(""), &entry.text, "", ""));
        }
        rows.extend(changes.map(|change| {
            row(
                &change.title,
                Cell::Steps(change.from.get()),
                Cell::Steps(change.to.get()),
                &change.note,
                &change.effect,
                &change.learning,
            )
        }));
        entries.push(entry);
    }
    let head = [
        words.date,
        words.label,
        words.mark,
        words.from,
        words.to,
        words.note,
        words.effect,
        words.learning,
    ];
    Told {
        section: Section {
            heading: words.bearings,
            entries,
            is_past: true,
        },
        table: Table::new(words.bearings, head, rows),
    }
}

/// The marks that moved since the bearing before, or since neutral, and those that were written about.
fn changes(input: &Input, bearing: &Bearing, before: Option<&Bearing>) -> Vec<Change> {
    let untouched = BearingDial::default();
    let change = |mark: MarkIndex| {
        let mark = input.framework.mark(mark);
        let dial = bearing.dials.get(&mark.id).unwrap_or(&untouched);
        let change = Change {
            title: line(&mark.title),
            short: line(&mark.short),
            from: before.map_or(DialValue::NEUTRAL, |before| Picture::At(before).value(&mark.id)),
            to: dial.value,
            note: lines(&dial.note),
            effect: lines(&dial.effect),
            learning: lines(&dial.learning),
        };
        let written = [&change.note, &change.effect, &change.learning]
            .into_iter()
            .any(|text| !text.is_empty());
        (written || change.from != change.to).then_some(change)
    };
    input.framework.mark_indices().filter_map(change).collect()
}

/// A bearing's label and date.
fn name_of(input: &Input, date: Date, label: &str) -> String {
    let date = input.lang.text().date(date);
    match label {
        "" => date,
        label => format!("{label} · {date}"),
    }
}

/// What the leader answered, under the question, those that are not raised any more last. A question that is open is hers
/// to think about, and stays.
fn questions(input: &Input) -> Told {
    let text_of = input.lang.text();
    let words = text_of.export;
    let (framework, profile) = (input.framework, input.profile);
    let raised = mirror::questions(framework, profile, input.now.date());
    let answer = |id: &str| mirror::reply(profile, id).map(|reply| lines(&reply.text));
    let now = raised
        .iter()
        .map(|question| (question.clone(), answer(&question.id)));
    let earlier = profile.replies.iter().filter_map(|(id, reply)| {
        let raised = raised.iter().any(|question| question.id == *id);
        let question = mirror::asked(framework, profile, id).filter(|_| !raised)?;
        Some((question, Some(lines(&reply.text))))
    });
    let mut entries = Vec::new();
    let mut rows = Vec::new();
    for (question, answer) in now.chain(earlier).filter(|_| input.parts.has(Part::Notes)) {
        let Some(answer) = answer.filter(|answer| !answer.trim().is_empty()) else {
            continue;
        };
        let asked = line(&text_of.ask(&question, framework));
        let quote = question.quote.map(|quote| line(&quote.text));
        rows.push(vec![
            text(&asked),
            text(quote.as_deref().unwrap_or_default()),
            text(&answer),
        ]);
        entries.push(Entry {
            title: asked,
            quote: quote.map(|quote| text_of.mirror.quoted(&quote)),
            texts: vec![(words.answer.to_owned(), answer)],
            ..Entry::default()
        });
    }
    Told {
        section: Section {
            heading: text_of.mirror.title,
            entries,
            is_past: false,
        },
        table: Table::new(words.questions, [words.question, words.quote, words.answer], rows),
    }
}

/// The questions that are raised and not answered.
fn open_questions(input: &Input) -> Told {
    let text_of = input.lang.text();
    let words = text_of.export;
    let open = mirror::open_questions(input.framework, input.profile, input.now.date());
    let (mut entries, mut rows) = (Vec::new(), Vec::new());
    for question in open {
        let asked = line(&text_of.ask(&question, input.framework));
        let quote = question.quote.map(|quote| line(&quote.text));
        rows.push(vec![text(&asked), text(quote.as_deref().unwrap_or_default())]);
        entries.push(Entry {
            title: asked,
            quote: quote.map(|quote| text_of.mirror.quoted(&quote)),
            ..Entry::default()
        });
    }
    Told {
        section: Section {
            heading: words.open_questions,
            entries,
            is_past: false,
        },
        table: Table::new(words.open_questions, [words.question, words.quote], rows),
    }
}

/// The decisions since the last bearing; in the table those before it too, a row for each answer to one.
fn decisions(input: &Input, profile: &Profile) -> Told {
    let words = input.lang.text().export;
    let date = |bearing: &Bearing| input.lang.text().date(bearing.at.date());
    let taken = profile.bearings.iter().map(|bearing| {
        let name = Some(line(&bearing.label)).filter(|label| !label.is_empty());
        (&bearing.decisions, name.unwrap_or_else(|| date(bearing)))
    });
    let mut rows = Vec::new();
    for (decisions, bearing) in taken.chain([(&profile.decisions, String::new())]) {
        for decision in decisions {
            let row = |mark: &str, answer: &str| {
                let date = Cell::Date(decision.at.date());
                vec![
                    date,
                    text(&bearing),
                    text(lines(&decision.text)),
                    text(mark),
                    text(answer),
                ]
            };
            if decision.answers.is_empty() {
                rows.push(row("", ""));
            }
            rows.extend(answers(input, decision).map(|(mark, answer)| row(&mark, &answer)));
        }
    }
    let head = [
        words.date,
        words.bearing,
        words.decision,
        words.mark,
        words.answer,
    ];
    Told {
        section: section_of(input, &profile.decisions),
        table: Table::new(words.decisions, head, rows),
    }
}

fn section_of(input: &Input, decisions: &[Decision]) -> Section {
    let entry = |decision: &Decision| Entry {
        title: input.lang.text().date(decision.at.date()),
        text: lines(&decision.text),
        texts: answers(input, decision).collect(),
        ..Entry::default()
    };
    Section {
        heading: input.lang.text().export.decisions,
        entries: decisions.iter().map(entry).collect(),
        is_past: false,
    }
}

/// The titles of marks and what was answered for them.
fn answers<'a>(input: &'a Input, decision: &'a Decision) -> impl Iterator<Item = (String, String)> + 'a {
    let answers = decision.answers.iter();
    answers.map(|(mark, answer)| (title_of(input, mark), lines(answer)))
}
