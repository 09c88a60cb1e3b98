/** A bot, a device and a page, and what must be true at the end whatever happened to them. */

import { expect } from 'vitest';
import type { ConnectionParts, Snapshot } from '../../../src/web/chat/connection/connection.ts';
import { type Served, type ServedParts, serveEcho } from './served.ts';
import { createDevice, type Device, type Page, said } from './till.ts';

export interface Scene {
  readonly served: Served;
  readonly till: Device;
}

const scenes: Scene[] = [];

/** A bot, and a device on which nothing is open yet. */
export async function opened(parts: ServedParts = {}): Promise<Scene> {
  const served = await serveEcho(parts);
  const scene = { served, till: createDevice(served.url) };
  scenes.push(scene);
  return scene;
}

/** The same with a page that has said hello. */
export async function begun(
  parts: ServedParts = {},
  page: Partial<ConnectionParts> = {},
): Promise<Scene & { readonly page: Page }> {
  const scene = await opened(parts);
  const first = scene.till.open(page);
  first.say('hello');
  await first.untilAnswered();
  return { ...scene, page: first };
}

/** For after each test. */
export async function endScenes(): Promise<void> {
  for (const { served, till } of scenes.splice(0)) {
    till.close();
    await served.close();
  }
}

/** The page shows what the store has: after hello each of these, once, in this order, and answered. */
export async function expectSaid(served: Served, page: Page, texts: readonly string[]): Promise<void> {
  const shown = await page.until(
    ({ lines, answering }) => lines.length === 3 + 2 * texts.length && !answering,
  );
  const stored = await served.said(shown.conversationId);
  expect(said(shown)).toEqual(stored);
  const persons = stored.filter((line) => line.startsWith('person: '));
  expect(persons).toEqual(['hello', ...texts].map((text) => `person: ${text}`));
  const known = new Set(shown.lines.map(({ id }) => id));
  expect(known.size).toBe(shown.lines.length);
}

export const three = ['one', 'two', 'three'];
export const sayAll = (page: Page): void => three.forEach((text) => void page.say(text));
export const isOnline = ({ status }: Snapshot): boolean => status === 'online';
