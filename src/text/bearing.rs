//! What the program says of bearings, notes and decisions, and the names of the steps of undo.

use super::{
    Lang,
    calendar::{self, typed},
};
use jiff::civil::Date;

messages! {
    /// Bearings, notes, decisions and steps in one language.
    pub struct BearingText;

    /// The bearings, as a heading.
    title { da: "Pejlinger", en: "Bearings" }
    /// One bearing, before its date or label.
    bearing { da: "pejling", en: "bearing" }
    /// Comparing, as a heading.
    compare { da: "Sammenlign", en: "Compare" }
    /// The dials as they stand.
    now { da: "nu", en: "now" }
    /// Where there is no bearing yet: what one is, and how to take it.
    none: &'static [&'static str] {
        da: &[
            "Ingen pejlinger endnu",
            "En pejling er et dateret billede af alle dine drejeknapper. Næste gang du pejler, kan du se, hvad der har \
             flyttet sig, og skrive, hvad det gav.",
            "Tryk s for at gemme den første.",
        ],
        en: &[
            "No bearings yet",
            "A bearing is a dated picture of all your dials. The next time you take one you can see what moved, and write \
             down what it gave.",
            "Press s to save the first.",
        ],
    }
    /// Over the lines of the marks.
    over_time { da: "Udvikling", en: "Over time" }
    /// A bearing in a legend: its date.
    bearing_of(date: &str) { da: "pejling {date}", en: "bearing {date}" }
    /// The heading over what moved since the last bearing.
    since_last { da: "Siden sidst:", en: "Since the last:" }
    /// Nothing moved.
    unmoved { da: "ingen ændringer", en: "no changes" }
    /// The bearing that has none before it.
    first { da: "den første pejling", en: "the first bearing" }
    /// So many more that moved.
    more(count: usize) { da: "og {count} til", en: "and {count} more" }
    /// Beside a bearing that has a note.
    noted { da: "note", en: "note" }
    /// Beside the bearing whose dials are the ghosts on all dials.
    ghosts { da: "vises som spor", en: "as traces" }
    /// A bearing was chosen to compare with: what comes next.
    choose_other(name: &str, key: &str) {
        da: "{name} er valgt. Gå til en anden pejling, og tryk {key} for at sammenligne de to",
        en: "{name} is chosen. Go to another bearing and press {key} to compare the two",
    }
    /// Beside the bearing that was chosen to compare with.
    chosen { da: "valgt", en: "chosen" }
    /// A date, short.
    date(date: Date) { da: { calendar::short(Lang::Da, date) }, en: { calendar::short(Lang::En, date) } }
    /// A date, shortest: for the top of the screen.
    day(date: Date) { da: { calendar::day(Lang::Da, date) }, en: { calendar::day(Lang::En, date) } }
    /// Heading over what moved since this bearing.
    moved_since(name: &str) { da: "Flyttet siden {name}", en: "Moved since {name}" }
    /// Heading over all marks.
    all_marks { da: "Alle pejlemærker", en: "All guideposts" }
    /// Effect.
    effect { da: "Effekt", en: "Effect" }
    /// Learning.
    learning { da: "Læring", en: "Learning" }
    /// Where nothing is written and Enter writes.
    write { da: "(tryk Enter for at skrive)", en: "(press Enter to write)" }
    /// Asks for the new label of a bearing.
    ask_name { da: "Navn på pejlingen:", en: "Name of the bearing:" }
    /// A bearing was brought back: its name.
    restored(name: &str) {
        da: "Drejeknapperne står som ved pejlingen {name}",
        en: "The dials are as they were at the bearing {name}",
    }
    /// All dials stand as at the bearing.
    nothing_to_restore { da: "Drejeknapperne står allerede sådan", en: "The dials stand like that already" }
    /// A bearing was deleted: its name.
    deleted(name: &str) {
        da: "Pejlingen {name} er slettet. u fortryder",
        en: "The bearing {name} is deleted. u undoes it",
    }
    /// The bearing of this date is the ghost on every dial.
    ghost_on(name: &str) {
        da: "Pejlingen {name} vises som spor på drejeknapperne",
        en: "The bearing {name} is shown as traces on the dials",
    }
    /// No ghosts on the dials.
    ghost_off { da: "Ingen pejling vises som spor på drejeknapperne", en: "No bearing is shown as traces on the dials" }
    /// There is no bearing yet that it could be done with.
    no_bearing { da: "Der er ingen pejling endnu. s gemmer en", en: "There is no bearing yet. s saves one" }
    /// A bearing was saved: its label.
    saved(label: &str) { da: "Pejlingen »{label}« er gemt", en: "The bearing “{label}” is saved" }
    /// A bearing has another name now.
    named(name: &str) { da: "Pejlingen hedder nu {name}", en: "The bearing is now called {name}" }
    /// Heading over the note on the profile.
    profile_note { da: "Hvad fylder hos jer lige nu?", en: "What is on your minds right now?" }
    /// Heading over the note on a bearing.
    bearing_note { da: "Hvad viser pejlingen?", en: "What does the bearing show?" }
    /// What turning the dial gave, effect.
    effect_question { da: "Hvilken effekt gav det?", en: "What effect did it have?" }
    /// What turning the dial gave, learning.
    learning_question { da: "Hvad lærte I undervejs?", en: "What did you learn on the way?" }
    /// Asks for a review date.
    ask_review(example: Date) {
        da: { format!("Hvornår vil du se på den igen? Skriv fx {}:", typed(example)) },
        en: { format!("When will you look at it again? For example {}:", typed(example)) },
    }
    /// The review date, in the header and in the list.
    review(date: &str) { da: "ses på igen {date}", en: "look again {date}" }
    /// The review date is past.
    review_past(date: &str) { da: "skulle have været set på {date}", en: "should have been looked at {date}" }
    /// The decisions, as a heading.
    decisions { da: "Beslutninger", en: "Decisions" }
    /// Where there is no decision: what one is for, and how to write it.
    no_decisions: &'static [&'static str] {
        da: &[
            "Ingen beslutninger siden sidste pejling",
            "Skriv en beslutning ned, og hold den op mod de pejlemærker, du har skruet op for. Den gemmes sammen med den \
             næste pejling.",
            "Tryk n for at skrive en.",
        ],
        en: &[
            "No decisions since the last bearing",
            "Write a decision down and hold it against the guideposts you have turned up. It is kept with the next bearing.",
            "Press n to write one.",
        ],
    }
    /// Heading of a decision being written.
    decision { da: "Beslutning", en: "Decision" }
    /// What a decision is.
    decision_question {
        da: "Hvad har du besluttet, eller hvad står du over for at beslutte?",
        en: "What have you decided, or what are you about to decide?",
    }
    /// Over the raised marks in a decision.
    held_against {
        da: "Hvad siger de pejlemærker, du har skruet op for?",
        en: "What do the guideposts you have turned up say?",
    }
    /// No mark is turned up.
    none_raised { da: "Intet pejlemærke er skruet op lige nu.", en: "No guidepost is turned up just now." }
    /// The label of what a mark says to the decision.
    answer { da: "Dit svar", en: "Your answer" }
    /// Asks what a mark says to the decision.
    answer_question {
        da: "Hvad siger pejlemærket til beslutningen?",
        en: "What does the guidepost say to the decision?",
    }
    /// A decision was deleted.
    no_decision { da: "Her er ingen beslutninger endnu", en: "There are no decisions here yet" }
    /// A decision is gone, and how it comes back.
    decision_deleted {
        da: "Beslutningen er slettet. u fortryder",
        en: "The decision is deleted. u undoes it",
    }
    /// So many answers.
    answers(count: usize) {
        da: { count: 0 => "ingen svar endnu", 1 => "1 svar", _ => "{count} svar" },
        en: { count: 0 => "no answers yet", 1 => "1 answer", _ => "{count} answers" },
    }
    /// The connected documents, as a heading.
    documents { da: "Dokumenter", en: "Documents" }
    /// The framework names no connected documents.
    no_documents {
        da: "Grundlaget nævner ingen øvrige dokumenter",
        en: "The framework names no other documents",
    }
    /// Which operations mark a mark enriches, as a heading.
    enriches {
        da: "Hvilket pejlemærke i driften er det med til at berige?",
        en: "Which guidepost in operations does it help to enrich?",
    }
    /// Only marks in the new fields enrich the operations.
    enriches_nothing {
        da: "Det er pejlemærkerne i de nye felter, der beriger driften",
        en: "It is the guideposts in the new fields that enrich operations",
    }
    /// A mark is connected with these documents.
    connected(names: &str) { da: "Dokumenter: {names}", en: "Documents: {names}" }
    /// A mark enriches these marks.
    enriched(names: &str) { da: "Beriger {names}", en: "Enriches {names}" }
    /// Names of steps.
    part steps: Steps;
}

