//! Dates in words and figures, in both languages.

use super::Lang;
use jiff::civil::Date;

/// The months, January first, in Danish and English.
const MONTHS: [(&str, &str); 12] = [
    ("januar", "January"),
    ("februar", "February"),
    ("marts", "March"),
    ("april", "April"),
    ("maj", "May"),
    ("juni", "June"),
    ("juli", "July"),
    ("august", "August"),
    ("september", "September"),
    ("oktober", "October"),
    ("november", "November"),
    ("december", "December"),
];

/// In full: `23. november 2026`, `23 November 2026`.
pub(super) fn long(lang: Lang, date: Date) -> String {
    let (day, month, year) = (date.day(), month(lang, date), date.year());
    match lang {
        Lang::Da => format!("{day}. {month} {year}"),
        Lang::En => format!("{day} {month} {year}"),
    }
}

/// Short: `23.11.2026`, `23 Nov 2026`.
pub(super) fn short(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Da => format!("{}.{}.{}", date.day(), date.month(), date.year()),
        Lang::En => format!("{} {}", day(lang, date), date.year()),
    }
}

/// Without the year: `23.11.`, `23 Nov`.
pub(super) fn day(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Da => format!("{}.{}.", date.day(), date.month()),
        Lang::En => format!("{} {}", date.day(), &month(lang, date)[..3]),
    }
}

fn month(lang: Lang, date: Date) -> &'static str {
    let (danish, english) = MONTHS[usize::from(date.month().unsigned_abs()) - 1];
    match lang {
        Lang::Da => danish,
        Lang::En => english,
    }
}

/// A date as it can be typed: 14.9.2027.
pub(super) fn typed(date: Date) -> String {
    format!("{}.{}.{}", date.day(), date.month(), date.year())
}
