/**
 * What lies ahead at a belief for one person: which remedies are open at which price, and the few pairs that
 * decide. Everything behind those few is summed up exactly as a rest without remedy.
 */

import type { ConversationState, Fact, TriedRemedy } from '../conversation.ts';
import { type Belief, problemMasses } from './belief.ts';
import { type Learnt, logsOf, measure, noGlances, rowSums } from './gain.ts';
import { lackedOf } from './lacking.ts';
import { floats } from './memory.ts';
import { mostProbable } from './most-probable.ts';
import { expectedCureSeconds, type OpenRemedy, openRemedies, priceList } from './open-remedies.ts';
import type { DiagnosisSlice } from './prepare.ts';

/** Candidates cover at least this share of the belief, 0..1, where `MOST_CANDIDATES` allows it. */
export const COVER = 0.9995;

/** Most pairs that are weighed one by one. More is slower and changes decisions only in very flat beliefs. */
export const MOST_CANDIDATES = 128;

/**
 * A remedy of a less probable problem is not offered, however cheap it is, 0..1. Lower makes the bot guess; higher
 * makes it ask and hand over more.
 */
export const LEAST_PROBABLE = 0.05;

/** How far a look ahead goes; the defaults are for conversations, no limits for checking against them. */
export interface Limits {
  /** As `COVER`. */
  readonly cover: number;
  /** As `MOST_CANDIDATES`. */
  readonly candidates: number;
  /** As `LEAST_PROBABLE`. */
  readonly leastProbable: number;
}

export const LIMITS: Limits = { cover: COVER, candidates: MOST_CANDIDATES, leastProbable: LEAST_PROBABLE };

export interface Outlook {
  /** Index of the person's role. */
  readonly role: number;
  /** Per pair: probability. */
  readonly belief: Float64Array;
  /** What asking would teach, question after question. */
  readonly learnt: Learnt;
  /** Per problem, something-else last. */
  readonly masses: Float64Array;
  /** Pairs that decide, most probable first. */
  readonly candidates: Int32Array;
  /** Per candidate: index in `remedies` of the remedy of its problem; -1: none is open. */
  readonly remedyOf: Int32Array;
  readonly remedies: readonly OpenRemedy[];
  /** Problems whose remedy was shown already, whatever came of it. */
  readonly closed: ReadonlySet<number>;
  /** Per candidate: seconds that handing it over costs. */
  readonly handOverSeconds: Float64Array;
  /** Expected seconds of handing the whole belief over. */
  readonly handOver: number;
  /** Mean seconds of handing over what is behind the candidates. */
  readonly restSeconds: number;
  /**
   * Expected seconds of the cure that the case needs in any event, whoever finds it. All other costs are avoidable ones
   * and leave it out: that a technician is two hours away must not speak for handing over, only against
   * fetching one for nothing.
   */
  readonly cureSeconds: number;
}

/** Remedies that were shown, and what is known: it may say that others cannot be carried out. */
export interface Tried {
  readonly facts: readonly Fact[];
  readonly tried: readonly Pick<TriedRemedy, 'problem'>[];
}

/** Looks at a belief with the eyes of one person. */
export function outlookOf(
  slice: DiagnosisSlice,
  belief: Pick<Belief, 'pairs'>,
  ours: Tried,
  person: ConversationState['person'],
  limits: Limits = LIMITS,
): Outlook {
  const { remedies } = slice;
  const role = (person.role === null ? undefined : remedies.roleIndex.get(person.role)) ?? 0;
  const candidates = mostProbable(belief.pairs, limits.cover, limits.candidates);
  const masses = problemMasses(slice, belief.pairs);
  const closed = new Set(ours.tried.flatMap((tried) => remedies.problemIndex.get(tried.problem) ?? []));
  const prices = priceList(slice, masses, role);
  const isOver = { closed, lacked: lackedOf(slice.lacking, ours.facts) };
  const open = openRemedies(slice, candidates, isOver, limits.leastProbable, prices);
  const handOver = expectedHandOver(slice, belief.pairs);
  let covered = 0;
  let coveredSeconds = 0;
  const handOverSeconds = floats(candidates.length);
  for (let i = 0; i < candidates.length; i += 1) {
    const pair = candidates[i] ?? 0;
    const human = handOverOf(slice, pair);
    handOverSeconds[i] = human;
    covered += belief.pairs[pair] ?? 0;
    coveredSeconds += (belief.pairs[pair] ?? 0) * human;
  }
  const rest = 1 - covered;
  const restSeconds = rest > 1e-9 ? Math.max(0, handOver - coveredSeconds) / rest : handOver;
  return {
    role,
    belief: belief.pairs,
    learnt: {
      mass: measure(slice, belief.pairs),
      bits: measure(slice, logsOf(belief.pairs)),
      glances: noGlances(slice),
      rows: rowSums(slice),
    },
    masses,
    candidates,
    remedyOf: open.remedyOf,
    remedies: open.remedies,
    closed,
    handOverSeconds,
    handOver,
    restSeconds,
    cureSeconds: expectedCureSeconds(slice, masses, closed, role),
  };
}

function expectedHandOver(slice: DiagnosisSlice, probabilities: Float64Array): number {
  let seconds = 0;
  for (let pair = 0; pair < probabilities.length; pair += 1) {
    seconds += (probabilities[pair] ?? 0) * handOverOf(slice, pair);
  }
  return seconds;
}

function handOverOf({ pairs }: DiagnosisSlice, pair: number): number {
  return pairs.handOverSeconds[pairs.family[pair] ?? 0] ?? 0;
}
