/** The little words of a language, and how secrets are told in it. */

import { z } from 'zod';
import { SECRET_CUES, SECRET_SIGNS, SECRET_VALUES } from '../model.ts';

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

/** A table with patterns for each name. */
const patternsFor = <Name extends string>(names: readonly Name[]) => z.record(z.enum(names), patterns);

/** `knowledge/language/secrets.yaml` */
export const secretsFile = z
  .strictObject({
    parts: z
      .record(z.string().regex(/^[a-z_]+$/), pattern)
      .describe('Pieces of patterns: {name} puts one in.'),
    rules: z
      .array(
        z.strictObject({
          value: z.enum(SECRET_VALUES).describe('What the value must be like besides.'),
          where: pattern.optional().describe('What a text must hold for the patterns to be tried.'),
          exact: z.boolean().optional().describe('Whether capitals and small letters are told apart.'),
          rotatable: z
            .boolean()
            .optional()
            .describe('Whether its owner should replace it once it was shown.'),
          says: patterns,
          needs: patterns.optional(),
          unless: patterns.optional(),
        }),
      )
      .min(1),
    signs: patternsFor(SECRET_SIGNS),
    cues: patternsFor(SECRET_CUES),
    states: words,
    joining: words,
    copulas: words,
    card_details: z.strictObject({ named: patterns, behind: patterns, before: patterns }),
    digits: z.strictObject({
      units: words,
      teens: words,
      tens: words,
      repeats: z.record(z.string(), z.number().int().min(2).max(4)),
      greater: z.record(z.string(), z.string().regex(/^0{2,3}$/)),
    }),
    foreign_digits: z.array(z.strictObject({ units: words, greater: words })),
  })
  .describe('How secrets are told.');
