import * as fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, test } from 'vitest';
import { type Document, type WordTable, weighWords } from '../../../src/core/search/weigh.ts';

const BOOSTS = { title: 2, means: 1 };
const STEMS = ['key', 'lock', 'till', 'drawer', 'code', '__proto__', 'constructor'];

const stems = fc.array(fc.constantFrom(...STEMS), { maxLength: 6 });
const documents = fc
  .array(fc.record({ title: stems, means: stems }), { minLength: 1, maxLength: 6 })
  .map((all) => all.map((fields, number): Document => ({ id: `problem-${number}`, fields })));

/** What lunr itself finds for words that it has indexed. */
function byLunr(all: readonly Document[], words: readonly string[]): Map<string, number> {
  const index = lunr(function () {
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.ref('id');
    for (const [field, boost] of Object.entries(BOOSTS)) this.field(field, { boost });
    for (const { id, fields } of all) this.add({ ...fields, id });
  });
  const results = index.query((query) => {
    for (const word of words) query.term(word, { usePipeline: false });
  });
  return new Map(results.map(({ ref, score }) => [ref, score]));
}

/** Sums of what the words are worth, over the length of the query's vector, as lunr has it. */
function bySums(table: WordTable, all: readonly Document[], words: readonly string[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const word of words) {
    const stem = table.numbers.get(word) ?? -1;
    for (let at = table.start[stem]!; at < table.start[stem + 1]!; at += 1) {
      const { id } = all[table.problem[at]!]!;
      sums.set(id, (sums.get(id) ?? 0) + table.worth[at]! / Math.sqrt(words.length));
    }
  }
  return sums;
}

describe('words are worth what lunr says', () => {
  test('a sum over words is the score of a query of these words', () => {
    fc.assert(
      fc.property(documents, fc.uniqueArray(fc.constantFrom(...STEMS)), (all, asked) => {
        const table = weighWords(all, BOOSTS);
        const words = asked.filter((word) => table.numbers.has(word));
        fc.pre(words.length > 0);
        const [sums, scores] = [bySums(table, all, words), byLunr(all, words)];
        expect([...sums.keys()].sort()).toEqual([...scores.keys()].sort());
        for (const [id, score] of scores) expect(sums.get(id)).toBeCloseTo(score, 9);
      }),
    );
  });

  test('stems stand by the alphabet, and the problems of each in the order given', () => {
    const {
      stems: known,
      start,
      problem,
    } = weighWords(
      [
        { id: 'second', fields: { title: ['lock', 'key'], means: ['key'] } },
        { id: 'first', fields: { title: ['key'], means: [] } },
      ],
      BOOSTS,
    );
    expect(known).toEqual(['key', 'lock']);
    expect([...start]).toEqual([0, 2, 3]);
    expect([...problem]).toEqual([0, 1, 0]);
  });
});
