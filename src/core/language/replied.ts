/** What is said while a question waits: one of its answers, or anything else that people say then. */

import type { Act, Heard } from '../conversation.ts';
import { denies, type Id, NOT_HERE } from '../knowledge/model.ts';
import type { AnswerRef } from './answers.ts';
import type { PlacedWord } from './clauses.ts';
import { toFact } from './facts.ts';
import { type FoundFact, foundAt, settle } from './found.ts';
import type { Grammar } from './grammar.ts';
import { isMissing, withMissing } from './missing.ts';
import { findPhrases } from './phrases.ts';
import type { Reading } from './read-message.ts';
import {
  chanceOf,
  readActs,
  readYesNo,
  type SpokenActs,
  surestAct,
  type YesNo,
  yesNoOf,
} from './reading/act.ts';
import { CERTAINTIES } from './reading/certainties.ts';
import { type Heads, readWith } from './reading/heads.ts';
import { replyKindOf } from './reading/lesson.ts';
import { type ReadReply, type Replied, readReply } from './reading/reply.ts';
import { replyHead } from './reading/reply-lessons.ts';
import { clausesOf } from './reading/units.ts';

/** What is heard of a reply; an act where it is none and does something else. */
export function repliedTo(reading: Reading, question: Id): Heard | Act {
  const { known, acts } = reading;
  const surest = surestAct(acts, reading.waiting);
  const read = replyIn({ ...reading, acts: asReply(reading) }, question);
  const isAnswer = read?.replied.kind === 'answer' && surest?.act === 'still-there' && nothingTried(reading);
  const doesElse = surest === null || ANSWERING.has(surest.act) ? 0 : surest.probability;
  const isSurer = surest !== null && !isAnswer && surest.probability > (read?.probability ?? 0);
  const bare = bareYesNo(reading, question, read);
  if (bare !== null && bare.probability > doesElse) return { ...known, act: 'answer', yesNo: bare.says };
  if (isSurer && surest.act === 'cannot') return { ...known, act: 'cannot', notSure: true };
  if (isSurer && !REPLYING.has(surest.act)) return surest.act;
  if (isSurer && surest.act === 'report') return { ...known, act: 'report' };
  const answered = answerIn(reading, question, read?.replied ?? unsureBy(acts));
  if (answered !== null) return answered;
  return known.facts.length > 0 || known.model !== null ? { ...known, act: 'report' } : known;
}

/**
 * Yes or no, said to a question of which neither is an answer (`is it this or that?`). Of 2,650 replies of seven sets one
 * is taken for it, and its code answers the question before. Null: something else is said, or one of the answers, as
 * where the examples of the question have it for one.
 */
function bareYesNo({ slice, known, text }: Reading, question: Id, read: ReadReply | null): YesNo | null {
  const said = readYesNo(slice.heads, text);
  if (said === null || known.facts.length > 0 || saysNothing(slice.heads, question, text)) return null;
  const answers = [...(slice.facts.byId.get(question)?.values() ?? [])];
  if (answers.some(({ says }) => says === said.says)) return null;
  const isAnswer = read?.replied.kind === 'answer' && read.replied.certainty >= said.probability;
  return isAnswer ? null : said;
}

/** Whether somebody only takes note of the question (`okay`), as its own head hears it. */
const saysNothing = (heads: Heads, question: Id, text: string): boolean => {
  const [best] = readWith(heads, replyHead(question), text) ?? [];
  return (
    best !== undefined && replyKindOf(best.label) === 'other' && best.probability >= CERTAINTIES.takesNote
  );
};

const nothingTried = ({ ours }: Reading): boolean => ours === null || ours.tried.length === 0;

/** Before anything was tried nothing is as it was before: `nothing changed` says what was changed. */
function asReply(reading: Reading): SpokenActs {
  const { acts } = reading;
  if (!nothingTried(reading)) return acts;
  return new Map([...acts, ['answer', chanceOf(acts, 'answer', 'still-there')], ['still-there', 0]]);
}

/** Acts as which yes and no may sound: whoever only takes note (`ok`) says neither. */
const ANSWERING: ReadonlySet<Act> = new Set<Act>(['answer', 'report', 'cannot', 'still-there']);

/** Acts beside which a message may be the answer of the question. */
const REPLYING: ReadonlySet<Act> = new Set<Act>(['answer', 'other', 'report']);

/** "Not sure" by the head of acts alone, where the question has none of its own or that hears nothing. */
const unsureBy = (acts: SpokenActs): Replied | null =>
  chanceOf(acts, 'not-sure') >= CERTAINTIES['not-sure'] ? { kind: 'not-sure' } : null;

