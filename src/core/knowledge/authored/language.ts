/** The little words of a language, and how secrets are told in it. */

import { z } from 'zod';

/** Words that are parted by blanks; a whole dictionary is no more than a file may be. */
const words = z
  .string()
  .trim()
  .min(1)
  .max(100_000)
  .transform((text) => text.split(/\s+/))
  .describe('Words in lower case, parted by blanks.');

/** A piece of a regular expression. */
const pattern = z.string().min(1).max(4_000);

/** Patterns of which one must fit. */
const patterns = z
  .array(pattern)
  .min(1)
  .max(500)
  .describe('Words or phrases: (a|b) is one of both, ? makes what stands before it optional.');

/** `knowledge/language/LANGUAGE.yaml` */
export const languageFile = z
  .strictObject({
    negations: words.describe('Words that say that something is not so.'),
    function_words: words.describe('Words without content of their own.'),
    forms: z.record(z.string(), words).describe('Word: the forms that are read as it.'),
    places: z.array(words).min(1).describe('Words for the first place, the second, and so on.'),
    beside_places: words.describe('Words that may stand beside the one for a place.'),
    thumbs: z
      .strictObject({ up: z.string(), down: z.string() })
      .describe('The words that a thumb up and a thumb down stand for.'),
    measures: words.describe('What stands behind a number that counts or measures.'),
    before_numbers: words.describe('What stands before a number that is no code.'),
    mail: z
      .strictObject({
        fields: patterns,
        earlier: patterns,
        farewells: patterns,
        programs: patterns,
        thanks: patterns,
        afterwords: patterns,
        telephones: patterns,
        sentence: words,
      })
      .describe('What tells the parts of mails and tickets.'),
    everyday: words.describe('Ordinary words that spelling leaves alone.'),
  })
  .describe('The little words of a language.');

/** Words and phrases, parted by commas. */
const list = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .transform((text) => text.split(/\s*,\s*/))
  .describe('Words and phrases, parted by commas.');

const name = z.string().regex(/^[a-z][a-z_-]*$/);

/** What is said around a secret. */
const phrases = patterns.describe(
  'What is said around the secret, which is §; {name} is any word of that list.',
);

const lines = z.array(z.string().min(1).max(500)).min(1).max(500);

/** `knowledge/language/secrets.yaml` */
export const secretsFile = z
  .strictObject({
    words: z.record(name, list).describe('Lists of words: {name} in a phrase is any word of one.'),
    pieces: z.record(name, pattern).describe('Pieces of phrases for developers: {name} puts one in.'),
    never: phrases.describe('What stands around a number that is no secret, whatever else does.'),
    kinds: z
      .array(
        z.strictObject({
          kind: z.string().min(1).max(200).describe('What it is.'),
          looks: name.describe('How it looks: a name below "looks".'),
          exact: z.boolean().optional().describe('Whether capitals and small letters are told apart.'),
          says: phrases,
          needs: phrases.optional().describe('One of these must stand around it besides.'),
          unless: phrases.optional().describe('None of these may stand around it.'),
          masked: lines.describe('Examples: what is in [brackets] is masked, and nothing else.'),
          stays: lines.describe('Lines that look alike and of which nothing is masked.'),
        }),
      )
      .min(1)
      .max(500)
      .describe('Every kind of secret.'),
    looks: z
      .record(
        name,
        z.strictObject({
          is_number: z.boolean().optional().describe('Whether it is a number, however it is told.'),
          is: pattern.describe('What it is like.'),
          but_not: patterns.optional().describe('What it may not be, from end to end.'),
          has_digit: z.boolean().optional().describe('Whether texts without a digit have none.'),
          random: z.boolean().optional().describe('Whether only a machine mixes letters and digits so.'),
        }),
      )
      .describe('How secrets look.'),
    cards: z
      .strictObject({
        numbers: patterns.describe('What numbers cards have.'),
        rare_numbers: patterns.describe('What numbers hardly any card has any more.'),
        spoken_of: pattern,
        right_before: pattern,
        other_before: pattern,
      })
      .describe('What tells numbers of cards from others.'),
    talk: pattern.describe('What speaks of a secret, so that a number alone in the next message is one.'),
    numbers: z
      .array(
        z.strictObject({
          units: words,
          teens: words.optional(),
          tens: words,
          repeats: z.record(z.string(), z.number().int().min(2).max(4)).optional(),
          noughts: z.record(z.string(), z.string().regex(/^0{2,3}$/)).optional(),
          and: z.string().optional(),
        }),
      )
      .min(1)
      .describe('Words for digits, for each language.'),
  })
  .describe('How secrets are told.');
