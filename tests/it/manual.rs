//! The manual page: what it names, and that the programs which read such pages accept it.

use crate::common::home::Home;
#[cfg(unix)]
use std::process::Command;

#[test]
fn the_manual_names_every_command_option_and_exit_status_in_both_languages() {
    let home = Home::new();
    for (lang, heading) in [("da", ".SH KOMMANDOER"), ("en", ".SH COMMANDS")] {
        let page = home.pejl(&["man", "--lang", lang]).says();
        assert!(page.contains(".TH PEJL 1") && page.contains(heading), "{page}");
        // a hyphen of ASCII between name and description is what whatis looks for
        assert!(page.contains("\npejl \\- "), "{page}");
        for word in [
            "pejl show",
            "pejl bearing compare",
            "pejl export",
            "pejl framework check",
            "data\\-dir",
            "NO_COLOR",
        ] {
            assert!(page.contains(word), "{word}:\n{page}");
        }
        for status in ["0", "1", "2", "65", "66", "73", "74", "75"] {
            assert!(page.contains(&format!("\\fB{status}\\fR")), "{status}:\n{page}");
        }
    }
}

#[test]
fn the_manual_has_examples_files_environment_and_keys() {
    let home = Home::new();
    let page = home.pejl(&["man", "--lang", "en"]).says();
    for heading in [
        "KEYS",
        "ENVIRONMENT",
        "FILES",
        "EXIT STATUS",
        "EXAMPLES",
        "SEE ALSO",
    ] {
        assert!(
            page.contains(&format!("\n.SH \"{heading}\"\n")) || page.contains(&format!("\n.SH {heading}\n")),
            "{heading}"
        );
    }
    for variable in ["PEJL_DATA_DIR", "VISUAL, EDITOR", "PAGER", "ACCESSIBLE"] {
        assert!(page.contains(variable), "{variable}");
    }
    assert!(page.contains("pejl export pdf \\-o sheet.pdf"), "{page}");
}

/// What a program says of a page; nothing where it is not installed.
#[cfg(unix)]
fn said_of(home: &Home, program: &str, args: &[&str]) -> Option<String> {
    let Ok(output) = Command::new(program)
        .args(args)
        .current_dir(home.dir())
        .env("LC_ALL", "C.UTF-8")
        .output()
    else {
        eprintln!("skipped: there is no {program} here");
        return None;
    };
    Some(String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
}

#[cfg(unix)]
#[test]
fn mandoc_and_lexgrog_accept_the_page_in_both_languages() {
    let home = Home::new();
    for (lang, about) in [("da", "Et ledelsesgrundlag"), ("en", "A leadership framework")] {
        home.write("pejl.1", home.pejl(&["man", "--lang", lang]).says());
        if let Some(said) = said_of(&home, "mandoc", &["-T", "lint", "-W", "warning", "pejl.1"]) {
            assert_eq!(said, "", "{lang}");
        }
        if let Some(said) = said_of(&home, "lexgrog", &["pejl.1"]) {
            assert!(said.contains(&format!("\"pejl - {about}")), "{said}");
        }
    }
}
