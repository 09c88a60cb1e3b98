/** The cheapest of trying, asking and handing over, however the best question and the best remedy are found. */

import { type Case, type ConversationState, isInVain } from '../conversation.ts';
import { becauseOf } from './because.ts';
import type { Belief } from './belief.ts';
import type { BestQuestion, BestRemedy } from './best.ts';
import { APPLIES, APPLIES_AT_LAST, type Option, optionsOf, pricePerBit } from './choices.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { distrustSeconds } from './trust.ts';
import { twoFaults } from './two-faults.ts';
import type { Move } from './types.ts';
import { type Prospects, prospectsOf } from './value.ts';

/** After so many remedies that did not help, facts that need two problems to explain them end the search. */
const FAILED_FOR_TWO_FAULTS = 3;

/** How many problems are named when handing over, and how probable they must be, 0..1. */
const NAMED = 5;
const LEAST_NAMED = 0.05;

/** How the best question and the best remedy are found at a belief. */
export interface Search {
  readonly question: (prospects: Prospects, options: readonly Option[]) => BestQuestion;
  readonly remedy: (prospects: Prospects) => BestRemedy;
  /** Which question is asked where asking is the cheapest and `best` the best one. */
  readonly instead: (prospects: Prospects, options: readonly Option[], best: Option) => Option;
}

/** Asks the best question and no other. */
export const sameQuestion: Search['instead'] = (_prospects, _options, best) => best;

/** The cheapest next thing to do, where `search` says which question and which remedy is best. */
export function chooseMove(
  slice: DiagnosisSlice,
  belief: Belief,
  ours: Case,
  person: ConversationState['person'],
  search: Search,
): Move {
  const outlook = outlookOf(slice, belief, ours, person);
  const failed = ours.tried.filter(isInVain).length;
  const early = failed >= FAILED_FOR_TWO_FAULTS ? twoFaults(slice, belief, ours) : null;
  if (early !== null) return handOver(slice, outlook, 'two-faults', early);
  const moveAmong = (among: readonly Option[]): Move => {
    const prospects = prospectsOf(slice, outlook, pricePerBit(slice, among));
    return cheapest(prospects, belief, ours, search, among);
  };
  const fitting = optionsOf(slice, outlook, ours, APPLIES);
  let move = moveAmong(fitting);
  if (move.kind !== 'hand-over') return move;
  const atLast = optionsOf(slice, outlook, ours, APPLIES_AT_LAST);
  if (atLast.length > fitting.length) move = moveAmong(atLast);
  if (move.kind !== 'hand-over') return move;
  const both = twoFaults(slice, belief, ours);
  return both === null ? move : handOver(slice, outlook, 'two-faults', both);
}

/** The cheapest among these questions, the remedies and handing over what one problem explains. */
function cheapest(
  prospects: Prospects,
  belief: Belief,
  ours: Case,
  search: Search,
  among: readonly Option[],
): Move {
  const { slice, outlook } = prospects;
  const asked = search.question(prospects, among);
  const tried = search.remedy(prospects);
  const trying = tried.seconds + distrustOf(prospects, ours, tried);
  if (tried.remedy >= 0 && trying <= asked.seconds && tried.seconds <= outlook.handOver)
    return tryMove(prospects, belief, ours, tried);
  if (asked.option !== null && asked.seconds <= outlook.handOver)
    return askMove(prospects, search.instead(prospects, among, asked.option), asked.seconds);
  const nothingLeft = tried.remedy < 0 && asked.option === null;
  return handOver(slice, outlook, nothingLeft ? 'nothing-left' : 'cheaper', likely(outlook));
}

function distrustOf({ slice, outlook }: Prospects, ours: Case, { remedy }: BestRemedy): number {
  const problem = outlook.remedies[remedy]?.problem;
  if (problem === undefined) return 0;
  return distrustSeconds(slice, outlook.belief, ours, { problem, mass: outlook.masses[problem] ?? 0 });
}

function askMove({ slice, outlook, repairSeconds }: Prospects, option: Option, seconds: number): Move {
  return {
    kind: 'ask',
    question: slice.questions.ids[option.question] ?? '',
    costSeconds: seconds + outlook.cureSeconds,
    withoutSeconds: repairSeconds + outlook.cureSeconds,
    gainBits: option.gainBits,
  };
}

function tryMove(prospects: Prospects, belief: Belief, ours: Case, tried: BestRemedy): Move {
  const { slice, outlook } = prospects;
  const problem = outlook.remedies[tried.remedy]?.problem ?? 0;
  return {
    kind: 'try',
    problem: slice.remedies.problemIds[problem] ?? '',
    probability: outlook.masses[problem] ?? 0,
    costSeconds: tried.seconds + outlook.cureSeconds,
    because: becauseOf(slice, belief, ours, problem),
  };
}

type HandOver = Extract<Move, { kind: 'hand-over' }>;

function handOver(
  slice: DiagnosisSlice,
  outlook: Outlook,
  reason: HandOver['reason'],
  problems: readonly number[],
): Move {
  const ids = problems.map((problem) => slice.remedies.problemIds[problem] ?? '');
  return { kind: 'hand-over', reason, costSeconds: outlook.handOver + outlook.cureSeconds, problems: ids };
}

/** The problems worth naming to whoever takes over. */
function likely({ masses }: Outlook): number[] {
  return [...masses.keys()]
    .filter((problem) => problem < masses.length - 1 && (masses[problem] ?? 0) >= LEAST_NAMED)
    .sort((a, b) => (masses[b] ?? 0) - (masses[a] ?? 0) || a - b)
    .slice(0, NAMED);
}
