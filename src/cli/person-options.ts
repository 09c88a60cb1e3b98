/** The options that say which knowledge answers, who asks and about what. */

import type { ConversationState } from '../core/conversation.ts';
import type { Id, KnowledgeBase } from '../core/knowledge/model.ts';
import { openConversation } from '../core/opening.ts';
import type { Arguments, Option } from './command.ts';
import { WrongUsage } from './faults.ts';
import { didYouMean } from './suggest.ts';

export const KNOWLEDGE_OPTION: Option = {
  name: 'knowledge',
  value: 'DIR',
  help: 'The knowledge base. Left out: the one that comes with keyturn.',
};
export const ROLE_OPTION: Option = {
  name: 'role',
  value: 'ROLE',
  help: 'Who asks, as roles.yaml calls them. Left out: unknown.',
};
export const FAMILY_OPTION: Option = {
  name: 'family',
  value: 'FAMILY',
  help: 'The kind of device, as families.yaml calls it. Left out: unknown.',
};

/** Who asks and about which kind of device; null where nothing was said. */
export interface Person {
  readonly role: Id | null;
  readonly family: Id | null;
}

/** Reads `--role` and `--family`. Throws `WrongUsage` where the knowledge base has no such id. */
export function personOf(args: Arguments, kb: KnowledgeBase): Person {
  return {
    role: known(
      args,
      'role',
      kb.roles.map((role) => role.id),
    ),
    family: known(
      args,
      'family',
      kb.families.map((family) => family.id),
    ),
  };
}

/** A conversation with this person in which nothing was said yet. */
export function conversationWith(kb: KnowledgeBase, person: Person, at: number): ConversationState {
  return openConversation(kb, { ...person, at });
}

function known(args: Arguments, name: 'role' | 'family', ids: readonly Id[]): Id | null {
  const typed = args.value(name);
  if (typed === null || ids.includes(typed)) return typed;
  throw new WrongUsage(
    `"${typed}" is not a ${name} of this knowledge base.${didYouMean(typed, ids)} It knows: ${ids.join(', ')}.`,
  );
}
