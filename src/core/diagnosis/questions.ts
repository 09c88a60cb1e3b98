/** Every question as numbers: which likelihoods hold for which pair, sparse. */

import type { Family, Id, KnowledgeBase, Question } from '../knowledge/model.ts';
import { isPicked } from './likelihood.ts';
import { type PairTable, pairsOfProblem } from './pairs.ts';
import { Rows, type RowTable } from './rows.ts';

/** What an answer to a question does to the belief: speaks for problems, says what was tried, or nothing. */
export const EVIDENCE = 0;
export const TRIED = 1;
export const SILENT = 2;

/**
 * Questions by index. A *row* is one distribution over the answers of one question; rows of a question lie
 * together. Each family has a base row (its own signs, what is usual, or the leak); pairs that say something
 * themselves are listed with a row of their own.
 */
export interface QuestionTable extends RowTable {
  readonly ids: readonly Id[];
  readonly index: ReadonlyMap<Id, number>;
  readonly answers: readonly (readonly Id[])[];
  /** `EVIDENCE`, `TRIED` or `SILENT`. */
  readonly kind: Uint8Array;
  /** 1 where answers do not exclude each other. */
  readonly many: Uint8Array;
  /** 1 where it can be asked. */
  readonly asked: Uint8Array;
  readonly costSeconds: Float64Array;
  /** The share of answers that are slips, 0..0.5. */
  readonly noise: Float64Array;
  /** Index of the role that can answer by looking. */
  readonly who: Int32Array;
  /** Questions × families: 1 where it applies. */
  readonly applies: Uint8Array;
  /** Questions × families: the base row; -1 where the question is no evidence. */
  readonly baseRow: Int32Array;
  readonly usualRow: Int32Array;
  /** Questions + 1: the first row of each. */
  readonly rowStart: Int32Array;
  /** Per question: how many outcomes asking it has. */
  readonly outcomeCount: Int32Array;
  /** Questions + 1: where its outcomes begin where those of all questions stand one after the other. */
  readonly outcomeStart: Int32Array;
  /** Most rows of any question. */
  readonly mostRows: number;
  /** Questions + 1: where its listed pairs begin. */
  readonly listStart: Int32Array;
  readonly listPair: Int32Array;
  readonly listRow: Int32Array;
  /** Per listed pair: the base row of its family, which holds for it no more. */
  readonly listBase: Int32Array;
}

/** Lays out the questions of a knowledge base. */
export function buildQuestions(kb: KnowledgeBase, pairs: PairTable): QuestionTable {
  const roles = new Map(kb.roles.map((role, r) => [role.id, r]));
  const mentions = mentionsByQuestion(kb);
  const rows = new Rows();
  const applies = new Uint8Array(kb.questions.length * kb.families.length);
  const baseRow = new Int32Array(applies.length).fill(-1);
  const usualRow = new Int32Array(kb.questions.length).fill(-1);
  const rowStart = new Int32Array(kb.questions.length + 1);
  const listStart = new Int32Array(kb.questions.length + 1);
  const listPair: number[] = [];
  const listRow: number[] = [];
  const listBase: number[] = [];

  kb.questions.forEach((question, q) => {
    const at = q * kb.families.length;
    kb.families.forEach((family, f) => {
      applies[at + f] = question.families.includes(family.id) ? 1 : 0;
    });
    if (kindOf(question) === EVIDENCE) {
      rows.begin(question);
      usualRow[q] = rows.add(undefined);
      kb.families.forEach((family, f) => {
        baseRow[at + f] = baseRowOf(rows, question, family, applies[at + f] === 1);
      });
      for (const p of mentions.get(question.id) ?? []) {
        const row = rows.add(kb.problems[p]?.signs[question.id]);
        for (const pair of pairsOfProblem(pairs, p)) {
          // Outside its families the question has no answer, whatever the problem shows elsewhere.
          const family = pairs.family[pair] ?? 0;
          if (applies[at + family] !== 1) continue;
          listPair.push(pair);
          listRow.push(row);
          listBase.push(baseRow[at + family] ?? 0);
        }
      }
    }
    rowStart[q + 1] = rows.count;
    listStart[q + 1] = listPair.length;
  });

  const outcomeCounts = Int32Array.from(kb.questions, outcomeCount);
  return {
    ids: kb.questions.map((question) => question.id),
    index: new Map(kb.questions.map((question, q) => [question.id, q])),
    answers: kb.questions.map((question) => question.answers.map((answer) => answer.id)),
    kind: Uint8Array.from(kb.questions, kindOf),
    many: Uint8Array.from(kb.questions, (question) => (question.choose === 'many' ? 1 : 0)),
    asked: Uint8Array.from(kb.questions, (question) => (question.ask === null ? 0 : 1)),
    costSeconds: Float64Array.from(kb.questions, (question) => Math.max(1, question.costSeconds)),
    noise: Float64Array.from(kb.questions, (question) => question.noise),
    who: Int32Array.from(kb.questions, (question) => roles.get(question.who) ?? 0),
    applies,
    baseRow,
    usualRow,
    rowStart,
    outcomeCount: outcomeCounts,
    outcomeStart: startsOf(outcomeCounts),
    mostRows: rowStart.reduce((most, start, q) => Math.max(most, start - (rowStart[q - 1] ?? 0)), 0),
    ...rows.table(),
    listStart,
    listPair: Int32Array.from(listPair),
    listRow: Int32Array.from(listRow),
    listBase: Int32Array.from(listBase),
  };
}

function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  counts.forEach((count, i) => {
    starts[i + 1] = (starts[i] ?? 0) + count;
  });
  return starts;
}

function baseRowOf(rows: Rows, question: Question, family: Family, applies: boolean): number {
  const own = family.signs[question.id];
  if (own !== undefined) return rows.add(own);
  return rows.add(applies ? undefined : 'leak');
}

function kindOf(question: Question): number {
  if (question.answersAre === 'steps') return TRIED;
  return question.answersAre === 'roles' || question.about === 'role' ? SILENT : EVIDENCE;
}

function outcomeCount(question: Question): number {
  if (kindOf(question) !== EVIDENCE) return 0;
  if (question.choose === 'one') return question.answers.length;
  return question.answers.filter(isPicked).length + 1;
}

/** Question → indices of the problems that say something of it. */
function mentionsByQuestion(kb: KnowledgeBase): Map<Id, number[]> {
  const mentions = new Map<Id, number[]>();
  kb.problems.forEach((problem, p) => {
    for (const id of Object.keys(problem.signs)) {
      const list = mentions.get(id);
      if (list === undefined) mentions.set(id, [p]);
      else list.push(p);
    }
  });
  return mentions;
}
