/** Serves knowledge as it is changed: looks at the folder, and has the responder learn what is whole and without errors. */

import { setTimeout as wait } from 'node:timers/promises';
import { type Log, loggedError } from '../ports.ts';
import {
  KnowledgeFolderError,
  KnowledgeRefused,
  readKnowledgeFolder,
  stampOf,
} from '../storage/knowledge-folder.ts';
import type { KnowledgeRead } from './knowledge.ts';
import type { LearningResponder } from './thread/responder-outside.ts';

/** Newer knowledge that is not served, and why; for everybody to see, so nothing of this machine is in it. */
export interface Refusal {
  readonly message: string;
  /** One line for each error, with its place; empty where the folder cannot be read at all. */
  readonly errors: readonly string[];
}

/** Knowledge that is kept up to date. */
export interface UpToDate {
  /** What the folder holds and cannot be served; null where it is served. */
  readonly refused: () => Refusal | null;
  /** Looks no more; what is being learned is learned to its end. */
  stop(): Promise<void>;
}

/** What is looked at, and who learns. */
export interface UpToDateParts {
  readonly folder: string;
  readonly responder: LearningResponder;
  readonly log: Log;
  /** How often the folder is looked at, in milliseconds. */
  readonly everyMs?: number;
}

/**
 * Default of `everyMs`. Range 10..3,600,000, default 2,000: what an author saves is served two looks later. Looking
 * costs a `stat` per file; waiting to be told would cost none, but no telling reaches us from a network folder, a
 * mounted configuration, or an editor that writes beside and renames.
 */
const EVERY_MS = 2_000;

/** Most errors that are shown of a refusal: the first ones are often the cause of the others. */
const MAX_SHOWN = 100;

/** Reads a folder for a responder. */
export const readFolder = async (folder: string): Promise<KnowledgeRead> => ({
  folder,
  ...(await readKnowledgeFolder(folder)),
});

/** Begins to look. */
export function keepUpToDate({ folder, responder, log, everyMs = EVERY_MS }: UpToDateParts): UpToDate {
  const stopping = new AbortController();
  let refused: Refusal | null = null;
  /** The folder as it was dealt with last, and as it was seen last. */
  let known: string | null = null;
  let seen: string | null = null;
  /** What was logged last, so that what lasts is said once. */
  let logged = '';

  async function look(): Promise<void> {
    const stamp = await stampOf(folder);
    const settled = stamp === seen;
    seen = stamp;
    // Whoever saves several files, or one slowly, is given time until nothing changes from one look to the next.
    if (!settled || stamp === known) return;
    known = stamp;
    await learn(await readFolder(folder));
  }

  async function learn(read: KnowledgeRead): Promise<void> {
    if (read.hash !== responder.knowledge.hash) {
      await responder.learn(read);
      const { title, hash } = responder.knowledge;
      log.info({ title, hash }, 'New knowledge is served.');
    } else if (refused !== null) log.info({}, 'The knowledge is again what is served.');
    refused = null;
    logged = '';
  }

  function refuse(error: unknown): void {
    // What has errors waits for a change; what could not be read, or not be learned, is tried again.
    if (!(error instanceof KnowledgeRefused)) known = null;
    const errors = error instanceof KnowledgeRefused ? error.errors.slice(0, MAX_SHOWN) : [];
    const message =
      error instanceof KnowledgeRefused ? 'The knowledge has errors.' : 'The knowledge cannot be read.';
    refused = { message, errors };
    const why = error instanceof KnowledgeFolderError ? error.message : message;
    const line = { ...loggedError(error), why, errors };
    if (JSON.stringify(line) === logged) return;
    logged = JSON.stringify(line);
    log.error(line, 'New knowledge is not served; the bot goes on with what it has.');
  }

  async function keepLooking(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look().catch(refuse);
      await wait(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  }

  const looking = keepLooking();
  return {
    refused: () => refused,
    async stop() {
      stopping.abort();
      await looking;
    },
  };
}
