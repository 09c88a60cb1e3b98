/** A bot that says what it hears, at the other end of a line with faults; it can be ended and started again. */

import { readConfig } from '../../../src/server/config.ts';
import type { WebOptions } from '../../../src/server/web.ts';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import { echo, type TinyServer, tinyServer } from '../../server/tiny-bot.ts';
import { openWire, type Wire } from '../browser/wire.ts';

export const IDENTITY_SECRET = 'a secret that the page and the bot share';

export interface Served {
  readonly url: string;
  readonly wire: Wire;
  /** What was said in a conversation, by whom, as the store has it. */
  said(conversationId: string | null): Promise<readonly string[]>;
  /** Ends the bot, as a new version of it does. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** What a test is about; the rest is as in production, but for limits that are far away. */
export interface ServedParts {
  readonly respond?: typeof echo;
  /** Of the tokens; asked at each start. */
  readonly secret?: () => string;
}

const FAR = { burst: 1_000_000, perSecond: 1_000_000 };
const web: WebOptions = {
  limits: {
    opening: FAR,
    conversationMessages: FAR,
    addressMessages: FAR,
    conversationReads: FAR,
    addressReads: FAR,
  },
};

/** Says what it heard, and which button was pressed. */
const echoOfAll: typeof echo = (prepared, state, turn) => {
  const response = echo(prepared, state, turn);
  return turn.kind === 'chose' ? { ...response, said: `pressed ${turn.choice}` } : response;
};

export async function serveEcho(parts: ServedParts = {}): Promise<Served> {
  const respond = parts.respond ?? echoOfAll;
  const secret = parts.secret ?? (() => 'a secret for tokens, long enough for them');
  const wire = await openWire();
  const store = createMemoryStore();
  let server: TinyServer;

  async function start(): Promise<void> {
    const environment = {
      KEYTURN_SECRET: secret(),
      KEYTURN_IDENTITY_SECRET: IDENTITY_SECRET,
      KEYTURN_PUBLIC_URL: wire.url,
    };
    server = await tinyServer({ config: readConfig({ port: 0 }, environment), store, respond, web });
    wire.leadTo(server.url);
  }

  await start();
  return {
    url: wire.url,
    wire,
    async said(conversationId) {
      const kept = await store.history(JSON.stringify(['directline', conversationId]), 0, 100_000);
      return kept.map(({ line }) =>
        line.from === 'bot' ? `bot: ${line.reply.text}` : `person: ${line.text}`,
      );
    },
    stop: () => server.close(),
    start,
    async close() {
      await wire.close();
      await server.close();
    },
  };
}
