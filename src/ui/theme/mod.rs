//! Themes: how each [`Role`] looks in a terminal of a given [`Depth`]. The one place with colours in it, besides the
//! theme files. [`Palette`] is a theme file as written; [`Theme`] is a palette resolved once for a terminal, after
//! which a style is an array lookup.
//!
//! With 24-bit and 256 colours a theme paints its own background, so that its contrasts are real. With sixteen the
//! background is the terminal's own. Without colour, attributes alone carry the difference.

pub mod color;
mod depth;
mod glyphs;
mod paint;
mod palette;
pub mod role;
mod shipped;

use ratatui::style::{Color, Modifier, Style};

use color::{Rgb, contrast};
pub use depth::{Depth, ascii_only_by, is_ascii_only};
pub use glyphs::{AUTO, Glyphs, Pictures};
use paint::Paint;
pub use palette::{Palette, SHIPPED};
use role::{COUNT, NAMED};
pub use role::{FIELDS, Role};

/// The style of every role in one terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    name: String,
    depth: Depth,
    styles: [Style; COUNT],
    /// With sixteen colours: what pictures are drawn in, and what they stand on.
    pictures: Option<Box<(Theme, Color)>>,
}

impl Theme {
    /// Resolves a palette for a terminal. Without colour every palette is the shipped `mono`.
    pub fn new(name: &str, palette: &Palette, depth: Depth) -> Theme {
        let mono = (depth == Depth::None).then(|| Palette::shipped("mono")).flatten();
        let resolver = Resolver::new(mono.as_ref().unwrap_or(palette), depth);
        let mut styles = [Style::new(); COUNT];
        for role in Role::all() {
            styles[role.index()] = resolver.style(role);
        }
        Theme {
            name: name.to_string(),
            depth,
            styles,
            pictures: None,
        }
    }

    /// The theme for a terminal with this background that draws pictures, which have all colours however few its text has.
    #[must_use]
    pub fn with_pictures_on(mut self, background: Rgb) -> Theme {
        if self.depth == Depth::Ansi16 {
            let theme = Theme::shipped(&self.name, Depth::True);
            let theme = theme.unwrap_or_else(|| Theme::for_background(background, Depth::True));
            self.pictures = Some(Box::new((theme, background.into())));
        }
        self
    }

    /// The colour of a role in a picture.
    pub fn picture_color(&self, role: Role) -> Color {
        self.pictures
            .as_ref()
            .map_or_else(|| self.color(role), |pictures| pictures.0.color(role))
    }

    /// What a picture stands on, where the background is the terminal's own.
    pub fn picture_ground(&self) -> Option<Color> {
        self.pictures.as_ref().map(|pictures| pictures.1)
    }

    /// The colour of the sector that a field's petals stand in where there are 256 colours, of which none is a blend, chosen by
    /// hand: on light the pale one nearest in hue, on dark a grey, as there the least of every hue is louder than what stands
    /// in it. Nothing where there are more or fewer colours and where the background is the terminal's own.
    pub fn sector_color(&self, field: usize) -> Option<Color> {
        const GREY: u8 = 237;
        const PALE: [u8; 6] = [189, 194, 195, 223, 224, 225];
        if self.depth != Depth::Indexed256 {
            return None;
        }
        let of = |role| Rgb::of(self.color(role)).map(Rgb::oklab);
        let [lightness, ..] = of(Role::Background)?;
        let [_, a, b] = of(Role::Field(field))?;
        if lightness < 0.6 {
            return Some(Color::Indexed(GREY));
        }
        let turn = |number: &u8| {
            let [_, c, d] = Rgb::indexed(*number).oklab();
            (c * a + d * b) / c.hypot(d)
        };
        let nearest = PALE
            .into_iter()
            .max_by(|one, other| turn(one).total_cmp(&turn(other)));
        nearest.map(Color::Indexed)
    }

    /// A theme that comes with the program, one of [`SHIPPED`].
    pub fn shipped(name: &str, depth: Depth) -> Option<Theme> {
        Palette::shipped(name).map(|palette| Theme::new(name, &palette, depth))
    }

