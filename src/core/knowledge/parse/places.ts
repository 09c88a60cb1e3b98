/** From keys to lines and columns. */

import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { type Complaint, complaintAt, type Finding, TOP } from '../complaint.ts';
import { type Tree, treeOf } from './syntax.ts';

/** Gives every finding of one file its line and column. The file has been read before without a fault. */
export function placed(text: string, findings: readonly Finding[]): Complaint[] {
  const tree = treeOf(text);
  const entries: Entries = new WeakMap();
  return findings.map((finding) => complaintAt(tree.placeOf(offsetOf(tree, finding, entries)), finding));
}

/** Findings about a file that is not there, or that has no tree. */
export function unplaced(findings: readonly Finding[]): Complaint[] {
  return findings.map((finding) => complaintAt(TOP, finding));
}

/** The entries of every map that was looked into, by their keys: one file can have many findings in one map. */
type Entries = WeakMap<YAMLMap, ReadonlyMap<string, Pair>>;

/** Offset of the value, of its key, or of the nearest thing around it that exists. */
export function offsetOf(tree: Tree, finding: Finding, entries: Entries): number {
  let node: unknown = tree.document.contents;
  // What concerns the whole file is shown at its first line that is no comment.
  let offset = startOf(node) ?? 0;
  for (const [index, step] of finding.where.entries()) {
    if (isMap(node)) {
      const pair = entriesOf(node, entries).get(String(step));
      if (pair === undefined) return offset;
      const keyAt = startOf(pair.key) ?? offset;
      const wantsKey = finding.point === 'key' && index === finding.where.length - 1;
      offset = wantsKey || isBehindItsKey(pair.value) ? keyAt : (startOf(pair.value) ?? keyAt);
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = startOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function entriesOf(map: YAMLMap, entries: Entries): ReadonlyMap<string, Pair> {
  const known = entries.get(map);
  if (known !== undefined) return known;
  const made = new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
  entries.set(map, made);
  return made;
}

/** Nothing is written there, or a map that begins on the next line: its key shows better what is meant. */
function isBehindItsKey(value: unknown): boolean {
  return isMap(value) || (isScalar(value) && value.source === '');
}

function startOf(node: unknown): number | null {
  return isMap(node) || isSeq(node) || isScalar(node) ? (node.range?.[0] ?? null) : null;
}
