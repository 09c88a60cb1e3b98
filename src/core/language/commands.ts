/** What a message bids the bot do: go back, start over, say why, fetch a human. */

import type { Act } from '../conversation.ts';
import { type ActReader, EMBEDDED } from './acts.ts';
import { isInflected } from './claims.ts';
import type { PlacedWord } from './clauses.ts';
import { denialOf } from './denial.ts';
import { findPhrases, type Places } from './find.ts';
import type { HeardSpeech } from './speech.ts';
import type { SpeechKind } from './speech-examples.ts';

/** The words of a message, and the acts of speech in them. */
export interface Spoken {
  readonly words: readonly PlacedWord[];
  readonly places: Places;
  readonly speech: readonly HeardSpeech[];
}

/** The first act of one of these kinds. */
export const heardAs = (reading: Spoken, ...kinds: readonly SpeechKind[]): HeardSpeech | undefined =>
  reading.speech.find((unit) => kinds.includes(unit.speech));

/** True where an act of speech is all that is said. */
export const isWhole = (reading: Spoken, unit: HeardSpeech | undefined): boolean =>
  unit !== undefined && unit.from === 0 && unit.to === reading.words.length;

/** A verb of what is over. */
const PAST = /ed$/;
/** Verbs with which a question is put that a `can we` or `could I` does not ask: `do I have to start over?`. */
const DOUBTING: ReadonlySet<string> = new Set(['do', 'does', 'did', 'should', 'must', 'will', 'shall']);

/** Who did what somebody tells of: `she pressed the wrong button`. */
const OTHERS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'somebody', 'someone']);

/** `restart` is a command; `it restarts`, `restarted it` and `I had to start over` tell of a device. */
function isCommand(reader: ActReader, words: readonly PlacedWord[], unit: HeardSpeech): boolean {
  const said = words.slice(unit.from, unit.to);
  if (unit.speech === 'human') return !tellsOfHuman(reader, words, unit.from, unit.to);
  if (said.some((word) => isInflected(reader.commandForms, word))) return false;
  if (unit.speech !== 'restart' && unit.speech !== 'back') return true;
  const isDuty = said.some((word, at) => word.stem === 'have' && said[at + 1]?.text === 'to');
  const doubts = DOUBTING.has(said[0]?.text ?? '') && /^(?:i|we)$/.test(said[1]?.text ?? '');
  return !isDuty && !doubts && !said.some((word) => OTHERS.has(word.text));
}

/** `the agent was here`, `he was handed over`: of a human something is told, and none is wished for. */
function tellsOfHuman(reader: ActReader, words: readonly PlacedWord[], from: number, to: number): boolean {
  const said = words.slice(from, to);
  const passive = words.slice(Math.max(0, from - 1), to);
  return (
    said.some((word) => isInflected(reader.humanForms, word) && PAST.test(word.text)) ||
    passive.some((word) => word.text === 'was' || word.text === 'were')
  );
}

/** True where a human is wanted, also in the midst of a sentence. */
function wantsHuman(reader: ActReader, words: readonly PlacedWord[], places: Places): boolean {
  return findPhrases(reader.human, words, places).some(
    (match) =>
      match.at.length > 1 &&
      match.quality >= EMBEDDED &&
      match.phrase.firm &&
      match.phrase.deniedAt < 0 &&
      !tellsOfHuman(reader, words, match.at[0] ?? 0, (match.at.at(-1) ?? 0) + 1) &&
      denialOf(words, match)?.kind !== 'denied',
  );
}

/** The command in a message, null where there is none; `more`: it tells of a case besides. */
export function commandOf(reader: ActReader, reading: Spoken, more: boolean): Act | null {
  const human = heardAs(reading, 'human');
  if (human !== undefined && isCommand(reader, reading.words, human)) return 'human';
  // `Are you a real person?` holds the words of a wish that it does not tell.
  const isAside = isWhole(reading, heardAs(reading, 'aside'));
  if (!isAside && wantsHuman(reader, reading.words, reading.places)) return 'human';
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
