/** What is said of one step of the remedy that waits: how it is done, what to do in place of it, what comes after it. */

import type { Pending, Reply, ShownStep } from '../conversation.ts';
import type { Id, MessageKey } from '../knowledge/model.ts';
import { tell } from './case.ts';
import { tryRemedy } from './moves.ts';
import { choiceOf, type Outcome, type Scene } from './scene.ts';
import { say } from './voice.ts';

/** A remedy that waits, with the steps as they are for this person now. */
interface Waiting {
  readonly scene: Scene;
  readonly pending: Pending;
  readonly reply: Extract<Reply, { kind: 'remedy' }>;
}

/** Null: none waits, or a person has taken over. */
function waitingIn(scene: Scene): Waiting | null {
  const { pending, handedOverTurn } = scene.now.case;
  if (pending?.kind !== 'remedy' || handedOverTurn !== null) return null;
  const [reply] = tryRemedy(scene, pending.id).replies;
  return reply?.kind === 'remedy' ? { scene, pending, reply } : null;
}

/** The remedy once more with these of its steps, and its buttons. */
function withSteps(
  { scene, pending, reply }: Waiting,
  key: MessageKey,
  values: Readonly<Record<string, string>>,
  steps: readonly ShownStep[],
): Outcome {
  const text = say(scene.voice, key, values);
  return { case: scene.now.case, replies: [{ ...reply, text, why: '', steps, of: choiceOf(pending) }] };
}

/** The step of which the turn speaks; null: none stands out, or it is not for this person any more. */
const spokenOf = ({ scene, reply }: Waiting): ShownStep | null =>
  reply.steps.find(({ id }) => id === scene.reading.step) ?? null;

const titleOf = ({ scene }: Waiting, { id }: ShownStep): string =>
  scene.voice.slice.steps.get(id)?.title ?? id;

/** All that is known of the step about which something is asked; null: none stands out. */
export function stepTold(scene: Scene): Outcome | null {
  const waiting = waitingIn(scene);
  const step = waiting === null ? null : spokenOf(waiting);
  if (waiting === null || step === null) return null;
  return withSteps(waiting, 'step-told', { step: titleOf(waiting, step) }, [step]);
}

/** What comes after the step of which the turn speaks, or how all begins where none stands out; null: no remedy waits. */
export function nextStep(scene: Scene): Outcome | null {
  const waiting = waitingIn(scene);
  if (waiting === null) return null;
  const spoken = spokenOf(waiting);
  const { steps } = waiting.reply;
  if (spoken === null) return withSteps(waiting, 'step-first', {}, steps.slice(0, 1));
  const values = { step: titleOf(waiting, spoken) };
  const next = steps[steps.indexOf(spoken) + 1];
  if (next !== undefined) return withSteps(waiting, 'step-next', values, [next]);
  const check = scene.voice.slice.problems.get(waiting.pending.id)?.remedy.fixedWhen ?? '';
  return withSteps(waiting, 'step-last', { ...values, check }, []);
}

/**
 * What to do in place of a step that is not possible, or what is in the way where no step stands out; null: the remedy is
 * not the likeliest any more, and another way is gone.
 */
export function blocked(scene: Scene, remedy: Id): Outcome | null {
  const waiting = isBest(scene, remedy) ? waitingIn(scene) : null;
  if (waiting === null) return null;
  const step = spokenOf(waiting);
  const cannot = step?.cannot ?? null;
  return step === null || cannot === null
    ? withSteps(waiting, 'what-is-in-the-way', {}, [])
    : withSteps(waiting, 'step-blocked', { step: titleOf(waiting, step), cannot }, []);
}

/** Asks for the rest where a remedy helped in part; null: it is not the likeliest any more, and the rest is looked for. */
export function helpedInPart(scene: Scene, remedy: Id): Outcome | null {
  const waiting = isBest(scene, remedy) ? waitingIn(scene) : null;
  return waiting === null ? null : withSteps(waiting, 'partly-rest-asked', {}, []);
}

const isBest = ({ reading, move }: Scene, remedy: Id): boolean =>
  reading.problems[0]?.id === remedy || (move.kind === 'try' && move.problem === remedy);

/** The scene with a remedy that does not go on. */
export const anotherWay = (scene: Scene, remedy: Id, outcome: 'partly' | 'cannot'): Scene => ({
  ...scene,
  now: { ...scene.now, case: tell(scene.now.case, remedy, outcome, scene.now.turn) },
});
