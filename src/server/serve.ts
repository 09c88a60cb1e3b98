/** Wires everything together and serves it, for `npm start` and `keyturn serve` alike. */

import { createBotFrameworkChannel } from '../channels/bot-framework/channel.ts';
import type { Log } from '../ports.ts';
import type { Config } from './config.ts';
import { createHttpServer } from './http.ts';
import type { KnowledgeShown } from './knowledge.ts';
import { closeServer, listen } from './listening.ts';
import type { OpenBot } from './open-bot.ts';
import type { Refusal } from './up-to-date.ts';

/** A bot that listens. */
export interface Serving {
  readonly url: string;
  readonly knowledge: KnowledgeShown;
  /** Stops accepting, finishes what runs, closes the store. Calling it again waits for the same end. */
  close(): Promise<void>;
}

/** What is served, and where. */
export interface ServeParts {
  readonly config: Pick<Config, 'host' | 'port' | 'botFramework'>;
  readonly opened: OpenBot;
  /** Newer knowledge that could not be served; without it there never is any. */
  readonly refused?: () => Refusal | null;
  readonly log: Log;
}

/** Resolves once messages are taken. Rejects where the port cannot be had; the bot is closed then. */
export async function serve({ config, opened, refused, log }: ServeParts): Promise<Serving> {
  const channel = createBotFrameworkChannel({
    settings: config.botFramework,
    roleLabel: (role) => opened.knowledge.roleLabels.get(role) ?? role,
    clock: () => Date.now(),
    log,
  });
  const bot = opened.connect([channel.sender]);
  let closing: Promise<void> | null = null;
  const server = createHttpServer(
    {
      async message(body, authorization) {
        const answer = await channel.receive(body, authorization, (incoming) => bot.hear(incoming));
        return answer.status === 200
          ? answer
          : { status: answer.status, body: { error: { code: answer.code, message: answer.message } } };
      },
      async ready() {
        const reachable = await opened.ping().then(
          () => true,
          () => false,
        );
        if (closing !== null || !reachable) return null;
        const { title, hash } = opened.knowledge;
        return { knowledge: { title, hash }, refused: refused?.() ?? null };
      },
    },
    log,
  );
  const url = await listen(server, config).catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  await bot.resume();
  return {
    url,
    get knowledge() {
      return opened.knowledge;
    },
    close() {
      closing ??= (async () => {
        await closeServer(server);
        await bot.stop();
        await opened.close();
      })();
      return closing;
    },
  };
}
