/** What `check` would say of a base with new files in it. */

import type { KnowledgeFile } from '../core/knowledge/files.ts';
import { type Complaint, type Read, readKnowledge } from '../core/knowledge/parse.ts';
import type { ModelShelf } from '../core/language/reading/heads.ts';
import { checkKnowledge } from './check.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './draft.ts';
import { type DraftedProblem, type DraftFile, draftedProblem, filesWith } from './draft-files.ts';

/** A problem that is not kept yet, and what the check would say of it. */
export interface TriedProblem {
  readonly draft: Draft;
  readonly problem: DraftedProblem;
  /** Errors and warnings that it brings, in whatever file they show. */
  readonly fresh: readonly Complaint[];
}

/** Makes the files of a problem and runs the whole check on the base as it would be. Takes seconds; writes nothing. */
export function triedProblem(
  desk: Desk,
  files: readonly KnowledgeFile[],
  draft: Draft,
  shelf: ModelShelf = new Map(),
): TriedProblem {
  const problem = draftedProblem(desk, draft);
  const check = (all: readonly KnowledgeFile[]): readonly Complaint[] => checkKnowledge(all, '', shelf);
  return { draft, problem, fresh: brought(check, files, filesWith(files, problem.files)) };
}

/** A base with new files, only read: what it would be, and what reading complains of. */
export interface ReadWith {
  readonly read: Read;
  readonly fresh: readonly Complaint[];
}

/** Reads the base as it would be, without trying it. Writes nothing. */
export function readWith(files: readonly KnowledgeFile[], drafted: readonly DraftFile[]): ReadWith {
  const after = filesWith(files, drafted);
  const check = (all: readonly KnowledgeFile[]): readonly Complaint[] => readKnowledge(all).complaints;
  return { read: readKnowledge(after), fresh: brought(check, files, after) };
}

/** What is complained of after and was not before; a base without complaints is not checked twice. */
function brought(
  check: (files: readonly KnowledgeFile[]) => readonly Complaint[],
  before: readonly KnowledgeFile[],
  after: readonly KnowledgeFile[],
): readonly Complaint[] {
  const complaints = check(after);
  if (complaints.length === 0) return complaints;
  const known = new Set(check(before).map(keyOf));
  return complaints.filter((complaint) => !known.has(keyOf(complaint)));
}

const keyOf = ({ path, line, col, code, message }: Complaint): string =>
  [path, line, col, code, message].join('\n');
