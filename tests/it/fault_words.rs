//! From a file with something wrong in it to the sentence a person reads.

use pejl::{
    core::fault::Fault,
    format::framework,
    store::{Limits, read_profile},
    text::Lang,
};
use std::{fs, path::Path};

#[test]
fn a_value_off_the_scale_is_told_with_its_file_line_column_and_field() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("min-profil.json");
    let profile = r#"{"format": "pejl.profile", "version": "1.0", "name": "Min profil", "framework": "x", "level": 2,
 "dials": {
  "evidens": {"value": 9}
 }
}"#;
    fs::write(&file, profile).unwrap();
    let fault = read_profile(&file, Limits::OWN).unwrap_err();
    let at = file.display();
    assert_eq!(
        Lang::Da.fault(&fault),
        format!(
            "{at}:3:24: dials.evidens.value er 9, men skal være et helt tal fra −5 til +5. Ret filen, eller flyt den væk"
        )
    );
    assert_eq!(
        Lang::En.fault(&fault),
        format!(
            "{at}:3:24: dials.evidens.value is 9, but must be a whole number from −5 to +5. Correct the file, or move it away"
        )
    );
}

#[test]
fn a_framework_with_three_faults_gets_a_line_for_each_in_the_order_of_the_file() {
    let example = include_str!("../fixtures/example-framework.json");
    let file = example
        .replace(r#""kind": "known""#, r#""kind": "old""#)
        .replace(r#""id": "quiet""#, r#""id": "Quiet""#)
        .replacen(r#""language": "en""#, r#""language": 7"#, 1);
    let problems = framework::read(file.as_bytes()).unwrap_err();
    let path = Path::new("fw.json");
    let fault = Fault::Damaged {
        file: path.to_owned(),
        problems: problems.clone(),
    };
    let lines = Lang::Da.problems(path, &problems);
    assert_eq!(
        lines[0],
        "fw.json:7:15: language er et tal, men skal være en tekst"
    );
    assert_eq!(
        lines[1],
        "fw.json:19:15: fields[0].kind er »old«, men skal være »known« eller »new«"
    );
    assert!(
        lines[2].contains("fields[1].marks[0].id er »Quiet«"),
        "{}",
        lines[2]
    );
    assert_eq!(lines.len(), 3);
    let one = Lang::Da.fault(&fault);
    assert_eq!(
        one,
        format!("{} (og 2 fejl til). Ret filen, eller flyt den væk", lines[0])
    );
}
