use super::*;
use crate::core::{
    dial::DialValue,
    framework::MarkIndex,
    merge::{Keep, Merging, Source},
    profile::MOST_TEXT,
};

fn session() -> Session {
    let framework = Framework::built_in();
    let profile = neutral("Min profil", &framework);
    let now = "2026-11-24T12:00:00+01:00".parse().unwrap();
    Session::new(framework, profile, now)
}

fn mark(session: &Session, id: &str) -> MarkIndex {
    session.framework().mark_by_id(id).unwrap()
}

fn value(value: i64) -> DialValue {
    DialValue::new(value).unwrap()
}

#[track_caller]
fn step(deed: Deed) -> Step {
    match deed.unwrap() {
        Outcome::Changed(step) => step,
        other => panic!("{other:?}"),
    }
}

/// Every deed that changes the profile, in an order in which each does.
fn deeds() -> Vec<fn(&mut Session) -> Deed> {
    vec![
        |s| s.turn([mark(s, "evidens")], Turn::By(3)),
        |s| s.turn([mark(s, "evidens"), mark(s, "relationer")], Turn::To(value(2))),
        |s| s.write(&TextTarget::Mark(mark(s, "evidens")), "Fordi"),
        |s| s.write(&TextTarget::Profile, "Omlægning"),
        |s| s.toggle_link(mark(s, "samskabelse"), Links::Enriches, "evidens"),
        |s| s.toggle_link(mark(s, "samskabelse"), Links::Documents, "Strategi"),
        |s| s.set_level(0),
        |s| s.set_unit("Sundhed"),
        |s| s.set_challenge("Budget"),
        |s| s.set_review(Some(jiff::civil::date(2027, 2, 1))),
        |s| s.write(&TextTarget::NewDecision, "Vi venter"),
        |s| s.write(&TextTarget::Decision(0), "Vi venter ikke"),
        |s| s.write(&TextTarget::Answer(0, mark(s, "evidens")), "Ja"),
        |s| s.take_bearing("Efterår"),
        |s| s.rename_bearing("b1", "Sommer"),
        |s| s.write(&TextTarget::Bearing("b1".into()), "Roligt"),
        |s| s.write(&TextTarget::Effect("b1".into(), mark(s, "evidens")), "Mere"),
        |s| {
            s.write(
                &TextTarget::Learning("b1".into(), mark(s, "evidens")),
                "At spørge",
            )
        },
        |s| s.turn([mark(s, "evidens")], Turn::RESET),
        |s| s.restore("b1"),
        |s| s.delete_bearing("b1"),
        |s| s.write(&TextTarget::Reply("drift".into()), "Vi læser"),
        |s| s.put_away("drift"),
        |s| s.put_away("drift"),
        |s| {
            let theirs = Profile {
                unit: "Deres".into(),
                ..Profile::clone(s.profile())
            };
            let mut merging = Merging::new(theirs, Source::Open);
            for difference in s.differences(&merging) {
                merging.choose(difference.about, Keep::Theirs);
            }
            s.merge(&merging)
        },
    ]
}

#[test]
fn every_deed_is_one_step_with_a_name_that_undo_takes_back_and_redo_makes_again() {
    let mut session = session();
    let mut states = vec![session.profile().clone()];
    for (at, deed) in deeds().into_iter().enumerate() {
        let changes = session.changes();
        let step = step(deed(&mut session));
        assert_eq!(session.changes(), changes + 1, "deed {at}");
        assert!(
            !session.names(&step).is_empty() && !session.names_back(&step).is_empty(),
            "deed {at}"
        );
        states.push(session.profile().clone());
    }
    for state in states.iter().rev().skip(1) {
        step(session.undo());
        assert_eq!(session.profile(), state);
    }
    assert_eq!(session.undo(), Ok(Outcome::Unchanged));
    for state in &states[1..] {
        step(session.redo());
        assert_eq!(session.profile(), state);
    }
    assert_eq!(session.redo(), Ok(Outcome::Unchanged));
}

#[test]
fn what_can_be_undone_is_the_same_in_the_next_session() {
    let mut session = session();
    for deed in deeds() {
        step(deed(&mut session));
    }
    let (back, again) = session.undo_steps();
    let mut next = Session::new(
        session.framework().clone(),
        Profile::clone(session.profile()),
        session.now(),
    );
    next.remember(back, again);
    while session.undo().unwrap().is_change() {
        assert!(next.undo().unwrap().is_change());
        assert_eq!(next.profile(), session.profile());
    }
}

