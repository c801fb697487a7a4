//! What the dialogue of `pejl --plain` says and what can be typed in it, Danish and English. Made to be heard: short
//! lines, the most important first, nothing that only pleases the eye.

mod export;

use super::calendar::typed;
use crate::core::dial::DialValue;
pub use export::ExportText;
use jiff::civil::Date;

/// A command of the dialogue.
pub struct Word {
    /// What is typed for it; the first is the shortest, the second the whole word.
    pub names: &'static [&'static str],
    /// What it does.
    pub does: &'static str,
}

/// A row of the table of commands.
const fn word(names: &'static [&'static str], does: &'static str) -> Word {
    Word { names, does }
}

messages! {
    /// The commands, each by its own name.
    #[allow(missing_docs)] // each field is the command of the same name in `plain::command`
    pub struct Words;

    up: Word {
        da: word(&["+", "op"], "skru ét hak op, »op 2« to hak"),
        en: word(&["+", "up"], "turn up one notch, “up 2” two"),
    }
    down: Word {
        da: word(&["-", "ned", "−"], "skru ét hak ned, »ned 2« to hak"),
        en: word(&["-", "down", "−"], "turn down one notch, “down 2” two"),
    }
    neutral: Word {
        da: word(&["0", "midt", "nulstil", "i midten"], "stil i midten"),
        en: word(&["0", "neutral", "reset"], "back to neutral"),
    }
    note: Word {
        da: word(&["n", "note"], "skriv noten til det sted, du er"),
        en: word(&["n", "note"], "write the note of the place you are at"),
    }
    levels: Word {
        da: word(&["v", "niveau", "niveauer"], "læs dit niveau, »v 1« et bestemt niveau, »v først« det, du har skruet mest op for, først"),
        en: word(&["v", "level", "levels"], "read your level, “v 1” a certain level, “v raised” the most turned up first"),
    }
    overview: Word {
        da: word(&["o", "overblik", "rosen", "alle"], "rosen med ord: alle pejlemærker, deres værdier og deres vægt"),
        en: word(&["o", "overview", "rose", "all"], "the rose in words: all guideposts, their values and their weights"),
    }
    foreword: Word {
        da: word(&["i", "forord"], "læs forordet"),
        en: word(&["i", "foreword"], "read the foreword"),
    }
    save_bearing: Word {
        da: word(&["s", "gem"], "gem en pejling, »s Efterår« med navn"),
        en: word(&["s", "save"], "save a bearing, “s Autumn” with a name"),
    }
    bearings: Word {
        da: word(&["b", "pejlinger", "pejling"], "dine pejlinger"),
        en: word(&["b", "bearings", "bearing"], "your bearings"),
    }
    compare: Word {
        da: word(&["c", "sammenlign"], "sammenlign den sidste pejling med nu"),
        en: word(&["c", "compare"], "compare the last bearing with now"),
    }
    decisions: Word {
        da: word(&["d", "beslutninger", "beslutning"], "beslutninger siden sidste pejling"),
        en: word(&["d", "decisions", "decision"], "decisions since the last bearing"),
    }
    mirror: Word {
        da: word(&["w", "spejl", "spejlet"], "spørgsmålene fra spejlet"),
        en: word(&["w", "mirror"], "the mirror's questions"),
    }
    monthly: Word {
        da: word(&["måned", "månedens pejling", "review"], "månedens pejling: en vej fra det, der har flyttet sig, til en ny pejling"),
        en: word(&["month", "monthly review", "monthly", "review"], "the monthly review: a path from what moved to a new bearing"),
    }
    profile: Word {
        da: word(&["p", "profil", "profiler"], "din profil og andre profiler"),
        en: word(&["p", "profile", "profiles"], "your profile and other profiles"),
    }
    team: Word {
        da: word(&["t", "ledergruppen", "ledergruppe"], "ledergruppens drejeknapper ved siden af hinanden"),
        en: word(&["t", "team"], "the team's dials side by side"),
    }
    share: Word {
        da: word(&["del", "læg min pejling i mappen", "læg i mappen"], "læg dine drejeknapper i ledergruppens mappe: værdierne alene"),
        en: word(&["share", "put my dials in the folder", "put in the folder"], "put your dials in the team's folder: the values alone"),
    }
    take_back: Word {
        da: word(&["tag tilbage", "tag min pejling tilbage"], "tag det ud af mappen, du har delt"),
        en: word(&["take back", "take my dials back"], "take what you have shared out of the folder"),
    }
    export: Word {
        da: word(&["e", "print og del", "print", "udskriv", "eksport"], "skriv profilen i en fil, til at printe eller dele"),
        en: word(&["e", "print and share", "print", "printout", "export"], "write the profile to a file, to print or share"),
    }
    settings: Word {
        da: word(&["indstillinger", "opsætning", "settings", ","], "sprog, niveau og ledergruppens mappe"),
        en: word(&["settings", "options", ","], "language, level and the team folder"),
    }
    welcome: Word {
        da: word(&["velkomst", "velkommen", "welcome"], "velkomsten fra den første start"),
        en: word(&["welcome", "hello"], "the welcome of the first start"),
    }
    next: Word {
        da: word(&[">", "næste"], "det næste pejlemærke"),
        en: word(&[">", "next"], "the next guidepost"),
    }
    previous: Word {
        da: word(&["<", "forrige"], "det forrige pejlemærke"),
        en: word(&["<", "previous"], "the previous guidepost"),
    }
    merge: Word {
        da: word(&["flet", "flet udgaver", "merge"], "flet to udgaver af en profil"),
        en: word(&["merge", "versions"], "merge two versions of a profile"),
    }
    find: Word {
        da: word(&["f", "find", "/"], "find et ord, »f økonomi«"),
        en: word(&["f", "find", "/"], "find a word, “f økonomi”"),
    }
    undo: Word {
        da: word(&["u", "fortryd"], "fortryd det sidste"),
        en: word(&["u", "undo"], "undo the last change"),
    }
    redo: Word { da: word(&["r", "gentag"], "gentag det, du fortrød"), en: word(&["r", "redo"], "redo it") }
    home: Word {
        da: word(&["start", "hjem"], "til begyndelsen"),
        en: word(&["start", "home"], "to the beginning"),
    }
    back: Word { da: word(&["x", "tilbage"], "tilbage"), en: word(&["x", "back"], "back") }
    help: Word {
        da: word(&["h", "hjælp", "hjaelp", "?"], "denne hjælp"),
        en: word(&["h", "help", "?"], "this help"),
    }
    quit: Word {
        da: word(&["q", "slut", "afslut"], "afslut. Alt bliver gemt undervejs"),
        en: word(&["q", "quit", "exit"], "leave. Everything is saved as you go"),
    }
}

