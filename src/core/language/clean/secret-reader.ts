/** What finds secrets, made ready. */

import {
  type Pattern,
  type SaidAround,
  type SecretKind,
  type SecretLook,
  type Secrets,
  VALUE,
} from '../../knowledge/model.ts';
import { type NumberReader, numberReaderOf } from './number-runs.ts';

/** A kind of secret made ready: see `SecretKind`. */
export interface ReadyKind {
  /** What is said around a value, each with the value as its only group, which is how it is told where it is a number. */
  readonly says: readonly RegExp[];
  readonly needs: RegExp | null;
  readonly unless: RegExp | null;
  readonly butNot: RegExp | null;
  readonly hasDigit: boolean;
  readonly random: boolean;
  readonly rotatable: boolean;
}

/** What masking needs. Plain data. */
export interface SecretReader {
  readonly words: readonly ReadyKind[];
  readonly numbers: readonly ReadyKind[];
  readonly talk: RegExp;
  readonly cards: Readonly<Record<keyof Secrets['cards'], RegExp>>;
  readonly digits: NumberReader;
}

/** Makes ready what finds secrets. */
export function secretReaderOf({ kinds, never, talk, cards, numbers }: Secrets): SecretReader {
  return {
    words: kinds.filter(({ looks }) => !looks.isNumber).map((kind) => ready(kind, [])),
    numbers: kinds.filter(({ looks }) => looks.isNumber).map((kind) => ready(kind, never)),
    talk: new RegExp(talk, 'iu'),
    cards: {
      spokenOf: new RegExp(cards.spokenOf, 'iu'),
      rightBefore: new RegExp(cards.rightBefore, 'iu'),
      otherBefore: new RegExp(cards.otherBefore, 'iu'),
    },
    digits: numberReaderOf(numbers),
  };
}

function ready(kind: SecretKind, never: readonly Pattern[]): ReadyKind {
  const { looks, exact, rotatable, says, needs, unless } = kind;
  const flags = exact ? 'u' : 'iu';
  return {
    says: says.map((said) =>
      looks.isNumber
        ? new RegExp(aroundNumber(said, looks), flags)
        : new RegExp(aroundWord(said, looks), `dg${flags}`),
    ),
    needs: oneOf(needs.map(aroundValue), flags),
    unless: oneOf([...never, ...unless].map(aroundValue), flags),
    butNot: oneOf(
      looks.butNot.map((pattern) => `^(?:${pattern})$`),
      'iu',
    ),
    hasDigit: looks.hasDigit,
    random: looks.random,
    rotatable,
  };
}

/** What may stand before a value that does not belong to it. */
const OPENS = '["\'`(]?';

const aroundWord = ({ before, behind }: SaidAround, { is }: SecretLook): Pattern =>
  `${before}${OPENS}(${is})${behind}`;

/** The sign of the value is found first, and then what is before it from there backwards, which is much faster. */
const aroundNumber = ({ before, behind }: SaidAround, { is }: SecretLook): Pattern =>
  `${VALUE}(?<=${before}${VALUE})(${is})${VALUE}${behind}`;

/** An escape, a set of characters, and the sign of the value, once or twice. */
const SYNTAX = /\\.|\[(?:\\.|[^\]\\])*\]|§+/g;

/** Where only the surroundings count, the value stands between two of its sign, whatever it is. */
const aroundValue = (pattern: Pattern): Pattern =>
  pattern.match(SYNTAX)?.filter((syntax) => syntax === VALUE).length === 1
    ? pattern.replace(SYNTAX, (syntax) => (syntax === VALUE ? `${VALUE}[^${VALUE}]*${VALUE}` : syntax))
    : pattern;

const oneOf = (patterns: readonly Pattern[], flags: string): RegExp | null =>
  patterns.length === 0 ? null : new RegExp(`(?:${patterns.join('|')})`, flags);
