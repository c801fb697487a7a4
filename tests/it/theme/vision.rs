//! How alike two colours look, and how they look to eyes with a colour vision deficiency.

use pejl::ui::theme::color::Rgb;

/// A kind of colour vision in which one kind of cone is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deficiency {
    /// No long-wave cones: red and green alike, reds dark.
    Protanopia,
    /// No middle-wave cones: red and green alike.
    Deuteranopia,
    /// No short-wave cones: blue and green, yellow and pink alike. Rare.
    Tritanopia,
}

impl Deficiency {
    /// All three.
    pub const ALL: [Deficiency; 3] = [
        Deficiency::Protanopia,
        Deficiency::Deuteranopia,
        Deficiency::Tritanopia,
    ];

    /// The matrix of severity 1.0, on linear light, rows r, g, b: G. M. Machado, M. M. Oliveira and
    /// L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6),
    /// 2009.
    fn matrix(self) -> [[f32; 3]; 3] {
        match self {
            Deficiency::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Deficiency::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Deficiency::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }
}

/// How colours look.
pub trait Looks: Sized {
    /// The colour as an eye with this deficiency sees it.
    fn seen_with(self, deficiency: Deficiency) -> Self;

    /// How different two colours look: CIEDE2000, where about 1 is just noticeable side by side and black and white
    /// are 100 apart. By G. Sharma, W. Wu and E. N. Dalal, "The CIEDE2000 Color-Difference Formula", Color Research
    /// and Application 30(1), 2005.
    fn difference(self, other: Self) -> f64;
}

impl Looks for Rgb {
    fn seen_with(self, deficiency: Deficiency) -> Rgb {
        let linear = self.linear();
        Rgb::from_linear(
            deficiency
                .matrix()
                .map(|row| row.iter().zip(linear).map(|(m, c)| m * c).sum()),
        )
    }

    fn difference(self, other: Rgb) -> f64 {
        ciede2000(lab(self), lab(other))
    }
}

/// CIE L*a*b* under D65.
fn lab(color: Rgb) -> [f64; 3] {
    let [r, g, b] = color.linear().map(f64::from);
    let x = (0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.950_47;
    let y = 0.212_672_9 * r + 0.715_152_2 * g + 0.072_175_0 * b;
    let z = (0.019_333_9 * r + 0.119_192_0 * g + 0.950_304_1 * b) / 1.088_83;
    let [x, y, z] = [x, y, z].map(|t| {
        if t > 216.0 / 24389.0 {
            t.cbrt()
        } else {
            (24389.0 / 27.0 * t + 16.0) / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn ciede2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let weight = |c: f64| (c.powi(7) / (c.powi(7) + 25_f64.powi(7))).sqrt();
    let g = 0.5 * (1.0 - weight((a1.hypot(b1) + a2.hypot(b2)) / 2.0));
    let (a1, a2) = (a1 * (1.0 + g), a2 * (1.0 + g));
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |a: f64, b: f64| b.atan2(a).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let grey = c1 * c2 == 0.0;

    let turn = if grey {
        0.0
    } else {
        (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0
    };
    let d_hue = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (l, c) = ((l1 + l2) / 2.0, (c1 + c2) / 2.0);
    let h = if grey {
        h1 + h2
    } else {
        (h1 + turn / 2.0).rem_euclid(360.0)
    };

    let cos = |degrees: f64| degrees.to_radians().cos();
    let t = 1.0 - 0.17 * cos(h - 30.0) + 0.24 * cos(2.0 * h) + 0.32 * cos(3.0 * h + 6.0)
        - 0.20 * cos(4.0 * h - 63.0);
    let s_l = 1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt();
    let (s_c, s_h) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rotation = -2.0 * weight(c) * (60.0 * (-((h - 275.0) / 25.0).powi(2)).exp()).to_radians().sin();
    let (l, c, h) = ((l2 - l1) / s_l, (c2 - c1) / s_c, d_hue / s_h);
    (l * l + c * c + h * h + rotation * c * h).sqrt()
}

/// Pairs of the table of test data in Sharma, Wu and Dalal (2005).
#[test]
fn the_difference_agrees_with_the_published_test_data() {
    for (a, b, expected) in [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, -1.3802, -84.2814], [50.0, 0.0, -82.7485], 1.0000),
        ([50.0, 0.0, 0.0], [50.0, -1.0, 2.0], 2.3669),
        ([50.0, 2.49, -0.001], [50.0, -2.49, 0.0009], 7.1792),
        ([50.0, 2.5, 0.0], [73.0, 25.0, -18.0], 27.1492),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ] {
        let found = ciede2000(a, b);
        assert!(
            (found - expected).abs() < 1e-4,
            "{a:?} {b:?}: {found}, not {expected}"
        );
    }
}

#[test]
fn black_and_white_are_100_apart_and_a_colour_0_from_itself() {
    assert!((Rgb(0, 0, 0).difference(Rgb(255, 255, 255)) - 100.0).abs() < 0.01);
    assert_eq!(Rgb(3, 140, 77).difference(Rgb(3, 140, 77)), 0.0);
}

#[test]
fn greys_look_the_same_to_every_eye() {
    for deficiency in Deficiency::ALL {
        for level in [0, 90, 200, 255] {
            let seen = Rgb(level, level, level).seen_with(deficiency);
            assert!(
                seen.difference(Rgb(level, level, level)) < 0.5,
                "{deficiency:?} {seen:?}"
            );
        }
    }
}

#[test]
fn red_and_green_come_closer_without_long_or_middle_cones() {
    let (red, green) = (Rgb(205, 60, 60), Rgb(90, 140, 40));
    for deficiency in [Deficiency::Protanopia, Deficiency::Deuteranopia] {
        let seen = red.seen_with(deficiency).difference(green.seen_with(deficiency));
        assert!(seen < red.difference(green) / 2.0, "{deficiency:?}: {seen}");
    }
}
