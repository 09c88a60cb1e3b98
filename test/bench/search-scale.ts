/** Search over many documents, for `bench:scale`. */

import { generatedDocuments } from './generated-documents.ts';
import { type SearchFigures, searchFigures } from './search-figures.ts';

/** Half of the queries have a mistake of typing. */
const QUERIES = 500;

/** Searches `count` generated documents; each query has one right document among them. */
export function searchScale(count: number): SearchFigures & { readonly documents: number } {
  const { documents, queries, right } = generatedDocuments(count, QUERIES);
  const wanted = new Map(queries.map(({ id }, place) => [id, new Set([right[place] ?? ''])]));
  const asDocuments = documents.map(({ id, text }) => ({ id, fields: { text } }));
  return { documents: count, ...searchFigures(asDocuments, queries, wanted) };
}
