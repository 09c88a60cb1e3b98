import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundedDistance, nearTerms, spellingsOf } from '../../../src/core/search/near.ts';

const KNOWN = ['activate', 'arrival', 'card', 'care', 'cart', 'connect', 'refund', 'c04', 'no'];
const spellings = spellingsOf(KNOWN, Uint32Array.from(KNOWN.keys()));
const near = (word: string) =>
  nearTerms(spellings, word, (term) => (KNOWN[term] === 'card' ? 50 : 1)).map(({ term }) => KNOWN[term]);

describe('an unknown word is read as the known words it is near to', () => {
  test.each([
    ['a letter dropped', 'conect', ['connect']],
    ['a letter added', 'refunnd', ['refund']],
    ['a letter changed', 'refumd', ['refund']],
    ['two letters swapped', 'cadr', ['card']],
    ['two mistakes in a long word', 'actvatte', ['activate']],
    ['of equally near words the one that more documents have', 'carx', ['card', 'care', 'cart']],
    ['three letters of four', 'crd', ['card']],
    ['two mistakes in a short word', 'xefumd', []],
    ['codes are not corrected', 'c05', []],
    ['nor is anything corrected into a code', 'c0', []],
    ['two letters are too few', 'on', []],
  ])('%s', (_title, word, words) => {
    expect(near(word)).toEqual(words);
  });

  test('shares are at most 1 together, the nearest has most', () => {
    const shares = nearTerms(spellings, 'carx', () => 1).map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });

/** Optimal string alignment as it is defined, with no bound. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const [a, b] = [one.slice(1), other.slice(1)];
  if (one[0] === other[0]) return distance(a, b);
  const swapped = one.length > 1 && one[0] === other[1] && one[1] === other[0];
  return (
    1 +
    Math.min(
      distance(a, b),
      distance(a, other),
      distance(one, b),
      swapped ? distance(one.slice(2), other.slice(2)) : Infinity,
    )
  );
}
const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 5 });

describe('distances', () => {
  test('are exact up to the bound, and above it elsewhere', () => {
    fc.assert(
      fc.property(short, short, fc.integer({ min: 1, max: 2 }), (one, other, most) => {
        const exact = distance(one, other);
        const bounded = boundedDistance(one, other, most);
        expect(exact <= most ? bounded === exact : bounded > most).toBe(true);
      }),
    );
  });
  test('no word within the bound is passed over because of its letters', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          word.filter((one) => one.length > 2),
          { minLength: 1 },
        ),
        word,
        (words, asked) => {
          const all = spellingsOf(words, Uint32Array.from(words.keys()));
          const expected = words.filter(
            (known) =>
              boundedDistance(asked, known, asked.length >= 8 ? 2 : 1) <= (asked.length >= 8 ? 2 : 1),
          );
          const found = nearTerms(all, asked, () => 1).map(({ term }) => words[term]);
          if (asked.length > 2) expect(found.length).toBe(Math.min(3, expected.length));
          for (const one of found) expect(expected).toContain(one);
        },
      ),
    );
  });
});
