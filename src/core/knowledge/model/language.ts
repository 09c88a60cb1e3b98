/** The little words of a language, which the program must know to read a message. */

/** A piece of a regular expression, in which a blank stands for one blank of any kind. */
export type Pattern = string;

/** A language. Words are in lower case; of patterns one must fit. */
export interface Language {
  /** Words that say that something is not so; all are read as one. */
  readonly negations: readonly string[];
  /** Words without content: optional in a phrase, and light anywhere. */
  readonly functionWords: readonly string[];
  /** A word, and the forms that are read as it. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
  /** Words for the first place, the second, and so on. */
  readonly places: readonly (readonly string[])[];
  /** Words that may stand beside the one for a place. */
  readonly besidePlaces: readonly string[];
  readonly thumbs: { readonly up: string; readonly down: string };
  /** What stands behind a number that counts or measures. */
  readonly measures: readonly string[];
  /** What stands before a number that is no code. */
  readonly beforeNumbers: readonly string[];
  readonly mail: MailWords;
  /** Ordinary words that spelling leaves alone. */
  readonly everyday: readonly string[];
}

/** What tells the parts of mails and tickets. */
export interface MailWords {
  readonly fields: readonly Pattern[];
  readonly earlier: readonly Pattern[];
  readonly farewells: readonly Pattern[];
  readonly programs: readonly Pattern[];
  readonly thanks: readonly Pattern[];
  readonly afterwords: readonly Pattern[];
  readonly telephones: readonly Pattern[];
  readonly sentence: readonly string[];
}