    /// Dark or light, as the terminal's background is.
    pub fn for_background(background: Rgb, depth: Depth) -> Theme {
        let [lightness, ..] = background.oklab();
        let name = if lightness > 0.6 { "light" } else { "dark" };
        Theme::new(name, &Palette::shipped(name).unwrap_or_default(), depth)
    }

    /// The dark theme, for as long as nothing else is known.
    pub fn dark(depth: Depth) -> Theme {
        Theme::new("dark", &Palette::shipped("dark").unwrap_or_default(), depth)
    }

    /// The theme's name, as the options and the config write it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The depth it was resolved for.
    pub fn depth(&self) -> Depth {
        self.depth
    }

    /// The style of a role. Only [`Role::Background`], [`Role::Overlay`], [`Role::Match`] and [`Role::Selection`]
    /// have a background; the others stand on whatever is below.
    pub fn style(&self, role: Role) -> Style {
        self.styles[role.index()]
    }

    /// The colour of a role as a drawing needs it: the surface for the two pages, else the foreground.
    pub fn color(&self, role: Role) -> Color {
        let style = self.style(role);
        let color = if matches!(role, Role::Background | Role::Overlay) {
            style.bg
        } else {
            style.fg
        };
        color.unwrap_or(Color::Reset)
    }
}

/// A palette on its way to a terminal.
struct Resolver<'p> {
    palette: &'p Palette,
    depth: Depth,
}

