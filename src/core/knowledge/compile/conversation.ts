/** A golden conversation as written, with its absent parts said. */

import type { AuthoredKinds } from '../authored.ts';
import type { Authored } from '../base.ts';
import type { GoldenConversation, GoldenTurn } from '../model.ts';

const PLAIN_REPLIES = ['handover', 'smalltalk', 'out-of-scope', 'restart', 'closing'] as const;

/** Never fails: the schema has seen it. */
export function compileConversation({
  path,
  value,
}: Authored<AuthoredKinds['conversation']>): GoldenConversation {
  return {
    path,
    title: value.title,
    why: value.why,
    role: value.role ?? null,
    turns: value.turns.map(compileTurn),
  };
}

function compileTurn(written: AuthoredKinds['conversation']['turns'][number]): GoldenTurn {
  if ('user' in written) return { kind: 'user', text: written.user };
  if ('chooses' in written) return { kind: 'chooses', choice: written.chooses };
  const { bot } = written;
  return {
    kind: 'bot',
    question: bot.question ?? null,
    remedy: bot.remedy ?? null,
    refusal: bot.refusal ?? null,
    answer: bot.answer ?? null,
    kinds: PLAIN_REPLIES.filter((kind) => bot[kind] === true),
    shows: bot.shows ?? [],
    mentions: bot.mentions ?? [],
  };
}
