/** What a message says goes into the case. */

import type { Act, Case, Guess, Heard } from '../conversation.ts';
import { addRemark, addText, mergeFacts } from './case.ts';
import type { Base, Remembered } from './events.ts';
import { isQuestion } from './lacking.ts';
import { renumbered } from './renumber.ts';
import type { DialogueSlice } from './slice.ts';

/** Facts merged, words kept for the search, the model noted. Roles belong to the person and not to the case. */
export function withWords(slice: DialogueSlice, base: Base, heard: Heard, messageId: string | null): Base {
  const ours = renumbered(base.case, heard.renumbered);
  const merged = mergeFacts(
    slice,
    ours.facts,
    base.facts.filter((fact) => fact.about !== 'role'),
  );
  const worded = addText(ours, {
    text: heard.text,
    turn: base.turn,
    messageId,
    ...(isReply(base.case, heard) ? { isReply: true } : {}),
    ...(heard.renumbered.length > 0 && base.facts.length === 0 ? { isNumber: true } : {}),
  });
  const guessed = heard.guesses.length === 0 ? worded : { ...worded, guesses: guessesOf(base, heard) };
  return { ...base, case: { ...guessed, facts: merged.facts, model: heard.model ?? worded.model } };
}

/** What was guessed of a question last, and of the others before. */
function guessesOf({ case: ours, turn }: Base, heard: Heard): readonly Guess[] {
  const now = new Set(heard.guesses.map(({ question }) => question));
  return [
    ...(ours.guesses ?? []).filter(({ question }) => !now.has(question)),
    ...heard.guesses.map((guess) => ({ ...guess, turn })),
  ];
}

/** A reply tells of its question, and a correction of what it puts right; neither of the problem as a whole. */
const isReply = ({ pending }: Case, { act, facts, notSure, halfHeard }: Heard): boolean =>
  act === 'correct' ||
  (isQuestion(pending) &&
    act === 'answer' &&
    (notSure || halfHeard !== null || facts.some(({ question }) => question === pending.id)));

/** What tells whoever takes over nothing; what is told of another problem waits for its turn. */
const NO_REMARKS: ReadonlySet<Act> = new Set<Act>([
  'why',
  'back',
  'restart',
  'thanks',
  'smalltalk',
  'new-problem',
]);

/** Keeps for whoever takes over what was said beside the point of an open case: how urgent it is, what else was tried. */
export function withRemark(after: Remembered, { act, text }: Heard, messageId: string | null): Remembered {
  const { case: ours, turn } = after;
  const waits = ours.pending?.kind === 'new-problem' && ours.pending.text === text;
  const isKept = waits || ours.texts.length === 0 || ours.texts.some((told) => told.turn === turn);
  if (isKept || NO_REMARKS.has(act)) return after;
  return { ...after, case: addRemark(ours, { text, turn, messageId }) };
}
