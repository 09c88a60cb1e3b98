/** The thread that thinks, as it looks from outside: a responder like any other, which comes back when it dies. */

import { extname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Log, loggedError } from '../../ports.ts';
import { KnowledgeRefused } from '../../storage/knowledge-folder.ts';
import type { KnowledgeRead, KnowledgeShown } from '../knowledge.ts';
import type { KnowingResponder } from '../open-bot.ts';
import { type Calls, callsTo, OtherEndGone } from './calls.ts';
import type { ResponderMethods } from './methods.ts';

/** What runs on the thread. */
export interface ThreadParts {
  /** The program of the thread: a module that calls `serveResponder`. */
  readonly program: URL;
  /** What the program is given; survives `structuredClone`. */
  readonly data: unknown;
  readonly log: Log;
  /** How long a thread may be silent while it is asked, in milliseconds, before it is ended. */
  readonly stuckAfterMs?: number;
}

/** A responder whose knowledge can be replaced while it answers. */
export interface LearningResponder extends KnowingResponder {
  /**
   * Answers with this knowledge from the moment it resolves; whatever is being answered is still answered with the
   * former one. Rejects with `KnowledgeRefused` where it has errors; then everything stays as it was.
   */
  learn(read: KnowledgeRead): Promise<void>;
}

/** The program that answers with `respond`, given `ResponderData`; built or as it was written. */
export const RESPONDER = new URL(`./responder-thread${extname(import.meta.url)}`, import.meta.url);

/**
 * Milliseconds before a thread that died is replaced. Range 0..60,000, default 200: at 0 one that dies at its start
 * keeps a core busy; people wait for it, so much more would be felt.
 */
const RESTART_AFTER_MS = 200;

/**
 * Default of `stuckAfterMs`. Range 100..600,000, default 10,000: the longest turn takes some 25 ms, so a thread that
 * says nothing for so long never will; much less would end one on a machine that was only busy with something else.
 */
const STUCK_AFTER_MS = 10_000;

/** How many threads may die over one turn before it is given up, from 1: a turn that kills should not do so for ever. */
const THREADS_PER_TURN = 2;

/** A thread that answers. */
interface Running {
  readonly worker: Worker;
  readonly calls: Calls<ResponderMethods>;
  readonly read: KnowledgeRead;
  readonly knowledge: KnowledgeShown;
}

/**
 * Opens a responder on a thread of its own, with the knowledge of `reading`. Where the thread dies, another one takes
 * its place with the same knowledge, whatever the folder has become, and what was asked is asked again: an answer
 * counts only once it is committed, so none is given twice. Rejects where the knowledge cannot be had.
 */
export async function openResponderOnThread(
  parts: ThreadParts,
  reading: Promise<KnowledgeRead>,
): Promise<LearningResponder> {
  const { log, stuckAfterMs = STUCK_AFTER_MS } = parts;
  let closing = false;

  /** A thread that answers with what is being read; it loads its program meanwhile. */
  async function start(toRead: Promise<KnowledgeRead>): Promise<Running> {
    const worker = new Worker(parts.program, { workerData: parts.data });
    const calls = callsTo<ResponderMethods>(worker);
    worker.on('error', (error) => log.error(loggedError(error), 'The thread that thinks failed.'));
    worker.once('exit', () => {
      // The next thread goes first, so that whoever is rejected now finds it.
      if (current?.worker === worker && !closing) replace(current);
      calls.gone();
    });
    try {
      const read = await toRead;
      const opened = await calls.call('open', read);
      if (opened.kind === 'refused') throw new KnowledgeRefused(read.folder, opened.errors);
      watch(worker, calls);
      return { worker, calls, read, knowledge: opened.knowledge };
    } catch (error) {
      await worker.terminate();
      throw error;
    }
  }

  /** One message that is thought about for ever must not keep all others waiting. */
  function watch(worker: Worker, calls: Calls<ResponderMethods>): void {
    const watching = setInterval(() => {
      if (calls.silentMs() < stuckAfterMs) return;
      // On a busy machine a thread takes longer to end than until the next look at it.
      clearInterval(watching);
      log.error({ silentMs: Math.round(calls.silentMs()) }, 'The thread that thinks is stuck; it is ended.');
      void worker.terminate();
    }, stuckAfterMs / 4).unref();
    worker.once('exit', () => clearInterval(watching));
  }

  function replace({ read }: Running): void {
    const replacing = wait(RESTART_AFTER_MS).then(() => start(Promise.resolve(read)));
    running = replacing;
    replacing.then(
      (next) => {
        // Whoever has learned meanwhile has a thread with newer knowledge.
        if (running !== replacing) return void next.worker.terminate();
        current = next;
        log.warn({}, 'The thread that thinks was replaced.');
      },
      (error: unknown) => {
        log.error(loggedError(error), 'The thread that thinks could not be replaced; trying again.');
        if (!closing && current !== null && running === replacing) replace(current);
      },
    );
  }

  let current: Running | null = null;
  /** The thread that answers, or the one that is about to; rejects where the next one could not be had. */
  let running = start(reading);
  const first = await running;
  current = first;

  return {
    get knowledge() {
      return (current ?? first).knowledge;
    },
    async learn(read) {
      const next = await start(Promise.resolve(read));
      if (closing) return void next.worker.terminate();
      const former = current;
      current = next;
      running = Promise.resolve(next);
      await former?.calls.idle();
      await former?.worker.terminate();
    },
    async respond(asked) {
      for (let threads = 1; ; threads++) {
        const { calls } = await running;
        try {
          return await calls.call('respond', asked);
        } catch (error) {
          if (!(error instanceof OtherEndGone) || closing || threads === THREADS_PER_TURN) throw error;
        }
      }
    },
    async close() {
      closing = true;
      await running.then(
        ({ worker }) => worker.terminate(),
        () => undefined,
      );
    },
  };
}
