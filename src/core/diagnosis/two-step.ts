/**
 * Looking two steps ahead: every answer to a question, and after each the best of trying, asking once more or handing
 * over. Exhaustively, to compare with (`keyturn simulate`), or among a few questions, to choose the next one.
 */

import type { Case, ConversationState } from '../conversation.ts';
import type { Belief } from './belief.ts';
import { type BestQuestion, type BestRemedy, bestQuestion, bestRemedy, remediesWorthTrying } from './best.ts';
import { APPLIES, type Asked, type Option, optionsOf } from './choices.ts';
import { chooseMove, type Search, sameQuestion } from './choose-move.ts';
import { type Outlook, outlookOf, type Tried } from './outlook.ts';
import { pairsOfProblem } from './pairs.ts';
import type { DiagnosisSlice } from './prepare.ts';
import type { Move } from './types.ts';
import { askSeconds, NOT_SURE, type Prospects, prospectsOf, questionSeconds, staySeconds } from './value.ts';

const ALL = Number.POSITIVE_INFINITY;

/** Outcomes less probable than this are not followed. */
const LEAST_CHANCE = 1e-6;

/** The cheapest next thing to do as two steps of looking ahead see it. */
export function nextMoveTwoStep(slice: DiagnosisSlice, belief: Belief, ours: Case, person: Person): Move {
  return chooseMove(slice, belief, ours, person, {
    question: (prospects, options) => deepestQuestion({ prospects, ours, person, second: ALL }, options),
    remedy: (prospects) => deepestRemedy({ prospects, ours, person, second: ALL }),
    instead: sameQuestion,
  });
}

/**
 * A question is noisy from this share of slips on, 0..0.5. Where answers are right one step ahead is as good as two,
 * so that looking further is a waste. 0: always two steps, in several times the time; 0.5: never.
 */
const NOISY = 0.05;

/**
 * The question to ask in place of the best one where its answers are noisy, quickly: only the few that look best one step
 * ahead are followed, and after each answer only the most instructive.
 */
export function questionAhead(ours: Case, person: Person): Search['instead'] {
  return (prospects, options, best) => {
    if ((prospects.slice.questions.noise[best.question] ?? 0) < NOISY) return best;
    const standing = { prospects, ours, person, second: SECOND };
    const enough = WORTH * questionSeconds(prospects.slice, best.question);
    let least = secondsOfAsking(standing, best.question) - enough;
    let chosen = best;
    for (const option of promising(prospects, options, best)) {
      const seconds = secondsOfAsking(standing, option.question);
      if (seconds >= least) continue;
      least = seconds;
      chosen = option;
    }
    return chosen;
  };
}

/** How many questions are followed beside the best. More is slower and changes nothing to speak of. */
const FIRST = 2;

/** How many questions are weighed after each answer. */
const SECOND = 8;

/**
 * What another question must save, as a share of what the best one costs, 0 or more. 0: two steps ahead decide between
 * questions that are as good as each other, and the conversation jumps about; 1: they hardly ever do.
 */
const WORTH = 0.1;

/** The questions that look best one step ahead, beside the best. */
function promising(prospects: Prospects, options: readonly Option[], best: Option): readonly Option[] {
  return options
    .filter((option) => option !== best)
    .map((option) => ({ option, seconds: askSeconds(prospects, option.question) }))
    .sort((a, b) => a.seconds - b.seconds)
    .slice(0, FIRST)
    .map(({ option }) => option);
}

type Person = ConversationState['person'];

/** Where one stands when looking ahead. */
interface Standing {
  readonly prospects: Prospects;
  readonly ours: Asked & Tried;
  readonly person: Person;
  /** How many questions are weighed after each answer, the most instructive. */
  readonly second: number;
}

function deepestQuestion(standing: Standing, options: readonly Option[]): BestQuestion {
  let best: BestQuestion = { option: null, seconds: Number.POSITIVE_INFINITY };
  for (const option of options) {
    const seconds = secondsOfAsking(standing, option.question);
    if (seconds < best.seconds) best = { option, seconds };
  }
  return best;
}