#[test]
fn nothing_is_changed_where_the_profile_can_only_be_read() {
    let mut session = session();
    for deed in deeds().into_iter().take(14) {
        step(deed(&mut session));
    }
    session.set_read_only(ReadOnly::Locked);
    let before = session.profile().clone();
    let refused = Fault::ReadOnly {
        why: ReadOnly::Locked,
    };
    let all: Vec<fn(&mut Session) -> Deed> = vec![
        |s| s.turn([mark(s, "evidens")], Turn::By(1)),
        |s| s.write(&TextTarget::Profile, "Andet"),
        |s| s.take_bearing(""),
        |s| s.delete_bearing("b1"),
        |s| s.put_away("drift"),
        Session::undo,
        Session::redo,
        |s| s.rename("Anna").map(Outcome::Files),
    ];
    for (at, deed) in all.into_iter().enumerate() {
        assert_eq!(deed(&mut session), Err(refused.clone()), "deed {at}");
    }
    let evidence = mark(&session, "evidens");
    session.preview(evidence, value(5));
    assert!(!session.mark_read([evidence]));
    assert_eq!(*session.profile(), before);
}

#[test]
fn a_deed_that_leads_nowhere_is_no_step() {
    let mut session = session();
    let evidence = mark(&session, "evidens");
    let unchanged = Ok(Outcome::Unchanged);
    assert_eq!(session.turn([evidence], Turn::By(0)), unchanged);
    assert_eq!(session.turn([evidence], Turn::RESET), unchanged);
    assert_eq!(session.write(&TextTarget::NewDecision, " \n"), unchanged);
    assert_eq!(session.write(&TextTarget::Decision(3), "x"), unchanged);
    assert_eq!(session.write(&TextTarget::Bearing("b9".into()), "x"), unchanged);
    assert_eq!(session.set_level(1), unchanged, "it is the own one");
    assert_eq!(session.set_level(2), unchanged, "there are two");
    assert_eq!(session.delete_decision(0), unchanged);
    assert!(matches!(session.restore("b9"), Err(Fault::UnknownBearing { .. })));
    step(session.take_bearing(""));
    assert_eq!(session.restore("b1"), unchanged);
    assert_eq!(session.changes(), 1);
}

#[test]
fn a_dial_that_is_tried_out_is_one_step_from_where_it_was_picked_up() {
    let mut session = session();
    let evidence = mark(&session, "evidens");
    for to in [1, 4, 3] {
        session.preview(evidence, value(to));
    }
    session.commit(evidence, DialValue::NEUTRAL);
    let step = step(session.undo());
    let name = StepName::Dials(vec![crate::core::step::Turned {
        mark: "evidens".into(),
        from: DialValue::NEUTRAL,
        to: value(3),
    }]);
    assert_eq!(session.names(&step), [name]);
    assert_eq!(session.value(evidence), DialValue::NEUTRAL);
    session.preview(evidence, DialValue::NEUTRAL);
    session.commit(evidence, DialValue::NEUTRAL);
    assert_eq!(session.undo(), Ok(Outcome::Unchanged));
}

#[test]
fn an_emptied_decision_is_deleted_and_comes_back_with_its_answers() {
    let mut session = session();
    step(session.write(&TextTarget::NewDecision, "Vi venter"));
    let answer = TextTarget::Answer(0, mark(&session, "evidens"));
    step(session.write(&answer, "Ja"));
    let deleted = step(session.write(&TextTarget::Decision(0), " "));
    assert!(session.profile().decisions.is_empty());
    let name = StepName::DecisionDeleted {
        text: "Vi venter".into(),
        count: 0,
    };
    assert_eq!(session.names(&deleted), [name]);
    step(session.undo());
    assert_eq!(session.written(&answer), "Ja");
}

#[test]
fn a_new_profile_is_at_the_framework_s_last_level_and_a_copy_at_its_own() {
    let mut session = session();
    step(session.set_level(0));
    let created = |command| match command {
        ProfileCommand::Create(profile) => (profile.name, profile.level, profile.framework),
        other => panic!("{other:?}"),
    };
    let anna = || ("Anna".to_owned(), "kalundborg-lsg".to_owned());
    assert_eq!(created(session.create("Anna", false)), (anna().0, 2, anna().1));
    assert_eq!(created(session.create("Anna", true)), (anna().0, 1, anna().1));
}

