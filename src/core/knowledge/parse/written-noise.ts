/** The noise of a question, changed in its file and nothing else there. */

import { isMap, isScalar, type Pair } from 'yaml';
import { treeOf } from './syntax.ts';

/** A file with one value changed. */
export interface Rewritten {
  readonly text: string;
  /** Where the value stands now, from 1. */
  readonly line: number;
}

/**
 * The file of a question with this noise (0..0.5): the number in the place of the one that stands there, or on a line of
 * its own after `choose`, which every question has. All other characters stay. `text`: a file that has no complaint.
 */
export function withNoise(text: string, noise: number): Rewritten {
  const { document, placeOf } = treeOf(text);
  const { contents } = document;
  const pairs = isMap(contents) ? contents.items : [];
  const entries = Object.fromEntries(
    pairs.map((pair): [string, Pair] => [isScalar(pair.key) ? String(pair.key.value) : '', pair]),
  );
  const { noise: written, choose } = entries;
  const span = spanOf(written?.value) ?? added(text, choose, isMap(contents) && contents.flow === true);
  const changed = `${text.slice(0, span.start)}${span.lead}${noise}${text.slice(span.end)}`;
  return { text: changed, line: placeOf(span.start).line + span.lead.split('\n').length - 1 };
}

/** What is replaced, and what stands before the number. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly lead: string;
}

function spanOf(value: unknown): Span | null {
  const range = isScalar(value) ? value.range : null;
  return range === null || range === undefined ? null : { start: range[0], end: range[1], lead: '' };
}

/** Behind an entry: on the next line where entries have lines of their own, after a comma in `{ … }`. */
function added(text: string, after: Pair | undefined, isFlow: boolean): Span {
  const valueEnd = spanOf(after?.value)?.end ?? text.length;
  if (isFlow) return { start: valueEnd, end: valueEnd, lead: ', noise: ' };
  const newline = text.indexOf('\n', valueEnd);
  const lineEnd = newline === -1 ? text.length : newline;
  const end = text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  const keyStart = isScalar(after?.key) ? (after.key.range?.[0] ?? 0) : 0;
  const indent = text.slice(text.lastIndexOf('\n', keyStart - 1) + 1, keyStart);
  return { start: end, end, lead: `${text.includes('\r\n') ? '\r\n' : '\n'}${indent}noise: ` };
}
