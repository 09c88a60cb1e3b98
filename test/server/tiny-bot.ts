/** A server around a `respond` of a few lines, so that the shell is tested apart from the knowledge. */

import type { ConversationState, Response, UserTurn } from '../../src/core/conversation.ts';
import { nothingHeard } from '../../src/core/language/heard.ts';
import type { Prepared } from '../../src/core/prepare.ts';
import type { Log, Store } from '../../src/ports.ts';
import { createResponder, type Respond } from '../../src/responder.ts';
import { type Config, readConfig } from '../../src/server/config.ts';
import type { KnowledgeRead, ServedKnowledge } from '../../src/server/knowledge.ts';
import { type KnowingResponder, openBot } from '../../src/server/open-bot.ts';
import { serve } from '../../src/server/serve.ts';
import type { WebOptions } from '../../src/server/web.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';

/** Says what it heard and counts turns: the smallest thing with a state. */
export function echo(_: Prepared, state: ConversationState, turn: UserTurn): Response {
  const count = state.turn + 1;
  const said = turn.kind === 'said' || turn.kind === 'edited' ? turn.text : turn.kind;
  return {
    state: { ...state, turn: count, lastAt: turn.at },
    said: turn.kind === 'said' || turn.kind === 'edited' ? turn.text : '',
    replies: [{ kind: 'smalltalk', id: 'echo', text: `${count}: ${said}` }],
    effects: [],
    reading: {
      heard: { ...nothingHeard, act: 'report', text: said },
      family: null,
      model: null,
      facts: [],
      problems: [],
    },
  };
}

/** Knowledge that nobody looks into. */
export const noKnowledge: ServedKnowledge = {
  prepared: Object.freeze(Object.create(null)),
  title: 'Nothing',
  hash: '0'.repeat(64),
  roleLabels: new Map(),
  sayings: { restart: 'start over', human: 'a human, please' },
};

/** A folder with nothing in it. */
export const nothingRead: KnowledgeRead = { folder: 'nowhere', files: [], hash: noKnowledge.hash };

/** Answers with this `respond` where it is asked. */
export const responderHere = (respond: Respond, knowledge: ServedKnowledge): KnowingResponder => ({
  ...createResponder(respond, () => knowledge.prepared),
  knowledge,
  close: async () => undefined,
});

export const silentLog: Log = { info() {}, warn() {}, error() {} };

export interface TinyServer {
  readonly url: string;
  /** Posts a body as it is. */
  post(body: string, headers?: Record<string, string>): Promise<HttpReply>;
  close(): Promise<void>;
}

export interface HttpReply {
  readonly status: number;
  readonly body: unknown;
}

export interface TinyParts {
  readonly config?: Partial<Config>;
  readonly store?: Store;
  readonly log?: Log;
  readonly respond?: typeof echo;
  readonly web?: WebOptions;
}

/** Starts on a free port, in memory where nothing else is said. */
export async function tinyServer(parts: TinyParts = {}): Promise<TinyServer> {
  const log = parts.log ?? silentLog;
  const serving = await serve({
    config: { ...readConfig({ port: 0 }, {}), ...parts.config },
    opened: openBot({
      responder: responderHere(parts.respond ?? echo, noKnowledge),
      store: parts.store ?? createMemoryStore(),
      log,
    }),
    log,
    ...(parts.web === undefined ? {} : { web: parts.web }),
  });
  return {
    url: serving.url,
    close: () => serving.close(),
    async post(body, headers = {}) {
      const response = await fetch(`${serving.url}/api/messages`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', ...headers },
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    },
  };
}

let counted = 0;

/** A message as a channel sends it, with whatever the test is about. */
export function activity(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: `a${++counted}`,
    channelId: 'test',
    serviceUrl: 'http://127.0.0.1:9',
    locale: 'en-GB',
    timestamp: '2026-01-05T10:00:00.000Z',
    conversation: { id: 'conversation' },
    from: { id: 'user', name: 'Una' },
    recipient: { id: 'bot', name: 'Keyturn' },
    text: 'hello',
    deliveryMode: 'expectReplies',
    ...change,
  };
}

/** The texts of the activities in a body. */
export function textsIn(body: unknown): readonly unknown[] {
  const activities = typeof body === 'object' && body !== null && 'activities' in body ? body.activities : [];
  return Array.isArray(activities) ? activities.map((each) => each.text) : [];
}
