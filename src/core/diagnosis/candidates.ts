/** Which row of a question holds for each candidate. */

import { ints } from './memory.ts';
import type { Outlook } from './outlook.ts';
import type { DiagnosisSlice } from './prepare.ts';

export interface CandidateRooms {
  /** Per pair: its place among the candidates, or -1. */
  readonly place: Int32Array;
  /** Per candidate: the row that holds for it. */
  readonly row: Int32Array;
}

/** Room for the candidates of an outlook. */
export function candidateRooms(outlook: Outlook): CandidateRooms {
  const place = ints(outlook.belief.length).fill(-1);
  const { candidates } = outlook;
  for (let i = 0; i < candidates.length; i += 1) place[candidates[i] ?? 0] = i;
  return { place, row: ints(candidates.length) };
}

/** Fills `rooms.row` for question `q`. */
export function rowsOfCandidates(
  slice: DiagnosisSlice,
  outlook: Outlook,
  rooms: CandidateRooms,
  q: number,
): void {
  const { questions, pairs } = slice;
  const families = pairs.familyIds.length;
  for (let i = 0; i < outlook.candidates.length; i += 1) {
    const family = pairs.family[outlook.candidates[i] ?? 0] ?? 0;
    rooms.row[i] = questions.baseRow[q * families + family] ?? 0;
  }
  const end = questions.listStart[q + 1] ?? 0;
  for (let k = questions.listStart[q] ?? 0; k < end; k += 1) {
    const i = rooms.place[questions.listPair[k] ?? 0] ?? -1;
    if (i >= 0) rooms.row[i] = questions.listRow[k] ?? 0;
  }
}
