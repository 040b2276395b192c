"""Small crates with and without circles."""

import tempfile
import unittest
from pathlib import Path

import circles


def groups(files):
    """The circles of a crate of these files, as file names."""
    with tempfile.TemporaryDirectory() as folder:
        for name, code in files.items():
            place = Path(folder, name)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(code, encoding="utf-8")
        modules = circles.read(Path(folder, "lib.rs"))
        found = circles.circles(circles.arrows(modules))
        return [[modules[name].file.relative_to(folder).as_posix() for name in group] for group in found]


class Circles(unittest.TestCase):
    def test_two_files_that_use_each_other(self):
        found = groups({"lib.rs": "mod a; mod b;", "a.rs": "use crate::b::B;", "b.rs": "use super::a::{A, other::C as D};"})
        self.assertEqual(found, [["a.rs", "b.rs"]])

    def test_a_path_in_the_code_counts_as_a_use_does(self):
        files = {"lib.rs": "mod a; mod b;", "a.rs": "use crate::b; fn f() { b::g() }", "b.rs": "fn g() { crate::a::f() }"}
        self.assertEqual(groups(files), [["a.rs", "b.rs"]])

    def test_three_files_through_a_face_that_only_hands_on(self):
        files = {
            "lib.rs": "mod parts; mod top;",
            "top.rs": "use crate::parts::Part; pub struct Top;",
            "parts/mod.rs": "mod one; mod two; pub use one::Part;",
            "parts/one.rs": "use super::two::helper; pub struct Part;",
            "parts/two.rs": "pub fn helper(_: crate::top::Top) {}",
        }
        self.assertEqual(groups(files), [["parts/one.rs", "parts/two.rs", "top.rs"]])

    def test_imports_of_everything_and_of_the_folder_itself(self):
        files = {
            "lib.rs": "mod a; mod b;",
            "a/mod.rs": "pub mod deep;",
            "a/deep.rs": "use crate::b::*;",
            "b.rs": "use crate::a::deep::{self, More};",
        }
        self.assertEqual(groups(files), [["a/deep.rs", "b.rs"]])

    def test_what_is_handed_on_without_a_circle_is_none(self):
        files = {"lib.rs": "mod a; mod b; mod c;", "a.rs": "use crate::b::C;", "b.rs": "pub use crate::c::C;", "c.rs": "pub struct C;"}
        self.assertEqual(groups(files), [])

    def test_a_part_may_use_its_room(self):
        files = {"lib.rs": "mod room;", "room/mod.rs": "mod part; struct Desk; fn ui() { part::ui() }", "room/part.rs": "use super::Desk;"}
        self.assertEqual(groups(files), [])

    def test_tests_comments_and_strings_are_no_code(self):
        files = {
            "lib.rs": "mod a; mod b;",
            "a.rs": "use crate::b::B;",
            "b.rs": """
                // use crate::a::A;
                /* crate::a::f() */
                const TEXT: &str = r#"crate::a::f() " "#;
                fn sign(c: char) -> bool { c == '"' || c == '\\'' }
                #[cfg(test)]
                mod tests { use crate::a::A; fn f() { if true { crate::a::f() } } }
                pub struct B<'a>(&'a str);
            """,
        }
        self.assertEqual(groups(files), [])

    def test_code_behind_a_test_module_counts(self):
        files = {
            "lib.rs": "mod a; mod b;",
            "a.rs": "use crate::b::B;",
            "b.rs": "#[cfg(test)]\nmod tests;\nuse crate::a::A;",
        }
        self.assertEqual(groups(files), [["a.rs", "b.rs"]])


if __name__ == "__main__":
    unittest.main()
