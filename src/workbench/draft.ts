/** What an author is asked for a new problem. Every answer may be left out; `draft-files.ts` fills in the rest. */

import { z } from 'zod';
import {
  duration,
  frequency,
  id,
  likelihood,
  phrases,
  sentence,
  signs,
  sources,
} from '../core/knowledge/authored/terms.ts';
import { RISKS } from '../core/knowledge/model.ts';

const newStep = z.strictObject({
  id: id.optional(),
  title: sentence.max(120).optional(),
  by: id.optional(),
  risk: z.enum(RISKS).optional(),
  takes: duration.optional(),
  said_done: phrases.optional(),
  caution: sentence.optional(),
  do: sentence,
  see: sentence.optional(),
  cannot: sentence.optional(),
  sources: sources.optional(),
});

/** A step that does not exist yet: what to do, and what is known of it. */
export type NewStep = z.infer<typeof newStep>;

/** The answers, as `keyturn new problem --answers FILE` reads them. */
export const draftSchema = z.strictObject({
  id: id.optional(),
  /** What is wrong, in one line. */
  title: sentence.optional(),
  /** One family, several, or each with how frequent the problem is there. */
  families: z.union([id, z.array(id).min(1), z.record(id, frequency)]).optional(),
  means: sentence.optional(),
  said_as: phrases.optional(),
  signs: signs.optional(),
  /** Ids of steps that exist, words of new ones, or new ones with all that is known of them. */
  steps: z.array(z.union([sentence, newStep])).optional(),
  cured_by: z.array(id).min(1).optional(),
  success: likelihood.optional(),
  fixed_when: sentence.optional(),
  prevention: sentence.optional(),
  sources: sources.optional(),
});

/** What an author has answered so far. */
export type Draft = z.infer<typeof draftSchema>;

/** Why something is not of the shape that was wanted, for the person who wrote it: `steps.0.by: …`. */
export function shapeFault(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'it is not as it must be';
  const where = issue.path.length === 0 ? '' : `"${issue.path.join('.')}": `;
  return `${where}${issue.message}`;
}
