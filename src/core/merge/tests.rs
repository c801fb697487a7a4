use super::*;
use crate::core::{
    dial::DialValue,
    profile::{BearingDial, Dial},
};
use jiff::civil::Date;
use proptest::{collection, option, prelude::*};
use serde_json::json;
use std::sync::LazyLock;

/// The built-in framework, parsed once.
fn framework() -> &'static Framework {
    static FRAMEWORK: LazyLock<Framework> = LazyLock::new(Framework::built_in);
    &FRAMEWORK
}

fn profile() -> Profile {
    Profile::new("Min profil", "kalundborg-lsg", 2)
}

fn value(steps: i64) -> DialValue {
    DialValue::new(steps).unwrap()
}

fn about(mine: &Profile, theirs: &Profile) -> Vec<About> {
    let found = differences(mine, theirs, framework());
    found.into_iter().map(|difference| difference.about).collect()
}

fn all(mine: &Profile, theirs: &Profile, keep: Keep) -> Profile {
    merged(mine, theirs, framework(), |_| keep)
}

fn bearing(id: &str, second: u8, label: &str) -> Bearing {
    Bearing {
        id: id.into(),
        at: format!("2026-11-23T08:15:{second:02}+01:00").parse().unwrap(),
        label: label.into(),
        note: String::new(),
        dials: Default::default(),
        decisions: Vec::new(),
        extra: Extra::new(),
    }
}

fn decision(second: u8, text: &str) -> Decision {
    Decision {
        at: bearing("", second, "").at,
        text: text.into(),
        answers: Default::default(),
        extra: Extra::new(),
    }
}

#[test]
fn differences_come_in_the_order_of_the_document_and_name_what_they_are_about() {
    let mut mine = profile();
    let mut theirs = profile();
    for (mark, to) in [("tilpasning", 2), ("arbejdsmiljoe", 1), ("aeldre-maerke", 1)] {
        theirs.apply(Edit::Dials(vec![(mark.into(), value(to))]));
    }
    mine.apply(Edit::Note {
        mark: "arbejdsmiljoe".into(),
        text: "Hvorfor".into(),
    });
    theirs.unit = "Ældre".into();
    theirs.level = 1;
    mine.replies.insert("drift".into(), Reply::default());
    theirs.replies.insert(
        "drift".into(),
        Reply {
            put_away: true,
            ..Reply::default()
        },
    );
    assert_eq!(
        about(&mine, &theirs),
        [
            About::Unit,
            About::Level,
            About::Value("arbejdsmiljoe".into()),
            About::MarkNote("arbejdsmiljoe".into()),
            About::Value("tilpasning".into()),
            About::Value("aeldre-maerke".into()),
            About::Reply("drift".into()),
        ]
    );
}

#[test]
fn what_only_one_has_written_goes_on_where_nobody_chooses() {
    let mut mine = profile();
    let mut theirs = profile();
    mine.unit = "Ældre".into();
    theirs.challenge = "Budget".into();
    theirs.review = Some(Date::constant(2027, 2, 1));
    theirs.apply(Edit::Dials(vec![("evidens".into(), value(3))]));
    theirs.apply(Edit::Note {
        mark: "evidens".into(),
        text: "Ny viden".into(),
    });
    let both = merged(&mine, &theirs, framework(), |difference| difference.suggested);
    assert_eq!((both.unit.as_str(), both.challenge.as_str()), ("Ældre", "Budget"));
    assert_eq!(both.review, theirs.review);
    assert_eq!(both.note("evidens"), "Ny viden");
    assert_eq!(both.value("evidens"), DialValue::NEUTRAL, "a dial has no blank");
}