/** The reply of the words as a whole; where that is none, of the one clause that is the surest answer. */
function replyIn({ slice, text, acts, waiting, remedy }: Reading, question: Id): ReadReply | null {
  const whole = readReply(slice.heads, question, text, acts);
  if (whole !== null && whole.replied.kind !== 'half-heard') return whole;
  const [surest] = clausesOf(text)
    .map((clause) => readReply(slice.heads, question, clause, readActs(slice.heads, waiting, clause, remedy)))
    .filter((read) => read !== null)
    .filter(
      ({ replied, probability }) => replied.kind === 'answer' && probability >= CERTAINTIES.answerInPart,
    )
    .sort((one, other) => other.probability - one.probability);
  return surest ?? whole;
}

/** Whether something else is asked than the question: its own head takes all that is asked for asking back. */
const asksElse = (acts: SpokenActs): boolean =>
  chanceOf(acts, 'side-question') > chanceOf(acts, 'why', 'asks-back');

/** What the head of the pending question hears, or a code, a statement or a phrase of one of its answers; null: none. */
function answerIn(reading: Reading, question: Id, replied: Replied | null): Heard | null {
  const { known, acts } = reading;
  if (replied?.kind === 'no-such-thing') return answered(reading, question, NOT_HERE, 1);
  if (replied?.kind !== 'answer' && isMissing(reading.slice.needs, question, known.facts))
    return answered(reading, question, NOT_HERE, 1) ?? { ...known, act: 'answer' };
  const own = known.facts.filter((fact) => fact.question === question);
  if (own.some(({ certainty }) => certainty === undefined)) return { ...known, act: 'answer' };
  switch (replied?.kind) {
    case 'answer':
      return answered(reading, question, replied.answer, replied.certainty);
    case 'not-sure':
      return { ...known, act: 'answer', notSure: true };
    case 'asks-back':
      return { ...known, act: asksElse(acts) ? 'side-question' : 'why' };
    case 'half-heard':
    case undefined:
      if (own.length > 0) return { ...known, act: 'answer' };
      return shortlyAnswered(reading, question) ?? halfHeard(known, replied);
  }
}

/** An answer to be asked back. What is said of another question is heard, and a guess at this one would hold it up. */
const halfHeard = (known: Heard, replied: Replied | null): Heard | null =>
  replied?.kind === 'half-heard' && known.facts.length === 0
    ? { ...known, act: 'answer', halfHeard: replied.answer }
    : null;

/** A message that has a phrase of an answer, or is a place among the choices, or yes or no. */
function shortlyAnswered({ slice, known, words, text }: Reading, question: Id): Heard | null {
  const { byId, phrases, grammar } = slice.facts;
  const own = [...(byId.get(question)?.values() ?? [])];
  const inWords = findPhrases(phrases, words, question).filter(
    ({ answer, denied }) => !denied && answer.question === question,
  );
  const [phrased] = settle(inWords);
  const place = picked(grammar, words);
  const yesNo = yesNoOf(slice.heads, text);
  const meant =
    place === null
      ? own.find(({ says }) => yesNo !== null && says === yesNo)
      : own.filter(({ offered }) => offered)[place - 1];
  const found = phrased ?? (meant === undefined ? null : wholeFact(words, meant));
  if (found === null) return null;
  return { ...known, act: 'answer', facts: [...known.facts, toFact(known.text, found)] };
}

/** The words all together as a fact. */
export const wholeFact = (words: readonly PlacedWord[], answer: AnswerRef): FoundFact =>
  foundAt(answer, { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }, 1);

/** `2`, `the second one`, `number 3`: a place among the choices. */
function picked({ places, besidePlaces }: Grammar, words: readonly PlacedWord[]): number | null {
  let place: number | null = null;
  for (const { text } of words) {
    const ordinal = places.get(text) ?? (/^[1-9]$/.test(text) ? Number(text) : null);
    if (ordinal !== null && (place === null || !besidePlaces.has(text))) {
      if (place !== null && place !== ordinal) return null;
      place = ordinal;
    } else if (!besidePlaces.has(text)) return null;
  }
  return place;
}

/** The answer that the words as a whole give to the pending question; other facts in them stay. */
function answered(
  { slice, known, words }: Reading,
  question: Id,
  answer: Id,
  certainty: number,
): Heard | null {
  const meant = slice.facts.byId.get(question)?.get(answer);
  if (meant === undefined) return null;
  const own = { ...toFact(known.text, wholeFact(words, meant)), certainty };
  const beside = known.facts.filter(
    (each) => each.question !== question && (answer === NOT_HERE || !denies(slice.needs, each, own)),
  );
  const facts = answer === NOT_HERE ? withMissing(slice.needs, own, beside) : [...beside, own];
  return { ...known, act: 'answer', facts };
}
