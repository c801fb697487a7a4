//! What the dialogue of `pejl --plain` says and what can be typed in it, Danish and English. Made to be heard: short
//! lines, the most important first, nothing that only pleases the eye.

use crate::model::dial::DialValue;

/// A command of the dialogue.
pub struct Word {
    /// What is typed for it; the first is the shortest, the second the whole word.
    pub names: &'static [&'static str],
    /// What it does.
    pub does: &'static str,
}

/// The commands, each by its own name.
#[allow(missing_docs)] // each field is the command of the same name in `plain::command`
pub struct Words {
    pub up: Word,
    pub down: Word,
    pub neutral: Word,
    pub note: Word,
    pub levels: Word,
    pub overview: Word,
    pub foreword: Word,
    pub save_bearing: Word,
    pub bearings: Word,
    pub compare: Word,
    pub decisions: Word,
    pub mirror: Word,
    pub profile: Word,
    pub find: Word,
    pub undo: Word,
    pub redo: Word,
    pub home: Word,
    pub back: Word,
    pub help: Word,
    pub quit: Word,
}

/// The dialogue in one language.
pub struct PlainText {
    /// The commands.
    pub words: Words,
    /// The first line: the framework's title and the profile's name.
    pub begin: fn(&str, &str) -> String,
    /// What can be typed at home.
    pub hint_home: &'static str,
    /// What can be typed in a field.
    pub hint_field: &'static str,
    /// What can be typed at a mark.
    pub hint_mark: &'static str,
    /// What can be typed where a list is.
    pub hint_list: &'static str,
    /// What numbers do, for the help.
    pub help_number: &'static str,
    /// What names do, for the help.
    pub help_name: &'static str,
    /// What values do, for the help.
    pub help_value: &'static str,
    /// What an empty line does, for the help.
    pub help_again: &'static str,
    /// Something nobody knows was typed; how many there are to choose among.
    pub unknown: fn(&str, usize) -> String,
    /// The same where something is called nearly that.
    pub did_you_mean: fn(&str, &str) -> String,
    /// Several are called like that.
    pub ambiguous: fn(&str) -> String,
    /// A choice must be made; how many there are.
    pub choose: fn(usize) -> String,
    /// The line is longer than is read.
    pub too_long: &'static str,
    /// The line is no UTF-8.
    pub not_utf8: &'static str,
    /// So many characters are allowed.
    pub at_most: fn(usize) -> String,
    /// The store has it.
    pub saved: &'static str,
    /// The store has it not, and why.
    pub not_saved: fn(&str) -> String,
    /// Another program changed the file, so it is saved beside it, as has been told.
    pub saved_beside: &'static str,
    /// A change was taken back; what stands now follows.
    pub undone: &'static str,
    /// A change was made again; what stands now follows.
    pub redone: &'static str,
    /// Nothing changed.
    pub unchanged: &'static str,
    /// The end; everything is saved.
    pub end_saved: &'static str,
    /// The end.
    pub end: &'static str,
    /// There is nothing before this place.
    pub at_home: &'static str,
    /// There is no dial here.
    pub nothing_to_turn: &'static str,
    /// There is no note here.
    pub nothing_to_note: &'static str,
    /// There is no such level; how many there are.
    pub no_level: fn(usize) -> String,
    /// The word after `levels` for the raised marks first.
    pub raised: &'static [&'static str],
    /// A dial that stands as it did: title, value, word.
    pub as_before: fn(&str, DialValue, &str) -> String,
    /// How many marks are turned up and turned down.
    pub turned: fn(usize, usize) -> String,
    /// After the first turn of a mark without a note.
    pub ask_why: &'static str,
    /// To read a level, by its name.
    pub read_level: fn(&str) -> String,
    /// To turn up.
    pub turn_up: &'static str,
    /// To turn down.
    pub turn_down: &'static str,
    /// To write a note.
    pub write_note: &'static str,
    /// To change a note.
    pub change_note: &'static str,
    /// How a text is written.
    pub how_to_write: &'static str,
    /// To go on with a text.
    pub write_on: &'static str,
    /// To write another text instead.
    pub write_anew: &'static str,
    /// To take a text away.
    pub remove_text: &'static str,
    /// The text has so many lines.
    pub lines: fn(usize) -> String,
    /// Nothing was written.
    pub nothing_written: &'static str,
    /// To keep.
    pub keep: &'static str,
    /// To discard.
    pub discard: &'static str,
    /// It was discarded.
    pub discarded: &'static str,
    /// Neither the one nor the other was chosen.
    pub keep_or_discard: &'static str,
    /// The named text has so many lines now, or none.
    pub text_is: fn(&str, usize) -> String,
    /// Asks for a bearing's label.
    pub ask_label: &'static str,
    /// A bearing without a label, by its date.
    pub bearing_of: fn(&str) -> String,
    /// The named bearing is in the list.
    pub bearing_in: fn(&str) -> String,
    /// The named bearing is not in the list any more.
    pub bearing_out: fn(&str) -> String,
    /// So many bearings.
    pub bearings: fn(usize) -> String,
    /// To the bearings before those that were told.
    pub older: &'static str,
    /// There is no bearing; how one is saved.
    pub no_bearings: &'static str,
    /// All dials of a bearing stood at neutral.
    pub all_neutral: &'static str,
    /// So many others stood at neutral.
    pub others_neutral: fn(usize) -> String,
    /// To compare with now.
    pub compare_now: &'static str,
    /// To compare with another bearing.
    pub compare_other: &'static str,
    /// To turn all dials back to a bearing.
    pub restore: &'static str,
    /// To delete a bearing.
    pub delete: &'static str,
    /// How a deleted bearing comes back.
    pub undo_brings_back: &'static str,
    /// The dials as they stand.
    pub now: &'static str,
    /// From one picture to another so many moved.
    pub moved: fn(&str, &str, usize) -> String,
    /// Something moved at a bearing: what did that give?
    pub ask_gains: &'static str,
    /// To write what turning gave.
    pub write_gains: &'static str,
    /// To give a bearing another name.
    pub rename: &'static str,
    /// A bearing's name.
    pub label: &'static str,
    /// The bearing is called this.
    pub bearing_named: fn(&str) -> String,
    /// So many decisions.
    pub decisions_are: fn(usize) -> String,
    /// A decision or an answer to it was changed.
    pub decision_changed: &'static str,
    /// To write a decision.
    pub write_decision: &'static str,
    /// To change a decision.
    pub change_decision: &'static str,
    /// So many open questions.
    pub questions: fn(usize) -> String,
    /// The mirror asks this; how it is answered.
    pub mirror_asks: fn(&str) -> String,
    /// To answer in own words.
    pub answer: &'static str,
    /// To put a question away.
    pub put_away: &'static str,
    /// It enriches the named mark.
    pub enriches_this: fn(&str) -> String,
    /// The first mark enriches the others.
    pub enriches: fn(&str, &str) -> String,
    /// The first mark enriches none.
    pub enriches_none: fn(&str) -> String,
    /// To read the texts.
    pub read_texts: &'static str,
    /// To set another date.
    pub set_review: &'static str,
    /// To name the challenge.
    pub set_challenge: &'static str,
    /// An answer was written.
    pub answered: &'static str,
    /// A question was put away.
    pub was_put_away: &'static str,
    /// A question is open again.
    pub reopened: &'static str,
    /// Asks for what is to be found.
    pub ask_find: &'static str,
    /// So many were found.
    pub found: fn(usize) -> String,
    /// Only so many of what was found are told.
    pub best: fn(usize) -> String,
    /// Nothing was found.
    pub not_found: fn(&str) -> String,
    /// The profile, by name.
    pub profile: fn(&str) -> String,
    /// The own level.
    pub own_level: &'static str,
    /// The unit.
    pub unit: &'static str,
    /// The challenge.
    pub challenge: &'static str,
    /// The date to look again.
    pub review: &'static str,
    /// Nothing is set.
    pub none: &'static str,
    /// Asks for a line; how it is left and how it is emptied.
    pub ask_line: fn(&str) -> String,
    /// Asks for a date; how it is left and how it is emptied.
    pub ask_date: &'static str,
    /// It is no date, or not one that is to come.
    pub no_date: &'static str,
    /// To the other profiles.
    pub other_profiles: &'static str,
    /// So many profiles.
    pub profiles: fn(usize) -> String,
    /// Beside the profile that is open.
    pub in_use: &'static str,
    /// To make a profile.
    pub new_profile: &'static str,
    /// To give the profile another name.
    pub rename_profile: &'static str,
    /// To delete the profile.
    pub delete_profile: &'static str,
    /// Asks for a profile's name.
    pub ask_name: &'static str,
    /// Is the named profile to be deleted?
    pub sure: fn(&str) -> String,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// The profile was deleted; where its last state is.
    pub profile_deleted: fn(&str) -> String,
}

