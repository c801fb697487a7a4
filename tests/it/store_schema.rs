//! The file format: every version ever written can be read, a profile written and read is itself, what is unknown
//! survives, and no bytes make it panic.

use pejl::{
    core::{
        dial::DialValue,
        moment::Moment,
        profile::{Bearing, BearingDial, Decision, Dial, Edit, Extra, Profile, Reply},
    },
    format::{
        self,
        profile::{Limits, Unusable},
    },
};
use proptest::{
    collection::{btree_map, btree_set, vec},
    option,
    prelude::*,
};
use std::collections::BTreeMap;

const GOLDEN: &str = include_str!("../golden/profile-1.0.json");
const GOLDEN_1_1: &str = include_str!("../golden/profile-1.1.json");

fn read(text: &str) -> Profile {
    format::profile::read(text.as_bytes(), Limits::OWN).unwrap()
}

fn written(profile: &Profile) -> String {
    String::from_utf8(format::profile::write(profile)).unwrap()
}

fn value(steps: i64) -> DialValue {
    DialValue::new(steps).unwrap()
}

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

/// What `golden/profile-1.0.json` says.
fn golden() -> Profile {
    let mut profile = Profile::new("Min profil", "kalundborg-lsg", 2);
    profile.unit = "Ældre og Handicap".into();
    profile.challenge = "Færre hænder, flere borgere".into();
    profile.review = Some(jiff::civil::date(2027, 2, 23));
    profile.note = "Talt igennem med lederteamet.\nNæste gang i februar.".into();
    let dial = Dial {
        value: value(-2),
        ..Dial::default()
    };
    profile.dials.insert("evidens".into(), dial);
    let dial = Dial {
        value: value(4),
        note: "Nyt botilbud: pårørende skal med fra start".into(),
        enriches: vec!["sikker-drift".into(), "evidens".into()],
        documents: vec!["Fælles retning".into()],
        extra: Extra::new(),
    };
    profile.dials.insert("samskabelse".into(), dial);
    let dial = Dial {
        note: "Holder af sig selv lige nu".into(),
        ..Dial::default()
    };
    profile.dials.insert("sikker-drift".into(), dial);
    profile.bearings.push(Bearing {
        id: "b1".into(),
        at: moment("2026-08-20T09:00:00+02:00"),
        label: String::new(),
        note: String::new(),
        dials: Default::default(),
        decisions: Vec::new(),
        extra: Extra::new(),
    });
    let dial = BearingDial {
        value: value(1),
        note: "På vej".into(),
        effect: "To fælles møder".into(),
        learning: "Begynd hos borgeren".into(),
        extra: Extra::new(),
    };
    let answer = |mark: &str, answer: &str| (mark.to_owned(), answer.to_owned());
    let decision = Decision {
        at: moment("2026-10-01T12:30:00+02:00"),
        text: "Vi flytter vagtplanen ud i grupperne".into(),
        answers: [
            answer("faellesskaber", "Grupperne aftaler selv"),
            answer("samskabelse", "Pårørende spørges først"),
        ]
        .into(),
        extra: Extra::new(),
    };
    profile.bearings.push(Bearing {
        id: "b2".into(),
        at: moment("2026-11-23T08:15:00+01:00"),
        label: "Efterår".into(),
        note: "Efter budgettet".into(),
        dials: BTreeMap::from([("samskabelse".to_owned(), dial)]),
        decisions: vec![decision],
        extra: Extra::new(),
    });
    profile.decisions.push(Decision {
        at: moment("2026-11-24T10:00:00+01:00"),
        text: "Nyt mødeforum".into(),
        answers: Default::default(),
        extra: Extra::new(),
    });
    let reply = Reply {
        text: "Driften er bemandet ekstra til nytår".into(),
        ..Reply::default()
    };
    profile.replies.insert("drift".into(), reply);
    let reply = Reply {
        put_away: true,
        ..Reply::default()
    };
    profile.replies.insert("felt-styrker".into(), reply);
    profile.read = [(2, "evidens".to_owned()), (2, "samskabelse".to_owned())].into();
    profile
}

/// This file lies on leaders' disks: it is never changed. A later version gets a file and a test of its own.
#[test]
fn every_field_of_version_1_0_is_read_and_written_as_it_was() {
    assert_eq!(read(GOLDEN), golden());
    assert_eq!(written(&golden()), GOLDEN);
}

/// This one too.
#[test]
fn version_1_1_adds_the_owner_and_nothing_else() {
    let owner = "5f0c2d7e9b1a4c368e2f7d90a1b3c5d7";
    let with_owner = Profile {
        owner: Some(owner.to_owned()),
        ..golden()
    };
    assert_eq!(read(GOLDEN_1_1), with_owner);
    assert_eq!(written(&with_owner), GOLDEN_1_1);
    let added = format!("\"version\": \"1.1\",\n  \"owner\": \"{owner}\",");
    assert_eq!(GOLDEN.replace("\"version\": \"1.0\",", &added), GOLDEN_1_1);
}

