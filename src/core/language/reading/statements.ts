/** What a text states of the case, each statement with how sure it is and the words that make it. */

import type { Token } from '../../classifier/features.ts';
import { recognise } from '../../classifier/known-words.ts';
import { dot, logistic } from '../../classifier/newton.ts';
import { BIAS, scoreText, scoreWords } from '../../classifier/score.ts';
import type { Standing } from '../../knowledge/model.ts';
import type { Span } from '../spans.ts';
import type { TextToken } from '../tokens.ts';
import { CERTAINTIES } from './certainties.ts';
import type { Head, Heads } from './heads.ts';
import { knownAs } from './known-texts.ts';
import { readStanding, type Standings } from './standing.ts';
import { STATEMENT_HEAD, type Statement, statementOf } from './statement-lessons.ts';
import { type StatementShares, usualShares } from './statement-shares.ts';
import { type Run, textOfRun, type Unit, unitsOf, wordsIn } from './units.ts';

/** A statement with its probability, 0..1, and the words that make it. */
export interface Stated extends Statement, Span {
  readonly probability: number;
}

/** What tells whether a text makes a statement: see `signsOf`. */
export interface StatementSigns {
  readonly statement: Statement;
  /** Its place among the labels of the head. */
  readonly place: number;
  readonly signs: readonly number[];
  /** Probability, 0..1, that its clause asks, supposes, or tells of something else. */
  readonly notSo: number;
  readonly unit: Unit;
}

/**
 * Weights of `signsOf`, the constant first: logistic regression on a fifth of the shipped messages, read by heads that
 * were taught the rest (`npm run bench:statements` fits them anew).
 */
const WEIGHTS: readonly number[] = [-0.09, 1.03, 1.29, 0.26, -0.29, -1.22, -1.5, -1.37, -0.27, -0.59];

/** Standings that speak against a statement, in the order of their signs. */
const OTHER_STANDINGS = [
  'denied',
  'asked',
  'supposed',
  'over',
  'others',
] as const satisfies readonly Standing[];

/** What a text states with at least this probability, surest first; `reports` are what the case reported before. */
export function readStatements(
  heads: Heads,
  shares: StatementShares,
  text: string,
  reports: readonly string[],
  least: number,
): readonly Stated[] {
  const read = readUnits(heads, shares, text, reports);
  if (read === null) return [];
  const known = knownIn(read);
  const stated = signsIn(heads, read, least)
    .map((each) => ({ ...each, probability: logistic(dot(WEIGHTS, each.signs)) }))
    .filter(({ probability, notSo }) => probability >= least && notSo < CERTAINTIES.notSo)
    .filter(({ statement }) => !known.some(({ question }) => question === statement.question))
    .sort((one, other) => other.probability - one.probability);
  return [
    ...known,
    ...stated.map(({ statement, place, unit, probability }) => ({
      ...statement,
      ...spanOf(read, shortestRun(read, place, unit)),
      probability,
    })),
  ];
}

/** Everything that a text may state, with a constant, the score of its best unit, that of the whole text, and how usual it is. */
export function signsOf(
  heads: Heads,
  shares: StatementShares,
  text: string,
  reports: readonly string[],
): readonly StatementSigns[] {
  const read = readUnits(heads, shares, text, reports);
  return read === null ? [] : signsIn(heads, read, 0);
}

/** What may be stated: how usual that is, and the score of the whole text. */
interface Candidate {
  readonly statement: Statement;
  /** Its place among the labels of the head. */
  readonly place: number;
  readonly share: number;
  readonly score: number;
}

/** A unit with its score for each candidate. */
interface ScoredUnit extends Unit {
  readonly scores: Float32Array;
}

/** A text in words and units, and what it may state. */
interface ReadUnits {
  readonly head: Head;
  readonly text: string;
  readonly words: readonly TextToken[];
  /** The words with slips of the finger put right. */
  readonly tokens: readonly Token[];
  readonly units: readonly ScoredUnit[];
  readonly candidates: readonly Candidate[];
}

