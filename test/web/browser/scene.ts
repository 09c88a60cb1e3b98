/** All that a test of the pages stands on: the bot, the line to it, a shop's own site, and a browser. */

import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { openShippedBot, type ShippedBot } from '../../channels/direct-line/shipped-bot.ts';
import { launchChromium } from './chromium.ts';
import { openShop, type Shop } from './shop.ts';
import { newRegular, newVisitor, type Visitor, type VisitorOptions } from './visitor.ts';
import { openWire, type Wire } from './wire.ts';

export interface Scene {
  readonly bot: ShippedBot;
  readonly wire: Wire;
  readonly shop: Shop;
  /** Address of the shop's page with one line of script for the chat, and nothing else of ours: another origin. */
  readonly shopPage: string;
  /** The same page under a name of its own: not only another origin, but another site than the bot's. */
  readonly farPage: string;
  /** The line that the README tells to put into a page. */
  scriptTag(attributes?: string): string;
  /** Lets the clock of the bot's tokens and limits go ahead. */
  letTimePass(ms: number): void;
  /** Somebody comes who has not been there before. */
  visitor(options?: VisitorOptions): Promise<Visitor>;
  /** The same, not in a private window. */
  regular(options?: VisitorOptions): Promise<Visitor>;
  /** Everybody leaves; fails where something went wrong in one of their browsers. Belongs into afterEach. */
  everybodyLeaves(): Promise<void>;
  close(): Promise<void>;
}

/** An address of this machine, by its other name. */
export const farAway = (address: string): string => address.replace('127.0.0.1', 'localhost');

/** All visitors come from one address, one after the other and quickly. */
const UNLIMITED = {
  opening: { burst: 10_000, perSecond: 10_000 },
  conversationMessages: { burst: 10_000, perSecond: 10_000 },
  addressMessages: { burst: 10_000, perSecond: 10_000 },
};

export async function openScene(): Promise<Scene> {
  const [browser, shop, wire]: [Browser, Shop, Wire] = await Promise.all([
    launchChromium(),
    openShop(),
    openWire(),
  ]);
  let aheadMs = 0;
  const bot = await openShippedBot({
    publicUrl: wire.url,
    origins: [shop.origin, farAway(shop.origin)],
    web: { limits: UNLIMITED, clock: () => Date.now() + aheadMs },
  });
  wire.leadTo(bot.url);
  let visitors: Visitor[] = [];
  const scriptTag = (attributes = ''): string =>
    `<script src="${wire.url}/widget.js" data-title="Help" ${attributes} defer></script>`;
  const shopPage = shop.put('/', { body: scriptTag() });
  const come = async (coming: Promise<Visitor>): Promise<Visitor> => {
    const visitor = await coming;
    visitors.push(visitor);
    return visitor;
  };
  return {
    bot,
    wire,
    shop,
    shopPage,
    farPage: farAway(shopPage),
    scriptTag,
    letTimePass(ms) {
      aheadMs += ms;
    },
    visitor: (options) => come(newVisitor(browser, options)),
    regular: (options) => come(newRegular(options)),
    async everybodyLeaves() {
      const leaving = visitors;
      visitors = [];
      await Promise.all(leaving.map(({ context }) => context.close()));
      expect(leaving.flatMap(({ faults }) => faults)).toEqual([]);
    },
    async close() {
      await Promise.all(visitors.map(({ context }) => context.close()));
      await browser.close();
      await Promise.all([bot.close(), shop.close(), wire.close()]);
    },
  };
}
