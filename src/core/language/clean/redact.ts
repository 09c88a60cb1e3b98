/**
 * Secrets are masked before anything else sees a message, so that nothing behind ever holds them: text → spans of secrets
 * → masked text. When in doubt a value is masked; but codes of errors, dates, telephone numbers and serial numbers tell of
 * the case and stay. How secrets are told is knowledge: `language/secrets.yaml`.
 */

import { CARD } from '../../knowledge/model.ts';
import type { Span } from '../spans.ts';
import { ASCII, HIDDEN } from '../tokens.ts';
import { cardNumbers } from './cards.ts';
import type { SecretReader } from './secret-reader.ts';
import { toldNumbers, toldWords } from './told-secrets.ts';

export { type SecretReader, secretReaderOf } from './secret-reader.ts';

export interface Redacted {
  readonly text: string;
  /** How many secrets were masked. */
  readonly secrets: number;
}

/** True where a text speaks of a PIN or a password. */
export const speaksOfSecret = ({ talk }: SecretReader, text: string): boolean => talk.test(text);

/** How often masking is repeated: one mask can show the next secret (`pin 1111 and 2222`). */
const MOST_ROUNDS = 4;

/**
 * Masks every secret with `[hidden]`; masking again changes nothing. `talked`: the message before spoke of a PIN, so
 * that a number which is told now is one.
 */
export function redact(reader: SecretReader, text: string, talked = false): Redacted {
  let now: Redacted = { text, secrets: 0 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = secretsIn(reader, now.text, talked);
    if (found.length === 0) break;
    now = { text: masked(now.text, found), secrets: now.secrets + found.length };
  }
  return now;
}

/** The secrets of a text in order, none within another. */
function secretsIn(reader: SecretReader, text: string, talked: boolean): readonly Span[] {
  const plain = withPlainDigits(text);
  const cards = [...cardNumbers(reader.cards, plain)];
  const rest = withCards(plain, cards);
  const told = [...toldWords(reader, rest), ...toldNumbers(reader, rest, talked)];
  return merged([...cards, ...told, ...toldAgain(rest, told)]);
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}!#$%*_-]{4,39}/gu;
/** Fewest letters of a password that is known again by them. */
const STEM = /^\p{L}{5,}/u;
const stemOf = (word: string): string => STEM.exec(word.toLowerCase())?.[0] ?? '';

/** The same passwords with another number behind: `Spring24!, Spring25! and spring25`. */
function* toldAgain(text: string, told: readonly Span[]): Generator<Span> {
  const values = told.map(({ start, end }) => text.slice(start, end)).filter((value) => /\d/.test(value));
  const stems = new Set(values.map(stemOf).filter((stem) => stem !== ''));
  if (stems.size === 0) return;
  for (const { 0: word, index: start } of text.matchAll(WORD))
    if (/\d/.test(word) && stems.has(stemOf(word))) yield { start, end: start + word.length };
}

/** A digit of another script, and what makes a key of a digit. */
const OTHER_DIGIT = /(?![0-9])\p{Nd}|[\ufe0f\u20e3]/gu;

/** A text with plain digits for those of other scripts and for keys with a digit on, so that all places stay. */
const withPlainDigits = (text: string): string =>
  ASCII.test(text)
    ? text
    : text.replace(OTHER_DIGIT, (digit) =>
        /\p{Nd}/u.test(digit) ? String(digitValue(digit)) + ' '.repeat(digit.length - 1) : ' ',
      );

/** The digits of a script stand in a row: the value of one is how many stand before it. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}

/** A text with `CARD` for every character of the number of a card, so that all places stay. */
function withCards(text: string, cards: readonly Span[]): string {
  let rest = text;
  for (const { start, end } of cards)
    rest = rest.slice(0, start) + CARD.repeat(end - start) + rest.slice(end);
  return rest;
}

/** Spans in order, those that overlap made one. */
function merged(secrets: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const { start, end } of [...secrets].sort((one, other) => one.start - other.start)) {
    const last = out.at(-1);
    if (last === undefined || start >= last.end) out.push({ start, end });
    else out[out.length - 1] = { start: last.start, end: Math.max(last.end, end) };
  }
  return out;
}

function masked(text: string, secrets: readonly Span[]): string {
  let out = '';
  let from = 0;
  for (const { start, end } of secrets) {
    out += text.slice(from, start) + HIDDEN;
    from = end;
  }
  return out + text.slice(from);
}
