/** What one turn is answered from and what an answer is made of. */

import type {
  Case,
  ChoiceOf,
  ConversationState,
  Effect,
  Guess,
  Pending,
  Reading,
  Reply,
  UserTurn,
} from '../conversation.ts';
import type { Move } from '../diagnosis/types.ts';
import type { MessageKey, Problem, Question } from '../knowledge/model.ts';
import type { Remembered } from './events.ts';
import { factsLine } from './fact-words.ts';
import { say, type Voice } from './voice.ts';
import { confirmReply, newProblemReply, outcomeChoices, questionReply } from './wording.ts';

/** Everything one turn is answered from. */
export interface Scene {
  readonly voice: Voice;
  readonly before: ConversationState;
  readonly turn: UserTurn;
  readonly now: Remembered;
  readonly reading: Reading;
  readonly move: Move;
}

/** What is said and done, and the case after it; null closes it. */
export interface Outcome {
  readonly case: Case | null;
  readonly replies: readonly Reply[];
  readonly effects?: readonly Effect[];
}

/** The replies that are a text and nothing else. */
export type Plain = Extract<Reply, { kind: 'smalltalk' | 'out-of-scope' | 'restart' | 'closing' | 'silent' }>;

/** A sentence of the knowledge base as a reply; its key is its id. */
export const plain = (
  kind: Plain['kind'],
  key: MessageKey,
  voice: Voice,
  values: Readonly<Record<string, string>> = {},
): Reply => ({
  kind,
  id: key,
  text: say(voice, key, values),
});

/** A case in which nothing was said yet is none. */
export function openOrNone(scene: Scene): Case | null {
  return scene.before.case === null ? null : scene.now.case;
}

/** Puts a sentence before what is said. */
export function lead(outcome: Outcome, text: string): Outcome {
  const [first, ...rest] = outcome.replies;
  if (text === '' || first === undefined) return outcome;
  return { ...outcome, replies: [{ ...first, text: `${text}\n\n${first.text}` }, ...rest] };
}

/** To what the buttons of something pending belong. */
export const choiceOf = ({ kind, id, turn }: Pending): ChoiceOf => ({ kind, id, turn });

/** From this probability of a family on, a question of that family surely applies (0..1). */
const APPLIES_SURELY = 0.96;

/** Asks a question. */
export function putQuestion(scene: Scene, question: Question, of: ChoiceOf): Reply {
  return questionReply(scene.voice, question, applies(scene, question), of);
}

/** Whether the device surely has what is asked about follows from the belief. */
function applies({ reading: { family } }: Scene, { families }: Question): boolean {
  return family !== null && family.probability >= APPLIES_SURELY && families.includes(family.id);
}

/** Asks back what was half heard: a reply, or a statement of the first message. */
export function putConfirm(scene: Scene, pending: Extract<Pending, { kind: 'confirm' }>): readonly Reply[] {
  const { voice, now } = scene;
  const question = voice.slice.questions.get(pending.id);
  if (question === undefined) return [];
  const isGuess = now.case.guesses?.some(isOf(pending)) === true;
  const as = { isAsked: !isGuess, applies: applies(scene, question) };
  return [confirmReply(voice, question, pending.answer, as, choiceOf(pending))];
}

const isOf =
  ({ id, answer }: Extract<Pending, { kind: 'confirm' }>) =>
  (guess: Guess): boolean =>
    guess.question === id && guess.answer === answer;

/** A sign of a problem that more of those who have it show than do not, 0..1. */
const USUAL_SIGN = 0.5;

/** The facts that are usual with a problem, as the reason for its remedy. */
export function whatPointsTo({ voice, now }: Scene, { signs }: Problem): string {
  const facts = now.case.facts.filter(
    ({ question, answer }) => (signs[question]?.[answer] ?? 0) > USUAL_SIGN,
  );
  return facts.length === 0
    ? say(voice, 'remedy-why-nothing')
    : say(voice, 'remedy-why', { facts: factsLine(voice, facts) });
}

/** What is pending, said once more, with buttons that still work. */
export function again(scene: Scene, pending: Pending | null): readonly Reply[] {
  if (pending === null) return [];
  const { slice } = scene.voice;
  const of = choiceOf(pending);
  switch (pending.kind) {
    case 'question': {
      const question = slice.questions.get(pending.id);
      return question === undefined ? [] : [putQuestion(scene, question, of)];
    }
    case 'remedy': {
      const problem = slice.problems.get(pending.id);
      if (problem === undefined) return [];
      const text = say(scene.voice, 'outcome-asked', { title: problem.title });
      return [
        {
          kind: 'remedy',
          id: problem.id,
          text,
          why: whatPointsTo(scene, problem),
          steps: [],
          choices: outcomeChoices(scene.voice),
          of,
        },
      ];
    }
    case 'confirm':
      return putConfirm(scene, pending);
    case 'new-problem':
      return [newProblemReply(scene.voice, pending.text, of)];
  }
}
