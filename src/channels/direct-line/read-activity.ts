/** What comes in at a conversation, as far as this program reads it. Checked here, trusted behind. */

import { z } from 'zod';
import { locale } from '../activity/locale.ts';
import { firstOf, MOST_ATTACHMENTS } from '../activity/reading-limits.ts';
import { LONGEST_USER_ID } from './conversation-ids.ts';

/**
 * An id that a client made to tell its own message again: 1 to 100 letters, digits and `_ . : -`. Part of a key in the
 * store, so anything else counts as none given.
 */
const clientActivityId = z.string().regex(/^[\w.:-]{1,100}$/);

/** Everything else of an activity is ignored, the sender too: a token says who speaks. */
const activity = z.object({
  type: z.string().min(1).max(100),
  text: z.string().nullish(),
  locale,
  value: z.unknown().optional(),
  attachments: firstOf(MOST_ATTACHMENTS, z.unknown()),
  channelData: z
    .object({ clientActivityID: clientActivityId })
    .nullish()
    .catch(() => null),
});

/** What may come with the start of a conversation. */
const start = z
  .object({
    locale,
    user: z.object({ id: z.string().min(1).max(LONGEST_USER_ID).nullish() }).nullish(),
  })
  .nullish();

/** An activity that a client sent. */
export type ClientActivity = z.infer<typeof activity>;
/** How a conversation is begun. */
export type ConversationStart = z.infer<typeof start>;

/** Why a body cannot be read; `message` names fields and quotes nothing. */
export class MalformedBody extends Error {
  constructor(what: string, fields: readonly string[]) {
    super(`This is not ${what}: look at ${fields.join(', ')}.`);
    this.name = 'MalformedBody';
  }
}

const reader =
  <T>(what: string, schema: z.ZodType<T>) =>
  (body: unknown): T => {
    const result = schema.safeParse(body);
    if (result.success) return result.data;
    const fields = result.error.issues.map(({ path }) =>
      path.filter((part) => typeof part === 'string').join('.'),
    );
    throw new MalformedBody(what, [...new Set(fields.map((field) => field || 'the body'))].slice(0, 10));
  };

/** Throws `MalformedBody`. */
export const readClientActivity = reader('a Direct Line activity', activity);
/** Throws `MalformedBody`. No body at all is a start too. */
export const readConversationStart = reader('the start of a conversation', start);
