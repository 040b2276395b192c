//! What stands between brackets: members, commas, lines.

use serde::ser::{self, Serialize};

use super::{Refused, Writer};

/// An open bracket. It closes with [`Body::close`].
pub(super) struct Body<'w> {
    writer: &'w mut Writer,
    close: char,
    members: usize,
    /// Whether its members decide if they stand on one line.
    is_list: bool,
    /// Whether what is around stands on one line.
    around: bool,
    /// Where the key stands whose value comes next.
    key: usize,
}

impl<'w> Body<'w> {
    fn new(writer: &'w mut Writer, close: char, on_one_line: bool) -> Self {
        let around = writer.on_one_line;
        writer.on_one_line |= on_one_line;
        writer.depth += 1;
        Self { writer, close, members: 0, is_list: false, around, key: 0 }
    }

    pub fn of_list(writer: &'w mut Writer) -> Self {
        Self { is_list: true, ..Self::new(writer, ']', false) }
    }

    pub fn of_map(writer: &'w mut Writer) -> Self {
        Self::new(writer, '}', false)
    }

    pub fn of_record(writer: &'w mut Writer, on_one_line: bool) -> Self {
        Self::new(writer, ')', on_one_line)
    }

    /// Goes to where the next member stands.
    fn next(&mut self) {
        let first = self.members == 0;
        self.members += 1;
        if !first {
            self.writer.text.push(',');
        }
        match (self.writer.on_one_line, first) {
            (true, true) => {}
            (true, false) => self.writer.text.push(' '),
            (false, true) if self.is_list => self.writer.undecided = true,
            (false, _) => self.writer.new_line(),
        }
    }

    fn member<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.next();
        value.serialize(&mut *self.writer).map_err(|refused| refused.inside(&format!("[{}]", self.members - 1)))
    }

    fn field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Refused> {
        self.next();
        self.writer.text.push_str(name);
        self.writer.text.push_str(": ");
        value.serialize(&mut *self.writer).map_err(|refused| refused.inside(name))
    }

    fn close(self) {
        let writer = self.writer;
        writer.depth -= 1;
        if self.members > 0 && !writer.on_one_line {
            writer.text.push(',');
            writer.new_line();
        }
        writer.text.push(self.close);
        writer.on_one_line = self.around;
    }
}

impl ser::SerializeMap for Body<'_> {
    type Ok = ();
    type Error = Refused;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refused> {
        self.next();
        self.key = self.writer.text.len();
        key.serialize(&mut *self.writer)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        let key = self.key..self.writer.text.len();
        self.writer.text.push_str(": ");
        let written = value.serialize(&mut *self.writer);
        written.map_err(|refused| refused.inside(self.writer.text[key].trim_matches('"')))
    }

    fn end(self) -> Result<(), Refused> {
        self.close();
        Ok(())
    }
}

/// Bodies whose members have no names, and bodies whose members have: serde has a trait for each kind of bracket.
macro_rules! bodies {
    ($($kind:ident $serialize:ident($($name:ident)?) $member:ident;)*) => {$(
        impl ser::$kind for Body<'_> {
            type Ok = ();
            type Error = Refused;

            fn $serialize<T: Serialize + ?Sized>(
                &mut self,
                $($name: &'static str,)?
                value: &T,
            ) -> Result<(), Refused> {
                self.$member($($name,)? value)
            }

            fn end(self) -> Result<(), Refused> {
                self.close();
                Ok(())
            }
        }
    )*};
}

bodies! {
    SerializeSeq serialize_element() member;
    SerializeTuple serialize_element() member;
    SerializeTupleStruct serialize_field() member;
    SerializeTupleVariant serialize_field() member;
    SerializeStruct serialize_field(name) field;
    SerializeStructVariant serialize_field(name) field;
}
