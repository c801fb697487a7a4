//! Gatherings in the dialogue: everything that a presentation does, but for the projector.

use super::*;

fn group() -> Home {
    let home = fresh();
    home.write_profile("group/anna.json", "Anna", &[("evidens", 4)]);
    home.write_profile("group/bo.json", "Bo", &[("evidens", -3)]);
    home.write("config.toml", "team = \"group\"\n");
    home
}

/// The names of the gatherings that are kept.
fn kept(home: &Home) -> Vec<String> {
    let names = home.names("data/gatherings");
    names.into_iter().filter(|name| name.ends_with(".json")).collect()
}

#[test]
fn what_was_agreed_is_written_kept_and_taken_along() {
    let home = group();
    let talked = danish(
        &home,
        &[
            "t",
            "Samlinger",
            "Gem, hvor alle",
            "Evidens",
            "Mette følger op 14. januar",
            "Skriver aftalerne",
            "Skriv dagens ark i",
            "1",
        ],
    );
    talked.in_turn(&[
        "Samlinger.",
        "Der er ingen samlinger endnu.",
        "1 Gem, hvor alle står nu, som dagens samling",
        "Gemt.",
        "2 ledere, 0 pejlemærker, ingen aftaler".trim_end_matches("ingen aftaler"),
        "Med i samlingen: Anna, Bo.",
        "Evidensbaseret opgaveløsning. Det aftalte vi: Mette følger op 14. januar",
        "Gemt.",
    ]);
    assert_eq!(kept(&home).len(), 1);
    let profile = profile(&home);
    assert_eq!(profile.decisions[0].text, "Evidens: Mette følger op 14. januar");
}

#[test]
fn the_sheet_is_written_and_the_gathering_ended() {
    let home = group();
    danish(&home, &["t", "Samlinger", "Gem, hvor alle", "Evidens", "Vi ses"]);
    let id = kept(&home)[0].strip_suffix(".json").unwrap().to_owned();
    let day = id.rsplit_once('-').unwrap().0.to_owned();
    let ark = format!(
        "Skriv dagens ark i {}",
        home.path(&format!("samling-{day}.html")).display()
    );
    let talked = danish(
        &home,
        &[
            "t",
            "Samlinger",
            "1",
            &ark,
            &ark,
            "1",
            "Afslutter",
            "t",
            "Samlinger",
        ],
    );
    talked.in_turn(&["Skrevet i", "findes allerede", "Skrevet i", "Gemt.", "afsluttet"]);
    let html = fs::read_to_string(home.path(&format!("samling-{day}.html"))).unwrap();
    assert!(html.contains("Vi ses") && html.contains("Anna"));
    // the next picture of that day is another gathering's
    danish(&home, &["t", "Samlinger", "Gem, hvor alle"]);
    assert_eq!(kept(&home).len(), 2);
}
