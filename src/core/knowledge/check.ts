/** Everything that only several files together can get wrong. */

import type { Base } from './base.ts';
import { checkFiles } from './check/files.ts';
import type { Complain } from './complaint.ts';
import type { Speller } from './spelling.ts';

/** Runs every check; the order does not matter, complaints are sorted afterwards. */
export function checkBase(base: Base, _spell: Speller, complain: Complain): void {
  checkFiles(base, complain);
}
