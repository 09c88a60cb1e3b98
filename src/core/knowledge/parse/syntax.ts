/** Text to plain data, and what of YAML a knowledge base does without. */

import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { Code } from '../codes.ts';
import { type Complaint, complaintAt, type Place, TOP } from '../complaint.ts';
import { lineFrom } from './decode.ts';

/** A text as a tree of nodes that know their offsets. */
export interface Tree {
  readonly document: Document.Parsed;
  readonly placeOf: (offset: number) => Place;
}

/** Plain data (objects, arrays, strings, numbers, booleans, null), or every complaint about the syntax. */
export type Syntax =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'faulty'; readonly complaints: readonly Complaint[] };

/**
 * How deep maps and lists may stand in each other. Our files go five deep; the limit keeps a hostile file from
 * ending the program by exhausting its stack.
 */
const MAX_DEPTH = 40;

/** Composes the tree. Keys are always text; `on`, `off`, `yes` and `no` stay the words they are (YAML 1.2). */
export function treeOf(text: string): Tree {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    stringKeys: true,
    uniqueKeys: false,
    prettyErrors: false,
    version: '1.2',
    logLevel: 'silent',
  });
  const placeOf = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length));
    return { line, col, source: lineFrom(text, lineCounter.lineStarts[line - 1] ?? 0) };
  };
  return { document, placeOf };
}

/** Reads a text. Anchors, aliases, tags, directives and further documents are refused, so nothing can expand. */
export function readSyntax(path: string, text: string): Syntax {
  const faulty = (place: Place, code: Code, message: string, suggestion: string | null): Syntax => ({
    kind: 'faulty',
    complaints: [complaintAt(place, { code, path, message, suggestion })],
  });
  const tooDeep = () =>
    faulty(TOP, 'TOO_DEEP', 'lists and maps stand too deep in each other', 'compare it with the other files');
  let tree: Tree;
  try {
    tree = treeOf(text);
  } catch {
    // The composer calls itself for each level and has no limit of its own.
    return tooDeep();
  }
  const { document, placeOf } = tree;
  if (document.errors.length > 0) {
    return {
      kind: 'faulty',
      complaints: document.errors.slice(0, 20).map((error) => syntaxComplaint(path, error, placeOf)),
    };
  }
  if (hasDirective(document)) {
    return faulty(TOP, 'YAML_DIRECTIVE', 'lines that begin with % are not used here', 'delete the line');
  }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return faulty(TOP, 'EMPTY_FILE', 'the file says nothing', 'fill it in or delete it');
  }
  const reading = new Reading(path, placeOf);
  const data = reading.plain(document.contents, 0);
  return reading.complaints.length === 0
    ? { kind: 'data', data }
    : { kind: 'faulty', complaints: reading.complaints };
}

function hasDirective(document: Document.Parsed): boolean {
  const { yaml, tags } = document.directives;
  return yaml.explicit === true || Object.keys(tags).some((handle) => handle !== '!!');
}

/** Plain words for what the parser found; its own words for what is rare. */
function syntaxComplaint(path: string, error: YAMLError, placeOf: Tree['placeOf']): Complaint {
  const place = placeOf(error.pos[0]);
  if (error.code === 'MULTIPLE_DOCS') {
    const message = 'a second document begins here';
    return complaintAt(place, {
      code: 'SEVERAL_DOCUMENTS',
      path,
      message,
      suggestion: 'make it a file of its own',
    });
  }
  const [message, suggestion] = SYNTAX_WORDS[error.code] ?? [error.message.replace(/\.$/, ''), null];
  return complaintAt(place, { code: 'BAD_YAML', path, message, suggestion });
}

const QUOTE_IT = 'put the text in "quotes"';
const SYNTAX_WORDS: Partial<Record<YAMLError['code'], readonly [string, string]>> = {
  TAB_AS_INDENT: ['a tab stands where spaces must', 'use two spaces for each level'],
  BAD_INDENT: ['this line begins at the wrong column', 'lines that belong together begin at the same column'],
  BLOCK_AS_IMPLICIT_KEY: ['a second ": " stands in one line', QUOTE_IT],
  BAD_SCALAR_START: ['a text cannot begin with this character', QUOTE_IT],
  MISSING_CHAR: ['something is not closed or a ":" is missing', 'look for a missing quote, bracket or ":"'],
  BAD_DQ_ESCAPE: ['a backslash in "double quotes" means something else', "use 'single quotes'"],
  MULTILINE_IMPLICIT_KEY: [
    'a ":" is missing on this line',
    'write "name: text", or indent the line under the text it goes on from',
  ],
};

/** One walk over a tree that makes plain data and notes what is refused. */
class Reading {
  readonly complaints: Complaint[] = [];
  readonly #path: string;
  readonly #placeOf: Tree['placeOf'];

  constructor(path: string, placeOf: Tree['placeOf']) {
    this.#path = path;
    this.#placeOf = placeOf;
  }

  plain(node: unknown, depth: number): unknown {
    if (node === null || node === undefined) return null;
    if (isAlias(node))
      return this.#refuse(
        node,
        'ALIAS',
        `the alias "*${node.source}" is not used here`,
        'write the text out',
      );
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return null;
    if (node.anchor !== undefined)
      this.#refuse(node, 'ALIAS', `the anchor "&${node.anchor}" is not used here`, 'delete it');
    if (node.tag !== undefined)
      this.#refuse(node, 'TAG', `the tag "${node.tag}" is not used here`, 'delete it');
    if (isScalar(node)) return node.value;
    if (depth > MAX_DEPTH)
      return this.#refuse(node, 'TOO_DEEP', 'lists and maps stand too deep in each other', null);
    return isSeq(node) ? node.items.map((item) => this.plain(item, depth + 1)) : this.#map(node.items, depth);
  }

  #map(items: readonly { readonly key: unknown; readonly value: unknown }[], depth: number): unknown {
    const lines = new Map<string, number>();
    const entries: [string, unknown][] = [];
    for (const { key, value } of items) {
      if (!isScalar(key)) continue;
      this.plain(key, depth);
      const name = String(key.value);
      const { line } = this.#placeOf(key.range?.[0] ?? 0);
      const first = lines.get(name);
      if (first === undefined) lines.set(name, line);
      else
        this.#refuse(
          key,
          'DUPLICATE_KEY',
          `"${name}" stands twice here, first on line ${first}`,
          'keep one of them',
        );
      entries.push([name, this.plain(value, depth + 1)]);
    }
    // fromEntries defines own properties, so that a key like __proto__ is a key and nothing more.
    return Object.fromEntries(entries);
  }

  #refuse(node: Node, code: Code, message: string, suggestion: string | null): null {
    const place = this.#placeOf(node.range?.[0] ?? 0);
    this.complaints.push(complaintAt(place, { code, path: this.#path, message, suggestion }));
    return null;
  }
}
