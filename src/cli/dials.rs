//! `pejl set`, `pejl turn`, `pejl reset`: the dials from the command line.

use super::{
    Answer, Settings,
    args::{Reset, Set, Turn},
    mark, shape, to_json,
};
use crate::core::{
    dial::DialValue,
    fault::{Fault, UsageTrouble},
    framework::{Framework, MarkIndex},
    session,
};

/// `pejl set MARK VALUE`.
pub fn set(settings: &Settings, args: &Set) -> Result<Answer, Fault> {
    let value = number(&args.value)
        .and_then(DialValue::new)
        .ok_or_else(|| Fault::Value {
            given: args.value.clone(),
        })?;
    let marks = |framework: &Framework| Ok(vec![mark(framework, &args.mark)?]);
    change(settings, args.json, marks, session::Turn::To(value))
}

/// `pejl turn MARK STEPS`.
pub fn turn(settings: &Settings, args: &Turn) -> Result<Answer, Fault> {
    let steps = number(&args.steps).ok_or_else(|| Fault::Usage {
        command: "pejl turn".into(),
        trouble: UsageTrouble::NotAnInteger {
            name: "STEPS".into(),
            given: args.steps.clone(),
        },
    })?;
    let marks = |framework: &Framework| Ok(vec![mark(framework, &args.mark)?]);
    change(settings, args.json, marks, session::Turn::By(steps))
}

/// `pejl reset [MARK]`.
pub fn reset(settings: &Settings, args: &Reset) -> Result<Answer, Fault> {
    let marks = |framework: &Framework| match &args.mark {
        Some(given) => Ok(vec![mark(framework, given)?]),
        None => Ok(framework.mark_indices().collect()),
    };
    change(settings, args.json, marks, session::Turn::RESET)
}

/// A whole number, with `+` or `-` or the true minus sign.
fn number(given: &str) -> Option<i64> {
    given.replace('\u{2212}', "-").parse().ok()
}

/// Turns the dials of `marks` and says from where to where each was turned.
fn change(
    settings: &Settings,
    json: bool,
    marks: impl FnOnce(&Framework) -> Result<Vec<MarkIndex>, Fault>,
    turn: session::Turn,
) -> Result<Answer, Fault> {
    let framework = settings.framework()?;
    let marks = marks(&framework)?;
    let mut turned = Vec::new();
    let profile = super::change(settings, &framework, |session| {
        let dial = |mark: &MarkIndex| {
            let from = session.value(*mark);
            (framework.mark(*mark), from, turn.of(from))
        };
        turned = marks.iter().map(dial).collect();
        session.turn(marks, turn)
    })?;
    if json {
        let dials = turned.iter().map(|(mark, from, to)| shape::Moved {
            id: &mark.id,
            from: *from,
            to: *to,
        });
        return Ok(to_json(&shape::Turned {
            profile: &profile.name,
            dials: dials.collect(),
        }));
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
