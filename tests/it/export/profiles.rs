//! The profiles that are exported.

use pejl::core::{
    dial::DialValue,
    profile::{Bearing, BearingDial, Bearings, Decision, Dial, Profile, Reply},
};

/// The bearings, for changing.
pub fn bearings(profile: &mut Profile) -> &mut Bearings {
    &mut profile.bearings
}

fn value(steps: i64) -> DialValue {
    DialValue::new(steps).unwrap()
}

/// A leader in the middle of her year.
pub fn sample() -> Profile {
    let mut profile = Profile::new("Anna Østergaard", "kalundborg-lsg", 2);
    profile.unit = "Ældre & Handicap, Øst".into();
    profile.challenge = "Et nyt botilbud åbner til foråret, og halvdelen af personalet er nyt".into();
    profile.review = Some("2027-02-23".parse().unwrap());
    profile.note = "Et halvt år med fokus på det nye.".into();
    for (mark, steps) in [
        ("arbejdsmiljoe", 1),
        ("maalsaetning", -2),
        ("samskabelse", 4),
        ("innovation", 2),
        ("relationer", 3),
        ("oekonomistyring", -1),
        ("evidens", -3),
        ("ressourceopbygning", 1),
        ("tilpasning", 5),
        ("faellesskaber", -5),
    ] {
        profile.dials.insert(
            mark.into(),
            Dial {
                value: value(steps),
                ..Dial::default()
            },
        );
    }
    let dial = profile.dials.get_mut("samskabelse").unwrap();
    dial.note = "Nyt botilbud: pårørende og naboer skal med fra begyndelsen.\nVi begynder med kaffe.".into();
    dial.enriches = vec!["sikker-drift".into()];
    dial.documents = vec!["Udviklingsstrategien".into()];
    profile.dials.get_mut("tilpasning").unwrap().note = "Halvdelen er nye. Skemaet skal kunne bøjes.".into();
    let then = |steps, effect: &str, learning: &str| BearingDial {
        value: value(steps),
        effect: effect.into(),
        learning: learning.into(),
        ..BearingDial::default()
    };
    *bearings(&mut profile) = vec![
        Bearing {
            id: "b1".into(),
            at: "2026-05-04T09:00:00+02:00".parse().unwrap(),
            label: String::new(),
            note: String::new(),
            dials: [
                ("samskabelse".into(), then(1, "", "")),
                ("evidens".into(), then(2, "", "")),
            ]
            .into_iter()
            .collect(),
            decisions: Vec::new(),
            extra: Default::default(),
        },
        Bearing {
            id: "b2".into(),
            at: "2026-09-14T15:30:00+02:00".parse().unwrap(),
            label: "Efterår".into(),
            note: String::new(),
            dials: [
                (
                    "samskabelse".into(),
                    then(3, "De unge kom selv med forslag.", "Spørg før vi planlægger."),
                ),
                ("evidens".into(), then(-1, "", "")),
                ("tilpasning".into(), then(2, "", "")),
                ("arbejdsmiljoe".into(), then(3, "", "")),
            ]
            .into_iter()
            .collect(),
            decisions: Vec::new(),
            extra: Default::default(),
        },
    ]
    .into();
    profile.decisions.push(Decision {
        at: "2026-11-02T10:00:00+01:00".parse().unwrap(),
        text: "Vi lukker onsdagsmødet og bruger tiden i huset.".into(),
        answers: [("samskabelse".into(), "Giver os tid til de pårørende.".into())].into(),
        extra: Default::default(),
    });
    let reply = Reply {
        text: "Souschefen har driften i haven.".into(),
        ..Reply::default()
    };
    profile.replies.insert("drift-guard".into(), reply);
    profile.read = [
        "samskabelse",
        "innovation",
        "relationer",
        "ressourceopbygning",
        "tilpasning",
        "arbejdsmiljoe",
    ]
    .map(|mark| (profile.level, mark.to_owned()))
    .into();
    profile
}

/// What a stranger may put in every text there is.
pub const HOSTILE: &str = "=1+1</style><script>alert(1)</script>]]>&amp;\"'\u{1b}[31m\u{7}\u{0}\u{202e}\u{2066}\u{200b}\
                           \u{fffe}\u{ffff}\u{e0041}|*_`#[x](http://x)<!--";

/// A profile with hostile text wherever text can be.
pub fn hostile() -> Profile {
    let mut profile = sample();
    let text = || HOSTILE.to_owned();
    profile.name = text();
    profile.unit = text();
    profile.challenge = text();
    profile.note = text();
    for dial in profile.dials.values_mut() {
        dial.note = text();
        dial.enriches = vec![text()];
        dial.documents = vec![text()];
    }
    for bearing in bearings(&mut profile).iter_mut() {
        bearing.label = text();
        bearing.note = text();
        for (_, dial) in bearing.dials.iter_mut() {
            (dial.note, dial.effect, dial.learning) = (text(), text(), text());
        }
    }
    for decision in &mut profile.decisions {
        decision.text = text();
        decision.answers.insert(text(), text());
    }
    profile.replies.values_mut().for_each(|reply| reply.text = text());
    profile
}
