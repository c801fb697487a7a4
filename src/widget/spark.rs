//! A value as a bar of one cell: many side by side are a line over time. Owns the bars; knows nothing of what they
//! stand for.

/// The bars, lowest first.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The bar for a value from 0, the lowest, to 1, the highest. Held within; not a number counts as 0.
pub fn bar(value: f32) -> char {
    let steps = (BARS.len() - 1) as f32;
    // a cast of what is no number is 0
    BARS[(value.clamp(0.0, 1.0) * steps).round() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_higher_value_never_has_a_lower_bar_and_the_ends_have_their_own() {
        let bars: Vec<char> = (0..=100).map(|step| bar(step as f32 / 100.0)).collect();
        assert!(bars.is_sorted());
        assert_eq!((bars[0], bars[100]), ('▁', '█'));
        assert_eq!([bar(f32::NAN), bar(-3.0), bar(f32::INFINITY)], ['▁', '▁', '█']);
    }
}
