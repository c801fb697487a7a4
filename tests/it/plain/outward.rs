//! The first start, the settings, and what goes out to others and comes in from them, in the dialogue.

use super::*;
use pejl::{
    config::{ConfigFile, Themes},
    core::{profile::Edit, purpose::Selection},
    export::Format,
};
use std::path::MAIN_SEPARATOR;

fn config(dir: &Home) -> ConfigFile {
    let file = dir.config();
    let themes = Themes {
        dir: dir.path("themes"),
    };
    ConfigFile::read(file, &themes)
}

/// Colleagues' profiles in a folder, and one file that is none.
fn colleagues(dir: &Home) -> PathBuf {
    let folder = dir.path("gruppen");
    fs::create_dir(&folder).unwrap();
    for (name, level, unit, evidens) in [
        ("Anna", 1, "Ældre", 5),
        ("Bo", 2, "Børn", -2),
        ("Camilla", 2, "", -2),
        ("Dan", 1, "Børn", -2),
        ("Eva", 1, "", -2),
    ] {
        let mut profile = Profile::new(name, "kalundborg-lsg", level);
        profile.unit = unit.into();
        let value = pejl::core::dial::DialValue::new(evidens).unwrap();
        profile.apply(Edit::Dials(vec![("evidens".into(), value)]));
        fs::write(
            folder.join(format!("{name}.json")),
            format::profile::write(&profile),
        )
        .unwrap();
    }
    fs::write(folder.join("hemmelig.json"), "{").unwrap();
    folder
}

#[test]
fn the_first_start_welcomes_in_five_steps_that_keep_the_level_and_turn_the_first_dial() {
    let dir = Home::new();
    let talked = danish(&dir, &["", "", "Ældre", "1", "op", "op", "", "1", "x"]);
    talked.in_turn(&[
        "Velkommen. 1 af 5: Hvad det er.\n»Ledelses- og styringsgrundlag« fra Kalundborg Kommune har tolv pejlemærker",
        "Du skruer op for det, din enhed har brug for nu",
        "En tom linje går videre. x springer over.\n\n",
        "2 af 5: Dit navn.\nHvad hedder du?\n",
        "3 af 5: Din enhed.\nHvilken enhed leder du?\n",
        "Enhed: Ældre. Gemt.\n",
        "4 af 5: Dit niveau.\n",
        "1 Niveau 1. Motiverende arbejdsmiljø",
        "2 Niveau 2, dit niveau.",
        "Dit niveau: Niveau 1. Gemt.\n",
        "5 af 5: Din første drejeknap.\nMotiverende arbejdsmiljø med høj faglighed: 0, i midten.\n",
        "fra 0 til +1, skruet op. Gemt.",
        "fra +1 til +2, skruet op. Gemt.",
        "\n1 Vi optimerer samarbejder og processer: vægt 27 %\n",
        "Vi optimerer samarbejder og processer: vægt 27 %.\n1 Motiverende",
    ]);
    assert_eq!(
        (profile(&dir).level, profile(&dir).value("arbejdsmiljoe").get()),
        (1, 2)
    );
    danish(&dir, &[]).never_says("Velkommen.");
}

#[test]
fn the_first_dial_of_the_welcome_takes_its_note_line_by_line() {
    let dir = Home::new();
    let lines = ["", "", "", "1", "op", "n", "Vi mangler tid", "op", ".", "1"];
    let talked = danish(&dir, &lines);
    talked.in_turn(&["5 af 5: Din første drejeknap.", "fra 0 til +1"]);
    assert_eq!(profile(&dir).note("arbejdsmiljoe"), "Vi mangler tid\nop");
    assert_eq!(profile(&dir).value("arbejdsmiljoe").get(), 1);
}

#[test]
fn the_welcome_gives_the_profile_its_name_and_asks_again_for_one_that_cannot_be() {
    let dir = Home::new();
    dir.pejl(&["turn", "evidens", "1"]).done();
    dir.pejl(&["profile", "new", "Bo"]).done();
    dir.pejl(&["profile", "use", "min-profil"]).done();
    let taken = danish(
        &dir,
        &[
            "velkomst",
            "",
            "CON",
            &"å".repeat(150),
            "Bo",
            "\u{200b}",
            "Anne Holm",
            "",
            "",
            "",
        ],
    );
    assert_eq!(
        taken.text().matches("2 af 5: Dit navn.").count(),
        5,
        "{}",
        taken.text()
    );
    taken.in_turn(&["2 af 5", "3 af 5", "4 af 5", "5 af 5"]);
    assert!(dir.data().join("profiles/anne-holm.json").exists());
}

