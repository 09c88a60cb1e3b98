/** Plays the conversations that must go as written. */

import { type Choice, isOffer, newConversation, type Reply, type UserTurn } from '../core/conversation.ts';
import type { GoldenConversation, GoldenTurn } from '../core/knowledge/model.ts';
import type { Finding } from '../core/knowledge/parse.ts';
import type { Prepared } from '../core/prepare.ts';
import { respond } from '../core/respond.ts';
import { unmet, whatCame } from './expected.ts';

/** Where a conversation leaves what is written. */
export interface Departure {
  /** Index into the turns. */
  readonly turn: number;
  /** What is missing, and what came instead. */
  readonly message: string;
}

/** A conversation as far as it went as written. */
export interface PlayedConversation {
  /** The replies to each thing that the person did, in order. */
  readonly said: readonly (readonly Reply[])[];
  /** Null: it went as written to its end. */
  readonly departure: Departure | null;
}

/** Time between two turns of a played conversation, in milliseconds: no silence after which a case is forgotten. */
const BETWEEN_TURNS_MS = 60_000;

/** Plays a conversation up to its end, or to where it goes another way: what follows there would say nothing. */
export function playConversation(kb: Prepared, golden: GoldenConversation): PlayedConversation {
  let state = newConversation('en', golden.role);
  const said: (readonly Reply[])[] = [];
  for (const [turn, written] of golden.turns.entries()) {
    const last = said.at(-1) ?? [];
    if (written.kind === 'bot') {
      const missing = unmet(written, last);
      if (missing.length === 0) continue;
      const message = `expected ${missing.join(' and ')}, but what came is ${whatCame(last)}`;
      return { said, departure: { turn, message } };
    }
    const doing = turnOf(written, turn, said.flat());
    if ('message' in doing) return { said, departure: { turn, message: doing.message } };
    const response = respond(kb, state, doing);
    // As a store would have it: nothing but plain data outlives a turn.
    state = structuredClone(response.state);
    said.push(response.replies);
  }
  return { said, departure: null };
}

/** What the person does, or why they cannot. */
function turnOf(
  written: Exclude<GoldenTurn, { kind: 'bot' }>,
  turn: number,
  said: readonly Reply[],
): UserTurn | { readonly message: string } {
  const base = { id: `turn-${turn}`, at: (turn + 1) * BETWEEN_TURNS_MS };
  if (written.kind === 'user')
    return { ...base, kind: 'said', text: written.text, messageId: `message-${turn}`, attachments: 0 };
  const shown = said.findLast(isOffer);
  if (shown === undefined)
    return { message: `"${written.choice}" cannot be chosen, for nothing was offered` };
  if (!shown.choices.some(({ id }) => id === written.choice))
    return { message: `"${written.choice}" cannot be chosen: offered are ${idsOf(shown.choices)}` };
  return { ...base, kind: 'chose', of: shown.of, choice: written.choice };
}

const idsOf = (choices: readonly Choice[]): string => choices.map(({ id }) => id).join(', ');

/** Complains of every conversation that goes another way than written, where it does. */
export function departures(kb: Prepared, conversations: readonly GoldenConversation[]): Finding[] {
  return conversations.flatMap((golden) => {
    const { departure } = playConversation(kb, golden);
    if (departure === null) return [];
    const { turn, message } = departure;
    const kind = golden.turns[turn]?.kind ?? 'bot';
    return {
      code: 'CONVERSATION_GOES_OTHERWISE',
      path: golden.path,
      where: ['turns', turn, kind],
      point: 'value',
      message,
      suggestion: 'where the new way is better for the person, change the conversation, else the knowledge',
    };
  });
}
