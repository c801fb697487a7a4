//! A value as a bar that stands up or hangs down from a line in the middle, one column of a few rows: many side by side are
//! a course over time. Owns the bars; knows nothing of what they stand for.

/// The fillings of a cell from below, in eighths.
const BARS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// What a cell of a bar shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing of the bar.
    Empty,
    /// The line in the middle, at the bottom of the cell.
    Line,
    /// The bar, filled from below as this sign is.
    Filled(char),
    /// The bar, filled from above: this sign with its colours reversed.
    Hanging(char),
}

/// The cell in row `row`, counted from the top, of the bar for a value from −1, the lowest, to 1, the highest, in `rows`
/// rows: half of them over the line, half under it. In one row bars stand on its bottom and hang from its top, and there is
/// no line. The value is held within, and not a number counts as 0, which is no bar at all.
pub fn cell(value: f32, row: usize, rows: usize) -> Cell {
    // a cast of what is no number is 0
    let half = (rows / 2).max(1);
    let filled = |level: usize| {
        let all = (value.abs().min(1.0) * (8 * half) as f32).round() as usize;
        let least = usize::from(value != 0.0 && !value.is_nan());
        // a whole cell that stands in one row would be one that hangs
        let most = if rows > 1 { 8 } else { 7 };
        all.max(least).saturating_sub(8 * level).min(most)
    };
    let (over, under) = match rows {
        0 | 1 => (Some(0), Some(0)),
        _ => ((half - 1).checked_sub(row), row.checked_sub(half)),
    };
    match (over, under) {
        (Some(level), _) if value > 0.0 && filled(level) > 0 => Cell::Filled(BARS[filled(level)]),
        (_, Some(level)) if value < 0.0 => match filled(level) {
            0 => Cell::Empty,
            8 => Cell::Filled(BARS[8]),
            filled => Cell::Hanging(BARS[8 - filled]),
        },
        (Some(0), _) if rows > 1 => Cell::Line,
        _ => Cell::Empty,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A bar from the top down.
    fn bar(value: f32, rows: usize) -> Vec<Cell> {
        (0..rows).map(|row| cell(value, row, rows)).collect()
    }

    #[test]
    fn every_value_of_eleven_has_a_bar_of_its_own_and_neutral_has_none() {
        for rows in [1, 2, 4] {
            let bars: Vec<Vec<Cell>> = (-5..=5).map(|step| bar(step as f32 / 5.0, rows)).collect();
            for (at, one) in bars.iter().enumerate() {
                assert!(bars[at + 1..].iter().all(|other| other != one), "{one:?}");
            }
        }
        assert_eq!(bar(0.0, 1), [Cell::Empty]);
        assert_eq!(bar(0.0, 2), [Cell::Line, Cell::Empty]);
        assert_eq!(bar(f32::NAN, 2), bar(0.0, 2));
    }

    #[test]
    fn bars_stand_on_the_line_or_hang_from_it_and_the_nearer_row_is_full_first() {
        assert_eq!(bar(1.0, 2), [Cell::Filled('█'), Cell::Empty]);
        assert_eq!(bar(-1.0, 2), [Cell::Line, Cell::Filled('█')]);
        assert_eq!(bar(-0.25, 2), [Cell::Line, Cell::Hanging('▆')]);
        assert_eq!(
            bar(0.75, 4),
            [Cell::Filled('▄'), Cell::Filled('█'), Cell::Empty, Cell::Empty]
        );
        assert_eq!(bar(f32::INFINITY, 1), bar(1.0, 1));
    }
}
