/** What was not understood, or answers nothing: it is asked again, the first time otherwise than the second. */

import { NOT_SURE } from '../conversation.ts';
import { NOT_HERE } from '../knowledge/model.ts';
import { aside } from './digressions.ts';
import type { Event } from './events.ts';
import { next } from './moves.ts';
import { again, lead, type Outcome, type Scene } from './scene.ts';
import { say } from './voice.ts';

/** Whether a turn told nothing that could be used; several in a row are answered otherwise. */
export const isMissed = ({ kind }: Event): boolean => kind === 'unclear' || kind === 'yes-or-no';

/** The first time it asks again, and where no outcome waits says why; the second time in a row it offers choices or a human. */
export function unclear(scene: Scene): Outcome {
  const { pending } = scene.now.case;
  const isAgain = scene.before.misses > 0;
  if (pending?.kind === 'remedy' && !isAgain) return { case: scene.now.case, replies: again(scene, pending) };
  const key = isAgain ? 'nothing-understood-again' : 'nothing-understood';
  if (pending !== null || scene.move.kind !== 'ask') return aside(scene, key);
  return lead(next(scene), say(scene.voice, key));
}

/** At most this many answers are told one by one in a sentence; the others stand on the buttons alone. 3 to 8. */
const TOLD_IN_WORDS = 6;

/** Yes or no says not which: the answers of the question are told one by one, save one that says the other of both. */
export function askedInOtherWords(scene: Scene): Outcome {
  const { voice, now, before, reading } = scene;
  const [question] = again(scene, now.case.pending);
  if (before.misses > 0 || question?.kind !== 'question') return unclear(scene);
  const { answers: all } = voice.slice.questions.get(question.id) ?? { answers: [] };
  const saysElse = all.filter(({ says }) => says !== null && says !== reading.heard.yesNo);
  const ruledOut = new Set([NOT_HERE, ...saysElse.map(({ id }) => id)]);
  const answers = question.choices
    .filter(({ id }) => id !== NOT_SURE && !ruledOut.has(id))
    .map(({ label }) => `“${label}”`);
  const told =
    answers.length > TOLD_IN_WORDS
      ? [...answers.slice(0, TOLD_IN_WORDS), say(voice, 'which-one-other')]
      : answers;
  const last = told.at(-1);
  if (told.length < 2 || last === undefined) return unclear(scene);
  const text = say(voice, 'which-one', { answers: told.slice(0, -1).join(', '), last });
  return { case: now.case, replies: [{ ...question, text }] };
}