#[test]
fn what_was_read_at_each_level_is_written_and_read() {
    let mut profile = golden();
    profile.read.insert((1, "evidens".into()));
    let text = written(&profile);
    assert!(text.contains("\"read_at\": [\n    \"1:evidens\"\n  ]"), "{text}");
    assert_eq!(read(&text), profile);
    profile.level = 1;
    assert_eq!(read(&written(&profile)), profile);
    // what a later version may have put there is kept
    let later = text.replace("1:evidens", "evidens/3");
    assert_eq!(written(&read(&later)), later);
}

#[test]
fn the_smallest_profile_is_written_as_the_contract_has_it() {
    let expected = r#"{
  "format": "pejl.profile",
  "version": "1.0",
  "name": "Min profil",
  "framework": "kalundborg-lsg",
  "level": 2,
  "unit": "",
  "challenge": "",
  "review": null,
  "dials": {},
  "bearings": []
}
"#;
    assert_eq!(
        written(&Profile::new("Min profil", "kalundborg-lsg", 2)),
        expected
    );
}

#[test]
fn unknown_fields_survive_at_every_level_in_their_order_with_every_digit() {
    let unknown =
        r#""zeta": 123456789012345678901234567890, "alfa": [1.50, -2E+10, {"b": null, "a": "é\u001b"}]"#;
    let text = GOLDEN
        .replace("\"value\": 4,", &format!("\"value\": 4, {unknown},"))
        .replace("\"value\": 1,", &format!("\"value\": 1, {unknown},"))
        .replace(
            "\"label\": \"Efterår\",",
            &format!("\"label\": \"Efterår\", {unknown},"),
        )
        .replace("\"text\":", &format!("{unknown}, \"text\":"))
        .replace("\"put_away\": true", &format!("\"put_away\": true, {unknown}"))
        .replace("\"level\": 2,", &format!("\"level\": 2, {unknown},"));
    // Profile, dial, bearing, bearing dial, two decisions, two replies.
    assert_eq!(text.matches("zeta").count(), 8);
    let mut profile = read(&text);
    profile.apply(Edit::Dials(vec![("evidens".into(), value(3))]));
    let out = written(&profile);
    assert_eq!(out.matches("\"zeta\": 123456789012345678901234567890").count(), 8);
    let without_blanks: String = out.split_whitespace().collect();
    // serde_json writes every exponent with a small letter
    let kept: String = unknown.replace('E', "e").split_whitespace().collect();
    assert_eq!(without_blanks.matches(&kept).count(), 8, "{out}");
    assert_eq!(written(&read(&out)), out, "they stay where they are from now on");
}

#[test]
fn a_later_major_version_is_told_apart_from_damage() {
    let text = GOLDEN.replace("\"1.0\"", "\"2.0\"");
    let Err(Unusable::Newer { version, profile }) = format::profile::read(text.as_bytes(), Limits::OWN)
    else {
        panic!("not newer");
    };
    assert_eq!(version, "2.0");
    assert_eq!(
        profile.map(|profile| *profile),
        Some(golden()),
        "it is shown as far as it is understood"
    );
}

#[test]
fn a_thousand_bearings_with_notes_fit_in_a_profile() {
    let mut profile = golden();
    let full = profile.bearings[1].dials.get("samskabelse").cloned().unwrap();
    let note = "Hvorfor netop dette pejlemærke skrues op: ".repeat(25);
    for n in 3..=1_002 {
        let mut bearing = profile.bearings[0].clone();
        bearing.id = format!("b{n}");
        let dial = BearingDial {
            note: note.clone(),
            ..full.clone()
        };
        bearing.dials = (1..=12)
            .map(|mark| (format!("mark-{mark}"), dial.clone()))
            .collect();
        profile.bearings.push(bearing);
    }
    let bytes = format::profile::write(&profile);
    println!("{} bytes", bytes.len());
    assert_eq!(format::profile::read(&bytes, Limits::OWN).as_ref(), Ok(&profile));
}

fn any_moment() -> impl Strategy<Value = Moment> {
    (0_i64..4_102_444_800, -14 * 60_i32..=14 * 60).prop_map(|(seconds, minutes)| {
        let offset = jiff::tz::Offset::from_seconds(minutes * 60).unwrap();
        Moment::new(jiff::Timestamp::from_second(seconds).unwrap(), offset)
    })
}

fn any_value() -> impl Strategy<Value = DialValue> {
    (-5_i64..=5).prop_map(value)
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[ -~æøå]{0,12}", any::<String>()]
}

