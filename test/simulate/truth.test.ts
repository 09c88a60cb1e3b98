import { describe, expect, it } from 'vitest';
import { LIKELIHOODS } from '../../src/core/knowledge/model.ts';
import { withMovedWords } from '../../src/simulate/moved-words.ts';
import { drawIndex, randomFrom, seedOf } from '../../src/simulate/random.ts';
import { truthfulAnswer } from '../../src/simulate/truth.ts';
import { foreignBase } from '../foreign-base.ts';

const { kb } = await foreignBase();
const by = <T extends { id: string }>(items: readonly T[], id: string): T =>
  items.find((item) => item.id === id)!;
/** The question of the base whose answers are of a kind. */
const questionOf = (answersAre: string): string =>
  kb.questions.find((each) => each.answersAre === answersAre)!.id;
const answer = (family: string, problem: string, role: string, question: string, seed = 1): string | null =>
  truthfulAnswer(
    { family: by(kb.families, family), problem: by(kb.problems, problem), role: by(kb.roles, role) },
    by(kb.questions, question),
    randomFrom(seed),
  )?.id ?? null;

describe('a truthful person', () => {
  it.each([
    ['says what the problem shows', 'espresso-machine', 'tank-empty', 'guest', 'water-light', 'lit'],
    [
      'says what the family shows where the problem is silent',
      'grinder',
      'bean-stuck',
      'guest',
      'appliance',
      'grinder',
    ],
    [
      'names the kind of device that it is',
      'grinder',
      'bean-stuck',
      'guest',
      questionOf('families'),
      'grinder',
    ],
    ['says who they are', 'grinder', 'bean-stuck', 'barista', questionOf('roles'), 'barista'],
    [
      'is not sure of what their role cannot see',
      'espresso-machine',
      'pump-worn',
      'guest',
      'pump-pressure',
      null,
    ],
    ['sees what their role can see', 'espresso-machine', 'pump-worn', 'mechanic', 'pump-pressure', 'low'],
    [
      'says so where their device has no such thing',
      'espresso-machine',
      'no-power',
      'guest',
      'noise',
      'not-here',
    ],
    ['has tried nothing yet', 'grinder', 'bean-stuck', 'mechanic', questionOf('steps'), null],
  ])('%s', (_title, family, problem, role, question, expected) => {
    expect(answer(family, problem, role, question)).toBe(expected);
  });

  it('draws from the base rates where nothing is said, the same for the same seed', () => {
    const usually = by(kb.questions, 'display-code').usually;
    const drawn = Array.from({ length: 2000 }, (_, seed) =>
      answer('espresso-machine', 'tank-empty', 'guest', 'display-code', seed),
    );
    expect(drawn.filter((id) => id === 'f7').length / drawn.length).toBeCloseTo(usually.f7 ?? 0, 1);
    expect(answer('espresso-machine', 'tank-empty', 'guest', 'display-code', 7)).toBe(drawn[7]);
  });
});

describe('knowledge that is off by a word', () => {
  const scale = Object.values(LIKELIHOODS) as number[];
  const moved = withMovedWords(kb, 3);

  it('moves every likelihood word by exactly one step', () => {
    for (const problem of kb.problems) {
      const other = by(moved.problems, problem.id);
      expect(Math.abs(scale.indexOf(other.remedy.success) - scale.indexOf(problem.remedy.success))).toBe(1);
      // What follows from `needs` is no word that an author wrote.
      const written = Object.entries(problem.signs).filter(([question]) => !kb.needs.things.has(question));
      for (const [question, likelihoods] of written)
        for (const [id, value] of Object.entries(likelihoods))
          expect(Math.abs(scale.indexOf(other.signs[question]?.[id] ?? -9) - scale.indexOf(value))).toBe(1);
    }
  });

  it('leaves numbers as they were measured, and base rates a distribution', () => {
    const measured = {
      ...kb,
      problems: kb.problems.map((problem) => ({ ...problem, signs: { noise: { hum: 0.4321 } } })),
    };
    expect(withMovedWords(measured, 1).problems[0]?.signs).toEqual({ noise: { hum: 0.4321 } });
    for (const question of moved.questions.filter(({ choose }) => choose === 'one')) {
      const total = Object.values(question.usually).reduce((sum, value) => sum + value, 0);
      expect(total).toBeCloseTo(1, 9);
    }
    expect(moved.questions.map(({ usually }) => usually)).not.toEqual(
      kb.questions.map(({ usually }) => usually),
    );
  });

  it('is the same for the same seed', () => {
    expect(withMovedWords(kb, 3)).toEqual(moved);
    expect(withMovedWords(kb, 4)).not.toEqual(moved);
  });

  it('moves a word alike whatever else is written, so that two revisions can be compared', () => {
    const [first, ...others] = kb.problems;
    const silent = { ...kb, problems: [{ ...first!, signs: {} }, ...others] };
    expect(withMovedWords(silent, 3).problems.slice(1)).toEqual(moved.problems.slice(1));
  });
});

describe('chance', () => {
  it('draws in proportion to the weights', () => {
    const random = randomFrom(seedOf('a', 1));
    const counts = [0, 0, 0];
    for (let draw = 0; draw < 10_000; draw += 1) counts[drawIndex([1, 0, 3], random)]! += 1;
    expect(counts[1]).toBe(0);
    expect(counts[2]! / counts[0]!).toBeCloseTo(3, 0);
  });

  it('differs from seed to seed and from name to name', () => {
    expect(new Set([seedOf('a', 'bc'), seedOf('ab', 'c'), seedOf('a', 'bc', 1)]).size).toBe(3);
    expect(randomFrom(1)()).not.toBe(randomFrom(2)());
  });
});
