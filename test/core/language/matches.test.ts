import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markOf } from '../../../src/core/language/marks.ts';
import { matchesOf } from '../../../src/core/language/matches.ts';

const PATTERNS = [/\d+/g, /\b[ce][ -]?0\d\b/gi, /(?=a)|b?/g, /\p{L}*/gu, /x*/dgu, /^.?$/gm];

test.each(PATTERNS)('%s matches what matchAll says, however often it is asked', (pattern) => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'x', 'C', '0', '7', '-', ' ', '\n', 'é', '😀') });
  fc.assert(
    fc.property(text, (each) => {
      const expected = [...each.matchAll(pattern)];
      for (const found of [matchesOf(pattern, each), matchesOf(pattern, each)]) {
        expect(found.map((match) => [match.index, ...match])).toEqual(
          expected.map((match) => [match.index, ...match]),
        );
      }
    }),
  );
});

test('a stem has one mark, always the same', () => {
  fc.assert(
    fc.property(fc.string(), (stem) => {
      const mark = markOf(stem) >>> 0;
      expect(mark).toBe(markOf(`${stem}`) >>> 0);
      expect(Number.isInteger(Math.log2(mark))).toBe(true);
    }),
  );
});
