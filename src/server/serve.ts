/** Wires everything together and serves it, for `npm start` and `keyturn serve` alike. */

import { createBotFrameworkChannel } from '../channels/bot-framework/channel.ts';
import type { Log } from '../ports.ts';
import { botRoutes } from './bot-routes.ts';
import type { Config } from './config.ts';
import { createHttpServer } from './http.ts';
import type { KnowledgeShown } from './knowledge.ts';
import { closeServer, listen } from './listening.ts';
import type { OpenBot } from './open-bot.ts';
import { newSecret } from './secret.ts';
import type { Refusal } from './up-to-date.ts';
import { listenForUpgrades } from './upgrades.ts';
import { openWeb, type WebOptions } from './web.ts';

/** A bot that listens. */
export interface Serving {
  readonly url: string;
  readonly knowledge: KnowledgeShown;
  /** Stops accepting, finishes what runs, closes the store. Calling it again waits for the same end. */
  close(): Promise<void>;
}

/** What is served, and where. */
export interface ServeParts {
  readonly config: Pick<Config, 'host' | 'port' | 'botFramework' | 'takesActivities' | 'web'>;
  readonly opened: OpenBot;
  /** Signs tokens where the configuration has no secret; left out: one that is forgotten at exit. */
  readonly secret?: string;
  /** Newer knowledge that could not be served; without it there never is any. */
  readonly refused?: () => Refusal | null;
  readonly log: Log;
  readonly web?: WebOptions;
}

/** Resolves once messages are taken. Rejects where it cannot listen or the store fails; nothing is left open then. */
export async function serve(parts: ServeParts): Promise<Serving> {
  const { config, opened, refused, log } = parts;
  const clock = (): number => Date.now();
  const channel = createBotFrameworkChannel({
    settings: config.botFramework,
    roleLabel: (role) => opened.knowledge.roleLabels.get(role) ?? role,
    clock,
    log,
  });
  const bot = opened.connect([channel.sender]);
  const web = await openWeb({
    config: config.web,
    secret: config.web.secret ?? parts.secret ?? newSecret(),
    hear: (incoming) => bot.hear(incoming),
    history: (conversation, after, limit) => opened.history(conversation, after, limit),
    knowledge: () => opened.knowledge,
    clock,
    log,
    options: parts.web ?? {},
  });
  let closing: Promise<void> | null = null;

  async function message(body: unknown, authorization: string) {
    const answer = await channel.receive(body, authorization, (incoming) => bot.hear(incoming));
    return answer.status === 200
      ? answer
      : { status: answer.status, body: { error: { code: answer.code, message: answer.message } } };
  }

  async function ready(): Promise<object | null> {
    const reachable = await opened.ping().then(
      () => true,
      () => false,
    );
    if (closing !== null || !reachable) return null;
    const { title, hash } = opened.knowledge;
    return { knowledge: { title, hash }, refused: refused?.() ?? null };
  }

  const routes = [...botRoutes({ message: config.takesActivities ? message : null, ready }), ...web.routes];
  const server = createHttpServer(routes, log);
  listenForUpgrades(server, web.takeUpgrade, log);
  // Bot Framework calls who has an app id: its first message waits for no program to load.
  const opening = config.botFramework.MicrosoftAppId === undefined ? Promise.resolve() : channel.open();
  const listening = opening.then(() => listen(server, config, log));
  const url = await listening.catch(async (error: unknown) => {
    await opened.close();
    throw error;
  });
  const serving: Serving = {
    url,
    get knowledge() {
      return opened.knowledge;
    },
    close() {
      closing ??= (async () => {
        // Nobody new is let in while streams take their leave; the server is closed once they have.
        await Promise.all([closeServer(server), web.close()]);
        await bot.stop();
        await opened.close();
      })();
      return closing;
    },
  };
  await bot.resume().catch(async (error: unknown) => {
    await serving.close();
    throw error;
  });
  return serving;
}