#[test]
fn the_welcome_is_skipped_by_x_and_by_any_command_and_can_be_taken_again() {
    for line in ["x", "2.1", "h", "evidens", "start"] {
        let dir = Home::new();
        let talked = danish(&dir, &[line, "x", "x"]);
        assert!(
            dir.profile().exists(),
            "{line}: the next start is not the first one"
        );
        talked.never_says("2 af 5");
        danish(&dir, &[]).never_says("Velkommen.");
    }
    let dir = fresh();
    danish(&dir, &["velkomst", "", "", "", "", "", "1"]).in_turn(&[
        "1 af 5",
        "2 af 5",
        "3 af 5",
        "4 af 5",
        "5 af 5",
        "vægt 25 %.\n1 Motiverende",
    ]);
    // input that ends in it loses nothing and welcomes again
    let dir = Home::new();
    danish(&dir, &["", "", "", "1"]).in_turn(&["Dit niveau: Niveau 1. Gemt."]);
    assert_eq!(profile(&dir).level, 1);
}

#[test]
fn every_format_is_written_and_no_file_is_replaced_before_that_was_asked() {
    for format in Format::ALL {
        let selection = Selection::in_format(false, format);
        let purpose = Lang::Da.text().purpose.name(selection.purpose, false);
        let dir = fresh();
        let name = format!("ud/min.{}", format.extension());
        let file = dir.path(&name);
        fs::create_dir(dir.path("ud")).unwrap();
        let to = file.to_str().unwrap();
        let write = |lines: &[&str]| {
            let mut all = vec![
                "p",
                "4",
                "1.2.2199",
                "start",
                "2.1",
                "+3",
                "e",
                "1",
                purpose,
                "2",
                format.extension(),
                "skriv i en anden fil",
                to,
            ];
            all.extend(lines);
            danish(&dir, &all)
        };
        write(&[]).in_turn(&[
            "Print og del: Min profil.\n1 Til: Ark til en samtale\n2 Format: pdf.",
            &format!("Skrevet i {to}.\n"),
        ]);
        let first = fs::read(&file).unwrap();
        assert!(!first.is_empty());
        let there = format!("{to} findes allerede.\n1 Skriv over den\n2 Lad den være\n");
        fs::write(&file, "mit").unwrap();
        for no in ["2", ""] {
            write(&[no]).in_turn(&[&there]);
            assert_eq!(fs::read_to_string(&file).unwrap(), "mit", "{no}");
        }
        // the end of the input is no yes
        write(&[]).in_turn(&[&there]);
        assert_eq!(fs::read_to_string(&file).unwrap(), "mit");
        write(&["1"]).in_turn(&[&there, "Skrevet i "]);
        assert_ne!(fs::read(&file).unwrap(), b"mit");
    }
}

#[test]
fn what_goes_out_is_chosen_part_by_part_and_a_folder_that_is_not_there_is_told() {
    let dir = fresh();
    let out = dir.path("min.md");
    let to = out.to_str().unwrap();
    danish(
        &dir,
        &[
            "2.1",
            "+3",
            "n",
            "Hemmeligt behov",
            ".",
            "1",
            "e",
            "2",
            "md",
            "noter",
            "skriv i en",
            to,
        ],
    )
    .in_turn(&[
        "3 Noter: med\n4 Pejlinger: med\n5 Svar på spørgsmål: med\n6 Beslutninger: med\n7 Åbne spørgsmål: ikke med\n8 Skriv i ",
        &format!("{MAIN_SEPARATOR}min-profil-ark-"),
        ".md\n9 Skriv i en anden fil\n",
        "3 Noter: ikke med\n",
        "Skrevet i ",
    ]);
    let text = fs::read_to_string(&out).unwrap();
    assert!(
        text.contains("Rettidig samskabelse") && !text.contains("Hemmeligt"),
        "{text}"
    );
    let nowhere = dir.path("findes/ikke.pdf");
    danish(&dir, &["e", "9", nowhere.to_str().unwrap(), "q"]).in_turn(&["ikke.pdf"]);
    danish(&dir, &["e", "9", "", "q"]).in_turn(&["Hvilken fil?", "Intet er ændret."]);
}

#[test]
fn a_name_ends_as_the_format_does_and_a_command_is_one_where_a_file_is_asked_for() {
    let dir = fresh();
    let (wrong, right) = (dir.path("ark.html"), dir.path("ark.pdf"));
    let (wrong, right) = (wrong.to_str().unwrap(), right.to_str().unwrap());
    danish(&dir, &["e", "9", wrong, right]).in_turn(&[
        "Hvilken fil?",
        "Lad navnet ende på .pdf.\n",
        "Skrevet i ",
    ]);
    assert!(!dir.path("ark.html").exists() && dir.path("ark.pdf").exists());
    let names = dir.names(".");
    danish(&dir, &["e", "9", "q", "2.1"]).never_says("Rettidig");
    assert_eq!(dir.names("."), names);
}

