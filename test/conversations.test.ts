import { describe, expect, it } from 'vitest';
import type { Reply } from '../src/core/conversation.ts';
import type { GoldenConversation } from '../src/core/knowledge/model.ts';
import { playConversation } from '../src/workbench/played-conversation.ts';
import { keyturn } from './cli/program.ts';
import { foreignBase, shippedBase } from './foreign-base.ts';

const shipped = await shippedBase();
const foreign = await foreignBase();

describe.each([
  ['the shipped knowledge', shipped],
  ['a foreign base', foreign],
])('golden conversations of %s', (_title, { prepared, conversations }) => {
  it.each(conversations.map((golden) => [golden.path, golden] as const))('%s', (_path, golden) => {
    expect(playConversation(prepared, golden).departure).toBeNull();
  });
});

/** The three conversations of the README, and how many questions they may take. */
const OF_THE_README: readonly (readonly [path: string, questions: number])[] = [
  ['conversations/till-refund-key-not-home.yaml', 2],
  ['conversations/scale-c04-ticket.yaml', 0],
  ['conversations/tuya-not-subscribed.yaml', 0],
];

/** What is typed: a message of many lines goes on behind backslashes, a choice is its number on the screen. */
function typedIn(golden: GoldenConversation, replies: readonly (readonly Reply[])[]): string {
  let shown: readonly Reply[] = [];
  let turn = 0;
  const lines: string[] = [];
  for (const each of golden.turns) {
    if (each.kind === 'bot') continue;
    lines.push(
      each.kind === 'user' ? each.text.replaceAll('\n', '\\\n') : String(numberOf(each.choice, shown)),
    );
    shown = replies[turn] ?? [];
    turn += 1;
  }
  return `${lines.join('\n')}\n`;
}

function numberOf(choice: string, shown: readonly Reply[]): number {
  const choices = shown.flatMap((reply) => ('choices' in reply ? reply.choices : []));
  return choices.findIndex((each) => each.id === choice) + 1;
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

describe('the conversations of the README in the terminal', () => {
  it.each(OF_THE_README)('%s, in at most %i questions', async (path, questions) => {
    const golden = shipped.conversations.find((each) => each.path === path)!;
    const { said: replies } = playConversation(shipped.prepared, golden);
    expect(replies.flat().filter((reply) => reply.kind === 'question').length).toBeLessThanOrEqual(questions);
    const role = golden.role === null ? [] : ['--role', golden.role];
    const { code, out } = await keyturn(['chat', ...role], typedIn(golden, replies));
    expect(code).toBe(0);
    let rest = spaced(out);
    for (const reply of replies.flat()) {
      const words =
        reply.kind === 'remedy'
          ? [reply.text, ...reply.steps.flatMap((step) => [step.title ?? '', step.caution ?? '', step.do])]
          : [reply.text];
      for (const expected of words.map(spaced)) {
        expect(rest).toContain(expected);
        rest = rest.slice(rest.indexOf(expected) + expected.length);
      }
    }
  });
});
