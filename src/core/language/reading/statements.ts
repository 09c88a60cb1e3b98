/** What a text states of the case, each statement with how sure it is and the words that make it. */

import { recognise } from '../../classifier/known-words.ts';
import { dot, logistic } from '../../classifier/newton.ts';
import { type RunScores, readRuns } from '../../classifier/run-scores.ts';
import { BIAS, scoreText } from '../../classifier/score.ts';
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
  /** Its number among what the text may state. */
  readonly label: number;
  readonly signs: readonly number[];
  /** Probability, 0..1, that its clause asks, supposes, or tells of something else. */
  readonly notSo: number;
  readonly unit: Unit;
}

/**
 * Weights of `signsOf`, the constant first: logistic regression on a fifth of the shipped messages, read by heads that
 * were taught the rest (`npm run bench:statements` fits them anew).
 */
const WEIGHTS: readonly number[] = [-0.01, 1.01, 1.32, 0.27, -0.29, -1.23, -1.48, -1.39, -0.29, -0.6];

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
    ...stated.map(({ statement, label, unit, probability }) => ({
      ...statement,
      ...spanOf(read, shortestRun(read.scores, label, unit)),
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

/** A label that may be stated: how usual that is, and the score of the whole text. */
interface Candidate {
  readonly statement: Statement;
  readonly share: number;
  readonly score: number;
}

/** A text in words and units, what it may state, and the scores of that in any run of its words. */
interface ReadUnits {
  readonly head: Head;
  readonly text: string;
  readonly words: readonly TextToken[];
  /** The words with slips of the finger put right. */
  readonly corrected: readonly string[];
  readonly units: readonly Unit[];
  readonly candidates: readonly Candidate[];
  readonly scores: RunScores;
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
  const statementAt = (place: number): Statement | null => statementOf(model.labels[place] ?? '');
  const places = Int32Array.from(model.labels.keys()).filter(
    (place) => (usual[place] ?? 0) >= LEAST_USUAL && statementAt(place) !== null,
  );
  const { scores: whole, unknownShare } = scoreText(model, { text }, places);
  if (unknownShare === 1) return null;
  const candidates = [...places].flatMap((place, at): readonly Candidate[] => {
    const statement = statementAt(place);
    return statement === null ? [] : [{ statement, share: usual[place] ?? 0, score: whole[at] ?? BIAS }];
  });
  const words = wordsIn(text);
  const { tokens } = recognise(
    model.known,
    words.map((word) => word.text),
  );
  return {
    head,
    text,
    words,
    corrected: tokens.map(({ letters }) => letters),
    units: unitsOf(text, words),
    candidates,
    scores: readRuns(model, tokens, places),
  };
}

/** A run without the words at both ends that do not make a label any clearer. */
function shortestRun(scores: RunScores, label: number, run: Run): Run {
  let { from, to } = run;
  let score = scores(from, to)(label);
  while (to - from > 1) {
    const withoutFirst = scores(from + 1, to)(label);
    const withoutLast = scores(from, to - 1)(label);
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
    const label =
      knownAs(read.head.known, written.join(' ')) ??
      knownAs(read.head.known, read.corrected.slice(unit.from, unit.to).join(' '));
    const statement = statementOf(label ?? '');
    return statement === null ? [] : [{ ...statement, ...spanOf(read, unit), probability: 1 }];
  });

/** How a clause stands only lowers a probability: where that is below `least` already, it is not asked. */
function signsIn(heads: Heads, read: ReadUnits, least: number): readonly StatementSigns[] {
  const bestOf = bestUnits(read);
  const standingOf = standings(heads, read);
  return read.candidates.flatMap(({ statement, share, score }, label) => {
    const { unit, score: unitScore } = bestOf(label);
    if (unit === null) return [];
    const odds = Math.log(share) - Math.log(1 - share);
    const signs = [1, unitScore, score, odds, odds * score];
    if (logistic(dot(signs, WEIGHTS)) < least) return [];
    const standing = standingOf(unit);
    return {
      statement,
      label,
      unit,
      signs: [...signs, ...OTHER_STANDINGS.map((other) => standing[other])],
      notSo: standing.asked + standing.supposed + standing.others,
    };
  });
}

/** The unit that speaks most for a candidate, and its score. */
function bestUnits({
  units,
  scores,
}: ReadUnits): (label: number) => { readonly unit: Unit | null; readonly score: number } {
  const scored = units.map((unit) => ({ unit, scoreOf: scores(unit.from, unit.to) }));
  return (label) => {
    let unit: Unit | null = null;
    let score = BIAS;
    for (const each of scored) {
      const own = each.scoreOf(label);
      if (unit !== null && own <= score) continue;
      unit = each.unit;
      score = own;
    }
    return { unit, score };
  };
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
