/** The whole program with the knowledge that ships and a SQLite file, which can be restarted under a client. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { respond } from '../../../src/core/respond.ts';
import type { KeptLine } from '../../../src/ports.ts';
import { readConfig } from '../../../src/server/config.ts';
import { served } from '../../../src/server/knowledge.ts';
import { openBot } from '../../../src/server/open-bot.ts';
import { type Serving, serve } from '../../../src/server/serve.ts';
import type { WebOptions } from '../../../src/server/web.ts';
import { openSqliteStore } from '../../../src/storage/sqlite-store.ts';
import { shippedBase } from '../../foreign-base.ts';
import { responderHere, silentLog } from '../../server/tiny-bot.ts';

/** What a server of the intranet knows, to get tokens for its visitors. */
export const SERVER_SECRET = 'only-the-intranet-server-knows-this';
/** What tokens are signed with. */
export const TOKEN_SECRET = 'a secret for tokens that is long enough for them';

/** What a server of the intranet proves with who is there. */
export const IDENTITY_SECRET = 'the intranet signs its people with this';

/** What `tokens/generate` gives. */
export interface Generated {
  readonly conversationId: string;
  readonly token: string;
}

export interface ShippedBot {
  readonly url: string;
  /** A token as the intranet's own server gets it: for this user, in a conversation of their own. */
  tokenFor(userId: string): Promise<Generated>;
  /** What the store has of a conversation, all of it, in order. */
  history(conversationId: string): Promise<readonly KeptLine[]>;
  /** Ends the program and starts it anew, at the same address, on the same file. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Where the bot is reached if not directly, and which pages may talk to it. */
export interface ShippedParts {
  readonly publicUrl?: string;
  readonly origins?: readonly string[];
  /** Limits and clock of the web. */
  readonly web?: WebOptions;
}

/** More lines than any conversation of a test has. */
const MOST_LINES = 10_000;

export async function openShippedBot({
  publicUrl,
  origins = [],
  web = {},
}: ShippedParts = {}): Promise<ShippedBot> {
  const knowledge = served((await shippedBase()).prepared);
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-line-'));
  const file = join(folder, 'keyturn.db');
  const start = (port: number): Promise<Serving> =>
    serve({
      config: readConfig(
        { port },
        {
          KEYTURN_STORE: `file:${file}`,
          KEYTURN_SECRET: TOKEN_SECRET,
          KEYTURN_DIRECTLINE_SECRET: SERVER_SECRET,
          KEYTURN_IDENTITY_SECRET: IDENTITY_SECRET,
          KEYTURN_ORIGINS: origins.join(' '),
          KEYTURN_PUBLIC_URL: publicUrl ?? '',
        },
      ),
      opened: openBot({
        responder: responderHere(respond, knowledge),
        store: openSqliteStore(file),
        log: silentLog,
      }),
      log: silentLog,
      web,
    });
  let serving = await start(0);
  const { url } = serving;
  return {
    url,
    async tokenFor(userId) {
      const response = await fetch(`${url}/v3/directline/tokens/generate`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${SERVER_SECRET}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ user: { id: userId } }),
      });
      if (response.status !== 200) throw new Error(`No token: ${response.status} ${await response.text()}`);
      return (await response.json()) as Generated;
    },
    async history(conversationId) {
      const store = openSqliteStore(file);
      try {
        return await store.history(JSON.stringify(['directline', conversationId]), 0, MOST_LINES);
      } finally {
        await store.close();
      }
    },
    async restart() {
      await serving.close();
      serving = await start(Number(new URL(url).port));
    },
    async close() {
      await serving.close();
      rmSync(folder, { recursive: true });
    },
  };
}
