/**
 * `npm run --silent bench:search -- --docs FILE --queries FILE --qrels FILE [--typo]`: how well and how fast documents
 * are found. Documents and queries are JSON lines of `{"id","text"}`; documents may have more fields of text, which are
 * all indexed. The third file has a line of query, tab and document for each right document. `--typo` makes one mistake
 * of typing in every query. One JSON object on stdout.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Document } from '../../src/core/search/documents.ts';
import { rightDocumentsIn, textsIn } from './peers/files.ts';
import { searchFigures } from './search-figures.ts';
import { withOneTypo } from './typo.ts';

const Fields = z.looseObject({ id: z.string() });

const { values } = parseArgs({
  options: {
    docs: { type: 'string' },
    queries: { type: 'string' },
    qrels: { type: 'string' },
    typo: { type: 'boolean', default: false },
  },
});

function fileOf(name: 'docs' | 'queries' | 'qrels'): string {
  const file = values[name];
  if (file === undefined) throw new Error(`--${name} FILE is needed`);
  return file;
}

/** Every field of text of one line. */
function documentOf(line: string): Document {
  const { id, ...rest } = Fields.parse(JSON.parse(line));
  const fields = Object.entries(rest).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text] as const] : [],
  );
  return { id, fields: Object.fromEntries(fields) };
}

const documents = readFileSync(fileOf('docs'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map(documentOf);
const queries = textsIn(fileOf('queries')).map(({ id, text }) => ({
  id,
  text: values.typo ? withOneTypo(text) : text,
}));
const figures = searchFigures(documents, queries, rightDocumentsIn(fileOf('qrels')));
process.stdout.write(`${JSON.stringify(figures)}\n`);
