import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NAMES_OWN_FAMILY, SOMETHING_ELSE_SHARE } from '../../../src/core/knowledge/compile/families.ts';
import { seconds } from '../../../src/core/knowledge/compile/numbers.ts';
import { LEAST_USUALLY, USUALLY_OF_MANY, usuallyOf } from '../../../src/core/knowledge/compile/usually.ts';
import { LIKELIHOODS } from '../../../src/core/knowledge/model.ts';
import { readKnowledge } from '../../../src/core/knowledge/parse.ts';
import { filesOf, soundBase } from '../../broken-knowledge/case.ts';

const kb = readKnowledge(filesOf(soundBase())).kb!;
const byId = <T extends { readonly id: string }>(things: readonly T[], id: string): T =>
  things.find((thing) => thing.id === id)!;
const sum = (numbers: Readonly<Record<string, number>>) =>
  Object.values(numbers).reduce((all, each) => all + each, 0);

/** The base with some lines changed, compiled. */
function changed(path: string, from: string, to: string) {
  const texts = soundBase();
  return readKnowledge(filesOf(texts.set(path, texts.get(path)!.replace(from, to)))).kb!;
}

test.each([
  ['0 s', 0],
  ['30 s', 30],
  ['1.5 min', 90],
  ['5 min', 300],
  ['2 h', 7200],
])('%s is %d seconds', (written, expected) => {
  expect(seconds(written)).toBe(expected);
});

describe('families', () => {
  test('priors sum to 1, in the proportion of their frequencies', () => {
    const [lamp, torch] = kb.families;
    expect(lamp!.prior + torch!.prior).toBeCloseTo(1);
    expect(lamp!.prior / torch!.prior).toBeCloseTo(0.2 / 0.04);
  });

  test('the problems of a family and something else sum to 1', () => {
    for (const family of kb.families) {
      const known = kb.problems.reduce((all, problem) => all + (problem.families[family.id] ?? 0), 0);
      expect(known + family.somethingElse).toBeCloseTo(1);
      expect(family.somethingElse).toBe(SOMETHING_ELSE_SHARE);
    }
  });

  test('a family of which no problem is written yet is all something else', () => {
    const { families } = changed(
      'families.yaml',
      'families:',
      'families:\n  - { id: candle, label: Candle, called: a candle, frequency: rare }',
    );
    expect(byId(families, 'candle').somethingElse).toBe(1);
  });

  test('people mostly name the family that it is', () => {
    expect(byId(kb.families, 'lamp').signs.kind).toEqual({
      lamp: NAMES_OWN_FAMILY,
      torch: expect.closeTo(1 - NAMES_OWN_FAMILY),
    });
  });

  test('an author who knows better says so', () => {
    const { families } = changed(
      'families.yaml',
      'models: [L-100]',
      'models: [L-100]\n    signs: { kind: { lamp: usually, torch: rarely } }',
    );
    expect(byId(families, 'lamp').signs.kind).toEqual({
      lamp: LIKELIHOODS.usually,
      torch: LIKELIHOODS.rarely,
    });
  });
});

describe('roles', () => {
  test('a role acts as itself, and as those whose roles it may take act', () => {
    const { roles } = changed(
      'roles.yaml',
      'roles:',
      'roles:\n  - { id: chief, label: Chief, called: the chief, acts_as: [electrician], fetch: 1 h }',
    );
    expect(byId(roles, 'owner').actsAs).toEqual(['owner']);
    expect(byId(roles, 'chief').actsAs).toEqual(['chief', 'electrician', 'owner']);
  });
});

