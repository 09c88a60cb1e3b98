/**
 * What an author writes, file by file. These schemas check the YAML and make the JSON Schemas that editors use,
 * so that the two cannot drift. Descriptions are read by authors while they type.
 */

import { z } from 'zod';
import { ABOUT, FREQUENCIES, LIKELIHOODS, MESSAGES, RISKS, SPEECH } from './model.ts';

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] => {
  const keys: string[] = Object.keys(table);
  return keys as [K, ...K[]];
};

const id = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'an id is made of lower-case words joined by hyphens, like "lock-is-stiff"',
  )
  .max(80)
  .meta({ examples: ['seal-switch-on'] });
const sentence = z.string().trim().min(1).max(2000);
const phrase = z.string().trim().min(1).max(200);
const phrases = z.array(phrase).max(2000);
const duration = z
  .string()
  .regex(/^\d+(\.\d+)? (s|min|h)$/, 'a duration is a number and a unit, like "30 s", "5 min" or "2 h"')
  .meta({ examples: ['5 min'], description: 'How long it takes: "30 s", "5 min" or "2 h".' });
const likelihood = z
  .union([z.enum(keysOf(LIKELIHOODS)), z.number().min(0).max(1)])
  .describe(
    'How likely: always, almost-always, usually, often, sometimes, rarely, almost-never, never; or a number from 0 to 1.',
  );
const frequency = z
  .union([z.enum(keysOf(FREQUENCIES)), z.number().gt(0).max(1)])
  .describe(
    'How frequent among the cases of the family: very-common, common, occasional, rare; or a number from 0 to 1.',
  );
const signs = z
  .record(id, z.record(id, likelihood))
  .describe('What is seen when this is the problem. Question: { answer: how likely }.');
const sources = z
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
      .describe('What is done, in a few words, for somebody who fetches the person who may do it.'),
    by: id.describe('The role that may do it, of roles.yaml.'),
    risk: z.enum(RISKS),
    takes: duration,
    said_done: phrases.optional().describe('How people say that they have done this already.'),
    caution: sentence.optional().describe('Shown before the step.'),
    do: sentence.describe('One action, imperative.'),
    see: sentence.optional().describe('What should be seen afterwards.'),
    cannot: sentence.optional().describe('What to do if you cannot.'),
    sources,
  })
  .describe('One thing to do, by one role.');

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
  })
  .describe('What things cost, in seconds of a queue.');

/** `knowledge/lexicon.yaml` */
export const lexiconFile = z
  .strictObject({
    same: z.array(z.array(phrase).min(2)).describe('Words that mean the same, a row each.'),
    codes: z
      .record(id, z.union([z.lazy(() => codeRule), z.array(z.lazy(() => codeRule)).min(1)]))
      .describe('Question: the pattern by which a code in the text answers it.'),
  })
  .describe('Vocabulary that is shared by everything.');

const codeRule = z.strictObject({
  pattern: z.string().min(1).max(300),
  answer: id.optional().describe('The answer it means. Left out: the code itself is the id of the answer.'),
  near: z.array(phrase).optional().describe('Words of which one must stand in the message.'),
});

/** `knowledge/acts.yaml` */
export const actsFile = z
  .strictObject({
    speech: z
      .record(z.enum(SPEECH), phrases.min(1))
      .describe('Examples of what people do with words besides reporting.'),
    refusals: z.array(
      z.strictObject({
        id,
        act: z.enum(['bypass', 'unsafe']),
        phrases: phrases.min(1),
        unless: phrases.optional().describe('Harmless look-alikes.'),
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

/** `knowledge/messages/LANGUAGE.yaml` */
export const messagesFile = z
  .strictObject({
    messages: z.strictObject(Object.fromEntries(keysOf(MESSAGES).map((key) => [key, sentence]))),
  })
  .describe('Every sentence of the bot.');

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

/** What each kind of file holds once its schema has read it. */
export interface AuthoredKinds {
  readonly families: z.output<typeof familiesFile>;
  readonly roles: z.output<typeof rolesFile>;
  readonly costs: z.output<typeof costsFile>;
  readonly lexicon: z.output<typeof lexiconFile>;
  readonly acts: z.output<typeof actsFile>;
  readonly contacts: z.output<typeof contactsFile>;
  readonly sources: z.output<typeof sourcesFile>;
  readonly messages: z.output<typeof messagesFile>;
  readonly problem: z.output<typeof problemFile>;
  readonly question: z.output<typeof questionFile>;
  readonly step: z.output<typeof stepFile>;
  readonly conversation: z.output<typeof conversationFile>;
}

/** The name of a kind of file, which is also the name of its schema: `schema/KIND.schema.json`. */
export type FileKind = keyof AuthoredKinds;

/** Every kind of file, by the name of its schema, with the paths it stands at (relative to the knowledge folder). */
export const FILE_KINDS: {
  readonly [K in FileKind]: { readonly schema: z.ZodType<AuthoredKinds[K]>; readonly path: RegExp };
} = {
  families: { schema: familiesFile, path: /^families\.yaml$/ },
  roles: { schema: rolesFile, path: /^roles\.yaml$/ },
  costs: { schema: costsFile, path: /^costs\.yaml$/ },
  lexicon: { schema: lexiconFile, path: /^lexicon\.yaml$/ },
  acts: { schema: actsFile, path: /^acts\.yaml$/ },
  contacts: { schema: contactsFile, path: /^contacts\.yaml$/ },
  sources: { schema: sourcesFile, path: /^sources\.yaml$/ },
  messages: { schema: messagesFile, path: /^messages\/[a-z]{2,3}(-[A-Za-z0-9]+)*\.yaml$/ },
  problem: { schema: problemFile, path: /^problems\/[a-z0-9-]+\/[a-z0-9-]+\.yaml$/ },
  question: { schema: questionFile, path: /^questions\/[a-z0-9-]+\.yaml$/ },
  step: { schema: stepFile, path: /^steps\/[a-z0-9-]+\.yaml$/ },
  conversation: { schema: conversationFile, path: /^conversations\/[a-z0-9-]+\.yaml$/ },
};

/** The kinds in a fixed order. */
export const KIND_NAMES: readonly FileKind[] = keysOf(FILE_KINDS);