messages! {
    /// What a step of undo is called.
    #[allow(missing_docs)] // each field is the edit of the same name in `core::profile`
    pub struct Steps;

    dials(count: usize) {
        da: { count: 1 => "1 drejeknap", _ => "{count} drejeknapper" },
        en: { count: 1 => "1 dial", _ => "{count} dials" },
    }
    dials_of(field: &str) { da: "drejeknapperne i {field}", en: "the dials of {field}" }
    reset(count: usize) { da: "{count} drejeknapper tilbage i midten", en: "{count} dials back to neutral" }
    restore(name: &str) { da: "gendannelse af pejling {name}", en: "restoration of bearing {name}" }
    note(mark: &str) { da: "note på {mark}", en: "note on {mark}" }
    enriches(mark: &str) { da: "hvad {mark} beriger", en: "what {mark} enriches" }
    documents(mark: &str) { da: "dokumenter ved {mark}", en: "documents of {mark}" }
    name(from: &str, to: &str) { da: "profilens navn {from} → {to}", en: "the profile's name {from} → {to}" }
    level(from: &str, to: &str) { da: "dit niveau {from} → {to}", en: "your level {from} → {to}" }
    unit { da: "enhed", en: "unit" }
    challenge { da: "udfordring", en: "challenge" }
    review { da: "dato for at se på profilen igen", en: "the date to look at the profile again" }
    profile_note { da: "note på profilen", en: "note on the profile" }
    bearing(name: &str) { da: "pejling {name}", en: "bearing {name}" }
    delete_bearing(name: &str) { da: "sletning af pejling {name}", en: "deletion of bearing {name}" }
    rename_bearing(from: &str, to: &str) { da: "pejling {from} → {to}", en: "bearing {from} → {to}" }
    bearing_note(name: &str) { da: "note på pejling {name}", en: "note on bearing {name}" }
    gains(mark: &str) { da: "effekt og læring ved {mark}", en: "effect and learning of {mark}" }
    new_decision(text: &str) { da: "ny beslutning »{text}«", en: "new decision “{text}”" }
    delete_decision(text: &str) { da: "sletning af beslutning »{text}«", en: "deletion of decision “{text}”" }
    decision(text: &str) { da: "beslutning »{text}«", en: "decision “{text}”" }
    decision_answer(text: &str) { da: "svar ved beslutning »{text}«", en: "answer to decision “{text}”" }
    reply { da: "svar i spejlet", en: "answer in the mirror" }
    merge { da: "fletning af to udgaver", en: "merge of two versions" }
    put_away { da: "spørgsmål i spejlet lagt væk", en: "question of the mirror put away" }
    take_out { da: "spørgsmål i spejlet taget frem", en: "question of the mirror taken out again" }
}
