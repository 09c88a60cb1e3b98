import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { floats, ints } from '../../../src/core/diagnosis/memory.ts';

/** Around the bounds of a piece too. */
const lengths = fc.array(fc.oneof(fc.nat(100), fc.nat(20_000)), { maxLength: 60 });

describe.each([
  ['floats', floats],
  ['ints', ints],
])('%s', (_name, cut) => {
  test('are zeros, as many as asked for, and no two share a place', () => {
    fc.assert(
      fc.property(lengths, (all) => {
        const arrays = all.map((length) => {
          const array = cut(length);
          expect(array).toHaveLength(length);
          expect(array.every((value) => value === 0)).toBe(true);
          return array;
        });
        arrays.forEach((array, number) => {
          array.fill(number + 1);
        });
        arrays.forEach((array, number) => {
          expect(array.every((value) => value === number + 1)).toBe(true);
        });
      }),
      { numRuns: 30 },
    );
  });
});
