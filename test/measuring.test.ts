import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankingScores } from './bench/peers/ranking-scores.ts';
import { medians } from './bench/results-runs.ts';
import { decimals, table, withParts } from './bench/results-table.ts';
import { withOneTypo } from './bench/typo.ts';

describe('one typo in a message', () => {
  const words = fc.array(fc.stringMatching(/^[a-zäß]{1,9}$/), { minLength: 1, maxLength: 8 });

  test('is one edit in one word of at least four letters, and the same whenever it is made', () => {
    fc.assert(
      fc.property(words, (said) => {
        const text = said.join(' ');
        const damaged = withOneTypo(text).split(' ');
        const changed = said.filter((word, index) => damaged[index] !== word);
        expect(damaged).toHaveLength(said.length);
        expect(changed).toHaveLength(said.some((word) => word.length >= 4) ? 1 : 0);
        expect(changed.every((word) => word.length >= 4)).toBe(true);
        expect(withOneTypo(text)).toBe(damaged.join(' '));
      }),
    );
  });

  test.each(['', 'no', 'e 50 is on'])('leaves "%s", in which every word is short', (text) => {
    expect(withOneTypo(text)).toBe(text);
  });
});

describe('scores of found documents', () => {
  test.each([
    ['the only right one first', ['a', 'b'], ['a'], { ndcg10: 1, recall10: 1, mrr: 1 }],
    ['the only right one third', ['x', 'y', 'a'], ['a'], { ndcg10: 0.5, recall10: 1, mrr: 1 / 3 }],
    ['one of two found', ['a'], ['a', 'b'], { ndcg10: 1 / (1 + 1 / Math.log2(3)), recall10: 0.5, mrr: 1 }],
    ['nothing found', [], ['a'], { ndcg10: 0, recall10: 0, mrr: 0 }],
    ['the right one in the eleventh place', [...'bcdefghijka'], ['a'], { ndcg10: 0, recall10: 0, mrr: 0 }],
  ])('%s', (_case, found, right, scores) => {
    const measured = rankingScores(found, new Set(right));
    expect(measured.ndcg10).toBeCloseTo(scores.ndcg10);
    expect(measured.recall10).toBeCloseTo(scores.recall10);
    expect(measured.mrr).toBeCloseTo(scores.mrr);
  });
});

describe('the results', () => {
  test('are medians of what each run gave; a disturbed run does not count', () => {
    const runs = [{ p50Ms: 3, throws: 0 }, { p50Ms: 90 }, { p50Ms: 2, throws: 0 }];
    expect(medians(runs)).toEqual({ p50Ms: 3, throws: 0 });
  });

  test('print the best figures bold and a dash for what nobody gave', () => {
    const row = { name: 'set', values: [0.51, null, 0.5], shown: decimals(1), best: 'highest' } as const;
    expect(table(['x', 'a', 'b', 'c'], [row]).split('\n')[2]).toBe('| set | **0.5** | – | **0.5** |');
  });

  test('of one part leave the others as they were written', () => {
    const parts = (...pairs: [string, string][]) => pairs.map(([title, markdown]) => ({ title, markdown }));
    const first = withParts('# All', ['One', 'Two'], '', parts(['Two', 'old'], ['One', 'kept']));
    const second = withParts('# All', ['One', 'Two'], first, parts(['Two', 'new']));
    expect(second).toBe('# All\n\n## One\n\nkept\n\n## Two\n\nnew\n');
  });
});
