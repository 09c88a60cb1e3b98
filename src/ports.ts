/** What the shell needs of the outside, in the words of the core. */

import type {
  ChoiceOf,
  Effect,
  HandOverSummary,
  Reply,
  UnansweredQuestion,
  UserTurn,
} from './core/conversation.ts';
import type { Id } from './core/knowledge/model.ts';

/** Reads the time: milliseconds since 1970. */
export type Clock = () => number;

/** What somebody did, and where the conversation stood. */
export interface Asked {
  /** The state that the last turn left, as its responder wrote it; null: the conversation begins. */
  readonly state: string | null;
  /** Language tag for a conversation that begins. */
  readonly locale: string;
  readonly turn: UserTurn;
}

/** Where the conversation stands now, and what is said and done. */
export interface Answer {
  readonly state: string;
  /** What the person said, secrets masked; of a button its label; empty for a turn in which nothing is said. */
  readonly said: string;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
}

/** Answers turns, on whatever thread it thinks. States are text to everybody else. */
export interface Responder {
  /** Rejects where the state cannot be read; the turn may be asked again, for nothing of it is kept here. */
  respond(asked: Asked): Promise<Answer>;
}

/** A state as it was loaded, with the version that a later commit must still find. */
export interface Loaded {
  readonly state: string | null;
  /** 0 where nothing is stored yet. */
  readonly version: number;
}

/** Where replies go, kept so that they can be sent after a restart. Opaque to all but the channel that made it. */
export interface Address {
  readonly channel: string;
  readonly to: string;
}

/** One reply that waits to be sent. `id` is stable over repeats: `conversation key/turn id/index`. */
export interface OutboxItem {
  readonly id: string;
  readonly conversation: string;
  readonly address: Address;
  readonly reply: Reply;
  /** Order of commits within the store; sending follows it. */
  readonly sequence: number;
  /** When its turn was committed, in milliseconds since 1970. */
  readonly at: number;
}

/** An effect that waits to be done. */
export interface EffectItem {
  readonly id: string;
  readonly conversation: string;
  readonly effect: Effect;
  readonly sequence: number;
  /** When its turn was committed, in milliseconds since 1970. */
  readonly at: number;
}

/** One thing that was said, for clients that read a conversation themselves. */
export type HistoryLine =
  | {
      readonly from: 'person';
      /** Id of the turn. */
      readonly id: string;
      /** Secrets masked; of a button its label. */
      readonly text: string;
      /** The button; null where it was typed. */
      readonly pressed: { readonly of: ChoiceOf; readonly choice: Id } | null;
    }
  | {
      readonly from: 'bot';
      /** Stable id of the reply. */
      readonly id: string;
      readonly reply: Reply;
    };

/** A line where it stands in its conversation. */
export interface KeptLine {
  /** 1, 2, 3 … within the conversation, without a gap. */
  readonly sequence: number;
  /** When its turn was committed, in milliseconds since 1970. */
  readonly at: number;
  readonly line: HistoryLine;
}

/** What one turn changes, all or nothing. */
export interface Commit {
  readonly conversation: string;
  readonly turnId: string;
  /** The version that was loaded; another one in the store is a conflict. */
  readonly expectedVersion: number;
  readonly state: string;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  /** Null: replies are handed to the caller (expectReplies, console) and do not wait in the outbox. */
  readonly address: Address | null;
  /** What is added to the history that clients read themselves; left out or empty where nobody does. */
  readonly lines?: readonly HistoryLine[];
  readonly at: number;
}

/** What became of a commit. `duplicate`: the turn was answered before, with these replies. */
export type Committed =
  | { readonly kind: 'stored' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'duplicate'; readonly replies: readonly Reply[] };

