//! Everything that can be done in the interface can be done in the dialogue: each action has its way here, or a reason why
//! there is nothing to do.

use super::*;
use pejl::app::action::Action;

/// How an action is done in the dialogue.
enum Way {
    /// By typing these lines, after which this is said.
    Types(&'static [&'static str], &'static str),
    /// It needs more than lines; the test of this name types it.
    Test(&'static str),
    /// There is nothing to do, and why.
    Nothing(&'static str),
}

/// Nothing is selected: what is meant is opened by its number or its name.
const MOVES: Way = Way::Nothing("nothing is selected, so nothing moves");
/// A line is read as it comes.
const SCROLLS: Way = Way::Nothing("nothing scrolls: what is said stays said");
/// The text itself is in the lines.
const COPIES: Way =
    Way::Nothing("lines are text to copy from, and a sequence for the terminal would be none");

/// A new action does not compile before it has its way.
fn way(action: Action) -> Way {
    use Way::{Test, Types};
    match action {
        Action::Up | Action::Down | Action::Left | Action::Right | Action::First | Action::Last => MOVES,
        Action::PageUp | Action::PageDown => SCROLLS,
        Action::Copy | Action::CopyNote => COPIES,
        Action::Open => Types(
            &["2"],
            "Vi skaber velfærd sammen med andre: vægt 25 %.\n1 Rettidig samskabelse",
        ),
        Action::Back => Types(
            &["2", "x"],
            "\n\n1 Vi optimerer samarbejder og processer: vægt 25 %\n",
        ),
        Action::TurnUp => Types(&["2.1", "op"], "fra 0 til +1, skruet op. Gemt."),
        Action::TurnDown => Types(&["2.1", "ned"], "fra 0 til minus 1, skruet ned. Gemt."),
        Action::ToMin => Types(&["2.1", "-5"], "fra 0 til minus 5, i baggrunden. Gemt."),
        Action::ToMax => Types(&["2.1", "+5"], "fra 0 til +5, i forgrunden. Gemt."),
        Action::Neutral => Types(&["2.1", "+5", "0"], "fra +5 til 0, i midten. Gemt."),
        Action::SetTo(_) => Types(&["2.1", "+4"], "fra 0 til +4, skruet op. Gemt."),
        Action::GoField(1) => Types(&["1"], "Vi optimerer samarbejder og processer: vægt 25 %.\n"),
        Action::GoField(2) => Types(&["2"], "Vi skaber velfærd sammen med andre: vægt 25 %.\n"),
        Action::GoField(3) => Types(&["3"], "Vi holder styr på driften: vægt 25 %.\n"),
        Action::GoField(4) => Types(&["4"], "Vi styrker ressourcer hos os selv og andre: vægt 25 %.\n"),
        Action::GoField(_) => {
            Way::Nothing("there are four fields here; in other frameworks they have their numbers")
        }
        Action::Next => Types(&["2.1", "næste"], "\nStrategisk innovation: 0"),
        Action::Previous => Types(&["2.2", "forrige"], "\nRettidig samskabelse: 0"),
        Action::MonthlyReview => Types(
            &["måned", ""],
            "Månedens pejling. 2 af 4: Dine pejlemærker.\nPejlemærke 1 af 12.\n",
        ),
        Action::Levels => Types(&["2", "v"], "Niveau 2, dit niveau.\nRettidig samskabelse: 0\n"),
        Action::Order => Types(
            &["2.2", "+1", "start", "v først"],
            "Niveau 2, dit niveau.\nStrategisk innovation: +1\n",
        ),
        Action::Rose => Types(&["rosen"], "4 Rettidig samskabelse: 0, i midten, vægt 8 %\n"),
        Action::Note | Action::Keep => Types(
            &["2.1", "n", "Fordi", ".", "1"],
            "Note på Rettidig samskabelse: 1 linje. Gemt.",
        ),
        Action::Leave => Types(
            &["2.1", "n", "Fordi", ".", "2"],
            "Kasseret. Alt står, som det stod.",
        ),
        Action::SaveBearing => Types(&["s", "Efterår"], "pejlingen står i listen. Gemt."),
        Action::Bearings => Types(&["s Efterår", "b"], "1 pejling.\n1 Efterår"),
        Action::Compare => Types(
            &["s Efterår", "2.1", "+1", "c"],
            "1 har flyttet sig.\nRettidig samskabelse: fra 0 til +1\n",
        ),
        Action::Ghost => Types(
            &["s Efterår", "b", "1", "sig det ikke"],
            "Ved pejlemærkerne siges ingen pejling.",
        ),
        Action::Restore => Types(
            &["s", "", "2.1", "+1", "b", "1", "gendan"],
            "fra +1 til 0, i midten. Gemt.",
        ),
        Action::Rename => Types(
            &["s Efterår", "b", "1", "giv", "Vinter"],
            "Pejlingen hedder Vinter",
        ),
        Action::Delete => Types(
            &["s Efterår", "b", "1", "slet"],
            "pejlingen er taget ud af listen. Gemt.",
        ),
        Action::Review => Types(&["p", "4", "1.2.2199"], "Ses på igen: 1. februar 2199. Gemt."),
        Action::Decisions => Types(&["d"], "Ingen beslutninger siden sidste pejling."),
        Action::NewDecision => Types(
            &["d", "1", "Vi venter", ".", "1"],
            "1 beslutning siden sidste pejling. Gemt.",
        ),
        Action::Documents => Types(
            &["2.1", "dokumenter", "1"],
            "Dokumenter ved Rettidig samskabelse: ",
        ),
        Action::Enriches | Action::Pick => Types(
            &["2.1", "beriger", "3"],
            "Rettidig samskabelse er med til at berige Evidensbaseret opgaveløsning. Gemt.",
        ),
        Action::Foreword => Types(&["i"], "Velkommen til Kalundborg Kommunes nye"),
        Action::KeepMine
        | Action::KeepTheirs
        | Action::Merge
        | Action::AllMine
        | Action::AllTheirs
        | Action::KeepMerged => {
            Test("merge::after_another_program_changed_the_file_one_version_goes_on_or_both_merged")
        }
        Action::Welcome => Types(&["velkomst"], "Velkommen. 1 af 5: Hvad det er.\n"),
        Action::Profiles => Types(&["p", "6"], "1 profil.\n1 Min profil, i brug\n"),
        Action::Export => Types(
            &["e"],
            "Print og del: Min profil.\n1 Til: Ark til en samtale\n2 Format: pdf.",
        ),
        Action::Team => Types(&["t"], "1 Vælg ledergruppens mappe\n"),
        Action::ReadAgain | Action::Unit | Action::HideNames => {
            Test("outward::the_team_is_told_mark_by_mark_with_names_or_without")
        }
        Action::AllMarks => Test("sharing::a_colleague_is_laid_over_one_s_own_and_a_talk_is_one_note"),
        Action::Share | Action::TakeBack => {
            Test("sharing::one_s_own_dials_go_into_the_folder_after_it_is_said_what_goes_and_come_out_again")
        }
        Action::ShowAll | Action::Sort => Way::Nothing("everyone is told at once, in either order"),
        Action::Present | Action::DecideAgreed => {
            Test("gathering::what_was_agreed_is_written_kept_and_taken_along")
        }
        Action::Settings => Types(&[","], "Indstillinger.\n1 Sprog: dansk\n"),
        Action::Glyphs | Action::InCells => Way::Nothing("nothing is drawn in the dialogue"),
        Action::Help | Action::Palette => Types(
            &["h"],
            "e, print og del: skriv profilen i en fil, til at printe eller dele\n",
        ),
        Action::Find | Action::Choose => Types(
            &["f økonomi", "1"],
            "\n\nDifferentieret og proaktiv økonomistyring: 0",
        ),
        Action::Mirror => Types(&["w"], "Spejlet har ingen spørgsmål lige nu."),
        Action::PutAway => Types(
            &["drift", "-5", "w", "1", "læg"],
            "Spørgsmålet er lagt væk. Gemt.",
        ),
        Action::Undo => Types(
            &["2.1", "+1", "u"],
            "Fortrudt. Rettidig samskabelse: fra +1 til 0",
        ),
        Action::Redo => Types(
            &["2.1", "+1", "u", "r"],
            "Gentaget. Rettidig samskabelse: fra 0 til +1",
        ),
        Action::Quit => Types(&["q"], "Slut. Alt er gemt.\n"),
        Action::Interrupt => Test("input::a_signal_keeps_what_was_being_written_and_is_the_exit_status"),
    }
}

#[test]
fn every_action_of_the_interface_is_done_in_the_dialogue_or_has_nothing_to_do() {
    let mut typed = 0;
    for action in Action::ALL {
        match way(*action) {
            Way::Types(lines, said) => {
                let talked = danish(&fresh(), lines);
                assert!(
                    talked.text().contains(said),
                    "{action:?}: {said:?} is not in:\n{}",
                    talked.text()
                );
                typed += 1;
            }
            Way::Test(name) => {
                let file = name.split("::").next().unwrap();
                let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/it/plain/{file}.rs"));
                let source = fs::read_to_string(source).unwrap_or_else(|_| panic!("{action:?}: {name}"));
                let test = name.split("::").nth(1).unwrap_or("#[test]");
                assert!(source.contains(test), "{action:?}: {name}");
            }
            Way::Nothing(why) => assert!(!why.is_empty(), "{action:?}"),
        }
    }
    assert!(typed > 45, "{typed}");
}
