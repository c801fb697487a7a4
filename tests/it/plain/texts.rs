//! Notes, decisions, the mirror and what a profile says of itself in the dialogue.

use super::*;

#[test]
fn a_note_is_written_on_changed_anew_discarded_and_deleted() {
    let dir = fresh();
    let written = danish(&dir, &["2.1", "n", "Første", "", "tredje", " . ", "gem"]);
    written.in_turn(&["3 linjer.\n", "Note på Rettidig samskabelse: 3 linjer. Gemt.\n"]);
    assert_eq!(profile(&dir).note("samskabelse"), "Første\n\ntredje");
    let talked = danish(
        &dir,
        &[
            "2.1", "5", "1", "fjerde", ".", "nej", "1", "n", "", "n", "2", "Ny", ".", "kass",
        ],
    );
    talked.in_turn(&[
        "Hvilket behov?\nFørste\ntredje\n",
        "5 Ret noten\n",
        "Første\ntredje\n1 Skriv videre\n2 Begynd forfra\n3 Slet teksten\n",
        "4 linjer.\n",
        "Skriv 1 for at gemme eller 2 for at kassere.\n",
        "Note på Rettidig samskabelse: 4 linjer. Gemt.\n",
        "Intet er ændret.\n",
        "Kasseret. Alt står, som det stod.\n",
    ]);
    assert_eq!(profile(&dir).note("samskabelse"), "Første\n\ntredje\nfjerde");
    let talked = danish(
        &dir,
        &["2.1", "n", "2", ".", "n", "2", "Helt ny", ".", "1", "n", "3"],
    );
    talked.in_turn(&[
        "Der er ikke skrevet noget. Alt står, som det stod.\n",
        "Note på Rettidig samskabelse: 1 linje. Gemt.\n",
        "Note på Rettidig samskabelse: ingen tekst. Gemt.\n",
    ]);
    assert_eq!(profile(&dir).note("samskabelse"), "");
}

#[test]
fn a_note_has_room_for_ten_thousand_characters_and_says_what_it_has_no_room_for() {
    let dir = fresh();
    let (long, short) = ("a".repeat(9_990), "b".repeat(20));
    let talked = danish(&dir, &["2.1", "n", &long, &short, "c", ".", "1"]);
    talked.in_turn(&["Der er plads til 10000 tegn.\n", "2 linjer.\n"]);
    assert_eq!(profile(&dir).note("samskabelse"), format!("{long}\nc"));
}

#[test]
fn a_decision_is_written_held_against_the_raised_marks_and_goes_with_the_next_bearing() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "d",
            "1",
            "Vi slår to hold sammen.",
            ".",
            "1",
            "2.1",
            "+2",
            "d",
            "1",
            "1",
            "Spørg brugerne først.",
            ".",
            "1",
            "",
            "2",
            "1",
            "Fra maj.",
            ".",
            "1",
            "d",
            "2",
            "Endnu en.",
            ".",
            "1",
            "n",
            "3",
            "",
            "s",
            "",
            "d",
            "u",
        ],
    );
    talked.in_turn(&[
        "Ingen beslutninger siden sidste pejling.\n1 Skriv en beslutning\n",
        "Hvad har du besluttet, eller hvad står du over for at beslutte?\n",
        "1 beslutning siden sidste pejling. Gemt.\nVi slår to hold sammen.\nIntet pejlemærke er skruet op lige nu.\n",
        "1 Vi slår to hold sammen, ",
        "Hvad siger de pejlemærker, du har skruet op for?\n1 Rettidig samskabelse\n2 Ret eller slet beslutningen\n",
        "Hvad siger pejlemærket til beslutningen?\n",
        "Beslutningen er ændret. Gemt.\n",
        "1 Rettidig samskabelse: Spørg brugerne først.\n",
        "Beslutningen er ændret. Gemt.\n",
        "2 beslutninger siden sidste pejling. Gemt.\nEndnu en.\n",
        "Endnu en.\n1 Skriv videre\n2 Begynd forfra\n3 Slet teksten\n",
        "1 beslutning siden sidste pejling. Gemt.\n",
        "pejlingen står i listen.\nIngen beslutninger siden sidste pejling. Gemt.\n",
        "Ingen beslutninger siden sidste pejling.\n1 Skriv en beslutning\n",
        "Fortrudt. 1 beslutning siden sidste pejling.\n",
    ]);
    let profile = profile(&dir);
    assert_eq!(profile.decisions[0].text, "Vi slår to hold sammen.\nFra maj.");
    assert_eq!(
        profile.decisions[0].answers["samskabelse"],
        "Spørg brugerne først."
    );
    assert!(profile.bearings.is_empty());
}

