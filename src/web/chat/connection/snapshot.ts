/** What the chat shows of a conversation: data only, new whenever something has changed. */

import type { ChoiceOf, Reply } from '../../../core/conversation.ts';

/**
 * Where a message of one's own stands. `waiting`: kept here until it can be sent; `sending`: on its way; `sent`: the
 * server has it; `refused`: the server will never take it.
 */
export type Delivery = 'waiting' | 'sending' | 'sent' | 'refused';

/** What a person said, or the label of the button that they pressed. `id` stays the same from typing to sent. */
export interface PersonLine {
  readonly from: 'person';
  readonly id: string;
  /** Milliseconds since 1970; of the server's clock once it is sent, of this device's before. */
  readonly at: number;
  readonly text: string;
  /** What was pressed; null where it was typed. */
  readonly pressed: ChoiceOf | null;
  readonly delivery: Delivery;
}

/** What the bot said. */
export interface BotLine {
  readonly from: 'bot';
  readonly id: string;
  readonly at: number;
  readonly reply: Reply;
  /** Role id → label, for the roles that the steps name. */
  readonly roles: Readonly<Record<string, string>>;
}

/** What was said. */
export type Line = PersonLine | BotLine;

/**
 * `connecting`: not known yet; `online`: what is said arrives, what is answered too; `offline`: tried in vain, tried
 * again by itself; `refused`: the server will not have this page or person, and only `identify` or `retry` changes it.
 */
export type Status = 'connecting' | 'online' | 'offline' | 'refused';

/**
 * What stands in the way. `TOO_MANY`: too much at once, goes on by itself after a while; `TOO_LARGE`: a message is too
 * long; `NOT_UNDERSTOOD`: a message that the server cannot read; `BAD_IDENTITY`: the page's proof of who the person is
 * does not hold; `NOT_ALLOWED`: this page may not use this bot; `SERVER_TROUBLE`: the server fails, tried again by itself.
 */
export type Complaint =
  | 'TOO_MANY'
  | 'TOO_LARGE'
  | 'NOT_UNDERSTOOD'
  | 'BAD_IDENTITY'
  | 'NOT_ALLOWED'
  | 'SERVER_TROUBLE';

/** Words that the knowledge base hears as these wishes, to be said by a button. */
export interface Sayings {
  readonly restart: string;
  readonly human: string;
}

/** Everything that a screen needs. The same object until something changes; lines that did not change are the same too. */
export interface Snapshot {
  /** In the order of the server; own ones that it has not told of yet come last. */
  readonly lines: readonly Line[];
  readonly status: Status;
  /** True from sending until the bot has answered, or for 15 seconds. */
  readonly answering: boolean;
  readonly complaint: Complaint | null;
  /** Null until the server was reached once. */
  readonly sayings: Sayings | null;
  /** Null until the server was reached once. */
  readonly conversationId: string | null;
  /** True for a conversation that was begun on this page: all of its lines are news. */
  readonly isNew: boolean;
}

/** Who the page says is there. */
export interface Person {
  readonly id: string;
  readonly name?: string;
  /** Hex HMAC-SHA256 of the id, by the secret that the page's server and the bot share. */
  readonly hmac: string;
}
