//! What stands on the first page of the sheet for a talk: the marks that matter, cut to what a page holds. Owns the choice;
//! measuring and drawing are the formats'.

use super::{
    report::{MarkPart, Report},
    section::Change,
};

/// The most marks on the first page.
const MOST: usize = 5;
/// The most names of marks that are left out there.
const NAMED: usize = 8;
/// The sizes that text may have, in points, largest first.
pub const SIZES: [f64; 3] = [10.0, 9.5, 9.0];
/// How much of a long text stands on the first page, in characters.
pub const BRIEF: usize = 220;

/// The marks of the first page.
pub struct Focus<'a> {
    /// Those that stand there, in the order of the document; none where nothing was turned, moved or decided.
    pub marks: Vec<&'a MarkPart>,
    /// Those that matter too and had no room, or are more than [`MOST`].
    pub left: Vec<&'a MarkPart>,
    /// The size of the text, in points.
    pub size: f64,
}

/// The marks that matter, as many as `fits` says that a page holds in a size. Text becomes smaller before a mark is left
/// out; the least moved is left out first. One mark always stands.
pub fn focus<'a>(report: &'a Report, fits: impl Fn(&[&MarkPart], f64) -> bool) -> Focus<'a> {
    let moved = |mark: &MarkPart| {
        let from = mark.last.map_or(0, |last| last.get());
        (mark.value.get() - from).unsigned_abs()
    };
    let rank = |mark: &MarkPart| (mark.is_decided, moved(mark), mark.value.get().unsigned_abs());
    let mut ranked: Vec<(usize, &MarkPart)> = report
        .marks()
        .enumerate()
        .filter(|(_, mark)| rank(mark) != (false, 0, 0))
        .collect();
    ranked.sort_by_key(|(_, mark)| std::cmp::Reverse(rank(mark)));
    for count in (1..=ranked.len().min(MOST)).rev() {
        let in_order = |marks: &[(usize, &'a MarkPart)]| {
            let mut marks = marks.to_vec();
            marks.sort_by_key(|(at, _)| *at);
            marks.into_iter().map(|(_, mark)| mark).collect::<Vec<_>>()
        };
        let marks = in_order(&ranked[..count]);
        let size = SIZES.into_iter().find(|size| fits(&marks, *size));
        if let Some(size) = size.or((count == 1).then_some(SIZES[2])) {
            let left = in_order(&ranked[count..]);
            return Focus { marks, left, size };
        }
    }
    Focus {
        marks: Vec::new(),
        left: Vec::new(),
        size: SIZES[0],
    }
}

/// The names of the marks that had no room on the first page, [`NAMED`] of them; where there are more, that is said.
pub fn left_out(report: &Report, focus: &Focus) -> String {
    let names = focus.left.iter().take(NAMED);
    let names: Vec<&str> = names.map(|mark| mark.short.as_str()).collect();
    let more = if focus.left.len() > NAMED { " …" } else { "" };
    report.words.on_next_page(&format!("{}{more}", names.join(", ")))
}

/// `text`, a note on `mark`, its effect or learning; nothing where the first page has all of it.
pub fn once<'a>(report: &Report, focus: &Focus, mark: &MarkPart, text: &'a str) -> &'a str {
    let stands = focus.marks.iter().any(|stands| stands.id == mark.id);
    match stands && brief(report, text) == text {
        true => "",
        false => text,
    }
}

/// A mark's note at a bearing; nothing where it is the note that stands there now, which the sheet has already.
pub fn note_then<'a>(report: &Report, change: &'a Change) -> &'a str {
    let now = |mark: &MarkPart| mark.title == change.title && mark.note == change.note;
    match report.marks().any(now) {
        true => "",
        false => &change.note,
    }
}

/// What a mark says on the first page: labels, perhaps empty, and text.
pub fn texts<'a>(report: &'a Report, mark: &'a MarkPart) -> Vec<(&'a str, String)> {
    let words = report.words;
    let footnote = mark
        .footnote
        .as_deref()
        .map_or(String::new(), |text| format!("* {text}"));
    let texts = [
        ("", mark.definition.clone()),
        ("", footnote),
        (report.level.as_str(), report.own_text(mark).to_owned()),
        (report.text.which_need, brief(report, &mark.note)),
        (words.effect, brief(report, &mark.effect)),
        (words.learning, brief(report, &mark.learning)),
    ];
    texts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

/// `text` on one line, cut after [`BRIEF`] characters, which is said.
pub fn brief(report: &Report, text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(BRIEF) {
        None => text,
        Some((end, _)) => {
            let blank = text[..end].rfind(' ').filter(|at| *at > end / 2);
            format!("{}… {}", &text[..blank.unwrap_or(end)], report.words.goes_on)
        }
    }
}
