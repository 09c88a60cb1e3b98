/** A value or a name that does not belong where it stands, and what the author probably meant. */

import type { Speller } from '../../language/spelling.ts';
import type { FileKind } from '../authored.ts';
import type { Finding, Where } from '../complaint.ts';
import { didYouMean } from '../complaint.ts';
import { expectedAt, helpAt, keysAt, wordsAt } from './expected.ts';
import { kindOfValue, nameOfPlace, shorten } from './shape-words.ts';

/** The file that is read, for every message about it. */
export interface Reading {
  readonly kind: FileKind;
  readonly path: string;
  /** The plain data of the file. */
  readonly data: unknown;
  readonly spell: Speller;
}

/** A name that means nothing here, or nothing beside the others. */
export function unknownKey({ kind, path, spell }: Reading, where: Where, key: string): Finding {
  const known = keysAt(kind, where);
  const message = `"${shorten(key)}" means nothing here`;
  const place = { code: 'UNKNOWN_KEY', path, where: [...where, key], point: 'key' } as const;
  if (known.includes(key)) {
    return {
      ...place,
      message: `"${key}" cannot stand beside the other names here`,
      suggestion: 'begin a new entry with "- "',
    };
  }
  const otherwise = known.length === 0 ? null : `what may stand here: ${known.slice(0, 20).join(', ')}`;
  return { ...place, message, suggestion: didYouMean(spell(key, known), otherwise) };
}

/** Nothing, or the wrong kind of thing, or a word that is none of those allowed. */
export function wrongValue(reading: Reading, where: Where, value: unknown): Finding {
  const { kind, path } = reading;
  const expected = expectedAt(kind, where);
  const name = nameOfPlace(where);
  if (value === undefined) {
    const suggestion = helpAt(kind, where) ?? `add ${expected}`;
    return { code: 'MISSING_KEY', path, where, point: 'key', message: `${name} is missing`, suggestion };
  }
  const place = { path, where, point: 'value' } as const;
  if (value === null) {
    return { ...place, code: 'WRONG_TYPE', message: `${name} is empty`, suggestion: `write ${expected}` };
  }
  const words = wordsAt(kind, where);
  if (typeof value === 'string' && words.length > 0) {
    const message = `"${shorten(value)}" is no word for ${name}`;
    const suggestion = didYouMean(
      reading.spell(value, words),
      rewritten(value, expected) ?? `it must be ${expected}`,
    );
    return { ...place, code: 'UNKNOWN_WORD', message, suggestion };
  }
  const message = `${name} must be ${expected}, not ${kindOfValue(value)}`;
  return { ...place, code: 'WRONG_TYPE', message, suggestion: rewritten(value, expected) };
}

/** The same value as it should have been written; null: there is no telling. */
function rewritten(value: unknown, expected: string): string | null {
  const isPlain = typeof value === 'number' || typeof value === 'boolean';
  // Text of a form, such as a duration, is not made right by quotes.
  if (isPlain && /\btext\b(?! like)/.test(expected)) return `write it in quotes: "${String(value)}"`;
  if (typeof value === 'string' && /\blist\b/.test(expected))
    return `write it as a list: [${shorten(value)}]`;
  return null;
}
