import { deserialize, serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/core/classifier/classify.ts';
import { scoreText } from '../../../src/core/classifier/score.ts';
import { train } from '../../../src/core/classifier/train.ts';
import { KITCHEN } from './kitchen.ts';

const kitchen = train(KITCHEN);
const likeliest = (text: string): string | undefined => classify(kitchen, text).ranked[0]?.label;

describe('what a text belongs to', () => {
  it.each([
    ['other words of the same kind', 'the sauce is much too salty for us', 'too-salty'],
    ['other endings of the words', 'I keep burning my mouth', 'too-hot'],
    ['a letter too many', 'give me anotther portion', 'more-please'],
    ['two letters swapped', 'there is too much slat in it', 'too-salty'],
    ['a letter left out', 'still hungy', 'more-please'],
    ['capitals and signs', '*** TOO HOT!!! ***', 'too-hot'],
    ['accents that nobody writes here', 'tóo sálty', 'too-salty'],
  ])('is told in %s', (_, text, label) => {
    expect(likeliest(text)).toBe(label);
  });

  it.each(['xqzv kkjw ppfh', 'qwertzuiop', '漢字 かな', '🍲🍲🍲', '?', '', '   \n\t', '12345 67890'])(
    'is most probably nothing that is known for %j',
    (text) => {
      expect(classify(kitchen, text).none).toBeGreaterThan(0.5);
    },
  );

  it('is less probably nothing for what was learnt than for what was not', () => {
    const noneOf = (text: string): number => classify(kitchen, text).none;
    const strange = ['my train leaves at nine', 'who won the match last night', 'the printer jams again'];
    const learnt = ['too much salt in the soup', 'another bowl please', 'it is boiling hot'];
    for (const known of learnt)
      for (const unknown of strange) expect(noneOf(known)).toBeLessThan(noneOf(unknown));
  });
});

describe('what a text of several labels is taken for', () => {
  const model = train(
    [
      { text: 'the lamp is dark', label: 'dark', also: ['lamp'] },
      { text: 'no light at all', label: 'dark' },
      { text: 'the lamp shines', label: 'lit', also: ['lamp'] },
      { text: 'green and bright', label: 'lit' },
      { text: 'who pays for it', label: 'other' },
    ],
    { heldOut: 0 },
  );
  const scoresOf = (text: string, ...labels: readonly string[]): readonly number[] => [
    ...scoreText(
      model,
      { text },
      Int32Array.from(labels, (label) => model.labels.indexOf(label)),
    ).scores,
  ];

  it('is all of them', () => {
    const [dark = 0, lamp = 0, other = 0] = scoresOf('my lamp is dark', 'dark', 'lamp', 'other');
    expect(Math.min(dark, lamp)).toBeGreaterThan(other);
  });

  it('is none where it has no words', () => {
    expect(scoresOf('', 'dark', 'lit')).toEqual([-1, -1]);
  });
});

describe('any text at all', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(fc.constantFrom('soup', 'salt', "isn't", "'", '\ud800', '\u0000', 'ﬀ', 'İ', '٣', '?'))
      .map((parts) => parts.join(' ')),
  );

  it('gets probabilities that sum to 1, the likeliest first, and a probability of none', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { ranked, none } = classify(kitchen, text);
        const probabilities = ranked.map(({ probability }) => probability);
        expect(probabilities.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 6);
        expect(probabilities).toEqual([...probabilities].sort((one, other) => other - one));
        expect(none).toBeGreaterThanOrEqual(0);
        expect(none).toBeLessThanOrEqual(1);
        expect(new Set(ranked.map(({ label }) => label)).size).toBe(3);
      }),
    );
  });

  it.each([
    ['a million letters', 'a'.repeat(1_000_000)],
    ['a million words', 'soup '.repeat(1_000_000)],
    ['a hundred thousand apostrophes', "'".repeat(100_000)],
    ['marks without letters', '\u0301'.repeat(100_000)],
  ])('may be %s', (_, text) => {
    expect(classify(kitchen, text).ranked).toHaveLength(3);
  });
});

describe('a trained classifier', () => {
  it('is the same each time', () => {
    expect(train(KITCHEN)).toEqual(kitchen);
  });

  it('says the same after a copy and after a stay on disk', () => {
    for (const { text } of KITCHEN) {
      expect(classify(structuredClone(kitchen), text)).toEqual(classify(kitchen, text));
      expect(classify(deserialize(serialize(kitchen)), text)).toEqual(classify(kitchen, text));
    }
  });

  it.each([
    ['no examples', []],
    ['one example', [{ text: 'soup', label: 'food' }]],
    ['one class', ['soup', 'salad', 'more soup'].map((text) => ({ text, label: 'food' }))],
    [
      'empty texts',
      [
        { text: '', label: 'one' },
        { text: ' ', label: 'other' },
      ],
    ],
    [
      'one example of each class',
      [
        { text: 'soup', label: 'food' },
        { text: 'water', label: 'drink' },
      ],
    ],
    [
      'the same text twice over',
      [
        { text: 'soup', label: 'food' },
        { text: 'soup', label: 'drink' },
      ],
    ],
    [
      'odd names',
      [
        { text: 'soup', label: '' },
        { text: 'water', label: '__proto__' },
      ],
    ],
  ])('can be made of %s', (_, examples) => {
    const { ranked, none } = classify(train(examples), 'soup');
    expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(
      examples.length === 0 ? 0 : 1,
      6,
    );
    expect(Number.isFinite(none)).toBe(true);
  });

  it('says "none of these" sooner where more texts are said to belong to none', () => {
    const wary = train(KITCHEN, { noneShare: 0.5 });
    for (const { text } of KITCHEN)
      expect(classify(wary, text).none).toBeGreaterThan(classify(kitchen, text).none);
  });
});