/** Null: there is no such head, or no word of the text is known. */
function readUnits(
  heads: Heads,
  shares: StatementShares,
  text: string,
  reports: readonly string[],
): ReadUnits | null {
  const head = heads.get(STATEMENT_HEAD);
  if (head === undefined) return null;
  const { model } = head;
  const usual = usualShares(heads, shares, [...reports, text].join('\n'));
  const possible = model.labels.flatMap((label, place): readonly Omit<Candidate, 'score'>[] => {
    const statement = statementOf(label);
    const share = usual[place] ?? 0;
    return statement === null || share < LEAST_USUAL ? [] : [{ statement, place, share }];
  });
  const places = Int32Array.from(possible, ({ place }) => place);
  const { scores: whole, unknownShare } = scoreText(model, { text }, places);
  if (unknownShare === 1) return null;
  const words = wordsIn(text);
  const { tokens } = recognise(
    model.known,
    words.map((word) => word.text),
  );
  return {
    head,
    text,
    words,
    tokens,
    units: unitsOf(text, words).map((unit) => ({
      ...unit,
      scores: scoreWords(model, tokens.slice(unit.from, unit.to), places),
    })),
    candidates: possible.map((each, at) => ({ ...each, score: whole[at] ?? BIAS })),
  };
}

/** A run without the words at both ends that do not make a statement any clearer. */
function shortestRun({ head, tokens }: ReadUnits, place: number, run: Run): Run {
  const scoreOf = (from: number, to: number): number =>
    scoreWords(head.model, tokens.slice(from, to), Int32Array.of(place))[0] ?? BIAS;
  let { from, to } = run;
  let score = scoreOf(from, to);
  while (to - from > 1) {
    const withoutFirst = scoreOf(from + 1, to);
    const withoutLast = scoreOf(from, to - 1);
    if (Math.max(withoutFirst, withoutLast) < score) break;
    if (withoutFirst >= withoutLast) from++;
    else to--;
    score = Math.max(withoutFirst, withoutLast);
  }
  return { from, to };
}

const spanOf = ({ words }: ReadUnits, { from, to }: Run): Span => ({
  start: words[from]?.start ?? 0,
  end: words[to - 1]?.end ?? 0,
});

/** Units that are a phrase word for word, but for a slip of the finger. */
const knownIn = (read: ReadUnits): readonly Stated[] =>
  read.units.flatMap((unit) => {
    const written = read.words.slice(unit.from, unit.to).map((word) => word.text);
    const corrected = read.tokens.slice(unit.from, unit.to).map((token) => token.letters);
    const label =
      knownAs(read.head.known, written.join(' ')) ?? knownAs(read.head.known, corrected.join(' '));
    const statement = statementOf(label ?? '');
    return statement === null ? [] : [{ ...statement, ...spanOf(read, unit), probability: 1 }];
  });

/** How a clause stands only lowers a probability: where that is below `least` already, it is not asked. */
function signsIn(heads: Heads, read: ReadUnits, least: number): readonly StatementSigns[] {
  const standingOf = standings(heads, read);
  return read.candidates.flatMap(({ statement, place, share, score }, at) => {
    const unit = bestUnit(read.units, at);
    if (unit === undefined) return [];
    const odds = Math.log(share) - Math.log(1 - share);
    const signs = [1, unit.scores[at] ?? BIAS, score, odds, odds * score];
    if (logistic(dot(signs, WEIGHTS)) < least) return [];
    const standing = standingOf(unit);
    return {
      statement,
      place,
      unit,
      signs: [...signs, ...OTHER_STANDINGS.map((other) => standing[other])],
      notSo: standing.asked + standing.supposed + standing.others,
    };
  });
}

/** The unit that speaks most for a candidate, of equals the first. */
function bestUnit(units: readonly ScoredUnit[], candidate: number): ScoredUnit | undefined {
  const scoreOf = ({ scores }: ScoredUnit): number => scores[candidate] ?? BIAS;
  return units.reduce(
    (best, unit) => (best === undefined || scoreOf(unit) > scoreOf(best) ? unit : best),
    units[0],
  );
}

/** How the clause of a unit stands; each clause is read once. */
function standings(heads: Heads, { text, words }: ReadUnits): (unit: Unit) => Standings {
  const read = new Map<string, Standings>();
  return ({ within }) => {
    const end = words[within.to - 1]?.end ?? 0;
    const mark = QUESTION_MARK.exec(text.slice(end, end + 4))?.[0] ?? '';
    const key = `${within.from} ${within.to}`;
    const chances = read.get(key) ?? readStanding(heads, textOfRun(text, words, within) + mark);
    read.set(key, chances);
    return chances;
  };
}

/** A clause ends before its mark. */
const QUESTION_MARK = /^\s*\?/u;
/**
 * What fewer than so many people with such a problem state is misheard: "same" of a till is no answer about an API. 0.001
 * to 0.03: at 0.008 no statement of a message is lost.
 */
const LEAST_USUAL = 0.008;
