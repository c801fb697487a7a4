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
