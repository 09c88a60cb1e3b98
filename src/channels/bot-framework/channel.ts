/** The Bot Framework channel: an activity comes in, is heard, and what the bot says goes back. */

import type { Reply } from '../../core/conversation.ts';
import { type Address, type Clock, type Log, replyId, type Sender } from '../../ports.ts';
import type { RoleLabel } from '../activity/reply-card.ts';
import { type IncomingActivity, MalformedActivity, readActivity } from './activity.ts';
import type { BotFrameworkSettings, KeyturnAdapter } from './adapter.ts';
import { isLoopback, placeOf, writeAddress } from './address.ts';
import { readTurn } from './read-turn.ts';
import { type OutgoingActivity, renderReply } from './render.ts';
import { createSender } from './sender.ts';

/** What the channel needs of the bot. */
export type Hear = (incoming: {
  readonly conversation: string;
  readonly turn: NonNullable<ReturnType<typeof readTurn>>['turn'];
  readonly address: Address | null;
  readonly locale: string;
}) => Promise<{ readonly replies: readonly Reply[] }>;

/** What to answer to the request. */
export type Answer =
  | { readonly status: 200; readonly body: { readonly activities: readonly OutgoingActivity[] } | null }
  | { readonly status: 400 | 401 | 403; readonly code: string; readonly message: string };

export interface BotFrameworkChannel {
  readonly sender: Sender;
  /** Loads botbuilder and checks its settings, which the first activity does otherwise. Rejects where they are wrong. */
  open(): Promise<void>;
  /** Answers one request. Rejects only where the bot cannot keep the turn. */
  receive(body: unknown, authorization: string, hear: Hear): Promise<Answer>;
}

export interface ChannelParts {
  readonly settings: BotFrameworkSettings;
  readonly roleLabel: RoleLabel;
  readonly clock: Clock;
  readonly log: Log;
}

export function createBotFrameworkChannel(parts: ChannelParts): BotFrameworkChannel {
  const { clock, roleLabel, log } = parts;
  const adapter = adapterOnce(parts);
  const anonymous = (parts.settings.MicrosoftAppId ?? '') === '';

  async function authentic(activity: IncomingActivity, authorization: string): Promise<boolean> {
    try {
      await (await adapter()).authenticate(activity, authorization);
      return true;
    } catch (error) {
      // Whatever went wrong while looking at a token, the caller has not shown who they are.
      log.warn(
        { error: error instanceof Error ? error.name : 'unknown', channel: activity.channelId },
        'A caller was turned away.',
      );
      return false;
    }
  }

  return {
    sender: createSender({
      post: async (url, activity) => (await adapter()).post(url, activity),
      roleLabel,
      anonymous,
    }),
    async open() {
      await adapter();
    },
    async receive(body, authorization, hear) {
      const activity = tryRead(body);
      if (activity instanceof MalformedActivity)
        return { status: 400, code: 'BAD_ACTIVITY', message: activity.message };
      if (!(await authentic(activity, authorization))) {
        return {
          status: 401,
          code: 'UNAUTHORIZED',
          message: 'Send a valid Bot Framework token for this bot in the Authorization header.',
        };
      }
      const direct = activity.deliveryMode === 'expectReplies';
      if (anonymous && !direct && !isLoopback(activity.serviceUrl)) {
        return {
          status: 403,
          code: 'SERVICE_URL_NOT_ALLOWED',
          message:
            'Without an app id this bot answers to addresses of its own machine only. Use deliveryMode expectReplies, or configure MicrosoftAppId.',
        };
      }
      const read = readTurn(activity, clock());
      if (read === null) return { status: 200, body: direct ? { activities: [] } : null };
      const place = placeOf(activity);
      const { replies } = await hear({
        ...read,
        address: direct ? null : writeAddress(place),
        locale: place.locale,
      });
      if (!direct) return { status: 200, body: null };
      const activities = replies.map((reply, index) =>
        renderReply(reply, replyId(read.conversation, read.turn.id, index), place, roleLabel),
      );
      return { status: 200, body: { activities: activities.filter((each) => each !== null) } };
    },
  };
}

/** botbuilder takes as long to load as all else that a start needs, and many a bot is reached by the web alone. */
function adapterOnce({ settings, clock }: ChannelParts): () => Promise<KeyturnAdapter> {
  let adapter: Promise<KeyturnAdapter> | null = null;
  return () => {
    adapter ??= import('./adapter.ts').then((botbuilder) => new botbuilder.KeyturnAdapter(settings, clock));
    return adapter;
  };
}

function tryRead(body: unknown): IncomingActivity | MalformedActivity {
  try {
    return readActivity(body);
  } catch (error) {
    if (error instanceof MalformedActivity) return error;
    throw error;
  }
}
