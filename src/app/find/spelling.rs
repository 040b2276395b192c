//! How a name is typed: its words, each with the letters that stand for it.
//!
//! A word is what stands between spaces, or one Chinese character, which is typed as itself or by one of its sounds. So
//! pinyin, its first letters and Latin words are all the same: beginnings of words.

use pinyin::ToPinyinMulti;

/// A word of a name.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Where it begins among the characters of the name.
    pub(super) at: usize,
    /// The ways to type it.
    ways: Ways,
}

#[derive(Clone, Debug)]
enum Ways {
    /// Letter by letter.
    Letters(Box<[char]>),
    /// As a character, or by a sound of it.
    Character(char, Box<[&'static str]>),
}

/// How much of what is typed is the beginning of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Taken {
    /// Letters of what is typed.
    pub(super) letters: usize,
    /// Whether that is the whole word.
    pub(super) is_whole: bool,
}

impl Word {
    /// The longest beginning of it that is typed here.
    pub(super) fn taken(&self, typed: &[char]) -> Taken {
        match &self.ways {
            Ways::Letters(letters) => {
                let agree = letters.iter().zip(typed).take_while(|(letter, typed)| letter == typed).count();
                Taken { letters: agree, is_whole: agree == letters.len() }
            }
            Ways::Character(character, _) if typed.first() == Some(character) => Taken { letters: 1, is_whole: true },
            Ways::Character(_, sounds) => {
                let taken = sounds.iter().map(|sound| {
                    let agree =
                        sound.chars().zip(typed).take_while(|(letter, typed)| sounds_as(*letter, **typed)).count();
                    Taken { letters: agree, is_whole: agree == sound.chars().count() }
                });
                taken.max_by_key(|taken| (taken.letters, taken.is_whole)).unwrap_or_default()
            }
        }
    }

    /// How many letters are typed here by ways that are typed to their end, of each way.
    pub(super) fn whole(&self, typed: &[char]) -> impl Iterator<Item = usize> {
        let sounds: &[&str] = match &self.ways {
            Ways::Character(_, sounds) => sounds,
            Ways::Letters(_) => &[],
        };
        let itself = match &self.ways {
            Ways::Letters(letters) => typed.starts_with(letters).then_some(letters.len()),
            Ways::Character(character, _) => (typed.first() == Some(character)).then_some(1),
        };
        let by_sound = sounds.iter().filter_map(move |sound| {
            let length = sound.chars().count();
            let agrees = typed.len() >= length && sound.chars().zip(typed).all(|(a, b)| sounds_as(a, *b));
            agrees.then_some(length)
        });
        itself.into_iter().chain(by_sound)
    }

    /// Its letters, where it is typed letter by letter.
    pub(super) fn letters(&self) -> &[char] {
        if let Ways::Letters(letters) = &self.ways { letters } else { &[] }
    }
}

/// Keyboards have no ü: it is typed as v, or as u.
fn sounds_as(letter: char, typed: char) -> bool {
    letter == typed || (letter == 'ü' && matches!(typed, 'v' | 'u')) || (letter == 'ê' && typed == 'e')
}

/// A name with its words.
#[derive(Clone, Debug)]
pub struct Name {
    text: String,
    words: Box<[Word]>,
    letters: Letters,
    is_sentence: bool,
}

impl Name {
    /// Takes a name apart.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let words: Box<[Word]> = words(&text).into();
        let letters = words.iter().fold(Letters::default(), Letters::with_word);
        Self { text, words, letters, is_sentence: false }
    }

    /// Takes a sentence apart, of which words are typed one after the other: among so many letters any are found.
    #[must_use]
    pub fn sentence(text: impl Into<String>) -> Self {
        Self { is_sentence: true, ..Self::new(text) }
    }

