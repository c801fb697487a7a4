//! What the parts of a PDF are, for those who hear it (ISO 32000-1, 14.8): a tree of headings, paragraphs and pictures in the
//! order they are read, and from each page back into it. Owns the numbers by which both know each other.

use super::canvas::Tag;
use pdf_writer::{Content, Finish, Name, Pdf, Ref, TextStr, types::StructRole, writers::StructTreeRoot};

/// What is open in the language of a page.
#[derive(Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Decoration,
    Tag,
}

/// The parts of all pages, in the order they are read.
#[derive(Default)]
pub struct Tags {
    /// Of each page: its own number and its parts.
    pages: Vec<(Ref, Vec<Tag>)>,
}

/// The parts of one page while it is written.
pub struct PageTags {
    page: Ref,
    tags: Vec<Tag>,
    open: Open,
}

impl PageTags {
    /// Those of the page with this number.
    pub fn new(page: Ref) -> Self {
        Self {
            page,
            tags: Vec::new(),
            open: Open::Nothing,
        }
    }

    /// A part begins.
    pub fn begin(&mut self, tag: &Tag, out: &mut Content) {
        self.close(out);
        let mut marked = out.begin_marked_content_with_properties(name(tag));
        marked.properties().identify(self.tags.len() as i32);
        self.tags.push(tag.clone());
        self.open = Open::Tag;
    }

    /// Something is drawn: outside of parts it is decoration.
    pub fn draws(&mut self, out: &mut Content) {
        if self.open == Open::Nothing {
            out.begin_marked_content(Name(b"Artifact"));
            self.open = Open::Decoration;
        }
    }

    /// What is open ends.
    pub fn close(&mut self, out: &mut Content) {
        if self.open != Open::Nothing {
            out.end_marked_content();
            self.open = Open::Nothing;
        }
    }
}

impl Tags {
    /// Takes in the parts of the next page.
    pub fn push(&mut self, page: PageTags) {
        self.pages.push((page.page, page.tags));
    }

    /// Writes the tree, with numbers from `next` on; gives the number of its root.
    pub fn write(&self, pdf: &mut Pdf, next: &mut Ref) -> Ref {
        let (root, whole) = (next.bump(), next.bump());
        let mut all = Vec::new();
        let mut back = Vec::new();
        for (page, tags) in &self.pages {
            let ids: Vec<Ref> = tags.iter().map(|_| next.bump()).collect();
            for ((tag, id), at) in tags.iter().zip(&ids).zip(0..) {
                let mut element = pdf.struct_element(*id);
                element.kind(role(tag)).parent(whole).page(*page);
                if let Tag::Figure(shows) = tag {
                    element.alt(TextStr(shows));
                }
                element.children().marked_content_id(at);
            }
            all.extend(ids.iter().copied());
            let list = next.bump();
            pdf.indirect(list).array().items(ids);
            back.push(list);
        }
        let mut document = pdf.struct_element(whole);
        document.kind(StructRole::Document).parent(root);
        let mut children = document.children();
        for part in all {
            children.struct_element(part);
        }
        children.finish();
        document.finish();
        let mut tree = pdf.indirect(root).start::<StructTreeRoot>();
        tree.child(whole).parent_tree_next_key(back.len() as i32);
        let mut numbers = tree.parent_tree();
        let mut numbers = numbers.nums();
        for (list, at) in back.into_iter().zip(0..) {
            numbers.insert(at, list);
        }
        root
    }
}

/// What a part is called on a page.
fn name(tag: &Tag) -> Name<'static> {
    match tag {
        Tag::Heading(1) => Name(b"H1"),
        Tag::Heading(2) => Name(b"H2"),
        Tag::Heading(_) => Name(b"H3"),
        Tag::Paragraph => Name(b"P"),
        Tag::Figure(_) => Name(b"Figure"),
    }
}

/// And in the tree.
fn role(tag: &Tag) -> StructRole {
    match tag {
        Tag::Heading(1) => StructRole::H1,
        Tag::Heading(2) => StructRole::H2,
        Tag::Heading(_) => StructRole::H3,
        Tag::Paragraph => StructRole::P,
        Tag::Figure(_) => StructRole::Figure,
    }
}
