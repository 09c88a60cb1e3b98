import { describe, expect, test } from 'vitest';
import type { Saying, WordsPerson } from '../../../src/simulate/words/person.ts';
import { type Exchange, type Talk, talk } from '../../../src/simulate/words/talk.ts';
import { type WentWrong, wentWrong } from '../../../src/simulate/words/went-wrong.ts';
import { foreignBase } from '../../foreign-base.ts';

const { kb, prepared } = await foreignBase();

/** What somebody says, and means: of a question its answer, one reply after the other; of a remedy whether it helped. */
interface Script {
  readonly opens: string;
  /** What the first message states. */
  readonly states?: Readonly<Record<string, string>>;
  /** Question → what is true, and replies that mean it. */
  readonly replies?: Readonly<Record<string, readonly [string, ...string[]]>>;
  readonly stillThere?: string;
  readonly fixed?: readonly string[];
}

function personOf({
  opens,
  states = {},
  replies = {},
  stillThere = 'still there',
  fixed = ['fixed'],
}: Script): WordsPerson {
  const times = new Map<string, number>();
  const next = (of: string, sayings: readonly string[]): string => {
    const time = times.get(of) ?? 0;
    times.set(of, time + 1);
    return sayings[Math.min(time, sayings.length - 1)] ?? 'not sure';
  };
  const truthOf = (question: string): string => states[question] ?? replies[question]?.[0] ?? 'not-sure';
  return {
    opens: {
      says: opens,
      meant: { kind: 'report', facts: Object.fromEntries(Object.entries(states).map(([q, a]) => [q, [a]])) },
    },
    saysAtFirst: (question) => question in states,
    truthOf,
    isTrue: (question, answer) => truthOf(question) === answer,
    replyOf: (question, answer) => ({
      says: next(question, replies[question]?.slice(1) ?? []),
      meant: { kind: 'answer', question, answers: [answer] },
    }),
    tells: (_problem, outcome): Saying => ({
      says: outcome === 'fixed' ? next('fixed', fixed) : stillThere,
      meant: { kind: 'outcome', outcome },
    }),
  };
}

function played(problemId: string, script: Script): Talk {
  const problem = kb.problems.find(({ id }) => id === problemId)!;
  const family = kb.families.find(({ id }) => problem.families[id] !== undefined)!;
  return talk(prepared, personOf(script), { family, problem, role: kb.roles[0]! });
}

describe('a conversation went wrong', () => {
  test.each<[string, string, Script, WentWrong | null]>([
    [
      'nowhere, where the remedy comes at once and helps',
      'tank-empty',
      { opens: 'the coffee machine gives no coffee, the blue light is on', states: { 'water-light': 'lit' } },
      null,
    ],
    [
      'by a reply that was not heard, and the question had to be put again',
      'tank-empty',
      { opens: 'no coffee comes out', replies: { 'water-light': ['lit', 'qwertz uiop', 'it is on'] } },
      { turn: 2, by: 'not heard', because: 'meant water-light=lit, heard nothing' },
    ],
    [
      'by a reply that was heard as another answer, long before a wrong remedy came of it',
      'tank-empty',
      { opens: 'no coffee comes out', replies: { 'water-light': ['lit', 'it is off'] } },
      {
        turn: 2,
        by: 'not heard',
        because: 'not heard that water-light=lit; remedy tank-empty would have followed',
      },
    ],
    [
      'by a statement of the first message that was not heard, and was asked',
      'tank-empty',
      {
        opens: 'the coffee machine gives no coffee, a blueish glow',
        states: { 'water-light': 'lit' },
        replies: { 'water-light': ['lit', 'it is on'] },
      },
      { turn: 1, by: 'not heard', because: 'not heard that water-light=lit; it was asked in turn 1' },
    ],
    [
      'by a statement that was not heard, where another move would have followed with it',
      'tray-full',
      {
        opens: 'the coffee machine is dead, a crimson cork peeks out',
        states: { 'tray-float': 'up' },
      },
      {
        turn: 1,
        by: 'not heard',
        because: 'not heard that tray-float=up; remedy tray-full would have followed',
      },
    ],
    [
      'by a cure that was not heard, whatever came of that',
      'tank-empty',
      {
        opens: 'the coffee machine gives no coffee, the blue light is on',
        fixed: ['it glugs like a brook', 'i need a human'],
      },
      { turn: 2, by: 'not heard', because: 'meant fixed, heard nothing' },
    ],
    [
      'by a cure that was told in vain until somebody gave up, rather than by a reply that was heard at last',
      'tank-empty',
      {
        opens: 'no coffee comes out',
        replies: { 'water-light': ['lit', 'qwertz uiop', 'it is on'] },
        fixed: ['it glugs like a brook'],
      },
      { turn: 4, by: 'not heard', because: 'meant fixed, heard nothing' },
    ],
    [
      'by "still there", which was heard as a cure',
      'pump-worn',
      { opens: 'the coffee machine gives no coffee, the blue light is on', stillThere: 'fixed' },
      { turn: 2, by: 'not heard', because: 'meant still-there, heard fixed' },
    ],
    [
      'by a decision, where everything was heard and the remedy was another one',
      'pump-worn',
      {
        opens: 'the coffee machine gives no coffee, the blue light is on',
        replies: { 'pump-sound': ['rattle', 'it rattles'] },
      },
      { turn: 1, by: 'decided', because: 'remedy tank-empty, while it is pump-worn' },
    ],
    [
      'by a hand-over, where everything was heard',
      'hopper-empty',
      { opens: 'the grinder is jammed, it hums' },
      { turn: 2, by: 'decided', because: 'handover cheaper, while it is hopper-empty' },
    ],
  ])('%s', (_title, problem, script, expected) => {
    expect(wentWrong(prepared, played(problem, script))).toEqual(expected);
  });

  /** A conversation of turns that were played, though not one after the other: the bot itself asks nothing in vain here. */
  const made = (...exchanges: readonly Exchange[]): Talk => ({
    ...played('tank-empty', { opens: 'no coffee comes out' }),
    end: 'solved',
    exchanges,
  });
  const asking = played('tank-empty', { opens: 'no coffee comes out' }).exchanges[0]!;
  const notSure = played('tank-empty', { opens: 'no coffee comes out' }).exchanges[1]!;
  const told = played('tank-empty', {
    opens: 'the coffee machine gives no coffee, the blue light is on',
    states: { 'water-light': 'lit' },
  }).exchanges[0]!;
  const asksAgain = ({ response, ...saying }: Exchange): Exchange => ({
    ...saying,
    response: { ...response, replies: asking.response.replies },
  });

  test.each<[string, Talk, WentWrong]>([
    [
      'by a question that was put twice, though somebody had said that they are not sure',
      made(asking, asksAgain(notSure)),
      { turn: 2, by: 'asked', because: 'question water-light, which was put in turn 1 already' },
    ],
    [
      'by a question of which the answer had been told, and was heard',
      made(asksAgain(told)),
      { turn: 1, by: 'asked', because: 'question water-light, which was told in turn 1' },
    ],
    [
      'by nothing in particular, where it went on until nobody could any more',
      { ...made(asking), end: 'given up' },
      { turn: 1, by: 'decided', because: 'nothing more came of it in 1 turns' },
    ],
  ])('%s', (_title, conversation, expected) => {
    expect(wentWrong(prepared, conversation)).toEqual(expected);
  });
});
