/** The golden conversations, as Teams would hold them: activities in, cards out. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExpectedReply, GoldenConversation } from '../../src/core/knowledge/model.ts';
import { shippedBase } from '../foreign-base.ts';
import { type RealBot, realBot, type Shown } from './real-bot.ts';

const { conversations, prepared } = await shippedBase();

let bot: RealBot;
beforeAll(async () => {
  bot = await realBot(prepared);
});
afterAll(() => bot.close());

/** What is expected and was not shown. */
function missing(expected: ExpectedReply, shown: readonly Shown[]): string[] {
  const has = (kind: string, reply: string | null) =>
    reply === null || shown.some((each) => each.kind === kind && each.reply === reply);
  const words = shown
    .map((each) => each.words)
    .join('\n')
    .toLowerCase();
  // A question may be asked back with the answer that was half heard.
  const isAsked = has('question', expected.question) || has('confirm', expected.question);
  return [
    ...(isAsked ? [] : [`the question ${expected.question}`]),
    ...(has('remedy', expected.remedy) ? [] : [`the remedy ${expected.remedy}`]),
    ...(has('refusal', expected.refusal) ? [] : [`the refusal ${expected.refusal}`]),
    ...expected.kinds.filter((kind) => !shown.some((each) => each.kind === kind)),
    ...expected.mentions.filter((text) => !words.includes(text.toLowerCase())),
  ];
}

/** The value that the button of a choice sends. */
function valueBehind(choice: string, shown: readonly Shown[]): unknown {
  const data = shown.flatMap((each) => each.actions).map((action) => action.data);
  return data.find((each) => JSON.stringify(each).includes(`"choice":${JSON.stringify(choice)}`));
}

async function play(golden: GoldenConversation): Promise<void> {
  const conversation = { id: golden.path };
  if (golden.role !== null) await bot.knowRole(golden.path, golden.role);
  let shown: readonly Shown[] = [];
  for (const [index, turn] of golden.turns.entries()) {
    if (turn.kind === 'user') shown = await bot.ask({ conversation, text: turn.text });
    else if (turn.kind === 'chooses')
      shown = await bot.ask({ conversation, text: undefined, value: valueBehind(turn.choice, shown) });
    else
      expect(
        missing(turn, shown),
        `turn ${index + 1}: ${shown.map((each) => `${each.kind}:${each.reply}`)}`,
      ).toEqual([]);
  }
}

describe('over /api/messages', () => {
  it.each(conversations.map((golden) => [golden.title, golden] as const))('%s', (_, golden) => play(golden));
});
