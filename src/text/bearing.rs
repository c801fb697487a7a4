//! What the program says of bearings, notes and decisions, and the names of the steps of undo.

use jiff::civil::Date;

/// Bearings, notes, decisions and steps in one language.
pub struct BearingText {
    /// The bearings, as a heading.
    pub title: &'static str,
    /// One bearing, before its date or label.
    pub bearing: &'static str,
    /// Comparing, as a heading.
    pub compare: &'static str,
    /// The dials as they stand.
    pub now: &'static str,
    /// Where there is no bearing yet: what one is, and how to take it.
    pub none: &'static [&'static str],
    /// Over the lines of the marks.
    pub over_time: &'static str,
    /// What moved since the last bearing, before it is told.
    pub since_last: &'static str,
    /// Nothing moved.
    pub unmoved: &'static str,
    /// The bearing that has none before it.
    pub first: &'static str,
    /// So many more that moved.
    pub more: fn(usize) -> String,
    /// Beside a bearing that has a note.
    pub noted: &'static str,
    /// Beside the bearing whose dials are the ghosts on all dials.
    pub ghosts: &'static str,
    /// Beside the bearing that was chosen to compare with.
    pub chosen: &'static str,
    /// A date, short.
    pub date: fn(Date) -> String,
    /// A date, shortest: for the top of the screen.
    pub day: fn(Date) -> String,
    /// Heading over what moved since this bearing.
    pub moved_since: fn(&str) -> String,
    /// Heading over all marks.
    pub all_marks: &'static str,
    /// Effect.
    pub effect: &'static str,
    /// Learning.
    pub learning: &'static str,
    /// Where nothing is written and Enter writes.
    pub write: &'static str,
    /// Asks for the new label of a bearing.
    pub ask_name: &'static str,
    /// A bearing was brought back: its name.
    pub restored: fn(&str) -> String,
    /// All dials stand as at the bearing.
    pub nothing_to_restore: &'static str,
    /// A bearing was deleted: its name.
    pub deleted: fn(&str) -> String,
    /// The bearing of this date is the ghost on every dial.
    pub ghost_on: fn(&str) -> String,
    /// No ghosts on the dials.
    pub ghost_off: &'static str,
    /// There is no bearing yet that it could be done with.
    pub no_bearing: &'static str,
    /// Heading over the note on the profile.
    pub profile_note: &'static str,
    /// Heading over the note on a bearing.
    pub bearing_note: &'static str,
    /// What turning the dial gave, effect.
    pub effect_question: &'static str,
    /// What turning the dial gave, learning.
    pub learning_question: &'static str,
    /// Asks for a review date.
    pub ask_review: &'static str,
    /// What was written is no date.
    pub not_a_date: &'static str,
    /// The review date, in the header and in the list.
    pub review: fn(&str) -> String,
    /// The review date is past.
    pub review_past: fn(&str) -> String,
    /// The decisions, as a heading.
    pub decisions: &'static str,
    /// Where there is no decision: what one is for, and how to write it.
    pub no_decisions: &'static [&'static str],
    /// Heading of a decision being written.
    pub decision: &'static str,
    /// What a decision is.
    pub decision_question: &'static str,
    /// Over the raised marks in a decision.
    pub held_against: &'static str,
    /// No mark is turned up.
    pub none_raised: &'static str,
    /// What a mark says to the decision, before it is told.
    pub answer: &'static str,
    /// Asks what a mark says to the decision.
    pub answer_question: &'static str,
    /// A decision was deleted.
    pub decision_deleted: &'static str,
    /// So many answers.
    pub answers: fn(usize) -> String,
    /// The connected documents, as a heading.
    pub documents: &'static str,
    /// The framework names no connected documents.
    pub no_documents: &'static str,
    /// Which operations mark a mark enriches, as a heading.
    pub enriches: &'static str,
    /// Only marks in the new fields enrich the operations.
    pub enriches_nothing: &'static str,
    /// A mark is connected with these documents.
    pub connected: fn(&str) -> String,
    /// A mark enriches these marks.
    pub enriched: fn(&str) -> String,
    /// Names of steps.
    pub steps: Steps,
}

/// What a step of undo is called.
#[allow(missing_docs)] // each field is the edit of the same name in `core::profile`
pub struct Steps {
    pub dials: fn(usize) -> String,
    pub dials_of: fn(&str) -> String,
    pub reset: fn(usize) -> String,
    pub restore: fn(&str) -> String,
    pub note: fn(&str) -> String,
    pub enriches: fn(&str) -> String,
    pub documents: fn(&str) -> String,
    pub name: fn(&str, &str) -> String,
    pub level: fn(&str, &str) -> String,
    pub unit: &'static str,
    pub challenge: &'static str,
    pub review: &'static str,
    pub profile_note: &'static str,
    pub bearing: fn(&str) -> String,
    pub delete_bearing: fn(&str) -> String,
    pub rename_bearing: fn(&str, &str) -> String,
    pub bearing_note: fn(&str) -> String,
    pub gains: fn(&str) -> String,
    pub new_decision: fn(&str) -> String,
    pub delete_decision: fn(&str) -> String,
    pub decision: fn(&str) -> String,
    pub decision_answer: fn(&str) -> String,
    pub reply: &'static str,
    pub merge: &'static str,
    pub put_away: &'static str,
    pub take_out: &'static str,
}

