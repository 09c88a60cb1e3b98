/** What the answers to a question say of each candidate. */

import { floats, ints } from './memory.ts';
import type { Outlook } from './outlook.ts';
import type { DiagnosisSlice } from './prepare.ts';

export interface CandidateRooms {
  /** Per pair: its place among the candidates, or -1. */
  readonly place: Int32Array;
  /** Per candidate: its probability. */
  readonly probability: Float64Array;
  /** Per candidate: its family. */
  readonly family: Int32Array;
  /** Per candidate: where its outcomes of the question begin in the `outcomes` of the knowledge base. */
  readonly outcomeAt: Int32Array;
}

/** Room for the candidates of an outlook. */
export function candidateRooms({ pairs }: DiagnosisSlice, { belief, candidates }: Outlook): CandidateRooms {
  const rooms = {
    place: ints(belief.length).fill(-1),
    probability: floats(candidates.length),
    family: ints(candidates.length),
    outcomeAt: ints(candidates.length),
  };
  for (let i = 0; i < candidates.length; i += 1) {
    const pair = candidates[i] ?? 0;
    rooms.place[pair] = i;
    rooms.probability[i] = belief[pair] ?? 0;
    rooms.family[i] = pairs.family[pair] ?? 0;
  }
  return rooms;
}

/** Fills `outcomeAt` for question `q`. */
export function outcomesOfCandidates(
  { questions, pairs }: DiagnosisSlice,
  { place, family, outcomeAt }: CandidateRooms,
  q: number,
): void {
  const bases = q * pairs.familyIds.length;
  for (let i = 0; i < family.length; i += 1)
    outcomeAt[i] = questions.outcomeAt[questions.baseRow[bases + (family[i] ?? 0)] ?? 0] ?? 0;
  const end = questions.listStart[q + 1] ?? 0;
  for (let k = questions.listStart[q] ?? 0; k < end; k += 1) {
    const i = place[questions.listPair[k] ?? 0] ?? -1;
    if (i >= 0) outcomeAt[i] = questions.outcomeAt[questions.listRow[k] ?? 0] ?? 0;
  }
}
