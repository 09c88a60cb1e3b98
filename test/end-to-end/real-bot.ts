/** The whole program in this process: real knowledge, a SQLite file, HTTP; only the log goes into a list. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newConversation } from '../../src/core/conversation.ts';
import type { Prepared } from '../../src/core/prepare.ts';
import { respond } from '../../src/core/respond.ts';
import { readConfig } from '../../src/server/config.ts';
import { served } from '../../src/server/knowledge.ts';
import { openBot } from '../../src/server/open-bot.ts';
import { serve } from '../../src/server/serve.ts';
import { openSqliteStore } from '../../src/storage/sqlite-store.ts';
import { activity, responderHere } from '../server/tiny-bot.ts';
import { post } from './processes.ts';

/** An activity of the bot, as far as tests look at it. */
export interface Shown {
  readonly kind: string;
  readonly reply: string;
  /** All that a person can read in it. */
  readonly words: string;
  readonly actions: readonly { readonly title: string; readonly data: unknown }[];
}

export interface RealBot {
  readonly url: string;
  readonly log: readonly string[];
  /** Sends an activity that expects its replies. */
  ask(change: Record<string, unknown>): Promise<readonly Shown[]>;
  /** Lets a conversation begin with somebody whose role is known. */
  knowRole(conversation: string, role: string): Promise<void>;
  /** Everything in the store's files. */
  stored(): string;
  close(): Promise<void>;
}

export async function realBot(prepared: Prepared): Promise<RealBot> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-real-'));
  const log: string[] = [];
  const note = (fields: unknown, message: string) => void log.push(`${JSON.stringify(fields)} ${message}`);
  const noted = { info: note, warn: note, error: note };
  const store = openSqliteStore(join(folder, 'keyturn.db'));
  const serving = await serve({
    config: readConfig({ port: 0 }, {}),
    opened: openBot({ responder: responderHere(respond, served(prepared)), store, log: noted }),
    log: noted,
  });
  return {
    url: serving.url,
    log,
    async ask(change) {
      const answer = await post(serving.url, activity({ channelId: 'msteams', ...change }));
      if (answer?.status !== 200) throw new Error(`The bot answered ${answer?.status}.`);
      return shownIn(answer.body);
    },
    async knowRole(conversation, role) {
      await store.commit({
        conversation: JSON.stringify(['msteams', conversation, 'user']),
        turnId: 'before',
        expectedVersion: 0,
        state: JSON.stringify(newConversation('en', role)),
        replies: [],
        effects: [],
        address: null,
        at: 0,
      });
    },
    stored: () =>
      readdirSync(folder)
        .map((file) => readFileSync(join(folder, file), 'latin1'))
        .join('\n'),
    async close() {
      await serving.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function shownIn(body: unknown): readonly Shown[] {
  const activities = typeof body === 'object' && body !== null && 'activities' in body ? body.activities : [];
  if (!Array.isArray(activities)) return [];
  return activities.map((each) => {
    const card = each.attachments?.[0]?.content ?? { body: [], actions: [] };
    const words = [
      each.text ?? '',
      ...textsIn(card.body),
      ...card.actions.map((action: { title: string }) => action.title),
    ];
    return { ...each.channelData.keyturn, words: words.join('\n'), actions: card.actions };
  });
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}