describe('questions', () => {
  test('answers can be the families, with all their names', () => {
    const { answers, answersAre } = byId(kb.questions, 'kind');
    expect(answersAre).toBe('families');
    expect(answers).toEqual([
      { id: 'lamp', label: 'Lamp', phrases: ['lamp', 'desk light', 'L-100'], says: null, offered: true },
      { id: 'torch', label: 'Torch', phrases: ['torch', 'flashlight'], says: null, offered: true },
    ]);
  });

  test('answers can be the roles, or the steps and how people say that they did them', () => {
    const done = changed('questions/kind.yaml', 'answers: families', 'answers: steps').questions;
    expect(byId(done, 'kind').answers.map(({ id, label, phrases }) => [id, label, phrases])).toEqual([
      ['check-plug', 'Check the plug', ['checked the plug']],
      ['replace-bulb', 'Replace the bulb', []],
    ]);
    const who = changed('questions/kind.yaml', 'answers: families', 'answers: roles').questions;
    expect(byId(who, 'kind').answers.map(({ id, phrases }) => [id, phrases])).toEqual([
      ['owner', ['it is mine']],
      ['electrician', []],
    ]);
  });

  test('what is left out has a default', () => {
    expect(byId(kb.questions, 'blinks')).toMatchObject({
      ask: null,
      why: null,
      costSeconds: 0,
      who: 'owner',
      noise: 0.02,
      usually: { thrice: USUALLY_OF_MANY },
    });
  });

  test('a question about all families applies to each', () => {
    expect(byId(kb.questions, 'shines').families).toEqual(['lamp', 'torch']);
  });
});

describe('base rates', () => {
  const question = (choose: 'one' | 'many', usually?: Record<string, number>) => ({
    id: 'q',
    about: 'check' as const,
    families: 'all' as const,
    choose,
    answers: [],
    ...(usually === undefined ? {} : { usually }),
  });

  test.each([
    { what: 'nothing listed', usually: {}, expected: { a: 1 / 3, b: 1 / 3, c: 1 / 3 } },
    {
      what: 'one listed: the others share the rest',
      usually: { a: 0.6 },
      expected: { a: 0.6, b: 0.2, c: 0.2 },
    },
    { what: 'all listed', usually: { a: 0.5, b: 0.25, c: 0.25 }, expected: { a: 0.5, b: 0.25, c: 0.25 } },
    {
      what: 'a little above 1',
      usually: { a: 0.8, b: 0.2, c: 0.1 },
      expected: { a: 0.8 / 1.1, b: 0.2 / 1.1, c: 0.1 / 1.1 },
    },
    {
      what: 'impossible: a floor',
      usually: { a: 1, b: 0, c: 0 },
      expected: { a: 1 / 1.01, b: LEAST_USUALLY / 1.01, c: LEAST_USUALLY / 1.01 },
    },
  ])('choose one, $what', ({ usually, expected }) => {
    const rates = usuallyOf(question('one', usually), ['a', 'b', 'c']);
    for (const [id, rate] of Object.entries(expected)) expect(rates[id]).toBeCloseTo(rate);
  });

  test('choose one: they always sum to 1, and none is impossible', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const some = fc.dictionary(fc.constantFrom(...ids), fc.double({ min: 0, max: 1, noNaN: true }), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(some, (usually) => {
        const rates = usuallyOf(question('one', usually), ids);
        expect(sum(rates)).toBeCloseTo(1);
        for (const id of ids) expect(rates[id]).toBeGreaterThan(0);
      }),
    );
  });
});

describe('problems', () => {
  test('likelihoods that exclude each other are scaled down to 1', () => {
    const { problems } = changed(
      'problems/lamp/bulb-dead.yaml',
      "{ 'no': always }",
      "{ 'no': usually, 'yes': sometimes }",
    );
    const { shines } = byId(problems, 'bulb-dead').signs;
    expect(sum(shines!)).toBeCloseTo(1);
    expect(shines!.no! / shines!.yes!).toBeCloseTo(0.8 / 0.3);
  });

  test('every step cures unless some are named', () => {
    expect(byId(kb.problems, 'bulb-dead').remedy.curedBy).toEqual(['replace-bulb']);
    expect(byId(kb.problems, 'no-power').remedy.curedBy).toEqual(['check-plug']);
  });
});

test('English comes first where there are several languages, whatever the names of the files', () => {
  const texts = soundBase();
  texts.set('messages/de.yaml', texts.get('messages/en.yaml')!);
  expect(Object.keys(readKnowledge(filesOf(texts)).kb!.messages)).toEqual(['en', 'de']);
});
