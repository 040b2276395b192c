//! What a page says, passage by passage, for those who have it read to them.

use super::{Mark, Pages, Role, Run, Shape};

/// A heading, a paragraph, an item, a row of a table or a drawing on one page.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// What it says.
    pub text: String,
    /// The level of a heading.
    pub heading: Option<u16>,
    /// Its top left and bottom right corner.
    pub corners: [[f32; 2]; 2],
}

impl Pages {
    /// The passages of the page of an index, in reading order; none where there is no such page.
    #[must_use]
    pub fn passages(&self, index: usize) -> Vec<Passage> {
        let marks = self.pages.get(index).map_or(&[][..], |page| &page.marks);
        let mut found: Vec<(usize, Reader<'_>)> = Vec::new();
        for mark in marks {
            let Some(part) = mark.node.map(|node| self.passage_of(node)) else { continue };
            let at = found.iter().rposition(|(known, _)| *known == part).unwrap_or_else(|| {
                found.push((part, Reader::of(&self.structure[part].role)));
                found.len() - 1
            });
            let role = mark.node.map(|node| &self.structure[node].role);
            let sign = if let Some(Role::Sign(meaning)) = role { Some(&**meaning) } else { None };
            found[at].1.take(mark, sign);
        }
        found.into_iter().map(|(_, reader)| reader.passage).collect()
    }

    /// The page on which the section heading of an index begins.
    #[must_use]
    pub fn page_of_section(&self, index: usize) -> Option<usize> {
        let is_section = |node: &usize| matches!(self.structure[*node].role, Role::Heading(2, _));
        let node = (0..self.structure.len()).filter(is_section).nth(index)?;
        self.pages.iter().position(|page| page.marks.iter().any(|mark| mark.node == Some(node)))
    }

    /// Cells are read as rows, with the signs in them.
    fn passage_of(&self, node: usize) -> usize {
        let above = std::iter::successors(Some(node), |node| self.structure[*node].parent);
        let row = above.take(3).find(|node| self.structure[*node].role == Role::Row);
        row.unwrap_or(node)
    }
}

/// Puts the runs of a passage together.
struct Reader<'a> {
    passage: Passage,
    /// Whether its words are known without its letters.
    is_said: bool,
    last: Option<(&'a Run, Option<usize>)>,
    /// The sign that was read last.
    sign: Option<usize>,
}

impl<'a> Reader<'a> {
    fn of(role: &Role) -> Self {
        let (text, heading) = match role {
            Role::Heading(level, title) => (title.clone(), Some(*level)),
            Role::Figure(alternative) => (alternative.clone(), None),
            _ => (String::new(), None),
        };
        let corners = [[f32::INFINITY; 2], [f32::NEG_INFINITY; 2]];
        let is_said = !text.is_empty();
        Self { passage: Passage { text, heading, corners }, is_said, last: None, sign: None }
    }

    fn take(&mut self, mark: &'a Mark, sign: Option<&'a str>) {
        if let Some(sign) = sign.filter(|_| mark.node != self.sign) {
            self.sign = mark.node;
            self.passage.text.push_str(", ");
            self.passage.text.push_str(sign);
        }
        match &mark.shape {
            Shape::Text(run) => {
                self.enclose([run.x, run.baseline - run.size], [run.x + run.width, run.baseline + run.size * 0.25]);
                if !self.is_said {
                    self.append(run, mark.node);
                }
            }
            Shape::Path { points, .. } => points.iter().for_each(|point| self.enclose(*point, *point)),
            Shape::Circle { center: [x, y], radius, .. } => {
                self.enclose([x - radius, y - radius], [x + radius, y + radius]);
            }
        }
    }

    /// A comma between cells, a space between a figure and its label; the lines of a paragraph go on.
    fn append(&mut self, run: &'a Run, node: Option<usize>) {
        let text = &mut self.passage.text;
        if let Some((before, last)) = self.last {
            #[expect(clippy::float_cmp, reason = "sizes are chosen, not calculated")]
            let between = match last == node {
                false => ", ",
                true if before.baseline != run.baseline && before.size != run.size => " ",
                true => "",
            };
            if !between.is_empty() {
                text.truncate(text.trim_end().len());
                text.push_str(between);
            }
        }
        text.push_str(&run.text);
        self.last = Some((run, node));
    }

    fn enclose(&mut self, [left, top]: [f32; 2], [right, bottom]: [f32; 2]) {
        let [first, last] = &mut self.passage.corners;
        *first = [first[0].min(left), first[1].min(top)];
        *last = [last[0].max(right), last[1].max(bottom)];
    }
}
