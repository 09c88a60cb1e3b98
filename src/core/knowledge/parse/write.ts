/** Files of a knowledge base written as an author would, and small YAML or JSON files of other shapes read. */

import { Document, isMap, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { FileKind } from '../authored.ts';
import { schemaLine } from './schema-line.ts';

/** A list of ids on one line, which stands without blanks inside its brackets: `[G]` beside `{ a: b }`. */
const PADDED_LIST = /^( *[a-z_]+: )\[ ([\w, -]*) \]$/gmu;

/** Longest line that is written, in columns (60..120). Shorter breaks sentences apart, longer hides their end. */
const LINE_WIDTH = 110;

/** Lists under these keys hold ids and stand on one line; all other lists hold words of people, one a line. */
const SHORT_LISTS = new Set(['steps', 'cured_by', 'sources', 'shows', 'mentions', 'families']);
/** Maps under these keys stand on lines of their own; all others fit one. */
const LONG_MAPS = new Set(['signs', 'remedy']);

/**
 * The text of a file: the line that names its schema, then `content` in the order of its keys; what is undefined is
 * left out. Words that other readers of YAML take for yes or no stand in quotes.
 * @param path relative to the knowledge folder
 */
export function writtenFile(
  path: string,
  kind: FileKind,
  content: Readonly<Record<string, unknown>>,
): string {
  const given = Object.entries(content).filter(([, value]) => value !== undefined);
  const document = new Document(Object.fromEntries(given), { version: '1.2', compat: 'yaml-1.1' });
  visit(document, {
    Pair(_, { key, value }) {
      const name = String(key);
      if (isSeq(value)) value.flow = SHORT_LISTS.has(name) && value.items.every((item) => !isMap(item));
      if (isMap(value)) value.flow = value.items.length === 0 || !LONG_MAPS.has(name);
    },
  });
  const text = document.toString({ lineWidth: LINE_WIDTH, flowCollectionPadding: true });
  return `${schemaLine(path, kind)}\n${text.replace(PADDED_LIST, '$1[$2]')}`;
}

/** What stands in a YAML or JSON text, or why it cannot be read and where (from 1). */
export type Loose =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'unreadable'; readonly line: number; readonly col: number; readonly message: string };

/** Reads a text of no particular shape, for files that are no part of a base. JSON is YAML, too. Never throws. */
export function readLoose(text: string): Loose {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const [error] = document.errors;
  if (error === undefined) return plainOf(document);
  const { line, col } = counter.linePos(error.pos[0]);
  return { kind: 'unreadable', line, col, message: error.message };
}

function plainOf(document: { toJS(options: { maxAliasCount: number }): unknown }): Loose {
  try {
    return { kind: 'read', value: document.toJS({ maxAliasCount: 0 }) };
  } catch {
    return { kind: 'unreadable', line: 1, col: 1, message: 'write out what "*" stands for' };
  }
}
