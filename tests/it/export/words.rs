//! The framework's own text in what goes out, letter by letter as in its file.

use super::{
    csv_and_xlsx::{book_of, read, sheet},
    html_and_svg::page,
    markdown::seen,
    *,
};

/// The text of a format without markup, its white space made one blank each.
fn told(format: Format, profile: &Profile, lang: Lang) -> String {
    let text = match format {
        Format::Markdown => seen(&text(format, profile, lang)),
        Format::Html => page(&text(format, profile, lang)).all_text(),
        Format::Csv => {
            let (_, rows) = read(&text(format, profile, lang), lang);
            rows.concat().join(" ")
        }
        Format::Xlsx => {
            let mut book = book_of(exported(format, profile, lang));
            let rows = sheet(&mut book, lang.text().export.marks);
            let cells = rows.concat().into_iter().map(|cell| cell.to_string());
            cells.collect::<Vec<_>>().join(" ")
        }
        other => panic!("{other:?} does not hold the framework's text"),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_definition_and_every_text_of_the_own_level_goes_out_as_it_is() {
    let framework = Framework::built_in();
    for level in [1, 2] {
        let mut profile = sample();
        profile.level = level;
        for lang in LANGS {
            for format in [Format::Markdown, Format::Html, Format::Csv, Format::Xlsx] {
                let told = told(format, &profile, lang);
                for (_, _, mark) in framework.marks() {
                    let own = &mark.levels[usize::from(level) - 1];
                    let texts = [Some(&mark.definition), Some(own), mark.footnote.as_ref()];
                    for text in texts.into_iter().flatten() {
                        assert!(told.contains(text), "{format:?} {lang:?} lacks {text}");
                    }
                }
            }
        }
    }
}
