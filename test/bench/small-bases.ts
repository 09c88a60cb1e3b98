/** Bases so small that the best way through them can be worked out, drawn by seed. */

import { prepareDiagnosis } from '../../src/core/diagnosis/prepare.ts';
import { EFFORT_SECONDS } from '../../src/core/diagnosis/value.ts';
import type { KnowledgeBase } from '../../src/core/knowledge/model.ts';
import { baseOf } from './diagnosis-table.ts';
import { seeded } from './drawing.ts';
import type { World } from './exact-cost.ts';

const PROBLEMS = 4;
const QUESTIONS = 4;
const HAND_OVER_SECONDS = 1800;

/** Four problems with remedies of one to fifteen minutes, four questions of yes or no; `noise` is that of each question. */
export function smallWorld(seed: number, noise: number): World {
  const random = seeded(seed);
  const list = (length: number, of: () => number) => Array.from({ length }, of);
  const weights = list(PROBLEMS, () => 0.2 + random());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = {
    causes: weights.map((_, at) => `cause ${at}`),
    questions: list(QUESTIONS, () => 0).map((_, at) => `question ${at}`),
    prior: weights.map((weight) => weight / total),
    P: weights.map(() => list(QUESTIONS, () => [0.05, 0.2, 0.5, 0.8, 0.95][Math.floor(random() * 5)]!)),
  };
  const kb = withRemedies(
    baseOf(
      table,
      list(QUESTIONS, () => noise),
      0,
    ),
    random,
  );
  const slice = prepareDiagnosis(kb);
  const askSeconds = (q: number) => (slice.questions.costSeconds[q] ?? 0) + EFFORT_SECONDS;
  return { slice, handOverSeconds: HAND_OVER_SECONDS, askSeconds };
}

/** Gives each problem a remedy of its own price that mostly helps. */
function withRemedies(kb: KnowledgeBase, random: () => number): KnowledgeBase {
  const [step] = kb.steps;
  return {
    ...kb,
    families: kb.families.map((family) => ({ ...family, handOverSeconds: HAND_OVER_SECONDS })),
    steps: kb.problems.map(({ id }) => ({ ...step!, id, costSeconds: Math.round(60 + 840 * random()) })),
    problems: kb.problems.map((problem) => ({
      ...problem,
      remedy: { ...problem.remedy, success: 0.9, steps: [problem.id], curedBy: [problem.id] },
    })),
  };
}
