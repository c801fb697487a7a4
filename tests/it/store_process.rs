//! The store in processes of their own: killed in the middle of saving, without rights, without room. This test
//! program starts itself again as the process that saves.

#[cfg(target_os = "linux")]
use crate::common::mount::Mount;
use crate::common::store::{FRAMEWORK, clock, number, profile_at};
#[cfg(unix)]
use pejl::core::fault::{Fault, Notice, ReadOnly};
use pejl::store::{Access, DEFAULT_SLUG, Report, Store, Writer};
use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

/// What the started process is to do, and where.
const TASK: &str = "PEJL_TEST_TASK";
const DIR: &str = "PEJL_TEST_DIR";

/// This test program, about to run the test of this name alone with a task.
fn again(test: &str, task: &str, dir: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args([
            "--exact",
            &format!("store_process::{test}"),
            "--nocapture",
            "--quiet",
        ])
        .env(TASK, task)
        .env(DIR, dir)
        .stdout(Stdio::piped());
    command
}

/// The task of this process and the store to do it in, where it is one that was started by a test.
fn task() -> Option<(String, Store)> {
    let dir = PathBuf::from(env::var_os(DIR)?);
    Some((env::var(TASK).ok()?, Store::new(dir, clock)))
}

/// The lines of a started process that begin with `said `, without it.
fn said(child: &mut Child) -> impl Iterator<Item = String> + use<> {
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    lines.map_while(Result::ok).filter_map(|line| {
        let (_, said) = line.split_once("said ")?;
        Some(said.to_owned())
    })
}

fn say(what: impl std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    // One write: a line that was begun is a line that is there. Nobody listens: nobody is left to work for.
    if out.write_all(format!("said {what}\n").as_bytes()).is_err() {
        std::process::exit(1);
    }
}

/// Numbers that look random and are the same at every run (xorshift).
fn numbers() -> impl Iterator<Item = u64> {
    std::iter::successors(Some(0x2545_f491_4f6c_dd1d_u64), |x| {
        let x = x ^ (x << 13);
        let x = x ^ (x >> 7);
        Some(x ^ (x << 17))
    })
}

#[test]
fn killed_at_any_moment_it_loses_nothing_it_called_saved() {
    const KILLS: usize = 200;
    if let Some((_, store)) = task() {
        let opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
        let first = number(&opened.profile);
        let mut writer = Writer::start(opened.file, |report| match report {
            Report::Saved { generation, .. } => say(generation),
            other => say(format!("{other:?}")),
        });
        // Faster than any key repeat, until the kill.
        for n in first + 1.. {
            writer.save(Arc::new(profile_at(n)), n);
            if n.is_multiple_of(3) {
                writer.flush(Duration::from_secs(10)).unwrap();
            }
        }
    }
    let dir = tempfile::tempdir().unwrap();
    let store = Store::new(dir.path().to_owned(), clock);
    let (mut acknowledged, mut saved, mut left_behind) = (0, 0, 0);
    for random in numbers().take(KILLS) {
        let test = "killed_at_any_moment_it_loses_nothing_it_called_saved";
        let mut child = again(test, "save", dir.path()).spawn().unwrap();
        let mut saves = said(&mut child);
        // Some kills come while the first save runs, most a few saves later, at any place within one.
        let mut said: Vec<String> = saves.by_ref().take((random % 6) as usize).collect();
        std::thread::sleep(Duration::from_micros(random >> 32 & 0x7ff));
        child.kill().unwrap();
        child.wait().unwrap();
        said.extend(saves);
        saved += said.len();
        if let Some(last) = said.last() {
            acknowledged = last.parse().expect("every save went well");
        }
        let names = fs::read_dir(dir.path().join("profiles")).into_iter().flatten();
        let temp = |name: &std::io::Result<fs::DirEntry>| {
            name.as_ref()
                .unwrap()
                .path()
                .extension()
                .is_some_and(|extension| extension == "tmp")
        };
        left_behind += names.filter(temp).count();
        let opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
        assert_eq!(opened.file.read_only(), None, "the kernel lets go of the lock");
        assert_eq!(opened.notices, []);
        assert!(
            number(&opened.profile) >= acknowledged,
            "{acknowledged} was called saved"
        );
    }
    let names = fs::read_dir(dir.path().join("profiles")).unwrap();
    assert_eq!(names.count(), 2, "the file and its lock; nothing else is left");
    println!("{KILLS} kills, {left_behind} of them within a save, {saved} saves");
    assert!(saved > KILLS && left_behind > 10, "too few kills hit a save");
}

/// What a save came to, in one word.
#[cfg(unix)]
fn outcome(saved: Result<pejl::store::Saved, Fault>) -> String {
    match saved {
        Ok(_) => "saved".to_owned(),
        Err(Fault::Write { why, .. }) => format!("{why:?}"),
        Err(other) => format!("{other:?}"),
    }
}