#[test]
fn both_notes_stand_under_each_other_and_both_lists_together() {
    let note = |text: &str, documents: &[&str]| {
        let mut profile = profile();
        profile.apply(Edit::Note {
            mark: "evidens".into(),
            text: text.into(),
        });
        profile.apply(Edit::Documents {
            mark: "evidens".into(),
            documents: documents.iter().map(|tag| (*tag).to_owned()).collect(),
        });
        profile
    };
    let (mine, theirs) = (note("Min\n", &["a", "b"]), note("Deres", &["c", "a"]));
    assert!(
        differences(&mine, &theirs, framework())
            .iter()
            .all(|difference| difference.joins)
    );
    let both = all(&mine, &theirs, Keep::Both);
    assert_eq!(both.note("evidens"), "Min\n\nDeres");
    assert_eq!(both.dials["evidens"].documents, ["a", "b", "c"]);
    // two notes that do not fit in one
    let (long, longer) = ("x".repeat(MOST_TEXT / 2), "y".repeat(MOST_TEXT / 2));
    let (mine, theirs) = (note(&long, &[]), note(&longer, &[]));
    assert!(!differences(&mine, &theirs, framework())[0].joins);
    assert_eq!(all(&mine, &theirs, Keep::Both).note("evidens"), long);
}

#[test]
fn a_bearing_that_was_changed_in_one_of_them_is_there_twice() {
    let mut mine = profile();
    mine.bearings = vec![bearing("b1", 1, "Efterår"), bearing("b2", 9, "Sidste")].into();
    let mut theirs = profile();
    theirs.bearings = vec![
        bearing("b1", 1, "Efteråret"),
        bearing("b2", 5, "Midt"),
        bearing("b7", 9, "Sidste"),
    ]
    .into();
    assert_eq!(
        incoming(&mine, &theirs),
        Incoming {
            bearings: vec![0, 1],
            doubled: 2,
            ..Incoming::default()
        }
    );
    let both = all(&mine, &theirs, Keep::Mine);
    let list: Vec<_> = both
        .bearings
        .iter()
        .map(|bearing| (bearing.id.as_str(), bearing.label.as_str()))
        .collect();
    assert_eq!(
        list,
        [
            ("b1", "Efterår"),
            ("b8", "Efteråret"),
            ("b9", "Midt"),
            ("b2", "Sidste")
        ],
        "oldest first, each with an id of its own"
    );
}

#[test]
fn a_decision_that_a_bearing_took_over_in_one_of_them_is_not_open_in_the_other() {
    let mut mine = profile();
    mine.decisions = vec![decision(1, "Ansæt to"), decision(2, "Vent")];
    let mut theirs = profile();
    let mut taken = bearing("b1", 5, "");
    taken.decisions = vec![decision(1, "Ansæt to")];
    theirs.bearings = vec![taken].into();
    theirs.decisions = vec![decision(6, "Spørg borgerne")];
    for both in [all(&mine, &theirs, Keep::Mine), all(&theirs, &mine, Keep::Mine)] {
        let texts: Vec<_> = both.decisions.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(texts, ["Vent", "Spørg borgerne"]);
        assert_eq!(both.bearings.len(), 1);
    }
}

#[test]
fn a_decision_that_was_written_differently_is_chosen_or_kept_twice() {
    let mut mine = profile();
    mine.decisions = vec![decision(1, "Ansæt to"), decision(2, "Vent")];
    let mut theirs = profile();
    theirs.decisions = vec![decision(1, "Ansæt tre"), decision(2, "Vent")];
    assert_eq!(about(&mine, &theirs), [About::Decision { mine: 0, theirs: 0 }]);
    let texts = |keep| {
        let both = all(&mine, &theirs, keep);
        both.decisions.into_iter().map(|one| one.text).collect::<Vec<_>>()
    };
    assert_eq!(texts(Keep::Mine), ["Ansæt to", "Vent"]);
    assert_eq!(texts(Keep::Theirs), ["Ansæt tre", "Vent"]);
    assert_eq!(texts(Keep::Both), ["Ansæt to", "Ansæt tre", "Vent"]);
}

#[test]
fn only_what_shares_a_bearing_is_a_version_of_the_same_profile() {
    let mut mine = profile();
    mine.bearings = vec![bearing("b1", 1, "Efterår")].into();
    let mut theirs = mine.clone();
    theirs.unit = "Ældre".into();
    theirs.bearings = vec![bearing("b1", 1, "Andet navn"), bearing("b2", 4, "")].into();
    assert!(is_kin(&mine, &theirs) && is_kin(&theirs, &mine));
    theirs.name = "Bo".into();
    assert!(!is_kin(&mine, &theirs), "begun as a copy, and someone else's");
    theirs.name = mine.name.clone();
    theirs.bearings = vec![bearing("b1", 2, "Efterår")].into();
    assert!(!is_kin(&mine, &theirs), "taken at another moment");
    assert!(
        !is_kin(&profile(), &profile()),
        "everyone's is called that at first"
    );
}