/// Danish.
pub const DA: PlainText = PlainText {
    words: Words {
        up: Word {
            names: &["+", "op"],
            does: "skru ét hak op, »op 2« to hak",
        },
        down: Word {
            names: &["-", "ned", "−"],
            does: "skru ét hak ned, »ned 2« to hak",
        },
        neutral: Word {
            names: &["0", "midt", "nulstil", "i midten"],
            does: "stil i midten",
        },
        note: Word {
            names: &["n", "note"],
            does: "skriv noten til det sted, du er",
        },
        levels: Word {
            names: &["v", "niveau", "niveauer"],
            does: "læs dit niveau, »v 1« et bestemt niveau, »v først« det opskruede først",
        },
        overview: Word {
            names: &["o", "overblik", "rosen", "alle"],
            does: "alle pejlemærker og deres værdier",
        },
        foreword: Word {
            names: &["i", "forord"],
            does: "læs forordet",
        },
        save_bearing: Word {
            names: &["s", "gem"],
            does: "gem en pejling, »s Efterår« med navn",
        },
        bearings: Word {
            names: &["b", "pejlinger", "pejling"],
            does: "dine pejlinger",
        },
        compare: Word {
            names: &["c", "sammenlign"],
            does: "sammenlign den sidste pejling med nu",
        },
        decisions: Word {
            names: &["d", "beslutninger", "beslutning"],
            does: "beslutninger siden sidste pejling",
        },
        mirror: Word {
            names: &["w", "spejl", "spejlet"],
            does: "spørgsmålene fra spejlet",
        },
        profile: Word {
            names: &["p", "profil", "profiler"],
            does: "din profil og andre profiler",
        },
        find: Word {
            names: &["f", "find", "/"],
            does: "find et ord, »f økonomi«",
        },
        undo: Word {
            names: &["u", "fortryd"],
            does: "fortryd det sidste",
        },
        redo: Word {
            names: &["r", "gentag"],
            does: "annuller fortryd",
        },
        home: Word {
            names: &["start", "hjem"],
            does: "til begyndelsen",
        },
        back: Word {
            names: &["x", "tilbage"],
            does: "tilbage",
        },
        help: Word {
            names: &["h", "hjælp", "hjaelp", "?"],
            does: "denne hjælp",
        },
        quit: Word {
            names: &["q", "slut", "afslut"],
            does: "afslut. Alt bliver gemt undervejs",
        },
    },
    begin: |title, profile| format!("{title}. Profil: {profile}."),
    hint_home: "Skriv et tal eller et navn. s gemmer en pejling, f finder et ord, h giver hjælp, q slutter.",
    hint_field: "Et tal åbner et pejlemærke. op og ned skruer hele feltet. x går tilbage.",
    hint_mark: "op og ned skruer ét hak. +3 og -2 er værdier, 0 er i midten. n skriver noten. x går tilbage.",
    hint_list: "Skriv et tal. x går tilbage.",
    help_number: "et tal: vælg fra den sidste liste",
    help_name: "et navn eller et nummer som 2.1: åbn et felt eller et pejlemærke",
    help_value: "+3 eller -2: stil på den værdi",
    help_again: "en tom linje: hør stedet igen",
    unknown: |given, count| match count {
        0 => format!("Kender ikke »{given}«. Skriv et navn, x for tilbage eller h for hjælp."),
        1 => format!("Kender ikke »{given}«. Skriv 1, et navn eller h for hjælp."),
        _ => format!("Kender ikke »{given}«. Skriv et tal fra 1 til {count}, et navn eller h for hjælp."),
    },
    did_you_mean: |given, near| format!("Kender ikke »{given}«. Mente du {near}? h giver hjælp."),
    ambiguous: |given| format!("»{given}« kan være flere. Skriv et tal."),
    choose: |count| match count {
        1 => "Skriv 1. En tom linje lader det stå.".to_owned(),
        _ => format!("Skriv et tal fra 1 til {count}. En tom linje lader det stå."),
    },
    too_long: "Linjen er for lang og er ikke læst.",
    not_utf8: "Linjen er ikke UTF-8 og er ikke læst. Skriv den igen.",
    at_most: |most| format!("Det er for langt. Der er plads til {most} tegn."),
    saved: "Gemt.",
    not_saved: |why| format!("Ikke gemt: {why}."),
    saved_beside: "Gemt i filen ved siden af.",
    undone: "Fortrudt.",
    redone: "Gentaget.",
    unchanged: "Intet er ændret.",
    end_saved: "Slut. Alt er gemt.",
    end: "Slut.",
    at_home: "Her begynder det. q slutter.",
    nothing_to_turn: "Her er ingen drejeknap. Åbn et felt eller et pejlemærke først.",
    nothing_to_note: "Her er ingen note. Åbn et pejlemærke eller en pejling først.",
    no_level: |count| format!("Der er {count} niveauer. Skriv et tal fra 1 til {count}."),
    raised: &["først", "opskruet", "opskruede"],
    as_before: |title, value, stand| format!("{title}: {value}, {stand}, som før."),
    turned: |up, down| format!("{up} skruet op, {down} skruet ned."),
    ask_why: "Hvilket behov? n skriver det ned.",
    read_level: |level| format!("Læs {level}"),
    turn_up: "Skru op",
    turn_down: "Skru ned",
    write_note: "Skriv noten",
    change_note: "Ret noten",
    how_to_write: "Skriv på en eller flere linjer. En linje med kun et punktum slutter.",
    write_on: "Skriv videre",
    write_anew: "Begynd forfra",
    remove_text: "Slet teksten",
    lines: |count| match count {
        1 => "1 linje.".to_owned(),
        _ => format!("{count} linjer."),
    },
    nothing_written: "Der er ikke skrevet noget. Alt står, som det stod.",
    keep: "Gem",
    discard: "Kassér",
    discarded: "Kasseret. Alt står, som det stod.",
    keep_or_discard: "Skriv 1 for at gemme eller 2 for at kassere.",
    text_is: |what, lines| match lines {
        0 => format!("{what}: ingen tekst."),
        1 => format!("{what}: 1 linje."),
        _ => format!("{what}: {lines} linjer."),
    },
    ask_label: "Navn på pejlingen? En tom linje tager datoen.",
    bearing_of: |date| format!("Pejling {date}"),
    bearing_in: |name| format!("{name}: pejlingen står i listen."),
    bearing_out: |name| format!("{name}: pejlingen er taget ud af listen."),
    bearings: |count| match count {
        1 => "1 pejling.".to_owned(),
        _ => format!("{count} pejlinger, den nyeste først."),
    },
    older: "Ældre pejlinger",
    no_bearings: "Ingen pejlinger endnu. s gemmer en: et dateret billede af alle drejeknapper.",
    all_neutral: "Alle i midten.",
    others_neutral: |count| match count {
        1 => "1 anden i midten.".to_owned(),
        _ => format!("{count} andre i midten."),
    },
    compare_now: "Sammenlign med nu",
    compare_other: "Sammenlign med en anden pejling",
    restore: "Skru tilbage hertil",
    delete: "Slet pejlingen",
    undo_brings_back: "u henter den tilbage.",
    now: "nu",
    moved: |from, to, count| match count {
        0 => format!("Fra {from} til {to}: intet har flyttet sig."),
        1 => format!("Fra {from} til {to}: 1 har flyttet sig."),
        _ => format!("Fra {from} til {to}: {count} har flyttet sig."),
    },
    ask_gains: "Noget har flyttet sig siden sidst. Hvad gav det?",
    write_gains: "Skriv, hvad det gav",
    rename: "Giv pejlingen et andet navn",
    label: "Navn på pejlingen",
    bearing_named: |name| format!("Pejlingen hedder {name}."),
    decisions_are: |count| match count {
        0 => "Ingen beslutninger siden sidste pejling.".to_owned(),
        1 => "1 beslutning siden sidste pejling.".to_owned(),
        _ => format!("{count} beslutninger siden sidste pejling."),
    },
    decision_changed: "Beslutningen er ændret.",
    write_decision: "Skriv en beslutning",
    change_decision: "Ret eller slet beslutningen",
    questions: |count| match count {
        0 => "Spejlet har ingen spørgsmål lige nu.".to_owned(),
        1 => "Spejlet har 1 spørgsmål.".to_owned(),
        _ => format!("Spejlet har {count} spørgsmål."),
    },
    mirror_asks: |question| format!("Spejlet spørger: {question} w svarer."),
    answer: "Svar med dine egne ord",
    put_away: "Læg spørgsmålet væk",
    enriches_this: |title| format!("Det beriger {title}"),
    enriches: |title, others| format!("{title} beriger {others}."),
    enriches_none: |title| format!("{title} beriger ikke noget bestemt."),
    read_texts: "Læs teksten",
    set_review: "Sæt en ny dato",
    set_challenge: "Skriv udfordringen",
    answered: "Svaret er skrevet.",
    was_put_away: "Spørgsmålet er lagt væk.",
    reopened: "Spørgsmålet er åbent igen.",
    ask_find: "Find hvad?",
    found: |count| format!("{count} fundet."),
    best: |count| format!("De {count} bedste."),
    not_found: |query| format!("Fandt ikke »{query}«."),
    profile: |name| format!("Profil: {name}."),
    own_level: "Dit niveau",
    unit: "Enhed",
    challenge: "Udfordring",
    review: "Se igen",
    none: "ikke sat",
    ask_line: |what| format!("{what}? En tom linje lader det stå, et punktum tømmer det."),
    ask_date: "Hvilken dato? Skriv den som 23.11.2026. En tom linje lader det stå, et punktum tømmer det.",
    no_date: "Det er ikke en dato, der ligger fremme. Skriv den som 23.11.2026.",
    other_profiles: "Andre profiler",
    profiles: |count| match count {
        0 => "Ingen profiler er gemt endnu.".to_owned(),
        1 => "1 profil.".to_owned(),
        _ => format!("{count} profiler."),
    },
    in_use: "i brug",
    new_profile: "Ny profil",
    rename_profile: "Giv profilen et andet navn",
    delete_profile: "Slet profilen",
    ask_name: "Navn på profilen? En tom linje lader det være.",
    sure: |name| format!("Slet profilen {name}? Det kan ikke fortrydes."),
    yes: "Ja",
    no: "Nej",
    profile_deleted: |kept| format!("Profilen er slettet. Dens sidste stand ligger i {kept}"),
};

