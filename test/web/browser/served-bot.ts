/** The whole program with the knowledge that ships, a SQLite file, and the limits that a test sets. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKnowledge } from '../../../src/core/knowledge/parse.ts';
import { prepare } from '../../../src/core/prepare.ts';
import { respond } from '../../../src/core/respond.ts';
import type { KeptLine } from '../../../src/ports.ts';
import { readConfig } from '../../../src/server/config.ts';
import { served } from '../../../src/server/knowledge.ts';
import { openBot } from '../../../src/server/open-bot.ts';
import { serve } from '../../../src/server/serve.ts';
import { readKnowledgeFolder } from '../../../src/storage/knowledge-folder.ts';
import { openSqliteStore } from '../../../src/storage/sqlite-store.ts';
import { responderHere, silentLog } from '../../server/tiny-bot.ts';

/** The secret by which a page proves who is there. */
export const IDENTITY_SECRET = 'a secret that the intranet and the bot share';

export interface ServedBot {
  readonly url: string;
  /** What the store has of a conversation, all of it, in order. */
  history(conversationId: string): Promise<readonly KeptLine[]>;
  close(): Promise<void>;
}

/** Where the bot is reached, and which pages may talk to it. */
export interface ServedParts {
  readonly publicUrl: string;
  readonly origins: readonly string[];
}

/** More than one test needs the knowledge, which takes a second to prepare. */
let knowledge: Promise<ReturnType<typeof served>> | null = null;

export async function serveBot({ publicUrl, origins }: ServedParts): Promise<ServedBot> {
  knowledge ??= shippedKnowledge();
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-web-'));
  const file = join(folder, 'keyturn.db');
  const store = openSqliteStore(file);
  const config = readConfig(
    { port: 0 },
    {
      KEYTURN_STORE: `file:${file}`,
      KEYTURN_SECRET: 'a secret for tokens that is long enough for them',
      KEYTURN_IDENTITY_SECRET: IDENTITY_SECRET,
      KEYTURN_ORIGINS: origins.join(' '),
      KEYTURN_PUBLIC_URL: publicUrl,
    },
  );
  const serving = await serve({
    config,
    opened: openBot({ responder: responderHere(respond, await knowledge), store, log: silentLog }),
    log: silentLog,
  });
  return {
    url: serving.url,
    history: (conversationId) => store.history(JSON.stringify(['directline', conversationId]), 0, MOST_LINES),
    async close() {
      await serving.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** More lines than any conversation of a test has. */
const MOST_LINES = 100_000;

async function shippedKnowledge(): Promise<ReturnType<typeof served>> {
  const { files, hash } = await readKnowledgeFolder('knowledge');
  const { kb } = readKnowledge(files);
  if (kb === null) throw new Error('The shipped knowledge has errors: run "keyturn check".');
  return served(prepare(kb, hash));
}
