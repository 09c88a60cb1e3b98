/** Long runs of letters and digits that only a machine makes: keys and tokens without a name. */

import { matchesOf } from '../matches.ts';
import type { Span } from '../spans.ts';
import type { SecretReader } from './secret-reader.ts';

const LONG_RUN = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{20,4000}={0,2}/g;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** How far before a run its name stands, in UTF-16 units: that of a UUID, and any. */
const NAME_REACH = { uuid: 40, any: 240 };
/** Fewest bits per character of a run that is taken for a key. Lower: serial numbers are masked, too. Range 2.5 to 4. */
const KEY_BITS = 2.8;
/** Changes between letters and digits (or cases) in a run that is taken for a key. */
const KEY_CHANGES = 5;

/** All of a text. */
export function* machineKeys({ signs }: SecretReader, text: string): Generator<Span> {
  for (const { 0: run, index } of matchesOf(LONG_RUN, text)) {
    const before = (reach: number): string => text.slice(Math.max(0, index - reach), index);
    if (UUID.test(run) && signs['names-uuid'].test(before(NAME_REACH.uuid))) continue;
    if (signs['harmless-run-before'].test(before(NAME_REACH.any)) || signs['device-id'].test(run)) continue;
    // `0/infrareds/a360ce93…/status` is the path of an address.
    if (run.includes('/') && run.split('/').some((part) => /^[a-z]{4,20}(?:-[a-z]+)?$/.test(part))) continue;
    if (looksLikeKey(run)) yield { start: index, end: index + run.length };
  }
}

/** Shannon entropy of the letters of a run, in bits per character. */
function bits(run: string): number {
  const counts = new Map<string, number>();
  for (const letter of run) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / run.length) * Math.log2(count / run.length);
  return sum;
}

/** Letters and digits mixed as only machines mix them. */
function looksLikeKey(run: string): boolean {
  const pieces = run.split(/[/_=-]/).map((part) => part.match(/\d+|[a-z]+|[A-Z]+|[^\dA-Za-z]+/g) ?? []);
  const changes = pieces.reduce((sum, all) => sum + Math.max(0, all.length - 1), 0);
  return /\d/.test(run) && /[A-Za-z]/.test(run) && changes >= KEY_CHANGES && bits(run) >= KEY_BITS;
}
