/** Files of which a base has one, and its sentences, of which it has one for each language. */

import { z } from 'zod';
import { MESSAGES, MESSAGES_OF_ARTICLES, RISKS, SPEECH } from '../model.ts';
import { countAlternatives, MOST_ALTERNATIVES } from '../phrase.ts';
import { duration, frequency, id, keysOf, phrase, phrases, sentence, signs } from './terms.ts';

/** `knowledge/families.yaml` */
export const familiesFile = z
  .strictObject({
    title: sentence.describe('The name of this knowledge base.'),
    families: z
      .array(
        z.strictObject({
          id,
          label: sentence.max(60),
          called: sentence.max(80).describe('In a sentence, with its article: "a scale".'),
          aliases: phrases.optional(),
          models: phrases.optional(),
          frequency,
          something_else: z
            .number()
            .min(0.05)
            .max(0.1)
            .optional()
            .describe('Share of cases that are none of the problems here. Left out: 0.08.'),
          signs: signs.optional(),
          hand_over: duration
            .optional()
            .describe('What handing over to a human costs. Left out: the one of costs.yaml.'),
        }),
      )
      .min(1),
  })
  .describe('The kinds of device.');

/** `knowledge/roles.yaml` */
export const rolesFile = z
  .strictObject({
    roles: z
      .array(
        z.strictObject({
          id,
          label: sentence.max(60),
          called: sentence.max(80).describe('Whom to fetch, in a sentence: "your supervisor".'),
          phrases: phrases.optional(),
          acts_as: z.array(id).optional().describe('Other roles whose steps this one may do.'),
          skilled: z
            .boolean()
            .optional()
            .describe(
              'true: does such things for a living, and is told steps by "do". Left out: by "plain", where a step has it.',
            ),
          fetch: duration.describe('How long until somebody of this role stands there.'),
        }),
      )
      .min(1),
  })
  .describe('Who asks and who does, from the least to the most rights.');

/** `knowledge/costs.yaml` */
export const costsFile = z
  .strictObject({
    risks: z.record(
      z.enum(RISKS),
      z.strictObject({
        costs: duration.describe('What the risk is worth avoiding, in time.'),
        needs: z
          .number()
          .min(0)
          .max(1)
          .describe('How probable its problem must be before such a step is shown.'),
      }),
    ),
    hand_over: duration,
    wrong_remedy: duration
      .optional()
      .describe('What a remedy that did not help costs beside its steps: trust. Left out: nothing.'),
  })
  .describe('What things cost, in seconds of a queue.');

/** `knowledge/lexicon.yaml` */
export const lexiconFile = z
  .strictObject({
    same: z.array(z.array(phrase).min(2)).describe('Words that mean the same, a row each.'),
    codes: z
      .record(id, z.union([z.lazy(() => codeRule), z.array(z.lazy(() => codeRule)).min(1)]))
      .describe('Question: the pattern by which a code in the text answers it.'),
    makes: z
      .array(phrase)
      .optional()
      .describe('Makes and products: a sentence of a remedy that names one is told only where it was named.'),
  })
  .describe('Vocabulary that is shared by everything.');

const codeRule = z.strictObject({
  pattern: z.string().min(1).max(300),
  answer: id.optional().describe('The answer it means. Left out: the code itself is the id of the answer.'),
  near: z.array(phrase).optional().describe('Words of which one must stand in the message.'),
});

/** A phrase that may hold others: `(cut|break) the seal`. */
const choice = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .refine((text) => countAlternatives(text) <= MOST_ALTERNATIVES, {
    message: `this is more than ${MOST_ALTERNATIVES} phrases in one: write it as two lines with fewer words to choose from`,
  });

/** `knowledge/acts.yaml` */
export const actsFile = z
  .strictObject({
    speech: z
      .record(z.enum(SPEECH), phrases.min(1))
      .describe('Examples of what people do with words besides reporting.'),
    second_case: z
      .strictObject({
        later: phrases.min(1),
        now: phrases.min(1),
        same: phrases.min(1),
        called: z
          .strictObject({ first: phrase, other: phrase })
          .describe('What stands in the examples for the device of the case and for the other one.'),
      })
      .optional()
      .describe(
        'What people say when it is offered to take up a second problem later: so be it, rather now, or that it is the same problem.',
      ),
    asides: z
      .array(z.strictObject({ id, phrases: phrases.min(1), says: sentence }))
      .optional()
      .describe(
        'What is said of the bot, or in anger: answered in a sentence, and the case goes on as it was.',
      ),
    refusals: z.array(
      z.strictObject({
        id,
        act: z.enum(['bypass', 'unsafe']),
        phrases: z.array(choice).min(1).max(2000),
        unless: z.array(choice).max(2000).optional().describe('Harmless look-alikes.'),
        says: sentence,
      }),
    ),
  })
  .describe('How a message is taken, apart from the facts in it.');

/** `knowledge/contacts.yaml` */
export const contactsFile = z
  .strictObject({
    contacts: z
      .array(
        z.strictObject({
          id,
          label: sentence.max(120),
          families: z.union([z.literal('all'), z.array(id).min(1)]),
          role: id.optional().describe('Role of whoever is reached; who has it is not sent to themselves.'),
          reach: sentence,
        }),
      )
      .min(1),
  })
  .describe('Whom to call where no agent can come.');

/** `knowledge/sources.yaml` */
export const sourcesFile = z
  .strictObject({ sources: z.record(z.string(), sentence) })
  .describe('Where every claim comes from.');

const isOfArticles = (key: string): boolean => MESSAGES_OF_ARTICLES.some((each) => each === key);

/** `knowledge/messages/LANGUAGE.yaml` */
export const messagesFile = z
  .strictObject({
    messages: z.strictObject(
      Object.fromEntries(
        keysOf(MESSAGES).map((key) => [key, isOfArticles(key) ? sentence.optional() : sentence]),
      ),
    ),
  })
  .describe('Every sentence of the bot.');
