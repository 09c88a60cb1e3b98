/** JSON as the store wrote it. Checked for what would make a mess of a conversation, and trusted for the rest. */

import type { Effect, HandOverSummary, Reply } from '../core/conversation.ts';
import type { Address, HistoryLine } from '../ports.ts';

/** The store holds something that this program did not write. */
export class StoreDamaged extends Error {
  constructor(what: string) {
    super(
      `The store holds ${what} that cannot be read. Bring it back from a backup, or give the bot another store.`,
    );
    this.name = 'StoreDamaged';
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isReply = (value: unknown): value is Reply =>
  isObject(value) && typeof value.kind === 'string' && typeof value.text === 'string';
const isReplies = (value: unknown): value is readonly Reply[] => Array.isArray(value) && value.every(isReply);
const isAddress = (value: unknown): value is Address =>
  isObject(value) && typeof value.channel === 'string' && typeof value.to === 'string';
const isEffect = (value: unknown): value is Effect =>
  isObject(value) && typeof value.kind === 'string' && typeof value.id === 'string';
const isLine = (value: unknown): value is HistoryLine =>
  isObject(value) &&
  typeof value.id === 'string' &&
  (value.from === 'person' ? typeof value.text === 'string' : value.from === 'bot' && isReply(value.reply));
const isSummary = (value: unknown): value is HandOverSummary => isObject(value) && Array.isArray(value.facts);

const reader =
  <T>(what: string, is: (value: unknown) => value is T) =>
  (text: string): T => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new StoreDamaged(what);
    }
    if (!is(value)) throw new StoreDamaged(what);
    return value;
  };

export const readReply = reader('a reply', isReply);
export const readReplies = reader('replies', isReplies);
export const readAddress = reader('an address', isAddress);
export const readEffect = reader('an effect', isEffect);
export const readLine = reader('a line of a conversation', isLine);
export const readSummary = reader('a ticket', isSummary);
