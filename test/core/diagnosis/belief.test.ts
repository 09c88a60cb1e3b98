import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_TOLD, newCase } from '../../../src/core/conversation.ts';
import { diagnose, prepareDiagnosis } from '../../../src/core/diagnosis/diagnose.ts';
import type { KnowledgeBase } from '../../../src/core/knowledge/model.ts';
import { generatedBase } from '../../bench/generated-base.ts';
import { caseOf, diagnosing, fact, littleBase, tried, unsure } from './little-base.ts';

const kettles = littleBase({
  families: { kettle: { prior: 0.7, somethingElse: 0.1 }, toaster: { prior: 0.3, somethingElse: 0.1 } },
  questions: {
    water: { families: ['kettle'], usually: { cold: 0.5, warm: 0.5 } },
    plug: { usually: { in: 0.9, out: 0.1 } },
    lever: { families: ['toaster'], usually: { stays: 0.5, jumps: 0.5 } },
  },
  problems: {
    unplugged: {
      families: { kettle: 0.5, toaster: 0.5 },
      signs: { plug: { out: 0.95 }, water: { cold: 0.95 } },
    },
    scaled: { families: { kettle: 0.4 }, signs: { water: { warm: 0.9 } } },
    'dead-latch': { families: { toaster: 0.4 }, signs: { lever: { jumps: 0.95 } } },
  },
});

describe('what a fact does to the belief', () => {
  const { probability, family } = diagnosing(kettles);
  const nothing = newCase(1);

  it('before anything is known, families and problems are as frequent as written', () => {
    expect(family(nothing, 'kettle')).toBeCloseTo(0.7);
    expect(probability(nothing, 'unplugged')).toBeCloseTo(0.5);
    expect(probability(nothing, 'scaled')).toBeCloseTo(0.28);
  });

  it('is Bayes: posterior odds are prior odds times the likelihood ratio', () => {
    const ours = caseOf(['plug', 'out']);
    const likely = 0.98 * 0.95 + 0.01;
    const usual = 0.98 * 0.1 + 0.01;
    expect(probability(ours, 'unplugged') / probability(ours, 'scaled')).toBeCloseTo(
      (0.5 * likely) / (0.28 * usual),
    );
  });

  it.each([
    ['an answer that only kettles have says kettle', [['water', 'warm']], 'kettle'],
    ['an answer that only toasters have says toaster', [['lever', 'stays']], 'toaster'],
  ] as const)('%s', (_, facts, id) => {
    expect(family(caseOf(...facts), id)).toBeGreaterThan(0.9);
  });

  it('a denial outside the families of its question says nothing of the family', () => {
    const toaster = family(caseOf(['water', 'not warm']), 'toaster');
    expect(toaster).toBeLessThan(0.45);
    expect(toaster).toBeGreaterThan(0.15);
  });

  it('a fact about what the knowledge base no longer knows is passed over', () => {
    expect(diagnosing(kettles).belief(caseOf(['colour', 'red'], ['plug', 'sideways'])).pairs).toEqual(
      diagnosing(kettles).belief(nothing).pairs,
    );
  });

  it('the problems are named best first, with something-else where it ranks', () => {
    const { problems } = diagnosing(kettles).belief(caseOf(['lever', 'stays']));
    expect(problems.map(({ id }) => id)).toEqual(['unplugged', 'something-else', 'dead-latch', 'scaled']);
    expect(problems.map(({ probability }) => probability)).toEqual(
      [...problems.map(({ probability }) => probability)].sort((a, b) => b - a),
    );
  });
});

it('a family without problems yet is all something-else, as probable as it is frequent', () => {
  const { family } = diagnosing(
    littleBase({
      families: { known: { prior: 0.5 }, blank: { prior: 0.5 } },
      problems: { p: { families: { known: 0.92 } } },
    }),
  );
  expect(family(newCase(1), 'blank')).toBeCloseTo(0.5);
});

it('what is prepared is plain: a copy of it believes the same', () => {
  const slice = prepareDiagnosis(kettles);
  const ours = caseOf(['plug', 'out']);
  expect(diagnose(structuredClone(slice), ours, NOTHING_TOLD)).toEqual(diagnose(slice, ours, NOTHING_TOLD));
});

