//! The figures of the programs and the table they make. Measures nothing.

use std::collections::BTreeMap;

/// What is measured. The order is that of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    Start,
    StartCpu,
    StartWrites,
    StartBytes,
    StartCalls,
    Move,
    MoveCpu,
    MoveWrites,
    MoveReads,
    MoveCalls,
    Turn,
    TurnCpu,
    TurnSaving,
    TurnWrites,
    TurnReads,
    TurnBytes,
    TurnCells,
    TurnCellBytes,
    TurnHome,
    Nothing,
    NothingCpu,
    IdleCpu,
    IdleSwitches,
    IdleBytes,
    Burst,
    BurstRate,
    Resize,
    Screens,
    Memory,
    Binary,
}

/// How far a figure is to go.
enum Reach {
    /// At most this many times the bare program's.
    Times(f64),
    /// At most this.
    AtMost(f64),
    /// At least this.
    AtLeast(f64),
    /// Told for its own sake.
    Told,
}

use Measure::*;
use Reach::{AtLeast, AtMost, Times, Told};

/// Every measure: name, unit, decimals, reach.
const ROWS: &[(Measure, &str, &str, usize, Reach)] = &[
    (Start, "spawn → complete home", "ms", 2, Times(1.5)),
    (StartCpu, "CPU until then", "ms", 2, Times(1.4)),
    (StartWrites, "writes until then", "", 0, Told),
    (StartBytes, "bytes until then", "B", 0, Told),
    (StartCalls, "system calls until then", "", 0, Told),
    (Move, "key → last byte: move the selection", "µs", 0, Times(0.6)),
    (MoveCpu, "CPU of it", "µs", 0, Times(0.5)),
    (MoveWrites, "writes of it", "", 2, AtMost(1.0)),
    (MoveReads, "reads of it", "", 2, AtMost(1.0)),
    (MoveCalls, "system calls of it", "", 1, Told),
    (Turn, "key → last byte: turn a dial", "µs", 0, Times(0.6)),
    (TurnCpu, "CPU of it, with the save", "µs", 0, Times(0.6)),
    (TurnSaving, "the save's part", "µs", 0, Told),
    (TurnWrites, "writes of it", "", 2, AtMost(1.0)),
    (TurnReads, "reads of it", "", 2, AtMost(1.0)),
    (TurnBytes, "bytes of it", "B", 0, Told),
    (TurnCells, "cells that it changes", "", 0, Told),
    (TurnCellBytes, "bytes a cell, 40 B left out", "B", 1, Told),
    (
        TurnHome,
        "key → last byte: turn a field's dials",
        "µs",
        0,
        Times(0.6),
    ),
    (Nothing, "bytes of a key without effect", "B", 0, AtMost(0.0)),
    (NothingCpu, "CPU of it", "µs", 0, Told),
    (IdleCpu, "idle: CPU a second, all threads", "µs", 0, AtMost(0.0)),
    (
        IdleSwitches,
        "idle: context switches a second",
        "",
        1,
        AtMost(0.0),
    ),
    (IdleBytes, "idle: bytes", "B", 0, AtMost(0.0)),
    (Burst, "500 keys at once → last byte", "ms", 2, Told),
    (BurstRate, "of them, keys a second", "", 0, AtLeast(100_000.0)),
    (
        Resize,
        "100 resizes 2 ms apart → settled after the last",
        "ms",
        2,
        AtMost(5.0),
    ),
    (Screens, "a key on the slowest screen", "ms", 2, AtMost(3.0)),
    (Memory, "memory of its own (RssAnon)", "MB", 2, Times(2.0)),
    (Binary, "binary", "MB", 2, Told),
];

/// The figures of one program.
#[derive(Default)]
pub struct Figures(BTreeMap<Measure, Vec<f64>>);

impl Figures {
    /// Notes a figure.
    pub fn note(&mut self, measure: Measure, figure: f64) {
        self.0.entry(measure).or_default().push(figure);
    }

    fn median(&self, measure: Measure) -> Option<f64> {
        median(&mut self.0.get(&measure)?.clone())
    }
}

/// The figure in the middle; nothing where there is none.
pub fn median(figures: &mut [f64]) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    Some((figures.get((figures.len().max(1) - 1) / 2)? + figures.get(figures.len() / 2)?) / 2.0)
}

/// A table of the figures that programs have which people know.
pub fn beside<'a>(programs: impl Iterator<Item = (&'a str, &'a Figures)>) -> String {
    let measures = [Start, StartCpu, Move, MoveCpu, Memory];
    let rows = ROWS.iter().filter(|(measure, ..)| measures.contains(measure));
    let rows: Vec<_> = rows.collect();
    let names: Vec<&str> = rows.iter().map(|(_, name, ..)| *name).collect();
    let mut table = format!(
        "| | {} |\n|{}\n",
        names.join(" | "),
        " --- |".repeat(names.len() + 1)
    );
    for (program, figures) in programs {
        table.push_str(&format!("| {program} |"));
        for (measure, _, unit, decimals, _) in &rows {
            let figure = figures.median(*measure).unwrap_or(0.0);
            table.push_str(&format!(" {figure:.decimals$} {unit} |"));
        }
        table.push('\n');
    }
    table
}

/// The table of pejl's figures beside the bare program's.
pub fn markdown([pejl, bare]: &[Figures; 2]) -> String {
    let mut table = String::from("| | pejl | bare | ratio | reach |\n| --- | ---: | ---: | ---: | --- |\n");
    for (measure, name, unit, decimals, reach) in ROWS {
        let Some(own) = pejl.median(*measure) else {
            continue;
        };
        let bare = bare.median(*measure);
        let ratio = bare.filter(|bare| *bare > 0.0).map(|bare| own / bare);
        let (wanted, reached) = match reach {
            Times(times) => (
                format!("≤ {times:.2}×"),
                ratio.is_none_or(|ratio| ratio <= *times),
            ),
            AtMost(most) => (format!("≤ {most}"), own <= *most),
            AtLeast(least) => (format!("≥ {least}"), own >= *least),
            Told => (String::new(), true),
        };
        let cell = |figure: Option<f64>| {
            figure.map_or_else(String::new, |figure| {
                let space = if unit.is_empty() { "" } else { " " };
                format!("{figure:.decimals$}{space}{unit}")
            })
        };
        let ratio = ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}×"));
        let missed = if reached { "" } else { " missed" };
        table.push_str(&format!(
            "| {name} | {} | {} | {ratio} | {wanted}{missed} |\n",
            cell(Some(own)),
            cell(bare)
        ));
    }
    table
}
