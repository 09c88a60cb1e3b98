/**
 * Our widget beside the real Web Chat, both at the same server and on the same page of another site, in Chromium: how
 * many bytes go over the wire and how long a person waits, plain and on an old till with a slow line. They take turns
 * so that a busy machine slows both. Prints one JSON object.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../web/browser/chromium.ts';
import { startProgram } from './program.ts';
import { tell } from './results-runs.ts';
import type { Slowness } from './web-network.ts';
import { openSite } from './web-site.ts';
import { CHATS, type VisitFigures, visit } from './web-visit.ts';

/** Rounds that count, of each condition; in each both chats are visited once with nothing cached and once again. */
const ROUNDS = Number(process.env.KEYTURN_BENCH_ROUNDS ?? 7);

/** An old till: slow 3G as browsers emulate it, and a processor four times slower than this one. */
const OLD_TILL: Slowness = { bytesPerSecond: 50_000, latencyMs: 400, cpu: 4 };
const CONDITIONS: Readonly<Record<'plain' | 'oldTill', Slowness | null>> = { plain: null, oldTill: OLD_TILL };

type ChatName = keyof typeof CHATS;

/** A first visit, and another one with what the browser has cached. */
interface Visits {
  readonly cold: VisitFigures;
  readonly warm: VisitFigures;
}

type Round = Readonly<Record<ChatName, Visits>>;

const CHAT_NAMES = ['keyturn', 'webChat'] as const;
const VISITS = ['cold', 'warm'] as const;
const FIGURES = [
  'pageBytes',
  'chatBytes',
  'chatRequests',
  'socketBytes',
  'firstReplyMs',
  'answerMs',
] as const;

/** In a browser profile of its own each. */
async function visitTwice(
  browser: Browser,
  site: string,
  chat: ChatName,
  slowness: Slowness | null,
): Promise<Visits> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  try {
    const once = (): Promise<VisitFigures> => visit(context, site, CHATS[chat], slowness);
    return { cold: await once(), warm: await once() };
  } finally {
    await context.close();
  }
}

/** Who begins takes turns too. */
async function playRound(
  browser: Browser,
  site: string,
  slowness: Slowness | null,
  number: number,
): Promise<Round> {
  const twice = (chat: ChatName): Promise<Visits> => visitTwice(browser, site, chat, slowness);
  if (number % 2 === 0) return { keyturn: await twice('keyturn'), webChat: await twice('webChat') };
  const webChat = await twice('webChat');
  return { keyturn: await twice('keyturn'), webChat };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Medians of each figure, and of how many times more Web Chat takes in the same round. */
function described(rounds: readonly Round[]): object {
  const of = (chat: ChatName, visits: keyof Visits): object =>
    Object.fromEntries(
      FIGURES.map((figure) => [figure, Math.round(median(rounds.map((one) => one[chat][visits][figure])))]),
    );
  const ratios = (visits: keyof Visits): object =>
    Object.fromEntries(
      FIGURES.map((figure) => {
        const ratio = median(rounds.map((one) => one.webChat[visits][figure] / one.keyturn[visits][figure]));
        return [figure, Number(ratio.toFixed(2))];
      }),
    );
  return Object.fromEntries(
    VISITS.map((visits) => [
      visits,
      {
        ...Object.fromEntries(CHAT_NAMES.map((chat) => [chat, of(chat, visits)])),
        webChatToKeyturn: ratios(visits),
      },
    ]),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-'));
let bot = '';
const site = await openSite(() => bot);
const server = await startProgram('dist/bench/test/bench/web-server.js', {
  env: {
    PORT: '0',
    KEYTURN_STORE: `file:${join(folder, 'keyturn.db')}`,
    KEYTURN_ORIGINS: site.origin,
  },
});
bot = server.url;
const browser = await launchChromium();
try {
  const found: Record<string, object> = {};
  for (const [condition, slowness] of Object.entries(CONDITIONS)) {
    // The first of each is slower than all others: the browser starts processes and the server compiles.
    if (slowness === null) await playRound(browser, site.origin, slowness, 0);
    const rounds: Round[] = [];
    for (let number = 0; number < ROUNDS; number++) {
      rounds.push(await playRound(browser, site.origin, slowness, number));
      tell(`${condition}: round ${number + 1} of ${ROUNDS}`);
    }
    found[condition] = described(rounds);
  }
  process.stdout.write(
    `${JSON.stringify({
      chromium: browser.version(),
      webChat: site.webChatVersion,
      oldTill: OLD_TILL,
      rounds: ROUNDS,
      found,
    })}\n`,
  );
} finally {
  await browser.close();
  await Promise.all([server.stop(), site.close()]);
  rmSync(folder, { recursive: true });
}