#[test]
fn the_team_is_told_mark_by_mark_with_names_or_without() {
    let dir = fresh();
    let folder = colleagues(&dir);
    let folder = folder.to_str().unwrap();
    let talked = danish(
        &dir,
        &[
            "t", "1", folder, "1", "x", "navne", "1", "x", "14", "niveau 2", "enhed", "Børn",
        ],
    );
    talked.in_turn(&[
        "når du har valgt mappen med kollegernes profiler.",
        "1 Vælg ledergruppens mappe\n",
        "Hvilken mappe eller fil?",
        "Ledergruppen: 5 profiler. Længst fra hinanden.\n",
        "1 Evidensbaseret opgaveløsning: længst fra hinanden 7 hak, midterste minus 2\n2 Motiverende",
        "13 Rækkefølge: længst fra hinanden\n14 Niveau: alle\n15 Enhed: alle\n16 Navne: med\n",
        "I er mest enige om Motiverende",
        "1 profil er ikke med.\n",
        "hemmelig.json",
        "Evidensbaseret opgaveløsning: længst fra hinanden 7 hak, midterste minus 2.\nminus 2, skruet ned: Bo, Camilla, Dan, Eva.\n+5, i forgrunden: Anna.\n",
        "1 Åbn pejlemærket\n",
        "Ledergruppen: 5 profiler, uden navne.",
        "minus 2, skruet ned: 4 ledere.\n+5, i forgrunden: 1 leder.\n",
        "1 alle\n2 Niveau 1\n3 Niveau 2\n",
        "Ledergruppen: 2 profiler, Niveau 2, uden navne.",
        "avnene kan ikke skjules for 2",
        "1 alle\n2 Børn\n3 Ældre\n",
        "Ledergruppen: 1 profil, Niveau 2, uden navne.",
    ]);
    assert_eq!(config(&dir).config.team, Some(vec![folder.into()]));
    // hidden names stay at home, the names of files too
    let hidden = danish(&dir, &["t", "navne", "1", "x"]);
    let after = &hidden.text()[hidden.text().find("uden navne").unwrap()..];
    for name in ["Anna", "Bo", "Camilla", "hemmelig"] {
        assert!(!after.contains(name), "{name}: {after}");
    }
    // it is kept, read again, ordered otherwise, and written out
    let out = dir.path("gruppen.csv");
    let talked = danish(
        &dir,
        &[
            "t",
            "rækkefølge",
            "2",
            "læs",
            "print og del ledergruppen",
            "1",
            "regneark",
            "2",
            "csv",
            "skriv i en anden fil",
            out.to_str().unwrap(),
        ],
    );
    talked.in_turn(&[
        "1 længst fra hinanden\n2 grundlagets rækkefølge\n3 mest skruet\n",
        "1 Motiverende",
        "Print og del: Ledergruppen.\n",
        "Skrevet i ",
    ]);
    assert!(fs::read_to_string(out).unwrap().contains("Evidensbaseret"));
    danish(&dir, &["t", "vælg", "."]).in_turn(&["når du har valgt mappen"]);
    assert_eq!(config(&dir).config.team, Some(Vec::new()));
}

#[test]
fn the_language_the_level_and_the_ghosts_are_set_and_kept() {
    let dir = fresh();
    let talked = danish(&dir, &[",", "1", "2", "Level 1", "settings", "3", "2.1"]);
    talked.in_turn(&[
        "Indstillinger.\n1 Sprog: dansk\n2 Dit niveau: Niveau 2\n3 Sig ved hvert pejlemærke, hvor det stod ved en pejling: slået til\n4 Ledergruppens mappe: ingen\n",
        "Farver, drejeknapper, bevægelse og mus gælder kun skærmbilledet.\n",
        "config.toml",
        "Settings.\n1 Language: English\n",
        "Your level: Level 1. Saved.\n",
        "at a bearing: off\n",
        "Rettidig samskabelse (Timely co-creation): 0",
    ]);
    let kept = config(&dir).config;
    assert_eq!((kept.language, kept.ghost), (Some(Lang::En), Some(false)));
    // a config file that is no TOML is left alone, and that is said
    let file = dir.config();
    fs::write(&file, "= = =").unwrap();
    give(dialogue(&dir, "da"), b",\n3\n").in_turn(&["Gælder, til du afslutter: "]);
    assert_eq!(fs::read_to_string(file).unwrap(), "= = =");
}

