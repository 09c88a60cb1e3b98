/** What `check` would say of a base with new files in it. */

import type { KnowledgeFile } from '../core/knowledge/files.ts';
import { type Complaint, type Read, readKnowledge } from '../core/knowledge/parse.ts';
import { type DraftFile, filesWith } from './draft-files.ts';

/** A base with new files, read as a whole, and what it is complained of that the base alone is not. */
export interface Tried {
  readonly read: Read;
  readonly files: readonly KnowledgeFile[];
  /** Errors and warnings that the new files bring, in whatever file they show. */
  readonly fresh: readonly Complaint[];
}

/** Reads the base as it would be. Nothing is written. */
export function tried(files: readonly KnowledgeFile[], drafted: readonly DraftFile[]): Tried {
  const before = new Set(readKnowledge(files).complaints.map(keyOf));
  const after = filesWith(files, drafted);
  const read = readKnowledge(after);
  return { read, files: after, fresh: read.complaints.filter((complaint) => !before.has(keyOf(complaint))) };
}

const keyOf = ({ path, line, col, code, message }: Complaint): string =>
  [path, line, col, code, message].join('\n');
