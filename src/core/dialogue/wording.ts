/** Sentences and replies, made from the knowledge base. All texts are plain text; a channel escapes them. */

import type { Choice, ChoiceOf, Fact, Reply, ShownStep } from '../conversation.ts';
import { NOT_SURE } from '../conversation.ts';
import type { Weight } from '../diagnosis/types.ts';
import { type Id, NOT_HERE, type Problem, type Question } from '../knowledge/model.ts';
import { factsLine, RECAP, shortened } from './fact-words.ts';
import { stepsToDo } from './lacking.ts';
import { withoutMakes } from './makes.ts';
import { shownStep } from './shown-step.ts';
import { say, type Voice } from './voice.ts';

/** From this probability on a remedy is told as the answer, below it as the best thing to try (0..1). */
const CONFIDENT = 0.5;

/** At most this many facts are named as the reason for a remedy. */
const REASONS_NAMED = 4;

/**
 * A question with its offered answers and "not sure". `applies`: the device surely has what is asked about, so that
 * "my device has no such thing" need not be offered.
 */
export function questionReply(voice: Voice, question: Question, applies: boolean, of: ChoiceOf): Reply {
  return {
    kind: 'question',
    id: question.id,
    text: question.ask ?? '',
    why: question.why ?? '',
    choices: answerChoices(voice, question, applies),
    of,
  };
}

/** Asks whether a message about another device is a second problem, and when it shall be taken up. */
export function newProblemReply(voice: Voice, text: string, of: ChoiceOf): Reply {
  return {
    kind: 'question',
    id: of.id,
    text: say(voice, 'other-device', { words: shortened(text, RECAP) }),
    why: say(voice, 'other-device-why'),
    choices: newProblemChoices(voice),
    of,
  };
}

/**
 * Asks whether an answer was meant that was half heard, with the other answers beside yes and no. `isAsked`: the question was
 * put before; otherwise it is put with what the first message seems to say of it.
 */
export function confirmReply(
  voice: Voice,
  question: Question,
  meant: Id,
  as: { readonly isAsked: boolean; readonly applies: boolean },
  of: ChoiceOf,
): Reply {
  const answer = question.answers.find(({ id }) => id === meant)?.label ?? meant;
  const text = as.isAsked
    ? say(voice, 'confirm-answer', { answer })
    : say(voice, 'confirm-said', { question: question.ask ?? '', answer });
  return {
    kind: 'confirm',
    id: question.id,
    text,
    why: say(voice, 'confirm-why'),
    choices: confirmChoices(voice, question, as.applies).filter(({ id }) => id !== meant),
    of,
  };
}

/** What stands on a button, whether it still works or not; its id where the knowledge no longer has it. */
export function choiceLabel(voice: Voice, of: ChoiceOf, choice: Id): string {
  return choicesOf(voice, of).find(({ id }) => id === choice)?.label ?? choice;
}

function choicesOf(voice: Voice, of: ChoiceOf): readonly Choice[] {
  switch (of.kind) {
    case 'question': {
      const question = voice.slice.questions.get(of.id);
      return question === undefined ? [] : answerChoices(voice, question, false);
    }
    case 'remedy': {
      const steps = voice.slice.problems.get(of.id)?.remedy.steps ?? [];
      const roles = steps.flatMap((id) => voice.slice.steps.get(id)?.by ?? []);
      return [...outcomeChoices(voice), ...roleChoices(voice, roles)];
    }
    case 'confirm': {
      const question = voice.slice.questions.get(of.id);
      return question === undefined ? [] : confirmChoices(voice, question, false);
    }
    case 'new-problem':
      return newProblemChoices(voice);
  }
}

function answerChoices(voice: Voice, question: Question, applies: boolean): readonly Choice[] {
  const answers = question.answers
    .filter((answer) => answer.offered && !(applies && answer.id === NOT_HERE))
    .map(({ id, label }) => ({ id, label: id === NOT_HERE ? say(voice, 'not-here-choice') : label }));
  return [...answers, { id: NOT_SURE, label: say(voice, 'not-sure-choice') }];
}