/** A small random base and a random case on it. */
const situation = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    picks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 8 }),
  })
  .map(({ seed, picks }) => {
    const kb = generatedBase({ problems: 12, questions: 10, families: 3, seed });
    return { kb, facts: picks.map(([q, a, denied]) => factOn(kb, q, a, denied)) };
  });

function factOn(kb: KnowledgeBase, q: number, a: number, denied: boolean) {
  const question = kb.questions[q % kb.questions.length]!;
  const answer = question.answers[a % question.answers.length]!;
  return fact(question.id, denied ? `not ${answer.id}` : answer.id);
}

describe('laws of the belief', () => {
  it('sums to 1, over pairs and over families', () => {
    fc.assert(
      fc.property(situation, ({ kb, facts }) => {
        const { pairs, families } = diagnosing(kb).belief({ ...newCase(1), facts });
        expect(pairs.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        expect(families.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('does not mind the order of the facts, nor that one is said again: not by a bit', () => {
    fc.assert(
      fc.property(situation, fc.infiniteStream(fc.nat()), ({ kb, facts }, keys) => {
        const shuffled = facts
          .map((one) => ({ one, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const { belief } = diagnosing(kb);
        expect(belief({ ...newCase(1), facts: [...shuffled, ...facts] }).pairs).toEqual(
          belief({ ...newCase(1), facts }).pairs,
        );
      }),
    );
  });

  it('is not moved by "not sure", by a remedy that cannot be done, or by one whose outcome is not told', () => {
    fc.assert(
      fc.property(situation, ({ kb, facts }) => {
        const { belief } = diagnosing(kb);
        const ours = { ...newCase(1), facts };
        const later = tried(unsure(ours, ...kb.questions.map(({ id }) => id)), {
          'problem-0': 'cannot',
          'problem-1': 'untold',
        });
        expect(belief(later).pairs).toEqual(belief(ours).pairs);
      }),
    );
  });

  it('a denial never makes what it denies more likely', () => {
    fc.assert(
      fc.property(situation, fc.nat(), fc.nat(), ({ kb, facts }, q, a) => {
        const everywhere = {
          ...kb,
          questions: kb.questions.map((question) => ({
            ...question,
            families: kb.families.map(({ id }) => id),
          })),
        };
        const { belief, slice } = diagnosing(everywhere);
        const denial = factOn(everywhere, q, a, true);
        const chance = (pairs: Float64Array) => expectedLikelihood(slice, pairs, denial);
        const before = belief({ ...newCase(1), facts }).pairs;
        const later = belief({
          ...newCase(1),
          facts: [...facts.filter((one) => !(one.question === denial.question && one.denied)), denial],
        }).pairs;
        if (facts.some((one) => one.question === denial.question)) return;
        expect(chance(later)).toBeLessThanOrEqual(chance(before) + 1e-12);
      }),
    );
  });

  it('an answer to a question moves the belief to the families it applies to, where nobody denies it there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(), fc.nat(), (seed, q, a) => {
        const silent = generatedBase({ problems: 12, questions: 10, families: 3, seed });
        const kb = { ...silent, problems: silent.problems.map((problem) => ({ ...problem, signs: {} })) };
        const said = factOn(kb, q, a, false);
        const { families } = kb.questions.find(({ id }) => id === said.question)!;
        const { family } = diagnosing(kb);
        for (const id of families) {
          if (said.question === 'device') continue;
          expect(family({ ...newCase(1), facts: [said] }, id)).toBeGreaterThanOrEqual(
            family(newCase(1), id) - 1e-12,
          );
        }
      }),
    );
  });
});

/** P(answer of the fact) in a belief, read from the prepared rows. */
function expectedLikelihood(
  slice: ReturnType<typeof prepareDiagnosis>,
  pairs: Float64Array,
  { question, answer }: { question: string; answer: string },
): number {
  const { questions } = slice;
  const q = questions.index.get(question)!;
  const a = questions.answers[q]!.indexOf(answer);
  const rows = Int32Array.from(
    pairs,
    (_, pair) => questions.baseRow[q * slice.pairs.familyIds.length + slice.pairs.family[pair]!]!,
  );
  for (let k = questions.listStart[q]!; k < questions.listStart[q + 1]!; k += 1)
    rows[questions.listPair[k]!] = questions.listRow[k]!;
  return pairs.reduce(
    (sum, p, pair) => sum + p * questions.likelihoods[questions.likelihoodAt[rows[pair]!]! + a]!,
    0,
  );
}
