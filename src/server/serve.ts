/** Wires everything together and serves it, for `npm start` and `keyturn serve` alike. */

import { dirname, join } from 'node:path';
import { createBot } from '../bot.ts';
import { createBotFrameworkChannel } from '../channels/bot-framework/channel.ts';
import { respond } from '../core/respond.ts';
import type { DeliveryLimits } from '../delivery.ts';
import { createTicketDesk } from '../escalation/tickets.ts';
import type { ConversationStore, Log, TicketBook } from '../ports.ts';
import { createMemoryStore } from '../storage/memory-store.ts';
import { openSqliteStore } from '../storage/sqlite-store.ts';
import type { Config } from './config.ts';
import { createHttpServer } from './http.ts';
import { loadKnowledge, type ServedKnowledge } from './knowledge.ts';
import { closeServer, listen } from './listening.ts';

/** A bot that listens. */
export interface Serving {
  readonly url: string;
  readonly knowledge: ServedKnowledge;
  /** Stops accepting, finishes what runs, closes the store. Calling it again waits for the same end. */
  close(): Promise<void>;
}

/** What a test may put in the place of the real thing. */
export interface ServeParts {
  readonly config: Config;
  readonly log: Log;
  readonly store?: ConversationStore & TicketBook;
  readonly knowledge?: ServedKnowledge;
  readonly respond?: typeof respond;
  readonly limits?: Partial<DeliveryLimits>;
}

/** Prepared knowledge is kept beside the conversations; null where those are not kept either. */
function cacheFolder({ storeFile }: Config): string | null {
  return storeFile === null ? null : join(dirname(storeFile), 'prepared');
}

/** Resolves once messages are taken. Rejects where the knowledge, the store or the port cannot be had. */
export async function serve(parts: ServeParts): Promise<Serving> {
  const { config, log } = parts;
  const knowledge = parts.knowledge ?? (await loadKnowledge(config.knowledge, cacheFolder(config)));
  const store =
    parts.store ?? (config.storeFile === null ? createMemoryStore() : openSqliteStore(config.storeFile));
  const clock = () => Date.now();
  const channel = createBotFrameworkChannel({
    settings: config.botFramework,
    roleLabel: knowledge.roleLabel,
    clock,
    log,
  });
  const bot = createBot({
    respond: parts.respond ?? respond,
    prepared: () => knowledge.prepared,
    store,
    desk: createTicketDesk(store, log),
    senders: [channel.sender],
    clock,
    log,
    ...(parts.limits === undefined ? {} : { limits: parts.limits }),
  });
  let closing: Promise<void> | null = null;
  const server = createHttpServer(
    {
      async message(body, authorization) {
        const answer = await channel.receive(body, authorization, (incoming) => bot.hear(incoming));
        return answer.status === 200
          ? answer
          : { status: answer.status, body: { error: { code: answer.code, message: answer.message } } };
      },
      ready: async () =>
        closing === null &&
        (await store.ping().then(
          () => true,
          () => false,
        )),
    },
    log,
  );
  const url = await listen(server, config).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  await bot.resume();
  return {
    url,
    knowledge,
    close() {
      closing ??= (async () => {
        await closeServer(server);
        await bot.stop();
        await store.close();
      })();
      return closing;
    },
  };
}
