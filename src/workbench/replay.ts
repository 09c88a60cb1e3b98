/** A conversation that is written down, played again: what the bot of this base decides in it. */

import {
  type ConversationState,
  isOffer,
  newConversation,
  type Offer,
  type Response,
  type UserTurn,
} from '../core/conversation.ts';
import type { GoldenTurn, Id } from '../core/knowledge/model.ts';
import type { Prepared } from '../core/prepare.ts';
import { respond } from '../core/respond.ts';
import type { Doing } from './transcript.ts';

/** One thing that a person did, and what the bot made of it. */
export interface Exchange {
  readonly did: Exclude<GoldenTurn, { kind: 'bot' }>;
  readonly response: Response;
}

/** Between two turns, in milliseconds: no silence after which a case is forgotten. */
const BETWEEN_TURNS_MS = 60_000;

/** Plays a conversation. A number or the label of a choice that stands on the screen picks it. */
export function replay(kb: Prepared, doings: readonly Doing[], role: Id | null): readonly Exchange[] {
  let state: ConversationState = newConversation('en', role);
  const exchanges: Exchange[] = [];
  for (const [index, doing] of doings.entries()) {
    const shown = exchanges.flatMap(({ response }) => response.replies).findLast(isOffer);
    const did = didOf(doing, shown);
    const base = { id: `turn-${index}`, at: (index + 1) * BETWEEN_TURNS_MS };
    const turn: UserTurn =
      did.kind === 'chooses' && shown !== undefined
        ? { ...base, kind: 'chose', of: shown.of, choice: did.choice }
        : { ...base, kind: 'said', text: wordsOf(did), messageId: `message-${index}`, attachments: 0 };
    const response = respond(kb, state, turn);
    state = response.state;
    exchanges.push({ did: masked(did, response), response });
  }
  return exchanges;
}

/** What is kept of what was said: where it holds a secret, the words without it. */
function masked(did: Exchange['did'], { reading }: Response): Exchange['did'] {
  return did.kind === 'user' && reading.heard.secrets > 0 ? { kind: 'user', text: reading.heard.text } : did;
}

function didOf(doing: Doing, shown: Offer | undefined): Exchange['did'] {
  const choices = shown?.choices ?? [];
  const typed = doing.kind === 'chose' ? doing.choice : doing.text;
  const number = /^\d{1,3}[.)]?$/u.test(typed) ? Number.parseInt(typed, 10) : 0;
  const label = typed.toLowerCase();
  const choice =
    choices[number - 1] ?? choices.find((each) => each.id === typed || each.label.toLowerCase() === label);
  return choice === undefined ? { kind: 'user', text: typed } : { kind: 'chooses', choice: choice.id };
}

const wordsOf = (did: Exchange['did']): string => (did.kind === 'user' ? did.text : did.choice);
