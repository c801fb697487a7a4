//! When each rule of the mirror speaks, when it is silent, and what it says in Danish and in English.

use jiff::civil::{Date, date};
use pejl::{
    core::{
        dial::DialValue,
        framework::Framework,
        mirror::{self, Answer, Question, next_question, open_questions, questions, reply},
        profile::{Bearing, BearingDial, Edit, Profile, Reply},
    },
    text::Lang,
};

const TODAY: Date = date(2026, 11, 23);

const LOCAL: &str = "Vi forventer at alle ledere i Kalundborg Kommune fremover har blik for og arbejder med alle fire \
                     felter i grundlaget; men der skal selvfølgelig ske en lokal tilpasning afhængig af de aktuelle \
                     udfordringer.";
const TURN: &str =
    "De er alle lige vigtige, men du kan skrue op og ned for din brug af dem alt efter dit aktuelle behov.";
const DRIFT: &str = "Dette ledelsesmæssige fokus er nyt, udfordrende og kræver en særlig indsats, en indsats der dog \
                     ikke må gå ud over driften.";

/// A profile at level 2 with the dials of a line such as `evidens -2, relationer 3`.
fn set(dials: &str) -> Profile {
    let mut profile = Profile::new("Min profil", "kalundborg-lsg", 2);
    profile.apply(Edit::Dials(parse(dials)));
    profile
}

fn parse(dials: &str) -> Vec<(String, DialValue)> {
    let parts = dials.split(", ").filter(|part| !part.is_empty());
    let dial = |part: &str| {
        let (mark, value) = part.split_once(' ').unwrap();
        assert!(Framework::built_in().mark_by_id(mark).is_some(), "{mark}");
        (mark.to_owned(), DialValue::new(value.parse().unwrap()).unwrap())
    };
    parts.map(dial).collect()
}

/// All twelve dials at one value.
fn all(value: i64) -> Profile {
    let marks: Vec<_> = Framework::built_in()
        .marks()
        .map(|(_, _, mark)| format!("{} {value}", mark.id))
        .collect();
    set(&marks.join(", "))
}

trait Building {
    fn bearing(self, day: i8, dials: &str) -> Self;
    fn and(self, change: impl FnOnce(&mut Profile)) -> Self;
    fn set(self, dials: &str) -> Self;
}

impl Building for Profile {
    /// A bearing of that day in November 2026, with the next id.
    fn bearing(mut self, day: i8, dials: &str) -> Self {
        let dial = |(mark, value)| {
            (
                mark,
                BearingDial {
                    value,
                    ..BearingDial::default()
                },
            )
        };
        let id = self.next_bearing_id();
        self.bearings.push(Bearing {
            id,
            at: format!("2026-11-{day:02}T08:15:00+01:00").parse().unwrap(),
            label: String::new(),
            note: String::new(),
            dials: parse(dials).into_iter().map(dial).collect(),
            decisions: Vec::new(),
            extra: Default::default(),
        });
        self
    }

    fn and(mut self, change: impl FnOnce(&mut Profile)) -> Self {
        change(&mut self);
        self
    }

    fn set(self, dials: &str) -> Self {
        self.and(|profile| drop(profile.apply(Edit::Dials(parse(dials)))))
    }
}

fn ids(profile: &Profile) -> Vec<String> {
    let questions = questions(&Framework::built_in(), profile, TODAY);
    questions.into_iter().map(|question| question.id).collect()
}

/// The profile with a bearing of untouched dials, unless it has bearings.
fn settled(profile: Profile) -> Profile {
    match profile.bearings.is_empty() {
        true => profile.bearing(1, ""),
        false => profile,
    }
}