#[cfg(unix)]
#[test]
fn a_limit_on_file_sizes_fails_the_save_and_keeps_what_was_there() {
    if let Some((_, store)) = task() {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let mut opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
        say(outcome(opened.file.save(&profile_at(1))));
        // Without a handler the kernel ends the process instead.
        signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default()).unwrap();
        let limit = |bytes| Rlimit {
            current: Some(bytes),
            maximum: None,
        };
        setrlimit(Resource::Fsize, limit(64)).unwrap();
        say(outcome(opened.file.save(&profile_at(2))));
        setrlimit(Resource::Fsize, limit(1 << 20)).unwrap();
        say(number(
            &store.open(DEFAULT_SLUG, FRAMEWORK, Access::Read).unwrap().profile,
        ));
        say(outcome(opened.file.save(&profile_at(2))));
        say(number(
            &store.open(DEFAULT_SLUG, FRAMEWORK, Access::Read).unwrap().profile,
        ));
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let test = "a_limit_on_file_sizes_fails_the_save_and_keeps_what_was_there";
    let mut child = again(test, "limit", dir.path()).spawn().unwrap();
    let said: Vec<String> = said(&mut child).collect();
    child.wait().unwrap();
    assert_eq!(said, ["saved", "TooBig", "1", "saved", "2"]);
    assert_eq!(
        fs::read_dir(dir.path().join("profiles")).unwrap().count(),
        2,
        "no temporary file stays"
    );
}

/// An ordinary user to become where the tests run as root.
#[cfg(unix)]
const NOBODY: u32 = 65534;

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_opens_read_only_with_the_reason() {
    use std::os::unix::{fs::PermissionsExt, process::CommandExt};
    if let Some((task, store)) = task() {
        let opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
        say(number(&opened.profile));
        say(match opened.file.read_only() {
            Some(ReadOnly::NotWritable { why, .. } | ReadOnly::Unreadable { why, .. }) => format!("{why:?}"),
            other => format!("{other:?}"),
        });
        let recovered = opened.notices.iter().any(|notice| {
            matches!(
                notice,
                Notice::Recovered {
                    aside: None,
                    backup: Some(_),
                    ..
                }
            )
        });
        say(recovered);
        if task == "unreadable" {
            let read = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Read);
            say(read.err().map_or(0, |fault| fault.exit_code()));
        }
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let mode = |path: PathBuf, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let store = Store::new(dir.path().to_owned(), clock);
    let mut opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
    for n in 6..=7 {
        opened.file.save(&profile_at(n)).unwrap();
    }
    drop(opened);
    let ask = |task: &str| -> Option<Vec<String>> {
        let test = "a_folder_that_may_not_be_written_opens_read_only_with_the_reason";
        let mut command = again(test, task, dir.path());
        if rustix::process::geteuid().is_root() {
            command.uid(NOBODY).gid(NOBODY);
        }
        let mut child = match command.spawn() {
            Ok(child) => child,
            Err(error) => {
                println!("skipped: an ordinary user may not start this test program: {error}");
                return None;
            }
        };
        let said = said(&mut child).collect();
        child.wait().unwrap();
        Some(said)
    };
    mode(dir.path().to_owned(), 0o555);
    for folder in ["profiles", "backups"] {
        for entry in fs::read_dir(dir.path().join(folder)).unwrap() {
            mode(entry.unwrap().path(), 0o444);
        }
        mode(dir.path().join(folder), 0o555);
    }
    if let Some(said) = ask("read-only") {
        assert_eq!(said, ["7", "Denied", "false"]);
    }
    // No right to read the file either: no damage, so nothing is set aside; a backup is shown.
    mode(dir.path().join("profiles/min-profil.json"), 0);
    if let Some(said) = ask("unreadable") {
        assert_eq!(said, ["6", "Denied", "true", "66"]);
    }
    mode(dir.path().to_owned(), 0o755);
    for folder in ["profiles", "backups"] {
        mode(dir.path().join(folder), 0o755);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_fails_the_save_and_room_again_lets_it_through() {
    let dir = tempfile::tempdir().unwrap();
    let Some(_mount) = Mount::tmpfs(dir.path(), "64k") else {
        return;
    };
    let outcomes = {
        let store = Store::new(dir.path().to_owned(), clock);
        let mut opened = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Edit).unwrap();
        let mut outcomes = vec![outcome(opened.file.save(&profile_at(1)))];
        let filler = dir.path().join("filler");
        let mut file = fs::File::create(&filler).unwrap();
        while file.write_all(&[0; 1024]).is_ok() {}
        outcomes.push(outcome(opened.file.save(&profile_at(2))));
        let read = store.open(DEFAULT_SLUG, FRAMEWORK, Access::Read).unwrap();
        outcomes.push(number(&read.profile).to_string());
        fs::remove_file(filler).unwrap();
        drop(file);
        outcomes.push(outcome(opened.file.save(&profile_at(2))));
        outcomes
    };
    assert_eq!(
        outcomes,
        [
            "saved",
            &format!("{:?}", pejl::core::fault::Cause::Full),
            "1",
            "saved"
        ]
    );
}
