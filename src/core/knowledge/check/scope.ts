/** What every check works with. */

import type { Speller } from '../../language/spelling.ts';
import type { Shelves } from '../base.ts';
import type { Code } from '../codes.ts';
import type { Complain, Where } from '../complaint.ts';
import { didYouMean } from '../complaint.ts';
import type { Id } from '../model.ts';
import type { Names } from '../names.ts';

/** One run over one base. */
export interface Scope {
  readonly shelves: Shelves;
  readonly names: Names;
  /** False where a file is faulty: then what is not used here may be used there. */
  readonly whole: boolean;
  readonly spell: Speller;
  readonly complain: Complain;
}

/** A place in a file. */
export interface Spot {
  readonly path: string;
  readonly where: Where;
  readonly point?: 'key' | 'value';
}

/** Says something of a place. */
export function say(scope: Scope, code: Code, spot: Spot, message: string, suggestion: string | null): void {
  const { path, where, point = 'value' } = spot;
  scope.complain({ code, path, where, point, message, suggestion });
}

/** Complains of an id that is not among the known ones; knows nothing to say where `known` is null. */
export function mustBeKnown(
  scope: Scope,
  code: Code,
  spot: Spot,
  id: Id,
  known: ReadonlySet<Id> | null,
  otherwise: string,
): boolean {
  if (known === null || known.has(id)) return true;
  say(scope, code, spot, `"${id}"`, didYouMean(scope.spell(id, known), otherwise));
  return false;
}

/** False where one of these families is unknown: that has been said, and nothing more can be told from it. */
export function areKnown(scope: Scope, families: readonly Id[]): boolean {
  const known = scope.names.families;
  return known === null || families.every((family) => known.has(family));
}

/** The first few of many, for a suggestion. */
export function someOf(ids: Iterable<Id>): string {
  const all = [...ids];
  return all.length > 12 ? `${all.slice(0, 12).join(', ')}, …` : all.join(', ');
}
