//! Moving, reading and turning in the dialogue.

use super::*;

#[test]
fn a_newcomer_reaches_a_mark_turns_it_writes_a_note_saves_a_bearing_finds_a_word_and_leaves() {
    let dir = fresh();
    // each line is what the lines before it name: a number of the list, or a letter of a hint
    let talked = danish(
        &dir,
        &[
            "2",
            "1",
            "op",
            "n",
            "Vi mangler hænder.",
            ".",
            "1",
            "s",
            "Efterår",
            "f økonomi",
            "1",
            "q",
        ],
    );
    talked.in_turn(&[
        "Ledelses- og styringsgrundlag. Profil: Min profil.\n",
        "2 Vi skaber velfærd sammen med andre: vægt 25 %\n",
        "s gem pejling, b pejlinger, t ledergruppen, e print og del, f find, h hjælp, q slut.\n\n",
        "1 Rettidig samskabelse: 0, i midten\n",
        "Rettidig samskabelse: 0, i midten, vægt 8 %.\n",
        "op og ned skruer ét hak.",
        "n skriver noten.",
        "\n\nRettidig samskabelse: fra 0 til +1, skruet op. Gemt.\nHvilket behov? n skriver det ned.\n",
        "En linje med kun et punktum slutter.\n\n",
        "1 linje.\n1 Gem\n2 Kassér\n\n",
        "Note på Rettidig samskabelse: 1 linje. Gemt.\n\n",
        "Navn på pejlingen?",
        "Efterår, ",
        ": pejlingen står i listen. Gemt.\n",
        "3 fundet.\n1 Differentieret og proaktiv økonomistyring: Handler om",
        "\n\nDifferentieret og proaktiv økonomistyring: 0, i midten, vægt 8 %.\n",
        "\n\nSlut. Alt er gemt.\n\n",
    ]);
    let profile = profile(&dir);
    assert_eq!(profile.value("samskabelse").get(), 1);
    assert_eq!(profile.note("samskabelse"), "Vi mangler hænder.");
    assert_eq!(profile.bearings[0].label, "Efterår");
    assert_eq!(
        profile.bearings[0].dials.get("samskabelse").unwrap().value.get(),
        1
    );
}

#[test]
fn a_newcomer_types_only_what_the_lines_before_offer_from_the_first_start_to_the_end() {
    let dir = Home::new();
    let mut newcomer = Newcomer::new(&dir);
    newcomer.follows("En tom linje går videre.", "");
    newcomer.follows("Hvad hedder du?", "");
    newcomer.follows("Hvilken enhed leder du?", "");
    newcomer.follows("2 Niveau 2, dit niveau.", "2");
    newcomer.follows("op skruer op", "op");
    newcomer.follows("En tom linje slutter velkomsten.", "");
    newcomer.follows("2 Vi skaber velfærd sammen med andre", "2");
    newcomer.follows("1 Rettidig samskabelse", "1");
    newcomer.follows("3 Skru op", "3");
    newcomer.follows("n skriver det ned.", "n");
    assert!(newcomer.last.contains("En linje med kun et punktum slutter."));
    newcomer.open.types("Vi mangler hænder.");
    newcomer.follows("En linje med kun et punktum slutter.", ".");
    newcomer.follows("1 Gem", "1");
    newcomer.follows("s gem pejling", "s");
    assert!(newcomer.last.contains("Navn på pejlingen?"));
    newcomer.hears("Efterår");
    newcomer.follows("f find", "f");
    assert!(newcomer.last.contains("Find hvad?"));
    newcomer.hears("økonomi");
    newcomer.follows("1 Differentieret og proaktiv økonomistyring", "1");
    assert!(newcomer.last.contains("Handler om at tilpasse økonomistyringen"));
    newcomer.follows("q slut.", "q");
    assert!(newcomer.last.contains("Alt er gemt."));
    let (_, errors, code) = newcomer.open.ends();
    assert_eq!((errors.as_str(), code), ("", Some(0)));
    let profile = profile(&dir);
    assert_eq!(profile.value("samskabelse").get(), 1);
    assert_eq!(profile.note("samskabelse"), "Vi mangler hænder.");
    assert_eq!(profile.bearings[0].label, "Efterår");
}

