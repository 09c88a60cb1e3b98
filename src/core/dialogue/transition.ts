/** From what happened and the best next move to the new state, the replies and the effects. */

import type {
  Case,
  ConversationState,
  Effect,
  Later,
  Pending,
  Reading,
  Reply,
  Response,
  UserTurn,
} from '../conversation.ts';
import { isInVain, STATE_VERSION } from '../conversation.ts';
import type { Move } from '../diagnosis/types.ts';
import type { Id, MessageKey } from '../knowledge/model.ts';
import { ask, shownLast } from './case.ts';
import { aside, digressed, explained, recapOf } from './digressions.ts';
import type { Event, Note, Remembered } from './events.ts';
import { factsLine } from './fact-words.ts';
import {
  afterHandOver,
  askOutcome,
  askWhetherFinished,
  doubtedRemedy,
  handOver,
  next,
  ticketId,
  tryRemedy,
  unfinishedRemedy,
} from './moves.ts';
import { askedInOtherWords, isMissed, unclear } from './not-understood.ts';
import { closedAfter } from './reopen.ts';
import { again, choiceOf, lead, type Outcome, openOrNone, plain, putQuestion, type Scene } from './scene.ts';
import { answerTo } from './side-question.ts';
import type { DialogueSlice } from './slice.ts';
import { anotherWay, blocked, helpedInPart } from './step-words.ts';
import { saidIn, transcript } from './transcript.ts';
import { say, voiceFor } from './voice.ts';

/** Answers a turn. `before` is the state as the turn found it, `now` what the turn made of the case. */
export function transition(
  slice: DialogueSlice,
  before: ConversationState,
  turn: UserTurn,
  now: Remembered,
  reading: Reading,
  move: Move,
  knowledge: string,
): Response {
  const voice = voiceFor(slice, now.person);
  const scene: Scene = { voice, before, turn, now, reading, move };
  const outcome = answer(scene, now.event);
  const replies = withNotices(scene, outcome.replies);
  const state: ConversationState = {
    version: STATE_VERSION,
    turn: now.turn,
    lastAt: turn.at,
    person: now.person,
    owner: turn.kind === 'owner-changed' ? turn.owner : before.owner,
    case: outcome.case,
    ...closedAfter(scene),
    misses: isMissed(now.event) ? before.misses + 1 : 0,
    transcript: transcript(scene, replies),
    knowledge,
  };
  return { state, said: saidIn(scene), replies, effects: outcome.effects ?? [], reading };
}

function answer(scene: Scene, event: Event): Outcome {
  const { now } = scene;
  switch (event.kind) {
    case 'joined':
      return aside(scene, 'welcome');
    case 'kept-silent':
      return keptSilent(scene);
    case 'stale':
      return aside(scene, 'stale-choice');
    case 'empty':
      return aside(scene, 'empty-message');
    case 'attachment':
      return aside(scene, 'type-the-words');
    case 'unclear':
      return unclear(scene);
    case 'yes-or-no':
      return askedInOtherWords(scene);
    case 'digressed':
      return digressed(scene);
    case 'took-leave':
      return { case: null, replies: [plain('closing', 'closing-leave', scene.voice)] };
    case 'asked-why':
      return explained(scene);
    case 'restarted':
      return { case: null, replies: [plain('restart', 'restart-done', scene.voice)] };
    case 'wants-human':
      return handOver(scene, 'asked');
    case 'fixed':
      return fixed(scene, event.later);
    case 'told-role':
      return lead(tryRemedy(scene, event.remedy), say(scene.voice, 'role-noted'));
    case 'nothing-to-take-back':
      return aside(scene, 'back-nothing');
    case 'after-hand-over':
      return afterHandOver(scene);
    case 'took-back':
      return tookBack(scene, event.reopened);
    case 'other-device':
      return { case: now.case, replies: again(scene, now.case.pending) };
    case 'kept-for-later':
      return now.case.pending === null
        ? lead(next(scene), say(scene.voice, 'one-at-a-time'))
        : aside(scene, 'one-at-a-time');
    case 'half-heard': {
      const pending = { kind: 'confirm', id: event.question, answer: event.answer, turn: now.turn } as const;
      return { case: { ...now.case, pending }, replies: again(scene, pending) };
    }
    case 'renumbered':
      return lead({ case: now.case, replies: again(scene, now.case.pending) }, correction(scene));
    case 'not-meant':
      return { case: now.case, replies: again(scene, now.case.pending) };
    case 'blocked':
      return blocked(scene, event.remedy) ?? moved(anotherWay(scene, event.remedy, 'cannot'), 'cannot');
    case 'helped-in-part':
      return helpedInPart(scene, event.remedy) ?? moved(anotherWay(scene, event.remedy, 'partly'), 'partly');
    case 'refused':
      return refused(scene, event.rule, event.goesOn);
    case 'moved':
      return answeredFirst(scene, moved(scene, event.note));
  }
}

/** While a human owns the case the bot only passes on what is said. */
function keptSilent(scene: Scene): Outcome {
  const { turn, before, now } = scene;
  if (turn.kind === 'owner-changed') {
    const closed = turn.closed ? null : before.case;
    return { case: closed, replies: [] };
  }
  const text = scene.reading.heard.text;
  const effects: readonly Effect[] =
    before.owner === 'human' && turn.kind === 'said' && text !== ''
      ? [{ kind: 'add-to-ticket', id: ticketId(now.case), text }]
      : [];
  return { case: openOrNone(scene), replies: [], effects };
}

