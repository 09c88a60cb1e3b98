/** Facts that speak for or against pairs, as numbers: each once, in an order of their own. */

import type { Case } from '../conversation.ts';
import { type Id, NOT_HERE } from '../knowledge/model.ts';
import { isAskedInVain, lackedOf } from './lacking.ts';
import { denied as deniedLikelihood } from './likelihood.ts';
import type { DiagnosisSlice } from './prepare.ts';
import { EVIDENCE } from './questions.ts';

/** One answer heard, or denied. */
export interface Evidence {
  readonly question: number;
  readonly answer: number;
  readonly denied: boolean;
  /** How surely it was heard, above 0 to 1. */
  readonly certainty: number;
  /** True: it may not have been said at all. False: where it is not so, another answer is. */
  readonly isGuess: boolean;
  /** How much it counts, above 0 to 1: less where the report that it stands in is read as a whole, too. */
  readonly weight: number;
}

/**
 * The facts and guesses that are evidence, each once and sorted, so that neither repetition nor order changes the belief by
 * a bit. Facts about unknown questions or answers (of an older knowledge base) are left out, and so is that a question is
 * about no such thing where the thing itself is known to be missing: that says the same. A guess counts until a fact tells
 * of its question.
 */
export function evidenceIn(
  slice: DiagnosisSlice,
  ours: Pick<Case, 'facts' | 'guesses' | 'texts'>,
  reportedWeight = 1,
): Evidence[] {
  const reports = new Set(ours.texts.filter(({ isReply }) => isReply !== true).map(({ turn }) => turn));
  const lacked = lackedOf(slice.lacking, ours.facts);
  const found: Evidence[] = guessesIn(slice, ours, reportedWeight);
  for (const fact of ours.facts) {
    const place = placeOf(slice, fact);
    if (place === null) continue;
    if (fact.answer === NOT_HERE && isAskedInVain(slice.lacking, fact.question, lacked)) continue;
    // What is not there closes questions however it was heard, and problems no less.
    const isThing = slice.lacking.needs.things.has(fact.question);
    const isRead = !isThing && fact.known === 'said' && reports.has(fact.turn);
    found.push({
      ...place,
      denied: fact.denied,
      isGuess: false,
      certainty: isThing ? 1 : (fact.certainty ?? 1),
      weight: isRead ? reportedWeight : 1,
    });
  }
  found.sort((a, b) => inOrder(a, b) || b.weight - a.weight);
  return found.filter((evidence, i) => {
    const last = found[i - 1];
    return last === undefined || inOrder(last, evidence) !== 0;
  });
}

/** What was half heard and is not told of by a fact. */
function guessesIn(
  slice: DiagnosisSlice,
  { facts, guesses = [] }: Pick<Case, 'facts' | 'guesses'>,
  weight: number,
): Evidence[] {
  const lacked = lackedOf(slice.lacking, facts);
  return guesses
    .filter(({ question }) => !facts.some((fact) => fact.question === question))
    .filter(({ question }) => !isAskedInVain(slice.lacking, question, lacked))
    .flatMap((guess) => {
      const place = placeOf(slice, guess);
      return place === null
        ? []
        : [{ ...place, denied: false, isGuess: true, certainty: guess.certainty, weight }];
    });
}

/** The numbers of a question and its answer; null: it is no evidence, or the knowledge has it no longer. */
function placeOf(
  { questions }: DiagnosisSlice,
  said: { readonly question: Id; readonly answer: Id },
): Pick<Evidence, 'question' | 'answer'> | null {
  const question = questions.index.get(said.question);
  if (question === undefined || questions.kind[question] !== EVIDENCE) return null;
  const answer = (questions.answers[question] ?? []).indexOf(said.answer);
  return answer < 0 ? null : { question, answer };
}

function inOrder(a: Evidence, b: Evidence): number {
  return a.question - b.question || a.answer - b.answer || Number(a.denied) - Number(b.denied);
}

/**
 * P(this evidence | a pair whose row of the question is `row`), 0..1. What was heard with certainty c is virtual evidence
 * (Pearl 1988): c for the answer, and the rest evenly for the others, or of a guess for what is usual, which tells nothing.
 */
export function likelihoodOf(slice: DiagnosisSlice, evidence: Evidence, row: number): number {
  const { likelihoodAt, likelihoods, answers, usualRow } = slice.questions;
  const { answer, certainty, denied } = evidence;
  const at = (anyRow: number): number => likelihoods[(likelihoodAt[anyRow] ?? 0) + answer] ?? 0;
  const p = at(row);
  if (evidence.isGuess) return certainty * p + (1 - certainty) * at(usualRow[evidence.question] ?? 0);
  const others = Math.max(1, (answers[evidence.question]?.length ?? 2) - 1);
  const heard = certainty * p + ((1 - certainty) * (1 - p)) / others;
  return denied ? deniedLikelihood(heard) : heard;
}

/** P(this evidence | a pair of the family that says nothing of it itself). */
export function baseLikelihood(slice: DiagnosisSlice, evidence: Evidence, family: number): number {
  const { questions, pairs } = slice;
  const at = evidence.question * pairs.familyIds.length + family;
  // Outside the question's families a denial is taken as usual: it says nothing of the family.
  const usual = evidence.denied && questions.applies[at] !== 1;
  const row = usual ? questions.usualRow[evidence.question] : questions.baseRow[at];
  return likelihoodOf(slice, evidence, row ?? 0);
}

/** Calls `visit` with the likelihood of every pair that has a row of its own. */
export function eachListed(
  slice: DiagnosisSlice,
  evidence: Evidence,
  visit: (pair: number, likelihood: number) => void,
): void {
  const { listStart, listPair, listRow } = slice.questions;
  const end = listStart[evidence.question + 1] ?? 0;
  for (let k = listStart[evidence.question] ?? 0; k < end; k += 1) {
    visit(listPair[k] ?? 0, likelihoodOf(slice, evidence, listRow[k] ?? 0));
  }
}
