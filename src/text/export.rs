//! The words of exports, Danish and English.

use super::Lang;
use crate::core::{
    dial::DialValue,
    sanitise::clean,
    team::{Skipped, Why},
};

messages! {
    /// Headings, labels and number forms of exports.
    pub struct ExportText;

    /// The language as a tag, for formats that say it.
    tag { da: "da", en: "en" }
    /// The decimal sign.
    decimal: char { da: ',', en: '.' }
    /// What stands between the cells of a CSV file in the country's spreadsheets.
    separator: u8 { da: b';', en: b',' }
    /// A date in spreadsheets, as their number format.
    date_format { da: "dd.mm.yyyy", en: "d mmm yyyy" }
    /// A share in per cent with one decimal; the argument is in 0..1.
    share(share: f64) {
        da: { format!("{:.1} %", share * 100.0).replace('.', ",") },
        en: { format!("{:.1}%", share * 100.0) },
    }
    /// Beside titles in another language than the framework's: which it is, and that nobody has approved it.
    unofficial_english { da: "English: uofficiel oversættelse", en: "English: unofficial translation" }
    /// The profile.
    profile { da: "Profil", en: "Profile" }
    /// The unit.
    unit { da: "Enhed", en: "Unit" }
    /// The level.
    level { da: "Niveau", en: "Level" }
    /// The current challenge.
    challenge { da: "Aktuel udfordring", en: "Current challenge" }
    /// The review date.
    review { da: "Ses på igen", en: "To be looked at again" }
    /// The day of the export.
    made { da: "Lavet", en: "Exported" }
    /// A mark's number.
    position { da: "Nr.", en: "No." }
    /// A mark's number where a spreadsheet would take `1.1` for a date.
    numbered(position: &str) { da: "nr. {position}", en: "no. {position}" }
    /// A mark's id.
    id { da: "Id", en: "Id" }
    /// A field.
    field { da: "Felt", en: "Field" }
    /// A mark.
    mark { da: "Pejlemærke", en: "Guidepost" }
    /// Marks.
    marks { da: "Pejlemærker", en: "Guideposts" }
    /// A dial's value.
    value { da: "Drejeknap", en: "Dial" }
    /// What a mark is about.
    definition { da: "Definition", en: "Definition" }
    /// The table and the chart of where all dials stand.
    chart { da: "Diagram", en: "Chart" }
    /// A dial's place in a word.
    stand { da: "Indstilling", en: "Position" }
    /// The share of all focus.
    weight { da: "Vægt", en: "Weight" }
    /// The share of all focus, in a column of numbers.
    weight_percent { da: "Vægt i %", en: "Weight in %" }
    /// The last bearing's value.
    last { da: "Sidste pejling", en: "Last bearing" }
    /// A note.
    note { da: "Note", en: "Note" }
    /// Connected documents.
    documents { da: "Dokumenter", en: "Documents" }
    /// Operations marks that a mark enriches.
    enriches { da: "Beriger", en: "Enriches" }
    /// Bearings.
    bearings { da: "Pejlinger", en: "Bearings" }
    /// A bearing.
    bearing { da: "Pejling", en: "Bearing" }
    /// A bearing of a date, in full.
    bearing_of(date: &str) { da: "Pejling {date}", en: "Bearing of {date}" }
    /// Nothing moved.
    unmoved { da: "Ingen ændringer.", en: "No changes." }
    /// So many bearings are not shown.
    earlier(count: usize) {
        da: { count: 1 => "Og 1 tidligere pejling.", _ => "Og {count} tidligere pejlinger." },
        en: { count: 1 => "And 1 earlier bearing.", _ => "And {count} earlier bearings." },
    }
    /// A date.
    date { da: "Dato", en: "Date" }
    /// A label.
    label { da: "Navn", en: "Label" }
    /// The value before.
    from { da: "Fra", en: "From" }
    /// The value after.
    to { da: "Til", en: "To" }
    /// The effect.
    effect { da: "Effekt", en: "Effect" }
    /// The learning.
    learning { da: "Læring", en: "Learning" }
    /// Questions of the mirror.
    questions { da: "Spørgsmål", en: "Questions" }
    /// Those of them that are open.
    open_questions { da: "Åbne spørgsmål", en: "Open questions" }
    /// A question.
    question { da: "Spørgsmål", en: "Question" }
    /// The sentence of the framework.
    quote { da: "Grundlagets sætning", en: "The framework's sentence" }
    /// An answer.
    answer { da: "Svar", en: "Answer" }
    /// Decisions.
    decisions { da: "Beslutninger", en: "Decisions" }
    /// A decision.
    decision { da: "Beslutning", en: "Decision" }
    /// Over the marks that matter most: those that were turned, moved or decided about.
    matters { da: "Det, der fylder nu", en: "What matters now" }
    /// In their place on a sheet for a talk where no dial was turned.
    invitation {
        da: "Alle drejeknapper står i midten. Vælg sammen de pejlemærker på næste side, som I vil tale om, og skriv hvilket behov der er.",
        en: "All dials stand at neutral. Choose together the guideposts on the next page that you want to talk about, and write down which need there is.",
    }
    /// Over all marks of the framework.
    all_marks { da: "Alle pejlemærker", en: "All guideposts" }
    /// So many marks had no room on the first page and stand on the next, by name.
    on_next_page(names: &str) {
        da: "Står på næste side, fordi her ikke er plads: {names}.",
        en: "On the next page, for there is no room here: {names}.",
    }
    /// After a text that was cut: it stands whole further on.
    goes_on { da: "(hele teksten står længere fremme)", en: "(the whole text stands further on)" }
    /// What was written, whole.
    written { da: "Skrevet", en: "Written" }
    /// Over empty lines: what was agreed.
    agreed { da: "Det aftalte vi", en: "We agreed" }
    /// Colleagues together.
    team { da: "Ledergruppen", en: "The team" }
    /// So many profiles.
    profiles(count: usize) {
        da: { count: 1 => "1 profil", _ => "{count} profiler" },
        en: { count: 1 => "1 profile", _ => "{count} profiles" },
    }
    /// So many profiles were left out.
    left_out(count: usize) {
        da: { count: 1 => "1 profil er ikke med", _ => "{count} profiler er ikke med" },
        en: { count: 1 => "1 profile is left out", _ => "{count} profiles are left out" },
    }
    /// Why one was: it belongs to the framework of this id.
    other_framework(id: &str) {
        da: "hører til et andet grundlag, {id}",
        en: "belongs to another framework, {id}",
    }
    /// Or it is a copy of the file of this name.
    copy_of(name: &str) {
        da: "er en kopi af {name}, som er med",
        en: "is a copy of {name}, which is included",
    }
    /// Or it is an older one of the same leader's than the file of this name.
    older_than(name: &str) {
        da: "er fra samme leder som {name}, som er nyere og er med",
        en: "is by the same leader as {name}, which is newer and is included",
    }
    /// Or it is the same leader's as the file of this name, and says that it comes from a time ahead.
    ahead(name: &str) {
        da: "er fra samme leder som {name}, som er med, men dens tidspunkt ligger ude i fremtiden",
        en: "is by the same leader as {name}, which is included, but its time lies in the future",
    }
    /// Or it is the same leader's as the file of this name and as old, and not the same.
    differs_from(name: &str) {
        da: "er fra samme leder som {name}, og kun én af dem tælles: de er forskellige",
        en: "is by the same leader as {name}, and only one of them counts: they differ",
    }
    /// Or it comes after this many files, which is as far as is looked.
    beyond(most: usize) {
        da: "kommer efter de første {most} filer, og flere ses der ikke på",
        en: "comes after the first {most} files, and no more are looked at",
    }
    /// The middle value.
    median { da: "Midterste", en: "Middle" }
    /// The highest value less the lowest.
    spread { da: "Længst fra hinanden", en: "Furthest apart" }
    /// A mark's spread and median in a sentence.
    figures(spread: u8, median: &str) {
        da: "længst fra hinanden: {spread} hak · midterste: {median}",
        en: { spread:
            1 => "furthest apart: 1 notch · middle: {median}",
            _ => "furthest apart: {spread} notches · middle: {median}",
        },
    }
    /// The interquartile range.
    middle_half { da: "Den midterste halvdel længst fra hinanden", en: "The middle half furthest apart" }
    /// How many detents were turned since the last bearings.
    movement { da: "Skruet siden sidste pejling", en: "Turned since the last bearing" }
    /// The picture of all dials, among bookmarks.
    rose_name { da: "Rosen", en: "The rose" }
    /// The cards, among bookmarks.
    cards { da: "Kort", en: "Cards" }
    /// What the picture of a rose shows, for those who do not see it.
    rose {
        da: "En rose med et blad for hvert pejlemærke, længere jo mere der er skruet op",
        en: "A rose with a petal for each guidepost, longer the more it is turned up",
    }
    /// The name of the appointment in a calendar: whose profile it is.
    appointment(name: &str) { da: "Månedens pejling: {name}", en: "Monthly review: {name}" }
    /// And what there is to do.
    about_appointment {
        da: "Åbn pejl, og tryk på mellemrumstasten: hvad har flyttet sig, ét spørgsmål, en ny pejling.",
        en: "Open pejl and press the space bar: what has moved, one question, a new bearing.",
    }
    /// Beside the ring at neutral.
    neutral_ring { da: "i midten", en: "neutral" }
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
            Why::OtherFramework { found } => words.other_framework(found),
            Why::Copy { of } => words.copy_of(of),
            Why::Older { than } => words.older_than(than),
            Why::Ahead { of } => words.ahead(of),
            Why::Differs { from } => words.differs_from(from),
            Why::Beyond { most } => words.beyond(*most),
            Why::Fault(fault) => self.fault(fault),
        }
    }
}
