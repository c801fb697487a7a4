//! The team view as JSON for programs: `{"format": "pejl.team", "version": "1.0", "at", "framework": {"id", "title",
//! "organisation"}, "used", "skipped": [{"source", "why"}], "marks": [{"id", "title", "median", "spread", "quartiles": [lower,
//! upper], "movement", "counts": [at −5, …, at +5]}], "leaders": [{"name", "you", "source", "level", "unit", "values": {mark: value},
//! "moved": {mark: detents} or null}]}`, the marks in the order asked for. Without names, `skipped` is a number and `leaders`
//! is absent.

use super::TeamInput;
use crate::core::{
    framework::Framework,
    moment::Moment,
    team::{Leader, Row},
};
use crate::export::json::{bytes, members};
use serde::Serialize;

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: &'static str,
    at: Moment,
    framework: About<'a>,
    used: usize,
    skipped: Skipped<'a>,
    marks: Vec<Mark<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leaders: Option<Vec<One<'a>>>,
}

#[derive(Serialize)]
struct About<'a> {
    id: &'a str,
    title: &'a str,
    organisation: &'a str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Skipped<'a> {
    Count(usize),
    Each(Vec<Source<'a>>),
}

#[derive(Serialize)]
struct Source<'a> {
    source: &'a str,
    why: String,
}

#[derive(Serialize)]
struct Mark<'a> {
    id: &'a str,
    title: &'a str,
    median: f64,
    spread: u8,
    /// The lower and the upper.
    quartiles: (f64, f64),
    movement: u32,
    /// How many stand at each detent, from the lowest.
    counts: &'a [usize],
}

#[derive(Serialize)]
struct One<'a> {
    name: &'a str,
    /// True for the reader's own.
    you: bool,
    source: &'a str,
    level: u8,
    unit: &'a str,
    #[serde(serialize_with = "members")]
    values: Vec<(&'a str, i8)>,
    moved: Option<ByMark<'a>>,
}

/// Detents by the id of a mark.
#[derive(Serialize)]
struct ByMark<'a>(#[serde(serialize_with = "members")] Vec<(&'a str, i8)>);

/// The team view as a file.
pub fn write(input: &TeamInput) -> Vec<u8> {
    let TeamInput { framework, team, .. } = *input;
    let view = team.view(framework, input.filter, input.order);
    bytes(&File {
        format: "pejl.team",
        version: "1.0",
        at: input.now,
        framework: About {
            id: &framework.id,
            title: &framework.title,
            organisation: &framework.organisation,
        },
        used: view.leaders.len(),
        skipped: match input.hide_names {
            true => Skipped::Count(team.skipped.len()),
            false => Skipped::Each(left_out(input)),
        },
        marks: view.rows.iter().map(|row| mark(framework, row)).collect(),
        leaders: (!input.hide_names).then(|| {
            let leaders = view.leaders.iter().map(|at| &team.leaders[*at]);
            leaders.map(|leader| one(framework, leader)).collect()
        }),
    })
}

fn left_out<'a>(input: &TeamInput<'a>) -> Vec<Source<'a>> {
    let skipped = input.team.skipped.iter().map(|skipped| Source {
        source: &skipped.source,
        why: input.lang.left_out(&skipped.why),
    });
    skipped.collect()
}

fn mark<'a>(framework: &'a Framework, row: &'a Row) -> Mark<'a> {
    let mark = framework.mark(row.mark);
    Mark {
        id: &mark.id,
        title: &mark.title,
        median: row.median,
        spread: row.spread,
        quartiles: row.quartiles,
        movement: row.movement,
        counts: &row.at,
    }
}

fn one<'a>(framework: &'a Framework, leader: &'a Leader) -> One<'a> {
    let ids = || framework.marks().map(|(_, _, mark)| mark.id.as_str());
    let moved = |moved: &Vec<i8>| ByMark(ids().zip(moved.iter().copied()).collect());
    One {
        name: &leader.name,
        you: leader.you,
        source: &leader.source,
        level: leader.level,
        unit: &leader.unit,
        values: ids().zip(leader.values.iter().map(|value| value.get())).collect(),
        moved: leader.moved.as_ref().map(moved),
    }
}
