//! Colour arithmetic: sRGB and linear light, blending, luminance and contrast, hue, and the nearest colour of a
//! terminal's 256 or 16. Pure functions on 8-bit colours; what a colour is used for is no concern of this file.

use ratatui::style::Color;
use std::sync::LazyLock;

/// An 8-bit sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The sixteen named colours in the order of their numbers, with xterm's default values. Terminals let their
/// users change these, so a value here is a guess.
const NAMED: [(Color, Rgb); 16] = [
    (Color::Black, Rgb(0, 0, 0)),
    (Color::Red, Rgb(205, 0, 0)),
    (Color::Green, Rgb(0, 205, 0)),
    (Color::Yellow, Rgb(205, 205, 0)),
    (Color::Blue, Rgb(0, 0, 238)),
    (Color::Magenta, Rgb(205, 0, 205)),
    (Color::Cyan, Rgb(0, 205, 205)),
    (Color::Gray, Rgb(229, 229, 229)),
    (Color::DarkGray, Rgb(127, 127, 127)),
    (Color::LightRed, Rgb(255, 0, 0)),
    (Color::LightGreen, Rgb(0, 255, 0)),
    (Color::LightYellow, Rgb(255, 255, 0)),
    (Color::LightBlue, Rgb(92, 92, 255)),
    (Color::LightMagenta, Rgb(255, 0, 255)),
    (Color::LightCyan, Rgb(0, 255, 255)),
    (Color::White, Rgb(255, 255, 255)),
];

/// What is compared of the 256 colours from number 16 up: worked out once, it takes longer than all comparing.
static INDEXED: LazyLock<Vec<Indexed>> = LazyLock::new(|| {
    let known = |number| {
        let rgb = Rgb::indexed(number);
        Indexed {
            number,
            oklab: rgb.oklab(),
            luminance: rgb.luminance(),
        }
    };
    (16..=255).map(known).collect()
});

/// One of the 256 colours.
struct Indexed {
    number: u8,
    oklab: [f32; 3],
    luminance: f32,
}

impl Rgb {
    /// The colour of a terminal colour: exact for RGB and for numbers from 16 up (the standard cube and greys),
    /// xterm's default for the sixteen named ones, `None` for [`Color::Reset`].
    pub fn of(color: Color) -> Option<Rgb> {
        match color {
            Color::Reset => None,
            Color::Rgb(r, g, b) => Some(Rgb(r, g, b)),
            Color::Indexed(index) => Some(Rgb::indexed(index)),
            named => NAMED
                .iter()
                .find(|(color, _)| *color == named)
                .map(|(_, rgb)| *rgb),
        }
    }

    /// Number `index` of a terminal's 256 colours: 0–15 the named ones, 16–231 a cube of six levels a channel,
    /// 232–255 greys.
    pub fn indexed(index: u8) -> Rgb {
        const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
        match index {
            0..=15 => NAMED[usize::from(index)].1,
            16..=231 => {
                let cube = usize::from(index - 16);
                Rgb(LEVELS[cube / 36], LEVELS[cube / 6 % 6], LEVELS[cube % 6])
            }
            232..=255 => {
                let grey = 8 + 10 * (index - 232);
                Rgb(grey, grey, grey)
            }
        }
    }

    /// The channels in linear light, 0..=1 (IEC 61966-2-1).
    pub fn linear(self) -> [f32; 3] {
        [self.0, self.1, self.2].map(|channel| {
            let c = f32::from(channel) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        })
    }

    /// The colour of three linear-light channels; what lies outside 0..=1 is clipped.
    pub fn from_linear(channels: [f32; 3]) -> Rgb {
        let [r, g, b] = channels.map(|channel| {
            let c = channel.clamp(0.0, 1.0);
            let encoded = if c <= 0.003_130_8 {
                12.92 * c
            } else {
                1.055 * c.powf(1.0 / 2.4) - 0.055
            };
            (encoded * 255.0).round() as u8
        });
        Rgb(r, g, b)
    }

    /// This colour covered by `over` to the share `t` (0..=1, clipped; not a number counts as 0), blended in linear
    /// light as the eye does with small pixels.
    pub fn mix(self, over: Rgb, t: f32) -> Rgb {
        let t = if t.is_nan() { 0.0 } else { t.clamp(0.0, 1.0) };
        let (under, over) = (self.linear(), over.linear());
        Rgb::from_linear([0, 1, 2].map(|i| under[i] + (over[i] - under[i]) * t))
    }

    /// Relative luminance, 0 black to 1 white (WCAG 2.2).
    pub fn luminance(self) -> f32 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio of two colours, 1 to 21 (WCAG 2.2), the same both ways.
    pub fn contrast(self, other: Rgb) -> f32 {
        contrast(self.luminance(), other.luminance())
    }

    /// Lightness and the two colour axes of Oklab (Björn Ottosson, 2020): distances in it are close to what the eye
    /// calls alike.
    pub fn oklab(self) -> [f32; 3] {
        let [r, g, b] = self.linear();
        let l = (0.412_221_47 * r + 0.536_332_54 * g + 0.051_445_993 * b).cbrt();
        let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
        let s = (0.088_302_46 * r + 0.281_718_84 * g + 0.629_978_7 * b).cbrt();
        [
            0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
            1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
            0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
        ]
    }

