/** A knowledge base as its authors wrote it: every file that has the right shape, by its kind. */

import { type AuthoredKinds, FILE_KINDS, type FileKind, KIND_NAMES } from './authored.ts';

/** The content of one file, and where it stands. */
export interface Authored<T> {
  readonly path: string;
  readonly value: T;
}

/** All files of the right shape, in the order of their paths. */
export type Shelves = { readonly [K in FileKind]: Authored<AuthoredKinds[K]>[] };

/** What was read. */
export interface Base {
  readonly shelves: Shelves;
  /** Paths of files that could not be read: what they define is there, but nothing can be said about it. */
  readonly broken: ReadonlySet<string>;
}

/** Shelves with nothing on them. */
export function emptyShelves(): Shelves {
  return {
    families: [],
    roles: [],
    costs: [],
    lexicon: [],
    acts: [],
    contacts: [],
    sources: [],
    messages: [],
    language: [],
    secrets: [],
    things: [],
    problem: [],
    question: [],
    step: [],
    answer: [],
    conversation: [],
    'problem-examples': [],
    'reply-examples': [],
    'turn-examples': [],
    'statement-examples': [],
    'answer-examples': [],
  };
}

/** The kind of file that stands at a path; null: none does. */
export function kindOf(path: string): FileKind | null {
  return KIND_NAMES.find((kind) => FILE_KINDS[kind].path.test(path)) ?? null;
}

/** The id that a file is named by: `seal-switch-on` of `problems/scale/seal-switch-on.yaml`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(yaml|jsonl)$/, '');
}
