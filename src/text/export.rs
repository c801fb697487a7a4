//! The words of exports, Danish and English.

use super::Lang;
use crate::core::{
    dial::DialValue,
    sanitise::clean,
    team::{Skipped, Why},
};

/// Headings, labels and number forms of exports.
pub struct ExportText {
    /// The language as a tag, for formats that say it.
    pub tag: &'static str,
    /// The decimal sign.
    pub decimal: char,
    /// What stands between the cells of a CSV file in the country's spreadsheets.
    pub separator: u8,
    /// A date in spreadsheets, as their number format.
    pub date_format: &'static str,
    /// A share in per cent with one decimal; the argument is in 0..1.
    pub share: fn(f64) -> String,
    /// The profile.
    pub profile: &'static str,
    /// The unit.
    pub unit: &'static str,
    /// The level.
    pub level: &'static str,
    /// The current challenge.
    pub challenge: &'static str,
    /// The review date.
    pub review: &'static str,
    /// The day of the export.
    pub made: &'static str,
    /// A mark's number.
    pub position: &'static str,
    /// A mark's id.
    pub id: &'static str,
    /// A field.
    pub field: &'static str,
    /// A mark.
    pub mark: &'static str,
    /// Marks.
    pub marks: &'static str,
    /// A dial's value.
    pub value: &'static str,
    /// A dial's place in a word.
    pub stand: &'static str,
    /// The share of all focus.
    pub weight: &'static str,
    /// The share of all focus, in a column of numbers.
    pub weight_percent: &'static str,
    /// The last bearing's value.
    pub last: &'static str,
    /// A note.
    pub note: &'static str,
    /// Connected documents.
    pub documents: &'static str,
    /// Operations marks that a mark enriches.
    pub enriches: &'static str,
    /// Bearings.
    pub bearings: &'static str,
    /// A bearing.
    pub bearing: &'static str,
    /// A bearing of a date, in full.
    pub bearing_of: fn(&str) -> String,
    /// Nothing moved.
    pub unmoved: &'static str,
    /// So many bearings are not shown.
    pub earlier: fn(usize) -> String,
    /// A date.
    pub date: &'static str,
    /// A label.
    pub label: &'static str,
    /// The value before.
    pub from: &'static str,
    /// The value after.
    pub to: &'static str,
    /// The effect.
    pub effect: &'static str,
    /// The learning.
    pub learning: &'static str,
    /// Questions of the mirror.
    pub questions: &'static str,
    /// A question.
    pub question: &'static str,
    /// The sentence of the framework.
    pub quote: &'static str,
    /// An answer.
    pub answer: &'static str,
    /// Decisions.
    pub decisions: &'static str,
    /// A decision.
    pub decision: &'static str,
    /// Over empty lines: what was agreed.
    pub agreed: &'static str,
    /// Colleagues together.
    pub team: &'static str,
    /// So many profiles.
    pub profiles: fn(usize) -> String,
    /// So many profiles were left out.
    pub left_out: fn(usize) -> String,
    /// Why one was: it belongs to the framework of this id.
    pub other_framework: fn(&str) -> String,
    /// Or it is a copy of the file of this name.
    pub copy_of: fn(&str) -> String,
    /// Or it comes after this many files, which is as far as is looked.
    pub beyond: fn(usize) -> String,
    /// The middle value.
    pub median: &'static str,
    /// The highest value less the lowest.
    pub spread: &'static str,
    /// The interquartile range.
    pub middle_half: &'static str,
    /// How many detents were turned since the last bearings.
    pub movement: &'static str,
    /// What the picture of a rose shows, for those who do not see it.
    pub rose: &'static str,
    /// Beside the ring at neutral.
    pub neutral_ring: &'static str,
}

impl ExportText {
    /// A number of detents with its sign, and one decimal where it lies between two.
    pub fn steps(&self, steps: f64) -> String {
        let whole = DialValue::new(steps as i64).filter(|whole| f64::from(whole.get()) == steps);
        let sign = if steps < 0.0 { "\u{2212}" } else { "+" };
        let between = || format!("{sign}{:.1}", steps.abs()).replace('.', &self.decimal.to_string());
        whole.map_or_else(between, |whole| whole.to_string())
    }
}

impl Lang {
    /// Which profile was left out of a team, and why. A fault names the file itself.
    pub fn skipped(self, skipped: &Skipped) -> String {
        match &skipped.why {
            Why::Fault(fault) => self.fault(fault),
            why => format!("{}: {}", clean(&skipped.source), self.left_out(why)),
        }
    }