// ---- any two profiles -------------------------------------------------------------------------------------------

/// Few words and few places, so that two profiles clash often.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![Just(""), Just("a"), Just("æ"), Just("to ord")].prop_map(str::to_owned)
}

fn unknown() -> impl Strategy<Value = Extra> {
    let key = prop_oneof![Just("ny"), Just("nyere"), Just("nyest")];
    let value = prop_oneof![Just(json!(1)), Just(json!([null, "x"])), Just(json!({"a": 2}))];
    collection::btree_map(key, value, 0..3).prop_map(|fields| {
        fields
            .into_iter()
            .map(|(key, value)| (key.into(), value))
            .collect()
    })
}

fn mark() -> impl Strategy<Value = String> {
    prop_oneof![Just("evidens"), Just("samskabelse"), Just("fra-et-andet")].prop_map(str::to_owned)
}

fn steps() -> impl Strategy<Value = DialValue> {
    (-5i64..=5).prop_map(value)
}

fn tags() -> impl Strategy<Value = Vec<String>> {
    collection::btree_set(word(), 0..3).prop_map(|tags| tags.into_iter().collect())
}

fn dial() -> impl Strategy<Value = Dial> {
    (steps(), word(), tags(), tags(), unknown()).prop_map(|(value, note, enriches, documents, extra)| Dial {
        value,
        note,
        enriches,
        documents,
        extra,
    })
}

fn any_decision() -> impl Strategy<Value = Decision> {
    (
        0u8..3,
        word(),
        collection::btree_map(mark(), word(), 0..2),
        unknown(),
    )
        .prop_map(|(second, text, answers, extra)| Decision {
            answers,
            extra,
            ..decision(second, &text)
        })
}

fn any_bearing() -> impl Strategy<Value = Bearing> {
    let dial = (steps(), word(), word(), unknown()).prop_map(|(value, note, effect, extra)| BearingDial {
        value,
        note,
        effect,
        learning: String::new(),
        extra,
    });
    (
        0u8..3,
        word(),
        collection::btree_map(mark(), dial, 0..2),
        collection::vec(any_decision(), 0..2),
        unknown(),
    )
        .prop_map(|(second, label, dials, decisions, extra)| Bearing {
            dials: dials.into_iter().collect(),
            decisions,
            extra,
            ..bearing("", second, &label)
        })
}

prop_compose! {
    fn any_profile()(
        (name, unit, challenge, note) in (word(), word(), word(), word()),
        level in 1u8..=3,
        review in option::of(Just(Date::constant(2027, 2, 1))),
        dials in collection::btree_map(mark(), dial(), 0..3),
        bearings in collection::vec((prop_oneof![Just("b1"), Just("b2"), Just("min")], any_bearing()), 0..4),
        decisions in collection::vec(any_decision(), 0..3),
        replies in collection::btree_map(
            mark(),
            (word(), any::<bool>(), unknown()).prop_map(|(text, put_away, extra)| Reply { text, put_away, extra }),
            0..3,
        ),
        read in collection::btree_set((1_u8..3, mark()), 0..3),
        extra in unknown(),
    ) -> Profile {
        let mut bearings: Vec<Bearing> = bearings
            .into_iter()
            .map(|(id, bearing)| Bearing { id: id.to_owned(), ..bearing })
            .collect();
        bearings.sort_by_key(|bearing| bearing.at.timestamp());
        // the same decision twice in one second is written by nobody
        let mut decisions: Vec<Decision> = decisions;
        decisions.sort_by_key(|decision| format!("{} {:?}", decision.text, decision.answers));
        decisions.dedup_by_key(|decision| (decision.text.clone(), decision.answers.clone()));
        let mut ids = BTreeSet::new();
        bearings.retain(|bearing| ids.insert(bearing.id.clone()));
        Profile {
            name, unit, challenge, note, level, review, dials, decisions, replies, read, extra,
            later_version: None,
            owner: None,
            framework: "kalundborg-lsg".into(),
            bearings: bearings.into(),
        }
    }
}

