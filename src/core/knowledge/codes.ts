/** Every kind of complaint about a knowledge base. */

/**
 * `error`: the base cannot be used as it stands, or does what it promises not to. `warning`: it can be used, but does
 * not do what its author means. `check` fails on either.
 */
export type Severity = 'error' | 'warning';

/** Every code with its severity, from the bytes of a file up to what several files say together. */
export const CODES = {
  // Bytes and files.
  FILE_TOO_BIG: 'error',
  BAD_ENCODING: 'error',
  HIDDEN_CHARACTER: 'error',
  UNKNOWN_FILE: 'error',
  TOO_MANY_FILES: 'error',
  MISSING_FILE: 'error',
  NO_SCHEMA_LINE: 'warning',
  // Syntax.
  EMPTY_FILE: 'error',
  BAD_YAML: 'error',
  BAD_LINE: 'error',
  TOO_DEEP: 'error',
  SEVERAL_DOCUMENTS: 'error',
  YAML_DIRECTIVE: 'error',
  ALIAS: 'error',
  TAG: 'error',
  DUPLICATE_KEY: 'error',
  // Shape of one file.
  WRONG_TYPE: 'error',
  MISSING_KEY: 'error',
  UNKNOWN_KEY: 'error',
  UNKNOWN_WORD: 'error',
  BAD_ID: 'error',
  BAD_TEXT: 'error',
  OUT_OF_RANGE: 'error',
  TOO_LONG: 'error',
  TOO_SHORT: 'error',
  // Names and references.
  WRONG_FILE_NAME: 'error',
  WRONG_FOLDER: 'error',
  DUPLICATE_ID: 'error',
  RESERVED_ID: 'error',
  UNKNOWN_FAMILY: 'error',
  UNKNOWN_QUESTION: 'error',
  UNKNOWN_ANSWER: 'error',
  UNKNOWN_ROLE: 'error',
  UNKNOWN_STEP: 'error',
  UNKNOWN_SOURCE: 'error',
  UNKNOWN_THING: 'error',
  UNKNOWN_PROBLEM: 'error',
  UNKNOWN_REFUSAL: 'error',
  UNKNOWN_CHOICE: 'error',
  UNKNOWN_ACT: 'error',
  UNKNOWN_STANDING: 'error',
  UNKNOWN_ARTICLE: 'error',
  UNKNOWN_SUBJECT: 'error',
  CURE_NOT_A_STEP: 'error',
  ROLE_CYCLE: 'error',
  TWO_QUESTIONS_FOR_ALL: 'error',
  // Signs.
  SIGN_OUTSIDE_FAMILY: 'error',
  // Codes in texts.
  BAD_PATTERN: 'error',
  SLOW_PATTERN: 'error',
  PATTERN_MATCHES_NOTHING: 'error',
  // Sentences of the bot.
  UNKNOWN_PLACEHOLDER: 'error',
  BAD_PLACEHOLDER: 'error',
  // What works, but not as meant.
  SUM_ABOVE_ONE: 'warning',
  SUM_BELOW_ONE: 'warning',
  USUAL_DENIED: 'warning',
  SAME_PHRASE: 'warning',
  SAME_SAYING: 'warning',
  TWIN_EXAMPLES: 'warning',
  NEVER_SAID: 'warning',
  REFUSED_PHRASE: 'warning',
  ASKED_WITHOUT_WHY: 'warning',
  ASKED_WITHOUT_TIME: 'warning',
  TOO_MANY_CHOICES: 'warning',
  UNUSED_QUESTION: 'warning',
  UNUSED_STEP: 'warning',
  UNSAID_PLAIN: 'warning',
  UNUSED_THING: 'warning',
  UNREACHABLE_PROBLEM: 'warning',
  FAMILY_WITHOUT_CONTACT: 'warning',
  FAMILY_WITHOUT_PROBLEM: 'warning',
  // What only trying it shows; src/workbench/check.ts.
  PROBLEMS_ALIKE: 'warning',
  AMBIGUOUS_PHRASE: 'warning',
  UNREACHED_PROBLEM: 'warning',
  NEVER_ASKED: 'warning',
  EXAMPLE_MISREAD: 'warning',
  SECRET_SHOWN: 'error',
  MASKED_TOO_MUCH: 'warning',
  SECRET_IN_TEXT: 'warning',
  CONVERSATION_GOES_OTHERWISE: 'error',
} as const satisfies Record<string, Severity>;

/** The name of a kind of complaint. */
export type Code = keyof typeof CODES;
