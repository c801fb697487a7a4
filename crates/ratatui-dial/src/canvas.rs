//! Exact area coverage of convex polygons and discs, blending of colours, and half-block and braille cells.
//!
//! It owns the arithmetic of pixels that drawings share. It knows no drawing: which shapes there are, and which
//! lies over which, is theirs to say.
//!
//! Lengths are in *units*: the width of one terminal cell. `x` grows to the right and `y` downward.

use ratatui_core::buffer::{Buffer, Cell};
use ratatui_core::layout::Rect;
use ratatui_core::style::{Color, Modifier, Style};

/// A point, or a vector, in units.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Downward.
    pub y: f32,
}

impl Point {
    /// The point at `x`, `y`.
    #[inline]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// This vector plus `by` times `other`.
    #[inline]
    pub fn plus(self, other: Self, by: f32) -> Self {
        Self::new(self.x + other.x * by, self.y + other.y * by)
    }

    /// The scalar product with `other`.
    #[inline]
    pub fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y
    }

    /// The vector product with `other`: twice the signed area of the triangle that both span from the origin.
    #[inline]
    pub fn cross(self, other: Self) -> f32 {
        self.x * other.y - self.y * other.x
    }
}

/// The direction of `angle` degrees clockwise from twelve o'clock, of length 1.
pub fn direction(angle: f32) -> Point {
    let (sin, cos) = angle.to_radians().sin_cos();
    Point::new(sin, -cos)
}

/// A side of a straight line: all points `p` with `normal · p >= offset`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HalfPlane {
    /// Of length 1, pointing inward.
    pub normal: Point,
    /// The line's signed distance from the origin along the normal, in units.
    pub offset: f32,
}

impl HalfPlane {
    /// The side toward which `normal` (of length 1) points, of the line through `point`.
    pub fn new(point: Point, normal: Point) -> Self {
        Self {
            normal,
            offset: normal.dot(point),
        }
    }

    /// How far inside `point` lies, in units; negative outside.
    #[inline]
    pub fn depth(&self, point: Point) -> f32 {
        self.normal.dot(point) - self.offset
    }
}

/// The most corners that a [`Polygon`] holds: a rectangle cut by eight lines.
const CORNERS: usize = 12;

/// A small convex polygon, kept on the stack. Its corners run clockwise on the screen.
#[derive(Debug, Clone)]
pub struct Polygon {
    corners: [Point; CORNERS],
    len: usize,
}

impl Polygon {
    const EMPTY: Self = Self {
        corners: [Point::new(0.0, 0.0); CORNERS],
        len: 0,
    };

    /// A rectangle from its left top to its right bottom corner.
    #[inline]
    pub fn rectangle(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        let mut rectangle = Self {
            len: 4,
            ..Self::EMPTY
        };
        rectangle.corners[0] = Point::new(left, top);
        rectangle.corners[1] = Point::new(right, top);
        rectangle.corners[2] = Point::new(right, bottom);
        rectangle.corners[3] = Point::new(left, bottom);
        rectangle
    }

    /// The corners, clockwise on the screen.
    #[inline]
    pub fn corners(&self) -> &[Point] {
        &self.corners[..self.len]
    }

    /// Makes `part` the part that lies in `half`. A polygon holds twelve corners; a thirteenth is left out.
    pub fn clip(&self, half: &HalfPlane, part: &mut Self) {
        part.len = 0;
        let Some(&(mut a)) = self.corners().last() else {
            return;
        };
        let mut da = half.depth(a);
        for &b in self.corners() {
            let db = half.depth(b);
            if (da >= 0.0) != (db >= 0.0) {
                part.push(a.plus(b.plus(a, -1.0), da / (da - db)));
            }
            if db >= 0.0 {
                part.push(b);
            }
            (a, da) = (b, db);
        }
    }

    /// The area in square units.
    pub fn area(&self) -> f32 {
        // Relative to the first corner, so that small polygons far from the origin stay exact.
        let Some(&origin) = self.corners().first() else {
            return 0.0;
        };
        self.edges()
            .map(|(a, b)| a.plus(origin, -1.0).cross(b.plus(origin, -1.0)))
            .sum::<f32>()
            / 2.0
    }

