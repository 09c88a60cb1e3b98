/**
 * Direct Line over WebSocket beside Bot Framework's expectReplies at the same server, loaded in turns with the same
 * conversations so that a busy machine slows both, and the memory of conversations that are open. Prints one JSON
 * object.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { prepare } from '../../src/core/prepare.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';
import { recordConversations, type Sent } from './conversations.ts';
import { crowd, type LoadFigures } from './direct-line-load.ts';
import { memoryOfConversations } from './direct-line-memory.ts';
import { type Come, comeOverDirectLine, comeWithExpectReplies } from './direct-line-people.ts';
import { round } from './percentiles.ts';
import { type Program, startProgram } from './program.ts';

/** Conversations that are open at once, each with a WebSocket, and what each person says in theirs. */
const PEOPLE = 200;
const MESSAGES_EACH = 6;
/** Pairs of rounds that count, and those before them in which the server compiles what it runs often. */
const ROUNDS = Number(process.env.KEYTURN_BENCH_ROUNDS ?? 21);
const WARM_UP_ROUNDS = Math.min(ROUNDS, 15);
/** Milliseconds between two messages of one person, where the bot is not busy: 100 messages a second. */
const PAUSE_MS = 2_000;
/** Conversations that are open while memory is measured. */
const OPEN = [0, 200, 2_000];
/** Conversations that are recorded; those that were over sooner than `MESSAGES_EACH` are left out. */
const CONVERSATIONS = 3_000;
const SECRET = 'only-this-bench-and-its-server-know-this';

const { files, hash } = await readKnowledgeFolder('knowledge');
const { kb } = readKnowledge(files);
if (kb === null) throw new Error('the shipped knowledge base has errors: run "keyturn check"');
const conversations = recordConversations(kb, prepare(kb, hash), CONVERSATIONS)
  .filter((sent) => sent.length >= MESSAGES_EACH)
  .map((sent) => sent.slice(0, MESSAGES_EACH));

let begun = 0;

/** What the next crowd says. */
const nextScripts = (): (readonly Sent[])[] =>
  Array.from({ length: PEOPLE }, () => conversations[begun++ % conversations.length] ?? []);

const SIDES: Readonly<Record<'directLine' | 'expectReplies', Come>> = {
  directLine: comeOverDirectLine(SECRET),
  expectReplies: comeWithExpectReplies,
};

type Round = Readonly<Record<keyof typeof SIDES, LoadFigures>>;

/** Both, one after the other, with the same words. */
async function playRound(url: string, pauseMs = 0): Promise<Round> {
  const scripts = nextScripts();
  return {
    directLine: await crowd(SIDES.directLine, url, scripts, pauseMs),
    expectReplies: await crowd(SIDES.expectReplies, url, scripts, pauseMs),
  };
}

/** The median of some figure over the rounds: a disturbed one does not count. */
function median(rounds: readonly Round[], of: (round: Round) => number): number {
  const sorted = rounds.map(of).sort((a, b) => a - b);
  return round(sorted[Math.floor(sorted.length / 2)] ?? Number.NaN);
}

const FIGURES = ['messagesPerSecond', 'p50Ms', 'p99Ms'] as const;

/** The median of each figure that `of` makes of a round. */
const medians = (rounds: readonly Round[], of: (round: Round, figure: keyof LoadFigures) => number): object =>
  Object.fromEntries(FIGURES.map((figure) => [figure, median(rounds, (one) => of(one, figure))]));

const described = (rounds: readonly Round[]): object => ({
  directLine: {
    ...medians(rounds, ({ directLine }, figure) => directLine[figure]),
    openedPerSecond: median(rounds, ({ directLine }) => directLine.openedPerSecond),
  },
  expectReplies: medians(rounds, ({ expectReplies }, figure) => expectReplies[figure]),
  ratio: medians(rounds, (one, figure) => one.directLine[figure] / one.expectReplies[figure]),
});

async function withServer<Result>(use: (server: Program) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-'));
  const server = await startProgram('dist/bench/test/bench/web-server.js', {
    flags: ['--expose-gc'],
    ipc: true,
    env: {
      PORT: '0',
      KEYTURN_STORE: `file:${join(folder, 'keyturn.db')}`,
      KEYTURN_DIRECTLINE_SECRET: SECRET,
    },
  });
  try {
    return await use(server);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

const load = await withServer(async ({ url }) => {
  for (let warmUp = 0; warmUp < WARM_UP_ROUNDS; warmUp++) await playRound(url);
  const rounds: Round[] = [];
  for (let number = 0; number < ROUNDS; number++) rounds.push(await playRound(url));
  return { rounds, unhurried: await playRound(url, PAUSE_MS) };
});
const memory = await withServer((server) =>
  memoryOfConversations(server, SIDES.directLine, OPEN, conversations),
);
process.stdout.write(
  `${JSON.stringify({
    connections: PEOPLE,
    messagesARound: PEOPLE * MESSAGES_EACH,
    ...described(load.rounds),
    unhurried: described([load.unhurried]),
    memory,
    rounds: load.rounds.map((one) =>
      round(one.directLine.messagesPerSecond / one.expectReplies.messagesPerSecond),
    ),
  })}\n`,
);
