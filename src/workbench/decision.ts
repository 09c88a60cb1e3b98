/** What the bot decided at one place of a conversation, and what an author says it should have. */

import { isOffer, isQuestionReply, type Reply } from '../core/conversation.ts';
import type { ExpectedReply } from '../core/knowledge/model.ts';
import { nearest } from '../core/language/spelling.ts';
import type { Desk } from './desk.ts';

type PlainKind = ExpectedReply['kinds'][number];

/** A decision as a golden conversation names it; kinds without an id stand for themselves. */
export type Decision =
  | { readonly kind: 'question' | 'remedy' | 'refusal' | 'answer'; readonly id: string }
  | { readonly kind: PlainKind };

/** What an author said: a decision, that nothing of the base fits, or nothing that is understood. */
export type Wanted =
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'new' }
  | { readonly kind: 'unknown'; readonly why: string };

const PLAIN: readonly PlainKind[] = ['handover', 'closing', 'restart', 'smalltalk', 'out-of-scope'];

/** The decision in these replies: a refusal before all, else what a side question was answered, else the last move, else what was said last. Null: silence. To confirm an answer is to ask its question. */
export function decisionOf(replies: readonly Reply[]): Decision | null {
  const refusal = replies.find(({ kind }) => kind === 'refusal');
  const move = replies.findLast((each) => isOffer(each) || each.kind === 'handover');
  const answer = replies.find(({ kind }) => kind === 'answer');
  const reply = refusal ?? answer ?? move ?? replies.at(-1);
  if (reply === undefined || reply.kind === 'silent') return null;
  const kind = isQuestionReply(reply) ? 'question' : reply.kind;
  switch (kind) {
    case 'question':
    case 'remedy':
    case 'refusal':
    case 'answer':
      return { kind, id: reply.id };
    case 'handover':
    case 'smalltalk':
    case 'out-of-scope':
    case 'restart':
    case 'closing':
      return { kind };
  }
}

/** As a golden conversation writes it: `{ remedy: ID }`, `{ closing: true }`. */
export function writtenDecision(decision: Decision): Readonly<Record<string, string | true>> {
  return 'id' in decision ? { [decision.kind]: decision.id } : { [decision.kind]: true };
}

/** As an author types it: `remedy ID`, `closing`. */
export function typedDecision(decision: Decision): string {
  return 'id' in decision ? `${decision.kind} ${decision.id}` : decision.kind;
}

/** Reads `question ID`, `remedy ID`, `refusal ID`, `answer ID`, the id alone, `handover` and the like, or `new`. */
export function wantedIn({ kb }: Desk, typed: string): Wanted {
  const words = typed.trim().split(/[\s:]+/u);
  if (words.length === 1 && words[0] === 'new') return { kind: 'new' };
  const plain = PLAIN.find((kind) => words.length === 1 && kind === words[0]);
  if (plain !== undefined) return { kind: 'decision', decision: { kind: plain } };
  const named = [
    ...kb.problems.map(({ id }) => ({ kind: 'remedy', id }) as const),
    ...kb.questions.map(({ id }) => ({ kind: 'question', id }) as const),
    ...kb.acts.refusals.map(({ id }) => ({ kind: 'refusal', id }) as const),
    ...kb.articles.map(({ id }) => ({ kind: 'answer', id }) as const),
  ];
  const id = words.at(-1) ?? '';
  const decision = named.find((each) => each.id === id && (words.length === 1 || each.kind === words[0]));
  if (decision !== undefined && words.length <= 2) return { kind: 'decision', decision };
  return {
    kind: 'unknown',
    why: unknown(
      id,
      named.map((each) => each.id),
    ),
  };
}

function unknown(id: string, known: readonly string[]): string {
  const near = nearest(id, [...known, ...PLAIN, 'new']);
  const hint =
    near === null
      ? 'say "remedy ID", "question ID", "refusal ID", the id of an article, "handover", "closing" or "new"'
      : `did you mean "${near}"?`;
  return `"${id}": ${hint}`;
}
