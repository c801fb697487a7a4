//! The first minute of somebody who knows nothing but what stands on the screen: from an empty folder of data, by keys
//! that are hinted at that moment, to a mark, its dial, a note, a bearing, a word that is found, and out again.

use crate::common::{
    home::Home,
    pty::{Exit, Terminal, text},
};

/// A newcomer at a terminal.
struct Newcomer(Terminal);

impl Newcomer {
    /// Waits until the last row hints at this, and presses the key that the hint begins with.
    #[track_caller]
    fn follows(&mut self, hint: &str) -> &mut Self {
        let key = match hint.split(' ').next().unwrap_or_default() {
            "Enter" => "\r",
            "Esc" => "\x1b",
            "↑↓" | "←↑↓→" => "\x1b[A",
            letter => {
                assert_eq!(letter.chars().count(), 1, "{hint}");
                letter
            }
        };
        // whole, and not as a part of another hint
        let hinted = format!("  {hint}  ");
        self.0.wait_until(|screen| {
            let rows = text(screen);
            rows.lines()
                .next_back()
                .is_some_and(|row| format!("  {}  ", row.trim()).contains(&hinted))
        });
        self.0.send(key);
        self
    }

    /// Waits until all of this is on the screen.
    #[track_caller]
    fn sees(&mut self, texts: &[&str]) -> &mut Self {
        self.0.wait_for(texts);
        self
    }

    fn types(&mut self, text: &str) -> &mut Self {
        self.0.send(text);
        self
    }
}

#[test]
fn a_newcomer_gets_from_an_empty_folder_to_a_turned_mark_a_note_a_bearing_and_a_word_found_by_hints_alone() {
    for (width, height) in [(80, 24), (120, 36), (200, 60)] {
        let home = Home::new();
        let mut newcomer = Newcomer(home.start_in(width, height, &[]));
        newcomer
            .sees(&["1 af 5", "Hvert pejlemærke"])
            .follows("Enter videre")
            .sees(&["2 af 5", "Hvad hedder du?"])
            .follows("Enter videre")
            .sees(&["3 af 5", "Hvilken enhed leder du?"])
            .follows("Enter videre")
            .sees(&["4 af 5", "Hvilket niveau leder du på?"])
            .follows("Enter videre")
            .sees(&["5 af 5"])
            .follows("↑↓ skru")
            .sees(&["+1"])
            .follows("Enter begynd")
            .sees(&["Det kendte", "Det nye"])
            .follows("Enter åbn")
            .sees(&["Motiverende"])
            .follows("Enter åbn")
            .sees(&["Niveau 1", "Niveau 2", "+1"])
            .follows("↑↓ skru")
            .sees(&["+2", "skruet op"])
            .follows("Enter note")
            .sees(&["Hvilket behov?", "Skriv frit"])
            .types("Vi mangler hænder.")
            .sees(&["Vi mangler hænder."])
            .follows("Esc gem")
            .sees(&["Vi mangler hænder.", "+2"])
            .follows("Esc tilbage")
            .sees(&["Vi optimerer samarbejder"])
            .follows("Esc tilbage")
            .sees(&["Det nye"])
            .follows("s gem pejling")
            .sees(&["Navn på pejlingen"])
            .types("Efterår")
            .sees(&["Efterår"])
            .follows("Enter gem")
            .sees(&["Pejling gemt"])
            .follows("f find")
            .sees(&["Skriv, hvad du leder efter"])
            .types("økonomi")
            .sees(&["Differentieret og proaktiv økonomistyring"])
            .follows("Enter gå til")
            .sees(&["Handler om at tilpasse økonomistyringen", "✓ gemt"])
            .follows("q afslut");
        let mut terminal = newcomer.0;
        assert_eq!(terminal.exit(), Exit::Status(0));
        terminal.restored();
        let profile = std::fs::read_to_string(home.profile()).unwrap();
        for kept in ["\"value\": 2", "Vi mangler hænder.", "\"label\": \"Efterår\""] {
            assert!(profile.contains(kept), "{kept}: {profile}");
        }
    }
}

#[test]
fn the_same_in_english() {
    let home = Home::new();
    let mut newcomer = Newcomer(home.start_in(80, 24, &[("LC_ALL", "en_GB.UTF-8")]));
    newcomer
        .follows("Enter onward")
        .sees(&["2 of 5"])
        .follows("Enter onward")
        .sees(&["3 of 5"])
        .follows("Enter onward")
        .sees(&["4 of 5"])
        .follows("Enter onward")
        .sees(&["5 of 5"])
        .follows("↑↓ turn")
        .sees(&["+1"])
        .follows("Enter begin")
        .sees(&["The known"])
        .follows("Enter open")
        .sees(&["Motivating"])
        .follows("Enter open")
        .sees(&["Level 1", "your level"])
        .follows("↑↓ turn")
        .sees(&["+2"])
        .follows("Enter note")
        .types("Hands")
        .sees(&["Hands"])
        .follows("Esc keep")
        .sees(&["Hands", "+2"])
        .follows("Esc back")
        .sees(&["We optimise collaboration"])
        .follows("Esc back")
        .sees(&["The known"])
        .follows("s save a bearing")
        .follows("Enter keep")
        .sees(&["Bearing saved"])
        .follows("f find")
        .types("økonomi")
        .sees(&["økonomistyring"])
        .follows("Enter go to")
        .sees(&["saved"])
        .follows("q quit");
    assert_eq!(newcomer.0.exit(), Exit::Status(0));
    assert_eq!(home.value_on_disk("arbejdsmiljoe"), 2);
}
