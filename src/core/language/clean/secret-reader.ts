/** What finds secrets, made ready. */

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
import { type DigitReader, digitReaderOf } from './digits.ts';

/** A rule made ready: see `SecretRule`. */
export interface ReadyRule {
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