    /// The area, in square units, of the part within `radius` of `centre`.
    ///
    /// Green's theorem: the part is the signed sum, over the edges, of what the triangle from the centre to the
    /// edge has in common with the disc.
    pub fn area_in_disc(&self, centre: Point, radius: f32) -> f32 {
        self.edges()
            .map(|(a, b)| edge_in_disc(a.plus(centre, -1.0), b.plus(centre, -1.0), radius))
            .sum()
    }

    #[inline]
    fn push(&mut self, point: Point) {
        if self.len < CORNERS {
            self.corners[self.len] = point;
            self.len += 1;
        }
    }

    #[inline]
    fn edges(&self) -> impl Iterator<Item = (Point, Point)> + '_ {
        let corners = self.corners();
        (0..corners.len()).map(|i| {
            (
                corners[i],
                corners[if i + 1 == corners.len() { 0 } else { i + 1 }],
            )
        })
    }
}

/// A rectangle whose shares are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Pixel {
    corner: Point,
    size: Point,
    /// Its middle.
    pub centre: Point,
    /// Half its diagonal: how far its corners lie from its centre.
    pub reach: f32,
}

impl Pixel {
    /// The pixel whose left top corner is `corner`; `width` and `height` are above 0.
    #[inline]
    pub fn new(corner: Point, width: f32, height: f32) -> Self {
        let size = Point::new(width, height);
        Self {
            corner,
            size,
            centre: corner.plus(size, 0.5),
            reach: size.dot(size).sqrt() / 2.0,
        }
    }

    /// Whether some of it may lie on the inner side of all `planes`.
    #[inline]
    pub fn touches(&self, planes: &[HalfPlane]) -> bool {
        for plane in planes {
            if plane.depth(self.centre) <= -self.reach {
                return false;
            }
        }
        true
    }

    /// Whether some of it may lie within `radius` of `point`.
    #[inline]
    pub fn is_near(&self, point: Point, radius: f32) -> bool {
        let offset = self.centre.plus(point, -1.0);
        let reach = radius + self.reach;
        offset.dot(offset) < reach * reach
    }

    /// The share of it, from 0 to 1, that `area` (in square units) measures of what lies on the inner side of all
    /// `planes`. It is not called where nothing does.
    pub fn share(&self, planes: &[HalfPlane], area: impl FnOnce(&Polygon) -> f32) -> f32 {
        // Most pixels lie wholly on one side: that is decided before anything is cut.
        if !self.touches(planes) {
            return 0.0;
        }
        let Point { x: left, y: top } = self.corner;
        let Point { x: width, y: height } = self.size;
        // each cut reads one and writes the other: copying them would take longer than the cutting
        let mut whole = Polygon::rectangle(left, top, left + width, top + height);
        let mut cut = Polygon::EMPTY;
        let (mut part, mut next) = (&mut whole, &mut cut);
        for plane in planes {
            if plane.depth(self.centre) < self.reach {
                part.clip(plane, next);
                std::mem::swap(&mut part, &mut next);
            }
        }
        area(part) / (width * height)
    }
}

/// The signed area that the triangle origin, `a`, `b` shares with the disc of `radius` round the origin.
fn edge_in_disc(a: Point, b: Point, radius: f32) -> f32 {
    let square = radius * radius;
    let outside = a.dot(a) - square;
    if outside <= 0.0 && b.dot(b) <= square {
        return a.cross(b) / 2.0;
    }
    let slice = |p: Point, q: Point| square / 2.0 * p.cross(q).atan2(p.dot(q));
    let edge = b.plus(a, -1.0);
    let (length, toward) = (edge.dot(edge), a.dot(edge));
    let under = toward * toward - length * outside;
    if under <= 0.0 {
        return slice(a, b);
    }
    let root = under.sqrt();
    let (enter, leave) = ((-toward - root) / length, (-toward + root) / length);
    if leave <= 0.0 || enter >= 1.0 {
        return slice(a, b);
    }
    let (p, q) = (a.plus(edge, enter.max(0.0)), a.plus(edge, leave.min(1.0)));
    let mut area = p.cross(q) / 2.0;
    if enter > 0.0 {
        area += slice(a, p);
    }
    if leave < 1.0 {
        area += slice(q, b);
    }
    area
}

