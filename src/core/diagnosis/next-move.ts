/** The cheapest next thing in expected seconds: try a remedy, ask a question, or hand over. */

import type { Case, ConversationState } from '../conversation.ts';
import { becauseOf } from './because.ts';
import type { Belief } from './belief.ts';
import { askable } from './choices.ts';
import { fillRoom, planRepair, sortAllowed } from './cost.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { twoFaults } from './two-faults.ts';
import type { Move } from './types.ts';
import { askSeconds, gainsBits, type Prospects, prospectsOf, questionSeconds, trySeconds } from './value.ts';

/** A question that takes away fewer bits than this is not worth a person's attention, whatever it costs. */
export const LEAST_GAIN_BITS = 0.02;

/** At most so many questions are weighed in full: those that teach most. More is slower and hardly changes the choice. */
export const MOST_QUESTIONS = 64;

/** After so many remedies that did not help, facts that need two problems to explain them end the search. */
const FAILED_FOR_TWO_FAULTS = 2;

/** How many problems are named when handing over, and how probable they must be, 0..1. */
const NAMED = 5;
const LEAST_NAMED = 0.05;

/** A question that may be asked, and what it would teach. */
interface Option {
  readonly question: number;
  readonly gainBits: number;
}

/**
 * The cheapest next thing to do. The belief must be that of the same case. Ties go to trying, then to asking, then
 * to the order of the knowledge base.
 */
export function nextMove(
  slice: DiagnosisSlice,
  belief: Belief,
  ours: Case,
  person: ConversationState['person'],
): Move {
  const outlook = outlookOf(slice, belief, ours, person);
  const failed = ours.tried.filter(({ outcome }) => outcome === 'still-there' || outcome === 'cannot').length;
  if (failed >= FAILED_FOR_TWO_FAULTS) {
    const both = twoFaults(slice, belief, ours);
    if (both !== null) return handOver(slice, outlook, 'two-faults', both);
  }
  const options = optionsOf(slice, outlook, belief, ours);
  return decide(prospectsOf(slice, outlook, pricePerBit(slice, options)), belief, ours, options);
}

/** The questions that may be asked and teach something, the most instructive first. */
function optionsOf(slice: DiagnosisSlice, outlook: Outlook, belief: Belief, ours: Case): Option[] {
  const open = askable(slice, outlook, belief, ours);
  const gains = gainsBits(slice, outlook, open);
  return open
    .map((question, i) => ({ question, gainBits: gains[i] ?? 0 }))
    .filter((option) => option.gainBits >= LEAST_GAIN_BITS)
    .sort((a, b) => b.gainBits - a.gainBits || a.question - b.question)
    .slice(0, MOST_QUESTIONS);
}

/** What a bit costs with the best question; Infinity where there is none. */
function pricePerBit(slice: DiagnosisSlice, options: readonly Option[]): number {
  return options.reduce(
    (least, option) => Math.min(least, questionSeconds(slice, option.question) / option.gainBits),
    Number.POSITIVE_INFINITY,
  );
}

function decide(prospects: Prospects, belief: Belief, ours: Case, options: readonly Option[]): Move {
  const { remedy: tried, seconds: trying } = bestRemedy(prospects);
  const asked = bestQuestion(prospects, options);
  const { handOver: handing, cureSeconds } = prospects.outlook;
  if (tried >= 0 && trying <= asked.seconds && trying <= handing)
    return tryMove(prospects, belief, ours, tried, trying);
  if (asked.option !== null && asked.seconds <= handing) {
    return {
      kind: 'ask',
      question: prospects.slice.questions.ids[asked.option.question] ?? '',
      costSeconds: asked.seconds + cureSeconds,
      withoutSeconds: prospects.repairSeconds + cureSeconds,
      gainBits: asked.option.gainBits,
    };
  }
  const both = twoFaults(prospects.slice, belief, ours);
  if (both !== null) return handOver(prospects.slice, prospects.outlook, 'two-faults', both);
  const nothingLeft = tried < 0 && asked.option === null;
  return handOver(
    prospects.slice,
    prospects.outlook,
    nothingLeft ? 'nothing-left' : 'cheaper',
    likely(prospects.outlook),
  );
}

/** The question after which going on is cheapest. */
function bestQuestion(
  prospects: Prospects,
  options: readonly Option[],
): { option: Option | null; seconds: number } {
  let option: Option | null = null;
  let seconds = Number.POSITIVE_INFINITY;
  for (const candidate of options) {
    const cost = askSeconds(prospects, candidate.question);
    if (cost >= seconds) continue;
    option = candidate;
    seconds = cost;
  }
  return { option, seconds };
}

/**
 * The remedy to try if any is tried. Of those that their risk allows, three are looked at: the first by
 * P(cured)/cost, the first of the plan that pays, and the most probable; the one after which going on is cheapest wins.
 */
function bestRemedy(prospects: Prospects): { remedy: number; seconds: number } {
  const { outlook, repair } = prospects;
  fillRoom(outlook, repair);
  const allowed = [...repair.order.subarray(0, sortAllowed(outlook.remedies, repair, 1))];
  const planned = planRepair(outlook.remedies, repair, 1) > 0 ? [repair.order[0] ?? 0] : [];
  const mass = (r: number) => repair.mass[r] ?? 0;
  const probable = allowed.reduce((best, r) => (best < 0 || mass(r) > mass(best) ? r : best), -1);
  let best = { remedy: -1, seconds: Number.POSITIVE_INFINITY };
  for (const remedy of new Set([...planned, ...allowed.slice(0, 1), ...(probable < 0 ? [] : [probable])])) {
    const seconds = trySeconds(prospects, remedy);
    if (seconds < best.seconds) best = { remedy, seconds };
  }
  return best;
}

function tryMove(prospects: Prospects, belief: Belief, ours: Case, r: number, costSeconds: number): Move {
  const { slice, outlook } = prospects;
  const problem = outlook.remedies[r]?.problem ?? 0;
  return {
    kind: 'try',
    problem: slice.remedies.problemIds[problem] ?? '',
    probability: outlook.masses[problem] ?? 0,
    costSeconds: costSeconds + outlook.cureSeconds,
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

/** Expected seconds of repairing and handing over from this belief on, without asking anything more. */
export function expectedCostSeconds(
  slice: DiagnosisSlice,
  belief: Belief,
  ours: Case,
  person: ConversationState['person'],
): number {
  const outlook = outlookOf(slice, belief, ours, person);
  return prospectsOf(slice, outlook, Number.POSITIVE_INFINITY).repairSeconds + outlook.cureSeconds;
}
