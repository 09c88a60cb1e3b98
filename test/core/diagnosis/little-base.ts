/** Small knowledge bases written in a few lines, and the words to talk about cases on them. */

import {
  type Case,
  type Fact,
  NOTHING_TOLD,
  newCase,
  type TriedRemedy,
} from '../../../src/core/conversation.ts';
import { type Belief, diagnose } from '../../../src/core/diagnosis/belief.ts';
import { nextMove } from '../../../src/core/diagnosis/next-move.ts';
import { type DiagnosisSlice, prepareDiagnosis } from '../../../src/core/diagnosis/prepare.ts';
import type { Move } from '../../../src/core/diagnosis/types.ts';
import type {
  Family,
  Id,
  KnowledgeBase,
  Problem,
  Question,
  Signs,
  Step,
} from '../../../src/core/knowledge/model.ts';
import { generatedBase } from '../../bench/generated-base.ts';

type ProblemSketch = {
  readonly families: Record<Id, number>;
  readonly signs?: Signs;
  readonly success?: number;
  readonly steps?: readonly Id[];
  readonly curedBy?: readonly Id[];
};
type QuestionSketch = Partial<Question> & { readonly usually: Record<Id, number> };

export interface Sketch {
  readonly families: Record<Id, Partial<Family>>;
  readonly questions?: Record<Id, QuestionSketch>;
  readonly problems: Record<Id, ProblemSketch>;
  readonly steps?: Record<Id, Partial<Step>>;
}

/** A whole knowledge base from a sketch: what it leaves out is usual (a step takes a minute, anybody may do it). */
export function littleBase(sketch: Sketch): KnowledgeBase {
  const frame = generatedBase({ problems: 2, questions: 2 });
  const families = Object.keys(sketch.families);
  const named = Object.values(sketch.problems).flatMap(({ steps }) => steps ?? ['do-it']);
  const stepIds = [...new Set([...named, ...Object.keys(sketch.steps ?? {})])];
  return {
    ...frame,
    families: families.map((id) => ({
      ...frame.families[0]!,
      id,
      prior: 1 / families.length,
      signs: {},
      ...sketch.families[id],
    })),
    questions: Object.entries(sketch.questions ?? {}).map(([id, question]) =>
      questionOf(id, families, question),
    ),
    problems: Object.entries(sketch.problems).map(([id, problem]) =>
      problemOf(frame.problems[0]!, id, problem),
    ),
    steps: stepIds.map((id) => ({
      ...frame.steps[0]!,
      id,
      by: 'user',
      risk: 'none',
      costSeconds: 60,
      ...sketch.steps?.[id],
    })),
  };
}

function questionOf(id: Id, families: readonly Id[], question: QuestionSketch): Question {
  const answers = Object.keys(question.usually);
  return {
    id,
    about: 'check',
    families,
    choose: 'one',
    ask: `${id}?`,
    why: null,
    costSeconds: 10,
    who: 'user',
    answersAre: 'listed',
    noise: 0.02,
    answers: answers.map((answer) => ({ id: answer, label: answer, phrases: [], says: null, offered: true })),
    ...question,
  };
}

function problemOf(
  frame: Problem,
  id: Id,
  { families, signs, success, steps, curedBy }: ProblemSketch,
): Problem {
  const all = steps ?? ['do-it'];
  return {
    ...frame,
    id,
    title: id,
    families,
    signs: signs ?? {},
    remedy: { success: success ?? 0.9, steps: all, curedBy: curedBy ?? all, fixedWhen: '' },
  };
}

/** A fact, said: `answer`, or `not answer`. */
export function fact(question: Id, said: string): Fact {
  const denied = said.startsWith('not ');
  const answer = denied ? said.slice(4) : said;
  return { question, answer, about: 'check', known: 'said', denied, turn: 1, quote: null };
}

/** A case with facts, written as pairs of question and answer. */
export function caseOf(...facts: readonly (readonly [Id, string])[]): Case {
  return { ...newCase(1), facts: facts.map(([question, answer]) => fact(question, answer)) };
}

/** The same case after remedies, each with what came of it. */
export function tried(ours: Case, outcomes: Readonly<Record<Id, TriedRemedy['outcome']>>): Case {
  const told = Object.entries(outcomes).map(([problem, outcome]) => ({
    problem,
    shownTurn: 2,
    toldTurn: 3,
    outcome,
    outcomeAsked: false,
  }));
  return { ...ours, tried: [...ours.tried, ...told] };
}

/** The same case after questions were asked and nobody was sure. */
export function unsure(ours: Case, ...questions: readonly Id[]): Case {
  const asked = questions.map((question) => ({
    question,
    turn: 2,
    times: 1,
    answeredTurn: 2,
    result: 'not-sure' as const,
  }));
  return { ...ours, asked: [...ours.asked, ...asked] };
}

export const person = (role: Id | null = null) => ({ role, locale: 'en' });

/** A base made ready, and what it says of cases. */
export function diagnosing(kb: KnowledgeBase) {
  const slice = prepareDiagnosis(kb);
  return {
    slice,
    belief: (ours: Case, role: Id | null = null): Belief => diagnose(slice, ours, NOTHING_TOLD, role),
    probability: (ours: Case, problem: Id): number =>
      probabilityOf(slice, diagnose(slice, ours, NOTHING_TOLD), problem),
    family: (ours: Case, id: Id): number =>
      diagnose(slice, ours, NOTHING_TOLD).families.find((family) => family.id === id)?.probability ?? 0,
    move: (ours: Case, role: Id | null = null): Move =>
      nextMove(slice, diagnose(slice, ours, NOTHING_TOLD, role), ours, person(role)),
  };
}

/** P(problem) in a belief, summed over families. */
export function probabilityOf(slice: DiagnosisSlice, belief: Belief, problem: Id): number {
  const p = slice.remedies.problemIds.indexOf(problem);
  return belief.pairs.reduce((sum, value, pair) => (slice.pairs.problem[pair] === p ? sum + value : sum), 0);
}

/** What a move is, in a word or two: `ask seal`, `try seal-on`, `hand over: nothing-left`. */
export function inWords(move: Move): string {
  switch (move.kind) {
    case 'ask':
      return `ask ${move.question}`;
    case 'try':
      return `try ${move.problem}`;
    case 'hand-over':
      return `hand over: ${move.reason}`;
  }
}