    /// The colour of an Oklab triple; what no screen can show is clipped.
    pub fn from_oklab([lightness, a, b]: [f32; 3]) -> Rgb {
        let l = (lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
        let m = (lightness - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
        let s = (lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
        Rgb::from_linear([
            4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
            -1.268_438 * l + 2.609_757_4 * m - 0.341_319_4 * s,
            -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s,
        ])
    }

    /// The number (16–255; the first sixteen are the user's own) of the nearest of the 256 colours whose relative
    /// luminance `accept` takes, or the nearest of all where it takes none.
    pub fn nearest_256(self, accept: impl Fn(f32) -> bool) -> u8 {
        let wanted = self.oklab();
        let nearest = |accept: &dyn Fn(f32) -> bool| {
            INDEXED
                .iter()
                .filter(|color| accept(color.luminance))
                .map(|color| (distance(wanted, color.oklab), color.number))
                .min_by(|a, b| a.0.total_cmp(&b.0))
        };
        nearest(&accept)
            .or_else(|| nearest(&|_| true))
            .map_or(16, |(_, number)| number)
    }

    /// The nearest of the sixteen named colours, by xterm's values for them.
    pub fn nearest_16(self) -> Color {
        let wanted = self.oklab();
        let by_distance = |rgb: &Rgb| distance(wanted, rgb.oklab());
        let nearest = NAMED
            .iter()
            .min_by(|a, b| by_distance(&a.1).total_cmp(&by_distance(&b.1)));
        nearest.map_or(Color::Reset, |(color, _)| *color)
    }
}

impl From<Rgb> for Color {
    fn from(Rgb(r, g, b): Rgb) -> Color {
        Color::Rgb(r, g, b)
    }
}

/// Contrast ratio of two relative luminances, 1 to 21 (WCAG 2.2), the same both ways.
pub fn contrast(a: f32, b: f32) -> f32 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Squared distance of two Oklab colours.
fn distance(a: [f32; 3], b: [f32; 3]) -> f32 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_of_black_and_white_is_21_and_of_a_colour_with_itself_1() {
        assert!((Rgb(0, 0, 0).contrast(Rgb(255, 255, 255)) - 21.0).abs() < 1e-3);
        assert_eq!(Rgb(12, 200, 90).contrast(Rgb(12, 200, 90)), 1.0);
    }

    #[test]
    fn grey_767676_is_the_lightest_that_reads_on_white() {
        let white = Rgb(255, 255, 255);
        assert!(Rgb(0x76, 0x76, 0x76).contrast(white) >= 4.5);
        assert!(Rgb(0x77, 0x77, 0x77).contrast(white) < 4.5);
    }

    #[test]
    fn every_8_bit_level_survives_linear_light_and_oklab() {
        for level in 0..=255 {
            for rgb in [
                Rgb(level, level, level),
                Rgb(level, 128, 255 - level),
                Rgb(255, level, 0),
            ] {
                assert_eq!(Rgb::from_linear(rgb.linear()), rgb);
                let Rgb(r, g, b) = Rgb::from_oklab(rgb.oklab());
                let off = [r.abs_diff(rgb.0), g.abs_diff(rgb.1), b.abs_diff(rgb.2)];
                assert!(off.into_iter().max() <= Some(1), "{rgb:?} became {r},{g},{b}");
            }
        }
    }

    #[test]
    fn a_mix_begins_and_ends_in_its_colours_and_clips_what_lies_outside() {
        let (a, b) = (Rgb(10, 20, 30), Rgb(200, 100, 50));
        assert_eq!([a.mix(b, 0.0), a.mix(b, -3.0), a.mix(b, f32::NAN)], [a, a, a]);
        assert_eq!([a.mix(b, 1.0), a.mix(b, 9.0)], [b, b]);
        assert_eq!(Rgb(0, 0, 0).mix(Rgb(255, 255, 255), 0.5), Rgb(188, 188, 188));
    }

    #[test]
    fn every_colour_of_the_256_is_its_own_nearest() {
        for index in 16..=255 {
            let rgb = Rgb::indexed(index);
            assert_eq!(Rgb::indexed(rgb.nearest_256(|_| true)), rgb);
        }
    }

    #[test]
    fn the_nearest_accepted_colour_is_taken_and_any_where_none_is_accepted() {
        let white = Rgb(255, 255, 255);
        let dark = white.nearest_256(|luminance| luminance < 0.5);
        assert!(Rgb::indexed(dark).luminance() < 0.5);
        assert_eq!(Rgb::indexed(white.nearest_256(|_| false)), white);
    }

    #[test]
    fn named_colours_are_their_own_nearest_of_sixteen() {
        for (color, rgb) in NAMED {
            assert_eq!(rgb.nearest_16(), color);
            assert_eq!(Rgb::of(color), Some(rgb));
        }
        assert_eq!(Rgb::of(Color::Reset), None);
    }
}