/// Somebody who knows nothing but what was said.
struct Newcomer {
    open: Open,
    /// All that was said.
    said: String,
    /// What was said last.
    last: String,
}

impl Newcomer {
    fn new(dir: &Home) -> Self {
        let (open, said) = Open::listening(dir);
        Self {
            open,
            last: said.clone(),
            said,
        }
    }

    /// Types what was offered: a number from the list that was said last, a word from any line before.
    #[track_caller]
    fn follows(&mut self, offer: &str, typed: &str) {
        let number = !typed.is_empty() && typed.chars().all(|c| c.is_ascii_digit());
        let said = if number { &self.last } else { &self.said };
        assert!(
            said.contains(offer),
            "{offer:?} was not said before {typed:?} in:\n{said}"
        );
        assert!(
            offer.starts_with(typed) || typed == ".",
            "{offer:?} does not offer {typed:?}"
        );
        self.hears(typed);
    }

    fn hears(&mut self, typed: &str) {
        self.last = self.open.asks(typed);
        self.said.push_str(&self.last);
    }
}

#[test]
fn the_same_path_in_english_says_the_english_names_beside_the_danish() {
    let dir = fresh();
    let talked = talk(
        &dir,
        "en",
        &[
            "2",
            "1",
            "up",
            "n",
            "We lack hands.",
            ".",
            "keep",
            "s",
            "Autumn",
            "f økonomi",
            "1",
            "quit",
        ],
    );
    talked.in_turn(&[
        "Leadership and management framework (unofficial translation). Profile: Min profil.\n",
        "2 Vi skaber velfærd sammen med andre (We create welfare together with others): weight 25%\n",
        "Rettidig samskabelse (Timely co-creation): 0, neutral, weight 8%.\n",
        "(unofficial translation)\n1 Read Level 1\n2 Read Level 2, your level\n",
        "Rettidig samskabelse (Timely co-creation): from 0 to +1, turned up. Saved.\nWhich need? n writes it down.\n",
        "1 line.\n1 Keep\n2 Discard\n",
        "Note on Rettidig samskabelse (Timely co-creation): 1 line. Saved.\n",
        "Name of the bearing?",
        "the bearing is in the list. Saved.\n",
        "1 Differentiated and proactive financial management",
        "Differentieret og proaktiv økonomistyring (Differentiated and proactive financial management): 0, neutral",
        "The end. Everything is saved.\n",
    ]);
    assert_eq!(profile(&dir).note("samskabelse"), "We lack hands.");
}

#[test]
fn every_command_is_known_by_each_of_its_names_and_the_help_tells_it() {
    for lang in [Lang::Da, Lang::En] {
        let words = &lang.text().plain.words;
        let all = [
            &words.up,
            &words.down,
            &words.neutral,
            &words.note,
            &words.levels,
            &words.overview,
            &words.foreword,
            &words.save_bearing,
            &words.bearings,
            &words.compare,
            &words.decisions,
            &words.mirror,
            &words.profile,
            &words.team,
            &words.export,
            &words.settings,
            &words.welcome,
            &words.next,
            &words.previous,
            &words.find,
            &words.undo,
            &words.redo,
            &words.home,
            &words.back,
            &words.help,
            &words.quit,
        ];
        let dir = fresh();
        let code = if lang == Lang::Da { "da" } else { "en" };
        let mut lines = vec!["2.1", words.help.names[0]];
        for name in all.iter().flat_map(|word| word.names) {
            // an empty line answers what some of them ask, a dot ends a note, and the welcome is left
            let ends = match () {
                () if words.note.names.contains(name) => ".",
                () if words.welcome.names.contains(name) => "x",
                () => "",
            };
            lines.extend(["2.1", name, ends]);
            if words.quit.names.contains(name) {
                lines.truncate(lines.len() - 3);
            }
        }
        let talked = talk(&dir, code, &lines);
        talked.never_says("is not known");
        talked.never_says("Kender ikke");
        for word in all {
            talked.in_turn(&[&format!("{}: {}\n", word.names[..2].join(", "), word.does)]);
        }
        for quit in words.quit.names {
            talk(&dir, code, &[quit, "2"]).never_says("2.1");
        }
    }
}

