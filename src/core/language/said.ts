/** Reads words: what they do, and what they say of the case. */

import type { Act, Case, Heard } from '../conversation.ts';
import { type Id, NOT_HERE } from '../knowledge/model.ts';
import { type PlacedWord, readMessage } from './clauses.ts';
import { type HeardFact, readFacts, toFact } from './facts.ts';
import { placesOf } from './find.ts';
import type { FoundFact } from './found.ts';
import type { Part } from './layout.ts';
import { shortAnswer, wholeFact } from './pending.ts';
import {
  asideOf,
  chanceOf,
  isOutcomeUnclear,
  readActs,
  refusalOf,
  type SpokenActs,
  surestAct,
  waitingIn,
  yesNoOf,
} from './reading/act.ts';
import type { Spoken } from './reading/act-lessons.ts';
import { CERTAINTIES } from './reading/certainties.ts';
import { type Replied, readReply } from './reading/reply.ts';
import type { LanguageSlice } from './slice.ts';

/** A message as it was read, before it is decided what it does. */
interface Reading {
  readonly text: string;
  /** The words of the person, headers, signatures and earlier mail left out. */
  readonly words: readonly PlacedWord[];
  readonly facts: readonly FoundFact[];
  readonly model: string | null;
  /** True where an earlier mail tells of the case, and whoever sends it on says nothing of it. */
  readonly sentOn: boolean;
}

/** The question that waits, also while it is asked back whether an answer of it was meant. */
const pendingQuestion = (ours: Case | null): Id | null =>
  ours?.pending?.kind === 'question' || ours?.pending?.kind === 'confirm' ? ours.pending.id : null;

const wordsOf = (all: readonly PlacedWord[], part: Part): PlacedWord[] =>
  all.filter((word) => word.part === part);

function read(slice: LanguageSlice, ours: Case | null, text: string): Reading {
  const all = readMessage(slice.vocabulary, text);
  const first = readPart(slice, ours, text, wordsOf(all, 'own'), all);
  // Earlier mail counts only where the person says nothing of the case themselves.
  if (first.facts.length > 0 || ours !== null) return first;
  const earlier = wordsOf(all, 'earlier');
  if (earlier.length === 0) return first;
  const { facts, model } = readPart(slice, ours, text, earlier, all);
  return { ...first, facts, model: first.model ?? model, sentOn: facts.length > 0 };
}

function readPart(
  slice: LanguageSlice,
  ours: Case | null,
  text: string,
  words: readonly PlacedWord[],
  all: readonly PlacedWord[],
): Reading {
  const part = words[0]?.part;
  const isOfPart = (word: PlacedWord): boolean => word.part === part;
  const places = placesOf(words);
  const found = readFacts(slice.facts, text, words, all, isOfPart, places, pendingQuestion(ours));
  return { text, words, ...found, sentOn: false };
}

/** Takes the text of `heard` for what a person said in a case, null where there is none, and tells what it does. */
export function readSaid(slice: LanguageSlice, ours: Case | null, heard: Heard): Heard {
  const reading = read(slice, ours, heard.text);
  if (reading.words.length === 0) return heard;
  const facts = reading.facts
    .map((fact) => toFact(slice.facts, heard.text, fact))
    .filter((fact) => fact !== null);
  const known: Heard = { ...heard, facts, model: reading.model };
  const text = ownText(reading);
  const acts = readActs(slice.heads, waitingIn(ours), text);
  const refused = refusedAs(slice, [acts, readActs(slice.heads, 'nothing', text)], text);
  if (refused !== null) return { ...known, ...refused };
  if (isOffer(ours)) {
    const yesNo = yesNoOf(slice.heads, text);
    if (yesNo !== null) return { ...known, act: 'answer', yesNo };
  }
  if (reading.sentOn) return { ...known, act: 'report' };
  const question = pendingQuestion(ours);
  return question === null
    ? told(slice, ours, known, acts, text)
    : repliedTo(slice, ours, reading, known, acts, question);
}

const isOffer = (ours: Case | null): boolean =>
  ours?.pending?.kind === 'confirm' || ours?.pending?.kind === 'new-problem';

/**
 * The act and the rule of a request that is refused; null where none is. What is asked for is the same whatever waits, so
 * that the head for first messages is heard as well.
 */
function refusedAs(
  slice: LanguageSlice,
  readings: readonly SpokenActs[],
  text: string,
): { readonly act: 'bypass' | 'unsafe'; readonly refusal: Id } | null {
  const mean = (of: (acts: SpokenActs) => number): number =>
    readings.reduce((sum, acts) => sum + of(acts), 0) / readings.length;
  const asked = mean((acts) => chanceOf(acts, 'bypass', 'unsafe'));
  const honest = mean((acts) => chanceOf(acts, ...HONEST));
  if (asked < CERTAINTIES.refusedAtLeast || asked < CERTAINTIES.refused * (asked + honest)) return null;
  const refusal = refusalOf(slice.heads, text, new Set(slice.refusals.keys()));
  const act = refusal === null ? undefined : slice.refusals.get(refusal);
  return refusal === null || act === undefined ? null : { act, refusal };
}

