/** What a checker says to an author: where, what, and what to do. */

import { CODES, type Code, type Severity } from './codes.ts';

/** Something wrong with a knowledge base, and what to do. */
export interface Complaint {
  readonly code: Code;
  readonly severity: Severity;
  /** Relative to the knowledge folder. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly col: number;
  readonly message: string;
  readonly suggestion: string | null;
  /** The line of the file, for the caret; empty where there is none. */
  readonly source: string;
}

/** Keys and indexes from the top of a file to a value: `['remedy', 'steps', 0]`. */
export type Where = readonly (string | number)[];

/**
 * A complaint whose place is given by keys, not yet by line and column. Checks make these; only for them is a
 * file read again to find the line, so that a base without faults pays nothing for positions.
 */
export interface Finding {
  readonly code: Code;
  readonly path: string;
  readonly where: Where;
  /** The key of a map entry, or its value. */
  readonly point: 'key' | 'value';
  readonly message: string;
  readonly suggestion: string | null;
}

/** `did you mean "x"?`, or what to do where nothing is near. */
export const didYouMean = (near: string | null, otherwise: string | null): string | null =>
  near === null ? otherwise : `did you mean "${near}"?`;

/** Takes findings, in any order. */
export type Complain = (finding: Finding) => void;

/** Where a text says something: the line it is on, and the place in it. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly col: number;
  readonly source: string;
}

/** The first character of a file, for what concerns the whole of it. */
export const TOP: Place = { line: 1, col: 1, source: '' };

/** Longest message and longest part of a line that a complaint carries, in characters: a file may be one long line. */
const MAX_CARRIED = 1000;

/** Makes a complaint of a known place. */
export function complaintAt(
  place: Place,
  said: {
    readonly code: Code;
    readonly path: string;
    readonly message: string;
    readonly suggestion: string | null;
  },
): Complaint {
  const { code, path, suggestion } = said;
  const message = said.message.length > MAX_CARRIED ? `${said.message.slice(0, MAX_CARRIED)}…` : said.message;
  const source = place.col > MAX_CARRIED ? '' : place.source.slice(0, MAX_CARRIED);
  return { code, severity: CODES[code], path, ...place, source, message, suggestion };
}

/** By path, line and column; what stands at one place, by code and message, so that two runs print the same. */
export function inReadingOrder(a: Complaint, b: Complaint): number {
  return (
    compare(a.path, b.path) ||
    a.line - b.line ||
    a.col - b.col ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Longest part of a source line that is shown under a complaint, in characters. */
const SHOWN_WIDTH = 110;

/** What would move the cursor of a terminal, ring its bell, or turn the text around; tabs are no harm. */
const UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const printable = (text: string): string => text.replace(UNPRINTABLE, '\u{fffd}');

/**
 * A complaint as lines of text: `path:line:col CODE message: suggestion`, the line of the file, and a caret under
 * the place. `folder` stands before the path, so that an editor can jump there. Nothing that an author wrote can
 * reach the terminal as a command.
 */
export function formatComplaint(complaint: Complaint, folder: string): string {
  const { path, line, col, code, message, suggestion } = complaint;
  const said = `${message}${suggestion === null ? '' : `: ${suggestion}`}`;
  const head = printable(`${folder}${path}:${line}:${col} ${code} ${said}`);
  if (complaint.source === '') return head;
  const source = printable(complaint.source);
  const widest = Math.max(0, source.length - SHOWN_WIDTH);
  const start = Math.min(widest, Math.max(0, col - 1 - SHOWN_WIDTH / 2));
  const shown = source.slice(start, start + SHOWN_WIDTH);
  const margin = `  ${line} | `;
  // A tab before the place is kept, so that the caret stands under it whatever a tab is wide.
  const under = shown.slice(0, col - 1 - start).replace(/[^\t]/g, ' ');
  return `${head}\n${margin}${shown}\n${' '.repeat(margin.length)}${under}^`;
}
