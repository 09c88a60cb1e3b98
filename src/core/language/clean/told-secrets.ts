/** Finds the secrets of a text that their look and the words around them tell. */

import { TALKED, VALUE } from '../../knowledge/model.ts';
import type { Span } from '../spans.ts';
import { HIDDEN } from '../tokens.ts';
import { describe, numberRuns } from './number-runs.ts';
import type { ReadyKind, SecretReader } from './secret-reader.ts';

/** How far around a value the words stand that tell of it, in UTF-16 units. */
const REACH = { before: 240, behind: 120 };
/** The same of numbers, of which a text may have many. */
const NUMBER_REACH = 72;

/** Secrets with letters and signs. */
export function* toldWords({ words }: SecretReader, text: string): Generator<Span> {
  const digit = /\d/.test(text);
  const looked = new Map<string, boolean>();
  for (const kind of words) {
    if (kind.hasDigit && !digit) continue;
    for (const { pattern, begins } of kind.says) {
      // To look first takes half the time: few patterns are found, and `matchAll` copies each.
      if ((begins !== null && !holds(looked, begins, text)) || text.search(pattern) < 0) continue;
      for (const { indices } of text.matchAll(pattern)) {
        const [start, end] = indices?.[1] ?? [0, 0];
        if (end > start && isSecret(kind, text, { start, end })) yield { start, end };
      }
    }
  }
}

/** Whether a text has what a pattern finds; looked for once. */
function holds(looked: Map<string, boolean>, pattern: RegExp, text: string): boolean {
  const known = looked.get(pattern.source) ?? pattern.test(text);
  looked.set(pattern.source, known);
  return known;
}

function isSecret({ butNot, random, needs, unless }: ReadyKind, text: string, { start, end }: Span): boolean {
  const value = text.slice(start, end);
  if (value.startsWith(HIDDEN.slice(0, -1)) || (random && !isRandom(value))) return false;
  if (butNot?.test(value) === true || butNot?.test(value.replace(/[.!?:]+$/, '')) === true) return false;
  const before = text.slice(Math.max(0, start - REACH.before), start);
  const around = before + VALUE + VALUE + text.slice(end, end + REACH.behind);
  return needs?.test(around) !== false && unless?.test(around) !== true;
}

/** Fewest changes between letters and digits (or cases) in a key; words, names and numbers have less. 4 to 6. */
const KEY_CHANGES = 5;

/** Whether a run is mixed as only machines mix it. */
function isRandom(run: string): boolean {
  const pieces = run.split(/[/_=-]/).map((part) => part.match(/\d+|[a-z]+|[A-Z]+|[^\dA-Za-z]+/g) ?? []);
  const changes = pieces.reduce((sum, all) => sum + Math.max(0, all.length - 1), 0);
  return /\d/.test(run) && /[A-Za-z]/.test(run) && changes >= KEY_CHANGES;
}

/** Numbers, in digits and in words. `talked`: the message before spoke of a secret. */
export function* toldNumbers(
  { numbers, digits }: SecretReader,
  text: string,
  talked: boolean,
): Generator<Span> {
  let masked = talked ? TALKED : '';
  let from = 0;
  for (const run of numberRuns(digits, text)) {
    const before = (masked + text.slice(from, run.start)).slice(-NUMBER_REACH);
    const around = before + VALUE + describe(run) + VALUE + text.slice(run.end, run.end + NUMBER_REACH);
    if (!numbers.some((kind) => isNumberOf(kind, around))) continue;
    yield run;
    masked = before + HIDDEN;
    from = run.end;
  }
}

const isNumberOf = ({ says, needs, unless, butNot }: ReadyKind, around: string): boolean =>
  says.some(({ pattern }) => {
    const value = pattern.exec(around)?.[1];
    return value !== undefined && butNot?.test(value) !== true;
  }) &&
  needs?.test(around) !== false &&
  unless?.test(around) !== true;
