/** Every id that is named must be defined. */

import type { AuthoredKinds } from '../authored.ts';
import type { Authored } from '../base.ts';
import type { Where } from '../complaint.ts';
import type { Id } from '../model.ts';
import { mustBeKnown, type Scope, say, someOf } from './scope.ts';

/** Complains of families, roles, steps and sources that nobody defines. Signs and answers: `signs.ts`. */
export function checkReferences(scope: Scope): void {
  const { shelves } = scope;
  for (const file of shelves.problem) checkProblem(scope, file);
  for (const { path, value } of shelves.question) {
    if (value.families !== 'all') checkFamilies(scope, path, ['families'], value.families);
    if (value.who !== undefined) checkRole(scope, path, ['who'], value.who);
  }
  for (const { path, value } of shelves.step) {
    checkRole(scope, path, ['by'], value.by);
    checkFamilies(scope, path, ['families'], value.families ?? []);
    checkSources(scope, path, value.sources);
  }
  for (const { path, value } of shelves.contacts) {
    for (const [index, { families, role }] of value.contacts.entries()) {
      if (role !== undefined) checkRole(scope, path, ['contacts', index, 'role'], role);
      if (families !== 'all') checkFamilies(scope, path, ['contacts', index, 'families'], families);
    }
  }
  checkContacts(scope);
}

function checkProblem(scope: Scope, { path, value }: Authored<AuthoredKinds['problem']>): void {
  for (const family of Object.keys(value.families))
    checkFamily(scope, path, ['families', family], family, 'key');
  checkSources(scope, path, value.sources);
  const { steps, cured_by: curedBy = [] } = value.remedy;
  for (const [index, step] of steps.entries()) checkStep(scope, path, ['remedy', 'steps', index], step);
  for (const [index, step] of curedBy.entries()) {
    if (steps.includes(step)) continue;
    const near = scope.spell(step, steps);
    const suggestion = near === null ? `cured_by names some of: ${someOf(steps)}` : `did you mean "${near}"?`;
    const spot = { path, where: ['remedy', 'cured_by', index] };
    say(scope, 'CURE_NOT_A_STEP', spot, `"${step}" is none of the steps of this remedy`, suggestion);
  }
}

/** Complains of a step that is not there. */
export function checkStep(scope: Scope, path: string, where: Where, step: Id): void {
  mustBeKnown(
    scope,
    'UNKNOWN_STEP',
    { path, where },
    step,
    scope.names.steps,
    `write steps/${step}.yaml first`,
  );
}

/** Complains of a role that is not there. */
export function checkRole(scope: Scope, path: string, where: Where, role: Id): void {
  const { roles } = scope.names;
  mustBeKnown(scope, 'UNKNOWN_ROLE', { path, where }, role, roles, `the roles are ${someOf(roles ?? [])}`);
}

/** Complains of each family of a list that is not there. */
export function checkFamilies(scope: Scope, path: string, list: Where, families: readonly Id[]): void {
  for (const [index, family] of families.entries())
    checkFamily(scope, path, [...list, index], family, 'value');
}

function checkFamily(scope: Scope, path: string, where: Where, family: Id, point: 'key' | 'value'): void {
  const { families } = scope.names;
  const otherwise = `the families are ${someOf(families ?? [])}`;
  mustBeKnown(scope, 'UNKNOWN_FAMILY', { path, where, point }, family, families, otherwise);
}

/** Complains of each source of a list that is not there; `where` is the list. */
export function checkSources(
  scope: Scope,
  path: string,
  sources: readonly Id[],
  where: Where = ['sources'],
): void {
  for (const [index, source] of sources.entries()) {
    const spot = { path, where: [...where, index] };
    mustBeKnown(scope, 'UNKNOWN_SOURCE', spot, source, scope.names.sources, 'add it to sources.yaml');
  }
}

/** A family for which nobody can be called leaves people alone when the bot is at its end. */
function checkContacts(scope: Scope): void {
  const [contacts] = scope.shelves.contacts;
  if (contacts === undefined) return;
  const reached = new Set(contacts.value.contacts.flatMap(({ families }) => families));
  if (reached.has('all')) return;
  for (const { path, value } of scope.shelves.families) {
    for (const [index, { id }] of value.families.entries()) {
      if (reached.has(id)) continue;
      const spot = { path, where: ['families', index, 'id'] };
      say(
        scope,
        'FAMILY_WITHOUT_CONTACT',
        spot,
        `nobody can be called for "${id}"`,
        'name it in a contact of contacts.yaml',
      );
    }
  }
}
