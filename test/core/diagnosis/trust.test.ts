import { describe, expect, it } from 'vitest';
import { newCase } from '../../../src/core/conversation.ts';
import { caseOf, diagnosing, inWords, littleBase, tried } from './little-base.ts';

/** A till on which one cause is frequent and quickly mended, and a question that tells the causes apart for a little more. */
const till = (wrongRemedySeconds: number) => {
  const base = littleBase({
    families: { till: { somethingElse: 0.05 } },
    questions: {
      key: { usually: { home: 0.5, 'not-home': 0.5 }, costSeconds: 60 },
      sale: { usually: { open: 0.5, clear: 0.5 }, costSeconds: 60 },
    },
    problems: {
      'key-loose': {
        families: { till: 0.6 },
        signs: { key: { 'not-home': 0.9 }, sale: { clear: 0.7 } },
        steps: ['push-key'],
      },
      'sale-open': {
        families: { till: 0.2 },
        signs: { key: { home: 0.9 }, sale: { open: 0.9 } },
        steps: ['finish-sale'],
      },
      'other-sale': {
        families: { till: 0.15 },
        signs: { key: { home: 0.9 }, sale: { open: 0.6 } },
        steps: ['void-sale'],
      },
    },
    steps: {
      'push-key': { costSeconds: 60 },
      'finish-sale': { costSeconds: 60 },
      'void-sale': { costSeconds: 60 },
    },
  });
  return diagnosing({ ...base, costs: { ...base.costs, wrongRemedySeconds } });
};
const asked = { question: 'key', turn: 4, times: 1, result: 'not-sure', answeredTurn: 4 } as const;

describe('trust', () => {
  it('a frequent cause that nothing speaks for is asked about first, where a wrong remedy costs trust', () => {
    expect(inWords(till(0).move(newCase(1)))).toBe('try key-loose');
    expect(inWords(till(100).move(newCase(1)))).toBe('ask key');
  });

  it('what was said speaks for a cause, and it is tried at the same price', () => {
    expect(inWords(till(100).move(caseOf(['key', 'not-home'])))).toBe('try key-loose');
  });

  it('after a remedy that failed something is asked before the next one, and then it is tried', () => {
    const failed = tried(caseOf(['key', 'home']), { 'key-loose': 'still-there' });
    expect(inWords(till(0).move(failed))).toBe('try sale-open');
    expect(inWords(till(100).move(failed))).toBe('ask sale');
    expect(inWords(till(100).move({ ...failed, asked: [asked] }))).toBe('try sale-open');
  });
});
