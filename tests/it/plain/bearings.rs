//! Bearings in the dialogue.

use super::*;

#[test]
fn bearings_are_listed_opened_compared_restored_and_deleted_and_undo_brings_them_back() {
    let dir = fresh();
    danish(
        &dir,
        &["2.1", "+1", "s Efterår", "2.1", "+4", "3.3", "-1", "s", ""],
    );
    let talked = danish(
        &dir,
        &[
            "c", "b", "2", "1", "2", "1", "gendan", "b", "1", "slet", "u", "c", "gentag", "b",
        ],
    );
    talked.in_turn(&[
        // nothing has moved since the last bearing: it stands beside the one before
        "til Pejling ",
        ": 2 har flyttet sig.\n",
        "2 pejlinger, den nyeste først.\n1 Pejling ",
        "\n2 Efterår, ",
        "Rettidig samskabelse: +1, skruet op.\n11 andre i midten.\n",
        "1 Sammenlign med nu\n2 Sammenlign med en anden pejling\n",
        "\n5 Gendan denne pejling\n6 Slet pejlingen\n",
        "Fra Efterår, ",
        "til nu: 2 har flyttet sig.\nRettidig samskabelse: fra +1 til +4\nEvidensbaseret opgaveløsning: fra 0 til minus 1\n",
        "1 Pejling ",
        "Fra Efterår, ",
        "til Pejling ",
        "Rettidig samskabelse: fra +4 til +1, skruet op.\nEvidensbaseret opgaveløsning: fra minus 1 til 0, i midten. Gemt.\n",
        "pejlingen er taget ud af listen. Gemt.\nu henter den tilbage.\n1 pejling.\n",
        "Fortrudt. Pejling ",
        "pejlingen står i listen. Gemt.\n",
        "til nu: 2 har flyttet sig.\n",
        "Gentaget. ",
        "1 pejling.\n",
    ]);
    let profile = profile(&dir);
    assert_eq!(profile.bearings.len(), 1);
    assert_eq!(profile.value("samskabelse").get(), 1);
}

#[test]
fn what_moved_at_a_bearing_can_be_told_of_and_a_bearing_has_a_note_and_another_name() {
    let dir = fresh();
    let talked = danish(
        &dir,
        &[
            "s Først",
            "2.1",
            "+3",
            "s Så",
            "3",
            "1",
            "Flere borgere",
            "med.",
            ".",
            "1",
            "3",
            "2",
            "At spørge.",
            ".",
            "1",
            "n",
            "Et godt kvartal.",
            ".",
            "1",
            "giv",
            "Sommer",
            "b",
            "1",
            "u",
        ],
    );
    talked.in_turn(&[
        "Så, ",
        "Noget har flyttet sig siden sidst. Hvad gav det?\nSå, ",
        "Rettidig samskabelse: +3, skruet op.\n11 andre i midten.\n",
        "3 Skriv, hvad det gav\n",
        "1 Rettidig samskabelse, effekt\n2 Rettidig samskabelse, læring\n",
        "Hvilken effekt gav det?\nSkriv på en eller flere linjer.",
        "Effekt og læring ved Rettidig samskabelse: 2 linjer. Gemt.\n",
        "Hvad lærte I undervejs?\n",
        "Effekt og læring ved Rettidig samskabelse: 3 linjer. Gemt.\n",
        "Hvad viser pejlingen?\n",
        "Note på pejling Så, ",
        ": 1 linje. Gemt.\n",
        "Pejlingen hedder Sommer, ",
        "Gemt.\n",
        "1 Sommer, ",
        "Et godt kvartal.\nRettidig samskabelse: +3, skruet op.\nEffekt: Flere borgere med.\nLæring: At spørge.\n",
        "Fortrudt. Pejlingen hedder Så, ",
    ]);
    let profile = profile(&dir);
    assert_eq!(
        profile.bearings[1].dials.get("samskabelse").unwrap().effect,
        "Flere borgere\nmed."
    );
    assert_eq!(profile.bearings[1].label, "Så");
}

#[test]
fn a_bearing_that_is_open_while_its_taking_is_undone_leads_to_those_that_are_left() {
    let dir = fresh();
    for choice in ["1", "2", "4", "5", ""] {
        let talked = danish(&dir, &["s En", "f En", "1", "u", choice, "x", "x", "x"]);
        talked.in_turn(&[
            "Fortrudt. En, ",
            "Ingen pejlinger endnu.",
            "Her begynder det. q slutter.\n",
        ]);
    }
}

#[test]
fn many_bearings_are_told_in_parts() {
    let dir = fresh();
    let labels: Vec<String> = (1..=45).map(|number| format!("s N{number:02}")).collect();
    let mut lines: Vec<&str> = labels.iter().map(String::as_str).collect();
    lines.extend(["b", "21", "21", "5"]);
    danish(&dir, &lines).in_turn(&[
        "45 pejlinger",
        "1 N45, ",
        "20 N26, ",
        "21 Ældre pejlinger\nSkriv et tal. x går tilbage.\n\n1 N25, ",
        "21 Ældre pejlinger\n\n1 N05, ",
        "5 N01, ",
        "\n\nN01, ",
    ]);
}
