/**
 * The whole bot with its durable store against an echo bot on the same stack, each in a process of its own, loaded
 * in turns so that a busy machine slows both. Prints one JSON object.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

/** Connections at once, as many as a busy shop floor has people typing. */
const CONNECTIONS = 20;
/** Seconds of one round, and rounds of each side; the best-known way to even out other load is to alternate. */
const ROUND_SECONDS = Number(process.env.KEYTURN_BENCH_SECONDS ?? 4);
const ROUNDS = 3;
/** Turns of one conversation before the next begins. */
const TURNS = 4;

const MESSAGES = [
  'hi, the scale in dairy shows C04 and will not go into the settings',
  'not sure',
  'It is a CAS, the seal switch is ON and nobody has touched it since Monday',
  'thanks',
];

interface Side {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

interface Figures {
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Starts a program of ours and waits for the address that it prints. */
async function start(file: string, env: Record<string, string>): Promise<Side> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/[\w.]+:\d+/.exec(said);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`${file} ended before it listened.`)));
  });
  return {
    url,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

let sent = 0;

/** The next turn of the next conversation. */
function nextTurn(): string {
  const number = sent++;
  const lane = number % CONNECTIONS;
  const step = Math.floor(number / CONNECTIONS);
  return JSON.stringify({
    type: 'message',
    id: `m${number}`,
    channelId: 'emulator',
    serviceUrl: 'http://127.0.0.1:9',
    locale: 'en-GB',
    timestamp: '2026-01-05T10:00:00.000Z',
    deliveryMode: 'expectReplies',
    text: MESSAGES[step % TURNS],
    conversation: { id: `c${lane}-${Math.floor(step / TURNS)}` },
    from: { id: `u${lane}`, name: 'Una' },
    recipient: { id: 'bot', name: 'Keyturn' },
  });
}

async function load(url: string, seconds: number): Promise<Figures> {
  const result = await autocannon({
    url: `${url}/api/messages`,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: nextTurn() }),
      },
    ],
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} turns failed at ${url}.`);
  return { turnsPerSecond: result.requests.average, p50Ms: result.latency.p50, p99Ms: result.latency.p99 };
}

/** The median, figure by figure: one disturbed round does not count. */
function median(rounds: readonly Figures[]): Figures {
  const middle = (of: (figures: Figures) => number) =>
    rounds.map(of).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? Number.NaN;
  return {
    turnsPerSecond: middle((f) => f.turnsPerSecond),
    p50Ms: middle((f) => f.p50Ms),
    p99Ms: middle((f) => f.p99Ms),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-'));
const bot = await start('../../../main.js', {
  PORT: '0',
  KEYTURN_STORE: `file:${join(folder, 'keyturn.db')}`,
});
const echo = await start('./echo-bot.js', {});
try {
  for (const side of [bot, echo]) await load(side.url, Math.min(2, ROUND_SECONDS));
  const rounds: { bot: Figures; echo: Figures }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ bot: await load(bot.url, ROUND_SECONDS), echo: await load(echo.url, ROUND_SECONDS) });
  }
  const [ours, theirs] = [
    median(rounds.map((round) => round.bot)),
    median(rounds.map((round) => round.echo)),
  ];
  const ratio = (of: (figures: Figures) => number) => Number((of(ours) / of(theirs)).toFixed(3));
  process.stdout.write(
    `${JSON.stringify({
      bot: ours,
      echo: theirs,
      ratio: {
        turnsPerSecond: ratio((f) => f.turnsPerSecond),
        p50: ratio((f) => f.p50Ms),
        p99: ratio((f) => f.p99Ms),
      },
      rounds: rounds.map((round) =>
        Number((round.bot.turnsPerSecond / round.echo.turnsPerSecond).toFixed(3)),
      ),
    })}\n`,
  );
} finally {
  await Promise.all([bot.stop(), echo.stop()]);
  rmSync(folder, { recursive: true });
}
