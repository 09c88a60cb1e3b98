/** What a turn does, given what waits for an answer. */

import { classify } from '../../classifier/classify.ts';
import type { Case } from '../../conversation.ts';
import type { Id } from '../../knowledge/model.ts';
import type { Heads } from './heads.ts';
import { actHead, REFUSAL_HEAD, type Spoken, type Waiting } from './lessons.ts';

/** P(act | text, what waits), by act; acts that the base was not taught are not in it. */
export type SpokenActs = ReadonlyMap<string, number>;

/** What waits for an answer in a case. */
export function waitingIn(ours: Case | null): Waiting {
  switch (ours?.pending?.kind) {
    case 'question':
    case 'confirm':
      return 'question';
    case 'remedy':
      return 'remedy';
    case 'new-problem':
    case undefined:
      return 'nothing';
  }
}

/** How probable each act is. */
export function readAct(heads: Heads, waiting: Waiting, text: string): SpokenActs {
  const model = heads.get(actHead(waiting))?.model;
  if (model === undefined) return new Map();
  const { ranked, none } = classify(model, text);
  return new Map(ranked.map(({ label, probability }) => [label, probability * (1 - none)]));
}

/** The probability of one act, or of several together; 0 where it was not taught. */
export const chanceOf = (acts: SpokenActs, ...of: readonly Spoken[]): number =>
  of.reduce((sum, act) => sum + (acts.get(act) ?? 0), 0);

/** The rules by which a request may be refused, likeliest first. */
export function readRefusal(heads: Heads, text: string): readonly Id[] {
  const model = heads.get(REFUSAL_HEAD)?.model;
  return model === undefined ? [] : classify(model, text).ranked.map(({ label }) => label);
}
