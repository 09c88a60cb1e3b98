/** Somebody with a browser of their own, and a list of everything that went wrong in it. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import { launchProfile } from './chromium.ts';

export interface VisitorOptions extends BrowserContextOptions {
  /** True: the line is broken on purpose, so the browser may say that a request failed. */
  readonly brokenLine?: boolean;
  /** Faults that are what the test is about. */
  readonly expected?: RegExp;
}

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts and of the console, violations of a Content-Security-Policy, requests to elsewhere. */
  readonly faults: readonly string[];
  /** Ids of the conversations that the browser has spoken in, oldest first. */
  readonly conversations: readonly string[];
}

/** Where somebody lives: the same for all, whatever the machine is set to. */
const PLACE = { locale: 'en-GB', timezoneId: 'Europe/London' };

/** Somebody in a private window of their own: nothing is remembered of other visitors. */
export async function newVisitor(browser: Browser, visit: VisitorOptions = {}): Promise<Visitor> {
  const { brokenLine, expected, ...options } = visit;
  return watched(await browser.newContext({ ...PLACE, ...options }), visit);
}

/** A frame of another site has a storage of its own; some systems ship Chromium with none, as private windows have. */
const PREFERENCES = { profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } };

/** Somebody with a browser as people use it every day, its profile in a new folder that goes with them. */
export async function newRegular(visit: VisitorOptions = {}): Promise<Visitor> {
  const { brokenLine, expected, ...options } = visit;
  const folder = await mkdtemp(join(tmpdir(), 'keyturn-profile-'));
  await mkdir(join(folder, 'Default'));
  await writeFile(join(folder, 'Default/Preferences'), JSON.stringify(PREFERENCES));
  const context = await launchProfile(folder, { ...PLACE, ...options });
  context.once('close', () => void rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return watched(context, visit);
}

async function watched(
  context: BrowserContext,
  { brokenLine = false, expected }: VisitorOptions,
): Promise<Visitor> {
  context.setDefaultTimeout(ACTION_TIMEOUT_MS);
  const faults: string[] = [];
  const conversations: string[] = [];
  const note = (fault: string): void => {
    if (!(brokenLine && OF_A_BROKEN_LINE.test(fault)) && expected?.test(fault) !== true) faults.push(fault);
  };
  await context.addInitScript(tellOfViolations);
  context.on('console', (message) => isFault(message) && note(`console: ${message.text()}`));
  context.on('weberror', (error) => note(`script: ${error.error().message}`));
  const noteAddress = (address: string): void => {
    if (!isOfThisMachine(address)) faults.push(`request to elsewhere: ${address}`);
    const [, id] = /\/v3\/directline\/conversations\/([^/?]+)/.exec(address) ?? [];
    if (id !== undefined && !conversations.includes(id)) conversations.push(id);
  };
  context.on('request', (request) => noteAddress(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => noteAddress(socket.url())));
  return { context, page: await context.newPage(), faults, conversations };
}

/** Runs in each page and frame before its own scripts. */
function tellOfViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) =>
    console.error(`securitypolicyviolation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
}

const isFault = (message: ConsoleMessage): boolean =>
  message.type() === 'error' || message.type() === 'warning';

/** What Chromium says itself of a request or a WebSocket that failed. */
const OF_A_BROKEN_LINE = /^console: (Failed to load resource: |WebSocket connection to )/;

function isOfThisMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return (
    ['data:', 'blob:', 'about:'].includes(protocol) || hostname === '127.0.0.1' || hostname === 'localhost'
  );
}

/** How long a person waits for one thing on a page, in milliseconds: far longer than it takes, on a machine that is busy. */
const ACTION_TIMEOUT_MS = 30_000;
