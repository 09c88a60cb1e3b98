import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Document, indexDocuments, LENGTH, REPEATS } from '../../../src/core/search/documents.ts';
import { openIndex } from '../../../src/core/search/open.ts';
import { scored, worthOf } from '../../../src/core/search/ranking.ts';
import { searchDocuments } from '../../../src/core/search/search.ts';
import { soughtIn } from '../../../src/core/search/sought.ts';

const WEIGHTS = { title: 2, means: 1 };
type Field = keyof typeof WEIGHTS;
const FIELDS: readonly Field[] = ['title', 'means'];
const WORDS = ['key', 'lock', 'till', 'drawer', 'code', 'no', 'constructor'];

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');
const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 });
const documents = fc.array(fc.record({ title: texts, means: texts }), { minLength: 1, maxLength: 8 });
type Words = Readonly<Record<Field, readonly string[]>>;

const indexOf = (all: readonly Words[]) =>
  indexDocuments(
    all.map(
      ({ title, means }, id): Document => ({
        id: `${id}`,
        fields: { title: title.join(' '), means: means.join(' ') },
      }),
    ),
    WEIGHTS,
    words,
  );

/** BM25 as its authors wrote it down, one document and one word at a time; a word counts by the weight of its field. */
function byFormula(all: readonly Words[], asked: readonly string[]): number[] {
  const length = (of: Words): number => 2 * of.title.length + of.means.length;
  const mean = all.reduce((sum, of) => sum + length(of), 0) / all.length;
  const count = (of: Words, word: string): number =>
    FIELDS.reduce((sum, field) => sum + WEIGHTS[field] * of[field].filter((each) => each === word).length, 0);
  return all.map((of) =>
    asked.reduce((score, word) => {
      const n = all.filter((other) => count(other, word) > 0).length;
      const frequency = count(of, word) / 2;
      if (frequency === 0) return score;
      const tells = Math.log(1 + (all.length - n + 0.5) / (n + 0.5));
      const long = 1 - LENGTH + (LENGTH * length(of)) / mean;
      return score + (tells * frequency * (REPEATS + 1)) / (frequency + REPEATS * long);
    }, 0),
  );
}

describe('documents are ranked by BM25', () => {
  test('words count as the formula says', () => {
    fc.assert(
      fc.property(documents, fc.uniqueArray(fc.constantFrom(...WORDS)), (all, asked) => {
        const open = openIndex(indexOf(all));
        const terms = asked.filter((word) => open.standsIn.has(word));
        const every = all.map((_, document) => ({ document, score: 0 }));
        const expected = byFormula(all, asked);
        for (const { document, score } of scored(open, every, worthOf(open, { terms, pairs: [] })))
          expect(score).toBeCloseTo(expected[document]!, 9);
      }),
    );
  });
  test('what has a word that is sought is found, and nothing else', () => {
    fc.assert(
      fc.property(documents, fc.uniqueArray(fc.constantFrom(...WORDS)), (all, asked) => {
        const found = searchDocuments(indexOf(all), asked.join(' '), words).map(({ document }) => document);
        const scores = byFormula(all, asked);
        expect([...found].sort()).toEqual([...scores.keys()].filter((document) => scores[document]! > 0));
      }),
    );
  });
  test('the best few are the first of all', () => {
    fc.assert(
      fc.property(documents, texts, fc.integer({ min: 1, max: 8 }), (all, asked, most) => {
        const index = indexOf(all);
        const found = (count: number) => searchDocuments(index, asked.join(' '), words, count);
        expect(found(most)).toEqual(found(all.length).slice(0, most));
      }),
    );
  });
  test('a star is no wildcard', () => {
    const index = indexOf([
      { title: ['k*'], means: ['*'] },
      { title: ['key'], means: ['till'] },
    ]);
    expect(searchDocuments(index, '* k*', words)).toEqual([]);
  });
  test('what is said most often tells least, and stands last', () => {
    const index = indexOf([
      { title: ['lock', 'key'], means: ['key'] },
      { title: ['key'], means: ['till'] },
    ]);
    expect(soughtIn(index, [['key', 'lock', 'stranger']]).terms).toEqual(['lock', 'key']);
  });
});