    /// Why a profile was left out of a team.
    pub fn left_out(self, why: &Why) -> String {
        let words = self.text().export;
        match why {
            Why::OtherFramework { found } => (words.other_framework)(found),
            Why::Copy { of } => (words.copy_of)(of),
            Why::Beyond { most } => (words.beyond)(*most),
            Why::Fault(fault) => self.fault(fault),
        }
    }
}

/// Danish.
pub const DA: ExportText = ExportText {
    tag: "da",
    decimal: ',',
    separator: b';',
    date_format: "dd.mm.yyyy",
    share: |share| format!("{:.1} %", share * 100.0).replace('.', ","),
    profile: "Profil",
    unit: "Enhed",
    level: "Niveau",
    challenge: "Aktuel udfordring",
    review: "Ses på igen",
    made: "Skrevet ud",
    position: "Nr.",
    id: "Id",
    field: "Felt",
    mark: "Pejlemærke",
    marks: "Pejlemærker",
    value: "Drejeknap",
    stand: "Stilling",
    weight: "Vægt",
    weight_percent: "Vægt i %",
    last: "Sidste pejling",
    note: "Note",
    documents: "Hænger sammen med",
    enriches: "Beriger",
    bearings: "Pejlinger",
    bearing: "Pejling",
    bearing_of: |date| format!("Pejling {date}"),
    unmoved: "Intet har flyttet sig.",
    earlier: |count| match count {
        1 => "Og 1 pejling før.".to_owned(),
        _ => format!("Og {count} pejlinger før."),
    },
    date: "Dato",
    label: "Navn",
    from: "Fra",
    to: "Til",
    effect: "Effekt",
    learning: "Læring",
    questions: "Spørgsmål",
    question: "Spørgsmål",
    quote: "Grundlagets sætning",
    answer: "Svar",
    decisions: "Beslutninger",
    decision: "Beslutning",
    agreed: "Det aftalte vi",
    team: "Ledergruppen",
    profiles: |count| match count {
        1 => "1 profil".to_owned(),
        _ => format!("{count} profiler"),
    },
    left_out: |count| match count {
        1 => "1 profil er ikke med".to_owned(),
        _ => format!("{count} profiler er ikke med"),
    },
    other_framework: |id| format!("hører til et andet grundlag, {id}"),
    copy_of: |name| format!("er en kopi af {name}, som er med"),
    beyond: |most| format!("kommer efter de første {most} filer, og flere ses der ikke på"),
    median: "Median",
    spread: "Spredning",
    middle_half: "Den midterste halvdels spredning",
    movement: "Skruet siden sidste pejling",
    rose: "En rose med et blad for hvert pejlemærke, længere jo mere der er skruet op",
    neutral_ring: "i midten",
};

/// English.
pub const EN: ExportText = ExportText {
    tag: "en",
    decimal: '.',
    separator: b',',
    date_format: "d mmm yyyy",
    share: |share| format!("{:.1}%", share * 100.0),
    profile: "Profile",
    unit: "Unit",
    level: "Level",
    challenge: "Current challenge",
    review: "To be looked at again",
    made: "Printed",
    position: "No.",
    id: "Id",
    field: "Field",
    mark: "Mark",
    marks: "Marks",
    value: "Dial",
    stand: "Stand",
    weight: "Weight",
    weight_percent: "Weight in %",
    last: "Last bearing",
    note: "Note",
    documents: "Connected with",
    enriches: "Enriches",
    bearings: "Bearings",
    bearing: "Bearing",
    bearing_of: |date| format!("Bearing of {date}"),
    unmoved: "Nothing moved.",
    earlier: |count| match count {
        1 => "And 1 bearing before.".to_owned(),
        _ => format!("And {count} bearings before."),
    },
    date: "Date",
    label: "Label",
    from: "From",
    to: "To",
    effect: "Effect",
    learning: "Learning",
    questions: "Questions",
    question: "Question",
    quote: "The framework's sentence",
    answer: "Answer",
    decisions: "Decisions",
    decision: "Decision",
    agreed: "We agreed",
    team: "The team",
    profiles: |count| match count {
        1 => "1 profile".to_owned(),
        _ => format!("{count} profiles"),
    },
    left_out: |count| match count {
        1 => "1 profile is left out".to_owned(),
        _ => format!("{count} profiles are left out"),
    },
    other_framework: |id| format!("belongs to another framework, {id}"),
    copy_of: |name| format!("is a copy of {name}, which is included"),
    beyond: |most| format!("comes after the first {most} files, and no more are looked at"),
    median: "Median",
    spread: "Spread",
    middle_half: "Spread of the middle half",
    movement: "Turned since the last bearing",
    rose: "A rose with a petal for each mark, longer the more it is turned up",
    neutral_ring: "neutral",
};
