/** What finds secrets, made ready, and the finding of those that a pattern and the words around it tell. */

import {
  type Pattern,
  SECRET_CUES,
  SECRET_SIGNS,
  type SecretCue,
  type SecretRule,
  type SecretSign,
  type Secrets,
  type SecretValue,
} from '../../knowledge/model.ts';
import { anyOf } from '../grammar.ts';
import { matchesOf } from '../matches.ts';
import type { Span } from '../spans.ts';
import { type DigitReader, digitReaderOf } from './digits.ts';
import { isSecretValue } from './secret-values.ts';

/** A rule made ready. */
interface ReadyRule {
  readonly where: RegExp | null;
  readonly value: SecretValue;
  readonly rotatable: boolean;
  readonly says: readonly RegExp[];
  readonly needs: RegExp | null;
  readonly unless: RegExp | null;
}

/** What masking needs. Plain data. */
export interface SecretReader {
  readonly rules: readonly ReadyRule[];
  readonly signs: Readonly<Record<SecretSign, RegExp>>;
  readonly cues: Readonly<Record<SecretCue, RegExp>>;
  readonly states: ReadonlySet<string>;
  readonly joining: ReadonlySet<string>;
  readonly copulas: ReadonlySet<string>;
  readonly cards: Readonly<Record<keyof Secrets['cardDetails'], readonly RegExp[]>>;
  readonly digits: DigitReader;
}

/** Makes ready what finds secrets. */
export function secretReaderOf(secrets: Secrets): SecretReader {
  const { signs, cues, cardDetails } = secrets;
  const compile = <Name extends string>(
    names: readonly Name[],
    patterns: Readonly<Record<Name, readonly Pattern[]>>,
    flagsOf: (name: Name) => string,
  ): Readonly<Record<Name, RegExp>> => {
    const compiled = names.map((name) => [name, new RegExp(anyOf(patterns[name]), flagsOf(name))] as const);
    return Object.fromEntries(compiled) as Record<Name, RegExp>;
  };
  const valued = (flags: string) => (pattern: Pattern) => new RegExp(anyOf([pattern]), flags);
  return {
    rules: secrets.rules.map(ready),
    signs: compile(SECRET_SIGNS, signs, () => 'iu'),
    // A name is told from another word by its capital only.
    cues: compile(SECRET_CUES, cues, (name) => (name === 'names-code' ? 'gu' : 'giu')),
    states: new Set(secrets.states),
    joining: new Set(secrets.joining),
    copulas: new Set(secrets.copulas),
    cards: {
      named: cardDetails.named.map(valued('dgiu')),
      behind: cardDetails.behind.map(valued('diu')),
      before: cardDetails.before.map(valued('diu')),
    },
    digits: digitReaderOf(secrets.digits, secrets.foreignDigits),
  };
}

const ready = ({ where, value, exact, rotatable, says, needs, unless }: SecretRule): ReadyRule => ({
  where: where === null ? null : new RegExp(anyOf([where]), 'iu'),
  value,
  rotatable,
  says: says.map((pattern) => new RegExp(anyOf([pattern]), exact ? 'dgu' : 'dgiu')),
  needs: needs.length === 0 ? null : new RegExp(anyOf(needs), 'iu'),
  unless: unless.length === 0 ? null : new RegExp(anyOf(unless), 'iu'),
});

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
