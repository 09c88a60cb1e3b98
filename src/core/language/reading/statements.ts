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
export interface StatementSigns extends Supported {
  readonly signs: readonly number[];
  /** Probability, 0..1, that its clause asks, supposes, or tells of something else. */
  readonly notSo: number;
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

/**
 * What a text states with at least this probability, surest first; `reports` are what the case reported before. The words
 * of what is less probable than `quoted` are those of its unit, and are not made any shorter.
 */
export function readStatements(
  heads: Heads,
  shares: StatementShares,
  text: string,
  reports: readonly string[],
  least: number,
  quoted: number,
): readonly Stated[] {
  const read = readUnits(heads, shares, text, reports, least);
  if (read === null) return [];
  const known = knownIn(read);
  const stated = signsIn(heads, read)
    .map((each) => ({ ...each, probability: logistic(dot(WEIGHTS, each.signs)) }))
    .filter(({ probability, notSo }) => probability >= least && notSo < CERTAINTIES.notSo)
    .filter(({ statement }) => !known.some(({ question }) => question === statement.question))
    .sort((one, other) => other.probability - one.probability);
  return [
    ...known,
    ...stated.map((each) => ({
      ...each.statement,
      ...spanOf(read.words, each.probability < quoted ? each.unit : shortestRun(read, each)),
      probability: each.probability,
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
  const read = readUnits(heads, shares, text, reports, 0);
  return read === null ? [] : signsIn(heads, read);
}

/** What may be stated. */
interface Candidate {
  readonly statement: Statement;
  /** Its place among the labels of the head. */
  readonly place: number;
  /** Log odds of how usual it is. */
  readonly odds: number;
  /** The score of the whole text. */
  readonly whole: number;
}

/** The same with the unit that speaks most for it, of equals the first, and the score of that. */
interface Supported extends Candidate {
  readonly unit: Unit;
  readonly score: number;
}

/** A text in words and units, and what it may state. */
interface ReadUnits {
  readonly head: Head;
  readonly text: string;
  readonly words: readonly TextToken[];
  /** The words with slips of the finger put right. */
  readonly tokens: readonly Token[];
  readonly units: readonly Unit[];
  readonly candidates: readonly Supported[];
}

/** Null: there is no such head. */
function readUnits(
  heads: Heads,
  shares: StatementShares,
  text: string,
  reports: readonly string[],
  least: number,
): ReadUnits | null {
  const head = heads.get(STATEMENT_HEAD);
  if (head === undefined) return null;
  const usual = usualShares(heads, shares, [...reports, text].join('\n'));
  const candidates = candidatesIn(head, shares, usual, text, least);
  const words = wordsIn(text);
  const { tokens } = recognise(
    head.model.known,
    words.map((word) => word.text),
  );
  const units = unitsOf(text, words);
  return { head, text, words, tokens, units, candidates: supported(head, candidates, units, tokens, least) };
}

/** What is usual enough to be stated, and may be probable enough; nothing where no word of the text is known. */
function candidatesIn(
  { model }: Head,
  { statements }: StatementShares,
  usual: Float32Array,
  text: string,
  least: number,
): readonly Candidate[] {
  const usualPlaces: number[] = [];
  for (let place = 0; place < usual.length; place++)
    if ((usual[place] ?? 0) >= LEAST_USUAL && statements[place] !== null) usualPlaces.push(place);
  const { scores, unknownShare } = scoreText(model, { text }, new Int32Array(usualPlaces));
  if (unknownShare === 1) return [];
  const candidates: Candidate[] = [];
  for (const [at, place] of usualPlaces.entries()) {
    const statement = statements[place] ?? null;
    const share = usual[place] ?? 0;
    const [odds, whole] = [Math.log(share / (1 - share)), scores[at] ?? BIAS];
    if (statement !== null && chanceOf(odds, whole, BEST_OF_UNITS) >= least)
      candidates.push({ statement, place, odds, whole });
  }
  return candidates;
}

/** How probable a candidate is by a unit of this score, however its clause stands: that only lowers it. */
const chanceOf = (odds: number, whole: number, score: number): number =>
  logistic(dot(signsBeside(odds, whole, score), WEIGHTS));

/** Candidates that are probable enough by the unit that speaks most for them. */
function supported(
  { model }: Head,
  candidates: readonly Candidate[],
  units: readonly Unit[],
  tokens: readonly Token[],
  least: number,
): readonly Supported[] {
  const places = new Int32Array(candidates.map(({ place }) => place));
  const scores = units.map(({ from, to }) => scoreWords(model, tokens.slice(from, to), places));
  return candidates.flatMap((candidate, at) => {
    const scoreOf = (unit: number): number => scores[unit]?.[at] ?? BIAS;
    let best = 0;
    for (let other = 1; other < units.length; other++) if (scoreOf(other) > scoreOf(best)) best = other;
    const [unit, score] = [units[best], scoreOf(best)];
    const isLikely = chanceOf(candidate.odds, candidate.whole, score) >= least;
    return unit === undefined || !isLikely ? [] : [{ ...candidate, unit, score }];
  });
}

/** The first signs of a candidate, with the score of a unit. */
const signsBeside = (odds: number, whole: number, score: number) => [1, score, whole, odds, odds * whole];

/** A run without the words at both ends that do not make a statement any clearer. */
function shortestRun({ head, tokens }: ReadUnits, { place, unit, score: whole }: StatementSigns): Run {
  const scoreOf = (from: number, to: number): number =>
    scoreWords(head.model, tokens.slice(from, to), Int32Array.of(place))[0] ?? BIAS;
  let { from, to } = unit;
  let score = whole;
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

const spanOf = (words: readonly TextToken[], { from, to }: Run): Span => ({
  start: words[from]?.start ?? 0,
  end: words[to - 1]?.end ?? 0,
});

/** Units that are a phrase word for word, but for a slip of the finger. */
const knownIn = ({ head, words, tokens, units }: ReadUnits): readonly Stated[] =>
  units.flatMap((unit) => {
    const written = words
      .slice(unit.from, unit.to)
      .map((word) => word.text)
      .join(' ');
    const corrected = tokens
      .slice(unit.from, unit.to)
      .map((token) => token.letters)
      .join(' ');
    const label =
      knownAs(head.known, written) ?? (corrected === written ? null : knownAs(head.known, corrected));
    const statement = statementOf(label ?? '');
    return statement === null ? [] : [{ ...statement, ...spanOf(words, unit), probability: 1 }];
  });

/** The signs of each candidate, with how its clause stands. */
function signsIn(heads: Heads, read: ReadUnits): readonly StatementSigns[] {
  const standingOf = standings(heads, read);
  return read.candidates.map((candidate) => {
    const standing = standingOf(candidate.unit);
    return {
      ...candidate,
      signs: [
        ...signsBeside(candidate.odds, candidate.whole, candidate.score),
        ...OTHER_STANDINGS.map((other) => standing[other]),
      ],
      notSo: standing.asked + standing.supposed + standing.others,
    };
  });
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
/**
 * What a unit scores at most, but for one of 1,000. What such a unit would not make probable enough is not looked for in
 * the units: of 185 statements of a message that leaves 33, and none is lost; at 2 it leaves 15, and of 880 one is lost.
 */
const BEST_OF_UNITS = 2.5;
