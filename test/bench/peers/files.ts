/** The measuring data, read line by line; a wrong line is told with its file and number. */

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
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