/// Danish.
pub const DA: BearingText = BearingText {
    title: "Pejlinger",
    bearing: "pejling",
    compare: "Sammenlign",
    now: "nu",
    none: &[
        "Ingen pejlinger endnu",
        "En pejling er et dateret billede af alle dine drejeknapper. Næste gang du pejler, kan du se, hvad der har \
         flyttet sig, og skrive, hvad det gav.",
        "Tryk s for at gemme den første.",
    ],
    over_time: "Over tid",
    since_last: "Siden sidst:",
    unmoved: "intet flyttet",
    first: "den første pejling",
    more: |count| format!("og {count} til"),
    noted: "note",
    ghosts: "vises på knapperne",
    chosen: "valgt",
    date: |date| format!("{}.{}.{}", date.day(), date.month(), date.year()),
    day: |date| format!("{}.{}.", date.day(), date.month()),
    moved_since: |name| format!("Flyttet siden {name}"),
    all_marks: "Alle pejlemærker",
    effect: "Effekt",
    learning: "Læring",
    write: "Enter skriver",
    ask_name: "Navn på pejlingen:",
    restored: |name| format!("Drejeknapperne står som ved pejlingen {name}"),
    nothing_to_restore: "Drejeknapperne står allerede sådan",
    deleted: |name| format!("Pejlingen {name} er slettet. u fortryder"),
    ghost_on: |name| format!("Pejlingen {name} vises på drejeknapperne"),
    ghost_off: "Ingen pejling vises på drejeknapperne",
    no_bearing: "Der er ingen pejling endnu. s gemmer en",
    profile_note: "Hvad står I i lige nu?",
    bearing_note: "Hvad viser pejlingen?",
    effect_question: "Hvilken effekt gav det?",
    learning_question: "Hvad lærte I undervejs?",
    ask_review: "Hvornår vil du se igen? (14.9.2026)",
    not_a_date: "Den dato findes ikke. Skriv den som 14.9.2026",
    review: |date| format!("se igen {date}"),
    review_past: |date| format!("skulle ses igen {date}"),
    decisions: "Beslutninger",
    no_decisions: &[
        "Ingen beslutninger siden sidste pejling",
        "Skriv en beslutning ned, og hold den op mod de pejlemærker, du har skruet op for. Den gemmes sammen med den \
         næste pejling.",
        "Tryk n for at skrive en.",
    ],
    decision: "Beslutning",
    decision_question: "Hvad har du besluttet, eller hvad står du over for at beslutte?",
    held_against: "Hvad siger de pejlemærker, du har skruet op for?",
    none_raised: "Intet pejlemærke er skruet op lige nu.",
    answer: "Dit svar",
    answer_question: "Hvad siger pejlemærket til beslutningen?",
    decision_deleted: "Beslutningen er slettet. u fortryder",
    answers: |count| match count {
        0 => "ingen svar endnu".into(),
        1 => "1 svar".into(),
        _ => format!("{count} svar"),
    },
    documents: "Hænger sammen med",
    no_documents: "Grundlaget nævner ingen øvrige dokumenter",
    enriches: "Hvilket pejlemærke i driften beriger det?",
    enriches_nothing: "Det er pejlemærkerne i de nye felter, der beriger driften",
    connected: |names| format!("Hænger sammen med {names}"),
    enriched: |names| format!("Beriger {names}"),
    steps: Steps {
        dials: |count| format!("{count} drejeknapper"),
        dials_of: |field| format!("drejeknapperne i {field}"),
        reset: |count| format!("{count} drejeknapper tilbage i midten"),
        restore: |name| format!("gendan pejling {name}"),
        note: |mark| format!("note på {mark}"),
        enriches: |mark| format!("hvad {mark} beriger"),
        documents: |mark| format!("dokumenter ved {mark}"),
        name: |from, to| format!("profilens navn {from} → {to}"),
        level: |from, to| format!("dit niveau {from} → {to}"),
        unit: "enhed",
        challenge: "udfordring",
        review: "dato for at se på profilen igen",
        profile_note: "note på profilen",
        bearing: |name| format!("pejling {name}"),
        delete_bearing: |name| format!("slet pejling {name}"),
        rename_bearing: |from, to| format!("pejling {from} → {to}"),
        bearing_note: |name| format!("note på pejling {name}"),
        gains: |mark| format!("effekt og læring ved {mark}"),
        merge: "to udgaver flettet",
        new_decision: |text| format!("ny beslutning »{text}«"),
        delete_decision: |text| format!("slet beslutning »{text}«"),
        decision: |text| format!("beslutning »{text}«"),
        decision_answer: |text| format!("svar ved beslutning »{text}«"),
        reply: "svar i spejlet",
        put_away: "spørgsmål i spejlet lagt væk",
        take_out: "spørgsmål i spejlet taget frem",
    },
};