#[test]
fn a_dial_is_turned_by_a_step_by_a_number_of_steps_to_a_value_and_back() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &["evidens", "op", "op 9", "+", "ned 2", "-", "-2", "−5", "0", "0"],
    );
    let title = "Evidensbaseret opgaveløsning";
    let expected = [
        "fra 0 til +1, skruet op. Gemt.",
        "fra +1 til +5, i forgrunden. Gemt.",
        "+5, i forgrunden, som før.",
        "fra +5 til +3, skruet op. Gemt.",
        "fra +3 til +2, skruet op. Gemt.",
        "fra +2 til minus 2, skruet ned. Gemt.",
        "fra minus 2 til minus 5, i baggrunden. Gemt.",
        "fra minus 5 til 0, i midten. Gemt.",
        "0, i midten, som før.",
    ];
    let expected: Vec<String> = expected
        .iter()
        .map(|said| format!("\n{title}: {said}\n"))
        .collect();
    talked.in_turn(&expected.iter().map(String::as_str).collect::<Vec<_>>());
    // asked why once, however often it is turned
    assert_eq!(talked.text().matches("Hvilket behov?").count(), 1);
}

#[test]
fn all_dials_of_a_field_are_turned_together_as_one_step_of_undo() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &["1", "+2", "ned", "fortryd", "gentag", "gentag", "u", "u", "u"],
    );
    talked.in_turn(&[
        "Motiverende arbejdsmiljø med høj faglighed: fra 0 til +2, skruet op.\n",
        "Målsætning og opfølgning med fokus på læring og effekt: fra 0 til +2, skruet op.\n",
        "Helhedsorienterede mål i forpligtende samarbejde: fra 0 til +2, skruet op. Gemt.\n",
        "Motiverende arbejdsmiljø med høj faglighed: fra +2 til +1, skruet op.\n",
        "\nFortrudt. ",
        "Motiverende arbejdsmiljø med høj faglighed: fra +1 til +2, skruet op.",
        "\n\nGentaget. ",
        "Der er ikke mere at gentage.\n",
        "\nFortrudt. ",
        "\nFortrudt. ",
        "Motiverende arbejdsmiljø med høj faglighed: fra +2 til 0, i midten.",
        "Der er ikke mere at fortryde.\n",
    ]);
    assert!(profile(&dir).dials.is_empty());
}

#[test]
fn names_and_positions_open_from_anywhere_and_what_may_be_several_is_a_list() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "oekonomi", "drift", "3.3", "s-", "evidnes", "xyzzy", "7", "sa", "2", "x", "x",
        ],
    );
    talked.in_turn(&[
        "Differentieret og proaktiv økonomistyring: 0",
        "Vi holder styr på driften: vægt 25 %.\n",
        "Evidensbaseret opgaveløsning: 0",
        "Mente du Evidensbaseret opgaveløsning? h giver hjælp.\n",
        "Kender ikke »xyzzy«. Skriv et tal fra 1 til 5, et navn eller h for hjælp.\n",
        "Kender ikke »7«. Skriv et tal fra 1 til 5",
        "»sa« kan være flere. Skriv et tal.\n1 Vi skaber velfærd sammen med andre\n2 Rettidig samskabelse\n",
        "Rettidig samskabelse: 0, i midten, vægt 8 %.\n",
        // back to the mark that was open before
        "Evidensbaseret opgaveløsning: 0",
    ]);
}

