/**
 * Direct Line 3.0 from `/v3/directline/conversations` on: begin a conversation, send to it, read it by watermark or
 * over a WebSocket. Whatever is said is kept in the history of its conversation, in the commit of its turn; clients
 * read that at their own pace, so a reply is never sent twice and never missed.
 *
 * What is left out of the protocol, or is otherwise than at the official service:
 * - Files. Of a message with attachments, and of `POST …/upload`, the words are heard and the files are thrown away:
 *   the bot asks for the words on the screen.
 * - What is no message (`event`, `conversationUpdate`, `invoke`, `messageReaction`, `endOfConversation`, …) is taken
 *   with an id and goes nowhere. `typing` too: nobody is there to see it.
 * - The sender of an activity is ignored: the token says who speaks. One conversation has one person.
 * - Of a message, `text`, `value` of our own buttons, `locale`, the number of `attachments` and
 *   `channelData.clientActivityID` are read. That id (1 to 100 letters, digits and `_ . : -`) tells a message that is
 *   sent again: it is answered once, under the same activity id. Everything else, `entities` and `deliveryMode` too,
 *   is not kept and not sent back.
 * - What a person wrote is sent back as it is kept: with secrets masked.
 * - A watermark is a whole number. Without one, with an empty one and with one that is no number, everything is read
 *   from the beginning, also by `GET /conversations/ID`, where the official service begins with what comes next:
 *   a client that lost its connection before the first line would miss that line. One beyond the end is the end.
 * - A conversation may have several streams (the official service closes all but one). A stream ends with 4403 when
 *   its token expires, and with 1001 when the bot shuts down.
 * - No `session/getsessionid`, no attachments of the bot's own, no `DELETE`, no Direct Line 1.1, App Service
 *   extension, Speech or OAuth cards; no `referenceGrammarId` and no `eTag`.
 *
 * What is added: `replies=data` on reading, a third of the bytes for clients that know our replies, and the bot's own
 * `channelData.keyturn` in every reply.
 */

import type { Clock, Log } from '../../ports.ts';
import type { RoleLabel } from '../activity/reply-card.ts';
import type { ReadHistory } from './activity-sets.ts';
import type { Doorkeeper } from './authorize.ts';
import { createConversations, type Hear } from './conversations.ts';
import { fault, type WebAnswer, type WebChannel, type WebRequest } from './exchange.ts';
import { MalformedBody } from './read-activity.ts';
import { METHODS, type Place, readPlace } from './route.ts';
import { createStreams } from './streams.ts';
import type { Tokens } from './tokens.ts';
import { DIRECT_LINE_TUNING, type DirectLineTuning } from './tuning.ts';

/** What the channel is made of. */
export interface DirectLineParts {
  readonly hear: Hear;
  readonly history: ReadHistory;
  readonly doorkeeper: Doorkeeper;
  readonly tokens: Tokens;
  readonly roleLabel: RoleLabel;
  readonly clock: Clock;
  readonly log: Log;
  readonly tuning?: Partial<DirectLineTuning>;
}

/** Puts the channel together. An answer rejects only where the bot cannot keep a turn or the store cannot be read. */
export function createDirectLineChannel(parts: DirectLineParts): WebChannel {
  const { doorkeeper } = parts;
  const streams = createStreams();
  const conversations = createConversations({
    ...parts,
    streams,
    tuning: { ...DIRECT_LINE_TUNING, ...parts.tuning },
  });
  let closing = false;

  async function answerAt(place: Place, request: WebRequest): Promise<WebAnswer> {
    const allowed = METHODS[place.kind];
    if (!allowed.includes(request.method)) return notAllowed(allowed);
    if (place.kind === 'conversations') {
      const caller = doorkeeper.callerOf(request);
      return caller.kind === 'refused' ? caller.answer : await conversations.begin(request, caller);
    }
    const caller = doorkeeper.admit(request, place.conversationId);
    if (caller.kind === 'refused') return caller.answer;
    const { ticket } = caller;
    switch (place.kind) {
      case 'conversation':
        return conversations.again(request, ticket);
      case 'activities':
        return request.method === 'GET'
          ? await conversations.read(request, ticket)
          : await conversations.send(request, ticket);
      case 'upload':
        return await conversations.upload(request, ticket);
      case 'stream':
        return UPGRADE_REQUIRED;
    }
  }

  return {
    async answer(request) {
      const place = readPlace(request.path);
      if (place === null) return null;
      try {
        return await answerAt(place, request);
      } catch (error) {
        if (error instanceof MalformedBody) return fault(400, 'BAD_ACTIVITY', error.message);
        throw error;
      }
    },
    async upgrade(upgrade) {
      const { request } = upgrade;
      const place = readPlace(request.path);
      if (place?.kind !== 'stream') return NO_STREAM;
      if (closing) return SHUTTING_DOWN;
      const { conversationId } = place;
      // Browsers cannot send a header with a WebSocket.
      const caller = doorkeeper.admit(request, conversationId, request.query.get('t'));
      if (caller.kind === 'refused') return caller.answer;
      streams.upgrade(upgrade, conversationId, (socket) =>
        conversations.stream(socket, request, caller.ticket),
      );
      return null;
    },
    async close() {
      closing = true;
      await streams.close();
    },
  };
}

const UPGRADE_REQUIRED = fault(426, 'UPGRADE_REQUIRED', 'Connect to this address with a WebSocket.', {
  Upgrade: 'websocket',
  Connection: 'Upgrade',
});
const NO_STREAM = fault(
  404,
  'NOT_FOUND',
  'There is no stream here; connect to the streamUrl of a conversation.',
);
const SHUTTING_DOWN = fault(503, 'SHUTTING_DOWN', 'The bot is shutting down; connect again in a moment.', {
  'Retry-After': '1',
});

const notAllowed = (allowed: readonly string[]): WebAnswer =>
  fault(405, 'METHOD_NOT_ALLOWED', `This path takes ${allowed.join(' and ')} only.`, {
    Allow: allowed.join(', '),
  });