/// How colours are mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Curve {
    /// By light, so that a mixture looks as bright as its parts. The screen's curve is taken as a square, which
    /// differs from sRGB's by less than the eye sees in an edge.
    Square,
    /// By the numbers of RGB, which gives the darker colour more weight.
    Straight,
}

impl Curve {
    /// The curve that keeps thin shapes strong on `ground`: light ones on dark, dark ones on light.
    pub fn on(ground: Color) -> Self {
        match ground {
            // The weights of Rec. 601, of which 128 is the middle.
            Color::Rgb(r, g, b) if 299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b) > 128_000 => {
                Self::Straight
            }
            _ => Self::Square,
        }
    }

    /// An RGB colour ready for mixing; `None` for one whose light only the terminal knows.
    pub fn light(self, color: Color) -> Option<Light> {
        let Color::Rgb(r, g, b) = color else { return None };
        Some(Light([r, g, b].map(|v| match self {
            Self::Square => f32::from(v) * f32::from(v),
            Self::Straight => f32::from(v),
        })))
    }

    /// The RGB colour nearest to a mixture.
    pub fn color(self, light: Light) -> Color {
        let [r, g, b] = light.0.map(|v| match self {
            Self::Square => (v.sqrt() + 0.5) as u8,
            Self::Straight => (v + 0.5) as u8,
        });
        Color::Rgb(r, g, b)
    }
}

/// Amounts of red, green and blue, on one [`Curve`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Light([f32; 3]);

impl Light {
    /// This light with the share `amount` (0 to 1) of it covered by `over`.
    pub fn under(self, over: Self, amount: f32) -> Self {
        if amount <= 0.0 {
            return self;
        }
        let amount = amount.min(1.0);
        Self(std::array::from_fn(|i| {
            self.0[i] + (over.0[i] - self.0[i]) * amount
        }))
    }
}

/// The background of a widget: the one of its style, else what the buffer has where the widget begins.
pub fn background(style: Style, visible: Rect, buffer: &Buffer) -> Color {
    let there = || buffer.cell(visible.as_position()).map(|cell| cell.bg);
    style.bg.or_else(there).unwrap_or(Color::Reset)
}

/// Draws two pixels in a cell, the upper and the lower half, in their colours. Of what was in the cell its attributes
/// are left.
///
/// `None` is a pixel that shows the background. The glyph is the one that needs the fewest colours, so that a cell
/// copied as text keeps the drawing's shape.
pub fn half_blocks(cell: &mut Cell, top: Option<Color>, bottom: Option<Color>, background: Color) {
    const BLANK: Cell = Cell::new(" ");
    const FULL: Cell = Cell::new("█");
    const UPPER: Cell = Cell::new("▀");
    const LOWER: Cell = Cell::new("▄");
    let modifier = cell.modifier;
    // A block that does not fill its cell, as in some fonts, would show stripes of the background. Dimmed, the glyph is
    // darker than what is behind it.
    let behind = |color: Color| {
        if color == Color::Reset || modifier.contains(Modifier::DIM) {
            background
        } else {
            color
        }
    };
    let (glyph, fg, bg) = match (top, bottom) {
        (None, None) => (BLANK, Color::Reset, background),
        (Some(t), Some(b)) if t == b => (FULL, t, behind(t)),
        (Some(t), None) => (UPPER, t, background),
        (None, Some(b)) => (LOWER, b, background),
        (Some(t), Some(b)) => (UPPER, t, b),
    };
    *cell = glyph;
    (cell.fg, cell.bg, cell.modifier) = (fg, bg, modifier);
}

