/** What a turn does, given what waits for an answer. */

import type { Case } from '../../conversation.ts';
import { type Id, SECOND_CASES, type SecondCase } from '../../knowledge/model.ts';
import { ASIDE_HEAD, actHead, REFUSAL_HEAD, type Spoken, type Waiting } from './act-lessons.ts';
import { ACT_CERTAINTIES, CERTAIN_ACTS, CERTAINTIES, type CertainAct, HEARD_FIRST } from './certainties.ts';
import { type Heads, readWith } from './heads.ts';
import { OFFER_HEAD, SECOND_CASE_HEAD } from './offer-lessons.ts';

/** P(act | text, what waits), by act; acts that the base was not taught are not in it. */
export type SpokenActs = ReadonlyMap<string, number>;

/** What waits in a case; once a remedy was shown people tell of it, even where nothing waits. */
export function waitingIn(ours: Case | null): Waiting {
  switch (ours?.pending?.kind) {
    case 'question':
    case 'confirm':
    case 'new-problem':
      return 'question';
    case 'remedy':
      return 'remedy';
    case undefined:
      return ours !== null && ours.tried.length > 0 ? 'remedy' : 'nothing';
  }
}

/** The problem whose remedy is spoken of while one waits: the one that does, or else the last that was shown; null: none. */
export function remedyIn(ours: Case | null): Id | null {
  if (waitingIn(ours) !== 'remedy') return null;
  return ours?.pending?.kind === 'remedy' ? ours.pending.id : (ours?.tried.at(-1)?.problem ?? null);
}

/** How probable each act is; `remedy` is the problem whose remedy it is said of, null while none waits. */
export const readActs = (heads: Heads, waiting: Waiting, text: string, remedy: Id | null): SpokenActs =>
  new Map(
    readWith(heads, actHead(waiting), text, remedy)?.map(({ label, probability }) => [label, probability]),
  );

/** The probability of one act, or of several together; 0 where it was not taught. */
export const chanceOf = (acts: SpokenActs, ...of: readonly Spoken[]): number =>
  of.reduce((sum, act) => sum + (acts.get(act) ?? 0), 0);

/** An act that is sure enough, with its probability. */
export interface SureAct {
  readonly act: CertainAct;
  readonly probability: number;
}

/**
 * The likeliest act that is sure enough for what a mistake costs; null where none is. While something waits, what goes
 * before whatever is told beside it is as sure as can be.
 */
export function surestAct(acts: SpokenActs, waiting: Waiting): SureAct | null {
  const first = HEARD_FIRST.find(({ act, from }) => chanceOf(acts, act) >= from[waiting]);
  if (first !== undefined) return { act: first.act, probability: 1 };
  const [surest] = CERTAIN_ACTS.map((act) => ({ act, probability: chanceOf(acts, act) }))
    .filter(({ act, probability }) => probability >= ACT_CERTAINTIES[act][waiting])
    .sort((one, other) => other.probability - one.probability);
  return surest ?? null;
}

/** Of a cure and of none the share of the less likely in what is told of a remedy, 0..0.5. */
export function outcomeDoubt(acts: SpokenActs): number {
  const fixed = chanceOf(acts, 'fixed');
  const told = fixed + chanceOf(acts, 'still-there', 'partly');
  return told === 0 ? 0 : Math.min(fixed, told - fixed) / told;
}

/** The rule by which a request is refused: the likeliest of those that the base has. */
export const refusalOf = (heads: Heads, text: string, rules: ReadonlySet<Id>): Id | null =>
  readWith(heads, REFUSAL_HEAD, text)?.find(({ label }) => rules.has(label))?.label ?? [...rules][0] ?? null;

/** Which aside something is; null where it is none. */
export function asideOf(heads: Heads, text: string, asides: ReadonlySet<Id>): Id | null {
  const [best] = readWith(heads, ASIDE_HEAD, text) ?? [];
  return best !== undefined && asides.has(best.label) && best.probability >= CERTAINTIES.aside
    ? best.label
    : null;
}

/** Yes or no, and how surely, 0..1. */
export interface YesNo {
  readonly says: 'yes' | 'no';
  readonly probability: number;
}

/** Yes or no to an offer; null where it is neither. */
export const yesNoOf = (heads: Heads, text: string): YesNo['says'] | null =>
  readYesNo(heads, text)?.says ?? null;

/** The same with its probability. */
export function readYesNo(heads: Heads, text: string): YesNo | null {
  const [best] = readWith(heads, OFFER_HEAD, text) ?? [];
  if (best === undefined || best.probability < CERTAINTIES.yesNo) return null;
  const { label, probability } = best;
  return label === 'yes' || label === 'no' ? { says: label, probability } : null;
}

/** What shall become of a second problem that is offered; yes is later, and no the same. Null: it is not said. */
export function secondCaseOf(heads: Heads, text: string): SecondCase | null {
  const [best] = readWith(heads, SECOND_CASE_HEAD, text) ?? [];
  if (best !== undefined && best.probability >= CERTAINTIES.secondCase)
    return SECOND_CASES.find((each) => each === best.label) ?? null;
  const yesNo = yesNoOf(heads, text);
  return yesNo === null ? null : yesNo === 'yes' ? 'later' : 'same';
}
