/** What is said to a question beside the point, and what comes after it. */

import type { Effect, Reply } from '../conversation.ts';
import { saidTo } from '../knowledge/model.ts';
import { next, tryRemedy } from './moves.ts';
import { again, type Outcome, openOrNone, plain, type Scene } from './scene.ts';
import { stepTold } from './step-words.ts';

/** What the article says that answers this turn, to the likely kind of device; null: none does. */
export function answerTo({ voice, reading }: Scene): Reply | null {
  const article = voice.slice.articles.get(reading.article ?? '');
  if (article === undefined) return null;
  const { says, sources } = saidTo(article, reading.family?.id ?? null);
  return { kind: 'answer', id: article.id, text: says, sources };
}

/** The answer or that there is none, and then what waits once more. Where a base has articles, what none answers is kept. */
export function sideQuestion(scene: Scene): Outcome {
  const answer = answerTo(scene);
  if (answer !== null) return answered(scene, answer);
  const effects = scene.voice.slice.articles.size === 0 ? [] : [keptUnanswered(scene)];
  const unknown = plain('smalltalk', 'side-question', scene.voice);
  const rest = stepTold(scene) ?? whatWaits(scene);
  return { ...rest, replies: [unknown, ...rest.replies], effects };
}

/** What waits, once more; a remedy with all its steps, as most that is asked beside one is how a step is done. */
function whatWaits(scene: Scene): Outcome {
  const { pending, handedOverTurn } = scene.now.case;
  if (pending?.kind === 'remedy' && handedOverTurn === null) return tryRemedy(scene, pending.id);
  return { case: openOrNone(scene), replies: again(scene, pending) };
}

/** Where nothing waits, the question worth most is asked in an open case, and help is offered where there is none. */
function answered(scene: Scene, answer: Reply): Outcome {
  const { before, now, move, voice } = scene;
  if (before.case === null)
    return { case: null, replies: [answer, plain('smalltalk', 'help-offered', voice)] };
  const goesOn = now.case.pending === null && now.case.handedOverTurn === null && move.kind === 'ask';
  const rest = goesOn ? next(scene) : { case: now.case, replies: again(scene, now.case.pending) };
  return { ...rest, replies: [answer, ...rest.replies] };
}

function keptUnanswered({ reading, now, before }: Scene): Effect {
  const question = {
    text: reading.heard.text,
    beside: before.case?.pending?.id ?? null,
    family: reading.family?.id ?? null,
  };
  return { kind: 'keep-unanswered', id: `unanswered-${now.turn}`, question };
}
