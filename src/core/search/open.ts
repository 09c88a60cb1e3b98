/** An index ready to be asked, and what its terms tell and are worth: BM25 (Robertson and Zaragoza 2009), as lunr weighs. */

import lunr from 'lunr';
import {
  type DocumentIndex,
  type IndexedTexts,
  LENGTH,
  type OpenDocument,
  openDocument,
  REPEATS,
} from './documents.ts';

/** Texts ready to be ranked. */
export interface OpenTexts {
  readonly documents: readonly OpenDocument[];
  /** Mean length of a document. */
  readonly mean: number;
  /** Term → in how many documents it stands. */
  readonly standsIn: ReadonlyMap<string, number>;
  readonly highest: number;
}

/** An index ready to be asked. */
export interface OpenIndex extends OpenTexts {
  readonly lunr: lunr.Index;
}

/** By index, so that each is opened once and goes with its knowledge base. */
const opened = new WeakMap<DocumentIndex, OpenIndex>();
const openedTexts = new WeakMap<IndexedTexts, OpenTexts>();

/** Opens an index at its first search. */
export function openIndex(index: DocumentIndex): OpenIndex {
  const known = opened.get(index);
  if (known !== undefined) return known;
  const fresh: OpenIndex = { ...openTexts(index), lunr: lunr.Index.load(JSON.parse(index.lunr)) };
  opened.set(index, fresh);
  return fresh;
}

/** Opens texts when they are ranked first. */
export function openTexts(index: IndexedTexts): OpenTexts {
  const known = openedTexts.get(index);
  if (known !== undefined) return known;
  const documents = index.texts.map(openDocument);
  const fresh: OpenTexts = {
    documents,
    mean: documents.reduce((sum, { length }) => sum + length, 0) / Math.max(1, documents.length),
    standsIn: countDocuments(documents),
    highest: index.highest,
  };
  openedTexts.set(index, fresh);
  return fresh;
}

function countDocuments(documents: readonly OpenDocument[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const term of termsOf(document)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** The terms of a document. */
export const termsOf = ({ texts }: OpenDocument): ReadonlySet<string> =>
  new Set(texts.flatMap(({ terms }) => terms));

/** How much a term tells: ln(1 + (N − n + 0.5) / (n + 0.5)), 0 where no document has it. */
export function tells({ documents, standsIn }: OpenTexts, term: string): number {
  const n = standsIn.get(term) ?? 0;
  return n === 0 ? 0 : Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
}

/** What an occurrence counted `count` times over counts in a document: at most REPEATS + 1. */
export function saturated({ mean, highest }: OpenTexts, { length }: OpenDocument, count: number): number {
  const lasting = REPEATS * highest * (1 - LENGTH + (LENGTH * length) / mean);
  return (count * (REPEATS + 1)) / (count + lasting);
}
