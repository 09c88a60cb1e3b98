/** Patterns of a language, and of how secrets are told in it. */

import { PART, withParts } from '../compile/language.ts';
import type { Where } from '../complaint.ts';
import { didYouMean } from '../complaint.ts';
import type { Pattern } from '../model.ts';
import { checkPattern, compileFault, sayFault } from './codes.ts';
import { type Scope, type Spot, say, someOf } from './scope.ts';

/** Complains of patterns that cannot be used, and of parts that are not there. */
export function checkLanguage(scope: Scope): void {
  for (const { path, value } of scope.shelves.language) {
    const { sentence: _words, ...mail } = value.mail;
    for (const [where, pattern] of textsIn(mail, ['mail'])) checkPattern(scope, path, where, pattern);
  }
  for (const { path, value } of scope.shelves.secrets) {
    const { parts, rules, signs, cues, card_details } = value;
    const patterned = {
      parts,
      rules: rules.map(({ value: _form, ...rule }) => rule),
      signs,
      cues,
      card_details,
    };
    for (const [where, pattern] of textsIn(patterned, [])) checkWhole(scope, { path, where }, parts, pattern);
  }
}

/** Looks at a pattern with its parts put in. */
function checkWhole(
  scope: Scope,
  spot: Spot,
  parts: Readonly<Record<string, Pattern>>,
  pattern: Pattern,
): void {
  const whole = withParts(parts, pattern);
  const unknown = PART.exec(whole)?.[1];
  const fault = compileFault(whole, 'iu');
  if (unknown !== undefined) {
    const names = Object.keys(parts);
    const suggestion = didYouMean(scope.spell(unknown, names), `the parts are ${someOf(names)}`);
    say(scope, 'BAD_PATTERN', spot, `there is no part "${unknown}"`, suggestion);
  } else if (fault !== null) sayFault(scope, spot, fault);
}

/** Every text below a place, with where it stands. */
function* textsIn(below: unknown, where: Where): Generator<readonly [Where, string]> {
  if (typeof below === 'string') yield [where, below];
  else if (Array.isArray(below))
    for (const [index, each] of below.entries()) yield* textsIn(each, [...where, index]);
  else if (typeof below === 'object' && below !== null)
    for (const [key, each] of Object.entries(below)) yield* textsIn(each, [...where, key]);
}
