/**
 * One peer among the searches, measured as `bench:search` measures ours:
 * `--peer NAME --docs FILE --queries FILE --qrels FILE`. One JSON object. Run with --expose-gc.
 */

import { parseArgs } from 'node:util';
import { percentiles, round } from '../percentiles.ts';
import { usedMb } from '../used-memory.ts';
import { peerNamed, rightDocumentsIn, type Text, textsIn } from './files.ts';
import { PLACES, type RankingScores, rankingScores } from './ranking-scores.ts';

/** What each program of a peer opens: the documents in, the ids of the best ones for a text out. */
type SearchPeer = (documents: readonly Text[]) => (text: string, limit: number) => readonly string[];

/** Queries that are asked before the first is timed, as in `bench:search`. */
const WARM_UP_QUERIES = 200;

const { values } = parseArgs({
  options: {
    peer: { type: 'string', default: '' },
    docs: { type: 'string', default: '' },
    queries: { type: 'string', default: '' },
    qrels: { type: 'string', default: '' },
  },
});

const open = await peerNamed<SearchPeer>(values.peer);
const documents = textsIn(values.docs);
const queries = textsIn(values.queries);
const right = rightDocumentsIn(values.qrels);

// The documents themselves are in use before and after.
const before = usedMb();
const begun = performance.now();
const search = open(documents);
const buildMs = Math.round(performance.now() - begun);
const heapMb = round(usedMb() - before);

const timesMs: number[] = [];
const scores: RankingScores[] = [];
let throws = 0;
for (const { text } of queries.slice(0, WARM_UP_QUERIES)) found(text);
timesMs.length = 0;
throws = 0;
for (const { id, text } of queries) {
  const places = found(text);
  const rightOnes = right.get(id);
  if (rightOnes !== undefined) scores.push(rankingScores(places, rightOnes));
}

const mean = (of: keyof RankingScores): number =>
  scores.reduce((sum, score) => sum + score[of], 0) / Math.max(1, scores.length);
const ranking = { ndcg10: mean('ndcg10'), recall10: mean('recall10'), mrr: mean('mrr') };
const { p50Ms, p99Ms } = percentiles(timesMs);
process.stdout.write(`${JSON.stringify({ ...ranking, buildMs, heapMb, p50Ms, p99Ms, throws })}\n`);

/** What was found; a search that throws has found nothing. */
function found(text: string): readonly string[] {
  const asked = performance.now();
  try {
    return search(text, PLACES);
  } catch {
    throws += 1;
    return [];
  } finally {
    timesMs.push(performance.now() - asked);
  }
}
