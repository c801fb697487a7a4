//! The tables, read back by a CSV reader and by a reader of workbooks.

use super::*;
use calamine::{Data, Reader, Xlsx};
use std::io::Cursor;

/// Head and rows.
pub fn read(csv: &str, lang: Lang) -> (Vec<String>, Vec<Vec<String>>) {
    let (separator, body) = match lang {
        Lang::Da => (b';', csv.strip_prefix('\u{feff}').expect("a byte order mark")),
        Lang::En => (b',', csv),
    };
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
    for (lang, weight, bearing) in [
        (Lang::Da, "12,99", "Pejling 14. september 2026 · Efterår"),
        (Lang::En, "12.99", "Bearing of 14 September 2026 · Efterår"),
    ] {
        let (head, rows) = read(&text(Format::Csv, &sample(), lang), lang);
        assert_eq!(rows.len(), 12);
        assert_eq!(head.last().map(String::as_str), Some(bearing));
        let row = &rows[3];
        let note = "Nyt botilbud: pårørende og naboer skal med fra begyndelsen.\nVi begynder med kaffe.";
        assert_eq!(row[0], "2.1");
        assert_eq!(row[2..5], ["samskabelse", "Rettidig samskabelse", "4"]);
        assert_eq!(row[6], weight);
        assert_eq!(row[7], note);
        assert_eq!(row[10..], ["1", "3"]);
    }
}

#[test]
fn only_danish_csv_has_a_byte_order_mark() {
    assert!(exported(Format::Csv, &sample(), Lang::Da).starts_with(b"\xef\xbb\xbfNr."));
    assert!(exported(Format::Csv, &sample(), Lang::En).starts_with(b"No."));
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
        r#"<row r="1" spans="1:12" ht="60""#,
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
        ["Pejlemærker", "Pejlinger", "Spørgsmål", "Beslutninger", "Profil"]
    );
    assert_eq!(
        names(Lang::En),
        ["Guideposts", "Bearings", "Questions", "Decisions", "Profile"]
    );
    let empty = Profile::new("x", "kalundborg-lsg", 1);
    assert_eq!(book(&empty, Lang::Da).sheet_names(), ["Pejlemærker", "Profil"]);
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
    assert_eq!(marks[4][10..], [Data::Float(1.0), Data::Float(3.0)]);
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
    let long: String = marks
        .iter()
        .skip(9)
        .take(3)
        .map(|row| row[7].to_string())
        .collect();
    assert_eq!(long.chars().count(), 40_004);
    assert!(long.ends_with("slut"));
    assert_eq!(
        marks[12][2],
        string("ressourceopbygning"),
        "the next mark comes after it"
    );
}

#[test]
fn dates_before_those_of_workbooks_are_text() {
    let mut profile = sample();
    bearings(&mut profile)[0].at = "1815-06-18T12:00:00+00:00".parse().unwrap();
    let bearings = sheet(&mut book(&profile, Lang::Da), "Pejlinger");
    assert_eq!(bearings[1][0], string("1815-06-18"));
}
