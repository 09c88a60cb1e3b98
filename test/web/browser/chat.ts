/** The chat as a person has it before them, in the frame of a widget or on its own page. */

import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { KeptLine } from '../../../src/ports.ts';
import type { ShippedBot } from '../../channels/direct-line/shipped-bot.ts';
import type { Visitor } from './visitor.ts';

export interface Chat {
  readonly root: FrameLocator | Page;
  /** Where people write. */
  readonly field: Locator;
  /** The conversation. */
  readonly log: Locator;
  /** What the bot said, oldest first. */
  readonly replies: Locator;
  button(name: string): Locator;
  /** Types a message and sends it with Enter. */
  say(text: string): Promise<void>;
  /** Waits until the last reply begins with these words. */
  hears(words: string): Promise<void>;
  /** Everything that stands in the conversation, in order, in a closed widget too. */
  lines(): Promise<readonly SeenLine[]>;
}

/** A line as it stands on the screen. */
export interface SeenLine {
  readonly from: 'person' | 'bot';
  readonly text: string;
}

/** The chat of the first widget on a page. */
export const chatIn = (page: Page): Chat => chat(page.frameLocator('keyturn-widget iframe'));

/** The chat on its own page. */
export const chatOn = (page: Page): Chat => chat(page);

export function chat(root: FrameLocator | Page): Chat {
  const field = root.getByRole('textbox', { name: 'Write what the device says' });
  const log = root.getByRole('log', { name: 'Conversation' });
  const replies = log.locator('.line.from-bot');
  return {
    root,
    field,
    log,
    replies,
    button: (name) => root.getByRole('button', { name, exact: true }),
    async say(text) {
      await field.fill(text);
      await field.press('Enter');
    },
    hears: (words) =>
      replies
        .last()
        .and(log.locator('.line', { hasText: words }))
        .waitFor(),
    lines: () =>
      root.locator('[role=log] .line').evaluateAll((lines) =>
        lines.map((line) => ({
          from: line.classList.contains('from-person') ? 'person' : 'bot',
          text: line.textContent ?? '',
        })),
      ),
  };
}

/** The button that opens the widget of a page, and closes it. */
export const launcherOn = (page: Page, title: string | RegExp = 'Help'): Locator =>
  page.getByRole('button', { name: title });

/** Opens the widget of a page by its button; the bot has said hello. */
export async function openWidget(page: Page): Promise<Chat> {
  await launcherOn(page).click();
  const opened = chatIn(page);
  await opened.replies.first().waitFor();
  return opened;
}

/**
 * Waits until what stands on the screen is what the store has: the same things said, by the same side, in the same
 * order, nothing lost and nothing twice.
 */
export async function expectAsStored(seen: Chat, bot: ShippedBot, visitor: Visitor): Promise<void> {
  const conversation = visitor.conversations.at(-1) ?? '';
  await expect
    .poll(async () => {
      const stored = await bot.history(conversation);
      return { seen: asStored(await seen.lines(), stored), stored: stored.map(wordsOf) };
    })
    .toSatisfy(({ seen, stored }: { seen: readonly string[]; stored: readonly string[] }) => {
      expect(seen).toEqual(stored);
      return stored.length > 0;
    });
}

/** What must stand on the screen of a line of the store. */
function wordsOf({ line }: KeptLine): string {
  if (line.from === 'person') return `person: ${line.text}`;
  const { reply } = line;
  const parts =
    reply.kind === 'remedy'
      ? [reply.text, ...reply.steps.map((step) => step.title ?? step.do)]
      : [reply.text];
  return `bot: ${parts.join(' | ')}`;
}

/** Each line of the screen, as the store has the line at its place wherever all of that one's words stand in it. */
const asStored = (seen: readonly SeenLine[], stored: readonly KeptLine[]): readonly string[] =>
  seen.map(({ from, text }, index) => {
    const said = `${from}: ${text}`;
    const kept = stored[index];
    if (kept === undefined || kept.line.from !== from) return said;
    const words = wordsOf(kept);
    const parts = words.slice(`${from}: `.length).split(' | ');
    return parts.every((part) => letters(text).includes(letters(part))) ? words : said;
  });

/** Without spaces and punctuation: a title has no full stop, a paragraph no line break. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