/** Closes the case; of what comes next it is said so, and a case that was laid aside goes on where it stood. */
function fixed(scene: Scene, later: readonly Later[]): Outcome {
  const { voice, now } = scene;
  const [next, ...rest] = later;
  if (next?.kind !== 'begun') {
    const told = next === undefined ? [] : [plain('smalltalk', 'other-problem-next', voice)];
    return { case: null, replies: [closing(scene), ...told] };
  }
  const ours = { ...next.case, ...(rest.length === 0 ? {} : { later: rest }) };
  const reopened = { ...scene, now: { ...now, case: ours } };
  const back = plain('smalltalk', 'first-problem-again', voice, { report: recapOf(ours) });
  return { case: ours, replies: [closing(scene), back, ...again(reopened, ours.pending)] };
}

function closing(scene: Scene): Reply {
  const { voice, now } = scene;
  const shown = shownLast(scene.before.case ?? now.case);
  const problem = shown === null ? undefined : voice.slice.problems.get(shown);
  if (problem === undefined) return plain('closing', 'closing-plain', voice);
  const check = say(voice, 'closing', { check: problem.remedy.fixedWhen });
  const prevention =
    problem.prevention === null
      ? ''
      : `\n\n${say(voice, 'closing-prevention', { prevention: problem.prevention })}`;
  return { kind: 'closing', id: problem.id, text: check + prevention };
}

function tookBack(scene: Scene, reopened: Pending | null): Outcome {
  const { voice, now } = scene;
  if (reopened?.kind === 'question') {
    const question = voice.slice.questions.get(reopened.id);
    const ours = ask(now.case, reopened.id, now.turn);
    if (question !== undefined)
      return lead(
        { case: ours, replies: [putQuestion(scene, question, choiceOf(reopened))] },
        say(voice, 'back-done'),
      );
  }
  if (reopened?.kind === 'remedy') return lead(tryRemedy(scene, reopened.id), say(voice, 'back-done'));
  if (now.case.facts.length === 0 && now.case.texts.length === 0) {
    return { case: null, replies: [plain('smalltalk', 'back-to-start', voice)] };
  }
  return lead(next(scene), say(voice, 'back-done'));
}

function refused(scene: Scene, rule: Id, goesOn: boolean): Outcome {
  const refusal = scene.voice.slice.refusals.get(rule);
  const reply: Reply = { kind: 'refusal', id: rule, text: refusal?.says ?? '' };
  if (!goesOn) return { case: openOrNone(scene), replies: [reply, ...again(scene, scene.now.case.pending)] };
  const rest = next(scene);
  return { ...rest, replies: [reply, ...rest.replies] };
}

/** What was asked beside a report is answered before that. */
function answeredFirst(scene: Scene, outcome: Outcome): Outcome {
  const answer = answerTo(scene);
  return answer === null ? outcome : { ...outcome, replies: [answer, ...outcome.replies] };
}

const NOTES: Readonly<Record<Exclude<Note, 'none' | 'corrected'>, MessageKey>> = {
  'not-sure': 'not-sure',
  'still-there': 'still-there-noted',
  partly: 'partly-noted',
  cannot: 'cannot-noted',
  'new-case': 'new-case',
  switched: 'other-device-switched',
  'same-case': 'same-case',
};

/** Remedies that did not help, after which a person is offered in so many words. */
const OFFERED_AFTER = 2;

const triedInVain = ({ tried }: Case): number => tried.filter(isInVain).length;

function moved(scene: Scene, note: Note): Outcome {
  const { now } = scene;
  if (note === 'none') return next(scene);
  const doubted = doubtedRemedy(scene);
  if (doubted !== null) return askOutcome(scene, doubted);
  const unfinished = note === 'still-there' ? unfinishedRemedy(scene) : null;
  if (unfinished !== null) return askWhetherFinished(scene, unfinished);
  const text = note === 'corrected' ? correction(scene) : say(scene.voice, NOTES[note]);
  const outcome = next(scene);
  const offers = triedInVain(now.case) >= OFFERED_AFTER && outcome.case?.handedOverTurn === null;
  return lead(outcome, offers ? `${text} ${say(scene.voice, 'human-offered')}` : text);
}

function correction(scene: Scene): string {
  const numbers = scene.reading.heard.renumbered.map(({ to }) => `“${to}”`);
  const facts = [...numbers, factsLine(scene.voice, scene.now.facts)].filter((each) => each !== '');
  return facts.length === 0 ? '' : say(scene.voice, 'corrected', { facts: facts.join(', ') });
}

/** What must be said whatever the answer is: that something secret was hidden, that a text was cut. */
function withNotices(scene: Scene, replies: readonly Reply[]): readonly Reply[] {
  const { heard } = scene.reading;
  const notices = [
    ...(heard.secrets > 0 ? [say(scene.voice, 'secret-masked')] : []),
    ...(heard.cut ? [say(scene.voice, 'too-long')] : []),
  ];
  return lead({ case: null, replies }, notices.join(' ')).replies;
}
