/** The little words of a language, made ready for reading. */

import type { Language, Pattern } from '../knowledge/model.ts';
import { NOT, type OwnStems } from './stems.ts';

/** Plain data. */
export interface Grammar {
  /** Every word without content, every form and every negation → its stem. */
  readonly stems: OwnStems;
  readonly functionWords: ReadonlySet<string>;
  readonly everyday: ReadonlySet<string>;
  /** Word → the place among the choices that it names, from 1. */
  readonly places: ReadonlyMap<string, number>;
  readonly besidePlaces: ReadonlySet<string>;
  readonly thumbs: Language['thumbs'];
  readonly notCode: { readonly before: RegExp; readonly behind: RegExp };
  readonly mail: MailGrammar;
}

/** What lines of mails and tickets look like. */
export type MailGrammar = ReturnType<typeof mailGrammarOf>;

/** Makes a language ready. */
export function grammarOf(language: Language): Grammar {
  const { negations, functionWords, forms } = language;
  return {
    stems: new Map([
      ...functionWords.map((word): [string, string] => [word, word]),
      ...Object.entries(forms).flatMap(([stem, all]) => all.map((form): [string, string] => [form, stem])),
      ...negations.map((word): [string, string] => [word, NOT]),
    ]),
    functionWords: new Set(functionWords),
    everyday: new Set(language.everyday),
    places: new Map(
      language.places.flatMap((words, at) => words.map((word): [string, number] => [word, at + 1])),
    ),
    besidePlaces: new Set(language.besidePlaces),
    thumbs: language.thumbs,
    notCode: notCodeOf(language),
    mail: mailGrammarOf(language),
  };
}

const SIGNS = /[\\^$.*+?()[\]{}|/-]/g;

/** Words as a pattern of which one must fit. */
export const oneOf = (words: readonly string[]): Pattern =>
  `(?:${words.map((word) => word.replace(SIGNS, '\\$&')).join('|')})`;

/** Patterns as one of which one must fit. */
export const anyOf = (patterns: readonly Pattern[]): Pattern =>
  `(?:${patterns.map((pattern) => pattern.replaceAll(' ', '\\s')).join('|')})`;

/** Behind a number: its unit. Before one: money, a bigger number, a date, a decimal, a telephone. */
const notCodeOf = ({ measures, beforeNumbers }: Language): Grammar['notCode'] => ({
  behind: new RegExp(`^\\s?${oneOf(measures)}(?![\\p{L}\\p{N}])`, 'iu'),
  before: new RegExp(`(?:[€$£+#]\\s?|\\d[.,:/-]|\\d[ -]|\\b${oneOf(beforeNumbers)}[.:]?\\s?)$`, 'i'),
});

function mailGrammarOf({ mail }: Language) {
  const line = (pattern: string): RegExp => new RegExp(`^\\s*${pattern}`, 'i');
  return {
    field: line(`${anyOf(mail.fields)}\\s*:`),
    earlier: line(`(?:${anyOf(mail.earlier)}|_{10,}\\s*$)`),
    farewell: line(`${anyOf(mail.farewells)}\\s*(?:[,.!-].{0,60})?$`),
    program: line(`${anyOf(mail.programs)}\\b`),
    thanks: line(`${anyOf(mail.thanks)}[\\s,.!]*$`),
    afterword: line(`${anyOf(mail.afterwords)}\\b`),
    contact: new RegExp(
      `\\b${anyOf(mail.telephones)}\\b\\.?\\s*[:.]?\\s*\\+?\\(?\\d[\\d\\s()./-]{5,}|^\\s*\\+?\\(?\\d[\\d\\s()./-]{7,}\\s*$|\\bwww\\.|@[a-z0-9-]+\\.[a-z]`,
      'i',
    ),
    sentence: new RegExp(`\\b${oneOf(mail.sentence)}\\b`, 'i'),
  };
}
