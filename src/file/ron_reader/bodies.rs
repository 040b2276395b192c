//! What stands between brackets, and the forms of a choice.

use serde::de::{self, DeserializeSeed, Visitor};

use super::{NotPlain, Reader};

/// The members between two brackets.
pub(super) struct Members<'r, 't> {
    reader: &'r mut Reader<'t>,
    close: u8,
    /// Whether a comma, or the opening bracket, stands before.
    may_begin: bool,
    /// The keys of a map as they are written.
    keys: Vec<&'t str>,
}

impl<'r, 't> Members<'r, 't> {
    pub fn new(reader: &'r mut Reader<'t>, close: u8) -> Self {
        Self { reader, close, may_begin: true, keys: Vec::new() }
    }

    /// Whether there is another member.
    fn more(&mut self) -> Result<bool, NotPlain> {
        if self.reader.pieces.peek() == Some(self.close) {
            return Ok(false);
        }
        if self.may_begin { Ok(true) } else { Err(NotPlain) }
    }

    fn value<T: DeserializeSeed<'t>>(&mut self, seed: T) -> Result<T::Value, NotPlain> {
        let value = seed.deserialize(&mut *self.reader)?;
        self.may_begin = self.reader.pieces.take(b',');
        Ok(value)
    }

    /// serde would let the later of two same keys win.
    fn refuse_doubled_keys(&mut self) -> Result<(), NotPlain> {
        self.keys.sort_unstable();
        if self.keys.windows(2).any(|pair| pair[0] == pair[1]) { Err(NotPlain) } else { Ok(()) }
    }
}

impl<'t> de::SeqAccess<'t> for Members<'_, 't> {
    type Error = NotPlain;

    fn next_element_seed<T: DeserializeSeed<'t>>(&mut self, seed: T) -> Result<Option<T::Value>, NotPlain> {
        if self.more()? { self.value(seed).map(Some) } else { Ok(None) }
    }
}

impl<'t> de::MapAccess<'t> for Members<'_, 't> {
    type Error = NotPlain;

    fn next_key_seed<K: DeserializeSeed<'t>>(&mut self, seed: K) -> Result<Option<K::Value>, NotPlain> {
        if !self.more()? {
            self.refuse_doubled_keys()?;
            return Ok(None);
        }
        let start = self.reader.pieces.at();
        let key = if self.close == b')' {
            seed.deserialize(de::value::BorrowedStrDeserializer::new(self.reader.pieces.word().ok_or(NotPlain)?))
        } else {
            seed.deserialize(&mut *self.reader)
        }?;
        if self.close == b'}' {
            self.keys.push(self.reader.pieces.since(start));
        }
        Ok(Some(key))
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Result<V::Value, NotPlain> {
        self.reader.pieces.require(b':')?;
        self.value(seed)
    }
}

/// A choice: its name comes next.
pub(super) struct Variant<'r, 't> {
    pub reader: &'r mut Reader<'t>,
}

impl<'t> de::EnumAccess<'t> for Variant<'_, 't> {
    type Error = NotPlain;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'t>>(self, seed: V) -> Result<(V::Value, Self), NotPlain> {
        Ok((seed.deserialize(&mut *self.reader)?, self))
    }
}

impl<'t> de::VariantAccess<'t> for Variant<'_, 't> {
    type Error = NotPlain;

    fn unit_variant(self) -> Result<(), NotPlain> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'t>>(self, seed: T) -> Result<T::Value, NotPlain> {
        self.reader.wrapped(|reader| seed.deserialize(reader))
    }

    fn tuple_variant<V: Visitor<'t>>(self, _: usize, _: V) -> Result<V::Value, NotPlain> {
        Err(NotPlain)
    }

    fn struct_variant<V: Visitor<'t>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, NotPlain> {
        self.reader.record(visitor)
    }
}
