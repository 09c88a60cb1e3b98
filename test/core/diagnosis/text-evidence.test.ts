import { describe, expect, it } from 'vitest';
import { newCase } from '../../../src/core/conversation.ts';
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts';
import { CAP, textRatios } from '../../../src/core/diagnosis/text-evidence.ts';
import { diagnosing, littleBase, probabilityOf } from './little-base.ts';

const kb = littleBase({
  families: { lamp: {} },
  problems: { bulb: { families: { lamp: 0.46 } }, fuse: { families: { lamp: 0.46 } } },
});
const { slice } = diagnosing(kb);
const hit = (problem: string, score: number) => ({ problem, score, words: [] });

describe('the words of a report, beside its facts', () => {
  it.each([
    ['a perfect hit is worth the cap', [hit('bulb', 1)], CAP],
    ['a hit beyond perfect is worth no more', [hit('bulb', 7)], CAP],
    ['half a hit is worth much less than half', [hit('bulb', 0.5)], 1 + (CAP - 1) / 4],
    ['no score is worth nothing', [hit('bulb', 0)], 1],
    ['hit twice counts once, the better', [hit('bulb', 1), hit('bulb', 0.5)], CAP],
  ])('%s', (_, hits, expected) => {
    expect(textRatios(slice, hits)[0]).toBeCloseTo(expected);
  });

  it('moves the odds of two problems by the cap at most, whatever the score', () => {
    const belief = diagnose(slice, newCase(1), [hit('bulb', 1)]);
    expect(probabilityOf(slice, belief, 'bulb') / probabilityOf(slice, belief, 'fuse')).toBeCloseTo(CAP);
  });

  it('a hit on a problem that is no longer known is passed over', () => {
    expect([...textRatios(slice, [hit('candle', 1)])].every((ratio) => ratio === 1)).toBe(true);
  });
});
