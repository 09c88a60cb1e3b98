/**
 * The measuring data, read line by line; a wrong line is told with its file and number. In its folder:
 * - `intent/NAME/`: `train.jsonl`, `test.jsonl` and, where there are some, `test-typo.jsonl` (`{"text","intent"}`) and
 *   `out-of-scope.jsonl` (`{"text"}`);
 * - `search/NAME/`: `docs.jsonl`, `queries.jsonl` and, where there is one, `queries-typo.jsonl` (`{"id","text"}`), and
 *   `qrels.tsv` with a query, a tab and a right document a line;
 * - `diagnosis/NAME.json`: a table of causes (diagnosis-table.ts).
 */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const Labelled = z.object({ text: z.string(), intent: z.string() });
const Texted = z.object({ id: z.string(), text: z.string() });
const Foreign = z.object({ text: z.string() });

/** A message and what it means. */
export type Example = z.infer<typeof Labelled>;
/** A document or a query. */
export type Text = z.infer<typeof Texted>;

/** Messages with their intents, one JSON object a line. */
export const examplesIn = (file: string): Example[] => linesAs(file, Labelled);
/** Documents or queries, one JSON object a line. */
export const textsIn = (file: string): Text[] => linesAs(file, Texted);
/** Messages that belong to no intent, one JSON object a line. */
export const foreignIn = (file: string): { text: string }[] => linesAs(file, Foreign);

/** The right documents of each query, from lines of query, tab and document. */
export function rightDocumentsIn(file: string): Map<string, Set<string>> {
  const right = new Map<string, Set<string>>();
  for (const [query = '', document = ''] of linesOf(file).map((line) => line.split('\t'))) {
    right.set(query, (right.get(query) ?? new Set()).add(document));
  }
  return right;
}

/** What is in one of the folders of the data, by name; nothing where there is no such folder. */
export function namesIn(data: string, folder: 'intent' | 'search' | 'diagnosis'): string[] {
  const path = join(data, folder);
  const names = existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [];
  const wanted = names.filter((name) =>
    folder === 'diagnosis' ? name.name.endsWith('.json') : name.isDirectory(),
  );
  return wanted.map(({ name }) => name).sort();
}

/** What a peer's program exports, from the sources: the peers are installed beside them and not beside what is built. */
export async function peerNamed<Opened>(name: string): Promise<Opened> {
  const loaded = await import(pathToFileURL(resolve('test/bench/peers', `${name}.mjs`)).href);
  if (typeof loaded.default !== 'function')
    throw new Error(`${name}.mjs exports no function as its default.`);
  return loaded.default;
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function linesAs<Row>(file: string, row: z.ZodType<Row>): Row[] {
  return linesOf(file).map((line, index) => {
    try {
      return row.parse(JSON.parse(line));
    } catch (error) {
      throw new Error(`${file}, line ${index + 1}: ${error instanceof Error ? error.message : error}`);
    }
  });
}