/** Acts of people whom a refusal would accuse; whoever chats or is out of scope is not. */
const HONEST = [
  'report',
  'answer',
  'not-sure',
  'fixed',
  'still-there',
  'partly',
  'cannot',
  'not-yet',
  'correct',
  'side-question',
  'why',
  'other',
] as const satisfies readonly Spoken[];

/** What is said while no question waits. */
function told(slice: LanguageSlice, ours: Case | null, known: Heard, acts: SpokenActs, text: string): Heard {
  const waiting = waitingIn(ours);
  if (chanceOf(acts, 'not-sure') >= CERTAINTIES['not-sure'])
    return { ...known, act: 'answer', notSure: true };
  const surest = surestAct(acts, waiting);
  if (surest !== null && OUTCOMES.has(surest.act) && isOutcomeUnclear(acts)) return known;
  if (surest !== null) return doing(slice, known, surest.act, text);
  const tells = known.facts.length > 0 || known.model !== null || waiting === 'nothing';
  return { ...known, act: tells ? 'report' : 'unclear' };
}

function doing(slice: LanguageSlice, known: Heard, act: Act, text: string): Heard {
  return { ...known, act, aside: ASIDES.has(act) ? asideOf(slice.heads, text, slice.asides) : null };
}

const OUTCOMES: ReadonlySet<Act> = new Set<Act>(['fixed', 'still-there', 'partly']);

/** Acts that may be asides, which are answered in a sentence of their own. */
const ASIDES: ReadonlySet<Act> = new Set<Act>(['smalltalk', 'frustration']);

/** What is said while a question waits: one of its answers, or anything else that people say then. */
function repliedTo(
  slice: LanguageSlice,
  ours: Case | null,
  reading: Reading,
  known: Heard,
  acts: SpokenActs,
  question: Id,
): Heard {
  const text = ownText(reading);
  const surest = surestAct(acts, waitingIn(ours));
  const read = readReply(slice.heads, question, text, acts);
  const isSurer = surest !== null && surest.probability > (read?.probability ?? 0);
  if (isSurer && !REPLYING.has(surest.act)) return doing(slice, known, surest.act, text);
  if (isSurer && surest.act === 'report' && known.facts.length > 0) return { ...known, act: 'report' };
  const answered = answerIn(slice, reading, known, question, read?.replied ?? unsureBy(acts));
  if (answered !== null) return answered;
  return known.facts.length > 0 || known.model !== null ? { ...known, act: 'report' } : known;
}

/** "Not sure" by the head of acts alone, where the question has none of its own or that hears nothing. */
const unsureBy = (acts: SpokenActs): Replied | null =>
  chanceOf(acts, 'not-sure') >= CERTAINTIES['not-sure'] ? { kind: 'not-sure' } : null;

/** Acts beside which a message may be the answer of the question. */
const REPLYING: ReadonlySet<Act> = new Set<Act>(['answer', 'other', 'report']);

/** What the head of the pending question hears, or a phrase or code of one of its answers; null: neither. */
function answerIn(
  slice: LanguageSlice,
  reading: Reading,
  known: Heard,
  question: Id,
  replied: Replied | null,
): Heard | null {
  if (replied?.kind === 'no-such-thing') return answered(slice, reading, known, question, NOT_HERE, 1);
  if (known.facts.some((fact) => fact.question === question)) return { ...known, act: 'answer' };
  switch (replied?.kind) {
    case 'answer':
      return answered(slice, reading, known, question, replied.answer, replied.certainty);
    case 'not-sure':
      return { ...known, act: 'answer', notSure: true };
    case 'asks-back':
      return { ...known, act: 'why' };
    case 'half-heard':
    case undefined:
      return shortlyAnswered(slice, reading, known, question) ?? halfHeard(known, replied);
  }
}

/** An answer to be asked back. What is said of another question is heard, and a guess at this one would hold it up. */
const halfHeard = (known: Heard, replied: Replied | null): Heard | null =>
  replied?.kind === 'half-heard' && known.facts.length === 0
    ? { ...known, act: 'answer', halfHeard: replied.answer }
    : null;

/** A short message that is like a label or a phrase of an answer. */
function shortlyAnswered(slice: LanguageSlice, reading: Reading, known: Heard, question: Id): Heard | null {
  const found = shortAnswer(slice.facts, question, reading.words, yesNoOf(slice.heads, ownText(reading)));
  const fact = found === null ? null : toFact(slice.facts, reading.text, found);
  return fact === null ? null : { ...known, act: 'answer', facts: [...known.facts, fact] };
}

/** The answer that the words as a whole give to the pending question; other facts in them stay. */
function answered(
  slice: LanguageSlice,
  reading: Reading,
  known: Heard,
  question: Id,
  answer: Id,
  certainty: number,
): Heard | null {
  const owner = slice.facts.byId.get(`${question}\n${answer}`);
  const fact: HeardFact | null =
    owner === undefined ? null : toFact(slice.facts, reading.text, wholeFact(reading.words, owner));
  if (fact === null) return null;
  return { ...known, act: 'answer', facts: [...known.facts, { ...fact, certainty }] };
}

/** The person's own words, from the first to the last. */
const ownText = ({ text, words }: Reading): string =>
  text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
