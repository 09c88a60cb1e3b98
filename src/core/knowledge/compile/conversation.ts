/** A golden conversation as written, with its absent parts said. */

import type { AuthoredKinds } from '../authored.ts';
import type { Authored } from '../base.ts';
import type { GoldenConversation, GoldenTurn } from '../model.ts';

/** Never fails: the schema has seen it. */
export function compileConversation({
  path,
  value,
}: Authored<AuthoredKinds['conversation']>): GoldenConversation {
  return { path, title: value.title, why: value.why, role: value.role ?? null, turns: value.turns.map(turn) };
}

function turn(written: AuthoredKinds['conversation']['turns'][number]): GoldenTurn {
  if ('user' in written) return { kind: 'user', text: written.user };
  if ('chooses' in written) return { kind: 'chooses', choice: written.chooses };
  const { shows = [], mentions = [], question, remedy, refusal, ...plain } = written.bot;
  const kind = PLAIN_REPLIES.find((name) => plain[name] === true) ?? null;
  const ids = { question: question ?? null, remedy: remedy ?? null, refusal: refusal ?? null };
  return { kind: 'bot', ...ids, reply: kind, shows, mentions };
}

const PLAIN_REPLIES = ['handover', 'smalltalk', 'out-of-scope', 'restart', 'closing'] as const;
