/** How secrets are told: what is masked before anything else sees a message. */

import type { Pattern } from './language.ts';

/** Stands for the secret in what is said around it. */
export const VALUE = '§';
/** Stands for the number of a card, one for each of its characters. */
export const CARD = '¤';
/** Begins a text where the message before spoke of a secret. */
export const TALKED = '¶';

/** How a value looks that is a secret. */
export interface SecretLook {
  /** Whether it is a number, however told: then `is` and `butNot` are of how it is told and its digits (`apart:4449`). */
  readonly isNumber: boolean;
  readonly is: Pattern;
  /** What the whole value may not be. */
  readonly butNot: readonly Pattern[];
  /** Whether there is none in a text without a digit, so that such texts are read faster. */
  readonly hasDigit: boolean;
  /** Whether letters and digits must be mixed as only machines mix them. */
  readonly random: boolean;
}

/** What is said right before a value and right behind it. */
export interface SaidAround {
  readonly before: Pattern;
  readonly behind: Pattern;
  /** The words that it begins with: a text without any of them need not be looked through. Null: other things. */
  readonly begins: Pattern | null;
}

/** A kind of secret. */
export interface SecretKind {
  /** What it is, for authors. */
  readonly kind: string;
  readonly looks: SecretLook;
  /** Whether capitals and small letters are told apart. */
  readonly exact: boolean;
  /** One of these is said around it. */
  readonly says: readonly SaidAround[];
  /** One of these must stand around `VALUE`, where there are any, and none of those. */
  readonly needs: readonly Pattern[];
  readonly unless: readonly Pattern[];
  /** Lines of which what is in brackets is masked, and lines of which nothing is. */
  readonly masked: readonly string[];
  readonly stays: readonly string[];
}

/** Words for digits in one language. */
export interface NumberWords {
  /** The words for 0 to 9, those for one digit parted by `/`; for 10 to 19; for 20 to 90. */
  readonly units: readonly string[];
  readonly teens: readonly string[];
  readonly tens: readonly string[];
  /** Word → how often the digit behind it stands there. */
  readonly repeats: Readonly<Record<string, number>>;
  /** Word → the noughts that it puts behind. */
  readonly noughts: Readonly<Record<string, string>>;
  /** What joins a greater number and a unit; empty: nothing. */
  readonly and: string;
}

/** Everything by which secrets are found. */
export interface Secrets {
  readonly kinds: readonly SecretKind[];
  /** What stands around a number that is no secret. */
  readonly never: readonly Pattern[];
  /** What speaks of a secret. */
  readonly talk: Pattern;
  /** What tells numbers of cards: their digits, words that speak of one, what stands right before one, and before another number. */
  readonly cards: {
    readonly numbers: readonly Pattern[];
    readonly rareNumbers: readonly Pattern[];
    readonly spokenOf: Pattern;
    readonly rightBefore: Pattern;
    readonly otherBefore: Pattern;
  };
  readonly numbers: readonly NumberWords[];
}
