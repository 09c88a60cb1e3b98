/** One visit: open the page, click on the launcher, wait for the welcome, say what is wrong, wait for the answer. */

import { readFile } from 'node:fs/promises';
import type { BrowserContext, FrameLocator, Page, Request } from 'playwright-core';
import { z } from 'zod';
import { type Slowness, type Wire, watchNetwork } from './web-network.ts';

/** A chat on a page, as a person finds it. */
export interface Chat {
  readonly path: string;
  /** Selector of what opens it. */
  readonly launcher: string;
  /** Selector of the bot's lines, where they stand. */
  readonly lines: string;
  /** Selector of where to type, and whether that is in a frame. */
  readonly box: string;
  readonly framed: boolean;
}

/** Ours, and Web Chat. */
export const CHATS: Readonly<Record<'keyturn' | 'webChat', Chat>> = {
  keyturn: {
    path: '/keyturn',
    launcher: 'button[aria-expanded]',
    lines: '[role="log"] .from-bot',
    box: 'textarea',
    framed: true,
  },
  webChat: {
    path: '/web-chat',
    launcher: '#open-chat',
    lines: '.webchat__bubble:not(.webchat__bubble--from-user)',
    box: '[data-id="webchat-sendbox-input"]',
    framed: false,
  },
};

/** What one visit took; bytes over the wire with everything, milliseconds until it was painted. */
export interface VisitFigures {
  /** Of the page with the launcher, before anybody clicked. */
  readonly pageBytes: number;
  /** From the click until the answer to the first message. */
  readonly chatBytes: number;
  readonly chatRequests: number;
  /** Of those bytes, what came and went over the WebSocket. */
  readonly socketBytes: number;
  /** From the click on the launcher to the welcome. */
  readonly firstReplyMs: number;
  /** From sending the first message to its answer. */
  readonly answerMs: number;
}

/** Something that happened in a page or a frame, with the number of the bot's lines then. */
const Mark = z.object({
  kind: z.enum(['click', 'enter', 'lines']),
  /** Milliseconds since 1970. */
  at: z.number(),
  lines: z.number(),
});
type Mark = z.infer<typeof Mark>;

/** How long anything may take, in milliseconds: Web Chat over a slow line takes half a minute. */
const TOO_LATE_MS = 120_000;

/** What somebody says who has never been there. */
const MESSAGE = 'The receipt printer prints nothing';

const SCRIPT = readFile('test/bench/web-marks.mjs', 'utf8');

/**
 * Makes a visit in this context and closes its page again. What the browser has cached stays in the context; what the
 * chat remembers is forgotten, so that the next visit is a new conversation.
 */
export async function visit(
  context: BrowserContext,
  site: string,
  chat: Chat,
  slowness: Slowness | null,
): Promise<VisitFigures> {
  const page = await context.newPage();
  page.setDefaultTimeout(TOO_LATE_MS);
  const marks = await listenTo(page, chat);
  const wire = await watchNetwork(page, slowness);
  await page.goto(`${site}${chat.path}`, { waitUntil: 'load' });
  await page.locator(chat.launcher).waitFor();
  const before = await wire();
  await page.locator(chat.launcher).click();
  const first = await marks.next((mark) => mark.kind === 'lines' && mark.lines > 0);
  const place: Page | FrameLocator = chat.framed ? page.frameLocator('iframe') : page;
  const box = place.locator(chat.box);
  await box.fill(MESSAGE);
  // The reply on the stream may be there before the number of the message is; both count.
  const posted = page.waitForEvent('requestfinished', isMessage);
  await box.press('Enter');
  const sent = await marks.next(({ kind }) => kind === 'enter');
  const answer = await marks.next((mark) => mark.kind === 'lines' && mark.lines > sent.lines);
  await posted;
  const after = await wire();
  const clicked = await marks.next(({ kind }) => kind === 'click');
  if (slowness !== null)
    expectSlow(z.array(z.number()).parse(await place.locator('body').evaluate(DURATIONS)), slowness);
  await place.locator('body').evaluate(FORGET);
  await page.close();
  const total = ({ http, socket }: Wire): number => http + socket;
  return {
    pageBytes: total(before),
    chatBytes: total(after) - total(before),
    chatRequests: after.answers - before.answers,
    socketBytes: after.socket - before.socket,
    firstReplyMs: first.at - clicked.at,
    answerMs: answer.at - sent.at,
  };
}

const isMessage = (request: Request): boolean =>
  request.method() === 'POST' && request.url().endsWith('/activities');

/** How long answers took that came over the wire to where the chat runs, in milliseconds; of other sites unknown. */
const DURATIONS = `performance.getEntriesByType('resource')
  .filter(({ transferSize }) => transferSize > 0)
  .map(({ duration }) => duration)`;

/** A frame of another site may be denied any memory. */
const FORGET = 'try { localStorage.clear() } catch {}';

/** Figures of a slow line that was not slow are worse than none. */
function expectSlow(tookMs: readonly number[], { latencyMs }: Slowness): void {
  const soonestMs = Math.min(...tookMs);
  if (soonestMs < latencyMs * 0.9)
    throw new Error(`An answer came after ${soonestMs} ms: the line of the chat was not slowed down.`);
}

/** Hears what the page and its frames tell of themselves. */
async function listenTo(page: Page, { lines }: Chat) {
  const heard: Mark[] = [];
  let look: () => void = () => undefined;
  await page.exposeBinding('benchTell', (_, told: unknown) => {
    heard.push(Mark.parse(told));
    look();
  });
  await page.addInitScript(`globalThis.benchLines = ${JSON.stringify(lines)};\n{${await SCRIPT}}`);
  return {
    /** The first that is like this, whether it has happened or will; rejects where it does not in time. */
    next: (isLike: (mark: Mark) => boolean): Promise<Mark> =>
      new Promise((resolve, reject) => {
        const late = setTimeout(
          () => reject(new Error(`Nothing more happened at ${page.url()}.`)),
          TOO_LATE_MS,
        );
        look = () => {
          const found = heard.find(isLike);
          if (found === undefined) return;
          clearTimeout(late);
          resolve(found);
        };
        look();
      }),
  };
}