#[test]
fn levels_the_overview_and_the_foreword_are_read_aloud() {
    let dir = fresh();
    let framework = Framework::built_in();
    let mark = |id: &str| framework.mark(framework.mark_by_id(id).unwrap());
    let talked = danish(
        &dir,
        &[
            "2.1", "+3", "1", "2", "x", "v", "2.1", "x", "v 1", "start", "v først", "v 3", "o", "i",
        ],
    );
    talked.in_turn(&[
        &format!(
            "Niveau 1.\nRettidig samskabelse: +3\n{}\n",
            mark("samskabelse").levels[0]
        ),
        &format!(
            "Niveau 2, dit niveau.\nRettidig samskabelse: +3\n{}\n",
            mark("samskabelse").levels[1]
        ),
        &format!(
            "Motiverende arbejdsmiljø med høj faglighed: 0\n{}\n",
            mark("arbejdsmiljoe").levels[1]
        ),
        "Niveau 1.\n",
        "Niveau 2, dit niveau.\nRettidig samskabelse: +3\n",
        "Der er 2 niveauer. Skriv et tal fra 1 til 2.\n",
        "1 skruet op, 0 skruet ned.\nVi optimerer samarbejder og processer: vægt 24 %.\n",
        "4 Rettidig samskabelse: +3, skruet op, vægt 12 %\n",
        &framework.foreword[0],
        framework.foreword.last().unwrap(),
    ]);
    // what was open at the own level is read
    assert_eq!(profile(&dir).read.len(), 12);
}

#[test]
fn each_step_of_the_monthly_review_says_what_an_empty_line_does_and_each_mark_is_named_once() {
    let dir = fresh();
    let talked = danish(&dir, &["review", "", "hjælp", "op", ">", "<"]);
    talked.in_turn(&[
        "Månedens pejling. 1 af 4",
        "1 Videre\nEn tom linje går videre, »<« tilbage.\n",
        "Pejlemærke 1 af 12.\nMotiverende arbejdsmiljø med høj faglighed: 0, i midten.\nHandler om",
        "Skriv noten\n4 Videre\nEn tom linje går videre",
        "+, op: skru ét hak op",
        "indstillinger, opsætning: sprog",
        "Motiverende arbejdsmiljø med høj faglighed: fra 0 til +1",
    ]);
    let lines = vec![""; 18];
    let lines: Vec<&str> = std::iter::once("måned").chain(lines).collect();
    danish(&dir, &lines).in_turn(&[
        "En ny pejling",
        "1 Gem pejlingen\n2 Spring over\nEn tom linje gemmer pejlingen",
        "Navn på pejlingen?",
        "pejlingen står i listen",
        "Hvornår vil du se på den igen?",
    ]);
    assert_eq!(profile(&dir).bearings.len(), 1);
}

#[test]
fn the_day_goes_into_a_file_for_the_calendar_in_the_place_of_no_other() {
    let dir = Home::new();
    let mut lines = vec!["måned"];
    lines.extend([""; 13]);
    lines.extend(["", "Nu", "1", "1"]);
    let first = danish(&dir, &lines).text().to_owned();
    assert!(first.contains("min-profil-kalender-"), "{first}");
    let again = danish(
        &dir,
        &[
            "måned", ">", ">", ">", ">", ">", ">", ">", ">", ">", ">", ">", ">", ">", ">", "1", "1",
        ],
    )
    .text()
    .to_owned();
    assert!(again.contains("-2.ics."), "{again}");
}

#[test]
fn a_command_word_at_the_welcome_s_name_is_a_command_and_no_name() {
    for (word, then) in [("?", "q, slut: afslut"), ("q", "Slut. Alt er gemt.")] {
        let dir = Home::new();
        danish(&dir, &["", word]).in_turn(&["Hvad hedder du?", then]);
        // the next start has the name it had
        danish(&dir, &["q"]).in_turn(&["Profil: Min profil."]);
    }
}

#[test]
fn a_name_at_the_beginning_of_the_welcome_leads_to_where_it_is_asked_for() {
    danish(&Home::new(), &["Mette Lund", "Mette Lund"]).in_turn(&["1 af 5", "Hvad hedder du?", "3 af 5"]);
}
