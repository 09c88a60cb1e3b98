/** Text to plain data, and what of YAML a knowledge base does without. */

import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Code } from '../codes.ts';
import { type Complaint, complaintAt, type Place, TOP } from '../complaint.ts';
import { lineFrom } from './decode.ts';
import { syntaxComplaints, TOO_DEEP } from './syntax-words.ts';

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
    logLevel: 'error',
  });
  const placeOf = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length));
    return { line, col, source: lineFrom(text, lineCounter.lineStarts[line - 1] ?? 0) };
  };
  return { document, placeOf };
}

/** Reads a text. Anchors, aliases, tags, directives and further documents are refused, so nothing can expand. */
export function readSyntax(path: string, text: string): Syntax {
  const { document, placeOf } = treeOf(text);
  const faulty = (code: Code, message: string, suggestion: string | null): Syntax => ({
    kind: 'faulty',
    complaints: [complaintAt(TOP, { code, path, message, suggestion })],
  });
  if (document.errors.length > 0) {
    return { kind: 'faulty', complaints: syntaxComplaints(path, document.errors, placeOf) };
  }
  if (hasDirective(document)) {
    return faulty('YAML_DIRECTIVE', 'lines that begin with % are not used here', 'delete the line');
  }
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return faulty('EMPTY_FILE', 'the file says nothing', 'fill it in or delete it');
  }
  const reading = new Reading(path, placeOf);
  const data = reading.plain(contents, 0);
  return reading.complaints.length === 0
    ? { kind: 'data', data }
    : { kind: 'faulty', complaints: reading.complaints };
}

function hasDirective(document: Document.Parsed): boolean {
  const { yaml, tags } = document.directives;
  return yaml.explicit === true || Object.keys(tags).some((handle) => handle !== '!!');
}

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
    if (depth > MAX_DEPTH) return this.#refuse(node, ...TOO_DEEP);
    return isSeq(node) ? node.items.map((item) => this.plain(item, depth + 1)) : this.#map(node.items, depth);
  }

  #map(items: readonly { readonly key: unknown; readonly value: unknown }[], depth: number): unknown {
    const offsets = new Map<string, number>();
    const entries: [string, unknown][] = [];
    for (const { key, value } of items) {
      if (!isScalar(key)) continue;
      this.plain(key, depth);
      const name = String(key.value);
      const first = offsets.get(name);
      if (first === undefined) offsets.set(name, key.range?.[0] ?? 0);
      else
        this.#refuse(
          key,
          'DUPLICATE_KEY',
          `"${name}" stands twice here, first on line ${this.#placeOf(first).line}`,
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
