/** What a value must be like to be a secret. */

import type { SecretValue } from '../../knowledge/model.ts';
import { HIDDEN } from '../tokens.ts';
import type { SecretReader } from './secret-reader.ts';

/** A value and what stands around it. */
export interface FoundValue {
  readonly value: string;
  readonly before: string;
  readonly behind: string;
  /** What joins it to its cue. */
  readonly link: string;
}

/** Whether what was found is like a value that is a secret. */
export const isSecretValue = (reader: SecretReader, form: SecretValue, found: FoundValue): boolean =>
  FORMS[form](reader, found);

const YEAR = /^(?:19|20)\d\d$/;
const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-\d{2,4})$/;
/** The names of devices and the codes of errors: `C04`, `E01`. */
const SHORT_CODE = /^[a-z]{1,3}-?\d{1,3}$/i;
const SHORT_NUMBER = /^\d{1,2}x?$/i;
/** What is put where a password would stand: `****`, `$PASSWORD`, `<pin>`. */
const STANDS_FOR_IT = /^(?:[*•.…]{2,}|[$<{%].*)$/;
const SIGN = /[!@#$%^&*_+]/;

const isHidden = (value: string): boolean => value.startsWith(HIDDEN.slice(0, -1));
/** A value without the marks that end a sentence. */
const bareOf = (value: string): string => value.replace(/[.!?:]+$/, '');

type Form = (reader: SecretReader, found: FoundValue) => boolean;

const isKey: Form = ({ signs }, { value }) => !isHidden(value) && !signs['stands-for-key'].test(value);
const isTold: Form = ({ states }, { value }) =>
  !isHidden(value) && !states.has(value.toLowerCase()) && !STANDS_FOR_IT.test(value);

/** A letter and a digit, or a letter and a sign within, as passwords have. */
const isMixed: Form = (reader, found) => {
  const value = bareOf(found.value);
  if (!isTold(reader, { ...found, value }) || SHORT_CODE.test(value) || SHORT_NUMBER.test(value))
    return false;
  return /[A-Za-z]/.test(value) && (/\d/.test(value) || SIGN.test(value));
};

/** `password is banana`: a plain word only where nothing else explains it. */
function isWord(
  { signs, states }: SecretReader,
  { value, before, behind, link }: FoundValue,
  isSaid = signs.is.test(link),
): boolean {
  if (isHidden(value) || STANDS_FOR_IT.test(value)) return false;
  if (signs['ends-in-code'].test(before) && !/\d/.test(value)) return false;
  const word = bareOf(value).toLowerCase();
  if (word === '' || states.has(word) || (/^\d+$/.test(word) && signs['unit-behind'].test(behind)))
    return false;
  if (/[:=]/.test(link)) return !SHORT_CODE.test(word) || word.length > 4;
  if (SHORT_CODE.test(word) || SHORT_NUMBER.test(word)) return false;
  if ((/\d/.test(word) && /\p{L}/u.test(word)) || SIGN.test(word)) return true;
  return isSaid && signs['and-behind'].test(behind) && !signs.participle.test(word);
}

/** How often letters and digits change. */
const changesOf = (value: string): number => (value.match(/[A-Z](?=\d)|\d(?=[A-Z])/g) ?? []).length;

const FORMS: Readonly<Record<SecretValue, Form>> = {
  any: () => true,
  key: isKey,
  // `Basic` and `Bearer` are words as well.
  credential: (reader, found) => isKey(reader, found) && /\d|=|[a-z][A-Z]/.test(found.value),
  told: isTold,
  mixed: isMixed,
  // `till4` and `manager2` are names with a number on.
  unnumbered: (reader, found) =>
    isMixed(reader, found) && !/^[\p{L}-]+\d\p{P}?$/iu.test(found.value) && !isNumberedName(reader, found),
  word: (reader, found) => isWord(reader, found),
  // Beside the name of a user the word behind a cue is one, as behind `is`.
  'user-word': (reader, found) => isWord(reader, { ...found, before: '', link: '' }, true),
  // `"is not valid"` tells of a password.
  phrase: ({ states }, { value }) => {
    const words = value.toLowerCase().split(' ');
    return words.filter((word) => states.has(word)).length * 2 < words.length;
  },
  plain: ({ signs }, { value }) =>
    !signs['speaks-of-value'].test(value) && !signs.participle.test(value.split(/\s/)[0] ?? ''),
  'beside-name': (reader, found) =>
    /[A-Za-z]{2}/.test(found.value) &&
    (/\d/.test(found.value) || /[!#$%&*@_]/.test(found.value)) &&
    !/^[a-z]{1,3}-?\d{1,4}$|^[A-Z]{1,3}-?\d{1,4}[A-Z]?$|\.(?:\w{1,4})$/.test(found.value) &&
    !reader.signs.name.test(found.value) &&
    !isNumberedName(reader, found),
  'no-name': ({ signs }, { value }) => !isHidden(value) && !signs.name.test(value),
  // `PIN refused since 2019`.
  number: ({ signs }, { value, before }) =>
    !DATE.test(value) && !(YEAR.test(value) && signs['year-before'].test(before)),
  pin: (reader, found) => !YEAR.test(found.value) && FORMS.number(reader, found),
  code: ({ signs }, { value }) => !signs['error-number'].test(value) && !YEAR.test(value),
  // Numbers of articles mix letters and digits in none of their groups, or in one.
  grouped: (_reader, { value }) =>
    value.split('-').filter((group) => /\d/.test(group) && /[A-Z]/i.test(group)).length >= 2,
  scrambled: (_reader, { value }) => changesOf(value) >= 3,
  upper: (_reader, { value }) =>
    value.replace(/\W/g, '').length >= 10 &&
    !/^\d{1,4}-\d{1,2}-\d{1,4}$/.test(value) &&
    /\d/.test(value) &&
    value.toUpperCase() === value,
  long: (_reader, { value }) => value.replace(/-/g, '').length >= 8,
};

const isNumberedName: Form = ({ signs }, { value }) => signs['numbered-name'].test(value);