fn any_keep() -> impl Strategy<Value = Keep> {
    prop_oneof![Just(Keep::Mine), Just(Keep::Theirs), Just(Keep::Both)]
}

/// Every unknown field of a profile outside its bearings and decisions, and where it stands.
fn unknown_fields(profile: &Profile) -> BTreeSet<String> {
    let fields = |place: String, extra: &Extra| {
        extra
            .keys()
            .map(move |key| format!("{place}/{key}"))
            .collect::<Vec<_>>()
    };
    let dials = profile
        .dials
        .iter()
        .map(|(id, dial)| (format!("dial {id}"), &dial.extra));
    let replies = profile
        .replies
        .iter()
        .map(|(id, reply)| (format!("reply {id}"), &reply.extra));
    dials
        .chain(replies)
        .chain([("profile".to_owned(), &profile.extra)])
        .flat_map(|(place, extra)| fields(place, extra))
        .collect()
}

/// True where `bearings` hold all that this one holds, also what is unknown.
fn has_bearing(bearings: &Bearings, wanted: &Bearing) -> bool {
    let more = |whole: &Extra, part: &Extra| part.keys().all(|key| whole.contains_key(key));
    bearings.iter().any(|bearing| {
        same_bearing(bearing, wanted)
            && more(&bearing.extra, &wanted.extra)
            && wanted.dials.iter().all(|(mark, dial)| {
                dial.extra.is_empty()
                    || bearing
                        .dials
                        .get(mark)
                        .is_some_and(|own| more(&own.extra, &dial.extra))
            })
            && wanted
                .decisions
                .iter()
                .zip(&bearing.decisions)
                .all(|(wanted, own)| more(&own.extra, &wanted.extra))
    })
}

