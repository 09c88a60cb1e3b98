import { describe, expect, it } from 'vitest';
import { type Fact, NOTHING_TOLD, newCase, type TextEvidence } from '../../../src/core/conversation.ts';
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts';
import { PROBLEM_WEIGHT, REPORTED_WEIGHT } from '../../../src/core/diagnosis/text-evidence.ts';
import { SOMETHING_ELSE } from '../../../src/core/knowledge/model.ts';
import { diagnosing, littleBase, probabilityOf } from './little-base.ts';

const kb = littleBase({
  families: { lamp: {} },
  questions: { flicker: { usually: { yes: 0.5, no: 0.5 } } },
  problems: {
    bulb: { families: { lamp: 0.46 }, signs: { flicker: { yes: 0.8 } } },
    fuse: { families: { lamp: 0.46 }, signs: { flicker: { yes: 0.2 } } },
  },
});
const { slice } = diagnosing(kb);
const told = (problems: Record<string, number>): TextEvidence => ({
  ...NOTHING_TOLD,
  isWhole: true,
  problems: new Map(Object.entries(problems)),
});
const odds = (evidence: TextEvidence): number => {
  const belief = diagnose(slice, newCase(1), evidence);
  return probabilityOf(slice, belief, 'bulb') / probabilityOf(slice, belief, 'fuse');
};

describe('the words of a report, beside its facts', () => {
  it('move the odds of two problems by their ratio to the power of the weight', () => {
    expect(odds(told({ bulb: 8, fuse: 0.5 }))).toBeCloseTo(16 ** PROBLEM_WEIGHT);
  });

  it('say nothing where nothing is told', () => {
    expect(odds(NOTHING_TOLD)).toBeCloseTo(1);
  });

  it('pass over a problem that is no longer known', () => {
    expect(odds(told({ candle: 50 }))).toBeCloseTo(1);
  });

  it('can speak for a cause that is not in the base', () => {
    const { problems } = diagnose(slice, newCase(1), told({ [SOMETHING_ELSE]: 1000 }));
    expect(problems[0]?.id).toBe(SOMETHING_ELSE);
  });
});

describe('a fact', () => {
  const fact = (turn: number): Fact => ({
    question: 'flicker',
    answer: 'yes',
    about: 'check',
    known: 'said',
    denied: false,
    turn,
    quote: null,
  });
  const oddsOf = (facts: readonly Fact[], texts: readonly { turn: number; isReply?: boolean }[]): number => {
    const ours = {
      ...newCase(1),
      facts,
      texts: texts.map((text) => ({ text: 'it flickers', messageId: null, ...text })),
    };
    const belief = diagnose(slice, ours, { ...NOTHING_TOLD, isWhole: true });
    return probabilityOf(slice, belief, 'bulb') / probabilityOf(slice, belief, 'fuse');
  };

  it('of a reply counts in full', () => {
    expect(oddsOf([fact(2)], [{ turn: 2, isReply: true }])).toBeCloseTo(oddsOf([fact(2)], []));
  });

  it('of a report counts in part for a problem, as the report is read as a whole, too, and in full against one', () => {
    const whole = Math.log(oddsOf([fact(1)], []));
    const reported = Math.log(oddsOf([fact(1)], [{ turn: 1 }]));
    expect(reported).toBeGreaterThan(REPORTED_WEIGHT * whole);
    expect(reported).toBeLessThan(whole);
  });
});