function deepestRemedy(standing: Standing): BestRemedy {
  let best: BestRemedy = { remedy: -1, seconds: Number.POSITIVE_INFINITY };
  for (const remedy of remediesWorthTrying(standing.prospects)) {
    const seconds = secondsOfTrying(standing, remedy);
    if (seconds < best.seconds) best = { remedy, seconds };
  }
  return best;
}

/**
 * Expected avoidable seconds of asking question `q` and then doing the best next thing. Whoever the question means nothing
 * to is left where they were.
 */
function secondsOfAsking({ prospects, ours, person, second }: Standing, q: number): number {
  const { slice, outlook, secondsPerBit } = prospects;
  const after = { ...ours, asked: [...ours.asked, { question: slice.questions.ids[q] ?? '' }] };
  const rows = rowOfEachPair(slice, outlook, q);
  const left = Float64Array.from(outlook.belief);
  let seconds = 0;
  for (let o = 0; o < (slice.questions.outcomeCount[q] ?? 0); o += 1) {
    const joint = outlook.belief.map((p, pair) => {
      const at = (slice.questions.outcomeAt[rows[pair] ?? 0] ?? 0) + o;
      return p * (slice.questions.outcomes[at] ?? 0);
    });
    joint.forEach((p, pair) => {
      left[pair] = Math.max(0, (left[pair] ?? 0) - p);
    });
    seconds += secondsFrom(slice, joint, { ours: after, person, second }, secondsPerBit);
  }
  seconds += staySeconds(prospects, left);
  const unsure = secondsFrom(slice, outlook.belief, { ours: after, person, second }, secondsPerBit);
  return questionSeconds(slice, q) + (1 - NOT_SURE) * seconds + NOT_SURE * unsure;
}

/** Expected avoidable seconds of trying open remedy `r` and, where it fails, doing the best next thing. */
function secondsOfTrying({ prospects, ours, person, second }: Standing, r: number): number {
  const { slice, outlook, secondsPerBit } = prospects;
  const remedy = outlook.remedies[r];
  if (remedy === undefined) return Number.POSITIVE_INFINITY;
  const problem = slice.remedies.problemIds[remedy.problem] ?? '';
  const after = { ...ours, tried: [...ours.tried, { problem }] };
  const failed = Float64Array.from(outlook.belief);
  for (const pair of pairsOfProblem(slice.pairs, remedy.problem))
    failed[pair] = (failed[pair] ?? 0) * (1 - remedy.success);
  const wasted = remedy.costSeconds * (1 - (outlook.masses[remedy.problem] ?? 0));
  return wasted + secondsFrom(slice, failed, { ours: after, person, second }, secondsPerBit);
}

/**
 * P(joint) × expected avoidable seconds of the best next thing where `joint` holds of each pair. The price of a bit is
 * that of where one stands: with a price of its own, each answer would look best while the best question is saved up.
 */
function secondsFrom(
  slice: DiagnosisSlice,
  joint: Float64Array,
  { ours, person, second }: Omit<Standing, 'prospects'>,
  secondsPerBit: number,
): number {
  const chance = joint.reduce((sum, p) => sum + p, 0);
  if (chance < LEAST_CHANCE) return 0;
  const outlook = outlookOf(slice, { pairs: joint.map((p) => p / chance) }, ours, person);
  const options = optionsOf(slice, outlook, ours, APPLIES).slice(0, second);
  const prospects = prospectsOf(slice, outlook, secondsPerBit);
  return (
    chance *
    Math.min(outlook.handOver, bestRemedy(prospects).seconds, bestQuestion(prospects, options).seconds)
  );
}

function rowOfEachPair({ questions, pairs }: DiagnosisSlice, outlook: Outlook, q: number): Int32Array {
  const rows = Int32Array.from(
    outlook.belief,
    (_, pair) => questions.baseRow[q * pairs.familyIds.length + (pairs.family[pair] ?? 0)] ?? 0,
  );
  const end = questions.listStart[q + 1] ?? 0;
  for (let k = questions.listStart[q] ?? 0; k < end; k += 1)
    rows[questions.listPair[k] ?? 0] = questions.listRow[k] ?? 0;
  return rows;
}
