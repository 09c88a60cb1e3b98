import { expect, test } from 'vitest';
import { readText } from '../../../src/core/classifier/known-words.ts';
import { readRuns } from '../../../src/core/classifier/run-scores.ts';
import { scoreText } from '../../../src/core/classifier/score.ts';
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
const runs = readRuns(model, readText(model.known, WORDS.join(' ')).tokens, PLACES);

test.each([
  ['all of the words', 0, 6],
  ['those in the middle', 1, 4],
  ['two', 4, 6],
  ['one', 3, 4],
])('a run scores as it would alone: %s', (_title, from, to) => {
  const alone = scoreText(model, { text: WORDS.slice(from, to).join(' ') }, PLACES).scores;
  for (const place of PLACES) expect(runs(from, to)(place)).toBeCloseTo(alone[place] ?? 0, 1);
});

test('a text of two labels scores high for both', () => {
  const [dark, lamp] = ['dark', 'lamp'].map((label) => runs(0, 4)(model.labels.indexOf(label)));
  const other = runs(0, 4)(model.labels.indexOf('other'));
  expect(Math.min(dark ?? 0, lamp ?? 0)).toBeGreaterThan(other);
});

test('no words are of no label', () => {
  expect(model.labels.map((_, place) => runs(2, 2)(place))).toEqual(model.labels.map(() => -1));
});
