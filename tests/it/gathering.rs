//! Gatherings on the disk: what is kept is whole and private, nothing another program wrote is replaced, and what cannot be
//! read is told apart from what is not there.

use pejl::{
    core::{fault::Fault, framework::Framework, gathering::Gathering, moment::Moment},
    store::{Gatherings, Store},
};
use std::{fs, path::Path};

fn noon() -> Moment {
    "2026-11-28T12:00:00+01:00".parse().unwrap()
}

fn gatherings(data: &Path) -> Gatherings {
    Store::new(data.to_owned(), noon).gatherings()
}

fn begun() -> Gathering {
    let mut gathering = Gathering::begin(&Framework::built_in(), noon());
    gathering.agree("evidens", "Vi ses i marts");
    gathering
}

/// One that was saved in this folder.
fn kept(data: &Path) -> Gathering {
    let gathering = begun();
    assert!(!gatherings(data).new_file(noon().date()).save(&gathering).unwrap());
    gathering
}

fn current(data: &Path) -> Result<Option<Gathering>, Fault> {
    let current = gatherings(data).current("kalundborg-lsg", noon().date())?;
    Ok(current.map(|(gathering, _)| gathering))
}

#[test]
fn what_was_saved_is_picked_up_again_on_that_day_until_it_is_ended() {
    let data = tempfile::tempdir().unwrap();
    assert_eq!(current(data.path()).unwrap(), None);
    let mut gathering = kept(data.path());
    assert_eq!(current(data.path()).unwrap().as_ref(), Some(&gathering));
    let files = gatherings(data.path());
    let tomorrow = noon().date().tomorrow().unwrap();
    assert!(files.current("kalundborg-lsg", tomorrow).unwrap().is_none());
    assert!(files.current("andres", noon().date()).unwrap().is_none());
    let (_, mut file) = files.current("kalundborg-lsg", noon().date()).unwrap().unwrap();
    gathering.ended = Some(noon());
    file.save(&gathering).unwrap();
    assert_eq!(current(data.path()).unwrap(), None);
    kept(data.path());
    let ids: Vec<String> = files.list().unwrap().into_iter().map(|kept| kept.id).collect();
    assert_eq!(ids, ["2026-11-28-1", "2026-11-28-2"]);
}

#[test]
fn a_file_that_another_program_changed_stays_and_this_one_goes_on_beside_it() {
    let data = tempfile::tempdir().unwrap();
    let mut gathering = kept(data.path());
    let files = gatherings(data.path());
    let open = || files.current("kalundborg-lsg", noon().date()).unwrap().unwrap().1;
    let (mut one, mut other) = (open(), open());
    gathering.agree("innovation", "Deres");
    assert!(!other.save(&gathering).unwrap());
    gathering.agree("innovation", "Vores");
    assert!(one.save(&gathering).unwrap(), "that is told");
    assert!(!one.save(&gathering).unwrap());
    let kept = files
        .list()
        .unwrap()
        .into_iter()
        .map(|kept| kept.gathering.unwrap());
    let agreed: Vec<String> = kept.map(|kept| kept.agreed("innovation").to_owned()).collect();
    assert_eq!(agreed, ["Deres", "Vores"]);
}

#[test]
fn a_file_that_was_taken_away_comes_back_with_the_next_save() {
    let data = tempfile::tempdir().unwrap();
    let mut gathering = kept(data.path());
    let (_, mut file) = gatherings(data.path())
        .current("kalundborg-lsg", noon().date())
        .unwrap()
        .unwrap();
    fs::remove_dir_all(data.path().join("gatherings")).unwrap();
    gathering.agree("evidens", "Igen");
    file.save(&gathering).unwrap();
    assert_eq!(current(data.path()).unwrap(), Some(gathering));
}

#[test]
fn a_damaged_or_a_newer_one_is_told_of_and_never_replaced() {
    let data = tempfile::tempdir().unwrap();
    kept(data.path());
    let path = data.path().join("gatherings/2026-11-28-1.json");
    let whole = fs::read_to_string(&path).unwrap();
    for bad in [whole.replace("\"1.0\"", "\"2.0\""), whole[..40].to_owned()] {
        fs::write(&path, &bad).unwrap();
        let fault = current(data.path()).unwrap_err();
        assert!(
            matches!(fault, Fault::Newer { .. } | Fault::Damaged { .. }),
            "{fault:?}"
        );
        let listed = gatherings(data.path()).list().unwrap();
        assert_eq!((listed.len(), listed[0].gathering.is_err()), (1, true));
        let mut file = gatherings(data.path()).new_file(noon().date());
        file.save(&begun()).unwrap();
        assert_eq!(file.id().as_deref(), Some("2026-11-28-2"));
        fs::remove_file(file.path().unwrap()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), bad);
    }
}

#[test]
fn a_gathering_is_found_by_its_id_its_day_or_as_the_newest() {
    let data = tempfile::tempdir().unwrap();
    kept(data.path());
    kept(data.path());
    let files = gatherings(data.path());
    let find = |given| files.find(given, "kalundborg-lsg").map(|(id, ..)| id);
    assert_eq!(find(None).unwrap(), "2026-11-28-2");
    assert_eq!(find(Some("2026-11-28")).unwrap(), "2026-11-28-2");
    assert_eq!(find(Some("2026-11-28-1")).unwrap(), "2026-11-28-1");
    for given in [Some("2026-11-27"), Some("../../etc/passwd")] {
        assert!(matches!(find(given), Err(Fault::UnknownGathering { .. })));
    }
    assert!(matches!(
        files.find(None, "andres").map(|(id, ..)| id),
        Err(Fault::UnknownGathering { .. })
    ));
}

#[cfg(unix)]
#[test]
fn a_gathering_is_for_its_owner_s_eyes_alone_and_what_may_not_be_read_is_not_absent() {
    use std::os::unix::fs::PermissionsExt;
    let data = tempfile::tempdir().unwrap();
    kept(data.path());
    let folder = data.path().join("gatherings");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder.join("2026-11-28-1.json")), 0o600);
    assert_eq!(mode(&folder), 0o700);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o000)).unwrap();
    // root reads whatever there is
    if fs::read_dir(&folder).is_err() {
        let denied = |fault| {
            matches!(
                fault,
                Fault::Unreadable {
                    why: pejl::core::fault::Cause::Denied,
                    ..
                }
            )
        };
        assert!(denied(current(data.path()).unwrap_err()));
        assert!(denied(gatherings(data.path()).list().unwrap_err()));
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
}

/// Programs that keep at once lose nothing of each other's.
#[test]
fn two_that_present_at_once_keep_what_both_wrote() {
    const TIMES: usize = 20;
    let data = tempfile::tempdir().unwrap();
    kept(data.path());
    std::thread::scope(|scope| {
        for name in ["Anna", "Bo"] {
            let files = gatherings(data.path());
            scope.spawn(move || {
                let (mut gathering, mut file) =
                    files.current("kalundborg-lsg", noon().date()).unwrap().unwrap();
                for time in 0..TIMES {
                    gathering.agree("evidens", &format!("{name} {time}"));
                    file.save(&gathering).unwrap();
                }
            });
        }
    });
    let listed = gatherings(data.path()).list().unwrap();
    let agreed: Vec<String> = listed
        .into_iter()
        .map(|kept| kept.gathering.unwrap().agreed("evidens").to_owned())
        .collect();
    for last in ["Anna 19", "Bo 19"] {
        assert!(agreed.iter().any(|agreed| agreed == last), "{agreed:?}");
    }
}
