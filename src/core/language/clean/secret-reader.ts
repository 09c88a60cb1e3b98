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

/** What is said around a value. */
export interface ReadySaid {
  /** With the value as its only group, which is how it is told where it is a number. */
  readonly pattern: RegExp;
  /** What a text must hold besides; null: nothing. */
  readonly begins: RegExp | null;
}

/** A kind of secret made ready: see `SecretKind`. */
export interface ReadyKind {
  readonly says: readonly ReadySaid[];
  readonly needs: RegExp | null;
  readonly unless: RegExp | null;
  readonly butNot: RegExp | null;
  readonly hasDigit: boolean;
  readonly random: boolean;
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
      numbers: new RegExp(`^(?:${cards.numbers.join('|')})$`, 'u'),
      rareNumbers: new RegExp(`^(?:${cards.rareNumbers.join('|')})$`, 'u'),
      spokenOf: new RegExp(cards.spokenOf, 'iu'),
      rightBefore: new RegExp(cards.rightBefore, 'iu'),
      otherBefore: new RegExp(cards.otherBefore, 'iu'),
    },
    digits: numberReaderOf(numbers),
  };
}

function ready(kind: SecretKind, never: readonly Pattern[]): ReadyKind {
  const { looks, exact, says, needs, unless } = kind;
  const flags = exact ? 'u' : 'iu';
  return {
    says: looks.isNumber
      ? [{ pattern: new RegExp(aroundNumber(says, looks), flags), begins: null }]
      : says.map((said) => ({
          pattern: new RegExp(aroundWord(said, looks), `dg${flags}`),
          begins: said.begins === null ? null : new RegExp(said.begins, 'iu'),
        })),
    needs: oneOf(needs.map(aroundValue)),
    unless: oneOf([...never, ...unless].map(aroundValue)),
    butNot: oneOf(looks.butNot.map((pattern) => `^(?:${pattern})$`)),
    hasDigit: looks.hasDigit,
    random: looks.random,
  };
}

/** What may stand before a value that does not belong to it. */
const OPENS = '["\'`(]?';

const aroundWord = ({ before, behind }: SaidAround, { is }: SecretLook): Pattern =>
  `${before}${OPENS}(${is})${behind}`;

/** The value is found first, and then what is before it from there backwards, which is much faster. */
const aroundNumber = (says: readonly SaidAround[], { is }: SecretLook): Pattern => {
  const said = says.map(({ before, behind }) => `(?<=${before}${VALUE}[^${VALUE}]*${VALUE})${behind}`);
  return `${VALUE}(${is})${VALUE}(?:${said.join('|')})`;
};

/** An escape, a set of characters, and the sign of the value, once or twice. */
const SYNTAX = /\\.|\[(?:\\.|[^\]\\])*\]|§+/g;

/** Where only the surroundings count, the value stands between two of its sign, whatever it is. */
const aroundValue = (pattern: Pattern): Pattern =>
  pattern.match(SYNTAX)?.filter((syntax) => syntax === VALUE).length === 1
    ? pattern.replace(SYNTAX, (syntax) => (syntax === VALUE ? `${VALUE}[^${VALUE}]*${VALUE}` : syntax))
    : pattern;

const oneOf = (patterns: readonly Pattern[]): RegExp | null =>
  patterns.length === 0 ? null : new RegExp(`(?:${patterns.join('|')})`, 'iu');
