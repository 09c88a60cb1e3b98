/** How secrets are told: what is masked before anything else sees a message. */

import type { Pattern } from './language.ts';

/** What a value must be like to be a secret, beyond what stands around it. */
export const SECRET_VALUES = [
  'any',
  'key',
  'credential',
  'told',
  'mixed',
  'unnumbered',
  'word',
  'user-word',
  'phrase',
  'plain',
  'beside-name',
  'no-name',
  'number',
  'pin',
  'code',
  'grouped',
  'scrambled',
  'upper',
  'long',
] as const;
export type SecretValue = (typeof SECRET_VALUES)[number];

/** Words that tell something of a value, or of what stands around it. */
export const SECRET_SIGNS = [
  'talk',
  'year-before',
  'unit-behind',
  'stands-for-key',
  'harmless-run-before',
  'names-uuid',
  'device-id',
  'name',
  'numbered-name',
  'speaks-of-value',
  'ends-in-code',
  'is',
  'and-behind',
  'participle',
  'card',
  'card-before',
  'other-number-before',
  'error-number',
  'error-before',
  'place-before',
  'foreign-cue',
  'other-thing',
  'for-goods',
  'other-code-before',
  'for-other-thing',
  'signs-on',
  'secret-behind',
  'code-behind',
  'display-before',
  'expiry-before',
  'keyed-behind',
  'counted',
  'told-around',
  'told-behind',
  'told-in-words',
  'value-marker',
] as const;
export type SecretSign = (typeof SECRET_SIGNS)[number];

/** Words before a number that tell what it is. */
export const SECRET_CUES = [
  'secret',
  'someones-code',
  'names-code',
  'someones-number',
  'code',
  'typed',
  'used',
  'does-foreign',
] as const;
export type SecretCue = (typeof SECRET_CUES)[number];

/** Finds a secret by its form and the words around it: the group `value` of a pattern. */
export interface SecretRule {
  /** What a text must hold for the patterns to be tried; null: nothing. */
  readonly where: Pattern | null;
  readonly value: SecretValue;
  /** Whether capitals and small letters are told apart. */
  readonly exact: boolean;
  /** Whether its owner should replace it once it was shown. */
  readonly rotatable: boolean;
  readonly says: readonly Pattern[];
  /** What must stand around it, where anything must: `§` is the value, `¶` a PIN that the message before spoke of. */
  readonly needs: readonly Pattern[];
  /** What may not stand around it; `§` is the value. */
  readonly unless: readonly Pattern[];
}

/** Words for digits. */
export interface DigitWords {
  /** The words for 0 to 9, those for one digit parted by `/`. */
  readonly units: readonly string[];
  /** The words for 10 to 19, and for 20 to 90. */
  readonly teens: readonly string[];
  readonly tens: readonly string[];
  /** Word → how often the digit behind it stands there. */
  readonly repeats: Readonly<Record<string, number>>;
  /** Word → the noughts that it puts behind. */
  readonly greater: Readonly<Record<string, string>>;
}

/** Words of another language: for 0 to 9, and for greater numbers. */
export interface ForeignDigits {
  readonly units: readonly string[];
  readonly greater: readonly string[];
}

/** Everything by which secrets are found. */
export interface Secrets {
  readonly rules: readonly SecretRule[];
  readonly signs: Readonly<Record<SecretSign, readonly Pattern[]>>;
  readonly cues: Readonly<Record<SecretCue, readonly Pattern[]>>;
  /** What is said of a password instead of it. */
  readonly states: readonly string[];
  /** What may stand between a cue and a number, and what ends it in any case. */
  readonly joining: readonly string[];
  readonly copulas: readonly string[];
  /** What stands on a card beside its number: by its name, behind the number, before it. */
  readonly cardDetails: {
    readonly named: readonly Pattern[];
    readonly behind: readonly Pattern[];
    readonly before: readonly Pattern[];
  };
  readonly digits: DigitWords;
  readonly foreignDigits: readonly ForeignDigits[];
}
