//! What is said about a framework file of another organisation: every fault, with its line, column, path and kind.
//!
//! Each case is the example with one or more of its lines replaced, so that the places can be read off the fixture.

use pejl::core::framework::{Kind, TITLE_MAX};
use pejl::core::problem::{self, Problem, ProblemKind, SyntaxErrorKind};
use pejl::format::{
    DUPLICATES_LISTED,
    framework::{self, SCHEMA},
};
use serde_json::Value;

const EXAMPLE: &str = include_str!("../fixtures/example-framework.json");
const BUILT_IN: &str = include_str!("../../assets/framework.da.json");

/// The example with these lines, counted from 1, replaced.
fn example(replaced: &[(usize, &str)]) -> String {
    let mut lines: Vec<&str> = EXAMPLE.lines().collect();
    for &(line, text) in replaced {
        lines[line - 1] = text;
    }
    lines.join("\n")
}

/// The faults as line, column, path and kind.
fn faults(file: impl AsRef<[u8]>) -> Vec<(u32, u32, String, ProblemKind)> {
    let faults = framework::read(file.as_ref()).expect_err("there is a fault");
    let row =
        |Problem { position, path, kind }: Problem| (position.line, position.column, path.to_string(), kind);
    faults.into_iter().map(row).collect()
}

fn wrong_type(expected: problem::Kind, found: problem::Kind) -> ProblemKind {
    ProblemKind::WrongType { expected, found }
}

fn count(min: usize, max: usize, found: usize) -> ProblemKind {
    ProblemKind::Count { min, max, found }
}

#[test]
fn a_framework_of_another_organisation_is_read_whole() {
    let framework = framework::read(EXAMPLE.as_bytes()).unwrap();
    assert_eq!(framework.organisation, "Saltmarsh Library Association");
    assert_eq!(framework.levels, ["Branch", "Library", "Association"]);
    assert_eq!(framework.foreword_heading(), Some("What we ask of each other"));
    assert_eq!(
        framework.fields.iter().map(|f| f.marks.len()).collect::<Vec<_>>(),
        [1, 4, 2]
    );
    assert_eq!(
        framework.fields.iter().map(|f| f.kind).collect::<Vec<_>>(),
        [Kind::Known, Kind::New, Kind::New].map(Some)
    );
    let sources = framework.find_mark("3.2").unwrap();
    assert_eq!(sources.get(), 6);
    assert_eq!(framework.position(sources), "3.2");
    assert_eq!(framework.field(framework.field_of(sources)).id, "skills");
    let rooms = framework.field_by_id("rooms").unwrap();
    assert_eq!(
        framework
            .marks_of(rooms)
            .map(|mark| mark.get())
            .collect::<Vec<_>>(),
        [1, 2, 3, 4]
    );
    let children = framework.mark(framework.mark_by_id("children").unwrap());
    assert_eq!(
        children.footnote.as_deref(),
        Some("Storytellers: staff and volunteers alike.")
    );
    assert!(framework.documents.is_empty() && framework.notes.is_empty());
}

