//! `pejl set`, `pejl turn`, `pejl reset`: the dials from the command line.

use super::{Answer, Settings, json, mark, text, to_json};
use crate::core::{
    dial::DialValue,
    fault::{Fault, UsageTrouble},
    framework::{Framework, MarkIndex},
    profile::Edit,
};
use clap::ArgMatches;
use serde_json::{Value, json};

/// `pejl set MARK VALUE`.
pub fn set(settings: &Settings, matches: &ArgMatches) -> Result<Answer, Fault> {
    let given = text(matches, "value").unwrap_or_default();
    let value = number(given)
        .and_then(DialValue::new)
        .ok_or_else(|| Fault::Value {
            given: given.to_owned(),
        })?;
    change(
        settings,
        matches,
        |framework| Ok(vec![asked(framework, matches)?]),
        |_| value,
    )
}

/// `pejl turn MARK STEPS`.
pub fn turn(settings: &Settings, matches: &ArgMatches) -> Result<Answer, Fault> {
    let given = text(matches, "steps").unwrap_or_default();
    let steps = number(given).ok_or_else(|| Fault::Usage {
        command: "pejl turn".into(),
        trouble: UsageTrouble::NotAnInteger {
            name: "STEPS".into(),
            given: given.to_owned(),
        },
    })?;
    change(
        settings,
        matches,
        |framework| Ok(vec![asked(framework, matches)?]),
        |value| value.turned(steps),
    )
}

/// `pejl reset [MARK]`.
pub fn reset(settings: &Settings, matches: &ArgMatches) -> Result<Answer, Fault> {
    let marks = |framework: &Framework| match text(matches, "mark") {
        Some(_) => Ok(vec![asked(framework, matches)?]),
        None => Ok(framework.mark_indices().collect()),
    };
    change(settings, matches, marks, |_| DialValue::NEUTRAL)
}

/// A whole number, with `+` or `-` or the true minus sign.
fn number(given: &str) -> Option<i64> {
    given.replace('\u{2212}', "-").parse().ok()
}

fn asked(framework: &Framework, matches: &ArgMatches) -> Result<MarkIndex, Fault> {
    mark(framework, text(matches, "mark").unwrap_or_default())
}

/// Turns the dials of `marks` and says from where to where each was turned.
fn change(
    settings: &Settings,
    matches: &ArgMatches,
    marks: impl FnOnce(&Framework) -> Result<Vec<MarkIndex>, Fault>,
    to: impl Fn(DialValue) -> DialValue,
) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let marks = marks(&framework)?;
    let mut turned = Vec::new();
    let profile = super::change(settings, &framework, |profile| {
        let turn = |mark| {
            let mark = framework.mark(mark);
            let from = profile.value(&mark.id);
            (mark, from, to(from))
        };
        turned = marks.into_iter().map(turn).collect();
        let edits: Vec<_> = turned
            .iter()
            .filter(|(_, from, to)| from != to)
            .map(|(mark, _, to)| (mark.id.clone(), *to))
            .collect();
        Ok((!edits.is_empty()).then_some(Edit::Dials(edits)))
    })?;
    if json(matches) {
        let dials: Vec<Value> = turned
            .iter()
            .map(|(mark, from, to)| json!({ "id": mark.id, "from": from.get(), "to": to.get() }))
            .collect();
        return Ok(to_json(&json!({ "profile": profile.name, "dials": dials })));
    }
    let asked_for_one = turned.len() == 1;
    let lines: String = turned
        .iter()
        .filter(|(_, from, to)| asked_for_one || from != to)
        .map(|(mark, from, to)| format!("{}: {from} → {to}\n", mark.title))
        .collect();
    if lines.is_empty() {
        return Ok(format!("{}\n", settings.lang.text().cli.nothing_changed).into());
    }
    Ok(lines.into())
}
