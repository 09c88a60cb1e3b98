/** Begins conversations, hears what is sent to them, and reads what was said. Whoever calls has been let in. */

import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { UserTurn } from '../../core/conversation.ts';
import type { Clock, Log } from '../../ports.ts';
import type { RoleLabel } from '../activity/reply-card.ts';
import {
  type ReadHistory,
  type ReadLines,
  readPage,
  readWatermark,
  withinConversation,
} from './activity-sets.ts';
import type { Caller } from './authorize.ts';
import { conversationAnswer } from './conversation-answer.ts';
import { newConversationId, userIdOf } from './conversation-ids.ts';
import type { WebAnswer, WebRequest } from './exchange.ts';
import { readClientActivity, readConversationStart } from './read-activity.ts';
import { activityIdOf, JOINED, keyOf, readTurn } from './read-turn.ts';
import { formOf, typingActivity, type View } from './render.ts';
import { openStream, type Stream } from './stream.ts';
import type { Streams } from './streams.ts';
import type { Ticket, Tokens } from './tokens.ts';
import type { DirectLineTuning } from './tuning.ts';
import { readUpload } from './upload.ts';

/** What the channel needs of the bot. Resolves once the turn and its history are durable. */
export type Hear = (incoming: {
  /** Key of the state. */
  readonly conversation: string;
  readonly turn: UserTurn;
  readonly address: null;
  readonly history: true;
  /** Language tag. */
  readonly locale: string;
}) => Promise<{ readonly repeated: boolean }>;

/** What conversations are made of. */
export interface ConversationParts {
  readonly hear: Hear;
  readonly history: ReadHistory;
  readonly streams: Streams;
  readonly tokens: Tokens;
  readonly roleLabel: RoleLabel;
  readonly clock: Clock;
  readonly log: Log;
  readonly tuning: DirectLineTuning;
}

/** What clients can do. A body that cannot be read rejects with `MalformedBody`. */
export interface Conversations {
  /** Begins the conversation of a token, or a new one for a server; welcomes once. */
  begin(request: WebRequest, caller: Exclude<Caller, { readonly kind: 'refused' }>): Promise<WebAnswer>;
  /** A new token and a new stream URL, behind the watermark that is given. */
  again(request: WebRequest, ticket: Ticket): WebAnswer;
  send(request: WebRequest, ticket: Ticket): Promise<WebAnswer>;
  read(request: WebRequest, ticket: Ticket): Promise<WebAnswer>;
  /** Hears the words that come with files; of the files the bot says that it takes none. */
  upload(request: WebRequest, ticket: Ticket): Promise<WebAnswer>;
  stream(socket: WebSocket, request: WebRequest, ticket: Ticket): Stream;
}

/** Of who says nothing of their language; the knowledge base says which ones it speaks. */
const DEFAULT_LOCALE = 'en';

export function createConversations(parts: ConversationParts): Conversations {
  const { history, streams, roleLabel, clock, log, tuning } = parts;

  const linesOf =
    (conversationId: string): ReadLines =>
    (after, limit) =>
      history(keyOf(conversationId), after, limit);
  const viewOf = (request: WebRequest, { conversationId, userId }: Ticket): View => ({
    conversationId,
    userId,
    form: formOf(request.query),
    roleLabel,
  });

  /** Has a turn answered. True: it had been answered before. */
  async function hear(conversationId: string, turn: UserTurn, locale: string): Promise<boolean> {
    const thinking = setTimeout(() => {
      for (const stream of streams.of(conversationId))
        stream.mention([typingActivity(clock(), conversationId)]);
    }, tuning.typingAfterMs);
    try {
      const conversation = keyOf(conversationId);
      return (await parts.hear({ conversation, turn, address: null, history: true, locale })).repeated;
    } finally {
      clearTimeout(thinking);
      for (const stream of streams.of(conversationId)) stream.wake();
    }
  }

  /** Null: it is no message, so an id is all that it gets. */
  async function taken({ conversationId }: Ticket, turn: UserTurn | null, locale?: string | null) {
    if (turn === null) return { status: 200, body: { id: randomUUID() } };
    await hear(conversationId, turn, locale ?? DEFAULT_LOCALE);
    return { status: 200, body: { id: activityIdOf(conversationId, turn.id) } };
  }

  return {
    async begin(request, caller) {
      const start = readConversationStart(await request.body());
      const ticket = caller.kind === 'ticket' ? caller.ticket : newConversation(start?.user?.id ?? null);
      const { conversationId } = ticket;
      const joined = { kind: 'joined', id: JOINED, at: clock() } as const;
      // The store forgets after some days which turns it has answered; a second welcome would come in the middle.
      const known =
        (await linesOf(conversationId)(0, 1)).length > 0 ||
        (await hear(conversationId, joined, start?.locale ?? DEFAULT_LOCALE));
      return conversationAnswer(known ? 200 : 201, request, ticket, null, parts);
    },
    again: (request, ticket) =>
      conversationAnswer(200, request, ticket, request.query.get('watermark'), parts),
    async send(request, ticket) {
      const activity = readClientActivity(await request.body());
      return await taken(ticket, readTurn(activity, clock()), activity.locale);
    },
    async read(request, ticket) {
      const lines = linesOf(ticket.conversationId);
      const watermark = readWatermark(request.query.get('watermark'));
      const page = await readPage(lines, watermark, tuning.linesPerAnswer, viewOf(request, ticket));
      if (page.position > watermark) return { status: 200, body: page.set };
      const end = await withinConversation(lines, watermark);
      return { status: 200, body: { ...page.set, watermark: String(end) } };
    },
    upload: async (request, ticket) => await taken(ticket, await readUpload(request, clock())),
    stream(socket, request, ticket) {
      const lines = linesOf(ticket.conversationId);
      const view = viewOf(request, ticket);
      const watermark = readWatermark(request.query.get('watermark'));
      return openStream({
        socket,
        begin: () => withinConversation(lines, watermark),
        read: (position) => readPage(lines, position, tuning.linesPerFrame, view),
        expiresAt: ticket.expiresAt,
        clock,
        log,
        tuning,
      });
    },
  };
}

/** Of a server that speaks for a person of its own; null: it does not say which. */
function newConversation(userId: string | null): Omit<Ticket, 'kind' | 'expiresAt'> {
  const conversationId = newConversationId(userId);
  return { conversationId, userId: userIdOf(conversationId), origin: null };
}
