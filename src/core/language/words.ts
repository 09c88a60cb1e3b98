/**
 * Words as everything else sees them: with their place in the text, stemmed, spelt right, and one word for all
 * that mean the same. Search reads its documents and queries through this, too.
 */

import PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { type Grammar, NOT } from './grammar.ts';
import { isMisspeltNegation } from './negations.ts';
import { buildSpelling, correct, type SpellingIndex } from './spelling.ts';
import { type Token, tokenize } from './tokens.ts';

export { NOT } from './grammar.ts';
export { HIDDEN, type Token, tokenize } from './tokens.ts';

/** One word, or a phrase that is read as one. */
export interface Word {
  /** As written, in lower case. */
  readonly text: string;
  /** What it is compared by. */
  readonly stem: string;
  /** The stem before words that mean the same were made one. */
  readonly rawStem: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'content' | 'function' | 'not';
}

interface SamePhrase {
  readonly stems: readonly string[];
  readonly to: string;
}

/** What words are known, built once. Plain data. */
export interface Vocabulary {
  readonly grammar: Grammar;
  /** Every known word as written → its stem. */
  readonly stems: ReadonlyMap<string, string>;
  readonly knownStems: ReadonlySet<string>;
  /** Stem → the stem that stands for it. */
  readonly same: ReadonlyMap<string, string>;
  /** First stem → phrases that are read as one word, longest first. */
  readonly samePhrases: ReadonlyMap<string, readonly SamePhrase[]>;
  /** Everyday words and their stems, which are no misspelt words. */
  readonly everyday: ReadonlySet<string>;
  readonly spelling: SpellingIndex;
}

/** Longest word that is stemmed; longer ones are no words. */
const LONGEST_STEMMED = 40;
/** How many unknown words of one message are looked up in the spelling; a bound on time. */
const MOST_CORRECTED = 300;

/** The word without what an apostrophe adds: `manager's` is `manager`, `it's` is `it`. */
export function bare(text: string): string {
  const at = text.indexOf("'");
  return at < 0 ? text : text.slice(0, at);
}

/**
 * The stem of one word in lower case: the known one, that of its ending (`-n't`), or Porter's; words with digits stay.
 */
export function stem(known: ReadonlyMap<string, string>, text: string): string {
  const word = bare(text);
  const own = known.get(text) ?? known.get(`-${text.slice(word.length - 1)}`);
  if (own !== undefined) return own;
  const bared = known.get(word);
  // What an apostrophe adds to a negation makes a sentence of it: `nothing's on the screen`.
  if (bared !== undefined && bared !== NOT) return bared;
  return word.length > LONGEST_STEMMED || word.length < 3 || /[^a-z]/.test(word)
    ? word
    : PorterStemmer.stem(word);
}

