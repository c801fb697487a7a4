//! Merging two versions through the faces that offer it.

use super::*;

/// The name of a copy as OneDrive makes them.
const COPY: &str = "data/profiles/min-profil-HR-PC17.json";

/// Another version of the profile lies beside it: another unit, another value and another note.
fn copied_by_another_program(home: &Home) {
    home.pejl(&["note", "evidens", "Mit"]).done();
    home.write(
        COPY,
        r#"{"format":"pejl.profile","version":"1.0","name":"Min profil","framework":"kalundborg-lsg","level":2,
        "unit":"Sundhed","dials":{"evidens":{"value":-1,"note":"Deres"},"relationer":{"value":-2},"samskabelse":{"value":1}},
        "bearings":[{"id":"b1","at":"2026-11-02T09:00:00+01:00","label":"Vinter","dials":{}}]}"#,
    );
}

/// The same, called something else.
fn copied_under_another_name(home: &Home) {
    home.write_profile(COPY, "Anna", &[("evidens", 3), ("relationer", -2)]);
}

/// The keys that open the merge of the copy.
const MERGE: &str = "p Home Down Down Down Down Down Down Down Down Enter";

#[test]
fn a_merge_leaves_the_same_files_whichever_version_is_chosen() {
    let merge = |what, from, interface, plain| Deed {
        what,
        from,
        interface,
        plain,
        ..NOTHING
    };
    let mine = copied_by_another_program as fn(&Home);
    let named = copied_under_another_name as fn(&Home);
    all_the_same(&[
        merge("all of mine", mine, &[MERGE, "A Enter"], &["flet", "1", "3", "1"]),
        merge(
            "all of theirs",
            mine,
            &[MERGE, "B Enter"],
            &["flet", "1", "4", "1"],
        ),
        merge(
            "each by itself",
            mine,
            &[MERGE, "Left Down Right Down Space Enter"],
            &["flet", "1", "1", "2", "3", "1"],
        ),
        merge(
            "a merge taken back",
            mine,
            &[MERGE, "B Enter", "u"],
            &["flet", "1", "4", "1", "u"],
        ),
        merge(
            "a merge made again",
            mine,
            &[MERGE, "B Enter", "u Ctrl+R"],
            &["flet", "1", "4", "1", "u", "r"],
        ),
        merge(
            "another name",
            named,
            &[MERGE, "B Enter"],
            &["flet", "1", "4", "1"],
        ),
        merge(
            "another name taken back",
            named,
            &[MERGE, "B Enter", "u"],
            &["flet", "1", "4", "1", "u"],
        ),
    ]);
}
