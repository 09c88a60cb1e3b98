import { describe, expect, test } from 'vitest';
import { buildSpelling, candidates, correct, MOST_CANDIDATES } from '../../../src/core/language/spelling.ts';
import { readWords, stem } from '../../../src/core/language/words.ts';
import { type Random, randomFrom } from '../../../src/simulate/random.ts';
import { EVERYDAY_WORDS } from './everyday-words.ts';
import { hearShipped, shippedSlice } from './phenomena/golden.ts';

const { facts, vocabulary } = shippedSlice;
const { everyday, functionWords, stems } = vocabulary.grammar;
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

const isWord = (word: string): boolean =>
  everyday.has(word) || functionWords.has(word) || vocabulary.stems.has(word);

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
      if (slipped === word[0] || isWord(slipped)) continue;
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

  test.each([
    ['a letter left out', 'supevisor', 'supervisor'],
    ['a letter too many', 'superrvisor', 'supervisor'],
    ['another letter', 'supervisir', 'supervisor'],
    ['two swapped', 'suprevisor', 'supervisor'],
    ['the first letter', 'dupervisor', 'supervisor'],
    ['the first two swapped', 'usppervisor', 'supervisor'],
    ['two slips in a long word', 'calbiratnig', 'calibrating'],
    ['two slips in a short word', 'rfnud', null],
    ['a word near nothing', 'zzyzx', null],
  ])('%s', (_title, word, meant) => {
    expect(correct(vocabulary.spelling, word)).toBe(meant);
  });
});

describe('an ordinary word stays what it is', () => {
  const read = (word: string): string | undefined => readWords(vocabulary, word)[0]?.rawStem;

  test('everyday words, in the plural too', () => {
    const forms = EVERYDAY_WORDS.flatMap((word) => (/[sxzhy]$/.test(word) ? [word] : [word, `${word}s`]));
    const changed = forms.filter((word) => {
      const own = read(word);
      return own !== undefined && own !== stem(stems, word) && !own.includes('_');
    });
    expect(changed).toEqual([]);
  });
});

describe('the work is bounded', () => {
  test('few words are compared with a slipped one', () => {
    const random = randomFrom(3);
    const most = Math.max(
      ...[...vocabulary.stems.keys()].map(
        (word) => candidates(vocabulary.spelling, slip(word, random)).length,
      ),
    );
    expect(most).toBeLessThanOrEqual(MOST_CANDIDATES / 2);
  });

  test('nor where every word of a vocabulary lies near every other', () => {
    const pairs = [...LETTERS].flatMap((one) => [...LETTERS].map((other) => `aa${one}aa${other}aaaa`));
    const crowd = buildSpelling(new Map(pairs.map((word) => [word, 1])));
    for (const word of ['aaaaaaaaaa', 'aabaacaaa', 'aazaazaaaaa', 'aaxaaaaaa'])
      expect(candidates(crowd, word).length).toBeLessThanOrEqual(MOST_CANDIDATES);
  });
});
