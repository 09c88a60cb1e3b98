/** Files of one thing each: a problem, a question, a step. */

import { z } from 'zod';
import { ABOUT, RISKS } from '../model.ts';
import { lacks, needs } from './needs.ts';
import { duration, frequency, id, likelihood, phrases, sentence, signs, sources } from './terms.ts';

/** `knowledge/problems/FAMILY/ID.yaml` */
export const problemFile = z
  .strictObject({
    id,
    title: sentence.describe('The cause in a few words, as a heading.'),
    families: z.record(id, frequency).describe('Family: how frequent the problem is there.'),
    means: sentence.describe('One or two sentences: what is going on.'),
    said_as: phrases
      .min(1)
      .describe('How people put it, in their words. Trains the reader and feeds the search.'),
    signs,
    needs,
    remedy: z.strictObject({
      success: likelihood.describe('How likely the remedy cures the problem when it is the right one.'),
      steps: z.array(id).min(1).max(30).describe('Ids of steps/, in order.'),
      cured_by: z.array(id).min(1).optional().describe('The steps that cure. Left out: all of them.'),
      fixed_when: sentence.describe('How to see that it is cured.'),
    }),
    prevention: sentence.optional(),
    sources,
  })
  .describe('A cause that has exactly one remedy.');

const answer = z.strictObject({
  id,
  label: sentence.max(120).describe('The text of the button.'),
  phrases: phrases.optional().describe('Ways to say it that are recognised anywhere in a message.'),
  says: z
    .enum(['yes', 'no'])
    .optional()
    .describe('This answer is meant by a bare "yes" or "no" to the question.'),
  lacks,
  offered: z.boolean().optional().describe('false: recognised in text, but not shown as a button.'),
});

/** `knowledge/questions/ID.yaml` */
export const questionFile = z
  .strictObject({
    id,
    about: z.enum(ABOUT),
    families: z
      .union([z.literal('all'), z.array(id).min(1)])
      .describe('To which families the question applies.'),
    needs,
    choose: z
      .enum(['one', 'many'])
      .describe('one: answers exclude each other. many: each is its own yes or no.'),
    ask: sentence.optional().describe('The question as it is asked. Left out: never asked, only heard.'),
    why: sentence.optional().describe('Why it is asked; shown to the person.'),
    takes: duration.optional(),
    who: id
      .optional()
      .describe('The role that can answer by looking; others are not asked. Left out: anybody.'),
    answers: z.union([z.array(answer).min(1).max(200), z.enum(['families', 'roles', 'steps'])]),
    usually: z
      .record(id, likelihood)
      .optional()
      .describe('How likely each answer is when nothing else speaks for one.'),
    noise: z
      .number()
      .min(0)
      .max(0.5)
      .optional()
      .describe('How often people answer it wrongly, 0 to 0.5. Left out: 0.02.'),
  })
  .describe('Something that can be known about a case.');

/** `knowledge/steps/ID.yaml` */
export const stepFile = z
  .strictObject({
    id,
    title: sentence
      .max(120)
      .describe('What to do in a few words: said first, and to whoever fetches the person who may do it.'),
    by: id.describe('The role that may do it, of roles.yaml.'),
    families: z
      .array(id)
      .min(1)
      .optional()
      .describe('For which devices it is, where several share the remedy. Left out: for all.'),
    needs,
    risk: z.enum(RISKS),
    takes: duration,
    said_done: phrases.optional().describe('How people say that they have done this already.'),
    caution: sentence.optional().describe('Shown before the step.'),
    do: sentence.describe('One action, imperative.'),
    plain: sentence
      .max(400)
      .optional()
      .describe(
        'The same in everyday words, at most two short sentences, for roles that are not "skilled". Left out: "do" is plain.',
      ),
    see: sentence.optional().describe('What should be seen afterwards.'),
    cannot: sentence.optional().describe('What to do if you cannot.'),
    sources,
  })
  .describe('One thing to do, by one role.');

const says = sentence
  .max(600)
  .describe('The answer in one or two short sentences, which stand alone: people read nothing around them.');
const claimed = sources.min(1).describe('Ids of sources.yaml, at least one, like [L14a] or [G].');

/** `knowledge/answers/ID.yaml` */
export const articleFile = z
  .strictObject({
    asks: phrases
      .min(5)
      .describe('How people ask it, in their words: five ways at least. Trains the reader.'),
    families: z
      .array(id)
      .min(1)
      .optional()
      .describe('The kinds of device of which alone it is asked. Left out: of any.'),
    about: z
      .array(id)
      .min(1)
      .optional()
      .describe('Questions and problems beside which it is asked most, by their ids.'),
    says,
    sources: claimed,
    differs: z
      .array(
        z.strictObject({
          families: z.array(id).min(1).describe('The kinds of device to which this is said instead.'),
          says,
          sources: claimed,
        }),
      )
      .min(1)
      .optional()
      .describe('Where the answer is another one for some kinds of device.'),
  })
  .describe('What is answered to a question beside the point.');
