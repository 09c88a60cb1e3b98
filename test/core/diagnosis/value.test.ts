import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_TOLD, newCase } from '../../../src/core/conversation.ts';
import { diagnose } from '../../../src/core/diagnosis/diagnose.ts';
import { lookAt } from '../../../src/core/diagnosis/gain.ts';
import { rowOf } from '../../../src/core/diagnosis/likelihood.ts';
import { outlookOf } from '../../../src/core/diagnosis/outlook.ts';
import { prospectsOf, savedSeconds } from '../../../src/core/diagnosis/value.ts';
import type { KnowledgeBase, Question } from '../../../src/core/knowledge/model.ts';
import { generatedBase } from '../../bench/generated-base.ts';
import { diagnosing, person } from './little-base.ts';

/** Look at every pair, and let any remedy be tried at any probability. */
const NO_LIMITS = { cover: 2, candidates: 1000, leastProbable: 0 };

/** A base of at most six problems whose questions all apply to all families and whose risks forbid nothing. */
const open = fc.integer({ min: 1, max: 1e6 }).map((seed): KnowledgeBase => {
  const kb = generatedBase({ problems: 2 + (seed % 5), questions: 5, families: 2, seed });
  const all = kb.families.map(({ id }) => id);
  const { risks } = kb.costs;
  return {
    ...kb,
    questions: kb.questions.map((question) => ({
      ...question,
      families: all,
      choose: 'one',
      usually: evenly(question),
    })),
    costs: {
      ...kb.costs,
      risks: {
        none: free(risks.none),
        'loses-entry': free(risks['loses-entry']),
        'loses-data': free(risks['loses-data']),
        rights: free(risks.rights),
        hazard: free(risks.hazard),
      },
    },
  };
});
const evenly = ({ answers }: Question) =>
  Object.fromEntries(answers.map(({ id }) => [id, 1 / answers.length]));
const free = <T extends { costSeconds: number }>(risk: T) => ({ ...risk, needs: 0 });

function prospects(kb: KnowledgeBase) {
  const { slice } = diagnosing(kb);
  const belief = diagnose(slice, newCase(1), NOTHING_TOLD);
  const outlook = outlookOf(slice, belief, newCase(1), person('engineer'), NO_LIMITS);
  return { slice, belief, outlook, plain: prospectsOf(slice, outlook, Number.POSITIVE_INFINITY) };
}

/** P(pair, answer) of a question, worked out from the knowledge base alone. */
function joints(
  kb: KnowledgeBase,
  question: Question,
  ofPair: readonly { family: string; problem: string | null; p: number }[],
): number[][] {
  return question.answers.map((_, a) =>
    ofPair.map(({ family, problem, p }) => {
      const own =
        kb.problems.find(({ id }) => id === problem)?.signs[question.id] ??
        kb.families.find(({ id }) => id === family)!.signs[question.id];
      return p * rowOf(question, own)[a]!;
    }),
  );
}

/** The cheapest plan for a joint, tried in every order with every stopping point. */
function bruteRepair(
  kb: KnowledgeBase,
  pairs: ReturnType<typeof pairsOf>,
  joint: readonly number[],
  costs: ReadonlyMap<string, number>,
): number {
  const total = joint.reduce((sum, p) => sum + p, 0);
  const masses = kb.problems.map(({ id }) =>
    pairs.reduce((sum, { problem }, i) => (problem === id ? sum + joint[i]! : sum), 0),
  );
  const walk = (used: readonly number[], reached: number, spent: number): number =>
    kb.problems.reduce(
      (least, { id, remedy }, r) => {
        if (used.includes(r) || masses[r] === 0) return least;
        return Math.min(
          least,
          walk(
            [...used, r],
            reached - masses[r]! * remedy.success,
            spent + costs.get(id)! * (reached - masses[r]!),
          ),
        );
      },
      spent + 1800 * reached,
    );
  return walk([], total, 0);
}

function pairsOf({ slice, belief }: ReturnType<typeof prospects>) {
  return [...belief.pairs].map((p, pair) => ({
    p,
    family: slice.pairs.familyIds[slice.pairs.family[pair]!]!,
    problem: slice.remedies.problemIds[slice.pairs.problem[pair]!] ?? null,
  }));
}

describe('the value of a question', () => {
  it('is what a brute-force look at every answer, order and stopping point says', () => {
    fc.assert(
      fc.property(open, (kb) => {
        const all = prospects(kb);
        const pairs = pairsOf(all);
        const costs = new Map(
          all.outlook.remedies.map(({ problem, costSeconds }) => [
            all.slice.remedies.problemIds[problem]!,
            costSeconds,
          ]),
        );
        const before = bruteRepair(
          kb,
          pairs,
          pairs.map(({ p }) => p),
          costs,
        );
        kb.questions.forEach((question, q) => {
          const later = joints(kb, question, pairs).reduce(
            (sum, joint) => sum + bruteRepair(kb, pairs, joint, costs),
            0,
          );
          expect(savedSeconds(all.plain, q)).toBeCloseTo(before - later, 4);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is never below nothing before its own cost: an answer can be ignored', () => {
    fc.assert(
      fc.property(open, fc.constantFrom(Number.POSITIVE_INFINITY, 10, 100, 1000), (kb, secondsPerBit) => {
        const { slice, outlook } = prospects(kb);
        const valued = prospectsOf(slice, outlook, secondsPerBit);
        kb.questions.forEach((_, q) => {
          expect(savedSeconds(valued, q)).toBeGreaterThanOrEqual(-1e-6);
        });
      }),
    );
  });

  it('the bits it takes away are the mutual information of answer and pair', () => {
    fc.assert(
      fc.property(open, (kb) => {
        const all = prospects(kb);
        const pairs = pairsOf(all);
        kb.questions.forEach((question, q) => {
          const information = joints(kb, question, pairs).reduce((sum, joint) => {
            const chance = joint.reduce((total, p) => total + p, 0);
            return sum + joint.reduce((bits, p, i) => bits + p * Math.log2(p / (chance * pairs[i]!.p)), 0);
          }, 0);
          expect(lookAt(all.slice, all.outlook.learnt, q)).toBeCloseTo(information, 9);
        });
      }),
    );
  });

  it('a question that means nothing to any family that is left is worth nothing', () => {
    const kb = generatedBase({ problems: 8, questions: 6, families: 2, seed: 4 });
    const elsewhere = {
      ...kb,
      questions: kb.questions.map((question) => ({ ...question, families: [] })),
      families: kb.families.map((family) => ({ ...family, signs: {} })),
    };
    const { plain, slice, outlook } = prospects(elsewhere);
    const all = [...elsewhere.questions.keys()];
    for (const q of all) expect(savedSeconds(plain, q)).toBeCloseTo(0, 9);
    for (const q of all) expect(lookAt(slice, outlook.learnt, q)).toBeCloseTo(0, 9);
  });

  it('looking at the most probable pairs alone changes it by less than a hundredth of handing over', () => {
    const kb = generatedBase({ problems: 300, questions: 30, families: 2, seed: 9 });
    const { slice, belief, plain } = prospects(kb);
    const few = prospectsOf(
      slice,
      outlookOf(slice, belief, newCase(1), person('engineer'), {
        ...NO_LIMITS,
        candidates: 128,
        cover: 0.9995,
      }),
      Number.POSITIVE_INFINITY,
    );
    kb.questions.forEach((_, q) => {
      expect(Math.abs(savedSeconds(few, q) - savedSeconds(plain, q))).toBeLessThan(18);
    });
  });
});