/** Reads everything of the knowledge base that people might say, and the rows of words that mean the same. */
export function buildVocabulary(
  grammar: Grammar,
  texts: Iterable<string>,
  same: readonly (readonly string[])[],
): Vocabulary {
  const stems = new Map<string, string>();
  const counts = new Map<string, number>();
  const learn = (text: string): void => {
    for (const token of tokenize(text)) {
      const word = bare(token.text);
      if (!stems.has(token.text)) stems.set(token.text, stem(grammar.stems, token.text));
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  };
  for (const text of texts) learn(text);
  for (const row of same) for (const text of row) learn(text);
  const words = new Map<string, string>();
  const phrases = new Map<string, SamePhrase[]>();
  for (const row of same) learnRow(grammar, row, words, phrases);
  for (const list of phrases.values()) list.sort((one, other) => other.stems.length - one.stems.length);
  return {
    grammar,
    stems,
    knownStems: new Set(stems.values()),
    same: words,
    samePhrases: phrases,
    everyday: new Set([...grammar.everyday].flatMap((word) => [word, stem(grammar.stems, word)])),
    spelling: buildSpelling(counts),
  };
}

function learnRow(
  grammar: Grammar,
  row: readonly string[],
  words: Map<string, string>,
  phrases: Map<string, SamePhrase[]>,
): void {
  const stemmed = row.map((text) => tokenize(text).map((token) => stem(grammar.stems, token.text)));
  const to = stemmed[0]?.join('_');
  if (to === undefined || to === '') return;
  for (const stems of stemmed) {
    const first = stems[0];
    if (first === undefined) continue;
    if (stems.length === 1) {
      if (!words.has(first) && first !== NOT) words.set(first, to);
    } else {
      const list = phrases.get(first) ?? [];
      list.push({ stems, to });
      phrases.set(first, list);
    }
  }
}

/** Stems the words of one message; words outside the vocabulary are corrected and stemmed once each. */
function stemmer(vocabulary: Vocabulary): (text: string) => string {
  const { grammar } = vocabulary;
  const seen = new Map<string, string>();
  const unknown = (text: string): string => {
    const own = stem(grammar.stems, text);
    const word = bare(text);
    if (isMisspeltNegation(grammar, word)) return NOT;
    if (seen.size >= MOST_CORRECTED || own === NOT || vocabulary.knownStems.has(own)) return own;
    if (isEveryday(vocabulary, word, own)) return own;
    const meant = correct(vocabulary.spelling, word);
    return meant === null ? own : (vocabulary.stems.get(meant) ?? stem(grammar.stems, meant));
  };
  return (text) => {
    const known = vocabulary.stems.get(text) ?? seen.get(text);
    if (known !== undefined) return known;
    const found = unknown(text);
    seen.set(text, found);
    return found;
  };
}

/** `cakes` is as ordinary as `cake`. */
const isEveryday = ({ everyday, grammar }: Vocabulary, word: string, own: string): boolean =>
  everyday.has(word) || everyday.has(own) || grammar.functionWords.has(word);

const LETTERS_ONLY = /^[a-z]{1,5}$/;
const DIGITS_FIRST = /^\d[a-z0-9]{0,8}$/;

/** `op 909` is `op909` where the vocabulary knows that word. */
function joinCodes(vocabulary: Vocabulary, text: string, tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (
      before !== undefined &&
      DIGITS_FIRST.test(token.text) &&
      LETTERS_ONLY.test(before.text) &&
      token.start - before.end <= 1 &&
      text[before.end] !== '\n' &&
      vocabulary.stems.has(before.text + token.text)
    ) {
      joined[joined.length - 1] = { text: before.text + token.text, start: before.start, end: token.end };
    } else joined.push(token);
  }
  return joined;
}

/** The longest phrase of the vocabulary that begins here and is read as one word. */
function samePhraseAt(vocabulary: Vocabulary, stems: readonly string[], at: number): SamePhrase | null {
  for (const phrase of vocabulary.samePhrases.get(stems[at] ?? '') ?? []) {
    if (phrase.stems.every((each, offset) => stems[at + offset] === each)) return phrase;
  }
  return null;
}

/** The text read last: a message is read to be understood, and once more to be searched for. */
const lastRead = new WeakMap<Vocabulary, { readonly text: string; readonly words: readonly Word[] }>();

/** Reads a text word by word. */
export function readWords(vocabulary: Vocabulary, text: string): readonly Word[] {
  const last = lastRead.get(vocabulary);
  if (last?.text === text) return last.words;
  const words = readAnew(vocabulary, text);
  lastRead.set(vocabulary, { text, words });
  return words;
}

function readAnew(vocabulary: Vocabulary, text: string): readonly Word[] {
  const tokens = joinCodes(vocabulary, text, tokenize(text));
  const stemOf = stemmer(vocabulary);
  const { emptyPairs, functionWords } = vocabulary.grammar;
  const isEmpty = (at: number): boolean => emptyPairs.has(`${tokens[at - 1]?.text} ${tokens[at]?.text}`);
  const stems = tokens.map((token, at) => stemOf(isEmpty(at) ? (tokens[at - 1] ?? token).text : token.text));
  const words: Word[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const own = stems[at];
    if (token === undefined || own === undefined) continue;
    const phrase = samePhraseAt(vocabulary, stems, at);
    if (phrase !== null) {
      const last = tokens[at + phrase.stems.length - 1] ?? token;
      words.push({
        text: text.slice(token.start, last.end).toLowerCase(),
        stem: phrase.to,
        rawStem: phrase.stems.join('_'),
        start: token.start,
        end: last.end,
        kind: 'content',
      });
      at += phrase.stems.length - 1;
      continue;
    }
    const same = vocabulary.same.get(own);
    const small = same === undefined && (functionWords.has(bare(token.text)) || isEmpty(at));
    const kind = own === NOT ? 'not' : small ? 'function' : 'content';
    words.push({
      text: token.text,
      stem: same ?? own,
      rawStem: own,
      start: token.start,
      end: token.end,
      kind,
    });
  }
  return words;
}