impl PlainText {
    /// A line as it is read aloud: the minus sign (U+2212) before a number is a word, because it switches the voice of a
    /// screen reader.
    pub fn spoken(&self, line: &str) -> String {
        let mut said = String::with_capacity(line.len());
        let mut rest = line.chars().peekable();
        while let Some(c) = rest.next() {
            match c {
                '\u{2212}' if rest.peek().is_some_and(char::is_ascii_digit) => {
                    said.push_str(self.minus);
                    said.push(' ');
                }
                c => said.push(c),
            }
        }
        said
    }
}

messages! {
    /// The dialogue in one language.
    pub struct PlainText;

    /// The commands.
    part words: Words;
    /// The first start, the settings, what goes out and comes in.
    part export: ExportText;
    /// The first line: the framework's title and the profile's name.
    begin(title: &str, profile: &str) {
        da: "{title}. Profil: {profile}.",
        en: "{title}. Profile: {profile}.",
    }
    /// What can be typed at home.
    hint_home {
        da: "Skriv et tal eller et navn, eller: måned for månedens pejling, o rosen, s gem pejling, b pejlinger, t ledergruppen, \
            e print og del, f find, h hjælp, q slut.",
        en: "Type a number or a name, or: month for the monthly review, o rose, s save a bearing, b bearings, t team, \
            e print and share, f find, h help, q leave.",
    }
    /// What can be typed in a field.
    hint_field {
        da: "Et tal åbner et pejlemærke. op og ned skruer hele feltet. x går tilbage.",
        en: "A number opens a guidepost. up and down turn the whole field. x goes back.",
    }
    /// What can be typed at a mark.
    hint_mark {
        da: "op og ned skruer ét hak. +3 og -2 er værdier, 0 er i midten. n skriver noten. x går tilbage.",
        en: "up and down turn one notch. +3 and -2 are values, 0 is neutral. n writes the note. x goes back.",
    }
    /// What can be typed where a list is.
    hint_list { da: "Skriv et tal. x går tilbage.", en: "Type a number. x goes back." }
    /// What numbers do, for the help.
    help_number { da: "et tal: vælg fra den sidste liste", en: "a number: choose from the last list" }
    /// What names do, for the help.
    help_name {
        da: "et navn eller et nummer som 2.1: åbn et felt eller et pejlemærke",
        en: "a name or a number such as 2.1: open a field or a guidepost",
    }
    /// What values do, for the help.
    help_value { da: "+3 eller -2: stil på den værdi", en: "+3 or -2: set to that value" }
    /// What an empty line does, for the help.
    help_again { da: "en tom linje: hør stedet igen", en: "an empty line: hear this place again" }
    /// Something nobody knows was typed; how many there are to choose among.
    unknown(given: &str, count: usize) {
        da: { count:
            0 => "Kender ikke »{given}«. Skriv et navn, x for tilbage eller h for hjælp.",
            1 => "Kender ikke »{given}«. Skriv 1, et navn eller h for hjælp.",
            _ => "Kender ikke »{given}«. Skriv et tal fra 1 til {count}, et navn eller h for hjælp.",
        },
        en: { count:
            0 => "“{given}” is not known. Type a name, x for back or h for help.",
            1 => "“{given}” is not known. Type 1, a name or h for help.",
            _ => "“{given}” is not known. Type a number from 1 to {count}, a name or h for help.",
        },
    }
    /// The same where something is called nearly that.
    did_you_mean(given: &str, near: &str) {
        da: "Kender ikke »{given}«. Mente du {near}? h giver hjælp.",
        en: "“{given}” is not known. Did you mean {near}? h gives help.",
    }
    /// Several are called like that.
    ambiguous(given: &str) {
        da: "»{given}« kan være flere. Skriv et tal.",
        en: "“{given}” may be several. Type a number.",
    }
    /// A choice must be made; how many there are.
    choose(count: usize) {
        da: { count:
            1 => "Skriv 1. En tom linje lader det stå.",
            _ => "Skriv et tal fra 1 til {count}. En tom linje lader det stå.",
        },
        en: { count:
            1 => "Type 1. An empty line leaves it as it is.",
            _ => "Type a number from 1 to {count}. An empty line leaves it as it is.",
        },
    }
    /// The line is longer than is read.
    too_long { da: "Linjen er for lang og er ikke læst.", en: "The line is too long and was not read." }
    /// The line is no UTF-8.
    not_utf8 {
        da: "Linjen er ikke UTF-8 og er ikke læst. Skriv den igen.",
        en: "The line is not UTF-8 and was not read. Type it again.",
    }
    /// So many characters are allowed.
    at_most(most: usize) {
        da: "Det er for langt. Der er plads til {most} tegn.",
        en: "That is too long. There is room for {most} characters.",
    }
    /// The store has it.
    saved { da: "Gemt.", en: "Saved." }
    /// The store has it not, and why.
    not_saved(why: &str) { da: "Ikke gemt: {why}.", en: "Not saved: {why}." }
    /// Another program changed the file, so it is saved beside it, as has been told.
    saved_beside { da: "Gemt i filen ved siden af.", en: "Saved in the file beside it." }
    /// A change was taken back; what stands now follows.
    undone { da: "Fortrudt.", en: "Undone." }
    /// A change was made again; what stands now follows.
    redone { da: "Gentaget.", en: "Redone." }
    /// Nothing changed.
    unchanged { da: "Intet er ændret.", en: "Nothing changed." }
    /// The end; everything is saved.
    end_saved { da: "Slut. Alt er gemt.", en: "The end. Everything is saved." }
    /// The end.
    end { da: "Slut.", en: "The end." }
    /// There is nothing before this place.
    at_home { da: "Her begynder det. q slutter.", en: "This is the beginning. q leaves." }
    /// There is no dial here.
    nothing_to_turn {
        da: "Her er ingen drejeknap. Åbn et felt eller et pejlemærke først.",
        en: "There is no dial here. Open a field or a guidepost first.",
    }
    /// There is no note here.
    nothing_to_note {
        da: "Her er ingen note. Åbn et pejlemærke eller en pejling først.",
        en: "There is no note here. Open a guidepost or a bearing first.",
    }
    /// There is no such level; how many there are.
    no_level(count: usize) {
        da: { count:
            1 => "Der er 1 niveau. Skriv 1.",
            _ => "Der er {count} niveauer. Skriv et tal fra 1 til {count}.",
        },
        en: { count:
            1 => "There is 1 level. Type 1.",
            _ => "There are {count} levels. Type a number from 1 to {count}.",
        },
    }
    /// The word after `levels` for the raised marks first.
    raised: &'static [&'static str] { da: &["først"], en: &["raised", "first"] }
    /// A dial that stands as it did: title, value, word.
    as_before(title: &str, value: DialValue, stand: &str) {
        da: "{title}: {value}, {stand}, som før.",
        en: "{title}: {value}, {stand}, as before.",
    }
    /// From one value to another.
    from_to(from: DialValue, to: DialValue) { da: "fra {from} til {to}", en: "from {from} to {to}" }
    /// The minus sign, before a number.
    minus { da: "minus", en: "minus" }
    /// How many marks are turned up and turned down.
    turned(up: usize, down: usize) {
        da: "{up} skruet op, {down} skruet ned.",
        en: "{up} turned up, {down} turned down.",
    }
    /// After the first turn of a mark without a note.
    ask_why { da: "Hvilket behov? n skriver det ned.", en: "Which need? n writes it down." }
    /// To read a level, by its name.
    read_level(level: &str) { da: "Læs {level}", en: "Read {level}" }
    /// To turn up.
    turn_up { da: "Skru op", en: "Turn up" }
    /// To turn down.
    turn_down { da: "Skru ned", en: "Turn down" }
    /// To write a note.
    write_note { da: "Skriv noten", en: "Write the note" }
    /// To change a note.
    change_note { da: "Ret noten", en: "Change the note" }
    /// How a text is written.
    how_to_write {
        da: "Skriv på en eller flere linjer. En linje med kun et punktum slutter.",
        en: "Write on one or more lines. A line with a single dot ends.",
    }
    /// To go on with a text.
    write_on { da: "Skriv videre", en: "Write on" }
    /// To write another text instead.
    write_anew { da: "Begynd forfra", en: "Begin again" }
    /// To take a text away.
    remove_text { da: "Slet teksten", en: "Delete the text" }
    /// The text has so many lines.
    lines(count: usize) {
        da: { count: 1 => "1 linje.", _ => "{count} linjer." },
        en: { count: 1 => "1 line.", _ => "{count} lines." },
    }
    /// Nothing was written.
    nothing_written {
        da: "Der er ikke skrevet noget. Alt står, som det stod.",
        en: "Nothing was written. All is as it was.",
    }
    /// To keep.
    keep { da: "Gem", en: "Keep" }
    /// To discard.
    discard { da: "Kassér", en: "Discard" }
    /// It was discarded.
    discarded { da: "Kasseret. Alt står, som det stod.", en: "Discarded. All is as it was." }
    /// Neither the one nor the other was chosen.
    keep_or_discard {
        da: "Skriv 1 for at gemme eller 2 for at kassere.",
        en: "Type 1 to keep or 2 to discard.",
    }
    /// The named text has so many lines now, or none.
    text_is(what: &str, lines: usize) {
        da: { lines:
            0 => "{what}: ingen tekst.",
            1 => "{what}: 1 linje.",
            _ => "{what}: {lines} linjer.",
        },
        en: { lines: 0 => "{what}: no text.", 1 => "{what}: 1 line.", _ => "{what}: {lines} lines." },
    }
    /// Asks for a bearing's label.
    ask_label {
        da: "Navn på pejlingen? En tom linje bruger datoen.",
        en: "Name of the bearing? An empty line uses the date.",
    }
    /// A bearing without a label, by its date.
    bearing_of(date: &str) { da: "Pejling {date}", en: "Bearing of {date}" }
    /// The named bearing is in the list.
    bearing_in(name: &str) {
        da: "{name}: pejlingen står i listen.",
        en: "{name}: the bearing is in the list.",
    }
    /// The named bearing is not in the list any more.
    bearing_out(name: &str) {
        da: "{name}: pejlingen er taget ud af listen.",
        en: "{name}: the bearing is out of the list.",
    }
    /// So many bearings.
    bearings(count: usize) {
        da: { count: 1 => "1 pejling.", _ => "{count} pejlinger, den nyeste først." },
        en: { count: 1 => "1 bearing.", _ => "{count} bearings, the newest first." },
    }
    /// To the bearings before those that were told.
    older { da: "Ældre pejlinger", en: "Older bearings" }
    /// There is no bearing; how one is saved.
    no_bearings {
        da: "Ingen pejlinger endnu. s gemmer en: et dateret billede af alle drejeknapper.",
        en: "No bearings yet. s saves one: a dated picture of all dials.",
    }
    /// All dials of a bearing stood at neutral.
    all_neutral { da: "Alle i midten.", en: "All at neutral." }
    /// So many others stood at neutral.
    others_neutral(count: usize) {
        da: { count: 1 => "1 anden i midten.", _ => "{count} andre i midten." },
        en: { count: 1 => "1 other at neutral.", _ => "{count} others at neutral." },
    }
    /// To compare with now.
    compare_now { da: "Sammenlign med nu", en: "Compare with now" }
    /// To compare with another bearing.
    compare_other { da: "Sammenlign med en anden pejling", en: "Compare with another bearing" }
    /// To turn all dials back to a bearing.
    restore { da: "Gendan denne pejling", en: "Restore this bearing" }
    /// To delete a bearing.
    delete { da: "Slet pejlingen", en: "Delete the bearing" }
    /// How a deleted bearing comes back.
    undo_brings_back { da: "u henter den tilbage.", en: "u brings it back." }
    /// The dials as they stand.
    now { da: "nu", en: "now" }
    /// From one picture to another so many moved.
    moved(from: &str, to: &str, count: usize) {
        da: { count:
            0 => "Fra {from} til {to}: ingen ændringer.",
            1 => "Fra {from} til {to}: 1 har flyttet sig.",
            _ => "Fra {from} til {to}: {count} har flyttet sig.",
        },
        en: { count:
            0 => "From {from} to {to}: no changes.",
            _ => "From {from} to {to}: {count} moved.",
        },
    }
    /// Something moved at a bearing: what did that give?
    ask_gains {
        da: "Noget har flyttet sig siden sidst. Hvad gav det?",
        en: "Something moved since the last one. What did it give?",
    }
    /// To write what turning gave.
    write_gains { da: "Skriv, hvad det gav", en: "Write what it gave" }
    /// To give a bearing another name.
    rename { da: "Giv pejlingen et andet navn", en: "Give the bearing another name" }
    /// A bearing's name.
    label { da: "Navn på pejlingen", en: "Name of the bearing" }
    /// The bearing is called this.
    bearing_named(name: &str) { da: "Pejlingen hedder {name}.", en: "The bearing is called {name}." }
    /// So many decisions.
    decisions_are(count: usize) {
        da: { count:
            0 => "Ingen beslutninger siden sidste pejling.",
            1 => "1 beslutning siden sidste pejling.",
            _ => "{count} beslutninger siden sidste pejling.",
        },
        en: { count:
            0 => "No decisions since the last bearing.",
            1 => "1 decision since the last bearing.",
            _ => "{count} decisions since the last bearing.",
        },
    }
    /// A decision or an answer to it was changed.
    decision_changed { da: "Beslutningen er ændret.", en: "The decision is changed." }
    /// To write a decision.
    write_decision { da: "Skriv en beslutning", en: "Write a decision" }
    /// To change a decision.
    change_decision { da: "Ret eller slet beslutningen", en: "Change or delete the decision" }
    /// So many open questions.
    questions(count: usize) {
        da: { count:
            0 => "Spejlet har ingen spørgsmål lige nu.",
            1 => "Spejlet har 1 spørgsmål.",
            _ => "Spejlet har {count} spørgsmål.",
        },
        en: { count:
            0 => "The mirror has no questions right now.",
            1 => "The mirror has 1 question.",
            _ => "The mirror has {count} questions.",
        },
    }
    /// The mirror asks this; how it is answered.
    mirror_asks(question: &str) {
        da: "Spejlet spørger: {question} w svarer.",
        en: "The mirror asks: {question} w answers.",
    }
    /// To answer in own words.
    answer { da: "Svar med dine egne ord", en: "Answer in your own words" }
    /// To put a question away.
    put_away { da: "Læg spørgsmålet væk", en: "Put the question away" }
    /// To open a question again that was answered or put away.
    take_out { da: "Tag spørgsmålet frem igen", en: "Open the question again" }
    /// It enriches the named mark.
    enriches_this(title: &str) { da: "Det er med til at berige {title}", en: "It helps to enrich {title}" }
    /// The first mark enriches the others.
    enriches(title: &str, others: &str) { da: "{title} er med til at berige {others}.", en: "{title} helps to enrich {others}." }
    /// The first mark enriches none.
    enriches_none(title: &str) {
        da: "{title} beriger ikke et bestemt pejlemærke.",
        en: "{title} enriches none in particular.",
    }
    /// To read the texts.
    read_texts { da: "Læs teksten", en: "Read the text" }
    /// To set another date.
    set_review { da: "Sæt en ny dato", en: "Set a new date" }
    /// To name the challenge.
    set_challenge { da: "Skriv udfordringen", en: "Write the challenge" }
    /// An answer was written.
    answered { da: "Svaret er skrevet.", en: "The answer is written." }
    /// A question was put away.
    was_put_away { da: "Spørgsmålet er lagt væk.", en: "The question is put away." }
    /// A question is open again.
    reopened { da: "Spørgsmålet er åbent igen.", en: "The question is open again." }
    /// Asks for what is to be found.
    ask_find { da: "Find hvad?", en: "Find what?" }
    /// So many were found.
    found(count: usize) { da: "{count} fundet.", en: "{count} found." }
    /// Only so many of what was found are told.
    best(count: usize) { da: "De {count} bedste.", en: "The best {count}." }
    /// Nothing was found.
    not_found(query: &str) { da: "Fandt ikke »{query}«.", en: "“{query}” was not found." }
    /// The profile, by name.
    profile(name: &str) { da: "Profil: {name}.", en: "Profile: {name}." }
    /// The own level.
    own_level { da: "Dit niveau", en: "Your level" }
    /// The unit.
    unit { da: "Enhed", en: "Unit" }
    /// The challenge.
    challenge { da: "Udfordring", en: "Challenge" }
    /// The date to look again.
    review { da: "Ses på igen", en: "Look again" }
    /// Nothing is set.
    none { da: "ikke sat", en: "not set" }
    /// Asks for a line; how it is left and how it is emptied.
    ask_line(what: &str) {
        da: "{what}? En tom linje lader det stå, et punktum tømmer det.",
        en: "{what}? An empty line leaves it as it is, a dot empties it.",
    }
    /// Asks for a date; how it is left and how it is emptied.
    ask_date(example: Date) {
        da: {
            let example = typed(example);
            format!("Hvilken dato? Skriv fx {example}. En tom linje lader det stå, et punktum tømmer det.")
        },
        en: {
            let example = typed(example);
            format!("Which date? Type for example {example}. An empty line leaves it as it is, a dot empties it.")
        },
    }
    /// To the other profiles.
    other_profiles { da: "Andre profiler", en: "Other profiles" }
    /// So many profiles.
    profiles(count: usize) {
        da: { count: 0 => "Ingen profiler er gemt endnu.", 1 => "1 profil.", _ => "{count} profiler." },
        en: { count: 0 => "No profiles are saved yet.", 1 => "1 profile.", _ => "{count} profiles." },
    }
    /// Beside the profile that is open.
    in_use { da: "i brug", en: "in use" }
    /// To make a profile.
    new_profile { da: "Ny profil", en: "New profile" }
    /// To give the profile another name.
    rename_profile { da: "Giv profilen et andet navn", en: "Give the profile another name" }
    /// To delete the profile.
    delete_profile { da: "Slet profilen", en: "Delete the profile" }
    /// Asks for a profile's name.
    ask_name {
        da: "Navn på profilen? En tom linje lader det være.",
        en: "Name of the profile? An empty line leaves it.",
    }
    /// The named profile is deleted by typing its name.
    sure(name: &str) {
        da: "Skriv »{name}« for at slette profilen. En tom linje lader den være.",
        en: "Type “{name}” to delete the profile. An empty line leaves it.",
    }
    /// The profile was deleted; where its last state is.
    profile_deleted(kept: &str) {
        da: "Profilen er slettet. Dens sidste udgave ligger i {kept}",
        en: "The profile is deleted. Its last version is in {kept}",
    }
}