    /// As it is shown.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How long it is, for comparing.
    pub(super) fn length(&self) -> u16 {
        u16::try_from(self.text.len()).unwrap_or(u16::MAX)
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    pub(super) fn letters(&self) -> Letters {
        self.letters
    }

    pub(super) fn is_sentence(&self) -> bool {
        self.is_sentence
    }
}

/// The letters that something is typed with, so many to a bit: what lacks one of them is passed over without a closer look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Letters(u64);

impl Letters {
    pub(super) fn of(typed: &[char]) -> Self {
        typed.iter().fold(Self::default(), |letters, letter| letters.with(*letter))
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    fn with(self, letter: char) -> Self {
        let bit = match letter {
            'a'..='z' => u32::from(letter) - u32::from('a'),
            '0'..='9' => 26 + u32::from(letter) - u32::from('0'),
            other => 36 + u32::from(other) % 28,
        };
        Self(self.0 | 1 << bit)
    }

    fn with_word(self, word: &Word) -> Self {
        match &word.ways {
            Ways::Letters(letters) => self.and(Self::of(letters)),
            Ways::Character(character, sounds) => {
                let letters = sounds.iter().flat_map(|sound| sound.chars());
                letters.fold(self.with(*character), |all, letter| match letter {
                    'ü' => all.with('v').with('u').with('ü'),
                    'ê' => all.with('e').with('ê'),
                    letter => all.with(letter),
                })
            }
        }
    }
}

/// A letter as it is compared: small, and of its usual width.
fn plain(letter: char) -> char {
    let narrow = match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        other => other,
    };
    narrow.to_lowercase().next().unwrap_or(narrow)
}

/// The letters of what is typed, in terms: what stands between spaces and signs.
pub(super) fn terms(typed: &str) -> Vec<Vec<char>> {
    let letters: Vec<char> = typed.chars().map(plain).collect();
    // Input methods put a mark between syllables.
    let terms = letters.split(|letter| !letter.is_alphanumeric() && *letter != '\'');
    let kept = terms.map(|term| term.iter().copied().filter(|letter| *letter != '\'').collect::<Vec<_>>());
    kept.filter(|term| !term.is_empty()).collect()
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut latin: Vec<char> = Vec::new();
    let end = |words: &mut Vec<Word>, latin: &mut Vec<char>, at: usize| {
        if !latin.is_empty() {
            let ways = Ways::Letters(std::mem::take(latin).into());
            let length = if let Ways::Letters(letters) = &ways { letters.len() } else { 0 };
            words.push(Word { at: at - length, ways });
        }
    };
    let mut length = 0;
    for (at, letter) in text.chars().map(plain).enumerate() {
        length = at + 1;
        if let Some(sounds) = sounds(letter) {
            end(&mut words, &mut latin, at);
            words.push(Word { at, ways: Ways::Character(letter, sounds) });
        } else if letter.is_alphanumeric() {
            latin.push(letter);
        } else {
            end(&mut words, &mut latin, at);
        }
    }
    end(&mut words, &mut latin, length);
    words
}

/// The sounds of a Chinese character without their tones, each once; `None` for other letters.
fn sounds(letter: char) -> Option<Box<[&'static str]>> {
    let mut sounds: Vec<&str> = letter.to_pinyin_multi()?.into_iter().map(pinyin::Pinyin::plain).collect();
    sounds.sort_unstable();
    sounds.dedup();
    Some(sounds.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(name: &str, typed: &str) -> Vec<Taken> {
        let typed: Vec<char> = typed.chars().collect();
        Name::new(name).words().iter().map(|word| word.taken(&typed)).collect()
    }

    #[test]
    fn a_character_is_a_word_and_so_is_what_stands_between_spaces() {
        let name = Name::new("SEM 投放 (Q3)");
        let places: Vec<usize> = name.words().iter().map(|word| word.at).collect();
        assert_eq!(places, [0, 4, 5, 8]);
    }

    #[test]
    fn every_sound_of_a_character_counts() {
        for (typed, letters) in [("chong", 5), ("zhong", 5), ("c", 1), ("重", 1), ("mou", 0)] {
            let [taken] = taken("重", typed)[..] else { panic!("one word") };
            assert_eq!(taken, Taken { letters, is_whole: letters == 5 || typed == "重" }, "{typed}");
        }
    }

    #[test]
    fn the_sound_that_no_keyboard_has_is_typed_as_v_and_as_u() {
        for typed in ["lv", "lu", "lü"] {
            assert_eq!(taken("绿", typed)[0], Taken { letters: 2, is_whole: true }, "{typed}");
            let letters: Vec<char> = typed.chars().collect();
            assert!(Name::new("绿").letters().has(Letters::of(&letters)), "{typed}");
        }
    }

    #[test]
    fn wide_letters_and_capitals_are_those_of_every_keyboard() {
        assert_eq!(terms("ＳＥＭ Budget"), [vec!['s', 'e', 'm'], "budget".chars().collect()]);
        assert_eq!(terms("yu'su"), ["yusu".chars().collect::<Vec<_>>()]);
        assert!(terms(" … ").is_empty());
    }

    #[test]
    fn signs_and_nothing_have_no_words() {
        assert!(Name::new("").words().is_empty());
        assert!(Name::new(" …, 「」").words().is_empty());
    }
}
