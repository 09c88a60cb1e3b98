/** Things that people have or have not: each is known, and needed by something. */

import type { Where } from '../complaint.ts';
import type { Id } from '../model.ts';
import { mustBeKnown, type Scope, say, someOf } from './scope.ts';

/** Somewhere a thing is named. */
interface Named {
  readonly thing: Id;
  readonly path: string;
  readonly where: Where;
}

/** Complains of things that are named and not listed, and of those that nothing needs. */
export function checkNeeds(scope: Scope): void {
  const { shelves, names } = scope;
  const written = [...shelves.question, ...shelves.step, ...shelves.problem];
  const needed = written.flatMap(({ path, value }) => namedIn(path, ['needs'], value.needs));
  const lacked = shelves.question.flatMap(({ path, value: { answers } }) =>
    typeof answers === 'string'
      ? []
      : answers.flatMap(({ lacks }, index) => namedIn(path, ['answers', index, 'lacks'], lacks)),
  );
  for (const { thing, path, where } of [...needed, ...lacked]) {
    const otherwise =
      names.things === null || names.things.size > 0
        ? `the things are ${someOf(names.things ?? [])}`
        : 'write things.yaml, and list it there';
    mustBeKnown(scope, 'UNKNOWN_THING', { path, where }, thing, names.things, otherwise);
  }
  checkUsed(scope, new Set(needed.map(({ thing }) => thing)));
}

const namedIn = (path: string, above: Where, things: readonly Id[] = []): readonly Named[] =>
  things.map((thing, index) => ({ thing, path, where: [...above, index] }));

/** A thing that nothing needs closes no branch, whoever has none. Says nothing while a file is faulty. */
function checkUsed(scope: Scope, needed: ReadonlySet<Id>): void {
  if (!scope.whole) return;
  for (const { path, value } of scope.shelves.things) {
    for (const [index, { id }] of value.things.entries()) {
      if (needed.has(id)) continue;
      say(
        scope,
        'UNUSED_THING',
        { path, where: ['things', index, 'id'] },
        `nothing needs "${id}", so it changes nothing to have none`,
        'name it under "needs:" of a question, a step or a problem, or delete it here',
      );
    }
  }
}
