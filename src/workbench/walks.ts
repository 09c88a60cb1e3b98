/** What simulated people come across: problems that they do not reach, questions that they are never asked. */

import type { HandOverReason } from '../core/dialogue/hand-over-words.ts';
import type { Id, KnowledgeBase, Question, Role } from '../core/knowledge/model.ts';
import type { Finding } from '../core/knowledge/parse.ts';
import type { Prepared } from '../core/prepare.ts';
import type { Run } from '../simulate/account.ts';
import { type Plan, reachedAs, simulate } from '../simulate/simulate.ts';
import type { Paths } from './paths.ts';

/**
 * How often a problem is tried as each role before it is called out of reach (from 1). What the problem says nothing
 * of is left to chance; once would blame chance, and many rounds make authors wait.
 */
const ROUNDS_BEFORE_BLAME = 3;

/** Plays a truthful person for every problem of every family once, as the role with the least rights. */
export function walksOf(kb: KnowledgeBase, prepared: Prepared): readonly Run[] {
  const [role] = kb.roles;
  return role === undefined ? [] : [...simulate(planOf(kb, prepared, role), 'truthful')];
}

function planOf(kb: KnowledgeBase, prepared: Prepared, role: Role): Plan {
  return { kb, prepared, role, familyKnown: false, rounds: 1 };
}

/** Complains of problems whose remedy nobody is offered, whoever they are. */
export function unreachedProblems(
  kb: KnowledgeBase,
  prepared: Prepared,
  walks: readonly Run[],
  paths: Paths,
): Finding[] {
  const [role] = kb.roles;
  if (role === undefined) return [];
  const plan = { ...planOf(kb, prepared, role), rounds: ROUNDS_BEFORE_BLAME };
  return walks
    .filter(({ end, family, problem }) => end !== 'reached' && reachedAs(plan, family, problem) === null)
    .map(({ family, problem, path }) => ({
      code: 'UNREACHED_PROBLEM',
      path: paths.problem(problem),
      where: ['families', family],
      point: 'key',
      message: `nobody whose "${family}" has this is led to its remedy, however truthful; one went by ${path.join(', ')}`,
      suggestion: wayOut(path),
    }));
}

/** How a path ends where handing over costs less than going on. */
const CHEAPER = 'handover cheaper' satisfies `handover ${HandOverReason}`;

function wayOut(path: readonly string[]): string {
  return path.at(-1) === CHEAPER
    ? 'make it surer by a sign of its own, or look at what its steps, fetching for them and handing over cost'
    : 'give it a sign that those before it lack, in a question that can be answered by looking';
}

/** Complains of questions that are not even asked of somebody who can answer nothing else. */
export function questionsNeverAsked(
  kb: KnowledgeBase,
  prepared: Prepared,
  walks: readonly Run[],
  paths: Paths,
): Finding[] {
  const asked = new Set(walks.flatMap(({ path }) => path));
  return kb.questions
    .filter((question) => question.ask !== null && hasSigns(kb, question.id))
    .filter((question) => !asked.has(step(question)) && !isAskedOfTheBlind(kb, prepared, question))
    .map(({ id }) => ({
      code: 'NEVER_ASKED',
      path: paths.question(id),
      where: ['ask'],
      point: 'key',
      message: 'it is never asked, not even of somebody who can answer nothing else',
      suggestion:
        'let its answers differ more from problem to problem, let it take less time, or leave "ask" out so that it is only heard',
    }));
}

/** As `Run.path` tells of it. */
const step = ({ id }: Question): string => `question ${id}`;

/** A question without signs is complained of as unused already. */
function hasSigns({ families, problems }: KnowledgeBase, question: Id): boolean {
  return [...families, ...problems].some(({ signs }) => question in signs);
}

/** Nobody has this role: whatever is asked of it, people are not sure. */
const NOBODY = '';

/**
 * People with every problem of the families of a question, who can see what it asks for and nothing else: if it is
 * not asked of them, something else is always the better thing to do.
 */
function isAskedOfTheBlind(kb: KnowledgeBase, prepared: Prepared, question: Question): boolean {
  const role = kb.roles.find(({ actsAs }) => actsAs.includes(question.who));
  if (role === undefined) return false;
  const blind: KnowledgeBase = {
    ...kb,
    families: kb.families.filter(({ id }) => question.families.includes(id)),
    questions: kb.questions.map((each) => (each.id === question.id ? each : { ...each, who: NOBODY })),
  };
  return [true, false].some((familyKnown) =>
    isAskedIn(simulate({ ...planOf(blind, prepared, role), familyKnown }, 'truthful'), question),
  );
}

/** Stops at the first who is asked. */
function isAskedIn(runs: Iterable<Run>, question: Question): boolean {
  for (const { path } of runs) if (path.includes(step(question))) return true;
  return false;
}