/// English.
pub const EN: PlainText = PlainText {
    words: Words {
        up: Word {
            names: &["+", "up"],
            does: "turn up one detent, “up 2” two",
        },
        down: Word {
            names: &["-", "down", "−"],
            does: "turn down one detent, “down 2” two",
        },
        neutral: Word {
            names: &["0", "neutral", "reset"],
            does: "back to neutral",
        },
        note: Word {
            names: &["n", "note"],
            does: "write the note of the place you are at",
        },
        levels: Word {
            names: &["v", "level", "levels"],
            does: "read your level, “v 1” a certain level, “v raised” the raised first",
        },
        overview: Word {
            names: &["o", "overview", "rose", "all"],
            does: "all marks and their values",
        },
        foreword: Word {
            names: &["i", "foreword"],
            does: "read the foreword",
        },
        save_bearing: Word {
            names: &["s", "save"],
            does: "save a bearing, “s Autumn” with a name",
        },
        bearings: Word {
            names: &["b", "bearings", "bearing"],
            does: "your bearings",
        },
        compare: Word {
            names: &["c", "compare"],
            does: "compare the last bearing with now",
        },
        decisions: Word {
            names: &["d", "decisions", "decision"],
            does: "decisions since the last bearing",
        },
        mirror: Word {
            names: &["w", "mirror"],
            does: "the mirror's questions",
        },
        profile: Word {
            names: &["p", "profile", "profiles"],
            does: "your profile and other profiles",
        },
        find: Word {
            names: &["f", "find", "/"],
            does: "find a word, “f økonomi”",
        },
        undo: Word {
            names: &["u", "undo"],
            does: "undo the last change",
        },
        redo: Word {
            names: &["r", "redo"],
            does: "redo it",
        },
        home: Word {
            names: &["start", "home"],
            does: "to the beginning",
        },
        back: Word {
            names: &["x", "back"],
            does: "back",
        },
        help: Word {
            names: &["h", "help", "?"],
            does: "this help",
        },
        quit: Word {
            names: &["q", "quit", "exit"],
            does: "leave. Everything is saved as you go",
        },
    },
    begin: |title, profile| format!("{title}. Profile: {profile}."),
    hint_home: "Type a number or a name. s saves a bearing, f finds a word, h gives help, q leaves.",
    hint_field: "A number opens a mark. up and down turn the whole field. x goes back.",
    hint_mark: "up and down turn one detent. +3 and -2 are values, 0 is neutral. n writes the note. x goes back.",
    hint_list: "Type a number. x goes back.",
    help_number: "a number: choose from the last list",
    help_name: "a name or a number such as 2.1: open a field or a mark",
    help_value: "+3 or -2: set to that value",
    help_again: "an empty line: hear this place again",
    unknown: |given, count| match count {
        0 => format!("“{given}” is not known. Type a name, x for back or h for help."),
        1 => format!("“{given}” is not known. Type 1, a name or h for help."),
        _ => format!("“{given}” is not known. Type a number from 1 to {count}, a name or h for help."),
    },
    did_you_mean: |given, near| format!("“{given}” is not known. Did you mean {near}? h gives help."),
    ambiguous: |given| format!("“{given}” may be several. Type a number."),
    choose: |count| match count {
        1 => "Type 1. An empty line leaves it as it is.".to_owned(),
        _ => format!("Type a number from 1 to {count}. An empty line leaves it as it is."),
    },
    too_long: "The line is too long and was not read.",
    not_utf8: "The line is not UTF-8 and was not read. Type it again.",
    at_most: |most| format!("That is too long. There is room for {most} characters."),
    saved: "Saved.",
    not_saved: |why| format!("Not saved: {why}."),
    saved_beside: "Saved in the file beside it.",
    undone: "Undone.",
    redone: "Redone.",
    unchanged: "Nothing changed.",
    end_saved: "The end. Everything is saved.",
    end: "The end.",
    at_home: "This is the beginning. q leaves.",
    nothing_to_turn: "There is no dial here. Open a field or a mark first.",
    nothing_to_note: "There is no note here. Open a mark or a bearing first.",
    no_level: |count| format!("There are {count} levels. Type a number from 1 to {count}."),
    raised: &["raised", "first"],
    as_before: |title, value, stand| format!("{title}: {value}, {stand}, as before."),
    turned: |up, down| format!("{up} turned up, {down} turned down."),
    ask_why: "Which need? n writes it down.",
    read_level: |level| format!("Read {level}"),
    turn_up: "Turn up",
    turn_down: "Turn down",
    write_note: "Write the note",
    change_note: "Change the note",
    how_to_write: "Write on one or more lines. A line with a single dot ends.",
    write_on: "Write on",
    write_anew: "Begin again",
    remove_text: "Delete the text",
    lines: |count| match count {
        1 => "1 line.".to_owned(),
        _ => format!("{count} lines."),
    },
    nothing_written: "Nothing was written. All is as it was.",
    keep: "Keep",
    discard: "Discard",
    discarded: "Discarded. All is as it was.",
    keep_or_discard: "Type 1 to keep or 2 to discard.",
    text_is: |what, lines| match lines {
        0 => format!("{what}: no text."),
        1 => format!("{what}: 1 line."),
        _ => format!("{what}: {lines} lines."),
    },
    ask_label: "Name of the bearing? An empty line takes the date.",
    bearing_of: |date| format!("Bearing of {date}"),
    bearing_in: |name| format!("{name}: the bearing is in the list."),
    bearing_out: |name| format!("{name}: the bearing is out of the list."),
    bearings: |count| match count {
        1 => "1 bearing.".to_owned(),
        _ => format!("{count} bearings, the newest first."),
    },
    older: "Older bearings",
    no_bearings: "No bearings yet. s saves one: a dated picture of all dials.",
    all_neutral: "All at neutral.",
    others_neutral: |count| match count {
        1 => "1 other at neutral.".to_owned(),
        _ => format!("{count} others at neutral."),
    },
    compare_now: "Compare with now",
    compare_other: "Compare with another bearing",
    restore: "Turn back to this",
    delete: "Delete the bearing",
    undo_brings_back: "u brings it back.",
    now: "now",
    moved: |from, to, count| match count {
        0 => format!("From {from} to {to}: nothing moved."),
        _ => format!("From {from} to {to}: {count} moved."),
    },
    ask_gains: "Something moved since the last one. What did it give?",
    write_gains: "Write what it gave",
    rename: "Give the bearing another name",
    label: "Name of the bearing",
    bearing_named: |name| format!("The bearing is called {name}."),
    decisions_are: |count| match count {
        0 => "No decisions since the last bearing.".to_owned(),
        1 => "1 decision since the last bearing.".to_owned(),
        _ => format!("{count} decisions since the last bearing."),
    },
    decision_changed: "The decision is changed.",
    write_decision: "Write a decision",
    change_decision: "Change or delete the decision",
    questions: |count| match count {
        0 => "The mirror has no questions right now.".to_owned(),
        1 => "The mirror has 1 question.".to_owned(),
        _ => format!("The mirror has {count} questions."),
    },
    mirror_asks: |question| format!("The mirror asks: {question} w answers."),
    answer: "Answer in your own words",
    put_away: "Put the question away",
    enriches_this: |title| format!("It enriches {title}"),
    enriches: |title, others| format!("{title} enriches {others}."),
    enriches_none: |title| format!("{title} enriches none in particular."),
    read_texts: "Read the text",
    set_review: "Set a new date",
    set_challenge: "Write the challenge",
    answered: "The answer is written.",
    was_put_away: "The question is put away.",
    reopened: "The question is open again.",
    ask_find: "Find what?",
    found: |count| format!("{count} found."),
    best: |count| format!("The best {count}."),
    not_found: |query| format!("“{query}” was not found."),
    profile: |name| format!("Profile: {name}."),
    own_level: "Your level",
    unit: "Unit",
    challenge: "Challenge",
    review: "Look again",
    none: "not set",
    ask_line: |what| format!("{what}? An empty line leaves it as it is, a dot empties it."),
    ask_date: "Which date? Type it as 2026-11-23. An empty line leaves it as it is, a dot empties it.",
    no_date: "That is not a date that is to come. Type it as 2026-11-23.",
    other_profiles: "Other profiles",
    profiles: |count| match count {
        0 => "No profiles are saved yet.".to_owned(),
        1 => "1 profile.".to_owned(),
        _ => format!("{count} profiles."),
    },
    in_use: "in use",
    new_profile: "New profile",
    rename_profile: "Give the profile another name",
    delete_profile: "Delete the profile",
    ask_name: "Name of the profile? An empty line leaves it.",
    sure: |name| format!("Delete the profile {name}? This cannot be undone."),
    yes: "Yes",
    no: "No",
    profile_deleted: |kept| format!("The profile is deleted. Its last state is in {kept}"),
};
