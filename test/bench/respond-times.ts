/** How long `respond` takes, over conversations as people hold them. */

import { isOffer, newConversation, type Reply, type UserTurn } from '../../src/core/conversation.ts';
import type { KnowledgeBase } from '../../src/core/knowledge/model.ts';
import type { Prepared } from '../../src/core/prepare.ts';
import { respond } from '../../src/core/respond.ts';
import { randomFrom } from '../../src/simulate/random.ts';
import { percentiles, type Times } from './percentiles.ts';

/** Turns after the first message: answers to what is asked, any of them. */
const ANSWERS = 4;

/** Messages as they come in: what people say of a problem, alone, with a greeting, or inside a ticket. */
export function messagesFor(kb: KnowledgeBase): readonly string[] {
  return kb.problems.flatMap((_, index) => messagesOf(kb, index));
}

/** The same for the problem at `index`. */
export function messagesOf(kb: KnowledgeBase, index: number): readonly string[] {
  const model = kb.families[index % kb.families.length]?.models[0] ?? '';
  return (kb.problems[index]?.saidAs ?? []).map((words, which) => {
    switch ((index + which) % 3) {
      case 0:
        return words;
      case 1:
        return `hi, ${words} since this morning, can you help?`;
      default:
        return `Subject: help needed\nStore 112 called. The ${model} shows a message.\nThey say: ${words}\nIt worked yesterday.\n\nKind regards\nService Desk`;
    }
  });
}

/** Times by the clock, and in processor time, in which what else runs on the machine does not count. */
export interface RespondTimes extends Times {
  readonly cpu: Times;
}

/** Times of every turn of `conversations` conversations, each a message and some answers. The first tenth warms up. */
export function respondTimes(kb: KnowledgeBase, prepared: Prepared, conversations: number): RespondTimes {
  const random = randomFrom(1);
  const messages = messagesFor(kb);
  const times: number[] = [];
  const cpuTimes: number[] = [];
  for (let number = 0; number < conversations * 1.1; number += 1) {
    const text = messages[Math.floor(random() * messages.length)] ?? '';
    let state = newConversation();
    let turn: UserTurn | null = { kind: 'said', id: 'first', at: 0, text, messageId: null, attachments: 0 };
    for (let answers = 0; turn !== null && answers <= ANSWERS; answers += 1) {
      const cpuBegun = process.cpuUsage();
      const begun = performance.now();
      const response = respond(prepared, state, turn);
      const ms = performance.now() - begun;
      const { user, system } = process.cpuUsage(cpuBegun);
      if (number >= conversations * 0.1) {
        times.push(ms);
        cpuTimes.push((user + system) / 1000);
      }
      state = response.state;
      turn = answerTo(response.replies, random);
    }
  }
  return { ...percentiles(times), cpu: percentiles(cpuTimes) };
}

function answerTo(replies: readonly Reply[], random: () => number): UserTurn | null {
  const waiting = replies.findLast(isOffer);
  if (waiting === undefined) return null;
  const choices =
    waiting.kind === 'remedy' ? waiting.choices.filter(({ id }) => id !== 'fixed') : waiting.choices;
  const choice = choices[Math.floor(random() * choices.length)];
  return choice === undefined
    ? null
    : { kind: 'chose', id: 'next', at: 0, of: waiting.of, choice: choice.id };
}
