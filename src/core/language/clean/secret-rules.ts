/** Finds the secrets that a pattern and the words around it tell. */

import { matchesOf } from '../matches.ts';
import type { Span } from '../spans.ts';
import type { ReadyRule, SecretReader } from './secret-reader.ts';
import { isSecretValue } from './secret-values.ts';

/** How far around a value the words stand that tell of it, in UTF-16 units. */
const REACH = { before: 240, behind: 72 };
/** Stands for the value where the words around it are looked at, and for a PIN that was spoken of in the message before. */
export const VALUE = '§';
const TALKED = '¶';

/**
 * The secrets of a text that rules find: of programs, which are to be rotated, or those of people. `talked`: the message
 * before spoke of a PIN.
 */
export function* byRules(
  reader: SecretReader,
  text: string,
  talked: boolean,
  which: 'rotated' | 'kept',
): Generator<Span> {
  for (const rule of reader.rules) {
    if (rule.rotatable !== (which === 'rotated') || rule.where?.test(text) === false) continue;
    for (const pattern of rule.says) {
      for (const match of matchesOf(pattern, text)) {
        const span = valueIn(match);
        if (span !== null && isSecret(reader, rule, text, talked, match, span)) yield span;
      }
    }
  }
}

/** Where the group `value` of a match stands; null: it has none. */
export function valueIn(match: RegExpExecArray | null, from = 0): Span | null {
  const place = match?.indices?.groups?.value;
  return place === undefined ? null : { start: from + place[0], end: from + place[1] };
}

function isSecret(
  reader: SecretReader,
  { value: form, needs, unless }: ReadyRule,
  text: string,
  talked: boolean,
  match: RegExpExecArray,
  { start, end }: Span,
): boolean {
  const value = text.slice(start, end);
  const before = text.slice(Math.max(0, start - REACH.before), start);
  const behind = text.slice(end, end + REACH.behind);
  if (!isSecretValue(reader, form, { value, before, behind, link: match.groups?.link ?? '' })) return false;
  const around = (talked && start < REACH.before ? TALKED : '') + before + VALUE + behind;
  return needs?.test(around) !== false && unless?.test(around) !== true;
}