#[test]
fn a_bearing_is_said_at_every_mark_another_or_none() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "2.1",
            "+1",
            "s Første",
            "+3",
            "s Anden",
            "",
            "2.1",
            "b",
            "2",
            "sig ved",
            "2.1",
            "o",
            "b",
            "2",
            "sig det",
            "2.1",
        ],
    );
    talked.in_turn(&[
        ": +3.\n",
        "hvor det stod ved Første, ",
        ": +1.\n",
        "4 Rettidig samskabelse: +3, skruet op, vægt 12 %, pejling ",
        "Ved pejlemærkerne siges ingen pejling.\n",
    ]);
    let last = talked
        .text()
        .rfind("Rettidig samskabelse: +3, skruet op, vægt")
        .unwrap();
    assert!(
        !talked.text()[last..].contains("ejling 2"),
        "{}",
        &talked.text()[last..]
    );
    assert_eq!(config(&dir).config.ghost, Some(false));
}

#[test]
fn a_profile_is_copied_deleted_and_brought_back_and_one_comes_in_from_a_file() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "2.1",
            "+2",
            "p",
            "andre",
            "ny profil som kopi",
            "Vinter",
            "p",
            "andre",
            "slet profilen",
            "Vinter",
            "p",
            "andre",
            "slettede",
            "1",
            "1",
        ],
    );
    talked.in_turn(&[
        "Ny profil som kopi af denne\n",
        "Profil: Vinter.\n1 Vi optimerer",
        "Skriv »Vinter« for at slette",
        "Profilen er slettet.",
        "1 slettet profil. Et tal henter den tilbage.\n1 Vinter\n",
        "Vinter er tilbage.\n2 profiler.\n",
    ]);
    let store = Store::new(dir.data(), system_clock);
    let read = |slug: &str| read_profile(&store.file(slug).unwrap(), Limits::OWN).unwrap();
    assert_eq!(read("vinter").value("samskabelse").get(), 2);
    // its name is taken by now: another is asked for, and an empty line leaves it where it is
    danish(
        &dir,
        &[
            "p",
            "andre",
            "vinter",
            "p",
            "andre",
            "slet profilen",
            "Vinter",
            "p",
            "andre",
            "ny profil",
            "Vinter",
        ],
    );
    danish(
        &dir,
        &[
            "p",
            "andre",
            "slettede",
            "1",
            "",
            "slettede",
            "1",
            "CON",
            "Vinter igen",
        ],
    )
    .in_turn(&[
        "»Vinter«",
        "Hvilket navn skal den have?",
        "Intet er ændret.",
        "»CON«",
        "Vinter igen er tilbage.",
    ]);
    assert_eq!(read("vinter-igen").value("samskabelse").get(), 2);
    // from a file, under another name where its own is taken
    let out = dir.path("ind.json");
    danish(
        &dir,
        &[
            "p",
            "andre",
            "vinter igen",
            "e",
            "1",
            "til en kollegas",
            "skriv i en",
            out.to_str().unwrap(),
        ],
    );
    danish(
        &dir,
        &["p", "andre", "hent en profil", out.to_str().unwrap(), "Hentet"],
    )
    .in_turn(&["»Vinter igen«", "Hvilket navn", "»Hentet« er hentet ind i "]);
    assert_eq!(read("hentet").value("samskabelse").get(), 2);
    let broken = dir.path("skidt.json");
    fs::write(&broken, "{\"format\":").unwrap();
    danish(
        &dir,
        &["p", "andre", "hent en profil", broken.to_str().unwrap(), "q"],
    )
    .in_turn(&["skidt.json:1:"]);
    danish(&dir, &["p", "andre", "hent en profil", "/findes/ikke.json", "q"]).in_turn(&["/findes/ikke.json"]);
}

#[test]
fn the_next_and_the_previous_mark_are_a_word_away() {
    let dir = fresh();
    danish(
        &dir,
        &["2.3", ">", "<", "forrige", "næste", "x", "2", ">", "start", "<"],
    )
    .in_turn(&[
        "Nysgerrig relationsopbygning: 0",
        "Sikker drift med prioriterede ressourcer på tværs: 0",
        "Nysgerrig relationsopbygning: 0",
        "Strategisk innovation: 0",
        "Nysgerrig relationsopbygning: 0",
        "Vi skaber velfærd sammen med andre: vægt 25 %.",
        "Vi holder styr på driften: vægt 25 %.",
        "Opbygger stærke fællesskaber i lokalsamfundet: 0",
    ]);
}