/// That the profile raises this question, resting on this sentence, in these words.
#[track_caller]
fn speaks(profile: Profile, id: &str, quote: &str, danish: &str, english: &str) -> Question {
    let framework = Framework::built_in();
    // from the first bearing on all are asked; these two always
    let always = ["drift-guard", "background"]
        .iter()
        .any(|kind| id.starts_with(kind));
    let profile = if always { profile } else { settled(profile) };
    let raised = questions(&framework, &profile, TODAY);
    let question = raised.into_iter().find(|question| question.id == id);
    let question = question.unwrap_or_else(|| panic!("{id} is not among {:?}", ids(&profile)));
    assert_eq!(
        question.quote.as_ref().map(|quote| quote.text.as_str()),
        Some(quote)
    );
    assert_eq!(Lang::Da.text().ask(&question, &framework), danish);
    assert_eq!(Lang::En.text().ask(&question, &framework), english);
    question
}

/// That the profile raises no question whose id begins like this, before its first bearing and from it on.
#[track_caller]
fn silent(profile: Profile, beginning: &str) {
    for profile in [profile.clone(), settled(profile)] {
        let raised = ids(&profile);
        assert!(!raised.iter().any(|id| id.starts_with(beginning)), "{raised:?}");
    }
}

#[test]
fn before_the_first_bearing_only_the_guard_and_a_field_in_the_background_ask() {
    let today = |profile: &mut Profile| profile.review = Some(TODAY);
    assert_eq!(ids(&all(5).and(today)), [""; 0]);
    assert_eq!(ids(&set("relationer -5, samskabelse 5")), [""; 0]);
    let low = "samskabelse 5, sikker-drift -5, oekonomistyring -5, evidens -5";
    assert_eq!(ids(&set(low).and(today)), ["drift-guard", "background:drift"]);
    let mark = Framework::built_in().mark_by_id("samskabelse").unwrap();
    let about = |profile| mirror::question_about(&Framework::built_in(), &profile, mark);
    assert_eq!(about(set("samskabelse 5")), None);
    assert!(about(settled(set("samskabelse 5"))).is_some());
    assert!(ids(&settled(all(5).and(today))).len() > 3);
}

#[test]
fn a_neutral_profile_raises_no_question() {
    assert_eq!(ids(&set("")), [""; 0]);
}

#[test]
fn the_drift_guard_speaks_when_the_new_is_up_and_operations_are_down() {
    let question = speaks(
        set("samskabelse 2, evidens -1"),
        "drift-guard",
        DRIFT,
        "Det nye er skruet op, og feltet Drift er skruet ned. Hvordan passer du på driften imens?",
        "The new is turned up, and the field Operations is turned down. How do you look after operations meanwhile?",
    );
    assert_eq!(question.answer, Answer::Words);
}

#[test]
fn the_drift_guard_speaks_when_it_happened_since_the_last_bearing() {
    speaks(
        set("samskabelse -1, evidens 3").bearing(2, "samskabelse -3, evidens 4"),
        "drift-guard:b1",
        DRIFT,
        "Siden din pejling 2. november 2026 er det nye skruet op og feltet Drift skruet ned. \
         Hvordan passer du på driften imens?",
        "Since your bearing of 2 November 2026 the new is turned up and the field Operations turned down. \
         How do you look after operations meanwhile?",
    );
}

#[test]
fn the_drift_guard_still_speaks_after_the_bearing_that_kept_the_picture() {
    let dials = "samskabelse 2, evidens -1";
    assert!(ids(&set(dials).bearing(2, dials)).contains(&"drift-guard".into()));
}

#[test]
fn the_drift_guard_is_silent_when_either_side_stands_or_the_field_evens_out() {
    silent(set("samskabelse 5"), "drift-guard");
    silent(set("evidens -5"), "drift-guard");
    silent(set("samskabelse 3, tilpasning -3, evidens -1"), "drift-guard");
    silent(set("samskabelse 3, evidens -2, sikker-drift 2"), "drift-guard");
    silent(set("arbejdsmiljoe 5, evidens -2"), "drift-guard");
    silent(set("samskabelse 2").bearing(2, "samskabelse 1"), "drift-guard");
}

