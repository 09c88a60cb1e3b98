/** The hand-over as a colleague would write it: who tells what of which device, what was asked, tried and remains. */

import type { Case, Fact, Later, Likely, Outcome, Reply, TriedRemedy } from '../conversation.ts';
import { type Contact, type Id, type MessageKey, NOT_HERE } from '../knowledge/model.ts';
import { labelOf, shortened } from './fact-words.ts';
import { allWords, isAnswer, type OwnWords, ownWords } from './own-words.ts';
import type { DialogueSlice } from './slice.ts';
import { say, titleOf, type Voice } from './voice.ts';

/** Why it is handed over: a person asked, nothing is left, or two things are wrong at once. */
export type HandOverReason = 'asked' | 'nothing-left' | 'cheaper' | 'two-faults';

/** A problem with its probability, 0..1. */
type Possible = Pick<Likely, 'id' | 'probability'>;

/** What is known of a case besides the case. */
export interface HandedOver {
  readonly reason: HandOverReason;
  /** What is still possible, with how probable it is, 0..1; likeliest first. */
  readonly possible: readonly Possible[];
  /** The kind of device; null: it is not known. */
  readonly family: Id | null;
  /** The role that the person told; null: none. */
  readonly role: Id | null;
  /** The turn in which it is handed over. */
  readonly turn: number;
  /** What was told to be cured before, perhaps too early; null: nothing. */
  readonly closed: Case | null;
}

/** Most characters that are quoted of another problem, 200 to 2,000. */
const LATER_QUOTED = 600;

/** The hand-over as the person reads it: what is known, what was tried, what is possible, whom to call. */
export function handOverReply(voice: Voice, ours: Case, handed: HandedOver): Reply {
  const { reason, turn } = handed;
  const words = ownWords(ours, reason === 'asked' ? turn : null);
  return {
    kind: 'handover',
    id: reason,
    text: leadOf(voice, handed),
    why: reason === 'asked' ? '' : say(voice, 'hand-over-why'),
    summary: [
      reportLine(voice, ours, handed, words),
      ...(handed.closed === null ? [] : [closedLine(voice, handed.closed)]),
      ...line(voice, 'hand-over-asked-about', 'answers', answersIn(voice, ours, words)),
      ...line(voice, 'hand-over-unsure', 'questions', unsureIn(voice, ours), ' '),
      ...ours.tried.map((entry) => triedLine(voice, entry, words)),
      ...line(voice, 'hand-over-possible', 'problems', possibleIn(voice, ours, handed)),
      ...line(voice, 'hand-over-besides', 'problems', (ours.later ?? []).map(laterWords)),
    ],
    contacts: contactsFor(voice.slice, handed),
    choices: [],
  };
}

function leadOf(voice: Voice, { reason, possible }: HandedOver): string {
  if (reason === 'asked') return say(voice, 'hand-over-asked');
  if (reason !== 'two-faults') return say(voice, 'hand-over');
  return say(voice, 'hand-over-two-faults', {
    problems: possible.map(({ id }) => titleOf(voice, id)).join('; '),
  });
}

/** A sentence that lists something; none where there is nothing to list. */
const line = (
  voice: Voice,
  key: MessageKey,
  name: string,
  all: readonly string[],
  between = '; ',
): readonly string[] => (all.length === 0 ? [] : [say(voice, key, { [name]: all.join(between) })]);

/** Who tells what of which device, in their own words: what they reported, put right and wish. */
function reportLine(
  voice: Voice,
  { model }: Case,
  { family, role }: HandedOver,
  { report }: OwnWords,
): string {
  const called = voice.slice.families.get(family ?? '')?.called ?? say(voice, 'hand-over-some-device');
  return say(voice, 'hand-over-report', {
    who: voice.slice.roles.get(role ?? '')?.label ?? say(voice, 'hand-over-somebody'),
    device: model === null ? called : `${called} (${model})`,
    words: report === '' ? say(voice, 'hand-over-no-words') : `“${report}”`,
  });
}

/** What is told of another problem; of a case that was begun all that was told. */
const laterWords = (later: Later): string =>
  `“${later.kind === 'told' ? shortened(later.text, LATER_QUOTED) : allWords(later.case)}”`;

