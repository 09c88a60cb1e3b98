/** What speaks for and against one answer of a question where no phrase of it stands in the message. */

import type { Examples } from '../classifier/nearest.ts';
import { likenessTo } from '../classifier/nearest.ts';
import type { Id } from '../knowledge/model.ts';
import type { FactReader } from './facts.ts';
import { NOT, type Word } from './words.ts';

/** The answers with the phrases that say them. */
export type Said = Pick<FactReader, 'answers' | 'byQuestion' | 'bags'>;

/** Labels and phrases of the answers that are asked for and have phrases, as examples. Plain data. */
export interface AnswerExamples {
  readonly examples: Examples;
  /** Number of the first example of each answer, one more for the end; the examples of an answer are its bags in order. */
  readonly firsts: Uint32Array;
  /** How much each stem tells, by its rarity. */
  readonly rarity: ReadonlyMap<string, number>;
  /** What a stem tells that no example has. */
  readonly rarest: number;
}

/** A text as it is compared: its stems, and how like it is to each example. */
export interface Compared {
  readonly stems: readonly string[];
  readonly likeness: Float32Array;
}

/** The answer that a text is most like, and how that stands. */
export interface Candidate {
  /** Place in the answers. */
  readonly owner: number;
  /** The constant first, then as `signsOf` lists them. */
  readonly signs: readonly number[];
}

/** How many signs there are. */
export const SIGN_COUNT = 10;
/** Examples that are taken together besides the likest one. */
const SOME = 3;
/** What those count beside the likest example in choosing the answer. 0: the likest example alone; 1: more examples win. */
const SOME_WEIGHT = 0.5;

/** A text ready to be compared. */
export function compare({ examples }: AnswerExamples, words: readonly Word[]): Compared {
  const stems = words.map(({ stem }) => stem);
  return { stems: [...new Set(stems)], likeness: likenessTo(examples, stems) };
}

interface Standing {
  readonly owner: number;
  /** Likeness to the likest example, and the mean of the likest few. */
  readonly likest: number;
  readonly some: number;
  /** Share of what the text's stems tell that the answer's examples have, 0..1. */
  readonly covered: number;
  /** 1 where only one of text and likest example has a negation. */
  readonly opposite: number;
}

function standingOf(
  { firsts, rarity, rarest }: AnswerExamples,
  said: Said,
  { stems, likeness }: Compared,
  owner: number,
  without: number,
): Standing {
  const first = firsts[owner] ?? 0;
  const bags = (said.bags[owner] ?? []).map((bag, at) => ({ bag, at: first + at }));
  const sorted = bags
    .filter(({ at }) => at !== without)
    .sort((one, other) => (likeness[other.at] ?? 0) - (likeness[one.at] ?? 0));
  const tops = sorted.slice(0, SOME).map(({ at }) => likeness[at] ?? 0);
  let covered = 0;
  let all = 0;
  for (const stem of stems) {
    const tells = rarity.get(stem) ?? rarest;
    all += tells;
    if (sorted.some(({ bag }) => bag.includes(stem))) covered += tells;
  }
  return {
    owner,
    likest: tops[0] ?? 0,
    some: tops.reduce((sum, top) => sum + top, 0) / SOME,
    covered: all > 0 ? covered / all : 0,
    opposite: stems.includes(NOT) === (sorted[0]?.bag.includes(NOT) ?? false) ? 0 : 1,
  };
}

/** Likeness to the likest example of any other question. */
function likestElsewhere(
  { firsts }: AnswerExamples,
  likeness: Float32Array,
  owners: readonly number[],
  without: number,
): number {
  const from = firsts[owners[0] ?? 0] ?? 0;
  const to = firsts[(owners.at(-1) ?? -1) + 1] ?? 0;
  let best = 0;
  for (let at = 0; at < likeness.length; at++)
    if ((at < from || at >= to) && at !== without) best = Math.max(best, likeness[at] ?? 0);
  return best;
}

/**
 * The answer of a question that a text is most like, null where the question has none with phrases. `without` is the
 * number of an example that is passed over, -1 for none: so can examples be compared with the others.
 */
export function candidateOf(
  model: AnswerExamples,
  said: Said,
  text: Compared,
  question: Id,
  without: number,
): Candidate | null {
  const owners = said.byQuestion.get(question) ?? [];
  const standings = owners
    .filter((owner) => (model.firsts[owner] ?? 0) < (model.firsts[owner + 1] ?? 0))
    .map((owner) => standingOf(model, said, text, owner, without))
    .sort((one, other) => worth(other) - worth(one));
  const [best, next] = standings;
  if (best === undefined) return null;
  const elsewhere = likestElsewhere(model, text.likeness, owners, without);
  const coveredNext = Math.max(0, ...standings.slice(1).map(({ covered }) => covered));
  return { owner: best.owner, signs: signsOf(best, next, coveredNext, elsewhere) };
}

const worth = ({ likest, some }: Standing): number => likest + SOME_WEIGHT * some;

const signsOf = (
  best: Standing,
  next: Standing | undefined,
  coveredNext: number,
  elsewhere: number,
): number[] => [
  1,
  best.likest,
  best.some,
  best.likest - (next?.likest ?? 0),
  best.some - (next?.some ?? 0),
  best.likest - elsewhere,
  elsewhere,
  best.covered,
  best.covered - coveredNext,
  best.opposite,
];
