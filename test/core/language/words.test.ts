import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/core/language/tokens.ts';
import { buildVocabulary, readWords } from '../../../src/core/language/words.ts';
import { grammar } from '../../shipped-language.ts';

const vocabulary = buildVocabulary(
  grammar,
  ['calibrating the scale', 'OP-909', 'supervisor key', 'till', 'reader beeps', 'the switch is on'],
  [
    ['supervisor', 'manager', 'team leader'],
    ['z report', 'end of day'],
  ],
);
const stems = (text: string): string[] => readWords(vocabulary, text).map((word) => word.stem);

test('words keep their place', () => {
  const text = "Ünïcode won't\nfit: OP-909!";
  for (const { start, end } of tokenize(text)) expect(text.slice(start, end)).toMatch(/^\S+$/);
  expect(tokenize(text)).toEqual([
    { text: 'unicode', start: 0, end: 7 },
    { text: "won't", start: 8, end: 13 },
    { text: 'fit', start: 14, end: 17 },
    { text: 'op', start: 19, end: 21 },
    { text: '909', start: 22, end: 25 },
  ]);
});

describe('one stem for what is the same', () => {
  test.each([
    ['plural and tense', 'keys calibrated', 'key calibration'],
    ['negations', "doesn't won't wont cannot never no", 'not not not not not not'],
    ['codes', 'OP-909', 'op 909'],
    ['codes without a blank', 'op909', 'OP-909'],
    ['words of the lexicon', 'the manager', 'the team leader'],
    ['phrases of the lexicon', 'z report', 'end of day'],
    ['typing errors', 'suprevisor calibratng', 'supervisor calibrating'],
    ['misspelt negations', 'dosnt dident woudnt', 'not not not'],
    ['somebody and someone', 'someone anyone', 'somebody anybody'],
    ['possession', "manager's", 'manager'],
    ['forms of helping verbs', 'was', 'is'],
  ])('%s', (_title, one, other) => {
    expect(stems(one)).toEqual(stems(other));
  });
});

describe('what is left alone', () => {
  test.each([
    ['an ordinary word near a known one', 'tell'],
    ['a short word', 'kee'],
    ['a word far from all', 'zzyzx'],
    ['a number', '4711'],
  ])('%s', (_title, word) => {
    expect(stems(word)).toEqual([word]);
  });
  test('single letters and digits are words', () => {
    expect(stems('5 beeps, key to S')).toEqual([...stems('5'), ...stems('beep'), ...stems('key'), 'to', 's']);
  });
  test('tags, links and masked secrets are none', () => {
    expect(stems('<b class="x">key</b> [hidden] https://keys.example/reader?a=1')).toEqual(stems('key'));
  });
});
