//! The tables, read back by a CSV reader and by a reader of workbooks.

use super::*;
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

/// Head and rows.
pub fn read(csv: &str, lang: Lang) -> (Vec<String>, Vec<Vec<String>>) {
    let separator = match lang {
        Lang::Da => b';',
        Lang::En => b',',
    };
    let body = csv.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .from_reader(body.as_bytes());
    let strings = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let head = strings(reader.headers().unwrap());
    (
        head,
        reader.records().map(|record| strings(&record.unwrap())).collect(),
    )
}

#[test]
fn csv_reads_back_as_one_row_a_mark_and_one_column_a_bearing() {
    for (lang, number, weight, bearing) in [
        (
            Lang::Da,
            "nr. 2.1",
            "12,99",
            "Pejling 14. september 2026 · Efterår",
        ),
        (
            Lang::En,
            "no. 2.1",
            "12.99",
            "Bearing of 14 September 2026 · Efterår",
        ),
    ] {
        let (head, rows) = read(&text(Format::Csv, &sample(), lang), lang);
        assert_eq!(rows.len(), 12);
        assert_eq!(head.last().map(String::as_str), Some(bearing));
        let row = &rows[3];
        let note = "Nyt botilbud: pårørende og naboer skal med fra begyndelsen.\nVi begynder med kaffe.";
        assert_eq!(row[0], number);
        assert_eq!(row[2..5], ["samskabelse", "Rettidig samskabelse", "4"]);
        assert_eq!(row[6], weight);
        assert_eq!(row[7], note);
        assert_eq!(row[12..], ["1", "3"]);
    }
}

#[test]
fn csv_has_a_byte_order_mark_in_both_languages_for_the_frameworks_text_is_danish_in_both() {
    assert!(exported(Format::Csv, &sample(), Lang::Da).starts_with(b"\xef\xbb\xbfNr."));
    assert!(exported(Format::Csv, &sample(), Lang::En).starts_with(b"\xef\xbb\xbfNo."));
}

#[test]
fn no_number_of_a_mark_is_written_so_that_a_program_can_take_it_for_a_date() {
    for lang in LANGS {
        let (_, rows) = read(&text(Format::Csv, &sample(), lang), lang);
        for row in rows {
            assert!(row[0].starts_with(char::is_alphabetic), "{}", row[0]);
        }
    }
}

#[test]
fn csv_ends_its_lines_as_the_standard_says() {
    let csv = text(Format::Csv, &Profile::new("x", "kalundborg-lsg", 1), Lang::Da);
    assert_eq!(csv.matches("\r\n").count(), 13);
    assert!(!csv.replace("\r\n", "").contains(['\r', '\n']));
}

#[test]
fn no_text_in_csv_begins_like_a_formula_and_numbers_stay_numbers() {
    for begins in [
        "=1+1",
        "+45 12345678",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        "＝1",
        "\u{200b}=1",
    ] {
        let mut profile = sample();
        profile.dials.get_mut("evidens").unwrap().note = begins.into();
        let (_, rows) = read(&text(Format::Csv, &profile, Lang::En), Lang::En);
        assert!(rows[8][7].starts_with('\''), "{begins:?} became {:?}", rows[8][7]);
        assert_eq!(rows[8][4], "-3");
    }
    let mut profile = sample();
    profile.dials.get_mut("evidens").unwrap().note = "Et tal: -5 = fem \"under\" midten; se, her".into();
    for lang in LANGS {
        let (_, rows) = read(&text(Format::Csv, &profile, lang), lang);
        assert_eq!(rows[8][7], "Et tal: -5 = fem \"under\" midten; se, her");
    }
}

