/**
 * Words as phrases, codes, models and the search compare them: with their place in the text, spelt right, stemmed, and
 * one word for all that mean the same.
 */

import { learnWords, lookupIn, recognise } from '../classifier/known-words.ts';
import type { KnownWords } from '../classifier/model.ts';
import type { Grammar } from './grammar.ts';
import type { Span } from './spans.ts';
import { bare, NOT, stem } from './stems.ts';
import { type TextToken, tokenize } from './tokens.ts';

/** One word, or a phrase that is read as one. */
export interface Word extends Span {
  /** As written, in lower case. */
  readonly text: string;
  /** What it is compared by. */
  readonly stem: string;
  readonly kind: 'content' | 'function' | 'not';
}

interface SamePhrase {
  readonly stems: readonly string[];
  readonly to: string;
}

/** What words are known, built once. Plain data. */
export interface Vocabulary {
  readonly grammar: Grammar;
  readonly known: KnownWords;
  /** First stem → words and phrases that another one stands for, longest first. */
  readonly same: ReadonlyMap<string, readonly SamePhrase[]>;
}

/** Reads everything of the knowledge base that people might say, and the rows of words that mean the same. */
export function buildVocabulary(
  grammar: Grammar,
  texts: Iterable<string>,
  same: readonly (readonly string[])[],
): Vocabulary {
  const said = [...texts, ...same.flat()].map(written);
  return {
    grammar,
    // Ordinary words are no slips of the knowledge base's own: `tell` is not `till`.
    known: learnWords([...said, [...grammar.stems.keys()], [...grammar.everyday]], grammar.stems),
    same: sameOf(grammar, same),
  };
}

function sameOf(
  grammar: Grammar,
  rows: readonly (readonly string[])[],
): ReadonlyMap<string, readonly SamePhrase[]> {
  const phrases = new Map<string, SamePhrase[]>();
  for (const row of rows) {
    const stemmed = row.map((text) => written(text).map((word) => stem(grammar.stems, word)));
    const to = stemmed[0]?.join('_') ?? '';
    for (const stems of stemmed) {
      const [first] = stems;
      if (first === undefined || (stems.length === 1 && first === NOT)) continue;
      phrases.set(first, [...(phrases.get(first) ?? []), { stems, to }]);
    }
  }
  for (const list of phrases.values()) list.sort((one, other) => other.stems.length - one.stems.length);
  return phrases;
}

/** Letters that begin a code, and the digits behind them. */
const CODE = { letters: /^[a-z]{1,5}$/, digits: /^\d{1,9}$/, together: /^-?$/ };
/** Signs are words of the classifier alone. */
const SIGN = /^[^\p{L}\p{N}]/u;

/** The words of a text, each code as one: `C04` and `OP-909`, and `op 909` where `isKnown` says so of `op909`. */
function withCodes(text: string, isKnown: (word: string) => boolean): readonly TextToken[] {
  const words: TextToken[] = [];
  for (const token of tokenize(text)) {
    const before = words.at(-1);
    const code = (before?.text ?? '') + token.text;
    const gap = text.slice(before?.end ?? 0, token.start);
    const isCode =
      before !== undefined &&
      CODE.letters.test(before.text) &&
      CODE.digits.test(token.text) &&
      (CODE.together.test(gap) || (gap === ' ' && isKnown(code)));
    if (isCode) words[words.length - 1] = { text: code, start: before.start, end: token.end };
    else if (!SIGN.test(token.text)) words.push(token);
  }
  return words;
}

/** The words of a text of the knowledge base. */
const written = (text: string): readonly string[] => withCodes(text, () => false).map((word) => word.text);

/** Reads a text word by word. */
export function readWords({ grammar, known, same }: Vocabulary, text: string): readonly Word[] {
  const { seen } = lookupIn(known.table);
  const tokens = withCodes(text, (word) => seen(word).place >= 0);
  const read = recognise(
    known,
    tokens.map((token) => token.text),
  );
  const stems = read.tokens.map((token) => token.stem);
  const words: Word[] = [];
  for (let at = 0; at < tokens.length; ) {
    const own = stems[at] ?? '';
    const phrase = same.get(own)?.find((each) => each.stems.every((part, more) => stems[at + more] === part));
    const length = phrase?.stems.length ?? 1;
    const [first, last] = [tokens[at], tokens[at + length - 1]];
    if (first === undefined || last === undefined) break;
    words.push({
      text: length === 1 ? first.text : text.slice(first.start, last.end).toLowerCase(),
      stem: phrase?.to ?? own,
      start: first.start,
      end: last.end,
      kind: phrase === undefined ? kindOf(grammar, first.text, own) : 'content',
    });
    at += length;
  }
  return words;
}

function kindOf({ functionWords }: Grammar, word: string, own: string): Word['kind'] {
  if (own === NOT) return 'not';
  return functionWords.has(bare(word)) ? 'function' : 'content';
}
