/** Problems that no question tells apart. */

import { outcomesOf, rowOf } from '../core/diagnosis/likelihood.ts';
import type { Family, Id, KnowledgeBase, Problem, Question } from '../core/knowledge/model.ts';
import type { Finding } from '../core/knowledge/parse.ts';
import { questionsAsked } from './asked-questions.ts';
import type { Paths } from './paths.ts';

/**
 * Two problems are alike where no question has answers whose likelihoods differ more than this, 0..1: the half of the
 * summed differences, which is how much oftener than a coin the answer points to the right one of two. 0.4 is right
 * seven times in ten. At 0 only twins are alike; near 1 every pair is whose answers overlap.
 */
const ALIKE = 0.4;

/** A pair that looks the same, and where it does. */
interface Pair {
  readonly one: Id;
  readonly other: Id;
  readonly families: Id[];
  /** The question that comes nearest to telling them apart; null: the family has none that is asked. */
  readonly nearest: Id | null;
}

/** Complains of every pair once, at the signs of the problem that comes later. */
export function alikeProblems(kb: KnowledgeBase, paths: Paths): Finding[] {
  const pairs = new Map<string, Pair>();
  for (const family of kb.families) {
    for (const { one, other, nearest } of alikeIn(kb, family)) {
      const known = pairs.get(`${one} ${other}`);
      if (known === undefined) pairs.set(`${one} ${other}`, { one, other, families: [family.id], nearest });
      else known.families.push(family.id);
    }
  }
  return [...pairs.values()].map((pair) => ({
    code: 'PROBLEMS_ALIKE',
    path: paths.problem(pair.other),
    where: ['signs'],
    point: 'key',
    message: `nothing that is asked tells "${pair.other}" from "${pair.one}" (${named(pair.families)})`,
    suggestion:
      pair.nearest === null
        ? 'write a question that is answered otherwise with each'
        : `"${pair.nearest}" comes nearest: say in both how likely its answers are, or write a new question`,
  }));
}

const named = (families: readonly Id[]): string => families.map((family) => `"${family}"`).join(', ');

function* alikeIn(kb: KnowledgeBase, family: Family): Generator<Omit<Pair, 'families'>> {
  const problems = kb.problems.filter((problem) => (problem.families[family.id] ?? 0) > 0);
  const seen = new Sight(questionsAsked(kb, family.id), family, problems);
  for (const [index, one] of problems.entries()) {
    for (const other of problems.slice(index + 1)) {
      if (seen.apart(one, other)) continue;
      yield { one: one.id, other: other.id, nearest: seen.nearest(one, other) };
    }
  }
}

/** What the problems of one family look like to whoever is asked. */
class Sight {
  private readonly questions: readonly Question[];
  private readonly family: Family;
  private readonly problems: readonly Problem[];
  private readonly outcomes = new Map<string, readonly number[]>();

  constructor(questions: readonly Question[], family: Family, problems: readonly Problem[]) {
    this.questions = questions;
    this.family = family;
    this.problems = problems;
  }

  /** Is there a question that is answered otherwise with each? */
  apart(one: Problem, other: Problem): boolean {
    return this.questions.some((question) => this.difference(question, one, other) >= ALIKE);
  }

  /** The question that tells them apart best; among those that say nothing, the one of which most others say something. */
  nearest(one: Problem, other: Problem): Id | null {
    const ranked = this.questions.map((question) => ({
      id: question.id,
      difference: this.difference(question, one, other),
      speakers: this.problems.filter(({ signs }) => question.id in signs).length,
    }));
    ranked.sort((a, b) => b.difference - a.difference || b.speakers - a.speakers);
    return ranked[0]?.id ?? null;
  }

  /** How far apart the answers are, 0 (the same) to 1 (never the same). */
  private difference(question: Question, one: Problem, other: Problem): number {
    if (!(question.id in one.signs) && !(question.id in other.signs)) return 0;
    const theirs = this.outcomesOf(question, other);
    const apart = this.outcomesOf(question, one).map((p, at) => Math.abs(p - (theirs[at] ?? 0)));
    return apart.reduce((sum, each) => sum + each, 0) / 2;
  }

  private outcomesOf(question: Question, { id, signs }: Problem): readonly number[] {
    const own = signs[question.id];
    const key = own === undefined ? question.id : `${question.id} ${id}`;
    const known = this.outcomes.get(key);
    if (known !== undefined) return known;
    const made = outcomesOf(question, rowOf(question, own ?? this.family.signs[question.id]), false);
    this.outcomes.set(key, made);
    return made;
  }
}
