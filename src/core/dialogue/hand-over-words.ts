/** The hand-over as a colleague would write it: who tells what of which device, what was asked, tried and remains. */

import type { Case, Fact, Later, Likely, Reply, TriedRemedy } from '../conversation.ts';
import { type Id, type MessageKey, NOT_HERE } from '../knowledge/model.ts';
import { labelOf, shortened } from './fact-words.ts';
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
}

/** The hand-over as the person reads it: what is known, what was tried, what is possible, whom to call. */
export function handOverReply(voice: Voice, ours: Case, handed: HandedOver): Reply {
  const { reason, possible } = handed;
  return {
    kind: 'handover',
    id: reason,
    text: leadOf(voice, handed),
    why: reason === 'asked' ? '' : say(voice, 'hand-over-why'),
    summary: [
      reportLine(voice, ours, handed),
      ...line(voice, 'hand-over-asked-about', 'answers', answersIn(voice, ours)),
      ...line(
        voice,
        'hand-over-tried',
        'remedies',
        ours.tried.map((entry) => triedWords(voice, entry)),
      ),
      ...line(
        voice,
        'hand-over-possible',
        'problems',
        possible.map((each) => possibleWords(voice, each)),
      ),
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
const line = (voice: Voice, key: MessageKey, name: string, all: readonly string[]): readonly string[] =>
  all.length === 0 ? [] : [say(voice, key, { [name]: all.join('; ') })];

/** Most characters of what somebody reported that are quoted, 200 to 2,000: a ticket of forty lines is read elsewhere. */
const QUOTED = 600;

/** Words from which on a later text is quoted: `a human please` tells nothing of the case. */
const FEWEST_WORDS = 5;

const wordCount = (text: string): number => text.trim().split(/\s+/).length;

/** Who tells what of which device, in their own words: what they reported, put right and wish. */
function reportLine(voice: Voice, { texts, model }: Case, { family, role }: HandedOver): string {
  const who = voice.slice.roles.get(role ?? '')?.label ?? say(voice, 'hand-over-somebody');
  const called = voice.slice.families.get(family ?? '')?.called ?? say(voice, 'hand-over-some-device');
  const said = texts
    .filter(({ isReply, text }, at) => isReply !== true && (at === 0 || wordCount(text) >= FEWEST_WORDS))
    .map(({ text }) => `“${shortened(text, QUOTED)}”`);
  return say(voice, 'hand-over-report', {
    who,
    device: model === null ? called : `${called} (${model})`,
    words: [...new Set(said)].join(', '),
  });
}

/** What is told of another problem; of a case that was begun how it was told first. */
const laterWords = (later: Later): string =>
  `“${shortened(later.kind === 'told' ? later.text : (later.case.texts[0]?.text ?? ''), QUOTED)}”`;

/** Each question that was answered by itself, with its answer; what stands in a report is quoted with that. */
function answersIn(voice: Voice, { facts, texts, asked }: Case): readonly string[] {
  const reports = new Set(texts.filter(({ isReply }) => isReply !== true).map(({ turn }) => turn));
  const answered = facts.filter(({ turn, known }) => known === 'chosen' || !reports.has(turn));
  const questions = new Set(answered.map(({ question }) => question));
  const unsure = asked.filter(({ question, result }) => result === 'not-sure' && !questions.has(question));
  return [
    ...[...questions].map((question) =>
      askedWith(
        voice,
        question,
        answered.filter((fact) => fact.question === question).map((fact) => answerWords(voice, fact)),
      ),
    ),
    ...unsure.map(({ question }) => askedWith(voice, question, [say(voice, 'not-sure-choice')])),
  ];
}

function askedWith(voice: Voice, question: Id, answers: readonly string[]): string {
  const ask = voice.slice.questions.get(question)?.ask ?? null;
  return ask === null ? answers.join(', ') : `${ask} ${answers.join(', ')}`;
}

/** The answer as its button says it, and the words that were said for it. */
function answerWords(voice: Voice, fact: Fact): string {
  const label = fact.answer === NOT_HERE ? say(voice, 'not-here-choice') : labelOf(voice, fact);
  const answer = fact.denied ? say(voice, 'not-so', { fact: label }) : label;
  return fact.quote === null ? answer : `${answer} (“${fact.quote.text}”)`;
}

const OUTCOMES: Readonly<Record<TriedRemedy['outcome'], MessageKey>> = {
  fixed: 'outcome-fixed',
  'still-there': 'outcome-still-there',
  cannot: 'outcome-cannot',
  untold: 'outcome-untold',
};

const triedWords = (voice: Voice, { problem, outcome }: TriedRemedy): string =>
  `${titleOf(voice, problem)} (${say(voice, OUTCOMES[outcome])})`;

const possibleWords = (voice: Voice, { id, probability }: Possible): string =>
  `${titleOf(voice, id)} (${Math.max(1, Math.round(100 * probability))} %)`;

/** Whom to call for such a device; nobody is sent to themselves. */
function contactsFor({ contacts, roles }: DialogueSlice, { family, role }: HandedOver): readonly string[] {
  const actsAs = roles.get(role ?? '')?.actsAs ?? [];
  return contacts
    .filter(({ families }) => families.length === 0 || (family !== null && families.includes(family)))
    .filter((contact) => contact.role === null || !actsAs.includes(contact.role))
    .map(({ label, reach }) => `${label}: ${reach}`);
}
