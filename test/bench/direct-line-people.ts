/** People who talk over Direct Line with a WebSocket, and the same people over Bot Framework's expectReplies. */

import { once } from 'node:events';
import WebSocket from 'ws';
import { z } from 'zod';
import { expectingReplies, type Sent } from './conversations.ts';
import { postJson } from './post-json.ts';

/** Somebody in a conversation of their own. */
export interface Talker {
  /** Sends something and waits for the answer; how long that took, in milliseconds. One at a time. */
  say(sent: Sent): Promise<number>;
  /** Goes away; resolves once the connection is closed. */
  leave(): Promise<void>;
}

/** Where somebody comes to talk. */
export type Come = (url: string) => Promise<Talker>;

const Begun = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });
const Taken = z.object({ id: z.string() });
const ActivitySet = z.object({
  activities: z.array(
    z.object({
      type: z.string(),
      from: z.object({ role: z.string() }),
      replyToId: z.string().optional(),
    }),
  ),
});
const Expected = z.object({ activities: z.array(z.object({ type: z.string() })).min(1) });

/** Begins a conversation with the secret of a server and opens its stream; resolves once the welcome is there. */
export function comeOverDirectLine(secret: string): Come {
  return async (url) => {
    const conversations = `${url}/v3/directline/conversations`;
    const { conversationId, token, streamUrl } = Begun.parse(await postJson(conversations, {}, secret));
    const socket = new WebSocket(streamUrl, { perMessageDeflate: false });
    const answers = answersOn(socket);
    const closed = once(socket, 'close');
    await answers.welcome;
    const activities = `${conversations}/${conversationId}/activities`;
    return {
      async say(sent) {
        answers.forget();
        const begun = performance.now();
        const posted = postJson(
          activities,
          { type: 'message', from: { id: 'una' }, locale: 'en-GB', ...sent },
          token,
        );
        const { id } = Taken.parse(await posted);
        return (await answers.to(id)) - begun;
      },
      async leave() {
        socket.close();
        await closed;
      },
    };
  };
}

/** Notes when the first reply to each message came. */
function answersOn(socket: WebSocket) {
  const cameAt = new Map<string, number>();
  let waiting: { id: string; resolve: (at: number) => void } | null = null;
  let welcomed: () => void = () => undefined;
  let failed: (error: Error) => void = () => undefined;
  const welcome = new Promise<void>((resolve, reject) => {
    welcomed = resolve;
    failed = reject;
  });
  socket.once('error', (error) => failed(error));
  socket.on('message', (data) => {
    const at = performance.now();
    const frame = data.toString();
    if (frame === '') return;
    for (const { type, from, replyToId } of ActivitySet.parse(JSON.parse(frame)).activities) {
      if (type !== 'message' || from.role !== 'bot') continue;
      if (replyToId === undefined) welcomed();
      else if (!cameAt.has(replyToId)) cameAt.set(replyToId, at);
    }
    const found = waiting === null ? undefined : cameAt.get(waiting.id);
    if (found !== undefined) waiting?.resolve(found);
  });
  return {
    welcome,
    forget() {
      cameAt.clear();
      waiting = null;
    },
    /** When the first reply to a message came. The reply may be there before the number of the message is. */
    to(id: string): Promise<number> {
      const at = cameAt.get(id);
      if (at !== undefined) return Promise.resolve(at);
      return new Promise((resolve) => {
        waiting = { id, resolve };
      });
    },
  };
}

let conversations = 0;

/** Bot Framework has nothing to open: a conversation begins with what is said first. */
export const comeWithExpectReplies: Come = async (url) => {
  const conversation = `expect-${process.pid}-${conversations++}`;
  let said = 0;
  return {
    async say(sent) {
      const activity = expectingReplies(conversation, `m${said++}`, sent);
      const begun = performance.now();
      Expected.parse(await postJson(`${url}/api/messages`, activity));
      return performance.now() - begun;
    },
    leave: async () => undefined,
  };
};