/// A line of the example, counted from 1, and what stands there instead; then the one fault there is.
const FAULTS: &str = r##"
2 >  "format": "pejl.profile",
2:13 format: UnknownFormat { found: "pejl.profile", expected: "pejl.framework" }
2 >
1:1 format: Missing
3 >  "version": "2.0",
3:14 version: NewerVersion { found: "2.0" }
3 >  "version": "99999999999999999999999.0",
3:14 version: NewerVersion { found: "99999999999999999999999.0" }
3 >  "version": "0.9",
3:14 version: BadVersion { found: "0.9" }
3 >  "version": "01.0",
3:14 version: BadVersion { found: "01.0" }
3 >  "version": "1",
3:14 version: BadVersion { found: "1" }
3 >  "version": 1.0,
3:14 version: WrongType { expected: String, found: Number }
4 >  "id": "Saltmarsh",
4:9 id: BadId { found: "Saltmarsh" }
5 >
1:1 title: Missing
5 >  "title": "",
5:12 title: Empty
6 >  "organisation": " \u00a0 ",
6:19 organisation: Empty
7 >  "language": null,
7:15 language: WrongType { expected: String, found: Null }
9 >    7,
9:5 foreword[0]: WrongType { expected: String, found: Number }
10 >    "One.\nTwo."
10:5 foreword[1]: Invisible { found: '\n' }
10 >    "Red \u001b[31m"
10:5 foreword[1]: Invisible { found: '\u{1b}' }
10 >    "Turned \u202e round"
10:5 foreword[1]: Invisible { found: '\u{202e}' }
10 >    "Noted \ufff9 down"
10:5 foreword[1]: Invisible { found: '\u{fff9}' }
12 >  "levels": "Branch",
12:13 levels: WrongType { expected: Array, found: String }
16 >      "id": "a_b",
16:13 fields[0].id: BadId { found: "a_b" }
16 >      "id": "blåbær",
16:13 fields[0].id: BadId { found: "blåbær" }
16 >      "id": "-a",
16:13 fields[0].id: BadId { found: "-a" }
16 >      "id": "12",
16:13 fields[0].id: BadId { found: "12" }
16 >      "id": "",
16:13 fields[0].id: Empty
17 >
15:5 fields[0].title: Missing
18 >      "short": "æøåæøåæøåæøåæøåæøåæøåæøåæøåæøåæøåæøåæøåæø",
18:16 fields[0].short: TooLong { max: 40, found: 41 }
19 >      "kind": "old",
19:15 fields[0].kind: UnknownChoice { found: "old", allowed: ["known", "new"] }
19 >      "kind": true,
19:15 fields[0].kind: WrongType { expected: String, found: Bool }
22 >          "id": 3,
22:17 fields[0].marks[0].id: WrongType { expected: String, found: Number }
25 >          "definition": ["a"],
25:25 fields[0].marks[0].definition: WrongType { expected: String, found: Array }
19 >      "equal": "marks", "kind": "gammel",
19:33 fields[0].kind: UnknownChoice { found: "gammel", allowed: ["known", "new"] }
13 >  "equal": "all",
13:12 equal: UnknownChoice { found: "all", allowed: ["marks", "fields"] }
13 >  "columns": [{"title": "Known"}, {"asks": "why"}],
13:35 columns[1].title: Missing
27 >
26:21 fields[0].marks[0].levels: Count { min: 3, max: 3, found: 2 }
27 >            "",
27:13 fields[0].marks[0].levels[0]: Empty
45 >          "levels": {}
45:21 fields[1].marks[0].levels: WrongType { expected: Array, found: Object }
60 >          "footnote": null
60:23 fields[1].marks[2].footnote: WrongType { expected: String, found: Null }
48 >          "id": "quiet",
48:17 fields[1].marks[1].id: DuplicateId { first: Path("fields[1].marks[0].id") }
22 >          "id": "collection",
22:17 fields[0].marks[0].id: DuplicateId { first: Path("fields[0].id") }
13 >  "drawn_by": 1, "title": "Again",
13:18 title: DuplicateKey
13 >  "drawn_by": {"a": 1, "a": 2},
13:24 drawn_by.a: DuplicateKey
12 >  "levels": ["Branch" "Library"],
12:23 levels: Syntax(Unexpected { found: '"', expected: CommaOrBracket })
16 >      id: "collection",
16:7 fields[0]: Syntax(Unexpected { found: 'i', expected: Key })
17 >      "title": "We keep
17:24 fields[0].title: Syntax(ControlInString)
3 >  "version": 01.0,
3:15 version: Syntax(BadNumber)
"##;

#[test]
fn each_fault_is_found_at_its_line_column_and_path() {
    let lines: Vec<&str> = FAULTS.trim().lines().collect();
    for case in lines.chunks(2) {
        let (line, with) = case[0].split_once(" >").unwrap();
        let file = example(&[(line.parse().unwrap(), with)]);
        let said = |(line, column, path, kind)| format!("{line}:{column} {path}: {kind:?}");
        let found: Vec<String> = faults(file).into_iter().map(said).collect();
        assert_eq!(found, [case[1]], "{}", case[0]);
    }
}

