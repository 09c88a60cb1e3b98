/** Conversations that must go as written. */

import { z } from 'zod';
import { id, phrase, sentence } from './terms.ts';

/** `knowledge/conversations/*.yaml` */
export const conversationFile = z
  .strictObject({
    title: sentence,
    why: sentence,
    role: id.optional(),
    turns: z
      .array(
        z.union([
          z.strictObject({ user: z.string() }),
          z.strictObject({ chooses: id.describe('The id of a choice of the last reply.') }),
          z.strictObject({
            bot: z.strictObject({
              question: id.optional(),
              remedy: id.optional(),
              handover: z.literal(true).optional(),
              refusal: id.optional(),
              answer: id.optional().describe('The article that answers a question beside the point.'),
              smalltalk: z.literal(true).optional(),
              'out-of-scope': z.literal(true).optional(),
              restart: z.literal(true).optional(),
              closing: z.literal(true).optional(),
              shows: z.array(id).optional().describe('Steps that are among those shown.'),
              mentions: z.array(phrase).optional().describe('Words that stand in what is said.'),
            }),
          }),
        ]),
      )
      .min(2),
  })
  .describe('A conversation that must go like this.');
