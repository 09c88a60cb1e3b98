import { describe, expect, it } from 'vitest';
import type { ChoiceOf, Reply, UserTurn } from '../../src/core/conversation.ts';
import { newConversation } from '../../src/core/conversation.ts';
import { nothingHeard } from '../../src/core/language/heard.ts';
import type { Run } from '../../src/simulate/account.ts';
import { report } from '../../src/simulate/figures.ts';
import type { Habits } from '../../src/simulate/person.ts';
import { type Answering, play } from '../../src/simulate/play.ts';
import { foreignBase } from '../foreign-base.ts';

const { kb } = await foreignBase();
const truthful: Habits = { familyKnown: false, notSureShare: 0, seed: 1 };
/** Every remedy takes a minute and the barista, who is there in ten. */
const prices = () => ({ ownSeconds: 60, fetched: [{ role: 'barista', seconds: 600 }] });
const sufferer = {
  family: kb.families.find(({ id }) => id === 'espresso-machine')!,
  problem: kb.problems.find(({ id }) => id === 'tank-empty')!,
  role: kb.roles[0]!,
};

const of = (kind: ChoiceOf['kind'], id: string): ChoiceOf => ({ kind, id, turn: 1 });
const question = (id: string): Reply => ({
  kind: 'question',
  id,
  text: '',
  why: '',
  of: of('question', id),
  choices: [...(kb.questions.find((each) => each.id === id)?.answers ?? []), { id: 'not-sure', label: '' }],
});
const remedy = (id: string): Reply => ({
  kind: 'remedy',
  id,
  text: '',
  why: '',
  steps: [],
  choices: [],
  of: of('remedy', id),
});
const handover: Reply = {
  kind: 'handover',
  id: 'asked',
  text: '',
  why: '',
  summary: [],
  contacts: [],
  choices: [],
};

/** A bot that says what is written, one turn after the other, and remembers what it was told. */
function scripted(script: readonly Reply[][]): { answer: Answering; heard: UserTurn[] } {
  const heard: UserTurn[] = [];
  const reading = {
    heard: { ...nothingHeard, act: 'report', substance: true },
    family: null,
    model: null,
    facts: [],
    problems: [],
  } as const;
  const answer: Answering = (_state, turn) => {
    const replies = script[heard.length] ?? [];
    heard.push(turn);
    return { state: newConversation(), said: '', replies, effects: [], reading };
  };
  return { answer, heard };
}

const played = (script: readonly Reply[][], habits = truthful): Run & { heard: UserTurn[] } => {
  const { answer, heard } = scripted(script);
  return { ...play(kb, answer, prices, sufferer, habits), heard };
};

describe('a simulated conversation', () => {
  it('is reached when the remedy of the problem is offered; each failed remedy counts as a question', () => {
    const run = played([[question('water-light')], [remedy('limescale')], [remedy('tank-empty')]]);
    expect(run).toMatchObject({
      end: 'reached',
      questions: 2,
      failedRemedies: 1,
      // the barista, once fetched, stays
      costSeconds: 5 + 600 + 60 + 60,
      path: ['question water-light', 'remedy limescale', 'remedy tank-empty'],
      decidedBy: 'remedy limescale',
    });
    expect(run.heard.slice(1)).toMatchObject([
      { kind: 'chose', choice: 'lit', of: { id: 'water-light' } },
      { kind: 'chose', choice: 'still-there', of: { id: 'limescale' } },
    ]);
  });

  it('a hand-over ends it and costs what it costs', () => {
    const run = played([[question('water-light')], [handover]]);
    expect(run).toMatchObject({
      end: 'handed-over',
      questions: 1,
      costSeconds: 5 + sufferer.family.handOverSeconds,
    });
  });

  it.each([
    ['a bot that falls silent', [[question('water-light')], []]],
    ['a bot that goes round in circles', Array.from({ length: 500 }, () => [question('water-light')])],
  ])('%s is stuck', (_title, script) => {
    expect(played(script).end).toBe('stuck');
  });

  it('where a sign of life brings nothing, the name of the knowledge base is said', () => {
    expect(played([[], [remedy('tank-empty')]]).heard).toMatchObject([{ text: '...' }, { text: kb.title }]);
  });

  it('whoever is unsure of everything says so', () => {
    const run = played([[question('water-light')], [remedy('tank-empty')]], { ...truthful, notSureShare: 1 });
    expect(run.heard[1]).toMatchObject({ kind: 'chose', choice: 'not-sure' });
  });

  it('whoever is always mistaken says anything but the truth', () => {
    const choices = Array.from({ length: 20 }, (_, seed) => {
      const run = played([[question('water-light')]], { ...truthful, seed, mistakenShare: 1 });
      return run.heard[1];
    });
    expect(choices.every((turn) => turn?.kind === 'chose' && turn.choice === 'dark')).toBe(true);
  });

  it('the same question gets the same answer', () => {
    const asked = Array.from({ length: 20 }, () => [question('display-code')]);
    const choices = played(asked)
      .heard.slice(1)
      .map((turn) => (turn.kind === 'chose' ? turn.choice : turn.kind));
    expect(new Set(choices).size).toBe(1);
  });
});

