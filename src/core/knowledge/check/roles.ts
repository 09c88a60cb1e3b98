/** Who acts as whom. */

import type { Id } from '../model.ts';
import { checkRole } from './references.ts';
import { type Scope, say } from './scope.ts';

/** Complains of unknown roles, and of roles that act as each other in a circle: then they are one role. */
export function checkRoles(scope: Scope): void {
  for (const { path, value } of scope.shelves.roles) {
    const actsAs = new Map(value.roles.map((role) => [role.id, role.acts_as ?? []]));
    for (const [index, { id, acts_as: others = [] }] of value.roles.entries()) {
      for (const [place, other] of others.entries()) {
        const where = ['roles', index, 'acts_as', place];
        checkRole(scope, path, where, other);
        const circle = wayFrom(other, id, actsAs);
        if (circle === null) continue;
        const message =
          other === id
            ? `"${id}" acts as itself, which every role does`
            : `"${id}" and "${other}" act as each other: ${[id, ...circle].join(' → ')}`;
        say(
          scope,
          'ROLE_CYCLE',
          { path, where },
          message,
          'let only the role with more rights act as the other',
        );
      }
    }
  }
}

/** The shortest chain of roles between two; null: there is none. */
function wayFrom(from: Id, to: Id, actsAs: ReadonlyMap<Id, readonly Id[]>): readonly Id[] | null {
  const ways = new Map<Id, readonly Id[]>([[from, [from]]]);
  // A map hands out what is added while it is walked, so this goes breadth first.
  for (const [id, way] of ways) {
    if (id === to) return way;
    for (const next of actsAs.get(id) ?? []) if (!ways.has(next)) ways.set(next, [...way, next]);
  }
  return null;
}
