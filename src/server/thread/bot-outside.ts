/** The thread of the bot, as it looks from outside: a bot like any other, which comes back when its thread dies. */

import { extname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Bot } from '../../bot.ts';
import { DeliveryFailed, type Log, type Sender } from '../../ports.ts';
import type { KnowledgeShown } from '../knowledge.ts';
import type { OpenBot } from '../open-bot.ts';
import { type Calls, connectCalls, OtherEndGone } from './calls.ts';
import type { BotMethods, ChannelMethods } from './methods.ts';

/** What runs on the thread. */
export interface ThreadParts {
  /** The program of the thread: a module that calls `serveBot`. */
  readonly program: URL;
  /** What the program is given; survives `structuredClone`. */
  readonly data: unknown;
  readonly log: Log;
}

/** The program that opens the bot of a `BotConfig`, built or as it was written. */
export const CONFIGURED_BOT = new URL(`./bot-thread${extname(import.meta.url)}`, import.meta.url);

/**
 * Milliseconds before a thread that died is replaced. Range 0..60,000, default 200: at 0 one that dies at its start
 * keeps a core busy; people wait for it, so much more would be felt.
 */
const RESTART_AFTER_MS = 200;

/** How many threads may die over one turn before it is given up, from 1: a turn that kills should not do so for ever. */
const THREADS_PER_TURN = 2;

/** A thread that answers. */
interface Running {
  readonly worker: Worker;
  readonly calls: Calls<BotMethods>;
  readonly knowledge: KnowledgeShown;
}

/**
 * Opens a bot on a thread of its own. Where the thread dies, another one takes its place: turns that were under way
 * are asked again (they have ids, so none is answered twice), and what waits in the store goes out. Rejects as
 * opening the bot on this thread would.
 */
export async function openBotOnThread(parts: ThreadParts): Promise<OpenBot> {
  const { log } = parts;
  const senders = new Map<string, Sender>();
  let resumed = false;
  let closing = false;

  const theirs: ChannelMethods = {
    async send(item) {
      const sender = senders.get(item.address.channel);
      if (sender === undefined)
        throw new DeliveryFailed(`No sender for the channel "${item.address.channel}".`);
      await sender.send(item);
    },
    log: ({ level, fields, message }) => log[level](fields, message),
  };

  async function start(): Promise<Running> {
    const worker = new Worker(parts.program, { workerData: parts.data });
    const calls = connectCalls<BotMethods>(worker, theirs);
    let opened = false;
    worker.on('error', (error) => log.error({ error: error.name }, 'The thread of the bot failed.'));
    worker.once('exit', () => {
      // The next thread goes first, so that whoever is rejected now finds it.
      if (opened && !closing) replace();
      calls.gone();
    });
    try {
      const knowledge = await calls.call('open', null);
      if (senders.size > 0) await calls.call('connect', [...senders.keys()]);
      if (resumed) await calls.call('resume', null);
      opened = true;
      return { worker, calls, knowledge };
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  }

  function replace(): void {
    running = wait(RESTART_AFTER_MS).then(start);
    running.then(
      (next) => {
        knowledge = next.knowledge;
        log.warn({}, 'The thread of the bot was replaced.');
      },
      (error: unknown) => {
        log.error({ error: nameOf(error) }, 'The thread of the bot could not be replaced; trying again.');
        if (!closing) replace();
      },
    );
  }

  /** The thread that answers, or the one that is about to; rejects where the next one could not be had. */
  let running = start();
  let { knowledge } = await running;

  const bot: Bot = {
    async hear(incoming) {
      for (let threads = 1; ; threads++) {
        const { calls } = await running;
        try {
          return await calls.call('hear', incoming);
        } catch (error) {
          if (!(error instanceof OtherEndGone) || closing || threads === THREADS_PER_TURN) throw error;
        }
      }
    },
    async resume() {
      resumed = true;
      await (await running).calls.call('resume', null);
    },
    async stop() {
      closing = true;
      await whereAlive((calls) => calls.call('stop', null));
    },
  };

  /** What a thread that has died need not do any more. */
  async function whereAlive(work: (calls: Calls<BotMethods>) => Promise<void>): Promise<void> {
    const { calls } = await running.catch(() => ({ calls: null }));
    if (calls === null) return;
    await work(calls).catch((error: unknown) => {
      if (!(error instanceof OtherEndGone)) throw error;
    });
  }

  return {
    get knowledge() {
      return knowledge;
    },
    connect(all) {
      for (const sender of all) senders.set(sender.channel, sender);
      void whereAlive((calls) => calls.call('connect', [...senders.keys()]));
      return bot;
    },
    ping: async () => (await running).calls.call('ping', null),
    async close() {
      closing = true;
      await whereAlive((calls) => calls.call('close', null));
      await running.then(
        ({ worker }) => worker.terminate(),
        () => undefined,
      );
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