describe('the figures', () => {
  const run = (problem: string, end: Run['end'], questions: number): Run => ({
    family: 'espresso-machine',
    problem,
    end,
    questions,
    failedRemedies: 0,
    costSeconds: questions * 10,
    path: [`question ${problem}`],
    decidedBy: end === 'reached' ? `question ${problem}` : null,
  });

  it('count each run alike, and expect as often as the knowledge base says', () => {
    const { total, families, missed } = report(kb, [
      run('tank-empty', 'reached', 1),
      run('pump-worn', 'handed-over', 4),
    ]);
    expect(total).toMatchObject({
      runs: 2,
      reached: 0.5,
      meanQuestions: 2.5,
      worstQuestions: 4,
      worst: 'espresso-machine/pump-worn',
    });
    const share = (id: string) =>
      kb.problems.find((problem) => problem.id === id)!.families['espresso-machine']!;
    const [tank, pump] = [share('tank-empty'), share('pump-worn')];
    expect(tank).toBeGreaterThan(pump);
    expect(total.expectedQuestions).toBeCloseTo((1 * tank + 4 * pump) / (tank + pump), 9);
    expect(total.expectedCostSeconds).toBeCloseTo((10 * tank + 40 * pump) / (tank + pump), 9);
    expect(Object.keys(families)).toEqual(['espresso-machine']);
    expect(missed).toEqual([
      { family: 'espresso-machine', problem: 'pump-worn', reached: 0, path: ['question pump-worn'] },
    ]);
  });

  it('name first what is reached least', () => {
    const runs = [
      run('tank-empty', 'reached', 1),
      run('tank-empty', 'stuck', 1),
      run('pump-worn', 'stuck', 1),
    ];
    expect(report(kb, runs).missed.map(({ problem, reached }) => [problem, reached])).toEqual([
      ['pump-worn', 0],
      ['tank-empty', 0.5],
    ]);
  });

  it('tell of each problem after what its remedy became the move, the most frequent first', () => {
    const decided = (by: string | null): Run => ({ ...run('tank-empty', 'reached', 2), decidedBy: by });
    const runs = [
      decided(null),
      decided('question noise'),
      run('pump-worn', 'stuck', 3),
      decided('question noise'),
    ];
    expect(report(kb, runs).problems).toMatchObject([
      {
        problem: 'tank-empty',
        runs: 3,
        reached: 1,
        worstQuestions: 2,
        decidedBy: [
          { by: 'question noise', runs: 2 },
          { by: 'nothing', runs: 1 },
        ],
      },
      { problem: 'pump-worn', runs: 1, reached: 0, decidedBy: [] },
    ]);
  });

  it('of nothing are nothing', () => {
    expect(report(kb, []).total).toMatchObject({ runs: 0, reached: 0, worst: '', expectedCostSeconds: 0 });
  });
});
