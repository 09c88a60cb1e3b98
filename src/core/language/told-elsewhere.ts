/** What somebody tells of a question that does not wait, where it is no answer to the one that does. */

import type { Act, Case, Heard } from '../conversation.ts';
import { deviceKey, type Id } from '../knowledge/model.ts';
import { toFact } from './facts.ts';
import type { Reading } from './read-message.ts';
import { chanceOf, yesNoOf } from './reading/act.ts';
import { CERTAINTIES } from './reading/certainties.ts';
import { readElsewhere } from './reading/elsewhere.ts';
import { wholeFact } from './replied.ts';
import type { LanguageSlice } from './slice.ts';

/** Acts of which nothing is known but that something may be told. */
const TELLING: ReadonlySet<Act> = new Set<Act>(['report', 'unclear']);

/**
 * The same with what is told of another question: `others are fine with their fobs`, where it was asked what was changed.
 * Where an answer of that is half heard, or that it is not known, the other must be surer. Yes and no are said to what
 * waits, and bare words ("ok") tell nothing.
 */
export function withToldElsewhere(reading: Reading, heard: Heard): Heard {
  const { slice, ours, words, text, acts } = reading;
  const isHalfHeard = heard.halfHeard !== null || heard.notSure;
  if (ours === null || heard.facts.length > 0 || !(TELLING.has(heard.act) || isHalfHeard)) return heard;
  if (chanceOf(acts, 'report', 'answer') < CERTAINTIES.tells || yesNoOf(slice.heads, text) !== null)
    return heard;
  const told = readElsewhere(slice.heads, questionsAsked(slice, ours), text);
  if (told?.question === ours.pending?.id) return heard;
  const answer = told === null ? undefined : slice.facts.byId.get(told.question)?.get(told.answer);
  if (told === null || answer === undefined) return heard;
  const { certainty } = told;
  if (certainty >= CERTAINTIES[isHalfHeard ? 'ratherElsewhere' : 'toldElsewhere']) {
    const fact = toFact(heard.text, { ...wholeFact(words, answer), certainty });
    return { ...heard, act: 'report', facts: [fact], halfHeard: null, notSure: false };
  }
  if (certainty < CERTAINTIES.guessedElsewhere || isHalfHeard) return heard;
  return { ...heard, guesses: [{ question: told.question, answer: told.answer, certainty }] };
}

/** The questions that people with such a device are asked, the one that waits among them. */
export function questionsAsked(slice: LanguageSlice, ours: Case): readonly Id[] {
  const { asked, problems } = slice;
  const { pending, tried } = ours;
  const waiting = pending?.kind === 'remedy' ? pending.id : (pending?.id ?? tried.at(-1)?.problem ?? '');
  const families = withDevice(slice, ours, asked.get(waiting) ?? problems.get(waiting) ?? null);
  return [...asked]
    .filter(([, of]) => families?.some((family) => of.includes(family)) ?? true)
    .map(([id]) => id);
}

/** Of these families those that the device of the case can be of; all where it is not told, or none is left. */
function withDevice(
  { familiesOfDevice }: LanguageSlice,
  { facts }: Case,
  families: readonly Id[] | null,
): readonly Id[] | null {
  const left = facts
    .filter(({ about, denied }) => about === 'device' && !denied)
    .flatMap(({ question, answer }) => familiesOfDevice.get(deviceKey(question, answer)) ?? []);
  const both = families?.filter((family) => left.includes(family)) ?? left;
  return both.length > 0 ? both : families;
}