#[test]
fn a_mark_is_connected_with_documents_and_with_what_it_enriches_and_the_profile_has_a_note() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "2.1",
            "dokumenter",
            "2",
            "dokumenter",
            "1",
            "beriger",
            "3",
            "",
            "dokumenter",
            "2",
            "3.1",
            "beriger",
            "start",
            "n",
            "Vi flytter.",
            ".",
            "1",
            "p",
        ],
    );
    talked.in_turn(&[
        "6 Dokumenter\n7 Beriger\n",
        "1 Udviklingsstrategien\n2 Strategien for Attraktive Arbejdspladser\n3 Fælles Retning\n",
        "Dokumenter ved Rettidig samskabelse: Strategien for Attraktive Arbejdspladser. Gemt.\n",
        "2 Strategien for Attraktive Arbejdspladser, valgt\n",
        "Rettidig samskabelse er med til at berige Evidensbaseret opgaveløsning. Gemt.\n",
        "Dokumenter: Strategien for Attraktive Arbejdspladser, Udviklingsstrategien.\nBeriger Evidensbaseret opgaveløsning.\n",
        "Dokumenter ved Rettidig samskabelse: Udviklingsstrategien. Gemt.\n",
        // a mark of the operations enriches no operations
        "Kender ikke »beriger«.",
        "Hvad fylder hos jer lige nu?\n",
        "Note på profilen: 1 linje. Gemt.\n",
        "5 Note: Vi flytter.\n",
    ]);
    let dial = &profile(&dir).dials["samskabelse"];
    assert_eq!(dial.documents, ["Udviklingsstrategien"]);
    assert_eq!(dial.enriches, ["evidens"]);
}

#[test]
fn the_mirror_asks_and_is_answered_in_each_of_its_ways_or_put_away() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "s", "", "2.1", "+4", "w", "1", "2", "w", "1", "1", "op", "x", "x", "w",
        ],
    );
    talked.in_turn(&[
        "fra 0 til +4, skruet op. Gemt.\nHvilket behov? n skriver det ned.\nSpejlet spørger: Du har skruet op for",
        "Spejlet har 2 spørgsmål.\n1 Du har skruet op for Rettidig samskabelse. Hvilket pejlemærke i feltet Drift er det med til at berige?\n",
        "»",
        "«\n1 Det er med til at berige Sikker drift",
        "Rettidig samskabelse er med til at berige Differentieret og proaktiv økonomistyring. Gemt.\nSpejlet har 1 spørgsmål.\n",
        "1 Læs teksten\n2 Svar med dine egne ord\n3 Læg spørgsmålet væk\n",
        "Niveau 2, dit niveau.\nRettidig samskabelse: +4\n",
        "Spejlet har ingen spørgsmål lige nu.\n",
    ]);
    assert_eq!(profile(&dir).dials["samskabelse"].enriches, ["oekonomistyring"]);
    let talked = danish(
        &dir,
        &[
            "s",
            "",
            "w",
            "1",
            "1",
            "Færre hænder",
            "drift",
            "-5",
            "w",
            "1",
            "1",
            "Vi passer på.",
            ".",
            "1",
            "w",
            "1",
            "2",
            "u",
        ],
    );
    talked.in_turn(&[
        "1 Skriv udfordringen\n",
        "Udfordring: Færre hænder. Gemt.\n",
        "Svaret er skrevet. Gemt.\nSpejlet har 1 spørgsmål.\n",
        "Spørgsmålet er lagt væk. Gemt.\nSpejlet har ingen spørgsmål lige nu.\n",
        "Fortrudt. Spørgsmålet er åbent igen. Gemt.\n",
    ]);
    // all of it can be looked at again, and taken out
    let again = danish(&dir, &["w", "2", "drift", "0", "w"]);
    again.in_turn(&[
        "Spejlet har 1 spørgsmål.\n1 ",
        "Besvaret eller lagt væk.\n",
        "Vi passer på.\n",
        "2 Tag spørgsmålet frem igen\n",
        "Tidligere svar:\nDet nye er skruet op, og feltet",
        "Vi passer på.\n",
    ]);
    let profile = profile(&dir);
    assert_eq!(profile.challenge, "Færre hænder");
    let replies: Vec<_> = profile
        .replies
        .values()
        .map(|reply| reply.text.as_str())
        .collect();
    assert_eq!(replies, ["Vi passer på."]);
}

#[test]
fn the_profile_is_filled_in_and_a_date_must_be_one_that_is_to_come() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "p",
            "1",
            "niveau 1",
            "2",
            "Ældre og sundhed",
            "4",
            "i morgen",
            "1.1.2020",
            "24.12.2199",
            "",
            "4",
            ".",
            "2",
            "",
        ],
    );
    talked.in_turn(&[
        "Profil: Min profil.\n1 Dit niveau: Niveau 2\n2 Enhed: ikke sat\n",
        "1 Niveau 1\n2 Niveau 2\n",
        "Dit niveau: Niveau 1. Gemt.\n",
        "Enhed: Ældre og sundhed. Gemt.\n",
        "Hvilken dato? Skriv fx ",
        "Skriv datoen med tal, fx ",
        "Datoen skal ligge efter i dag: skriv fx ",
        "Ses på igen: 24. december 2199. Gemt.\n",
        "4 Ses på igen: 24. december 2199\n",
        "Ses på igen: ikke sat. Gemt.\n",
        "Intet er ændret.\n",
    ]);
    let profile = profile(&dir);
    assert_eq!((profile.level, profile.unit.as_str()), (1, "Ældre og sundhed"));
}
