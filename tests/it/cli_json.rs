//! What every command prints with `--json`, against the schema that stands in `docs/json.schema.json`.

use crate::common::home::{Answer, Home};
use serde_json::{Value, json};
use std::{collections::BTreeSet, fs, path::Path};

fn schema() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/json.schema.json");
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

/// What is wrong with the answer of this command, by the schema.
fn faults(command: &str, answer: &Value) -> Vec<String> {
    let mut schema = schema();
    assert!(schema["$defs"][command].is_object(), "no schema of {command}");
    schema["$ref"] = format!("#/$defs/{}", command.replace(' ', "%20")).into();
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator
        .iter_errors(answer)
        .map(|error| error.to_string())
        .collect()
}

/// The commands under this one that take `--json`, as the help has them.
fn commands(home: &Home, path: &[&str], found: &mut BTreeSet<String>) {
    let help = home.says(&[path, &["--lang", "en", "-h"]].concat());
    if help.contains("--json") {
        found.insert(path.join(" "));
    }
    let Some((_, listed)) = help.split_once("\nCommands:\n") else {
        return;
    };
    for line in listed.lines().take_while(|line| !line.is_empty()) {
        // lines that go on are set further in
        if let Some(name) = line.strip_prefix("  ").filter(|name| !name.starts_with(' ')) {
            let name = name.split_whitespace().next().unwrap();
            commands(home, &[path, &[name]].concat(), found);
        }
    }
}

#[test]
fn every_command_prints_what_its_schema_says() {
    let home = Home::new();
    let framework = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/example-framework.json"
    );
    home.write("bad.json", "{\"format\": 1}");
    home.write_profile("anna.json", "Anna", &[("evidens", 2)]);
    fs::create_dir(home.path("team")).unwrap();
    // one that was presented: no command begins one
    let gathering = json!({
        "format": "pejl.gathering", "version": "1.0", "at": "2026-11-27T09:00:00+01:00", "framework": "kalundborg-lsg",
        "leaders": [{ "name": "Anna", "level": 2, "values": { "evidens": 4 } }, { "values": {} }],
        "marks": { "evidens": { "shown": "2026-11-27T09:05:00+01:00", "agreed": "Vi ses" } },
    });
    home.write("data/gatherings/2026-11-27-1.json", gathering.to_string());
    let calls: &[(&str, &[&str])] = &[
        ("show", &[]),
        ("set", &["2.1", "3"]),
        ("turn", &["2.1", "-1"]),
        ("reset", &["2.1"]),
        ("undo", &[]),
        ("redo", &[]),
        ("redo", &[]),
        ("note", &["2.1"]),
        ("note", &["2.1", "Fordi"]),
        ("decision add", &["Vi venter"]),
        ("decision list", &[]),
        ("decision show", &["d1"]),
        ("bearing save", &["Efterår"]),
        ("set", &["evidens", "-2"]),
        ("bearing save", &[]),
        ("bearing list", &[]),
        ("bearing show", &["efterår"]),
        ("bearing compare", &["b1"]),
        ("bearing compare", &["b1", "b2"]),
        ("bearing restore", &["b1"]),
        ("bearing delete", &["b1"]),
        ("decision add", &["Vi venter igen"]),
        ("decision delete", &["vi v"]),
        ("profile list", &[]),
        ("profile new", &["Bo"]),
        ("profile use", &["Bo"]),
        ("profile rename", &["Bo", "Bo Holm"]),
        ("import", &["anna.json"]),
        ("share", &["team"]),
        ("team", &["team", "anna.json"]),
        ("gathering list", &[]),
        ("gathering show", &[]),
        ("gathering agree", &["tilpasning", "Vi venter"]),
        ("gathering decide", &[]),
        ("gathering end", &["2026-11-27"]),
        ("compare", &["anna.json", "--all"]),
        ("share", &["team", "--take-back"]),
        ("profile delete", &["Bo Holm"]),
        ("framework check", &[framework]),
        ("framework check", &["bad.json"]),
        ("config path", &[]),
        ("config init", &[]),
        ("config check", &[]),
        ("config edit", &[]),
        ("theme list", &[]),
        ("paths", &[]),
        ("doctor", &[]),
    ];
    let mut seen = BTreeSet::new();
    for (command, args) in calls {
        let words: Vec<&str> = command.split(' ').collect();
        let mut call = home.command();
        call.args([&words, *args, &["--json"]].concat());
        // an editor that leaves everything as it is
        call.env("EDITOR", "true").env("PATH", "/usr/bin:/bin");
        let answer = Answer::from(call.output().unwrap());
        let printed: Value = serde_json::from_slice(&answer.out)
            .unwrap_or_else(|error| panic!("{command} {args:?}: {error}: {}", answer.err));
        let faults = faults(command, &printed);
        assert!(faults.is_empty(), "{command} {args:?}: {faults:#?}\n{printed:#}");
        seen.insert((*command).to_owned());
    }
    let mut all = BTreeSet::new();
    commands(&home, &[], &mut all);
    assert_eq!(seen, all, "the commands that are tried and those there are");
    let documented = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/json.md")).unwrap();
    for command in &all {
        let name = command.rsplit(' ').next().unwrap();
        assert!(documented.contains(name), "docs/json.md does not name {command}");
    }
}

#[test]
fn an_answer_of_another_shape_is_no_answer() {
    assert_eq!(faults("undo", &json!({"profile": "x", "step": null})), [""; 0]);
    for wrong in [
        json!({"profile": "x"}),
        json!({"profile": "x", "step": 1}),
        json!({"profile": "x", "step": null, "more": 1}),
    ] {
        assert_ne!(faults("undo", &wrong), [""; 0], "{wrong}");
    }
}
