/** The options that say which knowledge answers, who asks and about what. */

import { fileURLToPath } from 'node:url';
import type { ConversationState } from '../core/conversation.ts';
import type { Id, KnowledgeBase, Role } from '../core/knowledge/model.ts';
import { openConversation } from '../core/opening.ts';
import type { Prepared } from '../core/prepare.ts';
import type { Arguments, Option } from './command.ts';
import { WrongUsage } from './faults.ts';
import type { Streams } from './streams.ts';
import { didYouMean } from './suggest.ts';

export const KNOWLEDGE_OPTION: Option = {
  name: 'knowledge',
  value: 'DIR',
  help: 'The knowledge base. Left out: KEYTURN_KNOWLEDGE, or the one that comes with keyturn.',
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

/** The knowledge base that comes with the program. */
const SHIPPED_KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** The folder that `--knowledge` names, or `KEYTURN_KNOWLEDGE`, or the shipped one. */
export function knowledgeFolder(args: Arguments, env: Streams['env']): string {
  const named = env.KEYTURN_KNOWLEDGE?.trim() ?? '';
  return args.value('knowledge') ?? (named === '' ? SHIPPED_KNOWLEDGE : named);
}

/** Who asks and about which kind of device; null where nothing was said. */
export interface Person {
  readonly role: Id | null;
  readonly family: Id | null;
}

/** Reads `--role` and `--family`. Throws `WrongUsage` where the knowledge base has no such id. */
export function personOf(args: Arguments, { dialogue }: Prepared): Person {
  return {
    role: known(args, 'role', [...dialogue.roles.keys()]),
    family: known(args, 'family', [...dialogue.families.keys()]),
  };
}

/** The role that `--role` names; null: it was left out. Throws `WrongUsage` where the knowledge base has no such id. */
export function roleNamed(args: Arguments, { roles }: KnowledgeBase): Role | null {
  const id = known(
    args,
    'role',
    roles.map((role) => role.id),
  );
  return roles.find((role) => role.id === id) ?? null;
}

/** A conversation with this person in which nothing was said yet. `at`: milliseconds since 1970. */
export function conversationWith({ dialogue }: Prepared, person: Person, at: number): ConversationState {
  return openConversation(dialogue.questions.values(), { ...person, at });
}

function known(args: Arguments, name: 'role' | 'family', ids: readonly Id[]): Id | null {
  const typed = args.value(name);
  if (typed === null || ids.includes(typed)) return typed;
  const hint = `${didYouMean(typed, ids)} It knows: ${ids.join(', ')}.`;
  throw new WrongUsage(`"${typed}" is not a ${name} of this knowledge base.${hint}`);
}