/// English.
pub const EN: BearingText = BearingText {
    title: "Bearings",
    bearing: "bearing",
    compare: "Compare",
    now: "now",
    none: &[
        "No bearings yet",
        "A bearing is a dated picture of all your dials. The next time you take one you can see what moved, and write \
         down what it gave.",
        "Press s to save the first.",
    ],
    over_time: "Over time",
    since_last: "Since the last:",
    unmoved: "nothing moved",
    first: "the first bearing",
    more: |count| format!("and {count} more"),
    noted: "note",
    ghosts: "shown on the dials",
    chosen: "chosen",
    date: |date| format!("{} {} {}", date.day(), &super::en::month(date)[..3], date.year()),
    day: |date| format!("{} {}", date.day(), &super::en::month(date)[..3]),
    moved_since: |name| format!("Moved since {name}"),
    all_marks: "All marks",
    effect: "Effect",
    learning: "Learning",
    write: "Enter writes",
    ask_name: "Name of the bearing:",
    restored: |name| format!("The dials stand as at the bearing {name}"),
    nothing_to_restore: "The dials stand like that already",
    deleted: |name| format!("The bearing {name} is deleted. u undoes it"),
    ghost_on: |name| format!("The bearing {name} is shown on the dials"),
    ghost_off: "No bearing is shown on the dials",
    no_bearing: "There is no bearing yet. s saves one",
    profile_note: "What are you in the middle of just now?",
    bearing_note: "What does the bearing show?",
    effect_question: "What effect did it have?",
    learning_question: "What did you learn on the way?",
    ask_review: "When will you look again? (14.9.2026)",
    not_a_date: "There is no such date. Write it as 14.9.2026",
    review: |date| format!("look again {date}"),
    review_past: |date| format!("was to be looked at {date}"),
    decisions: "Decisions",
    no_decisions: &[
        "No decisions since the last bearing",
        "Write a decision down and hold it against the marks you have turned up. It is kept with the next bearing.",
        "Press n to write one.",
    ],
    decision: "Decision",
    decision_question: "What have you decided, or what are you about to decide?",
    held_against: "What do the marks you have turned up say?",
    none_raised: "No mark is turned up just now.",
    answer: "Your answer",
    answer_question: "What does the mark say to the decision?",
    decision_deleted: "The decision is deleted. u undoes it",
    answers: |count| match count {
        0 => "no answers yet".into(),
        1 => "1 answer".into(),
        _ => format!("{count} answers"),
    },
    documents: "Connected with",
    no_documents: "The framework names no other documents",
    enriches: "Which mark of the operations does it enrich?",
    enriches_nothing: "It is the marks in the new fields that enrich the operations",
    connected: |names| format!("Connected with {names}"),
    enriched: |names| format!("Enriches {names}"),
    steps: Steps {
        dials: |count| format!("{count} dials"),
        dials_of: |field| format!("the dials of {field}"),
        reset: |count| format!("{count} dials back to neutral"),
        restore: |name| format!("restore bearing {name}"),
        note: |mark| format!("note on {mark}"),
        enriches: |mark| format!("what {mark} enriches"),
        documents: |mark| format!("documents of {mark}"),
        name: |from, to| format!("the profile's name {from} → {to}"),
        level: |from, to| format!("your level {from} → {to}"),
        unit: "unit",
        challenge: "challenge",
        review: "the date to look at the profile again",
        profile_note: "note on the profile",
        bearing: |name| format!("bearing {name}"),
        delete_bearing: |name| format!("delete bearing {name}"),
        rename_bearing: |from, to| format!("bearing {from} → {to}"),
        bearing_note: |name| format!("note on bearing {name}"),
        gains: |mark| format!("effect and learning of {mark}"),
        merge: "two versions merged",
        new_decision: |text| format!("new decision “{text}”"),
        delete_decision: |text| format!("delete decision “{text}”"),
        decision: |text| format!("decision “{text}”"),
        decision_answer: |text| format!("answer to decision “{text}”"),
        reply: "answer in the mirror",
        put_away: "question of the mirror put away",
        take_out: "question of the mirror taken out again",
    },
};
