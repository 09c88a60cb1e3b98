/** What a message bids the bot do: go back, start over, say why, fetch a human. */

import type { Act } from '../conversation.ts';
import type { Speech } from '../knowledge/model.ts';
import { type ActReader, isCommand, wantsHuman } from './acts.ts';
import type { PlacedWord } from './clauses.ts';
import type { Places } from './find.ts';
import type { HeardSpeech } from './speech.ts';

/** The words of a message, and the acts of speech in them. */
export interface Spoken {
  readonly words: readonly PlacedWord[];
  readonly places: Places;
  readonly speech: readonly HeardSpeech[];
}

/** The first act of one of these kinds. */
export const heardAs = (reading: Spoken, ...kinds: readonly Speech[]): HeardSpeech | undefined =>
  reading.speech.find((unit) => kinds.includes(unit.speech));

/** True where an act of speech is all that is said. */
export const isWhole = (reading: Spoken, unit: HeardSpeech | undefined): boolean =>
  unit !== undefined && unit.from === 0 && unit.to === reading.words.length;

/** The command in a message, null where there is none; `more`: it tells of a case besides. */
export function commandOf(reader: ActReader, reading: Spoken, more: boolean): Act | null {
  if (heardAs(reading, 'human') !== undefined || wantsHuman(reader, reading.words, reading.places))
    return 'human';
  const unit = heardAs(reading, 'restart', 'back', 'why');
  if (unit === undefined || !isCommand(reader, reading.words, unit) || (more && !isWhole(reading, unit)))
    return null;
  return unit.speech === 'restart' ? 'restart' : unit.speech === 'back' ? 'back' : 'why';
}

/** Likeness from which a whole message is a command, whatever answer it is like: `back` is no back entrance. */
const SURELY_COMMAND = 0.95;

/** True where the whole message is a command, word for word. */
export function isSurelyCommand(reader: ActReader, reading: Spoken): boolean {
  const unit = heardAs(reading, 'restart', 'back', 'why', 'human');
  return (
    unit !== undefined &&
    isWhole(reading, unit) &&
    unit.score >= SURELY_COMMAND &&
    isCommand(reader, reading.words, unit)
  );
}
