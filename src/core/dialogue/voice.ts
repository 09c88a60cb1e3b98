/** In which language, and for which role, something is said. */

import type { ConversationState } from '../conversation.ts';
import type { Id, MessageKey, Messages } from '../knowledge/model.ts';
import type { DialogueSlice } from './slice.ts';

/** What wording depends on: the knowledge, the language and the person. */
export interface Voice {
  readonly slice: DialogueSlice;
  readonly messages: Messages;
  readonly role: Id;
}

/** The voice for a person: their language or its nearest relative, and their role or the lowest one. */
export function voiceFor(slice: DialogueSlice, person: ConversationState['person']): Voice {
  const { messages, defaultLocale } = slice;
  const language = person.locale.split('-')[0] ?? '';
  const found = messages.get(person.locale) ?? messages.get(language) ?? messages.get(defaultLocale);
  if (found === undefined) throw new Error('A knowledge base without messages passed the check.');
  return {
    slice,
    messages: found,
    role: person.role !== null && slice.roles.has(person.role) ? person.role : slice.lowestRole,
  };
}

/** A sentence with its placeholders filled in. */
export function say(voice: Voice, key: MessageKey, values: Readonly<Record<string, string>> = {}): string {
  return voice.messages[key].replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The heading of a problem. */
export function titleOf(voice: Voice, problem: Id): string {
  return voice.slice.problems.get(problem)?.title ?? say(voice, 'something-else');
}
