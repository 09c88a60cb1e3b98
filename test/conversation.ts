/** Plays a conversation against `respond`, so that a test reads as what people and the bot said. */

import type { ConversationState, Reply, Response, UserTurn } from '../src/core/conversation.ts';
import { newConversation } from '../src/core/conversation.ts';
import type { Prepared } from '../src/core/prepare.ts';
import { respond } from '../src/core/respond.ts';

const MINUTE_MS = 60_000;

/** What a person does, besides typing words. */
export type Doing =
  | string
  | { readonly chooses: string }
  /** Presses a button of an earlier reply: the n-th that had buttons, from 0. */
  | { readonly pressesOld: number; readonly choice: string }
  | { readonly waitsHours: number; readonly says: string }
  | { readonly sendsPhoto: true }
  | { readonly edits: number; readonly to: string }
  | { readonly deletes: number }
  | { readonly joins: true }
  | { readonly owner: 'bot' | 'human'; readonly closed?: boolean };

/** `kind:id` of every reply of a response. */
export const summary = (replies: readonly Reply[]): string =>
  replies.map((reply) => `${reply.kind}:${reply.id}`).join(' + ') || 'nothing';

/** A conversation that goes on from turn to turn. Messages are numbered from 0 for edits and deletions. */
export class Conversation {
  state: ConversationState;
  last: Response | null = null;
  readonly #live: Extract<Reply, { of: unknown }>[] = [];
  #at = 0;
  #messages = 0;
  #turns = 0;

  constructor(
    readonly kb: Prepared,
    role: string | null = null,
  ) {
    this.state = newConversation('en', role);
  }

  /** Does one thing and gives the replies. */
  does(doing: Doing): readonly Reply[] {
    const response = respond(this.kb, this.state, this.#turn(doing));
    this.state = JSON.parse(JSON.stringify(response.state));
    this.last = response;
    for (const reply of response.replies) if ('of' in reply) this.#live.push(reply);
    return response.replies;
  }

  #turn(doing: Doing): UserTurn {
    this.#at += MINUTE_MS;
    const base = { id: `turn-${this.#turns++}`, at: this.#at };
    if (typeof doing === 'string') return this.#said(base, doing, 0);
    if ('chooses' in doing)
      return { ...base, kind: 'chose', of: this.#live.at(-1)!.of, choice: doing.chooses };
    if ('pressesOld' in doing)
      return { ...base, kind: 'chose', of: this.#live[doing.pressesOld]!.of, choice: doing.choice };
    if ('waitsHours' in doing) {
      this.#at += doing.waitsHours * 60 * MINUTE_MS;
      return this.#said({ ...base, at: this.#at }, doing.says, 0);
    }
    if ('sendsPhoto' in doing) return this.#said(base, '', 1);
    if ('edits' in doing)
      return { ...base, kind: 'edited', messageId: `message-${doing.edits}`, text: doing.to };
    if ('deletes' in doing) return { ...base, kind: 'deleted', messageId: `message-${doing.deletes}` };
    if ('joins' in doing) return { ...base, kind: 'joined' };
    return { ...base, kind: 'owner-changed', owner: doing.owner, closed: doing.closed ?? false };
  }

  #said(base: { id: string; at: number }, text: string, attachments: number): UserTurn {
    return { ...base, kind: 'said', text, messageId: `message-${this.#messages++}`, attachments };
  }
}
