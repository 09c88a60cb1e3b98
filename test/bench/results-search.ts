/** Which document a text is about: ours beside the searches that a Node team would take, on every set of the data. */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namesIn, textsIn } from './peers/files.ts';
import { type Figures, OURS, ourProgram, peerProgram, run, SearchFigures } from './results-runs.ts';
import { decimals, type Row, table } from './results-table.ts';
import { withOneTypo } from './typo.ts';

/** The peers, by the names of their programs. */
export const SEARCH_PEERS = [
  'lunr',
  'lunr-edit-distance',
  'minisearch',
  'minisearch-fuzzy',
  'minisearch-fuzzy-prefix',
  'flexsearch',
];

/** Figures of each tool on one file of queries. */
export interface SearchResult {
  readonly queries: string;
  readonly tools: Readonly<Record<string, Figures>>;
}

/** The three files of one collection. */
export interface Collection {
  readonly docs: string;
  readonly queries: string;
  readonly qrels: string;
}

/** One tool on one collection; nothing where we have no such command yet or it failed. */
export async function runSearch(name: string, tool: string, files: Collection): Promise<Figures> {
  const program = tool === OURS ? ourProgram('bench:search') : peerProgram('search', tool);
  if (program === null) return {};
  const { docs, queries, qrels } = files;
  const argv = [...program, '--docs', docs, '--queries', queries, '--qrels', qrels];
  const [printed] = await run(`${name}: ${tool}`, argv);
  return printed === undefined ? {} : SearchFigures.parse(printed);
}

/** Every tool on every collection, as it is and with one typo in each query. */
export async function measureSearch(data: string): Promise<SearchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-'));
  try {
    const results: SearchResult[] = [];
    for (const { name, files } of collections(data, folder)) {
      const tools: Record<string, Figures> = {};
      for (const tool of [OURS, ...SEARCH_PEERS]) tools[tool] = await runSearch(name, tool, files);
      results.push({ queries: name, tools });
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All collections, twice: damaged queries are those that the data has, or else made by `withOneTypo` into `folder`. */
function collections(data: string, folder: string): { name: string; files: Collection }[] {
  return namesIn(data, 'search').flatMap((name) => {
    const file = (part: string): string => join(data, 'search', name, part);
    const files = { docs: file('docs.jsonl'), queries: file('queries.jsonl'), qrels: file('qrels.tsv') };
    const given = file('queries-typo.jsonl');
    const damaged = existsSync(given) ? given : join(folder, `${name}-typo.jsonl`);
    if (damaged !== given) {
      const queries = textsIn(files.queries).map(({ id, text }) => ({ id, text: withOneTypo(text) }));
      writeFileSync(damaged, queries.map((query) => JSON.stringify(query)).join('\n'));
    }
    return [
      { name, files },
      { name: `${name}, one typo`, files: { ...files, queries: damaged } },
    ];
  });
}

/** The tables of what was measured. */
export function searchMarkdown(results: readonly SearchResult[]): string {
  const tools = [OURS, ...SEARCH_PEERS];
  const rows = (figure: string, shown: Row['shown']): Row[] =>
    results.map(({ queries, tools: figures }) => ({
      name: queries,
      values: tools.map((tool) => figures[tool]?.[figure]),
      shown,
      best: 'highest',
    }));
  return [
    'Searched once: the same files give the same figures on any machine. All read the same damaged queries: those of the',
    'data, or where it has none one edit in one word of at least four letters (`test/bench/typo.ts`).',
    '',
    table(['nDCG@10', ...tools], rows('ndcg10', decimals(3))),
    '',
    table(['recall@10', ...tools], rows('recall10', decimals(3))),
    '',
    table(['MRR', ...tools], rows('mrr', decimals(3))),
  ].join('\n');
}