#[test]
fn a_name_goes_by_way_of_the_file_also_where_it_is_taken_back() {
    let mut session = session();
    step(session.set_unit("Sundhed"));
    let rename = |name: &str, way| ProfileCommand::Rename {
        name: name.into(),
        way,
    };
    assert_eq!(session.rename("Anna"), Ok(rename("Anna", Way::New)));
    assert_eq!(session.profile().name, "Min profil", "only once its file is");
    assert!(session.renamed("Anna", Way::New).is_change());
    let changes = session.changes();
    assert_eq!(
        session.undo(),
        Ok(Outcome::Files(rename("Min profil", Way::Undo)))
    );
    assert!(session.renamed("Min profil", Way::Undo).is_change());
    assert_eq!(session.profile().name, "Min profil");
    assert_eq!(session.changes(), changes, "the disk has it already");
    assert!(session.undo().unwrap().is_change(), "the unit");
}

#[test]
fn texts_are_kept_with_one_kind_of_line_end_and_within_their_limits() {
    assert_eq!(kept_text("en\r\nto\rtre\n\n").unwrap(), "en\nto\ntre");
    assert_eq!(kept_text("\n").unwrap(), "");
    assert_eq!(kept_text("a\tb").unwrap(), "a\tb");
    assert!(kept_text(&"æ".repeat(MOST_TEXT)).is_ok());
    let long = kept_text(&"æ".repeat(MOST_TEXT + 1)).map(drop);
    assert_eq!(
        long,
        Err(Fault::TooLong {
            max: MOST_TEXT,
            found: MOST_TEXT + 1
        })
    );
    for text in ["a\u{1b}[2J", "\u{0}", "\u{9b}1m"] {
        assert_eq!(
            kept_text(text).map(drop),
            Err(Fault::ControlCharacter),
            "{text:?}"
        );
        assert_eq!(
            kept_label(text).map(drop),
            Err(Fault::ControlCharacter),
            "{text:?}"
        );
    }
    assert_eq!(kept_label("  Efterår "), Ok("Efterår"));
    assert_eq!(kept_label("a\nb"), Err(Fault::ControlCharacter));
    assert_eq!(
        session().set_unit("a\u{1b}[2J").map(drop),
        Err(Fault::ControlCharacter)
    );
}

#[test]
fn the_chosen_ghost_stays_and_the_last_bearing_gives_way_to_the_next() {
    let mut session = session();
    step(session.take_bearing("En"));
    step(session.take_bearing("To"));
    let ghost = |session: &Session| session.ghost().map(|ghost| ghost.id.clone());
    assert_eq!(session.choose_ghost("b1", true), Ok(true));
    step(session.take_bearing("Tre"));
    assert_eq!(ghost(&session).as_deref(), Some("b1"));
    assert_eq!(
        session.choose_ghost("b1", true),
        Ok(false),
        "a second time it goes"
    );
    assert_eq!(session.choose_ghost("b3", false), Ok(true));
    step(session.take_bearing("Fire"));
    assert_eq!(ghost(&session).as_deref(), Some("b4"));
}

#[test]
fn a_read_text_is_no_step_of_undo() {
    let mut session = session();
    let evidence = mark(&session, "evidens");
    assert!(session.mark_read([evidence]));
    assert!(session.has_read(evidence) && !session.mark_read([evidence]));
    assert_eq!(session.undo(), Ok(Outcome::Unchanged));
}