/// Fields of a version to come, whose names are not those of this one.
fn extra() -> impl Strategy<Value = Extra> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        "[1-9][0-9]{0,30}(\\.[0-9]{1,20})?".prop_map(|digits| serde_json::from_str(&digits).unwrap()),
        text().prop_map(Into::into),
    ];
    let json = leaf.prop_recursive(4, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Into::into),
            btree_map(text(), inner, 0..4)
                .prop_map(|map| map.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    });
    prop_oneof![
        3 => Just(Extra::new()),
        1 => btree_map("x-[a-z]{1,4}", json, 0..4).prop_map(|map| map.into_iter().collect()),
    ]
}

fn decision() -> impl Strategy<Value = Decision> {
    let parts = (any_moment(), text(), btree_map(text(), text(), 0..3), extra());
    parts.prop_map(|(at, text, answers, extra)| Decision {
        at,
        text,
        answers,
        extra,
    })
}

fn bearing() -> impl Strategy<Value = Bearing> {
    let dial =
        (any_value(), text(), text(), text(), extra()).prop_map(|(value, note, effect, learning, extra)| {
            BearingDial {
                value,
                note,
                effect,
                learning,
                extra,
            }
        });
    let parts = (
        any_moment(),
        text(),
        text(),
        btree_map(text(), dial, 0..3),
        vec(decision(), 0..2),
        extra(),
    );
    parts.prop_map(|(at, label, note, dials, decisions, extra)| Bearing {
        id: String::new(),
        at,
        label,
        note,
        dials: dials.into_iter().collect(),
        decisions,
        extra,
    })
}

fn profile() -> impl Strategy<Value = Profile> {
    let dial = (any_value(), text(), vec(text(), 0..3), vec(text(), 0..2), extra()).prop_map(
        |(value, note, enriches, documents, extra)| Dial {
            value,
            note,
            enriches,
            documents,
            extra,
        },
    );
    let reply = (text(), any::<bool>(), extra()).prop_map(|(text, put_away, extra)| Reply {
        text,
        put_away,
        extra,
    });
    let review =
        option::of((1_i16..=9999, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| jiff::civil::date(y, m, d)));
    let who = (text(), text(), 1_u8..=3, text(), text(), review, text());
    let what = (
        btree_map(text(), dial, 0..4),
        vec(bearing(), 0..3),
        vec(decision(), 0..3),
        btree_map(text(), reply, 0..3),
        btree_set((1_u8..=3, text()), 0..4),
        (option::of("[0-9a-f]{32}"), extra()),
    );
    (who, what).prop_map(
        |((name, framework, level, unit, challenge, review, note), what)| {
            let (dials, mut bearings, decisions, replies, read, (owner, extra)) = what;
            for (at, bearing) in bearings.iter_mut().enumerate() {
                bearing.id = format!("b{at}");
            }
            Profile {
                later_version: None,
                owner,
                name,
                framework,
                level,
                unit,
                challenge,
                review,
                note,
                dials,
                bearings: bearings.into(),
                decisions,
                replies,
                read,
                extra,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_profile_written_and_read_is_itself(profile in profile()) {
        let bytes = format::profile::write(&profile);
        let read = format::profile::read(&bytes, Limits::OWN);
        prop_assert_eq!(read.as_ref(), Ok(&profile));
        prop_assert_eq!(format::profile::write(&read.unwrap()), bytes);
    }

    #[test]
    fn any_bytes_give_a_profile_or_problems(bytes in vec(any::<u8>(), 0..200)) {
        let _ = format::profile::read(&bytes, Limits::FOREIGN);
    }

    #[test]
    fn a_profile_with_any_bytes_changed_gives_a_profile_or_problems(
        changes in vec((0..GOLDEN.len(), prop_oneof![any::<u8>(), prop::sample::select(b"{}[]\",:0-9e\\u\0".to_vec())]), 1..4),
    ) {
        let mut bytes = GOLDEN.as_bytes().to_vec();
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        match format::profile::read(&bytes, Limits::FOREIGN) {
            Ok(profile) => prop_assert_eq!(format::profile::read(&format::profile::write(&profile), Limits::OWN), Ok(profile)),
            Err(Unusable::Damaged(problem)) => {
                prop_assert!(problem.position.line >= 1 && problem.position.column >= 1);
            }
            Err(Unusable::Newer { .. }) => {}
        }
    }

    #[test]
    fn any_json_gives_a_profile_or_problems(
        fields in btree_map(prop::sample::select(vec![
            "format", "version", "name", "framework", "level", "unit", "review", "dials", "bearings", "decisions",
            "replies", "read", "read_at", "later",
        ]), prop::sample::select(vec![
            "\"pejl.profile\"", "\"1.0\"", "\"3.0\"", "null", "1", "-7", "1e9", "[]", "{}", "[[]]", "{\"a\":{}}",
            "{\"a\":{\"value\":1}}", "[{\"id\":1,\"at\":2}]", "[{\"at\":\"x\",\"text\":null,\"dials\":[]}]", "\"\"",
        ]), 0..13),
    ) {
        let fields: Vec<String> = fields.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
        let _ = format::profile::read(format!("{{{}}}", fields.join(",")).as_bytes(), Limits::FOREIGN);
    }
}
