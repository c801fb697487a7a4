//! `pejl export` through the real binary: what goes out, where to, and what stays as it was.

#[cfg(unix)]
use crate::common::home::Answer;
use crate::common::home::Home;
use std::fs;
#[cfg(unix)]
use std::process::Stdio;

/// A home with a profile that has something of everything.
fn home() -> Home {
    let home = Home::new();
    home.pejl(&["turn", "evidens", "3"]).done();
    home.pejl(&["note", "evidens", "=2+3 <script>"]).done();
    home.pejl(&["bearing", "save", "Efterår"]).done();
    home
}

#[test]
fn every_format_comes_out_on_standard_output_as_what_it_is() {
    let home = home();
    let begins: [(&str, &[u8]); 8] = [
        ("md", b"# "),
        ("html", b"<!DOCTYPE html>"),
        ("svg", b"<?xml "),
        ("csv", "\u{feff}".as_bytes()),
        ("json", b"{\n"),
        ("xlsx", b"PK"),
        ("pdf", b"%PDF-"),
        ("png", b"\x89PNG"),
    ];
    for (format, begin) in begins {
        let out = home.pejl(&["export", format]).done();
        let shown = String::from_utf8_lossy(&out[..out.len().min(60)]);
        assert!(out.starts_with(begin), "{format}: {shown}");
        assert_eq!(
            home.pejl(&["export", &format.to_uppercase()]).code,
            Some(0),
            "in capitals"
        );
    }
}

#[test]
fn headings_are_in_the_language_asked_for() {
    let home = home();
    let da = home.pejl(&["export", "md"]).says();
    let en = home.pejl(&["export", "md", "--lang", "en"]).says();
    assert!(da.contains("Vægt") && !da.contains("Weight"), "{da}");
    assert!(en.contains("Weight") && !en.contains("Vægt"), "{en}");
}

