/** Families, roles and costs. */

import type { AuthoredKinds } from '../authored.ts';
import type { Costs, Family, Id, Role, Signs } from '../model.ts';
import { exclusiveOf, frequency, scaled, seconds, signs } from './numbers.ts';

type WrittenFamily = AuthoredKinds['families']['families'][number];
type WrittenQuestion = AuthoredKinds['question'];

/**
 * P(something-else | family) where the author says nothing: one case in twelve is none of the problems that are
 * written down. Range 0.05 to 0.10: below it the bot is too sure that it knows everything, above it hands over
 * too early.
 */
export const SOMETHING_ELSE_SHARE = 0.08;

/**
 * P(a person names the family that it is | family) for a question whose answers are the families. Not higher,
 * because people call neighbours by each other's names: a till with a key lock is a register to many. The rest is
 * shared evenly by the other families. Near 1 a wrong name could not be outweighed by anything else that is said;
 * near 1 / families the name would say nothing.
 */
export const NAMES_OWN_FAMILY = 0.9;

/** Families with priors that sum to 1. `problemsOf`: how many problems each family has. */
export function compileFamilies(
  written: AuthoredKinds['families'],
  costs: Costs,
  questions: readonly WrittenQuestion[],
  problemsOf: ReadonlyMap<Id, number>,
): readonly Family[] {
  const priors = scaled(
    Object.fromEntries(written.families.map((family) => [family.id, frequency(family.frequency)])),
    1,
  );
  const named = questions.filter((question) => question.answers === 'families');
  const exclusive = exclusiveOf(questions);
  return written.families.map((family) => ({
    id: family.id,
    label: family.label,
    called: family.called,
    aliases: family.aliases ?? [],
    models: family.models ?? [],
    prior: priors[family.id] ?? 0,
    somethingElse: problemsOf.has(family.id) ? (family.something_else ?? SOMETHING_ELSE_SHARE) : 1,
    signs: { ...signsOfName(family.id, written.families, named), ...signs(family.signs ?? {}, exclusive) },
    handOverSeconds: family.hand_over === undefined ? costs.handOverSeconds : seconds(family.hand_over),
  }));
}

/** What people of a family answer when they are asked for the family; an author's own signs replace it. */
function signsOfName(id: Id, families: readonly WrittenFamily[], named: readonly WrittenQuestion[]): Signs {
  const others = families.length - 1;
  const each = others === 0 ? 0 : (1 - NAMES_OWN_FAMILY) / others;
  const own = others === 0 ? 1 : NAMES_OWN_FAMILY;
  const answers = Object.fromEntries(families.map((family) => [family.id, family.id === id ? own : each]));
  const asked = named.filter(({ families: where }) => where === 'all' || where.includes(id));
  return Object.fromEntries(asked.map((question) => [question.id, answers]));
}

/** Roles in the order written; what a role may do through another is its own too. */
export function compileRoles(written: AuthoredKinds['roles']): readonly Role[] {
  const direct = new Map(written.roles.map((role) => [role.id, role.acts_as ?? []]));
  return written.roles.map((role) => ({
    id: role.id,
    label: role.label,
    called: role.called,
    phrases: role.phrases ?? [],
    actsAs: closure(role.id, direct),
    isSkilled: role.skilled ?? false,
    fetchSeconds: seconds(role.fetch),
  }));
}

/** All that is reached from an id, itself first. */
function closure(from: Id, direct: ReadonlyMap<Id, readonly Id[]>): readonly Id[] {
  const reached = new Set([from]);
  // A set hands out what is added while it is walked.
  for (const id of reached) for (const next of direct.get(id) ?? []) reached.add(next);
  return [...reached];
}

/** Costs in seconds. */
export function compileCosts(written: AuthoredKinds['costs']): Costs {
  const { risks } = written;
  const priced = (risk: (typeof risks)[keyof typeof risks]) => ({
    costSeconds: seconds(risk.costs),
    needs: risk.needs,
  });
  return {
    risks: {
      none: priced(risks.none),
      'loses-entry': priced(risks['loses-entry']),
      'loses-data': priced(risks['loses-data']),
      rights: priced(risks.rights),
      hazard: priced(risks.hazard),
    },
    handOverSeconds: seconds(written.hand_over),
    wrongRemedySeconds: written.wrong_remedy === undefined ? 0 : seconds(written.wrong_remedy),
  };
}
