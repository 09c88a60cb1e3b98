/** Things that people have or have not, and what names them. */

import { z } from 'zod';
import { id, likelihood, phrases, sentence } from './terms.ts';

/** Ids of things, at a question, a step or a problem. */
export const needs = z
  .array(id)
  .min(1)
  .max(10)
  .optional()
  .describe(
    'Things of things.yaml. Whoever has none of one is not asked or shown this. ' +
      'The first is what "no such thing" in reply to the question means.',
  );

/** Ids of things, at an answer. */
export const lacks = z
  .array(id)
  .min(1)
  .max(10)
  .optional()
  .describe('Things of things.yaml that whoever gives this answer has not.');

/** `knowledge/things.yaml` */
export const thingsFile = z
  .strictObject({
    things: z.array(
      z.strictObject({
        id,
        none: z.strictObject({
          label: sentence.max(120).describe('What is said of somebody who has none: "There is no key lock".'),
          phrases: phrases.optional().describe('How people say that they have none.'),
          usually: likelihood.describe('How usual it is to have none, where no family says otherwise.'),
        }),
        has: z.strictObject({
          label: sentence.max(120).describe('What is said of somebody who has one: "There is a key lock".'),
          phrases: phrases
            .optional()
            .describe('How people say that there is one, where it was thought that there is none.'),
        }),
      }),
    ),
  })
  .describe('Things that one person has and another has not.');
