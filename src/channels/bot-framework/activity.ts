/** What comes in at /api/messages, as far as this program reads it. Checked here, trusted behind. */

import { z } from 'zod';
import { locale } from '../activity/locale.ts';
import { firstOf, MOST_ATTACHMENTS } from '../activity/reading-limits.ts';

/**
 * Longest id or address that is taken, in characters. Range 64..100,000, default 2,000: real ones stay below 500; each
 * is part of a key or of an address in the store.
 */
const LONGEST_ID = 2_000;

/**
 * How many entities are looked at. Range 20..2,000, default 200: Teams sends one for each mention, of which it takes
 * some twenty, and a few of its own.
 */
const MOST_ENTITIES = 200;

const short = z.string().max(LONGEST_ID, { abort: true });
/** Control characters and halves of surrogate pairs do not survive every database. */
const id = short.min(1).refine((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
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
  serviceUrl: short.pipe(z.url({ protocol: /^https?$/ })),
  conversation: z.object({
    id,
    isGroup: z.boolean().nullish(),
    conversationType: short.nullish(),
    tenantId: short.nullish(),
  }),
  from: account,
  recipient: account.nullish(),
  timestamp: short.nullish(),
  locale,
  deliveryMode: z.string().nullish(),
  text: z.string().nullish(),
  attachments: firstOf(MOST_ATTACHMENTS, attachment),
  /** Entities of any kind; only mentions are read. */
  entities: firstOf(MOST_ENTITIES, z.union([mention, z.unknown().transform(() => null)])),
  value: z.unknown().optional(),
  action: z.string().nullish(),
  /** Whether somebody was added is all that is read of these. */
  membersAdded: firstOf(1, account),
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