#[test]
fn a_talk_is_one_decision_a_day_under_its_title_and_goes_when_it_is_emptied() {
    let mut session = session();
    step(session.write(&TextTarget::NewDecision, "Før"));
    let talk = TextTarget::Talk("Samtale med Bo".into());
    session.draft(&talk, "Vi").unwrap();
    assert_eq!(session.profile().decisions[1].text, "Samtale med Bo\nVi");
    step(session.write(&talk, "Vi ses igen"));
    assert_eq!(session.written(&talk), "Vi ses igen");
    step(session.write(&talk, "Vi ses igen i maj"));
    let texts = |session: &Session| -> Vec<String> {
        let decisions = session.profile().decisions.iter();
        decisions.map(|decision| decision.text.clone()).collect()
    };
    assert_eq!(texts(&session), ["Før", "Samtale med Bo\nVi ses igen i maj"]);
    step(session.undo());
    assert_eq!(session.written(&talk), "Vi ses igen");
    // while it is being written it is not deleted
    session.draft(&talk, " ").unwrap();
    assert_eq!(session.written(&talk), "Vi ses igen");
    // another day is another talk
    session.set_now("2027-01-01T12:00:00+01:00".parse().unwrap());
    assert_eq!(session.written(&talk), "");
    step(session.write(&talk, "Nyt år"));
    assert_eq!(session.profile().decisions.len(), 3);
    step(session.write(&talk, ""));
    assert_eq!(texts(&session), ["Før", "Samtale med Bo\nVi ses igen"]);
    let full = "a".repeat(crate::core::profile::MOST_TEXT);
    assert!(matches!(session.write(&talk, &full), Err(Fault::TooLong { .. })));
}

#[test]
fn a_text_is_in_the_profile_at_every_stroke_and_one_step_of_undo() {
    let mut session = session();
    step(session.take_bearing(""));
    step(session.write(&TextTarget::NewDecision, "Før"));
    let evidence = mark(&session, "evidens");
    for target in [
        TextTarget::Mark(evidence),
        TextTarget::Profile,
        TextTarget::Bearing("b1".into()),
        TextTarget::Effect("b1".into(), evidence),
        TextTarget::Learning("b1".into(), evidence),
        TextTarget::NewDecision,
        TextTarget::Decision(0),
        TextTarget::Answer(0, evidence),
        TextTarget::Reply("drift-guard".into()),
    ] {
        let before = session.profile().clone();
        // emptied on the way a decision stands as it was, also in what another face sees
        for text in ["N", "Nu", "", "  ", "Nul"] {
            session.draft(&target, text).unwrap();
            let is_there = format!("{:?}", session.profile()).contains(&format!("{text:?}"));
            assert!(is_there || text.trim().is_empty(), "{target:?} {text}");
            assert!(session.profile().decisions.len() >= before.decisions.len());
        }
        let changes = session.changes();
        step(session.write(&target, "Nul"));
        assert!(session.changes() > changes);
        assert_eq!(
            session.profile().decisions.len(),
            match target {
                TextTarget::NewDecision => 2,
                _ => 1,
            }
        );
        step(session.undo());
        assert_eq!(*session.profile(), before, "{target:?}: one step");
        step(session.redo());
        // another text there is another step
        session.draft(&target, "Andet").unwrap();
        step(session.undo());
        step(session.undo());
        assert_eq!(*session.profile(), before, "{target:?}: two steps");
        // taken out again it was no step at all
        session.draft(&target, "Nul").unwrap();
        assert!(session.drop_draft(&target) && !session.drop_draft(&target));
        assert_eq!(*session.profile(), before, "{target:?}: dropped");
    }
}

#[test]
fn a_step_between_two_strokes_stays_one_of_its_own() {
    let mut session = session();
    let (evidence, note) = (mark(&session, "evidens"), TextTarget::Profile);
    session.draft(&note, "a").unwrap();
    step(session.turn([evidence], Turn::By(1)));
    session.draft(&note, "ab").unwrap();
    session.draft(&note, "abc").unwrap();
    session.draft(&TextTarget::Mark(evidence), "x").unwrap();
    step(session.write(&note, "abcd"));
    let stands = |session: &Session| {
        let note = session.written(&TextTarget::Mark(evidence)).to_owned();
        (
            session.written(&TextTarget::Profile).to_owned(),
            session.value(evidence).get(),
            note,
        )
    };
    let mut seen = vec![stands(&session)];
    while session.undo().unwrap().is_change() {
        seen.push(stands(&session));
    }
    let of = |note: &str, value, mark: &str| (note.to_owned(), value, mark.to_owned());
    assert_eq!(
        seen,
        [
            of("abcd", 1, "x"),
            of("abc", 1, "x"),
            of("abc", 1, ""),
            of("a", 1, ""),
            of("a", 0, ""),
            of("", 0, ""),
        ]
    );
}
