/** Which questions may be asked at all, and which of them teach something. */

import type { AskedQuestion, Fact } from '../conversation.ts';
import type { Outlook } from './outlook.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { EVIDENCE } from './questions.ts';
import { gainsBits, questionSeconds } from './value.ts';

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
  const open = askable(slice, outlook, ours, least);
  const gains = gainsBits(slice, outlook, open);
  return open
    .map((question, i) => ({ question, gainBits: gains[i] ?? 0 }))
    .filter((option) => option.gainBits >= LEAST_GAIN_BITS)
    .sort((a, b) => b.gainBits - a.gainBits || a.question - b.question)
    .slice(0, MOST_QUESTIONS);
}

/** What a bit costs with the best question; Infinity where there is none. */
export function pricePerBit(slice: DiagnosisSlice, options: readonly Option[]): number {
  return options.reduce(
    (least, option) => Math.min(least, questionSeconds(slice, option.question) / option.gainBits),
    Number.POSITIVE_INFINITY,
  );
}

/**
 * Indices of the questions that can be asked now: they have words to ask them, were not asked before and are not
 * known, the person can answer them, and they are about a device that it probably is.
 */
function askable(slice: DiagnosisSlice, outlook: Outlook, ours: Asked, least: number): number[] {
  const { questions, remedies } = slice;
  const asked = new Set(ours.asked.map((one) => one.question));
  const heard = new Set(ours.facts.map((fact) => fact.question));
  const roles = remedies.roleIndex.size;
  const open: number[] = [];
  for (let q = 0; q < questions.ids.length; q += 1) {
    const id = questions.ids[q] ?? '';
    if (questions.asked[q] !== 1 || questions.kind[q] !== EVIDENCE || asked.has(id)) continue;
    if (remedies.mayAct[outlook.role * roles + (questions.who[q] ?? 0)] !== 1) continue;
    if (applyingShare(slice, outlook, q) < least) continue;
    if (!heard.has(id) || !isKnown(slice, ours, q)) open.push(q);
  }
  return open;
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
