//! A value as a bar of one column and a few rows: many side by side are a line over time. Owns the bars; knows nothing
//! of what they stand for.

/// The fillings of a cell, in eighths.
const BARS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The cell in row `row`, counted from the top, of the bar for a value from 0, the lowest, to 1, the highest, in `rows`
/// rows. The value is held within, and not a number counts as 0; the lowest bar has one eighth of a row.
pub fn bar(value: f32, row: usize, rows: usize) -> char {
    let all = rows * (BARS.len() - 1);
    // a cast of what is no number is 0
    let filled = 1 + (value.clamp(0.0, 1.0) * all.saturating_sub(1) as f32).round() as usize;
    let below = rows.saturating_sub(row + 1) * (BARS.len() - 1);
    BARS[filled.saturating_sub(below).min(BARS.len() - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_higher_value_never_has_a_lower_bar_and_the_ends_have_their_own() {
        let bars: Vec<char> = (0..=100).map(|step| bar(step as f32 / 100.0, 0, 1)).collect();
        assert!(bars.is_sorted());
        assert_eq!((bars[0], bars[100]), ('▁', '█'));
        assert_eq!(
            [f32::NAN, -3.0, f32::INFINITY].map(|value| bar(value, 0, 1)),
            ['▁', '▁', '█']
        );
    }

    #[test]
    fn in_two_rows_the_lower_is_full_before_the_upper_begins_and_eleven_values_all_differ() {
        let bars: Vec<[char; 2]> = (0..=10)
            .map(|step| [0, 1].map(|row| bar(step as f32 / 10.0, row, 2)))
            .collect();
        assert_eq!((bars[0], bars[10]), ([' ', '▁'], ['█', '█']));
        for pair in bars.windows(2) {
            assert!(pair[0] < pair[1], "{pair:?}");
            assert!(pair[1][0] == ' ' || pair[1][1] == '█', "{pair:?}");
        }
    }
}
