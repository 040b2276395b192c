//! Text → values, for text as [`super::ron_writer`] writes it: in any layout, without comments and rarer spellings.
//!
//! ron reads everything people write and says well what is wrong; it takes its time. This reader takes a fifth of it,
//! for the two moments that wait: opening a large plan, and reading back what is about to be saved. It knows a part of
//! RON only, and **whatever it does not know it leaves to ron**, which reads the text once more from the start. So it
//! never explains anything: its error is empty. What it accepts, ron accepts too, and as the same value; the tests
//! hold both side by side over generated, damaged and hand-made texts.
//!
//! Where ron would let something pass that no plan may hold (an infinite number, a doubled key of a map), this reader
//! refuses, so that the longer way finds the place.

use std::fmt::{self, Display};

use serde::de::{self, Deserialize, Visitor};

mod bodies;
mod pieces;

use bodies::{Members, Variant};
use pieces::Pieces;

/// Reads a value from a whole text.
pub(super) fn from_text<'t, T: Deserialize<'t>>(text: &'t str) -> Result<T, NotPlain> {
    let mut reader = Reader { pieces: Pieces::new(text) };
    let value = T::deserialize(&mut reader)?;
    reader.pieces.end()?;
    Ok(value)
}

/// The text is broken, or it is not plain: ron will tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotPlain;

impl Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not text as this program writes it")
    }
}

impl std::error::Error for NotPlain {}

impl de::Error for NotPlain {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// A text being read.
struct Reader<'t> {
    pieces: Pieces<'t>,
}

impl<'t> Reader<'t> {
    /// What stands between an opening bracket, just passed, and its closing one.
    fn members<'r>(&'r mut self, close: u8) -> Members<'r, 't> {
        Members::new(self, close)
    }

    fn record<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, NotPlain> {
        self.pieces.require(b'(')?;
        let value = visitor.visit_map(self.members(b')'))?;
        self.pieces.require(b')')?;
        Ok(value)
    }

    /// `(value)`, with or without a comma behind the value.
    fn wrapped<R>(&mut self, read: impl FnOnce(&mut Self) -> Result<R, NotPlain>) -> Result<R, NotPlain> {
        self.pieces.require(b'(')?;
        let value = read(self)?;
        self.pieces.take(b',');
        self.pieces.require(b')')?;
        Ok(value)
    }

    /// Passes the name of a record, which people may leave out.
    fn name(&mut self, name: &str) -> Result<(), NotPlain> {
        match self.pieces.word() {
            Some(found) if found != name => Err(NotPlain),
            _ => Ok(()),
        }
    }

    fn number<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, NotPlain> {
        let number = self.pieces.number();
        if number.contains(['.', 'e', 'E']) {
            return visitor.visit_f64(finite(number)?);
        }
        match number.strip_prefix('-') {
            None => visitor.visit_u64(number.parse().map_err(|_| NotPlain)?),
            Some(_) => visitor.visit_i64(number.parse().map_err(|_| NotPlain)?),
        }
    }

    fn text<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, NotPlain> {
        let raw = self.pieces.quoted()?;
        if raw.contains('\\') { visitor.visit_string(pieces::unescaped(raw)?) } else { visitor.visit_borrowed_str(raw) }
    }
}

impl<'t> de::Deserializer<'t> for &mut Reader<'t> {
    type Error = NotPlain;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.pieces.peek() {
            Some(b'"') => self.text(visitor),
            Some(b'0'..=b'9' | b'-') => self.number(visitor),
            _ => match self.pieces.word() {
                Some("true") => visitor.visit_bool(true),
                Some("false") => visitor.visit_bool(false),
                // To ron these are no names of records.
                Some("Some" | "None" | "inf" | "inff32" | "inff64" | "NaN" | "NaNf32" | "NaNf64") => Err(NotPlain),
                // Without fields it might be something else.
                _ if self.pieces.opens_fields() => self.record(visitor),
                _ => Err(NotPlain),
            },
        }
    }

    // Of these, plans have only the first two lines; nothing `deserialize_any` finds fits the last.
    serde::forward_to_deserialize_any! {
        <V: Visitor<'t>>
        bool i8 i16 i32 i64 u8 u16 u32 u64
        str string
        unit unit_struct newtype_struct tuple tuple_struct
    }

    fn deserialize_f32<V: Visitor<'t>>(self, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn deserialize_f64<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_f64(finite(self.pieces.number())?)
    }

    fn deserialize_char<V: Visitor<'t>>(self, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn deserialize_bytes<V: Visitor<'t>>(self, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn deserialize_byte_buf<V: Visitor<'t>>(self, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn deserialize_ignored_any<V: Visitor<'t>>(self, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        match self.pieces.peek_word() {
            Some("None") => {
                self.pieces.word();
                visitor.visit_none()
            }
            Some("Some") => {
                self.pieces.word();
                self.wrapped(|reader| visitor.visit_some(reader))
            }
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.pieces.require(b'[')?;
        let value = visitor.visit_seq(self.members(b']'))?;
        self.pieces.require(b']')?;
        Ok(value)
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        self.pieces.require(b'{')?;
        let value = visitor.visit_map(self.members(b'}'))?;
        self.pieces.require(b'}')?;
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        self.name(name)?;
        self.record(visitor)
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, NotPlain> {
        visitor.visit_enum(Variant { reader: self })
    }

    fn deserialize_identifier<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, NotPlain> {
        visitor.visit_borrowed_str(self.pieces.word().ok_or(NotPlain)?)
    }
}

fn finite(number: &str) -> Result<f64, NotPlain> {
    number.parse().ok().filter(|number: &f64| number.is_finite()).ok_or(NotPlain)
}

#[cfg(test)]
mod tests;
