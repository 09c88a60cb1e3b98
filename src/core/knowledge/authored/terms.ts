/** What the schemas of all files are made of. Descriptions are read by authors while they type. */

import { z } from 'zod';
import { FREQUENCIES, LIKELIHOODS } from '../model.ts';

/** The keys of a table that is not empty, as the words that may be chosen. */
export const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] => {
  const keys: string[] = Object.keys(table);
  return keys as [K, ...K[]];
};

/** An id: lower-case words joined by hyphens, at most 80 characters, so that it is a file name everywhere. */
export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'an id is made of lower-case words joined by hyphens, like "lock-is-stiff"',
  )
  .max(80)
  .meta({ examples: ['lock-is-stiff'] });

/** Text for people: at most 2,000 characters, about a screen. */
export const sentence = z.string().trim().min(1).max(2000);

/** Words as people say them: a few, recognised inside longer messages. */
export const phrase = z.string().trim().min(1).max(200);

/** Several ways to say one thing. */
export const phrases = z.array(phrase).max(2000);

/** How long something takes, as people write it; the program counts in seconds. */
export const duration = z
  .string()
  .regex(/^\d+(\.\d+)? (s|min|h)$/, 'a duration is a number and a unit, like "30 s", "5 min" or "2 h"')
  .meta({ examples: ['5 min'], description: 'How long it takes: "30 s", "5 min" or "2 h".' });

/** A word of `LIKELIHOODS`, or a number in 0..1 for whoever has measured. */
export const likelihood = z
  .union([z.enum(keysOf(LIKELIHOODS)), z.number().min(0).max(1)])
  .describe(
    'How likely: always, almost-always, usually, often, sometimes, rarely, almost-never, never; or a number from 0 to 1.',
  );

/** A word of `FREQUENCIES`, or a number in 0..1 (above 0) for whoever has counted. */
export const frequency = z
  .union([z.enum(keysOf(FREQUENCIES)), z.number().gt(0).max(1)])
  .describe(
    'How frequent among the cases of the family: very-common, common, occasional, rare; or a number from 0 to 1.',
  );

/** Question → answer → how likely. */
export const signs = z
  .record(id, z.record(id, likelihood))
  .describe('What is seen when this is the problem. Question: { answer: how likely }.');

/** Where a claim comes from; `G` is general sense, without a source. */
export const sources = z
  .array(
    z
      .string()
      .regex(
        /^[A-Z]{1,3}\d+[a-z]?$|^G$/,
        'a source is named by capital letters and a number, like L14a or P11',
      ),
  )
  .max(100)
  .describe('Ids of sources.yaml, like [L14a, P11].');
