/**
 * The whole bot with its durable store against an echo bot on the same stack, each in a process of its own, loaded
 * in turns so that a busy machine slows both, with the same conversations. Prints one JSON object.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { prepare } from '../../src/core/prepare.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';
import { expectingReplies, recordConversations, type Sent } from './conversations.ts';
import { startProgram } from './program.ts';

/** Connections at once, as many as a busy shop floor has people typing. */
const CONNECTIONS = 20;
/**
 * Seconds of one round, and rounds of each side. Both sides take turns, and a ratio is of two rounds that follow each
 * other: on a machine that others use too, many short ones are disturbed alike.
 */
const ROUND_SECONDS = 1;
const ROUNDS = Number(process.env.KEYTURN_BENCH_ROUNDS ?? 31);
/**
 * Seconds until both have compiled what they run often; servers run for weeks. After 8 the compiler of ours still takes
 * a third of a core, after 20 next to nothing.
 */
const WARM_UP_SECONDS = 20;
/** Conversations that are held in turn; enough that none comes back while anything of it may still be remembered. */
const CONVERSATIONS = 3_000;

interface Figures {
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const { files, hash } = await readKnowledgeFolder('knowledge');
const { kb } = readKnowledge(files);
if (kb === null) throw new Error('the shipped knowledge base has errors: run "keyturn check"');
const conversations = recordConversations(kb, prepare(kb, hash), CONVERSATIONS);

let begun = 0;

/** The turns of one conversation after the other; each is answered before the next is sent. */
function* turnsOfOneConnection(): Generator<string> {
  for (;;) {
    const number = begun++;
    const turns = conversations[number % conversations.length] ?? [];
    for (const [index, sent] of turns.entries())
      yield JSON.stringify(expectingReplies(`c${number}`, `m${number}-${index}`, sent));
  }
}

async function load(url: string, seconds: number): Promise<Figures> {
  const result = await autocannon({
    url: `${url}/api/messages`,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient: (client) => {
      const turns = turnsOfOneConnection();
      client.setRequests([
        {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          setupRequest: (request) => ({ ...request, body: turns.next().value }),
        },
      ]);
    },
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} turns failed at ${url}.`);
  return { turnsPerSecond: result.requests.average, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}

/** What was sent, so that a reader can judge whether it is like what people send. */
function described(): object {
  const all = conversations.flat();
  const share = (some: readonly Sent[]) => Number((some.length / all.length).toFixed(3));
  return {
    count: conversations.length,
    turnsEach: Number((all.length / conversations.length).toFixed(2)),
    typedShare: share(all.filter((sent) => 'text' in sent)),
  };
}

interface Round {
  readonly bot: Figures;
  readonly echo: Figures;
}

/** The median of some figure over the rounds: a disturbed one does not count. */
function median(rounds: readonly Round[], of: (round: Round) => number): number {
  const sorted = rounds.map(of).sort((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(3));
}

const FIGURES = ['turnsPerSecond', 'p50Ms', 'p99Ms'] as const;

/** The median of each figure that `of` makes of a round. */
const medians = (rounds: readonly Round[], of: (round: Round, figure: keyof Figures) => number): object =>
  Object.fromEntries(FIGURES.map((figure) => [figure, median(rounds, (round) => of(round, figure))]));

const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-'));
const bot = await startProgram('dist/program/main.js', {
  env: { PORT: '0', KEYTURN_STORE: `file:${join(folder, 'keyturn.db')}` },
});
const echo = await startProgram('dist/bench/test/bench/echo-bot.js');
try {
  for (const side of [bot, echo]) await load(side.url, WARM_UP_SECONDS);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ bot: await load(bot.url, ROUND_SECONDS), echo: await load(echo.url, ROUND_SECONDS) });
  }
  process.stdout.write(
    `${JSON.stringify({
      conversations: described(),
      bot: medians(rounds, (round, figure) => round.bot[figure]),
      echo: medians(rounds, (round, figure) => round.echo[figure]),
      ratio: medians(rounds, (round, figure) => round.bot[figure] / round.echo[figure]),
      rounds: rounds.map((round) =>
        median([round], ({ bot: ours, echo: theirs }) => ours.turnsPerSecond / theirs.turnsPerSecond),
      ),
    })}\n`,
  );
} finally {
  await Promise.all([bot.stop(), echo.stop()]);
  rmSync(folder, { recursive: true });
}
