/** Diagnosing with the bot's own modules: its belief, its choice of question, and when it has asked enough. */

import { type Case, type Fact, NOTHING_TOLD, newCase } from '../../src/core/conversation.ts';
import { diagnose } from '../../src/core/diagnosis/belief.ts';
import { type FinishedCase, learnNoise } from '../../src/core/diagnosis/learn-noise.ts';
import { nextMove } from '../../src/core/diagnosis/next-move.ts';
import { type DiagnosisSlice, prepareDiagnosis } from '../../src/core/diagnosis/prepare.ts';
import type { Person } from './diagnosis-people.ts';
import type { Diagnosed } from './diagnosis-reference.ts';
import { baseOf, problemId, questionId, type Table } from './diagnosis-table.ts';

/** One person's conversation: how it went, and what the bot was told in it. */
export interface BotDiagnosed extends Diagnosed {
  readonly facts: Case['facts'];
}

const SOMEBODY = { role: null, locale: 'en' };

/**
 * Diagnoses everybody. `noise` per question as the knowledge base has it: the share of answers that are slips. Ends
 * where the bot offers a remedy or hands over; what is likeliest then is its diagnosis.
 */
export function byBot(
  table: Table,
  people: readonly Person[],
  noise: readonly number[],
  stopAt: number,
): BotDiagnosed[] {
  const slice = prepareDiagnosis(baseOf(table, noise, stopAt));
  const indexOf = new Map(table.questions.map((_, q) => [questionId(q), q]));
  return people.map((person) => diagnoseOne(slice, person, indexOf));
}

/** The noise of each question as learned from those conversations, where it turned out afterwards what each had. */
export function noiseLearned(
  table: Table,
  people: readonly Person[],
  diagnosed: readonly BotDiagnosed[],
  written: readonly number[],
): number[] {
  const kb = baseOf(table, written, 1);
  const family = kb.families[0]?.id ?? '';
  const finished = diagnosed.map(
    ({ facts }, at): FinishedCase => ({ facts, problem: problemId(people[at]?.cause ?? 0), family }),
  );
  const learned = learnNoise(kb, finished);
  return table.questions.map((_, q) => learned.get(questionId(q)) ?? 0);
}

function diagnoseOne(
  slice: DiagnosisSlice,
  person: Person,
  indexOf: ReadonlyMap<string, number>,
): BotDiagnosed {
  const begun = performance.now();
  let ours = newCase(1);
  for (;;) {
    const belief = diagnose(slice, ours, NOTHING_TOLD);
    const move = nextMove(slice, belief, ours, SOMEBODY);
    if (move.kind !== 'ask') {
      const [best] = belief.problems;
      return {
        questions: ours.facts.length,
        right: best?.id === problemId(person.cause),
        confidence: best?.probability ?? 0,
        ms: performance.now() - begun,
        facts: ours.facts,
      };
    }
    const said = person.says[indexOf.get(move.question) ?? -1];
    ours = { ...ours, facts: [...ours.facts, factOf(move.question, said === true, ours.facts.length + 1)] };
  }
}

const factOf = (question: string, said: boolean, turn: number): Fact => ({
  question,
  answer: said ? 'yes' : 'no',
  about: 'check',
  known: 'chosen',
  denied: false,
  turn,
  quote: null,
});