/// True where the decision is still open in `profile`, or held in one of its bearings.
fn has_decision(profile: &Profile, wanted: &Decision) -> bool {
    let held = profile.bearings.iter().flat_map(|bearing| &bearing.decisions);
    let mut all = profile.decisions.iter().chain(held);
    all.any(|decision| bare_decision(decision) == bare_decision(wanted))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn equal_profiles_have_no_differences_and_merge_to_themselves(profile in any_profile(), keep in any_keep()) {
        prop_assert_eq!(differences(&profile, &profile, framework()), vec![]);
        prop_assert!(incoming(&profile, &profile).is_empty());
        prop_assert_eq!(all(&profile, &profile, keep), profile);
    }

    #[test]
    fn with_all_of_mine_nothing_of_mine_is_lost(mine in any_profile(), theirs in any_profile()) {
        let both = all(&mine, &theirs, Keep::Mine);
        prop_assert_eq!(
            (&both.name, &both.unit, &both.challenge, &both.note, both.level, both.review),
            (&mine.name, &mine.unit, &mine.challenge, &mine.note, mine.level, mine.review)
        );
        for (mark, dial) in &mine.dials {
            let kept = both.dials.get(mark).cloned().unwrap_or_default();
            prop_assert_eq!(
                (kept.value, &kept.note, &kept.enriches, &kept.documents),
                (dial.value, &dial.note, &dial.enriches, &dial.documents)
            );
        }
        for (question, reply) in &mine.replies {
            prop_assert_eq!(bare_reply(&both.replies[question]), bare_reply(reply));
        }
        for decision in &mine.decisions {
            prop_assert!(has_decision(&both, decision));
        }
        for (key, value) in &mine.extra {
            prop_assert_eq!(&both.extra[key], value);
        }
        prop_assert!(both.read.is_superset(&mine.read));
    }

    #[test]
    fn with_all_of_theirs_everything_stands_as_in_theirs(mine in any_profile(), theirs in any_profile()) {
        let both = all(&mine, &theirs, Keep::Theirs);
        prop_assert_eq!(
            (&both.name, &both.unit, &both.challenge, &both.note, both.level, both.review),
            (&theirs.name, &theirs.unit, &theirs.challenge, &theirs.note, theirs.level, theirs.review)
        );
        let marks: BTreeSet<&String> = mine.dials.keys().chain(theirs.dials.keys()).collect();
        let set = |list: &Vec<String>| list.iter().cloned().collect::<BTreeSet<_>>();
        for mark in marks {
            let kept = both.dials.get(mark).cloned().unwrap_or_default();
            let wanted = theirs.dials.get(mark).cloned().unwrap_or_default();
            prop_assert_eq!((kept.value, &kept.note), (wanted.value, &wanted.note));
            prop_assert_eq!(set(&kept.enriches), set(&wanted.enriches));
            prop_assert_eq!(set(&kept.documents), set(&wanted.documents));
        }
        for (question, reply) in &theirs.replies {
            prop_assert_eq!(bare_reply(&both.replies[question]), bare_reply(reply));
        }
        for decision in &theirs.decisions {
            prop_assert!(has_decision(&both, decision));
        }
    }

    #[test]
    fn no_bearing_and_no_unknown_field_is_lost_whatever_is_chosen(
        mine in any_profile(),
        theirs in any_profile(),
        keep in any_keep(),
    ) {
        let both = all(&mine, &theirs, keep);
        for bearing in mine.bearings.iter().chain(theirs.bearings.iter()) {
            prop_assert!(has_bearing(&both.bearings, bearing), "{:?}", bearing);
        }
        let ids: BTreeSet<&String> = both.bearings.iter().map(|bearing| &bearing.id).collect();
        prop_assert_eq!(ids.len(), both.bearings.len(), "each has an id of its own");
        prop_assert!(both.bearings.iter().is_sorted_by_key(|bearing| bearing.at.timestamp()));
        let kept = unknown_fields(&both);
        prop_assert!(kept.is_superset(&unknown_fields(&mine)));
        prop_assert!(kept.is_superset(&unknown_fields(&theirs)));
    }

    #[test]
    fn merged_again_nothing_more_comes_in(mine in any_profile(), theirs in any_profile()) {
        let both = all(&mine, &theirs, Keep::Theirs);
        prop_assert_eq!(differences(&both, &theirs, framework()), vec![]);
        prop_assert!(incoming(&both, &theirs).is_empty());
        prop_assert_eq!(all(&both, &theirs, Keep::Theirs), both.clone());
        let mine_again = all(&all(&mine, &theirs, Keep::Mine), &theirs, Keep::Mine);
        prop_assert_eq!(mine_again, all(&mine, &theirs, Keep::Mine));
    }

    #[test]
    fn the_other_way_round_everything_is_mirrored(mine in any_profile(), theirs in any_profile()) {
        let found = |one: &Profile, other: &Profile| {
            let found = differences(one, other, framework()).into_iter();
            found.map(|difference| (difference.about, difference.joins)).collect::<Vec<_>>()
        };
        let sorted = |mut found: Vec<(About, bool)>| {
            found.sort_by_key(|(about, _)| format!("{about:?}"));
            found
        };
        let mirrored = found(&mine, &theirs).into_iter().map(|(about, joins)| (about.mirrored(), joins));
        prop_assert_eq!(sorted(mirrored.collect()), sorted(found(&theirs, &mine)));
        let (one, other) = (all(&mine, &theirs, Keep::Mine), all(&theirs, &mine, Keep::Theirs));
        prop_assert_eq!(about(&one, &other), vec![]);
        prop_assert!(incoming(&one, &other).is_empty() && incoming(&other, &one).is_empty());
    }

    #[test]
    fn a_merge_is_one_step_that_can_be_taken_back(mine in any_profile(), theirs in any_profile()) {
        let both = all(&mine, &theirs, Keep::Theirs);
        let mut profile = mine.clone();
        let back = profile.apply(Edit::Whole(Box::new(both.clone())));
        prop_assert_eq!(&profile, &both);
        let again = profile.apply(back);
        prop_assert_eq!(&profile, &mine);
        profile.apply(again);
        prop_assert_eq!(&profile, &both);
    }
}
