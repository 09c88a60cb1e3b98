/** Reads messages with the small base, and says what was heard in short. */

import {
  type Case,
  type Heard,
  newCase,
  newConversation,
  type Pending,
} from '../../../src/core/conversation.ts';
import { prepareLanguage, understand } from '../../../src/core/language/understand.ts';
import { base } from './base.ts';

export const slice = prepareLanguage(base);

/** What is heard when this is said in a case, or at the start of a conversation. */
export function hear(text: string, ours: Case | null = null): Heard {
  const state = { ...newConversation(), case: ours };
  return understand(slice, state, { kind: 'said', id: 't1', at: 0, text, messageId: null, attachments: 0 });
}

/** Facts as `question=answer`, with `not` before what is denied. */
export const factsOf = (heard: Heard): string[] =>
  heard.facts.map(({ question, answer, denied }) => `${denied ? 'not ' : ''}${question}=${answer}`).sort();

/** A case that waits for something. */
export const waiting = (pending: Pending): Case => ({ ...newCase(1), pending });
export const asked = (id: string): Case => waiting({ kind: 'question', id, turn: 1 });
export const shown: Case = waiting({ kind: 'remedy', id: 'seal-switch-on', turn: 1 });
