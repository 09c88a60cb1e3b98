/** How well and how fast documents are found, measured with the search that the bot uses. */

import { type Document, indexDocuments } from '../../src/core/search/documents.ts';
import { openIndex } from '../../src/core/search/open.ts';
import { searchDocuments } from '../../src/core/search/search.ts';
import { documentReader } from './document-reader.ts';
import type { Text } from './peers/files.ts';
import { PLACES, rankingScores } from './peers/ranking-scores.ts';
import { percentiles, round } from './percentiles.ts';
import { usedMb } from './used-memory.ts';

/** Means over the queries that have a right document; times of one search; memory of the index alone. */
export interface SearchFigures {
  readonly ndcg10: number;
  readonly recall10: number;
  readonly mrr: number;
  readonly buildMs: number;
  readonly heapMb: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly throws: number;
}

/** A title says in few words what a document is about, so a word in it counts twice. */
const TITLE = 2;

/** Indexes the documents by all their fields, and searches for every query once. */
export function searchFigures(
  documents: readonly Document[],
  queries: readonly Text[],
  right: ReadonlyMap<string, ReadonlySet<string>>,
): SearchFigures {
  const names = new Set(documents.flatMap((document) => Object.keys(document.fields)));
  const fields = Object.fromEntries([...names].map((name) => [name, name === 'title' ? TITLE : 1]));
  const before = usedMb();
  const begun = performance.now();
  const reader = documentReader(documents);
  const index = indexDocuments(documents, fields, reader);
  openIndex(index);
  const buildMs = round(performance.now() - begun);
  const heapMb = round(usedMb() - before);

  const timesMs: number[] = [];
  let throws = 0;
  const found = (text: string): readonly string[] => {
    const asked = performance.now();
    try {
      return searchDocuments(index, text, reader, PLACES).map(({ id }) => id);
    } catch {
      throws += 1;
      return [];
    } finally {
      timesMs.push(performance.now() - asked);
    }
  };
  const scores = queries.flatMap(({ id, text }) => {
    const ids = found(text);
    const wanted = right.get(id);
    return wanted === undefined ? [] : [rankingScores(ids, wanted)];
  });
  const mean = (of: 'ndcg10' | 'recall10' | 'mrr'): number =>
    scores.reduce((sum, score) => sum + score[of], 0) / Math.max(1, scores.length);
  const { p50Ms, p99Ms } = percentiles(timesMs);
  return {
    ndcg10: mean('ndcg10'),
    recall10: mean('recall10'),
    mrr: mean('mrr'),
    buildMs,
    heapMb,
    p50Ms,
    p99Ms,
    throws,
  };
}
