//! One's own dials into the team's folder, and out of it, by lines.

use super::*;

#[test]
fn one_s_own_dials_go_into_the_folder_after_it_is_said_what_goes_and_come_out_again() {
    let dir = fresh();
    let folder = dir.path("gruppe");
    fs::create_dir(&folder).unwrap();
    let path = folder.to_str().unwrap();
    // without a folder it is asked for
    danish(&dir, &["del", path, "del", "3"]).in_turn(&[
        "Hvilken mappe eller fil?",
        "Noter, beslutninger og svar bliver hos dig.\n1 Læg min pejling i mappen\n2 Lad være\n",
    ]);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    // away from the team the word may mean the other
    danish(&dir, &["del", "2"]).in_turn(&["2 Print og del\n3 Lad være\n", "Print og del: Min profil."]);
    danish(
        &dir,
        &["t", "del", "1", "min profil", "Anne Holm", "evidens", "+3", "t"],
    )
    .in_turn(&[
        "Du har ikke delt din pejling endnu.",
        "Dit navn, som gruppen skal se det:",
        "siger ikke de andre, hvem du er",
        "Din pejling ligger i ",
        "og siden skruet på 1.",
        "Læg min pejling i mappen igen\n",
    ]);
    let names = || {
        let entries = fs::read_dir(&folder).unwrap();
        entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(names(), ["anne-holm.pejl.json"]);
    danish(&dir, &["del"]).in_turn(&["Din pejling ligger i "]);
    danish(&dir, &["tag tilbage", "tag tilbage"]).in_turn(&[
        "Din pejling er taget ud af mappen.",
        "Du har ikke delt noget i mappen.",
    ]);
    assert!(names().is_empty());
}

#[test]
fn a_colleague_is_laid_over_one_s_own_and_a_talk_is_one_note() {
    let dir = fresh();
    let folder = dir.path("gruppe");
    fs::create_dir(&folder).unwrap();
    dir.write_profile("gruppe/bo.json", "Bo", &[("evidens", -4), ("innovation", 1)]);
    let path = folder.to_str().unwrap();
    danish(
        &dir,
        &[
            "evidens", "+1", "t", "vælg", path, "personer", "bo", "skriv en note", "Vi ses", ".", "1", "<", "t",
            "personer", "bo", "vis alle", "navne",
        ],
    )
    .in_turn(&[
        "Personer.\n1 Bo: langt fra dig på 1\n",
        "Dig og Bo.\n1 Evidensbaseret opgaveløsning: du +1, den anden minus 4, 5 hak fra hinanden\n2 Skriv en note til samtalen\n3 Vis alle pejlemærker\n",
        "Gemt.",
        "Strategisk innovation: du 0, den anden +1, 1 hak fra hinanden\n",
    ]);
    let decisions = dir.json(&["decision", "list"]);
    assert!(
        decisions.to_string().contains("Samtale med Bo\\nVi ses"),
        "{decisions}"
    );
    // so few cannot hide their names
    danish(&dir, &["t", "navne"]).in_turn(&["avnene kan ikke skjules for 1"]);
}
