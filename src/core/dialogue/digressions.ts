/** What is said beside the point: greetings, thanks, leaving and coming back, and what the base answers in a sentence. */

import type { Act, Case, Pending, Reply } from '../conversation.ts';
import type { AsideRule, MessageKey } from '../knowledge/model.ts';
import { RECAP, shortened } from './fact-words.ts';
import { afterHandOver, next } from './moves.ts';
import { again, type Outcome, openOrNone, type Plain, plain, type Scene } from './scene.ts';
import { sideQuestion } from './side-question.ts';
import { nextStep } from './step-words.ts';

/** Says something beside the point; what was pending comes back. */
export function aside(scene: Scene, key: MessageKey, kind: Plain['kind'] = 'smalltalk'): Outcome {
  const { now, voice } = scene;
  return { case: openOrNone(scene), replies: [plain(kind, key, voice), ...again(scene, now.case.pending)] };
}

/** Says what is asked of what waits: by an article (`what is a seal?`), else by its reason. */
export function explained(scene: Scene): Outcome {
  const { pending } = scene.now.case;
  if (scene.reading.article !== undefined) return sideQuestion(scene);
  return pending === null ? aside(scene, 'why-nothing-asked') : why(scene, pending);
}

function why(scene: Scene, pending: Pending): Outcome {
  const pendingAgain = again(scene, pending);
  const reason = pendingAgain.flatMap((reply) => ('why' in reply ? [reply.why] : []))[0] ?? '';
  // The reason was just given: the question that comes back does not give it once more.
  const silent = pendingAgain.map((reply) => ('why' in reply ? { ...reply, why: '' } : reply));
  return { case: scene.now.case, replies: [{ kind: 'smalltalk', id: 'why', text: reason }, ...silent] };
}

/** Answers what is beside the point, and puts what waits once more. */
export function digressed(scene: Scene): Outcome {
  const { act, aside: id, notSure } = scene.reading.heard;
  if (scene.now.case.handedOverTurn !== null && ADDED.has(act)) return afterHandOver(scene);
  if (notSure) return aside(scene, 'not-sure');
  if (act === 'side-question') return sideQuestion(scene);
  if (act === 'not-yet') return nextStep(scene) ?? aside(scene, 'not-yet');
  const rule = id === null ? undefined : scene.voice.slice.asides.get(id);
  if (rule !== undefined) return answeredAside(scene, rule);
  const greets = DIGRESSIONS[act] === undefined || act === 'comes-back-later';
  if (greets && isBack(scene)) return welcomedBack(scene);
  return aside(scene, DIGRESSIONS[act] ?? 'greeting', act === 'out-of-scope' ? act : 'smalltalk');
}

/** Minutes of silence after which somebody was away, 10 to 120. */
const AWAY_MINUTES = 20;

const isBack = ({ before, turn }: Scene): boolean =>
  before.case !== null && turn.at - before.lastAt > AWAY_MINUTES * 60_000;

/** What a case is about, in a line. */
export const recapOf = ({ texts }: Case): string => shortened(texts[0]?.text ?? '', RECAP);

/** Recalls in a line what it was about; then what waits comes once more. */
function welcomedBack(scene: Scene): Outcome {
  const { now, voice } = scene;
  const recap = recapOf(now.case);
  const back =
    recap === ''
      ? plain('smalltalk', 'greeting', voice)
      : plain('smalltalk', 'welcome-back', voice, { report: recap });
  return { case: openOrNone(scene), replies: [back, ...again(scene, now.case.pending)] };
}

/** What is added to what was handed over: how it goes, and how it presses. */
const ADDED: ReadonlySet<Act> = new Set<Act>([
  'still-there',
  'partly',
  'not-yet',
  'comes-back-later',
  'frustration',
  'new-problem',
]);

/** What is said of something beside the point. */
const DIGRESSIONS: Readonly<Partial<Record<Act, MessageKey>>> = {
  'still-there': 'same-case',
  partly: 'same-case',
  'comes-back-later': 'goes-on-later',
  frustration: 'frustration',
  thanks: 'thanks',
  'new-problem': 'one-at-a-time',
  'out-of-scope': 'out-of-scope',
};

/** A sentence, and then what waits once more; where nothing waits yet, the question that is worth most. */
function answeredAside(scene: Scene, { id, says }: AsideRule): Outcome {
  const { pending } = scene.now.case;
  const reply: Reply = { kind: 'smalltalk', id, text: says };
  const rest =
    pending === null && scene.move.kind === 'ask'
      ? next(scene)
      : { case: openOrNone(scene), replies: again(scene, pending) };
  return { ...rest, replies: [reply, ...rest.replies] };
}
