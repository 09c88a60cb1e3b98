/** How often people state what, by the problem that they have: what is usual is believed sooner. */

import { classifyAgain } from '../../classifier/classify.ts';
import type { Classified } from '../../classifier/model.ts';
import type { KnowledgeBase } from '../../knowledge/model.ts';
import type { Heads } from './heads.ts';
import { UNDECIDED } from './message-lessons.ts';
import { labelsOfFacts, STATEMENT_HEAD, type Statement, statementOf } from './statement-lessons.ts';

/** How often people who report a problem state what. Plain data. */
export interface StatementShares {
  /** What each label of the head states; null: nothing. */
  readonly statements: readonly (Statement | null)[];
  /** Problem → share of its messages, above 0 and below 1, that make the statement, by place among the labels of the head. */
  readonly ofProblem: ReadonlyMap<string, Float32Array>;
  /** The same of all messages. */
  readonly usual: Float32Array;
}

/** Messages' worth by which the share of a problem is drawn to the usual one; matters where a problem has few. 1 to 10. */
const USUAL_WORTH = 3;

/**
 * Share of a statement about a question that no message is annotated with (who somebody is, what was tried), or that is
 * said whatever the problem is (what somebody has none of). 0.005 to 0.1.
 */
const UNTOLD_SHARE = 0.02;

/** Counts what first messages state; null where no head was taught it. */
export function countStatements(kb: KnowledgeBase, heads: Heads): StatementShares | null {
  const head = heads.get(STATEMENT_HEAD);
  if (head === undefined) return null;
  const places = new Map(head.model.labels.map((label, at) => [label, at]));
  const totals = new Map<string, number>();
  const counts = new Map<string, Float32Array>();
  const all = new Float32Array(head.model.labels.length);
  for (const message of kb.examples.problems) {
    const problem = message.level === 'decisive' ? message.problem : UNDECIDED;
    const own = counts.get(problem) ?? new Float32Array(all.length);
    counts.set(problem, own);
    totals.set(problem, (totals.get(problem) ?? 0) + 1);
    for (const place of labelsOfFacts(message).flatMap((label) => places.get(label) ?? [])) {
      own[place] = (own[place] ?? 0) + 1;
      all[place] = (all[place] ?? 0) + 1;
    }
  }
  const annotated = new Set(kb.examples.problems.flatMap(({ facts }) => Object.keys(facts)));
  const statements = head.model.labels.map(statementOf);
  const isTold = statements.map((statement) => {
    const question = statement?.question ?? '';
    return annotated.has(question) && !kb.needs.things.has(question);
  });
  const usual = all.map((count, at) =>
    isTold[at] === true ? count / Math.max(1, kb.examples.problems.length) : UNTOLD_SHARE,
  );
  const shareOf = (own: Float32Array, total: number): Float32Array =>
    own.map((count, at) =>
      isTold[at] === true ? (count + USUAL_WORTH * (usual[at] ?? 0)) / (total + USUAL_WORTH) : UNTOLD_SHARE,
    );
  return {
    statements,
    ofProblem: new Map(
      [...counts].map(([problem, own]) => [problem, shareOf(own, totals.get(problem) ?? 0)]),
    ),
    usual,
  };
}

/** How often somebody states what who has such a problem: the shares of the problems, by how probable each is. */
export function usualShares(heads: Heads, shares: StatementShares, text: string): Float32Array {
  const usual = new Float32Array(shares.usual.length);
  let sum = 0;
  const problem = heads.get('problem')?.model;
  const { ranked, none } = problem === undefined ? NOTHING_READ : classifyAgain(problem, text);
  for (const { label, probability: ofLabels } of ranked) {
    const probability = ofLabels * (1 - none);
    const own = shares.ofProblem.get(label);
    if (probability < LEAST_PROBABLE) break;
    if (own === undefined) continue;
    sum += probability;
    for (let at = 0; at < usual.length; at++) usual[at] = (usual[at] ?? 0) + probability * (own[at] ?? 0);
  }
  return usual.map((share, at) => share + Math.max(0, 1 - sum) * (shares.usual[at] ?? 0));
}

const NOTHING_READ: Classified = { ranked: [], none: 1 };
/** A problem below this adds nothing that could be seen, and all of them together take time. */
const LEAST_PROBABLE = 0.005;
