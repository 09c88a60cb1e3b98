/** JSON Lines to plain data: one entry a line, empty lines passed over. */

import { type Complaint, complaintAt, type Finding } from '../complaint.ts';
import { lineFrom } from './decode.ts';
import { offsetOf } from './places.ts';
import { type Syntax, treeOf } from './syntax.ts';

/** A line that holds an entry: its number from 1, and its text. */
interface EntryLine {
  readonly line: number;
  readonly text: string;
}

function entryLines(text: string): readonly EntryLine[] {
  return text
    .split('\n')
    .map((line, at) => ({ line: at + 1, text: lineFrom(line, 0) }))
    .filter((line) => line.text.trim() !== '');
}

/** Reads a text; every line that is no JSON is a complaint. */
export function readLines(path: string, text: string): Syntax {
  const complaints: Complaint[] = [];
  const data = entryLines(text).map(({ line, text: source }): unknown => {
    try {
      return JSON.parse(source);
    } catch {
      const message = 'this line is no JSON object';
      const suggestion = 'write it like {"says": "the till wants a supervisor"}, on one line';
      complaints.push(complaintAt({ line, col: 1, source }, { code: 'BAD_LINE', path, message, suggestion }));
      return null;
    }
  });
  return complaints.length > 0 ? { kind: 'faulty', complaints } : { kind: 'data', data };
}

/** Gives every finding of a file of lines its line and column. JSON is YAML, so a line's tree is that of YAML. */
export function placedInLines(text: string, findings: readonly Finding[]): Complaint[] {
  const lines = entryLines(text);
  return findings.map((finding) => {
    const [entry, ...where] = finding.where;
    const found = typeof entry === 'number' ? lines[entry] : undefined;
    if (found === undefined) return complaintAt({ line: 1, col: 1, source: lines[0]?.text ?? '' }, finding);
    const { line, text: source } = found;
    const col = 1 + offsetOf(treeOf(source), { ...finding, where }, new WeakMap());
    return complaintAt({ line, col, source }, finding);
  });
}