#[test]
fn what_is_to_stay_at_home_does() {
    let home = home();
    let whole = home.pejl(&["export", "json"]).says();
    assert!(whole.contains("script") && whole.contains("Efterår"));
    let less = home
        .pejl(&["export", "json", "--without", "notes,bearings"])
        .says();
    assert!(!less.contains("script") && !less.contains("Efterår"), "{less}");
    let twice = ["export", "json", "--without", "notes", "--without", "bearings"];
    let without_date = |text: &str| {
        let keep = |line: &&str| !line.contains("\"at\"");
        text.lines().filter(keep).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(without_date(&home.pejl(&twice).says()), without_date(&less));
    home.pejl(&["export", "json", "--without", "names"])
        .failed(2, &["--without", "names", "decisions"]);
}

#[test]
fn a_file_is_written_whole_and_in_silence() {
    let home = home();
    home.pejl(&["export", "html", "-o", "ark.html"]).wrote("ark.html");
    let text = fs::read_to_string(home.path("ark.html")).unwrap();
    assert!(text.starts_with("<!DOCTYPE html>") && text.ends_with("</html>\n"));
    assert_eq!(home.names("."), ["ark.html", "data"], "and nothing else is left");
}

#[test]
fn a_file_that_is_there_is_refused_and_with_force_replaced() {
    let home = home();
    home.write("ark.md", "mit eget");
    home.pejl(&["export", "md", "-o", "ark.md"])
        .failed(73, &["ark.md", "--force"]);
    assert_eq!(fs::read_to_string(home.path("ark.md")).unwrap(), "mit eget");
    home.pejl(&["export", "md", "-o", "ark.md", "--force"])
        .wrote("ark.md");
    assert!(fs::read_to_string(home.path("ark.md")).unwrap().starts_with("# "));
    assert_eq!(home.names("."), ["ark.md", "data"]);
}

#[test]
fn a_place_where_no_file_can_be_is_73_and_makes_nothing() {
    let home = home();
    home.write("mappe/fil", "");
    home.pejl(&["export", "md", "-o", "ingen/ark.md"])
        .failed(73, &["ingen/ark.md"]);
    for force in [&[][..], &["--force"]] {
        home.pejl(&[&["export", "md", "-o", "mappe"], force].concat())
            .failed(73, &["mappe"]);
    }
    home.pejl(&["export", "md", "-o", &"x".repeat(300)])
        .failed(73, &[]);
    assert_eq!(home.names("."), ["data", "mappe"]);
}

#[cfg(unix)]
#[test]
fn a_file_for_others_can_be_read_by_them_and_a_closed_one_stays_closed() {
    use std::os::unix::fs::PermissionsExt;
    let home = home();
    let mode = || {
        let metadata = fs::metadata(home.path("a.md")).unwrap();
        metadata.permissions().mode() & 0o777
    };
    // as the machine makes any other file
    home.write("usual", "");
    let usual = fs::metadata(home.path("usual")).unwrap().permissions().mode() & 0o777;
    home.pejl(&["export", "md", "-o", "a.md"]).wrote("a.md");
    assert_eq!(mode(), usual);
    fs::set_permissions(home.path("a.md"), fs::Permissions::from_mode(0o600)).unwrap();
    home.pejl(&["export", "md", "-o", "a.md", "--force"])
        .wrote("a.md");
    assert_eq!(mode(), 0o600);
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_stays_a_link() {
    let home = home();
    home.write("delt/ark.md", "gammelt");
    std::os::unix::fs::symlink(home.path("delt/ark.md"), home.path("ark.md")).unwrap();
    home.pejl(&["export", "md", "-o", "ark.md", "--force"])
        .wrote("ark.md");
    assert!(fs::symlink_metadata(home.path("ark.md")).unwrap().is_symlink());
    assert!(
        fs::read_to_string(home.path("delt/ark.md"))
            .unwrap()
            .starts_with("# ")
    );
    assert_eq!(home.names("delt"), ["ark.md"]);
}

/// The shell refuses the process more than a block of 512 bytes in a file, as a full disk would.
#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_leaves_the_old_file_and_is_74() {
    let home = home();
    home.write("ark.html", "mit eget");
    let program = env!("CARGO_BIN_EXE_pejl");
    let mut shell = std::process::Command::new("sh");
    shell
        .arg("-c")
        .arg("trap '' XFSZ; ulimit -f 1; exec \"$0\" export html -o ark.html --force")
        .arg(program)
        .env_clear()
        .env("LC_ALL", "da_DK.UTF-8")
        .env("PEJL_DATA_DIR", home.path("data"))
        .env("PEJL_CONFIG", home.path("config.toml"))
        .current_dir(home.path("."))
        .stdin(Stdio::null());
    let answer = Answer::from(shell.output().unwrap());
    answer.failed(74, &["ark.html"]);
    assert_eq!(fs::read_to_string(home.path("ark.html")).unwrap(), "mit eget");
    assert_eq!(home.names("."), ["ark.html", "data"]);
}

#[test]
fn an_export_changes_nothing_of_the_profile() {
    let home = home();
    let before = fs::read(home.path("data/profiles/min-profil.json")).unwrap();
    home.pejl(&["export", "json", "--without", "notes"]).done();
    assert_eq!(
        fs::read(home.path("data/profiles/min-profil.json")).unwrap(),
        before
    );
    let fresh = Home::new();
    fresh.pejl(&["export", "md"]).done();
    assert!(!fresh.path("data").exists());
}

#[test]
fn a_picture_is_as_wide_as_asked_for_and_transparent_where_that_is_asked_for() {
    let home = home();
    let wide = |args: &[&str]| {
        let png = home.pejl(&[&["export", "png"], args].concat()).done();
        (u32::from_be_bytes(png[16..20].try_into().unwrap()), png[25])
    };
    // the kind of picture: 2 is red, green and blue, 6 these and how much they cover
    assert_eq!(wide(&[]), (2400, 2));
    assert_eq!(wide(&["--size", "1200", "--transparent"]), (1200, 6));
    let paper = home.pejl(&["export", "svg"]).says();
    let clear = home.pejl(&["export", "svg", "--transparent"]).says();
    assert!(paper.contains("<rect") && !clear.contains("<rect"));
    home.pejl(&["export", "png", "--size", "800"])
        .failed(2, &["--size", "1200", "2400"]);
    home.pejl(&["export", "svg", "--size", "1200"])
        .failed(2, &["--size kan ikke bruges med svg", "png"]);
    home.pejl(&["export", "pdf", "--transparent"])
        .failed(2, &["--transparent kan ikke bruges med pdf: vælg svg eller png"]);
}

#[test]
fn open_questions_go_out_where_they_are_asked_for_alone() {
    let home = home();
    home.pejl(&["turn", "samskabelse", "5"]).done();
    home.pejl(&["turn", "sikker-drift", "-2"]).done();
    let asked = "passer du på driften imens?";
    for format in ["md", "html"] {
        assert!(!home.pejl(&["export", format]).says().contains(asked), "{format}");
        let told = home.pejl(&["export", format, "--with", "questions"]).says();
        assert!(
            told.contains(asked) && told.contains("Åbne spørgsmål"),
            "{format}: {told}"
        );
    }
    home.pejl(&["export", "md", "--with", "notes"])
        .failed(2, &["--with", "questions"]);
}

/// An opener of the desktop that writes down what it was given.
#[cfg(target_os = "linux")]
#[test]
fn a_file_is_opened_where_there_is_a_desktop_and_its_path_is_told_where_there_is_none() {
    use std::os::unix::fs::PermissionsExt;
    let home = home();
    let given = home.path("bin/given");
    home.write(
        "bin/xdg-open",
        "#!/bin/sh\nprintf %s \"$1\" > \"${0%/*}/given\"\n",
    );
    fs::set_permissions(home.path("bin/xdg-open"), fs::Permissions::from_mode(0o755)).unwrap();
    let open = |args: &[&str], environment: &[(&str, &str)]| {
        let mut command = home.command();
        command.args(["export", "pdf", "--open"]).args(args);
        command.env("PATH", home.path("bin")).env("DISPLAY", ":7");
        command.envs(environment.iter().copied());
        Answer::from(command.output().unwrap())
    };
    let far = open(&["-o", "ark.pdf"], &[("SSH_TTY", "/dev/pts/1")]);
    assert_eq!(far.code, Some(0));
    assert!(
        far.err
            .contains("Her er intet skrivebord, der kan åbne den. Den ligger i ark.pdf"),
        "{}",
        far.err
    );
    assert!(!given.exists() && fs::read(home.path("ark.pdf")).unwrap().starts_with(b"%PDF"));
    let near = open(&[], &[]);
    assert_eq!(near.code, Some(0), "{}", near.err);
    assert!(!near.err.contains("skrivebord"), "{}", near.err);
    // the opener may still be at it where it is slow
    while fs::read_to_string(&given).unwrap_or_default().is_empty() {
        std::thread::yield_now();
    }
    let names = home.names(".");
    let named = names
        .iter()
        .find(|name| name.starts_with("min-profil-ark-") && name.ends_with(".pdf"));
    let named = named.unwrap_or_else(|| panic!("{names:?}"));
    assert!(fs::read_to_string(&given).unwrap().ends_with(named.as_str()));
    // and never over one that is there
    open(&[], &[]).failed(73, &[named]);
    open(&["-o", "-"], &[]).failed(2, &["--open"]);
}

#[test]
fn a_format_that_is_none_is_wrong_usage() {
    home()
        .pejl(&["export", "docx"])
        .failed(2, &["docx", "»pejl export html -o ark.html«", "xlsx"]);
    home()
        .pejl(&["team", ".", "--format", "docx"])
        .failed(2, &["»pejl team --format html -o ark.html«", "xlsx"]);
    home()
        .pejl(&["gathering", "export", "docx"])
        .failed(2, &["»pejl gathering export html -o ark.html«"]);
    home().pejl(&["export"]).failed(2, &["FORMAT"]);
}

/// A pager that shows the first line and leaves.
#[cfg(unix)]
#[test]
fn a_reader_that_has_had_enough_is_no_fault() {
    use std::io::Read;
    let home = home();
    for args in [
        &["completions", "zsh"][..],
        &["man"],
        &["export", "html"],
        &["framework", "schema"],
    ] {
        let mut child = home
            .command()
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut [0; 1]).unwrap();
        drop(out);
        let answer = Answer::from(child.wait_with_output().unwrap());
        assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn the_day_to_look_again_goes_to_a_calendar_and_without_one_nothing_is_written() {
    let home = Home::visited();
    home.pejl(&["export", "ics", "-o", "dag.ics"])
        .failed(2, &["kalender"]);
    assert!(!home.path("dag.ics").exists());
    home.with_input(&["--plain"], b"p\n4\n14.9.2199\n");
    let file = home.says(&["export", "ics"]);
    for line in [
        "BEGIN:VCALENDAR\r\n",
        "DTSTART;VALUE=DATE:21990914\r\n",
        "BEGIN:VALARM\r\n",
    ] {
        assert!(file.contains(line), "{line}: {file}");
    }
    assert_eq!(home.says(&["export", "ics"]).matches("UID:").count(), 1);
    for args in [["team", ".", "--format", "ics"], ["team", ".", "-o", "g.ics"]] {
        home.pejl(&args)
            .failed(2, &["--format kan ikke være »ics«: vælg html, pdf"]);
    }
}

#[test]
fn paper_shows_what_is_asked_for_and_a_format_that_cannot_says_which_can() {
    let home = home();
    let sheet = home.pejl(&["export", "pdf"]).done();
    assert!(sheet.starts_with(b"%PDF-"));
    let cards = home.pejl(&["export", "pdf", "--what", "cards"]).done();
    assert!(cards.starts_with(b"%PDF-") && cards != sheet);
    home.pejl(&["export", "svg", "--what", "rose"]).done();
    home.pejl(&["export", "png", "--what", "cards"])
        .failed(2, &["png", "pdf"]);
    let sheet = home.pejl(&["export", "md", "--what", "sheet"]).says();
    assert_eq!(sheet, home.pejl(&["export", "md"]).says());
    home.pejl(&["export", "csv", "--what", "sheet"])
        .failed(2, &["--what", "csv", "html", "pdf", "md"]);
    home.pejl(&["export", "pdf", "--size", "1200"])
        .failed(2, &["--size kan ikke bruges med pdf: vælg png"]);
    home.pejl(&["export", "pdf", "--what", "nothing"])
        .failed(2, &["nothing", "sheet", "rose", "cards", "all"]);
}