impl<'p> Resolver<'p> {
    fn new(palette: &'p Palette, depth: Depth) -> Resolver<'p> {
        Resolver { palette, depth }
    }

    fn style(&self, role: Role) -> Style {
        let pages = [Role::Background, Role::Overlay].map(|page| self.named(page).color);
        match role {
            Role::Background | Role::Overlay => {
                let painted = matches!(self.depth, Depth::True | Depth::Indexed256);
                let surface = if painted {
                    self.named(role).color
                } else {
                    Color::Reset
                };
                self.on(self.named(Role::Text), &pages)
                    .bg(self.depth_color(surface, &[]))
            }
            Role::Field(field) => self.on(self.field(field), &pages),
            Role::FieldDim(field) => self.on(self.field_dim(field), &pages),
            role => {
                let paint = self.named(role);
                match (paint.bg, self.depth) {
                    (None, _) | (_, Depth::None) => self.on(paint, &pages),
                    // The terminal's own colours make a readable pair only reversed.
                    (Some(_), Depth::Ansi16) => {
                        let color = paint.ansi.unwrap_or(Color::Reset);
                        Style::new()
                            .fg(color)
                            .add_modifier(paint.modifier | Modifier::REVERSED)
                    }
                    (Some(bg), _) => self.on(paint, &[bg]).bg(self.depth_color(bg, &[])),
                }
            }
        }
    }

    /// A paint on any of these surfaces, its own background left out.
    fn on(&self, paint: Paint, surfaces: &[Color]) -> Style {
        let color = match (self.depth, paint.ansi) {
            (Depth::Ansi16, Some(ansi)) => ansi,
            _ => self.depth_color(paint.color, surfaces),
        };
        Style::new().fg(color).add_modifier(paint.modifier)
    }

    fn named(&self, role: Role) -> Paint {
        self.palette.named[role.index().min(NAMED.len() - 1)]
    }

    /// The paint of a field. Beyond the palette's own they come in turns, each a distance from all before: half-way
    /// in hue to the next, then lighter ones, then half-way between those.
    fn field(&self, field: usize) -> Paint {
        let own = &self.palette.fields;
        let Some(paint) = own.get(field % own.len().max(1)) else {
            return Paint::default();
        };
        let next = own[(field + 1) % own.len()];
        let turn = field % FIELDS / own.len();
        let derived = (|| {
            let (here, next, text) = (
                Rgb::of(paint.color)?,
                Rgb::of(next.color)?,
                Rgb::of(self.named(Role::Text).color)?,
            );
            let hue = if turn % 2 == 1 { half_way(here, next) } else { here };
            Some(if turn >= 2 { hue.mix(text, 0.5) } else { hue })
        })();
        match derived {
            Some(rgb) if turn > 0 => Paint {
                color: rgb.into(),
                ansi: paint.ansi,
                ..*paint
            },
            _ => *paint,
        }
    }

    /// The field's colour, faded to the background as far as a border may fade; where colours are few, dimmed.
    fn field_dim(&self, field: usize) -> Paint {
        let paint = self.field(field);
        let page = Rgb::of(self.named(Role::Background).color);
        match (self.depth, Rgb::of(paint.color), page) {
            (Depth::True | Depth::Indexed256, Some(color), Some(page)) => Paint {
                color: fade(color, page, 3.0).into(),
                ..paint
            },
            _ => Paint {
                modifier: (paint.modifier - Modifier::BOLD) | Modifier::DIM,
                ..paint
            },
        }
    }

    /// The colour at this depth. Of 256 it is the nearest that keeps the contrast to each surface which the true
    /// colours have: 7, 4.5 or 3 to 1.
    fn depth_color(&self, color: Color, surfaces: &[Color]) -> Color {
        let Some(rgb) = Rgb::of(color) else {
            return Color::Reset;
        };
        match (self.depth, color) {
            (Depth::None, _) => Color::Reset,
            (Depth::Indexed256, Color::Rgb(..)) => {
                let floors: Vec<(f32, f32)> = surfaces
                    .iter()
                    .filter_map(|surface| contrast_floor(rgb, *surface))
                    .collect();
                let keeps = |luminance: f32| {
                    floors
                        .iter()
                        .all(|(surface, floor)| contrast(luminance, *surface) >= *floor)
                };
                Color::Indexed(rgb.nearest_256(keeps))
            }
            (Depth::Ansi16, Color::Rgb(..) | Color::Indexed(16..)) => rgb.nearest_16(),
            _ => color,
        }
    }
}

/// The relative luminance of the surface as 256 colours show it, and the contrast that the colour must keep to it there.
fn contrast_floor(color: Rgb, surface: Color) -> Option<(f32, f32)> {
    let true_surface = Rgb::of(surface)?;
    let contrast = color.contrast(true_surface);
    let floor = [7.0, 4.5, 3.0].into_iter().find(|floor| contrast >= *floor)?;
    let shown = match surface {
        Color::Rgb(..) => Rgb::indexed(true_surface.nearest_256(|_| true)),
        _ => true_surface,
    };
    Some((shown.luminance(), floor))
}

/// A colour half-way between two in hue, lightness and strength (not in a straight line, which would be grey).
fn half_way(from: Rgb, to: Rgb) -> Rgb {
    let polar = |[l, a, b]: [f32; 3]| (l, a.hypot(b), b.atan2(a));
    let ((l1, c1, h1), (l2, c2, h2)) = (polar(from.oklab()), polar(to.oklab()));
    let tau = std::f32::consts::TAU;
    let hue = h1 + ((h2 - h1 + tau / 2.0).rem_euclid(tau) - tau / 2.0) / 2.0;
    let chroma = (c1 + c2) / 2.0;
    Rgb::from_oklab([(l1 + l2) / 2.0, chroma * hue.cos(), chroma * hue.sin()])
}

/// The colour as near the page as it can come and still have this contrast to it; unchanged where it has less. It
/// moves in lightness and keeps half of its strength to the last, so that a faded field still shows its hue.
fn fade(color: Rgb, page: Rgb, contrast: f32) -> Rgb {
    let ([l, a, b], [page_l, ..]) = (color.oklab(), page.oklab());
    let faded = |step: u8| {
        let t = f32::from(step) / 64.0;
        let strength = 1.0 - t / 2.0;
        Rgb::from_oklab([l + (page_l - l) * t, a * strength, b * strength])
    };
    // the nearer the page, the less contrast
    let (mut enough, mut too_little) = (0, 65);
    while too_little - enough > 1 {
        let step = (enough + too_little) / 2;
        match faded(step).contrast(page) >= contrast {
            true => enough = step,
            false => too_little = step,
        }
    }
    if enough == 0 { color } else { faded(enough) }
}
