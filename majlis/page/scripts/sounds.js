// How a written name sounds, and how like two names sound: graph/sounds.py in the browser, by the same tables.

const hearing = rules.sounds;
const LATIN = new Map(Object.entries(hearing.latin).flatMap(([latin, letters]) => [...letters].map((letter) => [letter, latin])));
const NEIGHBOURS = new Set(hearing.neighbours.split(", ").flatMap((pair) => [pair, pair.split(" ").reverse().join(" ")]));
const CONSONANT = new RegExp(hearing.consonant, "y"), VOWELS = new RegExp(hearing.vowels, "y");
const RIGHT_TO_LEFT = new RegExp(`[${hearing.right_to_left.map((ends) => ends.map((point) => `\\u{${point.toString(16)}}`).join("-")).join("")}]`, "u");
const VOWEL = { a: 1, i: 2, u: 4 }; // which vowels may stand in a place, as bits

const vowelled = (text) => !RIGHT_TO_LEFT.test(text) || [...hearing.all_vowels].some((letter) => text.includes(letter));

// A plain word in Latin letters; null where the page has no table for its script.
function romanise(word, withVowels) {
  if (/^[\0-\x7f]*$/.test(word)) return word;
  const [written, heard] = hearing.vowel_h;
  const letters = [...word].map((letter, at) => (withVowels && at && letter === written ? heard : letter));
  const latin = letters.map((letter) => (letter < "\x80" ? letter : LATIN.get(letter)));
  if (latin.includes(undefined)) return null;
  return latin.join("-").replace(/-h$/, "-a");
}

// The words of a name that is given as plain words, each heard once; null: not to be heard.
const heardWords = new Map();

function spoken(plain, withVowels) {
  const latin = plain.split(" ").filter(Boolean).map((word) => romanise(word, withVowels));
  if (latin.includes(null)) return null;
  return latin.map((word) => remembered(heardWords, `${word} ${withVowels}`, () => asWord(soundsOf(word, withVowels), withVowels)));
}

// Sounds, whether their script writes vowels, and how like them the words are that they were compared with.
const asWord = (sounds, withVowels) => ({ sounds, vowelled: withVowels, likes: new Map() });

// Consonants ("" before a first vowel), each with the vowels that may follow.
function soundsOf(latin, withVowels) {
  const found = [];
  const match = (pattern, at) => { pattern.lastIndex = at; return pattern.exec(latin)[0]; };
  for (let at = 0; at < latin.length;) {
    const written = match(CONSONANT, at), consonant = hearing.same[written] ?? written;
    let run = match(VOWELS, at + written.length);
    at += written.length + run.length || 1;
    const before = found.at(-1);
    if (withVowels && consonant && before && before.consonant === consonant && !before.vowels) found.pop(); // written twice
    if (at === latin.length) {
      if (consonant === "h" && !run && found.length) break; // -ah is -a
      run = run.slice(-1);
      if (run === "y" && !withVowels) run = "e";
    }
    const heard = [...run].flatMap((letter) => [...(hearing.heard[letter] ?? "")]);
    if (consonant || run) found.push({ consonant, vowels: heard.reduce((bits, vowel) => bits | VOWEL[vowel], 0) });
  }
  return found;
}

const loudness = (words) => sum(words.flatMap((word) => word.sounds.map(({ consonant, vowels }) => Boolean(consonant) + Boolean(vowels))));
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

// How like two names are, from 0 to 1: on the whole, and in the two words that are least like each other.
function likeness(one, other) {
  if (one.length < other.length) [one, other] = [other, one];
  if (one.length === other.length) {
    const each = one.map((word, at) => alike(word, other[at]));
    const sizes = one.map((word, at) => Math.max(word.sounds.length, other[at].sounds.length));
    return [sum(each.map((like, at) => like * sizes[at])) / Math.max(sum(sizes), 1), each.length ? Math.min(...each) : 0];
  }
  const common = other.map((part) => Math.max(...one.map((word) => alike(word, part))));
  const found = [[sum(common) / one.length, 0]];
  if (one.length === other.length + 1) found.push(...joined(one).map((words) => likeness(words, other)));
  return found.reduce(liker);
}

const liker = (one, other) => ((other[0] - one[0] || other[1] - one[1]) > 0 ? other : one);

// The same name with each two neighbouring words in turn written as one.
const joined = (words) => words.slice(1).map((word, at) => [...words.slice(0, at), asWord([...words[at].sounds, ...word.sounds], word.vowelled), ...words.slice(at + 2)]);

const alike = (one, other) => remembered(one.likes, other, () => compared(one, other));

// One minus the cost, a sound of the longer word: an edit distance over sounds.
function compared(one, other) {
  const length = Math.max(one.sounds.length, other.sounds.length);
  if (!length) return 0;
  let row = [0];
  other.sounds.forEach((sound, at) => row.push(row[at] + alone(sound, at)));
  one.sounds.forEach((sound, at) => {
    const above = row, cost = alone(sound, at);
    row = [above[0] + cost];
    other.sounds.forEach((sound2, to) => {
      const last = at === one.sounds.length - 1 && to === other.sounds.length - 1;
      const changed = consonantCost(sound.consonant, sound2.consonant) + vowelCost(sound.vowels, one.vowelled, sound2.vowels, other.vowelled, last);
      row.push(Math.min(above[to] + changed, above[to + 1] + cost, row[to] + alone(sound2, to)));
    });
  });
  return Math.max(0, 1 - row.at(-1) / length);
}

const alone = ({ consonant }, at) => (!consonant || (consonant === "h" && at) ? hearing.silent : 1);
const consonantCost = (one, other) => (one === other ? 0 : NEIGHBOURS.has(`${one} ${other}`) ? hearing.near : 1);

function vowelCost(one, oneVowelled, other, otherVowelled, last) {
  if (one === other || one & other) return 0;
  if (one && other) return hearing.other_vowel;
  if (last) return hearing.last_vowel;
  if (oneVowelled === otherVowelled) return oneVowelled ? hearing.unwritten : hearing.other_vowel;
  return (one ? otherVowelled : oneVowelled) ? hearing.unwritten : 0;
}
