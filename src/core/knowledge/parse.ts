import type { KnowledgeBase } from './model.ts';

/** One file of a knowledge folder, as bytes, so that bad encodings can be told. */
export interface KnowledgeFile {
  /** Relative to the knowledge folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Something wrong with a knowledge base, and what to do. */
export interface Complaint {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly col: number;
  readonly message: string;
  readonly suggestion: string | null;
  /** The line of the file, for the caret; empty where there is none. */
  readonly source: string;
}

/** What became of a folder of files. `kb` is null where an error stands among the complaints. */
export interface Read {
  readonly kb: KnowledgeBase | null;
  readonly complaints: readonly Complaint[];
}

/** Reads and checks a whole knowledge base; every complaint in one run. */
export function readKnowledge(_files: readonly KnowledgeFile[]): Read {
  return { kb: null, complaints: [] };
}
