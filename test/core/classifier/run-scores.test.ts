import { expect, test } from 'vitest';
import { scoresOf } from '../../../src/core/classifier/classify.ts';
import { readText } from '../../../src/core/classifier/known-words.ts';
import { readRuns } from '../../../src/core/classifier/run-scores.ts';
import { train } from '../../../src/core/classifier/train.ts';

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
const WORDS = ['my', 'lamp', 'is', 'dark', 'who', 'pays'];
const PLACES = Int32Array.from(model.labels.keys());
const runs = readRuns(
  model,
  WORDS.map((word) => readText(model.known, word).tokens),
  PLACES,
);

test.each([
  ['all of the words', 0, 6],
  ['those in the middle', 1, 4],
  ['two', 4, 6],
  ['one', 3, 4],
])('a run scores as it would alone: %s', (_title, from, to) => {
  const alone = scoresOf(model, WORDS.slice(from, to).join(' '), PLACES);
  const scores = runs.all(from, to);
  for (const [place, score] of scores.entries()) {
    expect(score).toBeCloseTo(alone?.[place] ?? 0, 1);
    expect(runs.one(from, to, place)).toBeCloseTo(score, 5);
  }
});

test('a text of two labels scores high for both', () => {
  const [dark, lamp] = ['dark', 'lamp'].map((label) => runs.all(0, 4)[model.labels.indexOf(label)] ?? 0);
  const other = runs.all(0, 4)[model.labels.indexOf('other')] ?? 0;
  expect(Math.min(dark ?? 0, lamp ?? 0)).toBeGreaterThan(other);
});

test('no words are of no label', () => {
  expect([...runs.all(2, 2)]).toEqual(model.labels.map(() => -1));
});
