//! Every fault says what and where, and what to do.

use super::*;

#[test]
fn every_fault_names_what_and_where_in_both_languages_on_one_line() {
    let file = Path::new("/sti/min-profil.json");
    for (fault, names) in faults("samskb", file) {
        for lang in LANGS {
            let line = lang.fault(&fault);
            assert_one_harmless_line(&line);
            for name in &names {
                assert!(line.contains(name.as_str()), "{line} names {name}");
            }
        }
        assert_ne!(Lang::Da.fault(&fault), Lang::En.fault(&fault));
    }
}

#[test]
fn every_fault_says_what_to_do() {
    for (fault, _) in faults("samskb", Path::new("/sti/min-profil.json")) {
        for said in LANGS.map(|lang| words::fault(lang, &fault)) {
            assert!(
                said.hint.starts_with([':', '.']),
                "{} {}",
                said.problem,
                said.hint
            );
            assert!(said.hint.len() > 8, "{} {}", said.problem, said.hint);
        }
    }
}

#[test]
fn every_problem_begins_with_its_place_and_names_the_field() {
    for problem in problems("samskb") {
        for lang in LANGS {
            let line = lang.problem(&problem);
            assert_one_harmless_line(&line);
            assert!(line.starts_with("3:14: bearings[2].id"), "{line}");
        }
        assert_ne!(Lang::Da.problem(&problem), Lang::En.problem(&problem));
    }
    let whole = problem(
        1,
        1,
        problem::Path::default(),
        ProblemKind::WrongType {
            expected: Kind::Object,
            found: Kind::Array,
        },
    );
    assert_eq!(
        Lang::Da.problem(&whole),
        "1:1: filen er en liste, men skal være et objekt"
    );
    assert_eq!(
        Lang::En.problem(&whole),
        "1:1: the file is a list, but must be an object"
    );
}
