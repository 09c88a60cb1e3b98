import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Document,
  type DocumentIndex,
  indexDocuments,
  termNumber,
} from '../../../src/core/search/documents.ts';
import { LENGTH, REPEATS } from '../../../src/core/search/postings.ts';
import { rank } from '../../../src/core/search/ranking.ts';
import { ENGLISH } from '../../../src/core/search/reading.ts';
import { soughtIn } from '../../../src/core/search/sought.ts';

const BOOSTS = { title: 2, means: 1 };
type Field = keyof typeof BOOSTS;
const FIELDS: readonly Field[] = ['title', 'means'];
const WORDS = ['key', 'lock', 'till', 'drawer', 'code', 'no', 'constructor'];

const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 });
const documents = fc.array(fc.record({ title: texts, means: texts }), { minLength: 1, maxLength: 8 });
type Words = Readonly<Record<Field, readonly string[]>>;

const indexOf = (all: readonly Words[]): DocumentIndex =>
  indexDocuments(
    all.map(
      (words, id): Document => ({
        id: `${id}`,
        fields: { title: words.title.join(' '), means: words.means.join(' ') },
      }),
    ),
    BOOSTS,
  );

/** BM25F as its authors wrote it down, one document and one word at a time. */
function byFormula(all: readonly Words[], asked: readonly string[]): number[] {
  const mean = (field: Field): number => {
    const filled = all.filter((words) => words[field].length > 0);
    return filled.reduce((sum, words) => sum + words[field].length, 0) / filled.length;
  };
  const terms = asked.map((word) => ENGLISH.term(word));
  return all.map((words) =>
    terms.reduce((score, term) => {
      const count = (of: Words, field: Field): number =>
        of[field].filter((word) => ENGLISH.term(word) === term).length;
      const n = all.filter((other) => FIELDS.some((field) => count(other, field) > 0)).length;
      const frequency = FIELDS.reduce((sum, field) => {
        if (count(words, field) === 0) return sum;
        const length = 1 - LENGTH + (LENGTH * words[field].length) / mean(field);
        return sum + ((BOOSTS[field] / 2) * count(words, field)) / length;
      }, 0);
      const tells = Math.log(1 + (all.length - n + 0.5) / (n + 0.5));
      return score + (tells * frequency * (REPEATS + 1)) / (REPEATS + frequency);
    }, 0),
  );
}

describe('documents are ranked by BM25F', () => {
  test('the sum over postings is the formula, within what 16 bits can tell', () => {
    fc.assert(
      fc.property(documents, fc.uniqueArray(fc.constantFrom(...WORDS)), (all, asked) => {
        const index = indexOf(all);
        const ranked = rank(index, soughtIn(index, [asked], { ...ENGLISH, misspelt: false }), all.length);
        const scores = byFormula(all, asked);
        expect(ranked.map(({ document }) => document).sort()).toEqual(
          [...scores.keys()].filter((document) => scores[document]! > 0),
        );
        for (const { document, score } of ranked)
          expect(Math.abs(score - scores[document]!)).toBeLessThanOrEqual(asked.length * index.unit);
      }),
    );
  });
  test('the best few are the first of all', () => {
    fc.assert(
      fc.property(documents, texts, fc.integer({ min: 1, max: 8 }), (all, asked, most) => {
        const index = indexOf(all);
        const sought = soughtIn(index, [asked], ENGLISH);
        expect(rank(index, sought, most)).toEqual(rank(index, sought, all.length).slice(0, most));
      }),
    );
  });
  test('terms stand by the alphabet, and the documents of each in the order given', () => {
    const index = indexOf([
      { title: ['lock', 'key'], means: ['key'] },
      { title: ['key'], means: [] },
    ]);
    expect(index.terms).toEqual([...index.terms].sort());
    const key = termNumber(index, ENGLISH.term('key'));
    expect([...index.documents.subarray(index.start[key], index.start[key + 1])]).toEqual([0, 1]);
  });
});