#[test]
fn a_field_in_the_background_is_asked_about() {
    speaks(
        set("ressourceopbygning -5, tilpasning -5, faellesskaber -5"),
        "background:styrker",
        LOCAL,
        "Hele feltet Styrker ligger i baggrunden. Hvad holder du alligevel øje med der lige nu?",
        "The whole field Strengthen lies in the background. What do you still keep an eye on there right now?",
    );
    assert_eq!(
        ids(&all(-5))
            .iter()
            .filter(|id| id.starts_with("background:"))
            .collect::<Vec<_>>(),
        [
            "background:optimerer",
            "background:samskaber",
            "background:drift",
            "background:styrker"
        ]
    );
}

#[test]
fn a_field_with_one_dial_off_the_bottom_is_not_in_the_background() {
    silent(
        set("ressourceopbygning -5, tilpasning -5, faellesskaber -4"),
        "background",
    );
    silent(set("ressourceopbygning -5, tilpasning -5"), "background");
}

#[test]
fn a_mark_that_everyone_is_expected_to_work_with_is_asked_about_at_the_bottom() {
    let quote =
        "Derfor forventer vi, at alle arbejder med rettidig samskabelse og nysgerrig relationsopbygning.";
    speaks(
        set("samskabelse -5"),
        "expected:samskabelse",
        quote,
        "Rettidig samskabelse ligger i baggrunden. Hvor møder du det i dit arbejde lige nu?",
        "Timely co-creation lies in the background. Where do you meet it in your work right now?",
    );
    assert_eq!(ids(&settled(set("relationer -5"))), ["expected:relationer"]);
}

#[test]
fn other_marks_and_other_values_are_a_matter_of_need() {
    silent(set("samskabelse -4, relationer -4"), "expected");
    silent(set("innovation -5, evidens -5"), "expected");
}

#[test]
fn a_whole_field_in_the_background_is_one_question_and_not_three() {
    silent(set("samskabelse -5, innovation -5, relationer -5"), "expected");
}

#[test]
fn the_review_date_is_asked_about_on_the_day_and_after() {
    let review = |on: Date| set("").and(|profile| profile.review = Some(on));
    let question = speaks(
        review(TODAY),
        "review:2026-11-23",
        LOCAL,
        "Du ville se på din profil igen 23. november 2026. Passer den til det, du står i nu?",
        "You wanted to look at your profile again on 23 November 2026. Does it fit what you face now?",
    );
    assert_eq!(question.answer, Answer::NewReviewDate);
    assert_eq!(ids(&settled(review(date(2025, 1, 1)))), ["review:2025-01-01"]);
}

#[test]
fn a_review_date_to_come_is_not_asked_about() {
    silent(
        set("").and(|profile| profile.review = Some(date(2026, 11, 24))),
        "review",
    );
}

#[test]
fn everything_turned_up_is_asked_about() {
    let danish = "Alle pejlemærker er skruet op. Hvad har du mest brug for lige nu?";
    let english = "All guideposts are turned up. What do you need most right now?";
    speaks(all(1), "everything-up", TURN, danish, english);
    speaks(all(3).set("evidens 5"), "everything-up", TURN, danish, english);
}

#[test]
fn everything_is_not_up_while_something_stands_out_or_nothing_is_raised() {
    silent(all(3).set("evidens 2"), "everything-up");
    silent(all(1).set("evidens 2"), "everything-up");
    silent(all(0), "everything-up");
    silent(all(-2), "everything-up");
}

#[test]
fn three_bearings_and_now_without_a_move_are_asked_about() {
    let dials = "evidens 2";
    speaks(
        set(dials)
            .bearing(1, "evidens 1")
            .bearing(2, dials)
            .bearing(3, dials)
            .bearing(4, dials),
        "still:b2",
        TURN,
        "Dine drejeknapper har stået ens i 3 pejlinger. Er dit behov det samme?",
        "Your dials have stood the same through 3 bearings. Is your need the same?",
    );
}

#[test]
fn the_question_stays_the_same_one_for_as_long_as_nothing_moves() {
    let still = set("")
        .bearing(1, "")
        .bearing(2, "")
        .bearing(3, "")
        .bearing(4, "");
    assert_eq!(ids(&still), ["still:b1"]);
}