/// Draws the parts of a cell, rows of two from the top, in the two colours that fit best: the uppermost part's, and of
/// the others the one that takes the most room. Of what was in the cell its attributes are left.
///
/// A part has how far up it lies and its colour; `None` is one that shows the background. `glyphs` has the signs by the
/// parts that are drawn in front, bit by bit.
pub fn mosaic(cell: &mut Cell, glyphs: &[char], parts: &[Option<(usize, Color)>], background: Color) {
    let modifier = cell.modifier;
    let color = |part: &Option<(usize, Color)>| part.map(|(_, color)| color);
    let uppermost = parts.iter().max_by_key(|part| part.map(|(rank, _)| rank));
    let Some(front) = uppermost.and_then(color) else {
        *cell = Cell::new(" ");
        (cell.bg, cell.modifier) = (background, modifier);
        return;
    };
    let count = |wanted: Option<Color>| parts.iter().filter(|part| color(part) == wanted).count();
    let others = parts.iter().filter(|part| color(part) != Some(front));
    let behind = others.max_by_key(|part| (count(color(part)), part.map(|(rank, _)| rank)));
    let Some(behind) = behind.map(color) else {
        return half_blocks(cell, Some(front), Some(front), background);
    };
    // What is behind fills its cell in any font: that is the greater part, so that no seam is seen where blocks are shorter.
    // The terminal's own colour is one in front alone.
    let behind_color = behind.unwrap_or(background);
    let is_behind_greater = 2 * count(Some(front)) <= parts.len();
    let is_turned = behind_color != Color::Reset && !is_behind_greater && !modifier.contains(Modifier::DIM);
    let is_turned = front != Color::Reset && (is_turned || behind == Some(Color::Reset));
    let is_drawn = |part: &Option<(usize, Color)>| (color(part) == Some(front)) != is_turned;
    let drawn = parts.iter().enumerate().filter(|(_, part)| is_drawn(part));
    let bits = drawn.fold(0, |bits, (at, _)| bits | 1 << at);
    *cell = Cell::default();
    cell.set_char(glyphs.get(bits).copied().unwrap_or(' '));
    (cell.fg, cell.bg) = if is_turned {
        (behind_color, front)
    } else {
        (front, behind_color)
    };
    cell.modifier = modifier;
}

