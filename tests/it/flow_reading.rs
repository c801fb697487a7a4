//! What the framework says can be read on the screens at every size: what there is no room for is scrolled to.

use crate::common::{Driver, has_word, pages};
use pejl::core::framework::{Framework, MarkIndex};

/// Small windows, and one that is wide and low.
const SIZES: [(u16, u16); 5] = [(80, 24), (60, 18), (40, 12), (100, 30), (120, 16)];

/// Every word of a mark's definition and of what it asks at a level, or at all of them.
fn words(framework: &Framework, mark: MarkIndex, level: Option<usize>) -> Vec<String> {
    let mark = framework.mark(mark);
    let levels = mark.levels.iter().enumerate();
    let levels = levels.filter(|(at, _)| level.is_none_or(|level| level == *at));
    let texts = [&mark.title, &mark.definition].into_iter();
    let texts = texts.chain(levels.map(|(_, text)| text));
    texts
        .flat_map(|text| text.split_whitespace())
        .map(str::to_owned)
        .collect()
}

#[track_caller]
fn assert_read(pages: &[String], words: &[String], place: &str) {
    for word in words {
        let shown = pages.iter().any(|page| has_word(page, word));
        assert!(shown, "{place}: {word} in\n{}", pages.join("\n---\n"));
    }
}

#[test]
fn every_word_of_a_mark_can_be_read_on_its_screen_at_every_size() {
    for (width, height) in SIZES {
        let mut driver = Driver::new(width, height);
        driver.press("Enter Enter");
        let framework = driver.program.app.state.framework.clone();
        for mark in framework.mark_indices() {
            let pages = pages(&mut driver);
            let place = format!("mark {} at {width}×{height}", mark.get());
            assert_read(&pages, &words(&framework, mark, None), &place);
            driver.press("Tab");
        }
    }
}

#[test]
fn every_word_of_a_field_s_marks_can_be_read_on_its_screen_at_every_size() {
    for (width, height) in SIZES {
        let mut driver = Driver::new(width, height);
        let framework = driver.program.app.state.framework.clone();
        for field in framework.field_indices() {
            driver.press(&format!("Esc {} Enter", field.get() + 1));
            let pages = pages(&mut driver);
            let level = driver.program.app.state.own_level();
            for mark in framework.marks_of(field) {
                let place = format!("field {} at {width}×{height}", field.get());
                assert_read(&pages, &words(&framework, mark, Some(level)), &place);
            }
        }
    }
}

#[test]
fn every_word_of_a_level_can_be_read_on_its_page_at_every_size() {
    for (width, height) in SIZES {
        let mut driver = Driver::new(width, height);
        driver.press("v Home");
        let framework = driver.program.app.state.framework.clone();
        let level = driver.program.app.state.own_level();
        let pages = pages(&mut driver);
        for (mark, _, shown) in framework.marks() {
            let texts = [&shown.title, &shown.levels[level]];
            let words: Vec<String> = texts
                .into_iter()
                .flat_map(|text| text.split_whitespace())
                .map(str::to_owned)
                .collect();
            let place = format!("level of mark {} at {width}×{height}", mark.get());
            assert_read(&pages, &words, &place);
        }
    }
}

#[test]
fn in_a_low_window_the_rose_is_a_list_of_all_marks() {
    for (width, height) in [(60, 18), (40, 12)] {
        let mut driver = Driver::new(width, height);
        driver.press("o");
        let framework = driver.program.app.state.framework.clone();
        let pages = pages(&mut driver);
        for (.., mark) in framework.marks() {
            let row = |page: &String| {
                page.lines()
                    .any(|row| row.contains(&mark.short) && row.contains('●'))
            };
            assert!(
                pages.iter().any(row),
                "{} in\n{}",
                mark.short,
                pages.join("\n---\n")
            );
        }
    }
}
