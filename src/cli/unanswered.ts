/** `keyturn unanswered`: what people asked beside the point and no article answers, for whoever writes the next one. */

import { existsSync } from 'node:fs';
import { safeText } from '../channels/console/safe-text.ts';
import type { KeptQuestion } from '../ports.ts';
import { readConfig } from '../server/config.ts';
import { StartFailed } from '../server/start-failed.ts';
import { problemOf } from '../server/system-problems.ts';
import { openSqliteStore } from '../storage/sqlite-store.ts';
import { type Arguments, wholeNumber } from './command.ts';
import { BadInput } from './faults.ts';
import { type Streams, write } from './streams.ts';
import { alignedText } from './table.ts';

/** How many are listed where nobody says, 1 to 100,000: as many as one reads. */
const LISTED = 100;

/**
 * Lists the questions that the store of the server keeps, newest first. Exit code 0.
 * @throws BadInput where the store cannot be had
 */
export async function unanswered(args: Arguments, streams: Streams): Promise<number> {
  const kept = await questionsIn(storeFile(streams.env), wholeNumber(args, 'limit', LISTED, 1, 100_000));
  if (args.has('json')) for (const question of kept) await write(streams.stdout, `${lineOf(question)}\n`);
  else if (kept.length > 0) await write(streams.stdout, alignedText(rowsOf(kept), [0, 1, 2, 3]));
  if (kept.length === 0) await write(streams.stderr, 'Every question found an answer so far.\n');
  return 0;
}

function storeFile(env: Streams['env']): string {
  try {
    const { storeFile: file } = readConfig({}, env);
    if (file !== null) return file;
  } catch (error) {
    throw error instanceof StartFailed ? new BadInput(error.message) : error;
  }
  throw new BadInput('KEYTURN_STORE is in memory, which nobody else can read; name a file in it.');
}

async function questionsIn(file: string, limit: number): Promise<readonly KeptQuestion[]> {
  // Opening makes a file where there is none.
  if (!existsSync(file)) throw new BadInput(`there is no store ${file}; KEYTURN_STORE names the server's.`);
  try {
    const store = openSqliteStore(file);
    try {
      return await store.unanswered(limit);
    } finally {
      await store.close();
    }
  } catch (error) {
    throw new BadInput(`the store ${file} cannot be read: ${problemOf(error)}.`);
  }
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

const rowsOf = (kept: readonly KeptQuestion[]): readonly (readonly string[])[] => [
  ['day', 'device', 'beside', 'asked'],
  ...kept.map(({ at, family, beside, text }) => [
    dayOf(at),
    family ?? '-',
    beside ?? '-',
    safeText(text).replace(/\s+/gu, ' '),
  ]),
];

const lineOf = ({ at, family, beside, text }: KeptQuestion): string =>
  JSON.stringify({ at: new Date(at).toISOString(), family, beside, text });