/// The cells of a sheet.
pub fn sheet(book: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Vec<Vec<Data>> {
    let range = book.worksheet_range(name).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

/// The workbook of a profile.
fn book(profile: &Profile, lang: Lang) -> Xlsx<Cursor<Vec<u8>>> {
    book_of(exported(Format::Xlsx, profile, lang))
}

pub fn book_of(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn string(text: &str) -> Data {
    Data::String(text.into())
}

#[test]
fn a_sheet_on_paper_lies_on_its_side_with_whole_names_over_every_page() {
    let bytes = exported(Format::Xlsx, &sample(), Lang::Da);
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| std::io::read_to_string(parts.by_name(name).unwrap()).unwrap();
    let sheet = part("xl/worksheets/sheet1.xml");
    for said in [
        r#"paperSize="9""#,
        r#"orientation="landscape""#,
        r#"fitToHeight="0""#,
        // four lines: »Pejling 14.«, »september«, »2026 ·«, »Efterår«
        r#"<row r="1" spans="1:14" ht="60""#,
    ] {
        assert!(
            sheet.contains(said),
            "{said} is not in {}",
            &sheet[..sheet.len().min(3000)]
        );
    }
    assert!(part("xl/workbook.xml").contains("Print_Titles"));
}

#[test]
fn a_workbook_opens_with_a_sheet_for_each_thing() {
    let names = |lang| book(&sample(), lang).sheet_names();
    assert_eq!(
        names(Lang::Da),
        [
            "Pejlemærker",
            "Diagram",
            "Pejlinger",
            "Spørgsmål",
            "Beslutninger",
            "Profil"
        ]
    );
    assert_eq!(
        names(Lang::En),
        [
            "Guideposts",
            "Chart",
            "Bearings",
            "Questions",
            "Decisions",
            "Profile"
        ]
    );
    let empty = Profile::new("x", "kalundborg-lsg", 1);
    assert_eq!(
        book(&empty, Lang::Da).sheet_names(),
        ["Pejlemærker", "Diagram", "Profil"]
    );
}

#[test]
fn a_workbook_holds_numbers_as_numbers_and_dates_as_dates() {
    let mut book = book(&sample(), Lang::Da);
    let marks = sheet(&mut book, "Pejlemærker");
    assert_eq!(marks.len(), 13);
    assert_eq!(marks[4][3], string("Rettidig samskabelse"));
    assert_eq!(marks[4][4], Data::Float(4.0));
    let Data::Float(weight) = marks[4][6] else {
        panic!("{:?}", marks[4][6])
    };
    assert!((weight - 1000.0 / 77.0).abs() < 1e-9);
    assert_eq!(marks[4][12..], [Data::Float(1.0), Data::Float(3.0)]);
    let bearings = sheet(&mut book, "Pejlinger");
    let Data::DateTime(date) = &bearings[1][0] else {
        panic!("{:?}", bearings[1][0])
    };
    assert_eq!(date.as_f64(), 46146.0, "4 May 2026");
    assert_eq!(
        bearings[1][2..5],
        [string("Rettidig samskabelse"), Data::Float(0.0), Data::Float(1.0)]
    );
    let decisions = sheet(&mut book, "Beslutninger");
    assert_eq!(
        decisions[1][2],
        string("Vi lukker onsdagsmødet og bruger tiden i huset.")
    );
    let frame = sheet(&mut book, "Profil");
    assert_eq!(frame[0][1], string("Anna Østergaard"));
}

#[test]
fn a_workbook_holds_no_formula_whatever_stands_in_it() {
    let mut book = book(&hostile(), Lang::Da);
    let names = book.sheet_names();
    for name in &names {
        let formulas = book.worksheet_formula(name).unwrap();
        assert_eq!(formulas.used_cells().count(), 0, "{name}");
    }
    let frame = sheet(&mut book, "Profil");
    assert_eq!(
        frame[0][1],
        string("=1+1</style><script>alert(1)</script>]]>&amp;\"'|*_`#[x](http://x)<!--")
    );
}

#[test]
fn a_text_too_long_for_a_cell_goes_on_below_it() {
    let mut profile = sample();
    profile.dials.get_mut("evidens").unwrap().note = format!("{}slut", "å".repeat(40_000));
    let marks = sheet(&mut book(&profile, Lang::Da), "Pejlemærker");
    let next = marks
        .iter()
        .position(|row| row[2] == string("ressourceopbygning"));
    let long: String = marks[9..next.expect("the next mark comes after it")]
        .iter()
        .map(|row| row[7].to_string())
        .collect();
    assert_eq!(long.chars().count(), 40_004);
    assert!(long.ends_with("slut"));
}

/// A part of the workbook's file.
fn part(bytes: &[u8], name: &str) -> String {
    let mut parts = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    std::io::read_to_string(parts.by_name(name).unwrap()).unwrap()
}

/// The value of an attribute of an element of XML.
fn number(node: &roxmltree::Node, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

/// The height of a row, in points; one that is as high as rows are does not say it.
fn height(row: &roxmltree::Node) -> f64 {
    row.attribute("ht").map_or(15.0, |height| height.parse().unwrap())
}

#[test]
fn every_row_is_as_high_as_its_texts_are_and_no_text_is_higher_than_a_row_can_be() {
    let mut profile = sample();
    profile.dials.get_mut("evidens").unwrap().note = "Et ord til og et til. ".repeat(450);
    let bytes = exported(Format::Xlsx, &profile, Lang::Da);
    for sheet in 1..=6 {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        let sheet = roxmltree::Document::parse(&xml).unwrap();
        for row in sheet.descendants().filter(|node| node.has_tag_name("row")) {
            assert!((15.0..=409.0).contains(&height(&row)));
        }
    }
    let widths = part(&bytes, "xl/worksheets/sheet1.xml");
    let widths = roxmltree::Document::parse(&widths).unwrap();
    let column = |at: f64| {
        widths
            .descendants()
            .find(|node| node.has_tag_name("col") && number(node, "min") <= at && at <= number(node, "max"))
            .map(|node| number(&node, "width"))
            .unwrap()
    };
    let across: f64 = (1..=14).map(|at| column(f64::from(at))).sum();
    assert!(
        across < 270.0,
        "{across} characters is more than a sheet of A4 holds"
    );
    let marks = sheet(&mut book(&profile, Lang::Da), "Pejlemærker");
    let heights: Vec<f64> = widths
        .descendants()
        .filter(|node| node.has_tag_name("row"))
        .map(|row| height(&row))
        .collect();
    for (row, height) in marks.iter().zip(&heights).skip(1) {
        for at in [7, 10, 11] {
            let text = row[at].to_string();
            let lines = (text.chars().count() as f64 / (column(at as f64 + 1.0) - 1.0)).ceil();
            assert!(
                lines * 15.0 <= height + 15.0,
                "{lines} lines in {height} points: {text}"
            );
        }
    }
}

#[test]
fn the_marks_stand_in_their_fields_colours_and_in_a_chart_of_all_twelve() {
    let bytes = exported(Format::Xlsx, &sample(), Lang::Da);
    let styles = part(&bytes, "xl/styles.xml");
    let chart = part(&bytes, "xl/charts/chart1.xml");
    for colour in ["2A44BC", "1A8060", "5C2551", "994C11"] {
        assert!(styles.contains(colour) && chart.contains(colour), "{colour}");
    }
    assert_eq!(chart.matches("<c:dPt>").count(), 12);
    assert!(chart.contains("Diagram!$C$2:$C$13"), "{chart}");
    let rows = sheet(&mut book(&sample(), Lang::Da), "Diagram");
    assert_eq!(rows[4][1..3], [string("Samskabelse"), Data::Float(4.0)]);
}

#[test]
fn dates_before_those_of_workbooks_are_text() {
    let mut profile = sample();
    bearings(&mut profile)[0].at = "1815-06-18T12:00:00+00:00".parse().unwrap();
    let bearings = sheet(&mut book(&profile, Lang::Da), "Pejlinger");
    assert_eq!(bearings[1][0], string("1815-06-18"));
}
