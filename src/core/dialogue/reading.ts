/** How the diagnosis stands, for whoever looks over the bot's shoulder. */

import type { Heard, Likely, Reading } from '../conversation.ts';
import type { Id } from '../knowledge/model.ts';
import type { Remembered } from './events.ts';
import type { DialogueSlice } from './slice.ts';
import { titleOf, voiceFor } from './voice.ts';

/** Below this probability no family is named (0..1). */
const FAMILY_NAMED = 0.5;

/** The part of a belief that is told. */
export interface Told {
  /** Best first. */
  readonly families: readonly { readonly id: Id; readonly probability: number }[];
  /** Best first. */
  readonly problems: readonly Likely[];
}

/** What a turn speaks of beside the problem. */
interface SpokenOf {
  readonly article: Id | null;
  readonly step: Id | null;
}

/** The kind of device, where it is probable. */
export function familyNamed({ families: [best] }: Pick<Told, 'families'>): Reading['family'] {
  return best !== undefined && best.probability >= FAMILY_NAMED ? best : null;
}

/** What was understood in this turn and how probable what is. */
export function read(
  slice: DialogueSlice,
  now: Remembered,
  heard: Heard,
  belief: Told,
  { article, step }: SpokenOf = { article: null, step: null },
): Reading {
  const voice = voiceFor(slice, now.person);
  return {
    heard,
    family: familyNamed(belief),
    model: now.case.model,
    ...(article === null ? {} : { article }),
    ...(step === null ? {} : { step }),
    facts: now.facts,
    problems: belief.problems.map((likely) => ({ ...likely, title: titleOf(voice, likely.id) })),
  };
}
