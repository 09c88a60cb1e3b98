/** Which questions may be asked at all, and which of them teach something. */

import type { AskedQuestion, Fact } from '../conversation.ts';
import { lookAt } from './gain.ts';
import { isAskedInVain, lackedOf } from './lacking.ts';
import { ints } from './memory.ts';
import type { Outlook } from './outlook.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { EVIDENCE } from './questions.ts';
import { questionSeconds } from './value.ts';

/**
 * A question is asked if the families to which it applies have at least this probability together, 0..1. Lower, and
 * people are asked about things that their device does not have; 1: only when the family is certain.
 */
export const APPLIES = 0.5;

/** The same before giving up: better a question that may not fit than no help. */
export const APPLIES_AT_LAST = 0.05;

/** A question that takes away fewer bits than this is not worth a person's attention, whatever it costs. */
export const LEAST_GAIN_BITS = 0.02;

/** At most so many questions are weighed in full: those that teach most. More is slower and hardly changes the choice. */
export const MOST_QUESTIONS = 64;

/** What was asked and heard already. */
export interface Asked {
  readonly facts: readonly Fact[];
  readonly asked: readonly Pick<AskedQuestion, 'question'>[];
}

/** A question that may be asked, and what it would teach. */
export interface Option {
  readonly question: number;
  /** Expected bits that its answer takes away. */
  readonly gainBits: number;
}

/**
 * The questions that may be asked and teach something, the most instructive first. `least`: how probable the families
 * must be to which a question applies, `APPLIES` or `APPLIES_AT_LAST`.
 */
export function optionsOf(slice: DiagnosisSlice, outlook: Outlook, ours: Asked, least: number): Option[] {
  const options: Option[] = [];
  const over = doneWith(slice, ours);
  for (let question = 0; question < over.length; question += 1) {
    if (over[question] === 1 || !isAskable(slice, outlook, question, least)) continue;
    const gainBits = lookAt(slice, outlook.learnt, question);
    if (gainBits >= LEAST_GAIN_BITS) options.push({ question, gainBits });
  }
  options.sort((a, b) => b.gainBits - a.gainBits || a.question - b.question);
  return options.length > MOST_QUESTIONS ? options.slice(0, MOST_QUESTIONS) : options;
}

/** What a bit costs with the best question; Infinity where there is none. */
export function pricePerBit(slice: DiagnosisSlice, options: readonly Option[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { question, gainBits } of options)
    least = Math.min(least, questionSeconds(slice, question) / gainBits);
  return least;
}

/** Per question: 1 where it was asked before, is known, or is about what is not there. */
function doneWith(slice: DiagnosisSlice, ours: Asked): Int32Array {
  const { ids, index } = slice.questions;
  const over = ints(ids.length);
  for (const { question } of ours.asked) {
    const q = index.get(question);
    if (q !== undefined) over[q] = 1;
  }
  for (const { question } of ours.facts) {
    const q = index.get(question);
    if (q !== undefined && over[q] !== 1 && isKnown(slice, ours, q)) over[q] = 1;
  }
  const lacked = lackedOf(slice.lacking, ours.facts);
  if (lacked.size === 0) return over;
  for (const [q, id] of ids.entries()) if (isAskedInVain(slice.lacking, id, lacked)) over[q] = 1;
  return over;
}

/**
 * Whether a question can be asked at all: it has words to ask it, the person can answer it, and it is about a device that
 * it probably is.
 */
function isAskable(slice: DiagnosisSlice, outlook: Outlook, q: number, least: number): boolean {
  const { questions, remedies } = slice;
  if (questions.asked[q] !== 1 || questions.kind[q] !== EVIDENCE) return false;
  const roles = remedies.roleIndex.size;
  const may = remedies.mayAct[outlook.role * roles + (questions.who[q] ?? 0)] === 1;
  return may && applyingShare(slice, outlook, q) >= least;
}

/** How probable the families are together to which question `q` applies. */
function applyingShare({ questions }: DiagnosisSlice, { learnt }: Outlook, q: number): number {
  const probability = learnt.mass.ofFamily;
  const first = q * probability.length;
  let share = 0;
  for (let f = 0; f < probability.length; f += 1)
    if (questions.applies[first + f] === 1) share += probability[f] ?? 0;
  return share;
}

/** Known: an answer was given, or (where answers exclude each other) all but one were denied. */
function isKnown(slice: DiagnosisSlice, ours: Asked, q: number): boolean {
  const id = slice.questions.ids[q];
  const facts = ours.facts.filter((fact) => fact.question === id);
  if (facts.some((fact) => !fact.denied)) return true;
  if (slice.questions.many[q] === 1) return false;
  return (
    facts.length > 0 &&
    new Set(facts.map((fact) => fact.answer)).size >= (slice.questions.answers[q]?.length ?? 0) - 1
  );
}