#[test]
fn all_faults_are_said_at_once_in_the_order_of_the_file() {
    let file = example(&[
        (4, r#"  "id": "A","#),
        (6, r#"  "organisation": 7,"#),
        (7, ""),
        (13, r#"  "id": "again","#),
        (19, r#"      "kind": "old","#),
        (38, r#"      "kind": "old","#),
        (45, r#"          "levels": ["Only one."]"#),
    ]);
    let found: Vec<_> = faults(file)
        .into_iter()
        .map(|(line, column, path, _)| (line, column, path))
        .collect();
    let expected = [
        (1, 1, "language"),
        (4, 9, "id"),
        (6, 19, "organisation"),
        (13, 3, "id"),
        (19, 15, "fields[0].kind"),
        (38, 15, "fields[1].kind"),
        (45, 21, "fields[1].marks[0].levels"),
    ];
    assert_eq!(
        found,
        expected.map(|(line, column, path)| (line, column, path.to_string()))
    );
}

#[test]
fn a_file_that_is_no_framework_gets_one_fault_and_not_a_list() {
    use problem::Kind::*;
    assert_eq!(faults("[]"), [(1, 1, "".into(), wrong_type(Object, Array))]);
    assert_eq!(faults("\n  12"), [(2, 3, "".into(), wrong_type(Object, Number))]);
    let profile = r#"{"format": "pejl.profile", "version": "9.0"}"#;
    assert_eq!(
        faults(profile),
        [(
            1,
            12,
            "format".into(),
            ProblemKind::UnknownFormat {
                found: "pejl.profile".into(),
                expected: "pejl.framework"
            }
        )]
    );
}

#[test]
fn an_empty_object_lacks_format_and_version() {
    let missing = |path: &str| (1, 1, path.to_owned(), ProblemKind::Missing);
    assert_eq!(faults("{}"), [missing("format"), missing("version")]);
    let head = r#"{"format": "pejl.framework", "version": "1.0"}"#;
    let keys = ["id", "title", "organisation", "language", "foreword", "fields"];
    assert_eq!(faults(head), keys.map(missing));
}

#[test]
fn hostile_files_are_refused_by_name() {
    let syntax = |file: &[u8]| match &faults(file)[..] {
        [(line, column, _, ProblemKind::Syntax(kind))] => (*line, *column, *kind),
        other => panic!("{other:?}"),
    };
    let marked = format!("\u{feff}{EXAMPLE}");
    assert_eq!(syntax(marked.as_bytes()), (1, 1, SyntaxErrorKind::ByteOrderMark));
    let latin: Vec<u8> = example(&[(5, "  \"title\": \"Hylder ?\",")])
        .bytes()
        .map(|b| if b == b'?' { 0xE5 } else { b })
        .collect();
    assert_eq!(syntax(&latin), (5, 20, SyntaxErrorKind::NotUtf8));
    let utf16: Vec<u8> = EXAMPLE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(syntax(&utf16).0, 1);
    assert_eq!(
        syntax(&b"{\"a\":".repeat(100_000)),
        (1, 161, SyntaxErrorKind::TooDeep { limit: 32 })
    );
    assert_eq!(
        syntax(&vec![b' '; 1024 * 1024 + 1]),
        (1, 1, SyntaxErrorKind::TooLarge { limit: 1024 * 1024 })
    );
    assert_eq!(syntax(b""), (1, 1, SyntaxErrorKind::UnexpectedEnd));
    let cut = &EXAMPLE.as_bytes()[..EXAMPLE.len() / 2];
    assert_eq!(syntax(cut).2, SyntaxErrorKind::UnexpectedEnd);
}

/// A file with this many fields, marks in each, and levels.
fn sized(fields: usize, marks: usize, levels: usize) -> String {
    let texts: Vec<String> = (0..levels).map(|n| format!("Level {n}")).collect();
    let mark = |f, m| serde_json::json!({"id": format!("m{f}-{m}"), "title": "T", "short": "S", "definition": "D", "levels": texts});
    let field = |f| {
        let marks: Vec<Value> = (0..marks).map(|m| mark(f, m)).collect();
        serde_json::json!({"id": format!("f{f}"), "title": "T", "short": "S", "kind": "new", "marks": marks})
    };
    let fields: Vec<Value> = (0..fields).map(field).collect();
    let file = serde_json::json!({
        "format": "pejl.framework", "version": "1.0", "id": "x", "title": "T", "organisation": "O",
        "language": "en", "foreword": [], "levels": texts, "fields": fields
    });
    file.to_string()
}

#[test]
fn sizes_are_accepted_up_to_their_limits_and_refused_beyond() {
    for (fields, marks, levels) in [(1, 1, 1), (12, 12, 6), (1, 12, 2), (12, 1, 1), (1, 1, 0)] {
        let framework = framework::read(sized(fields, marks, levels).as_bytes()).unwrap();
        assert_eq!(
            (framework.field_count(), framework.mark_count()),
            (fields, fields * marks)
        );
        assert_eq!(framework.levels.len(), levels);
    }
    let kinds = |file: String| -> Vec<(String, ProblemKind)> {
        faults(file)
            .into_iter()
            .map(|(_, _, path, kind)| (path, kind))
            .collect()
    };
    assert_eq!(kinds(sized(0, 1, 1)), [("fields".into(), count(1, 12, 0))]);
    assert_eq!(kinds(sized(13, 1, 1)), [("fields".into(), count(1, 12, 13))]);
    assert_eq!(
        kinds(sized(1, 0, 1)),
        [("fields[0].marks".into(), count(1, 12, 0))]
    );
    assert_eq!(
        kinds(sized(1, 13, 1)),
        [("fields[0].marks".into(), count(1, 12, 13))]
    );
    let levels = |found| {
        [
            ("levels".into(), count(0, 6, found)),
            ("fields[0].marks[0].levels".into(), count(0, 6, found)),
        ]
    };
    assert_eq!(kinds(sized(1, 1, 7)), levels(7));
}

#[test]
fn the_longest_texts_are_accepted_and_one_character_more_is_not() {
    let with = |pointer: &str, text: String| {
        let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
        *file.pointer_mut(pointer).unwrap() = text.into();
        framework::read(file.to_string().as_bytes())
    };
    let limits = [
        ("/id", framework::ID_MAX),
        ("/fields/0/id", framework::ID_MAX),
        ("/fields/0/marks/0/short", framework::SHORT_MAX),
        ("/levels/0", framework::NAME_MAX),
        ("/title", TITLE_MAX),
        ("/fields/0/title", TITLE_MAX),
        ("/foreword/0", framework::TEXT_MAX),
        ("/fields/0/marks/0/definition", framework::TEXT_MAX),
        ("/fields/1/marks/2/footnote", framework::TEXT_MAX),
    ];
    for (pointer, max) in limits {
        assert!(with(pointer, "x".repeat(max)).is_ok(), "{pointer}");
        let faults = with(pointer, "x".repeat(max + 1)).unwrap_err();
        assert_eq!(
            faults[0].kind,
            ProblemKind::TooLong { max, found: max + 1 },
            "{pointer}"
        );
    }
}

#[test]
fn what_may_be_left_out_takes_the_place_of_what_is_there() {
    let file = example(&[(18, ""), (19, ""), (24, "")]);
    let framework = framework::read(file.as_bytes()).unwrap();
    let field = &framework.fields[0];
    assert_eq!((&field.short, field.kind), (&field.title, None));
    assert_eq!(field.marks[0].short, field.marks[0].title);
}

/// The example with this list of questions.
fn asking(questions: &str) -> String {
    example(&[(13, &format!("  \"questions\": {questions},"))])
}

/// A question, and the faults in it with their path.
const QUESTION_FAULTS: &[(&str, &[&str])] = &[
    (r#"{}"#, &["ask: Missing", "id: Missing", "when: Missing"]),
    (
        r#"{"id": "A", "quote": "Q", "ask": {"da": "X?"}, "when": {"all-up": true}}"#,
        &[r#"id: BadId { found: "A" }"#],
    ),
    (
        r#"{"id": "a", "ask": {"da": "X?"}, "when": {"all-up": true}}"#,
        &["quote: Missing"],
    ),
    (
        r#"{"id": "a", "quote": "Another sentence.", "ask": {"da": "X?"}, "when": {"all-up": true}}"#,
        &["quote: NotInText"],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {}, "when": {"all-up": true}}"#,
        &["ask.da: Missing"],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"en": "Since {date}?"}, "when": {"all-up": true}}"#,
        &[r#"ask.en: UnknownBlank { found: "date", allowed: [] }"#],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"en": "{mark} {x}?"}, "when": {"mark-down": "any"}}"#,
        &[r#"ask.en: UnknownBlank { found: "x", allowed: ["mark"] }"#],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"da": "X?"}, "when": {}}"#,
        &["when: Conditions { found: 0"],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"da": "X?"}, "when": {"all-up": true, "unread": true}}"#,
        &["when: Conditions { found: 2"],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"da": "X?"}, "when": {"unread": false}}"#,
        &[r#"when.unread: UnknownChoice { found: "false", allowed: ["true"] }"#],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"da": "X?"}, "when": {"mark-down": ["nowhere"]}}"#,
        &[r#"when.mark-down[0]: UnknownId { found: "nowhere", of_a_mark: true }"#],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"da": "X?"}, "when": {"field-down": ["children"]}}"#,
        &[r#"when.field-down[0]: UnknownId { found: "children", of_a_mark: false }"#],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"da": "X?"}, "when": {"field-down": "all"}}"#,
        &[r#"when.field-down: UnknownChoice { found: "all", allowed: ["any"] }"#],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"da": "X?"}, "when": {"unmoved": 1}}"#,
        &[r#"when.unmoved: OffScale { found: "1", min: 2, max: 99 }"#],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"da": "X?"}, "when": {"raised": ["children"]}}"#,
        &["when.at: Missing"],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"da": "X?"}, "when": {"lowered": ["children"], "at": 3}}"#,
        &[r#"when.at: OffScale { found: "3", min: -5, max: -1 }"#],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"da": "X?"}, "when": {"guard": {"up": [], "down": "x"}}}"#,
        &[
            "when.guard.up: Count { min: 1, max: 12, found: 0 }",
            r#"when.guard.down: UnknownId { found: "x", of_a_mark: false }"#,
        ],
    ),
    (
        r#"{"id": "a", "quote": "Q", "ask": {"da": "X?"}, "when": {"enriches": {"from": ["rooms"], "to": 7}}}"#,
        &[
            "when.enriches.at: Missing",
            "when.enriches.to: WrongType { expected: String, found: Number }",
        ],
    ),
];

#[test]
fn each_fault_of_a_question_is_named_at_its_path_and_the_schema_refuses_what_it_can() {
    let validator = jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    let example: Value = serde_json::from_str(EXAMPLE).unwrap();
    let sentence = example["foreword"][1].as_str().unwrap();
    let beyond = ["UnknownId", "NotInText", "UnknownBlank"];
    for (question, expected) in QUESTION_FAULTS {
        let question = question.replace("\"Q\"", &serde_json::to_string(sentence).unwrap());
        let file = asking(&format!("[{question}]"));
        let mut found: Vec<String> = faults(file.clone())
            .into_iter()
            .map(|(_, _, path, kind)| format!("{}: {kind:?}", path.trim_start_matches("questions[0].")))
            .collect();
        found.sort_by_key(|fault| expected.iter().position(|one| fault.starts_with(one)));
        assert_eq!(found.len(), expected.len(), "{question}: {found:?}");
        for (found, expected) in found.iter().zip(*expected) {
            assert!(found.starts_with(expected), "{found}, not {expected}");
        }
        let file: Value = serde_json::from_str(&file).unwrap();
        let only_beyond = expected
            .iter()
            .all(|fault| beyond.iter().any(|kind| fault.contains(kind)));
        assert_eq!(validator.is_valid(&file), only_beyond, "{question}");
    }
}

#[test]
fn two_questions_share_no_id_and_there_are_at_most_forty() {
    let one = r#"{"id": "a", "ask": {"da": "X {date}?"}, "when": {"review-due": true}}"#;
    let twice = faults(asking(&format!("[{one}, {one}]")));
    assert_eq!(twice.len(), 1);
    assert!(matches!(twice[0].3, ProblemKind::DuplicateId { .. }));
    let many: Vec<String> = (0..41)
        .map(|at| one.replace("\"a\"", &format!("\"a{at}\"")))
        .collect();
    assert!(framework::read(asking(&format!("[{}]", many[..40].join(","))).as_bytes()).is_ok());
    let many = faults(asking(&format!("[{}]", many.join(","))));
    assert_eq!(many.len(), 1);
    assert_eq!(many[0].3, count(0, 40, 41));
}

#[test]
fn a_newer_minor_version_and_unknown_keys_are_no_fault() {
    let file = example(&[
        (3, r#"  "version": "1.99999999999999999999","#),
        (13, r#"  "new": [{"deep": {}}],"#),
    ]);
    assert!(framework::read(file.as_bytes()).is_ok());
}

#[test]
fn a_million_faults_take_neither_memory_nor_time() {
    // Lists far over their size, and every entry of another kind than it should be.
    let many = |item: &str| vec![item; 200_000].join(",");
    let fields = example(&[(15, &format!("{},{{", many("0")))]);
    assert!(faults(fields).len() < 20);
    let foreword = example(&[(9, &format!("{},", many("0")))]);
    assert!(faults(foreword).len() < 1 + framework::LIST_MAX + 1);
    let keys = example(&[(13, &format!("{},", many("\"\":0")))]);
    assert_eq!(faults(keys).len(), DUPLICATES_LISTED);
}

#[test]
fn the_schema_has_the_same_limits_and_keys_as_the_reader() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["properties"]["format"]["const"], framework::FORMAT);
    assert!(
        schema["properties"]["version"]["pattern"]
            .as_str()
            .unwrap()
            .starts_with(&format!("^{}", framework::MAJOR))
    );
    let at = |pointer: &str| schema.pointer(pointer).unwrap_or_else(|| panic!("{pointer}"));
    let limits = [
        ("/properties/fields/maxItems", framework::FIELDS_MAX),
        ("/$defs/field/properties/marks/maxItems", framework::MARKS_MAX),
        ("/properties/levels/maxItems", framework::LEVELS_MAX),
        ("/$defs/mark/properties/levels/maxItems", framework::LEVELS_MAX),
        ("/properties/foreword/maxItems", framework::LIST_MAX),
        ("/properties/documents/maxItems", framework::LIST_MAX),
        ("/properties/notes/maxItems", framework::LIST_MAX),
        (
            "/$defs/mark/properties/title_variants/maxItems",
            framework::LIST_MAX,
        ),
        ("/$defs/id/maxLength", framework::ID_MAX),
        ("/properties/columns/maxItems", framework::COLUMNS_MAX),
        ("/properties/questions/maxItems", framework::QUESTIONS_MAX),
        ("/$defs/ask/maxLength", framework::ASK_MAX),
        ("/$defs/name/maxLength", framework::NAME_MAX),
        ("/$defs/short/maxLength", framework::SHORT_MAX),
        ("/$defs/title/maxLength", TITLE_MAX),
        ("/$defs/text/maxLength", framework::TEXT_MAX),
        ("/properties/fields/minItems", 1),
        ("/$defs/field/properties/marks/minItems", 1),
    ];
    for (pointer, limit) in limits {
        assert_eq!(at(pointer), limit, "{pointer}");
    }
    // What the schema requires is what the reader misses, and what it names is what the reader looks at.
    for (object, pointer) in [
        ("", ""),
        ("/$defs/field", "/fields/0"),
        ("/$defs/mark", "/fields/0/marks/0"),
    ] {
        let required: Vec<&str> = at(&format!("{object}/required"))
            .as_array()
            .unwrap()
            .iter()
            .map(|key| key.as_str().unwrap())
            .collect();
        for key in at(&format!("{object}/properties")).as_object().unwrap().keys() {
            let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
            let parent = file.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
            parent.insert(key.clone(), false.into());
            assert!(
                framework::read(file.to_string().as_bytes()).is_err(),
                "{object} {key} is looked at"
            );
            let parent = file.pointer_mut(pointer).unwrap().as_object_mut().unwrap();
            parent.remove(key);
            if (pointer, key.as_str()) == ("", "levels") {
                // the marks have none then either
                for mark in file.pointer_mut("/fields").unwrap().as_array_mut().unwrap() {
                    for mark in mark["marks"].as_array_mut().unwrap() {
                        mark.as_object_mut().unwrap().remove("levels");
                    }
                }
            }
            let missed = framework::read(file.to_string().as_bytes()).is_err();
            // that a mark has as many levels as the framework is beyond the schema
            let beyond = (object, key.as_str()) == ("/$defs/mark", "levels");
            assert_eq!(
                missed,
                beyond || required.contains(&key.as_str()),
                "{object} {key}"
            );
        }
    }
}

#[test]
fn the_schema_takes_what_the_reader_takes_and_refuses_what_it_refuses() {
    let validator = jsonschema::validator_for(&serde_json::from_str(SCHEMA).unwrap()).unwrap();
    for sound in [EXAMPLE, BUILT_IN] {
        let file: Value = serde_json::from_str(sound).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&file)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(errors, [""; 0]);
    }
    for (pointer, value) in [
        ("/format", Value::from("pejl.profile")),
        ("/version", "2.0".into()),
        ("/levels", vec!["Level"; 7].into()),
        ("/fields/0/id", "".into()),
        ("/fields/0/marks", Value::Null),
        ("/fields/0/marks/0/title", 7.into()),
    ] {
        let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
        *file.pointer_mut(pointer).unwrap() = value;
        assert!(framework::read(file.to_string().as_bytes()).is_err(), "{pointer}");
        assert!(!validator.is_valid(&file), "{pointer}");
    }
}

#[test]
fn every_key_of_the_built_in_framework_is_in_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let file: Value = serde_json::from_str(BUILT_IN).unwrap();
    let known = |object: &Value, pointer: &str| {
        for key in object.as_object().unwrap().keys() {
            assert!(
                schema.pointer(pointer).unwrap()["properties"].get(key).is_some(),
                "{key}"
            );
        }
    };
    known(&file, "");
    for field in file["fields"].as_array().unwrap() {
        known(field, "/$defs/field");
        field["marks"]
            .as_array()
            .unwrap()
            .iter()
            .for_each(|mark| known(mark, "/$defs/mark"));
    }
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_a_framework_or_faults(bytes: Vec<u8>) {
        let _ = framework::read(&bytes);
    }

    #[test]
    fn the_example_with_any_bytes_changed_is_a_framework_or_faults(at: proptest::sample::Index, put: Vec<u8>, cut in 0usize..40) {
        let mut file = EXAMPLE.as_bytes().to_vec();
        let at = at.index(file.len());
        let end = (at + cut).min(file.len());
        file.splice(at..end, put);
        if let Err(faults) = framework::read(&file) {
            proptest::prop_assert!(!faults.is_empty());
            let lines = file.iter().filter(|&&b| b == b'\n').count() as u32 + 1;
            proptest::prop_assert!(faults.iter().all(|fault| (1..=lines).contains(&fault.position.line)));
        }
    }
}
