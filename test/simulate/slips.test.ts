import { describe, expect, it } from 'vitest';
import { curedCase } from '../../src/core/closed-case.ts';
import { NOT_HERE, type Question } from '../../src/core/knowledge/model.ts';
import { personOf } from '../../src/simulate/person.ts';
import { type Plan, simulateSlips } from '../../src/simulate/simulate.ts';
import { truthfulAnswer } from '../../src/simulate/truth.ts';
import { seeded } from '../bench/generated-base.ts';
import { Conversation } from '../conversation.ts';
import { foreignBase } from '../foreign-base.ts';

const { kb, prepared } = await foreignBase();
const plan: Plan = { kb, prepared, role: kb.roles[0]!, familyKnown: false, rounds: 40 };
const sufferer = {
  family: kb.families.find(({ id }) => id === 'espresso-machine')!,
  problem: kb.problems.find(({ id }) => id === 'limescale')!,
  role: kb.roles[0]!,
};
/** Every problem in every family that can have it: so many conversations are one round. */
const pairs = kb.problems.flatMap(({ families }) => Object.keys(families)).length;
const comesOut = kb.questions.find(({ id }) => id === 'comes-out')!;

/** What many such people answer, as shares. */
function answers(slipShare: number, question: Question = comesOut): Record<string, number> {
  const people = 4000;
  const counts: Record<string, number> = {};
  for (let seed = 0; seed < people; seed += 1) {
    const habits = { familyKnown: false, notSureShare: 0, seed, slipShare: () => slipShare };
    const choices = question.answers.map(({ id, label }) => ({ id, label }));
    const of = { kind: 'question', id: question.id, turn: 1 } as const;
    const asked = { kind: 'question', id: question.id, text: '', why: '', choices, of } as const;
    const turn = personOf(kb, sufferer, { ...habits, seeing: 'drawn' })(asked, 'turn');
    const answer = turn.kind === 'chose' ? turn.choice : turn.kind;
    counts[answer] = (counts[answer] ?? 0) + 1 / people;
  }
  return counts;
}

describe('people who see what is written as often as is written', () => {
  it('are each answer of the signs in its share', () => {
    const random = seeded(3);
    const seen = Array.from({ length: 4000 }, () => truthfulAnswer(sufferer, comesOut, random, 'drawn')?.id);
    const share = (id: string): number => seen.filter((each) => each === id).length / seen.length;
    expect(share('drips')).toBeCloseTo(0.86, 1);
    expect(share('thin')).toBeCloseTo(0.11, 1);
    expect(share('nothing')).toBeCloseTo(0.03, 1);
  });

  it('slip to any answer alike, but never to "my device has no such thing"', () => {
    const slips = answers(0.5);
    const never = answers(0);
    for (const id of ['nothing', 'drips', 'thin', 'as-ever'])
      expect(slips[id]).toBeCloseTo((never[id] ?? 0) / 2 + 1 / 8, 1);
    expect(comesOut.answers.map(({ id }) => id)).toContain(NOT_HERE);
    expect(slips[NOT_HERE]).toBeUndefined();
  });

  it('do not have a second device when a slip named one', () => {
    const of = { kind: 'new-problem', id: 'grinder', turn: 2 } as const;
    const offer = { kind: 'question', id: 'grinder', text: '', why: '', choices: [], of } as const;
    const habits = { familyKnown: false, notSureShare: 0, seed: 1 };
    expect(personOf(kb, sufferer, habits)(offer, 'turn')).toMatchObject({ kind: 'chose', choice: 'no', of });
  });
});

describe('their cases', () => {
  const all = [...simulateSlips(plan, 0.2)];

  it('are one for each conversation, with the problem that they had, reached or not', () => {
    expect(all).toHaveLength(pairs * plan.rounds);
    for (const { run, closed } of all)
      expect(closed).toMatchObject({ family: run.family, problem: run.problem, knowledge: prepared.hash });
    expect(new Set(all.map(({ run }) => run.end)).size).toBeGreaterThan(1);
  });

  it('hold an answer to each question that was asked and answered', () => {
    const asked = new Set(all.flatMap(({ run }) => run.path).filter((step) => step.startsWith('question ')));
    const heard = new Set(
      all.flatMap(({ closed }) => closed.facts.map(({ question }) => `question ${question}`)),
    );
    for (const question of asked) expect(heard).toContain(question);
  });

  it('are the same each time', () => {
    expect([...simulateSlips({ ...plan, rounds: 2 }, 0.2)]).toEqual(all.slice(0, 2 * pairs));
  });
});

describe('a case that a remedy cured', () => {
  const REPORT = 'the coffee machine gives no coffee, the blue light is on';
  const ended = (...said: string[]) => {
    const conversation = new Conversation(prepared);
    let before = conversation.state;
    for (const words of said) {
      before = conversation.state;
      conversation.does(words);
    }
    return curedCase(prepared, before, conversation.last!);
  };

  it('is of the problem whose remedy was shown last, on the likeliest device that can have it', () => {
    expect(ended(REPORT, 'that worked, thanks')).toMatchObject({
      family: 'espresso-machine',
      problem: 'tank-empty',
    });
  });

  it('leaves out what the goodbye says of the device: it tells how it is after the cure', () => {
    const facts = ended(REPORT, 'fixed, the blue light is off now')?.facts ?? [];
    expect(facts).toContainEqual({ question: 'water-light', answer: 'lit', denied: false });
    expect(facts).not.toContainEqual({ question: 'water-light', answer: 'dark', denied: false });
  });

  it.each([
    ['a remedy is only shown', [REPORT]],
    ['it did not help', [REPORT, 'it did not help']],
    ['nothing was ever shown', ['fixed, thanks']],
  ])('is none where %s', (_title, said) => {
    expect(ended(...said)).toBeNull();
  });
});
