//! A leader takes a text with her.

use crate::common::Driver;

/// The text that the last key sent to the clipboard.
fn copied(driver: &Driver) -> Option<String> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let written = String::from_utf8_lossy(&driver.written);
    let body = written.split_once("\u{1b}]52;c;")?.1.split_once("\u{1b}\\")?.0;
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0u32, 0);
    for letter in body.bytes().take_while(|letter| *letter != b'=') {
        let value = LETTERS.iter().position(|other| *other == letter).expect("base64");
        bits = bits << 6 | value as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some(String::from_utf8(bytes).expect("UTF-8"))
}

#[test]
fn y_copies_the_mark_as_the_framework_has_it() {
    let mut driver = Driver::new(80, 24);
    driver.press("Right Enter Enter y");
    let text = copied(&driver).expect("a copy");
    let app = &driver.program.app;
    let mark = app.state.framework.mark(app.state.cursor);
    assert!(text.starts_with("Rettidig samskabelse\n\nHandler om"), "{text}");
    assert!(text.contains(&format!("Niveau 1: {}", mark.levels[0])), "{text}");
    assert!(text.contains(&format!("Niveau 2: {}", mark.levels[1])), "{text}");
    assert!(
        driver.notice().contains("udklipsholderen: Rettidig samskabelse"),
        "{}",
        driver.notice()
    );
    assert_eq!(copied(driver.press("Right")), None, "once");
}

#[test]
fn a_capital_y_copies_the_note_and_says_where_there_is_none() {
    let mut driver = Driver::new(80, 24);
    driver.press("Enter Enter Y");
    assert_eq!(copied(&driver), None);
    assert!(driver.notice().contains("ingen note"), "{}", driver.notice());
    driver.press("n M e r e Space t i d Enter æ Esc Y");
    assert_eq!(copied(&driver).as_deref(), Some("Mere tid\næ"));
}

#[test]
fn at_home_y_copies_the_profile_as_markdown() {
    let mut driver = Driver::new(80, 24);
    driver.press("2 + Enter n N y t Esc Esc y");
    let text = copied(&driver).expect("a copy");
    assert!(text.starts_with("# "), "{text}");
    for part in ["Min profil", "Rettidig samskabelse", "+1", "Nyt"] {
        assert!(text.contains(part), "»{part}« is not in\n{text}");
    }
    assert!(
        driver.notice().contains("udklipsholderen: Min profil"),
        "{}",
        driver.notice()
    );
}

#[test]
fn nothing_is_copied_where_a_text_is_written() {
    let mut driver = Driver::new(80, 24);
    driver.press("Enter Enter n y Y");
    assert_eq!(copied(&driver), None);
}
