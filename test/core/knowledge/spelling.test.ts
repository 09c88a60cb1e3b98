import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest, newSpeller, slips } from '../../../src/core/knowledge/spelling.ts';

test.each([
  ['setings-page', 'settings-page', 1],
  ['sacle', 'scale', 1],
  ['till', 'tills', 1],
  ['card', 'cord', 1],
  ['same', 'same', 0],
  ['abc', 'xyz', 3],
  ['', 'ab', 2],
])('%s → %s takes %d slips', (a, b, count) => {
  expect(slips(a, b, 10)).toBe(count);
});

describe('slips', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

  test('are the same in both directions, and none for the same word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slips(a, b, 20)).toBe(slips(b, a, 20));
        expect(slips(a, b, 20) === 0).toBe(a === b);
      }),
    );
  });

  test('above the limit are only known to be above it', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        const all = slips(a, b, 20);
        const limited = slips(a, b, limit);
        if (all <= limit) expect(limited).toBe(all);
        else expect(limited).toBeGreaterThan(limit);
      }),
    );
  });
});

test.each([
  { word: 'technicain', near: 'technician' },
  { word: 'lod', near: 'lid' },
  { word: 'xyz', near: null },
  { word: 'cash', near: null },
])('near $word is $near', ({ word, near }) => {
  expect(nearest(word, ['supervisor', 'technician', 'lid', 'cashier'])).toBe(near);
});

test('a speller tires, so that a base in which all is wrong is not compared with itself', () => {
  const spell = newSpeller();
  for (let i = 0; i < 1000; i += 1) expect(spell('scal', ['scale'])).toBe('scale');
  expect(spell('scal', ['scale'])).toBeNull();
});
