import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexNear, nearest, newSpeller, slips, wordsNear } from '../../../src/core/language/spelling.ts';
import { stem } from '../../../src/core/language/stems.ts';
import { readWords } from '../../../src/core/language/words.ts';
import { type Random, randomFrom } from '../../../src/simulate/random.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { hearShipped, shippedSlice } from './phenomena/golden.ts';

const { facts, vocabulary } = shippedSlice;
const known = new Set(vocabulary.known.table.words.split('\n'));
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One letter left out, put in, taken for another, or swapped with the next. */
function slip(word: string, random: Random): string {
  const at = Math.floor(random() * word.length);
  const letter = LETTERS[Math.floor(random() * LETTERS.length)];
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + letter + word.slice(at + 1);
    default:
      return (
        word.slice(0, at) +
        word
          .slice(at, at + 2)
          .split('')
          .reverse()
          .join('') +
        word.slice(at + 2)
      );
  }
}

const tells = (text: string, owner: number): boolean => {
  const answer = facts.answers[owner];
  return hearShipped(text).facts.some(
    (fact) => fact.question === answer?.question && fact.answer === answer.answer,
  );
};

/** How many phrases of the knowledge base tell their fact with one slip in one of their longer words, of how many. */
function heardWithASlip(random: Random): { heard: number; of: number } {
  let heard = 0;
  let of = 0;
  for (const [owner, { phrases }] of facts.answers.entries()) {
    for (const phrase of phrases) {
      const words = [...phrase.matchAll(/(?<![\p{L}\p{N}'-])[a-z]{5,}(?![\p{L}\p{N}'-])/gu)];
      const word = words[Math.floor(random() * words.length)];
      if (word === undefined || !tells(phrase, owner)) continue;
      const slipped = slip(word[0], random);
      if (slipped === word[0] || known.has(slipped)) continue;
      of++;
      if (tells(phrase.slice(0, word.index) + slipped + phrase.slice(word.index + word[0].length), owner))
        heard++;
    }
  }
  return { heard, of };
}

describe('one slip in one word', () => {
  const seeds = process.env.KEYTURN_LONG === '1' ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [1];
  test.each(seeds)('of 100 phrases 90 still tell the same, seed %i', (seed) => {
    const { heard, of } = heardWithASlip(randomFrom(seed));
    expect(of).toBeGreaterThan(2000);
    expect(heard / of).toBeGreaterThanOrEqual(0.9);
  });
});

test('no everyday word, in the plural too, is taken for a word of the knowledge base', () => {
  const { grammar, same } = vocabulary;
  const ordinary = new Set([...grammar.everyday].map((word) => stem(grammar.stems, word)));
  const forms = EVERYDAY_WORDS.flatMap((word) => (/[sxzhy]$/.test(word) ? [word] : [word, `${word}s`]));
  const changed = forms.filter((word) => {
    const own = stem(grammar.stems, word);
    const read = readWords(vocabulary, word)[0]?.stem ?? '';
    return read !== own && !same.has(own) && !ordinary.has(read);
  });
  expect(changed).toEqual([]);
});

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

test.each([
  ['a letter left out', 'drwer', ['drawer']],
  ['a letter too many', 'drawwer', ['drawer']],
  ['another letter', 'drawex', ['drawer', 'drawee']],
  ['two letters swapped', 'darwer', ['drawer']],
  ['the first letter', 'frawer', ['drawer']],
  ['two slips', 'frawex', []],
  ['the word itself', 'drawer', ['drawee']],
  ['a short word', 'ket', []],
])('words near a word with %s', (_title, word, near) => {
  const words = ['drawer', 'drawee', 'key'];
  expect(wordsNear(indexNear(words), word).map((place) => words[place])).toEqual(near);
});

test('one slip always leads back to the word, wherever it was made', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(word, fc.nat(), fc.constantFrom('x', ''), fc.boolean(), (text, place, letter, keep) => {
      const at = place % text.length;
      const slip = text.slice(0, at) + letter + text.slice(keep ? at : at + 1);
      fc.pre(slip !== text && slip.length >= 4);
      expect(wordsNear(indexNear([text]), slip)).toEqual([0]);
    }),
  );
});