/** Keeps conversations. Every method resolves only when what it says is durable. */
export interface ConversationStore {
  /** The last state, or an older one where another process has committed since: a commit will tell. */
  load(conversation: string): Promise<Loaded>;
  commit(change: Commit): Promise<Committed>;
  /** The lines behind `after` (0: from the first), oldest first, at most `limit`. */
  history(conversation: string, after: number, limit: number): Promise<readonly KeptLine[]>;
  /** Conversations with a reply or an effect that waits, whoever committed it. */
  waiting(): Promise<readonly string[]>;
  /** Replies that wait, oldest first; of one conversation where it is given. */
  unsent(limit: number, conversation?: string): Promise<readonly OutboxItem[]>;
  markSent(ids: readonly string[]): Promise<void>;
  /** Effects that wait, oldest first; of one conversation where it is given. */
  undone(limit: number, conversation?: string): Promise<readonly EffectItem[]>;
  markDone(ids: readonly string[]): Promise<void>;
  /** Keeps these replies and effects for whoever looks into it, but lets them wait no longer. */
  giveUp(ids: readonly string[], at: number): Promise<void>;
  /**
   * Lets one process at a time send for a conversation, so that two cannot mix up its order. True: `owner` holds
   * it until `until`. `at` and `until` in milliseconds since 1970; whoever dies holding it loses it at `until`.
   */
  claim(conversation: string, owner: string, at: number, until: number): Promise<boolean>;
  release(conversation: string, owner: string): Promise<void>;
  /** Rejects where the store cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Takes cases that a human must go on with. Doing the same effect twice must not open two tickets. */
export interface HelpDesk {
  perform(item: EffectItem): Promise<void>;
}

/** Sends what waits in the outbox to where it belongs. */
export interface Sender {
  readonly channel: string;
  send(item: OutboxItem): Promise<void>;
}

/** A sending or an effect that failed, and what its receiver said of trying again. */
export class DeliveryFailed extends Error {
  /** Milliseconds that the receiver asked to wait; null where it said nothing. */
  readonly retryAfterMs: number | null;
  /** True where the same thing can never succeed: the conversation is gone, the address is not allowed. */
  readonly permanent: boolean;

  constructor(message: string, options: { retryAfterMs?: number | null; permanent?: boolean } = {}) {
    super(message);
    this.name = 'DeliveryFailed';
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.permanent = options.permanent ?? false;
  }
}

/** The stable id of a reply, by which a receiver can tell a repeat. */
export function replyId(conversation: string, turnId: string, index: number): string {
  return `${conversation}/${turnId}/${index}`;
}

/** The stable id of an effect; the core counts them within a conversation. */
export function effectId(conversation: string, effect: Effect): string {
  return `${conversation}/${effect.id}`;
}

/** A case as a human takes it over. `id` counts up from 1. */
export interface Ticket {
  readonly id: number;
  readonly conversation: string;
  readonly summary: HandOverSummary;
  /** What the person added later, oldest first. */
  readonly notes: readonly string[];
  readonly openedAt: number;
}

/** Keeps tickets. The same effect id changes nothing the second time. */
export interface TicketBook {
  /** Opens a ticket, or finds the one that this effect has opened; gives its id. */
  openTicket(effectId: string, conversation: string, summary: HandOverSummary, at: number): Promise<number>;
  /** Adds to the latest ticket of the conversation; gives its id, or null where there is none. */
  addToTicket(effectId: string, conversation: string, text: string, at: number): Promise<number | null>;
  /** Newest first. */
  tickets(limit: number): Promise<readonly Ticket[]>;
}

/** A question that no article answers, as it was asked. */
export interface KeptQuestion extends UnansweredQuestion {
  /** When its turn was committed, in milliseconds since 1970. */
  readonly at: number;
}

/** Keeps what the bot could not answer, for authors. The same effect id changes nothing the second time. */
export interface QuestionBook {
  keepUnanswered(effectId: string, question: UnansweredQuestion, at: number): Promise<void>;
  /** Newest first. */
  unanswered(limit: number): Promise<readonly KeptQuestion[]>;
}

/** All that a store keeps. */
export interface Store extends ConversationStore, TicketBook, QuestionBook {}

/** Where the program tells its operator what happens: ids and counts, never what people wrote. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/**
 * What the log may hold of an error: its kind, and the code of the system or the store, by which an operator tells a
 * full disk from a fault of the program. Its message may quote what people wrote.
 */
export function loggedError(error: unknown): { readonly error: string; readonly code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? error.code : undefined;
  return {
    error: error.name,
    ...(typeof code === 'string' && /^[A-Z_\d]{1,60}$/.test(code) ? { code } : {}),
  };
}