/// The braille character with the dots of `bits`: bit `2 * row + column` of the 4 rows of 2 columns, from the top.
pub fn braille(bits: u8) -> char {
    // Unicode numbers the dots down the columns, and the fourth row after the rest.
    const DOT: [u32; 8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];
    let dots = (0..8)
        .filter(|bit| bits >> bit & 1 == 1)
        .map(|bit| DOT[bit])
        .sum::<u32>();
    char::from_u32(0x2800 + dots).unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f32::consts::PI;

    const ORIGIN: Point = Point::new(0.0, 0.0);

    #[test]
    fn a_disc_inside_a_rectangle_has_its_whole_area() {
        let area = Polygon::rectangle(-3.0, -2.0, 4.0, 5.0).area_in_disc(ORIGIN, 1.5);
        assert!((area - PI * 2.25).abs() < 1e-4, "{area}");
    }

    #[test]
    fn a_rectangle_inside_a_disc_has_its_whole_area() {
        let area = Polygon::rectangle(0.25, 0.5, 1.25, 1.0).area_in_disc(ORIGIN, 9.0);
        assert!((area - 0.5).abs() < 1e-5, "{area}");
    }

    #[test]
    fn a_quadrant_cut_by_two_edges_is_a_quarter_of_the_disc() {
        let area = Polygon::rectangle(0.0, 0.0, 9.0, 9.0).area_in_disc(ORIGIN, 2.0);
        assert!((area - PI).abs() < 1e-4, "{area}");
    }

    #[test]
    fn a_chord_leaves_the_segment_that_the_textbook_gives() {
        // Segment area: r² (acos(d/r) - (d/r) sqrt(1 - (d/r)²)).
        let (r, d) = (3.0_f32, 1.2_f32);
        let k = d / r;
        let expected = r * r * (k.acos() - k * (1.0 - k * k).sqrt());
        let area = Polygon::rectangle(d, -9.0, 9.0, 9.0).area_in_disc(ORIGIN, r);
        assert!((area - expected).abs() < 1e-4, "{area} {expected}");
    }

    #[test]
    fn clipping_splits_the_area_in_two_without_loss() {
        let whole = Polygon::rectangle(1.0, 1.0, 4.0, 3.0);
        let normal = Point::new(0.6, 0.8);
        let cut = HalfPlane::new(Point::new(2.2, 1.7), normal);
        let rest = HalfPlane::new(Point::new(2.2, 1.7), Point::new(-0.6, -0.8));
        let [a, b] = [cut, rest].map(|half| {
            let mut part = Polygon::EMPTY;
            whole.clip(&half, &mut part);
            part.area()
        });
        assert!(a > 0.5 && b > 0.5 && (a + b - 6.0).abs() < 1e-4, "{a} + {b}");
    }

    #[test]
    fn half_white_over_black_is_half_the_light_on_dark_and_half_the_number_on_light() {
        let (black, white) = (Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255));
        let half = |ground| {
            let curve = Curve::on(ground);
            curve.color(
                curve
                    .light(black)
                    .unwrap()
                    .under(curve.light(white).unwrap(), 0.5),
            )
        };
        assert_eq!(half(black), Color::Rgb(180, 180, 180));
        assert_eq!(half(white), Color::Rgb(128, 128, 128));
    }

    #[test]
    fn nothing_covered_and_all_covered_are_the_colours_themselves() {
        for curve in [Curve::Square, Curve::Straight] {
            for channel in 0..=255 {
                let (a, b) = (Color::Rgb(channel, 7, 255), Color::Rgb(255, channel, 0));
                let [under, over] = [a, b].map(|color| curve.light(color).unwrap());
                assert_eq!(curve.color(under.under(over, 0.0)), a);
                assert_eq!(curve.color(under.under(over, 1.0)), b);
            }
        }
        assert_eq!(Curve::Square.light(Color::Red), None);
    }

    #[test]
    fn braille_dots_are_numbered_by_rows() {
        assert_eq!(braille(0), '\u{2800}');
        assert_eq!(braille(0b0000_0001), '⠁');
        assert_eq!(braille(0b0000_0010), '⠈');
        assert_eq!(braille(0b0100_0000), '⡀');
        assert_eq!(braille(0b1111_1111), '⣿');
    }

    #[test]
    fn a_solid_cell_has_its_colour_behind_it_too_unless_that_is_the_terminals_or_dimmed() {
        for (color, modifier, behind) in [
            (Color::Red, Modifier::BOLD, Color::Red),
            (Color::Red, Modifier::DIM, Color::Black),
            (Color::Reset, Modifier::empty(), Color::Black),
        ] {
            let mut cell = Cell::default();
            cell.modifier = modifier;
            half_blocks(&mut cell, Some(color), Some(color), Color::Black);
            assert_eq!((cell.symbol(), cell.fg, cell.bg), ("█", color, behind));
            assert_eq!(cell.modifier, modifier);
        }
    }

    #[test]
    fn a_mosaic_has_the_uppermost_colour_and_the_one_with_the_most_room() {
        use ratatui_core::symbols::pixel::QUADRANTS;
        let (red, blue, green, own) = (Color::Red, Color::Blue, Color::Green, Color::Reset);
        let draw = |parts: [Option<(usize, Color)>; 4]| {
            let mut cell = Cell::default();
            mosaic(&mut cell, &QUADRANTS, &parts, Color::Black);
            (cell.symbol().to_owned(), cell.fg, cell.bg)
        };
        let (r, b, g) = (Some((0, red)), Some((1, blue)), Some((2, green)));
        assert_eq!(draw([None; 4]), (" ".into(), own, Color::Black));
        assert_eq!(draw([r; 4]), ("█".into(), red, red), "no seam");
        assert_eq!(draw([r, None, None, r]), ("▚".into(), red, Color::Black));
        assert_eq!(draw([r, r, b, r]), ("▖".into(), blue, red));
        assert_eq!(draw([None, r, r, r]), ("▘".into(), Color::Black, red), "no seam");
        assert_eq!(draw([g, r, r, b]), ("▘".into(), green, red));
        assert_eq!(draw([g, None, None, r]), ("▘".into(), green, Color::Black));
        assert_eq!(draw([g, Some((0, own)), g, g]), ("▝".into(), own, green));
    }

    #[test]
    fn half_blocks_use_no_more_colours_than_there_are_pixels() {
        let (red, blue, back) = (Color::Red, Color::Blue, Color::Black);
        let draw = |top, bottom| {
            let mut cell = Cell::default();
            half_blocks(&mut cell, top, bottom, back);
            (cell.symbol().to_owned(), cell.fg, cell.bg)
        };
        assert_eq!(draw(None, None), (" ".into(), Color::Reset, back));
        assert_eq!(draw(Some(red), Some(red)), ("█".into(), red, red));
        assert_eq!(draw(Some(red), None), ("▀".into(), red, back));
        assert_eq!(draw(None, Some(blue)), ("▄".into(), blue, back));
        assert_eq!(draw(Some(red), Some(blue)), ("▀".into(), red, blue));
    }
}
