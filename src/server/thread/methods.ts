/** What the thread of the bot and the thread of the channels ask of each other. */

import type { Answered, Incoming } from '../../bot.ts';
import type { Log, OutboxItem } from '../../ports.ts';
import type { KnowledgeShown } from '../knowledge.ts';

/** What the thread of the bot does. */
export type BotMethods = {
  /** Reads the knowledge and opens the store; first of all. Rejects with what the operator must do. */
  open(argument: null): Promise<KnowledgeShown>;
  /** Names the channels that can be sent through. */
  connect(channels: readonly string[]): void;
  hear(incoming: Incoming): Promise<Answered>;
  resume(argument: null): Promise<void>;
  ping(argument: null): Promise<void>;
  /** Finishes what runs. */
  stop(argument: null): Promise<void>;
  close(argument: null): Promise<void>;
};

/** One line for the operator. */
export interface LogLine {
  readonly level: keyof Log;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** What the thread of the channels does. */
export type ChannelMethods = {
  send(item: OutboxItem): Promise<void>;
  log(line: LogLine): void;
};
