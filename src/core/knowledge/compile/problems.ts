/** Problems and steps. */

import type { AuthoredKinds } from '../authored.ts';
import type { Family, Id, Problem, Step } from '../model.ts';
import { exclusiveOf, frequency, likelihood, seconds, signs } from './numbers.ts';

type WrittenProblem = AuthoredKinds['problem'];

/** How many problems each family has; families without one are not in it. */
export function countByFamily(written: readonly WrittenProblem[]): ReadonlyMap<Id, number> {
  return sumByFamily(written, () => 1);
}

/** Problems with P(problem | family): the frequencies of a family share what `somethingElse` leaves. */
export function compileProblems(
  written: readonly WrittenProblem[],
  families: readonly Family[],
  questions: readonly AuthoredKinds['question'][],
): readonly Problem[] {
  const exclusive = exclusiveOf(questions);
  const weights = sumByFamily(written, (problem, family) => frequency(problem.families[family] ?? 0));
  const left = new Map(families.map(({ id, somethingElse }) => [id, 1 - somethingElse]));
  return written.map((problem) => ({
    id: problem.id,
    title: problem.title,
    families: Object.fromEntries(
      Object.entries(problem.families).map(([id, often]) => [
        id,
        (frequency(often) / (weights.get(id) ?? 1)) * (left.get(id) ?? 0),
      ]),
    ),
    means: problem.means,
    saidAs: problem.said_as,
    signs: signs(problem.signs, exclusive),
    remedy: {
      success: likelihood(problem.remedy.success),
      steps: problem.remedy.steps,
      curedBy: problem.remedy.cured_by ?? problem.remedy.steps,
      fixedWhen: problem.remedy.fixed_when,
    },
    prevention: problem.prevention ?? null,
    sources: problem.sources,
  }));
}

function sumByFamily(
  written: readonly WrittenProblem[],
  weigh: (problem: WrittenProblem, family: Id) => number,
): ReadonlyMap<Id, number> {
  const sums = new Map<Id, number>();
  for (const problem of written) {
    for (const family of Object.keys(problem.families))
      sums.set(family, (sums.get(family) ?? 0) + weigh(problem, family));
  }
  return sums;
}

/** One step. */
export function compileStep(written: AuthoredKinds['step']): Step {
  return {
    id: written.id,
    title: written.title,
    by: written.by,
    families: written.families ?? null,
    risk: written.risk,
    costSeconds: seconds(written.takes),
    saidDone: written.said_done ?? [],
    caution: written.caution ?? null,
    do: written.do,
    plain: written.plain ?? null,
    see: written.see ?? null,
    cannot: written.cannot ?? null,
    sources: written.sources,
  };
}
