import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case, Fact } from '../../../src/core/conversation.ts';
import { newCase } from '../../../src/core/conversation.ts';
import { findProblems, prepareSearch } from '../../../src/core/search/problems.ts';
import { foreignBase } from '../../foreign-base.ts';

const { kb, prepared } = await foreignBase();
const slice = prepareSearch(kb, prepared.language.vocabulary);

const reported = (...texts: string[]): Case => ({
  ...newCase(1),
  texts: texts.map((text, turn) => ({ text, turn, messageId: null })),
});
const found = (ours: Case) => findProblems(slice, ours).map((hit) => hit.problem);

describe('problems are found by the words of a case', () => {
  test.each([
    ['by how people put it', 'there is chalk in the cup', 'limescale'],
    ['by the title', 'a bean is stuck', 'bean-stuck'],
    ['by what it means', 'hard water', 'limescale'],
    ['by what is seen', 'the display said F7', 'limescale'],
    ['whatever the ending of a word', 'beans jamming', 'bean-stuck'],
    ['by a word that means the same', 'the h2o tank', 'tank-empty'],
  ])('%s', (_title, text, problem) => {
    expect(found(reported(text))[0]).toBe(problem);
  });

  test('by a message that tells it, where too few are known for a head', () => {
    const message = {
      says: 'my espresso tastes of tin',
      problem: 'limescale',
      family: null,
      level: 'decisive' as const,
      also: [],
      facts: {},
      denied: {},
    };
    const taught = prepareSearch(
      { ...kb, examples: { ...kb.examples, problems: [message] } },
      prepared.language.vocabulary,
    );
    const [hit] = findProblems(taught, reported('tastes of tin'));
    expect(hit?.problem).toBe('limescale');
  });
  test('a hit tells the words that hit', () => {
    expect(findProblems(slice, reported('chalk in the cup'))[0]?.words).toContain('chalk');
  });
  test('hits stand by their scores', () => {
    const scores = findProblems(slice, reported('the beans jam and the tank is empty')).map(
      ({ score }) => score,
    );
    expect(scores.length).toBeGreaterThan(1);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
  test('a negation alone finds nothing', () => {
    expect(found(reported('no', 'not'))).toEqual([]);
  });
  test('words from several messages count together', () => {
    expect(found(reported('something with stones', 'in the beans'))[0]).toBe('bean-stuck');
  });
  test('the same sentence again changes nothing', () => {
    expect(findProblems(slice, reported('chalk', 'chalk'))).toEqual(findProblems(slice, reported('chalk')));
  });
  test('words that a fact quotes are left out, so that nothing counts twice', () => {
    const fact: Fact = {
      question: 'noise',
      answer: 'hum',
      about: 'check',
      known: 'said',
      denied: false,
      turn: 0,
      quote: { text: 'chalk', start: 0, end: 5 },
    };
    expect(found({ ...reported('chalk'), facts: [fact] })).toEqual([]);
  });
});

describe('any text is a safe query', () => {
  test.each([
    'C: drive',
    'wifi -slow',
    'title:chalk',
    '+chalk',
    'chalk~99 chalk^x',
    '*',
    '\u0000',
    '👍',
    '"',
    '$where',
    'toString __proto__',
  ])('%j', (text) => {
    expect(() => findProblems(slice, reported(text))).not.toThrow();
  });
  test('whatever it is, scores lie between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        findProblems(slice, reported(text)).every((hit) => hit.score >= 0 && hit.score <= 1 + 1e-9),
      ),
    );
  });
});