#[test]
fn a_move_in_the_last_three_bearings_or_since_is_a_move() {
    silent(
        set("evidens 2").bearing(2, "evidens 2").bearing(3, "evidens 2"),
        "still",
    );
    silent(
        set("evidens 2")
            .bearing(1, "")
            .bearing(2, "evidens 2")
            .bearing(3, "evidens 2"),
        "still",
    );
    silent(
        set("evidens 1").bearing(1, "").bearing(2, "").bearing(3, ""),
        "still",
    );
}

#[test]
fn a_raised_new_mark_is_asked_which_operations_mark_it_enriches() {
    let quote = "Vi skal med andre ord berige vores drift ved at udvikle og nuancere netop denne indsats, en indsats \
                 der er afgørende for, at vi når vores vision.";
    let question = speaks(
        set("samskabelse 3"),
        "enriches:samskabelse",
        quote,
        "Du har skruet op for Rettidig samskabelse. Hvilket pejlemærke i feltet Drift er det med til at berige?",
        "You have turned up Timely co-creation. Which guidepost in the field Operations does it help to enrich?",
    );
    assert_eq!(question.answer, Answer::Links);
    let link = |to: &str| {
        let link = Edit::Enriches {
            mark: "samskabelse".into(),
            marks: vec![to.into()],
        };
        set("samskabelse 3").and(|profile| drop(profile.apply(link)))
    };
    let asked = |profile| ids(&settled(profile)).contains(&"enriches:samskabelse".into());
    assert!(
        asked(link("innovation")),
        "a link to a mark outside operations is none"
    );
    assert!(asked(link("forsvundet")), "a link to a mark that is gone is none");
}

#[test]
fn a_linked_mark_a_known_mark_and_a_mark_a_little_up_enrich_unasked() {
    let link = Edit::Enriches {
        mark: "samskabelse".into(),
        marks: vec!["evidens".into()],
    };
    silent(
        set("samskabelse 3").and(|profile| drop(profile.apply(link))),
        "enriches",
    );
    silent(set("arbejdsmiljoe 5, evidens 5"), "enriches");
    silent(set("samskabelse 2"), "enriches");
}

#[test]
fn raised_marks_are_asked_about_until_their_text_at_the_own_level_was_open() {
    let quote =
        "Vi forventer, at du som leder bruger grundlaget som pejlemærke for din egen ledelse og styring.";
    let question = speaks(
        set("samskabelse 1, evidens 2").and(|profile| profile.level = 1),
        "unread:1",
        quote,
        "Du har skruet op for Rettidig samskabelse og Evidensbaseret opgaveløsning. \
         Hvad beder niveau 1 dig om her?",
        "You have turned up Timely co-creation and Evidence-based work. \
         What does level 1 ask of you here?",
    );
    assert_eq!(question.answer, Answer::Reading);
    assert_eq!(question.marks.len(), 2);
    speaks(
        all(1),
        "unread:2",
        quote,
        "Du har skruet op for Motiverende arbejdsmiljø med høj faglighed, Målsætning og opfølgning med fokus på \
         læring og effekt, Helhedsorienterede mål i forpligtende samarbejde og 9 til. \
         Hvad beder niveau 2 dig om her?",
        "You have turned up Motivating working environment with high professional standards, Goal setting and \
         follow-up with a focus on learning and impact, Whole-organisation goals in committed collaboration and 9 more. \
         What does level 2 ask of you here?",
    );
}

#[test]
fn read_marks_and_marks_not_raised_are_not_asked_about() {
    let read = |profile: &mut Profile| _ = profile.read.insert((2, "samskabelse".into()));
    silent(set("samskabelse 5").and(read), "unread");
    silent(set("samskabelse -2"), "unread");
}

#[test]
fn what_was_read_at_one_level_is_asked_about_at_another_and_not_again_at_the_first() {
    let read = |profile: &mut Profile| _ = profile.read.insert((2, "samskabelse".into()));
    let mut profile = settled(set("samskabelse 1")).and(read);
    assert!(!ids(&profile).contains(&"unread:2".to_owned()));
    let back = profile.apply(Edit::Level(1));
    assert!(ids(&profile).contains(&"unread:1".to_owned()));
    profile.apply(back);
    assert!(!ids(&profile).contains(&"unread:2".to_owned()));
    // putting it away at one level says nothing of the other
    let mut profile = settled(set("samskabelse 1"));
    profile.apply(mirror::put_away(&profile, "unread:2"));
    profile.apply(Edit::Level(1));
    assert!(ids(&profile).contains(&"unread:1".to_owned()));
}

