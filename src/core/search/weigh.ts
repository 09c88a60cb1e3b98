/** What each word of a problem is worth: lunr weighs them (BM25), and what it weighed is laid out to be summed up. */

import lunr from 'lunr';
import { z } from 'zod';
import type { Id } from '../knowledge/model.ts';

/** The texts of one problem as stems, field by field. */
export interface Document {
  readonly id: Id;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/**
 * Per stem the problems in whose texts it stands, and how much it is worth there, summed over fields. Each stem owns a
 * range of `problem` and `worth`, with its problems in the order of the knowledge base.
 */
export interface WordTable {
  /** By the alphabet; the place of a stem is its number. */
  readonly stems: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Stems + 1: where the range of each begins. */
  readonly start: Int32Array;
  readonly problem: Int32Array;
  readonly worth: Float64Array;
}

/** The part of lunr's serialised form that is read: its types say nothing of it. A vector is `[stem, worth, …]`. */
const SERIALISED = z.object({
  fieldVectors: z.array(z.tuple([z.string(), z.array(z.number())])),
  invertedIndex: z.array(z.tuple([z.string(), z.object({ _index: z.int() })])),
});

/** Weighs the words of documents; `boosts` says how much each field counts. */
export function weighWords(
  documents: readonly Document[],
  boosts: Readonly<Record<string, number>>,
): WordTable {
  const builder = new lunr.Builder();
  builder.ref('id');
  for (const [field, boost] of Object.entries(boosts)) builder.field(field, { boost });
  for (const { id, fields } of documents) builder.add({ ...fields, id });
  const { fieldVectors, invertedIndex } = SERIALISED.parse(builder.build().toJSON());
  const problems = new Map(documents.map(({ id }, problem) => [id, problem]));
  const stems = invertedIndex.map(([stem]) => stem);
  const numberAt = new Map(invertedIndex.map(([, { _index }], number) => [_index, number]));
  const worths: Map<number, number>[] = invertedIndex.map(() => new Map());
  for (const [ref, vector] of fieldVectors) {
    const problem = problems.get(ref.slice(ref.indexOf('/') + 1)) ?? 0;
    for (let at = 0; at < vector.length; at += 2) {
      const worth = worths[numberAt.get(vector[at] ?? 0) ?? 0];
      worth?.set(problem, (worth.get(problem) ?? 0) + (vector[at + 1] ?? 0));
    }
  }
  return { stems, numbers: new Map(stems.map((stem, number) => [stem, number])), ...laidOut(worths) };
}

function laidOut(
  worths: readonly ReadonlyMap<number, number>[],
): Pick<WordTable, 'start' | 'problem' | 'worth'> {
  const start = new Int32Array(worths.length + 1);
  worths.forEach((worth, stem) => {
    start[stem + 1] = (start[stem] ?? 0) + worth.size;
  });
  const entries = worths.flatMap((worth) => [...worth].sort(([one], [other]) => one - other));
  return {
    start,
    problem: Int32Array.from(entries, ([problem]) => problem),
    worth: Float64Array.from(entries, ([, worth]) => worth),
  };
}
