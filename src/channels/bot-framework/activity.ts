/** What comes in at /api/messages, as far as this program reads it. Checked here, trusted behind. */

import { z } from 'zod';

/**
 * Longest id that is taken, in characters. Range 64..100,000, default 2,000: real ones stay below 500; each is
 * part of a key in the store.
 */
const LONGEST_ID = 2_000;

/** Control characters and halves of surrogate pairs do not survive every database. */
const id = z
  .string()
  .min(1)
  .max(LONGEST_ID)
  .refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
const account = z.object({ id, name: z.string().nullish() });

const attachment = z.object({ contentType: z.string().nullish(), content: z.unknown().optional() });

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().nullish(),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
});

const schema = z.object({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  channelId: z.string().min(1).max(200),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  conversation: z.object({
    id,
    isGroup: z.boolean().nullish(),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  from: account,
  recipient: account.nullish(),
  timestamp: z.string().nullish(),
  locale: z.string().max(100).nullish(),
  deliveryMode: z.string().nullish(),
  text: z.string().nullish(),
  attachments: z.array(attachment).nullish(),
  /** Entities of any kind; only mentions are read. */
  entities: z.array(z.union([mention, z.unknown().transform(() => null)])).nullish(),
  value: z.unknown().optional(),
  action: z.string().nullish(),
  membersAdded: z.array(account).nullish(),
});

export type IncomingActivity = z.infer<typeof schema>;
export type Mention = z.infer<typeof mention>;

/** Why an activity is not one; safe to say to whoever sent it, for it names fields and quotes nothing. */
export class MalformedActivity extends Error {
  constructor(readonly fields: readonly string[]) {
    super(`Not a Bot Framework activity: look at ${fields.join(', ')}.`);
    this.name = 'MalformedActivity';
  }
}

/** Checks a body. Throws `MalformedActivity`. */
export function readActivity(body: unknown): IncomingActivity {
  const result = schema.safeParse(body);
  if (!result.success) {
    const fields = result.error.issues.map((issue) =>
      issue.path.filter((part) => typeof part === 'string').join('.'),
    );
    throw new MalformedActivity([...new Set(fields.map((field) => field || 'the body'))].slice(0, 10));
  }
  if (result.data.type === 'message' && (result.data.id ?? null) === null)
    throw new MalformedActivity(['id']);
  return result.data;
}

/** Mentions in a message. */
export function mentionsOf(activity: IncomingActivity): readonly Mention[] {
  return (activity.entities ?? []).filter((entity) => entity !== null);
}
