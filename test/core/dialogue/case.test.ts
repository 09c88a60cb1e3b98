import { describe, expect, test } from 'vitest';
import type { Case, Fact } from '../../../src/core/conversation.ts';
import { newCase } from '../../../src/core/conversation.ts';
import {
  addText,
  answerAsked,
  ask,
  lastTelling,
  mergeFacts,
  passOver,
  show,
  takeBack,
  tell,
} from '../../../src/core/dialogue/case.ts';
import { foreignBase } from '../../foreign-base.ts';

const { prepared } = await foreignBase();
const slice = prepared.dialogue;

const fact = (question: string, answer: string, turn: number, denied = false): Fact => ({
  question,
  answer,
  about: 'check',
  known: 'said',
  denied,
  turn,
  quote: null,
});

describe('merging facts', () => {
  const cases: readonly [title: string, known: Fact[], fresh: Fact[], result: string[]][] = [
    [
      'adds what is new',
      [fact('noise', 'hum', 1)],
      [fact('water-light', 'lit', 2)],
      ['noise=hum@1', 'water-light=lit@2'],
    ],
    [
      'replaces another answer to a question with one answer',
      [fact('noise', 'hum', 1)],
      [fact('noise', 'silence', 2)],
      ['noise=silence@2'],
    ],
    [
      'keeps both answers to a question with many',
      [fact('done-already', 'descale', 1)],
      [fact('done-already', 'plug-in', 2)],
      ['done-already=descale@1', 'done-already=plug-in@2'],
    ],
    [
      'replaces a fact by its denial',
      [fact('noise', 'hum', 1)],
      [fact('noise', 'hum', 2, true)],
      ['noise≠hum@2'],
    ],
    [
      'replaces a denial by the fact',
      [fact('noise', 'hum', 1, true)],
      [fact('noise', 'hum', 2)],
      ['noise=hum@2'],
    ],
    [
      'keeps a denial beside another answer',
      [fact('noise', 'hum', 1, true)],
      [fact('noise', 'silence', 2)],
      ['noise≠hum@1', 'noise=silence@2'],
    ],
    [
      'keeps the first of two equal ones, so that nothing counts twice',
      [fact('noise', 'hum', 1)],
      [fact('noise', 'hum', 2)],
      ['noise=hum@1'],
    ],
  ];
  test.each(cases)('%s', (_title, known, fresh, result) => {
    const words = mergeFacts(slice, known, fresh).facts.map(
      (f) => `${f.question}${f.denied ? '≠' : '='}${f.answer}@${f.turn}`,
    );
    expect(words).toEqual(result);
  });
});

describe('taking back a turn', () => {
  const text = (words: string, turn: number) => ({ text: words, turn, messageId: `m${turn}` });
  const told: Case = tell(
    show(
      answerAsked(
        ask(
          { ...addText(newCase(1), text('no coffee', 1)), facts: [fact('noise', 'hum', 3)] },
          'water-light',
          1,
        ),
        'water-light',
        'not-sure',
        2,
      ),
      'limescale',
      3,
    ),
    'limescale',
    'still-there',
    4,
  );

  test('the last turn that told something is the outcome of the remedy', () => {
    expect(lastTelling(told)).toBe(4);
  });
  test('taking back the outcome leaves the remedy untold', () => {
    expect(takeBack(told, 4).tried).toMatchObject([
      { problem: 'limescale', outcome: 'untold', toldTurn: null },
    ]);
  });
  test('taking back a message removes its facts and its words', () => {
    expect(takeBack(told, 3).facts).toEqual([]);
    expect(takeBack(told, 1).texts).toEqual([]);
  });
  test('taking back "not sure" lets the question be asked again', () => {
    expect(takeBack(told, 2).asked).toEqual([]);
  });
  test('a case in which nothing was told has nothing to take back', () => {
    expect(lastTelling(newCase(1))).toBeNull();
  });
});

test('the same words are kept once, whatever their case', () => {
  const once = addText(newCase(1), { text: 'No coffee', turn: 1, messageId: null });
  expect(addText(once, { text: 'no coffee', turn: 2, messageId: null }).texts).toHaveLength(1);
});

test('a question that is passed over twice counts as "not sure"', () => {
  const first = ask(newCase(1), 'noise', 1);
  expect(passOver(first, 'noise', 2).asked[0]).toMatchObject({ result: 'waiting' });
  expect(passOver(ask(first, 'noise', 2), 'noise', 3).asked[0]).toMatchObject({
    result: 'not-sure',
    answeredTurn: 3,
  });
});