#[test]
fn every_question_is_known_by_its_id_alone_also_when_it_is_not_raised_any_more() {
    let framework = Framework::built_in();
    let text = Lang::Da.text();
    let still = set("evidens 2")
        .bearing(1, "evidens 2")
        .bearing(2, "evidens 2")
        .bearing(3, "evidens 2");
    let since = set("samskabelse 2, evidens -1").bearing(1, "");
    let mut seen = 0;
    for mut profile in [troubled(), settled(all(5)), still, since] {
        for question in questions(&framework, &profile, TODAY) {
            let asked = mirror::asked(&framework, &profile, &question.id).expect("a question");
            if question.id.starts_with("unread:") {
                assert_eq!(text.ask(&asked, &framework), "Hvad beder niveau 2 dig om her?");
            } else {
                assert_eq!(text.ask(&asked, &framework), text.ask(&question, &framework));
            }
            seen += 1;
        }
        // nothing is raised any more
        let dials = framework
            .marks()
            .map(|(.., mark)| (mark.id.clone(), DialValue::NEUTRAL))
            .collect();
        let raised = questions(&framework, &profile, TODAY);
        profile.apply(Edit::Dials(dials));
        for question in raised {
            assert!(
                mirror::asked(&framework, &profile, &question.id).is_some(),
                "{}",
                question.id
            );
        }
    }
    assert!(seen > 10, "{seen}");
    for unknown in [
        "enriches:x",
        "background:x",
        "still:b9",
        "review:x",
        "unread:9",
        "unread:0",
        "x",
        "",
    ] {
        assert_eq!(mirror::asked(&framework, &troubled(), unknown), None, "{unknown}");
    }
}

#[test]
fn a_reply_to_a_narrower_question_is_taken_back_with_the_wider() {
    let mut profile = set("samskabelse 2, evidens -1");
    let reply = Reply {
        text: "Ja".into(),
        ..Reply::default()
    };
    profile.apply(Edit::Reply {
        question: "drift-guard:b3".into(),
        reply: Some(reply),
    });
    profile.apply(mirror::put_away(&profile, "drift-guard"));
    assert!(profile.replies.is_empty());
    profile.apply(mirror::put_away(&profile, "drift-guard"));
    assert!(profile.replies["drift-guard"].put_away);
}

#[test]
fn a_bearing_with_turned_dials_and_no_challenge_is_asked_for_one() {
    let question = speaks(
        set("").bearing(1, "evidens -1"),
        "challenge",
        LOCAL,
        "Du har taget en pejling. Hvilken udfordring har du haft i tankerne?",
        "You have taken a bearing. Which challenge did you have in mind?",
    );
    assert_eq!(question.answer, Answer::Challenge);
}

#[test]
fn the_challenge_is_not_asked_for_where_it_is_named_or_nothing_was_turned() {
    let named = |profile: &mut Profile| profile.challenge = "Nyt botilbud".into();
    silent(set("").bearing(1, "evidens -1").and(named), "challenge");
    silent(set("").bearing(1, ""), "challenge");
    silent(set("evidens 3"), "challenge");
}

/// A profile that raises a question of nearly every kind.
fn troubled() -> Profile {
    let dials = "samskabelse -5, innovation 5, relationer 4, sikker-drift -5, oekonomistyring -5, evidens -5";
    let profile = set(dials).bearing(1, dials).bearing(2, dials).bearing(3, dials);
    profile.and(|profile| profile.review = Some(TODAY))
}

const TROUBLES: [&str; 9] = [
    "drift-guard",
    "background:drift",
    "expected:samskabelse",
    "review:2026-11-23",
    "still:b1",
    "enriches:innovation",
    "enriches:relationer",
    "unread:2",
    "challenge",
];

