/**
 * `npm run --silent bench:statements`: the weights by which it is believed that a text states something, fitted on a fifth
 * of the shipped messages and sentences, read by heads that were taught the rest; and how well the probabilities hold.
 */

import { bendOfLogistic, dot, fitWeights, logistic } from '../../src/core/classifier/newton.ts';
import { type ProblemExample, STANDINGS } from '../../src/core/knowledge/model.ts';
import { readKnowledge } from '../../src/core/knowledge/parse.ts';
import { grammarOf } from '../../src/core/language/grammar.ts';
import { learnHeads } from '../../src/core/language/reading/heads.ts';
import { problemLessons } from '../../src/core/language/reading/message-lessons.ts';
import { standingLessons } from '../../src/core/language/reading/standing.ts';
import {
  labelOf,
  labelsOfFacts,
  statementLessons,
} from '../../src/core/language/reading/statement-lessons.ts';
import { countStatements } from '../../src/core/language/reading/statement-shares.ts';
import { signsOf } from '../../src/core/language/reading/statements.ts';
import { withoutFold } from '../../src/simulate/words/hold-out.ts';
import { readKnowledgeFolder } from '../../src/storage/knowledge-folder.ts';

/** Keeps the fit solvable. */
const RIDGE = 1e-4;
/** So often each sentence counts: they are few beside messages, and show what these seldom do. */
const SENTENCES_WORTH = 2;
const LEAST = [0.4, 0.5, 0.6, 0.7, 0.8];

/** What a text is annotated to state, and everything that it may state. */
interface Reading {
  readonly told: ReadonlySet<string>;
  readonly found: readonly { readonly signs: readonly number[]; readonly is: boolean }[];
}

const { files } = await readKnowledgeFolder('knowledge');
const { kb } = readKnowledge(files);
if (kb === null) throw new Error('knowledge: is not valid; `keyturn check knowledge` says why');
const { taught, held } = withoutFold(kb, 5, 0);
const lessons = [...problemLessons(taught), ...statementLessons(taught), ...standingLessons(taught)];
const heads = learnHeads(grammarOf(taught.language).stems, lessons, new Map());
const shares = countStatements(taught, heads);
if (shares === null) throw new Error('knowledge: has too few first messages');

/** Messages are not annotated with what else they state. */
const annotated = new Set(taught.examples.problems.flatMap(({ facts }) => Object.keys(facts)));
const readText = (example: Pick<ProblemExample, 'says' | 'facts'>): Reading => {
  const told = new Set(labelsOfFacts(example));
  const found = signsOf(heads, shares, example.says, []);
  return {
    told,
    found: found
      .filter(({ statement }) => !('level' in example) || annotated.has(statement.question))
      .map(({ statement, signs }) => ({ signs, is: told.has(labelOf(statement)) })),
  };
};
const messages = held.problems.map(readText);
const sentences = held.statements.map(readText);
const cases = [messages, ...Array.from({ length: SENTENCES_WORTH }, () => sentences)]
  .flat()
  .flatMap(({ found }) => found);
const weights = fitWeights(
  cases.map(({ signs }) => signs),
  cases[0]?.signs.map(() => 0) ?? [],
  RIDGE,
  (sum, at) => bendOfLogistic(sum, cases[at]?.is === true),
);
const probabilityOf = (signs: readonly number[]): number => logistic(dot(weights, signs));
const share = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 1000;

/** Of what is told, how much is heard with at least this probability; and of what is heard, how much the annotation names. */
function sumAt(least: number, readings: readonly Reading[]): Readonly<Record<string, number>> {
  const told = readings.reduce((sum, { told: labels }) => sum + labels.size, 0);
  const heard = readings.flatMap(({ found }) => found).filter(({ signs }) => probabilityOf(signs) >= least);
  const right = heard.filter(({ is }) => is).length;
  return { least, recall: share(right, told), named: share(right, heard.length), heard: heard.length };
}

function calibration(): readonly Readonly<Record<string, number>>[] {
  const found = messages.flatMap((reading) => reading.found);
  return Array.from({ length: 10 }, (_, at) => {
    const bin = found.filter(({ signs }) => Math.min(9, Math.floor(10 * probabilityOf(signs))) === at);
    return { from: at / 10, n: bin.length, named: share(bin.filter(({ is }) => is).length, bin.length) };
  });
}

const byStanding = STANDINGS.map((standing) => {
  const own = sentences.filter((_, at) => held.statements[at]?.standing === standing);
  return { standing, n: own.length, ...sumAt(0.5, own) };
});
process.stdout.write(
  `${JSON.stringify({
    weights: weights.map((weight) => Math.round(100 * weight) / 100),
    messages: LEAST.map((least) => sumAt(least, messages)),
    sentences: byStanding,
    calibration: calibration(),
  })}\n`,
);