/** Yes, no, and the answers of the question. */
function confirmChoices(voice: Voice, question: Question, applies: boolean): readonly Choice[] {
  const yesNo = [
    { id: 'yes', label: say(voice, 'confirm-yes') },
    { id: 'no', label: say(voice, 'confirm-no') },
  ];
  const answers = answerChoices(voice, question, applies);
  return [...yesNo, ...answers.filter((answer) => !yesNo.some(({ id }) => id === answer.id))];
}

function newProblemChoices(voice: Voice): readonly Choice[] {
  return [
    { id: 'yes', label: say(voice, 'other-device-later') },
    { id: 'now', label: say(voice, 'other-device-now') },
    { id: 'no', label: say(voice, 'other-device-same') },
  ];
}

/** The three things that can become of a remedy. */
export function outcomeChoices(voice: Voice): readonly Choice[] {
  return [
    { id: 'fixed', label: say(voice, 'outcome-fixed') },
    { id: 'still-there', label: say(voice, 'outcome-still-there') },
    { id: 'cannot', label: say(voice, 'outcome-cannot') },
  ];
}

/** One for each role. */
const roleChoices = (voice: Voice, roles: readonly Id[]): readonly Choice[] =>
  [...new Set(roles)].map((id) => ({
    id,
    label: say(voice, 'that-is-me', { role: voice.slice.roles.get(id)?.label ?? id }),
  }));

/**
 * The roles that a press tells ("that is me"): of those who are to be fetched, the ones of whose steps none can hurt
 * anybody. Whoever may open a unit says so in words of their own.
 */
function rolesToPress(voice: Voice, fetched: readonly ShownStep[]): readonly Id[] {
  const hazardous = fetched.filter(({ id }) => voice.slice.steps.get(id)?.risk === 'hazard');
  const warned = new Set(hazardous.map(({ by }) => by));
  return fetched.map(({ by }) => by).filter((by) => !warned.has(by));
}

/**
 * A remedy as this person may carry it out on this device, with what is there. `probability` of its problem, 0..1;
 * `family` null: the device is not known, and the steps for every device are shown.
 */
export function remedyReply(
  voice: Voice,
  problem: Problem,
  as: {
    readonly probability: number;
    readonly why: string;
    readonly family: Id | null;
    readonly lacked: ReadonlySet<Id>;
    readonly isRoleTold: boolean;
    /** Makes that nobody named: what is told of them is left out. */
    readonly notNamed: readonly string[];
  },
  of: ChoiceOf,
): Reply {
  const key = as.probability >= CONFIDENT ? 'remedy-lead' : 'remedy-unsure';
  const steps = stepsToDo(voice.slice, problem, as.family, as.lacked).map((step) =>
    shownStep(voice, step, as.notNamed),
  );
  const fetched = as.isRoleTold ? [] : steps.filter(({ mayDo }) => !mayDo);
  return {
    kind: 'remedy',
    id: problem.id,
    text: say(voice, key, {
      title: problem.title,
      means: withoutMakes(problem.means, voice.slice.makes, as.notNamed),
    }),
    why: fetched.length > 0 ? `${as.why} ${say(voice, 'remedy-role-hint')}` : as.why,
    steps,
    choices: [...outcomeChoices(voice), ...roleChoices(voice, rolesToPress(voice, fetched))],
    of,
  };
}

/** Why a remedy is offered: the facts that speak most for it, in the person's words. */
export function remedyWhy(voice: Voice, facts: readonly Fact[], because: readonly Weight[]): string {
  const reasons = because
    .filter((weight) => weight.bits > 0)
    .flatMap((weight) =>
      facts.filter(
        (fact) =>
          fact.question === weight.question && fact.answer === weight.answer && fact.denied === weight.denied,
      ),
    )
    .slice(0, REASONS_NAMED);
  return reasons.length === 0
    ? say(voice, 'remedy-why-nothing')
    : say(voice, 'remedy-why', { facts: factsLine(voice, reasons) });
}