fn reply_to(profile: &mut Profile, id: &str, text: &str, put_away: bool) {
    let reply = Reply {
        text: text.into(),
        put_away,
        ..Reply::default()
    };
    profile.apply(Edit::Reply {
        question: id.into(),
        reply: Some(reply),
    });
}

#[test]
fn the_questions_come_in_one_order() {
    assert_eq!(ids(&troubled()), TROUBLES);
}

#[test]
fn one_question_comes_at_a_time_and_the_next_when_it_is_answered_or_put_away() {
    let framework = Framework::built_in();
    let mut profile = troubled();
    for (at, id) in TROUBLES.iter().enumerate() {
        let next = next_question(&framework, &profile, TODAY).expect("a question");
        assert_eq!(next.id, *id);
        match at % 2 {
            0 => reply_to(&mut profile, id, "Vi har en plan", false),
            _ => reply_to(&mut profile, id, "", true),
        }
        assert_eq!(
            open_questions(&framework, &profile, TODAY).len(),
            TROUBLES.len() - at - 1
        );
    }
    assert_eq!(next_question(&framework, &profile, TODAY), None);
    assert_eq!(
        ids(&profile),
        TROUBLES,
        "answered questions can still be looked up"
    );
    assert_eq!(
        reply(&profile, "drift-guard").map(|reply| reply.text.as_str()),
        Some("Vi har en plan")
    );
}

#[test]
fn an_empty_reply_leaves_the_question_open() {
    let mut profile = troubled();
    reply_to(&mut profile, TROUBLES[0], "  ", false);
    let next = next_question(&Framework::built_in(), &profile, TODAY).expect("a question");
    assert_eq!(next.id, TROUBLES[0]);
}

#[test]
fn what_was_answered_about_a_move_is_not_asked_again_about_where_it_led() {
    let framework = Framework::built_in();
    let dials = "samskabelse 2, evidens -1";
    let open = |profile: &Profile| next_question(&framework, profile, TODAY).map(|question| question.id);
    let mut profile = set(dials)
        .bearing(1, "")
        .and(|profile| _ = profile.read.insert((2, "samskabelse".into())));
    assert_eq!(open(&profile).as_deref(), Some("drift-guard:b1"));
    reply_to(&mut profile, "drift-guard:b1", "Anna passer driften", false);
    assert_eq!(open(&profile), None);
    let mut profile = profile.bearing(2, dials);
    profile.challenge = "Nyt botilbud".into();
    assert_eq!(open(&profile), None);
    assert_eq!(
        open(&profile.set("evidens -2, samskabelse 3")).as_deref(),
        Some("drift-guard:b2"),
        "a new move is a new question"
    );
}

#[test]
fn a_framework_without_questions_asks_nothing() {
    let mut framework = Framework::built_in();
    framework.questions.clear();
    assert_eq!(questions(&framework, &troubled(), TODAY), []);
    assert_eq!(questions(&framework, &settled(all(5)), TODAY), []);
    assert_eq!(mirror::asked(&framework, &troubled(), "still:b1"), None);
}

/// The built-in framework with this one question.
fn with_question(when: &str) -> Framework {
    let mut framework = Framework::built_in();
    let question = format!(
        r#"{{"id": "own", "quote": "Fælles", "ask": {{"da": "Siden {{date}}. {{mark}}?"}}, "when": {when}}}"#
    );
    framework.questions = vec![serde_json::from_str(&question).unwrap()];
    framework
}

/// What the question that is raised `when` is about, with these dials.
fn raised_by(when: &str, dials: &str) -> Vec<String> {
    let asked = questions(&with_question(when), &settled(set(dials)), TODAY);
    asked.into_iter().map(|question| question.id).collect()
}