/** Each question that was answered by itself, with its answers and, once, the words that were said with them. */
function answersIn(voice: Voice, ours: Case, words: OwnWords): readonly string[] {
  const answered = ours.facts.filter((fact) => isAnswer(ours, fact));
  const said = answered.map((fact) => words.ofAnswer(fact));
  const spoken = answered.map((fact, at) => {
    const quote = said[at] ?? null;
    return quote === null || said.indexOf(quote) < at
      ? answerLabel(voice, fact)
      : `${answerLabel(voice, fact)} (“${quote}”)`;
  });
  return [...new Set(answered.map(({ question }) => question))].map((question) =>
    [
      ...askOf(voice, question),
      spoken.filter((_, at) => answered[at]?.question === question).join(', '),
    ].join(' '),
  );
}

/** The questions to which nobody knew the answer. */
const unsureIn = (voice: Voice, { asked, facts }: Case): readonly string[] =>
  asked
    .filter(
      ({ result, question }) => result === 'not-sure' && !facts.some((fact) => fact.question === question),
    )
    .flatMap(({ question }) => askOf(voice, question));

/** How a question is put; none where the base puts it no more. */
function askOf(voice: Voice, question: Id): readonly string[] {
  const ask = voice.slice.questions.get(question)?.ask ?? null;
  return ask === null ? [] : [ask];
}

function answerLabel(voice: Voice, fact: Fact): string {
  const label = fact.answer === NOT_HERE ? say(voice, 'not-here-choice') : labelOf(voice, fact);
  return fact.denied ? say(voice, 'not-so', { fact: label }) : label;
}

const OUTCOMES: Readonly<Record<Outcome, MessageKey>> = {
  fixed: 'hand-over-helped',
  partly: 'hand-over-helped-in-part',
  'still-there': 'hand-over-still-there',
  cannot: 'hand-over-could-not',
};

/** How a remedy went; whoever is asked whether all of it was done has told that it did not help, or in part. */
function outcomeOf({ outcome, toldTurn, helpedTurn, blocked }: TriedRemedy): TriedRemedy['outcome'] {
  if (helpedTurn !== undefined && (outcome === 'untold' || outcome === 'still-there')) return 'partly';
  if (outcome !== 'untold') return outcome;
  if (toldTurn !== null) return 'still-there';
  return blocked === undefined ? 'untold' : 'cannot';
}

/** Which steps were shown, and how it went, in the words of whoever did them. */
function triedLine(voice: Voice, entry: TriedRemedy, { ofRemedy }: OwnWords): string {
  const told = outcomeOf(entry);
  if (told === 'untold') return say(voice, 'hand-over-shown', { remedy: titleOf(voice, entry.problem) });
  const words = ofRemedy(entry);
  const outcome = say(voice, OUTCOMES[told]);
  return say(voice, 'hand-over-tried', {
    remedy: titleOf(voice, entry.problem),
    outcome: words === null ? outcome : `${outcome} (“${words}”)`,
  });
}

/** What was reported before and told to be cured, and by what. */
function closedLine(voice: Voice, closed: Case): string {
  const cure = closed.tried.at(-1);
  return say(voice, 'hand-over-before', {
    words: `“${allWords(closed)}”`,
    remedy: cure === undefined ? say(voice, 'something-else') : titleOf(voice, cure.problem),
  });
}

/** Whether a remedy was told to have changed nothing, or not all. */
const leftSomething = (entry: TriedRemedy): boolean => {
  const outcome = outcomeOf(entry);
  return outcome === 'still-there' || outcome === 'partly';
};

/** What remains with its probability; what was tried and did not do remains only beside another fault. */
function possibleIn(voice: Voice, { tried }: Case, { possible, reason }: HandedOver): readonly string[] {
  const done = new Set(tried.filter(leftSomething).map(({ problem }) => problem));
  const remains = reason === 'two-faults' ? possible : possible.filter(({ id }) => !done.has(id));
  if (remains.length === 0 && possible.length > 0) return [say(voice, 'hand-over-nothing-else')];
  return remains.map(
    ({ id, probability }) => `${titleOf(voice, id)} (${Math.max(1, Math.round(100 * probability))} %)`,
  );
}

/** Whom to call for such a device; nobody is sent to themselves. */
function contactsFor({ contacts, roles }: DialogueSlice, { family, role }: HandedOver): readonly string[] {
  const actsAs = roles.get(role ?? '')?.actsAs ?? [];
  return contacts
    .filter((contact) => contact.families.length === 0 || isFor(contact, family))
    .filter((contact) => contact.role === null || !actsAs.includes(contact.role))
    .map(({ label, reach }) => `${label}: ${reach}`);
}

/** Whether it is a contact for such a device; where that is not known, those of the site, who have a role there. */
const isFor = ({ families, role }: Contact, family: Id | null): boolean =>
  family === null ? role !== null : families.includes(family);