#[test]
fn a_framework_may_ask_about_marks_that_are_raised_or_lowered_or_fields_of_its_choice() {
    let raised = r#"{"raised": ["evidens", "innovation"], "at": 2}"#;
    assert_eq!(
        raised_by(raised, "evidens 2, innovation 5"),
        ["own:innovation", "own:evidens"]
    );
    assert_eq!(raised_by(raised, "evidens 1, relationer 5"), [""; 0]);
    let lowered = r#"{"lowered": ["evidens"], "at": -3}"#;
    assert_eq!(raised_by(lowered, "evidens -3"), ["own:evidens"]);
    assert_eq!(raised_by(lowered, "evidens -2, innovation -5"), [""; 0]);
    let field = r#"{"field-down": ["drift"]}"#;
    let down =
        "sikker-drift -5, oekonomistyring -5, evidens -5, samskabelse -5, innovation -5, relationer -5";
    assert_eq!(raised_by(field, down), ["own:drift"]);
    assert_eq!(
        raised_by(r#"{"mark-down": "any"}"#, "evidens -5, innovation -4"),
        ["own:evidens"]
    );
    let guard = r#"{"guard": {"up": ["drift"], "down": "styrker"}}"#;
    assert_eq!(raised_by(guard, "evidens 2, tilpasning -1"), ["own:b1"]);
    let enriches = r#"{"enriches": {"from": ["drift"], "to": "optimerer", "at": 1}}"#;
    assert_eq!(raised_by(enriches, "evidens 1, samskabelse 5"), ["own:evidens"]);
    assert_eq!(raised_by(r#"{"unmoved": 2}"#, ""), [""; 0]);
}

#[test]
fn a_question_in_one_language_is_asked_in_it_and_known_by_its_id() {
    let framework = with_question(r#"{"raised": ["evidens"], "at": 2}"#);
    let profile = settled(set("evidens 2"));
    let question = next_question(&framework, &profile, TODAY).expect("a question");
    let words = "Evidensbaseret opgaveløsning?";
    assert_eq!(Lang::Da.text().ask(&question, &framework), words);
    assert_eq!(Lang::En.text().ask(&question, &framework), "Evidence-based work?");
    let asked = mirror::asked(&framework, &set(""), "own:evidens").expect("a question");
    assert_eq!(Lang::Da.text().ask(&asked, &framework), words);
    assert_eq!(mirror::asked(&framework, &profile, "enriches:samskabelse"), None);
}

#[test]
fn a_level_that_the_framework_lacks_is_its_last_one() {
    let mut framework = Framework::built_in();
    framework.levels.truncate(1);
    let profile = settled(set("evidens 1")).and(|profile| profile.level = 3);
    let question = next_question(&framework, &profile, TODAY).expect("a question");
    assert_eq!(question.id, "unread:1");
    assert!(Lang::Da.text().ask(&question, &framework).contains("niveau 1"));
}

#[test]
fn every_question_can_be_quoted_from_the_foreword_and_beside_it_from_the_rendering() {
    let (framework, english) = (Framework::built_in(), Framework::built_in_english());
    let foreword = framework.foreword.join("\n");
    let mut asked = questions(&framework, &troubled(), TODAY);
    asked.extend(questions(&framework, &settled(all(5)), TODAY));
    for question in asked {
        let quote = question.quote.expect("a sentence");
        assert!(foreword.contains(&quote.text), "{}", quote.text);
        let rendering = quote.rendering(&english).expect("the sentence in English");
        assert!(
            english
                .foreword()
                .iter()
                .any(|paragraph| paragraph.contains(rendering))
        );
        assert_ne!(rendering, quote.text);
    }
    let drift = next_question(&framework, &set("samskabelse 2, evidens -1"), TODAY)
        .unwrap()
        .quote
        .unwrap();
    assert!(
        drift
            .rendering(&english)
            .unwrap()
            .ends_with("must not, however, be at the expense of operations.")
    );
}

#[test]
fn the_mirror_asks_calmly_in_both_languages() {
    let framework = Framework::built_in();
    let mut asked = questions(&framework, &troubled(), TODAY);
    asked.extend(questions(&framework, &settled(all(5)), TODAY));
    for lang in [Lang::Da, Lang::En] {
        for question in &asked {
            let words = lang.text().ask(question, &framework);
            assert!(
                words.contains('?') && !words.contains('!') && !words.contains("  "),
                "{words}"
            );
        }
    }
}
