/**
 * `npm run --silent bench:diagnosis -- --table FILE --noise 0,0.05,0.1 [--cases 2000]`: how many questions the bot needs
 * to tell causes apart when some answers are wrong, how often it is right and how sure it is, beside exact Bayes with
 * greedy information gain or in random order on the same people. One JSON object on stdout, keyed by noise.
 *
 * The bot is not told the noise: it diagnoses other people first with the noise that authors usually write
 * (`beforeLearning`), learns from what they turned out to have, does so once more, and is measured with what it learned. `rightNoise` is
 * the bot with the noise as it is, for comparison.
 */

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type BotDiagnosed, byBot, noiseLearned } from './diagnosis-bot.ts';
import { drawPeople } from './diagnosis-people.ts';
import { byGreedyGain, byRandomOrder, type Diagnosed } from './diagnosis-reference.ts';
import { readTable, type Table } from './diagnosis-table.ts';
import { round } from './percentiles.ts';

/** The confidence at which nothing more is asked. */
const STOP_AT = 0.9;

/** The share of slips that is written where nobody measured it, and how many people more is learned from at a time. */
const WRITTEN_NOISE = 0.02;
const LEARNED_FROM = 500;

const { values } = parseArgs({
  options: {
    table: { type: 'string' },
    noise: { type: 'string', default: '0,0.05,0.1' },
    cases: { type: 'string', default: '2000' },
  },
});
if (values.table === undefined) throw new Error('--table FILE is needed');
const cases = Number(values.cases);
if (!(cases >= 1)) throw new Error(`--cases ${values.cases}: a number of people from 1 on is needed`);

const table = readTable(await readFile(values.table, 'utf8'));
const result: Record<string, object> = {};
for (const flips of values.noise.split(',').map(Number)) {
  if (!(flips >= 0 && flips < 0.5)) throw new Error(`--noise ${values.noise}: each from 0 to below 0.5`);
  result[flips] = measured(table, flips, cases);
}
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);

function measured(known: Table, flips: number, count: number): object {
  const people = drawPeople(known, count, flips, 1);
  const written = known.questions.map(() => WRITTEN_NOISE);
  const earlier = [2, 3].map((seed) => drawPeople(known, LEARNED_FROM, flips, seed));
  const diagnosed: BotDiagnosed[] = [];
  let learned = written;
  for (const some of earlier) {
    diagnosed.push(...byBot(known, some, learned, STOP_AT));
    learned = noiseLearned(known, earlier.flat(), diagnosed, written);
  }
  // An answer that is turned round with the chance n is one drawn blindly with the chance 2n.
  const right = known.questions.map(() => 2 * flips);
  return {
    ...summed(byBot(known, people, learned, STOP_AT)),
    learnedNoise: {
      mean: round(meanOf(learned) / 2),
      meanError: round(meanOf(learned.map((noise, q) => Math.abs(noise - (right[q] ?? 0)))) / 2),
      fromCases: diagnosed.length,
    },
    beforeLearning: summed(diagnosed.slice(0, LEARNED_FROM)),
    rightNoise: summed(byBot(known, people, right, STOP_AT)),
    random: summed(byRandomOrder(known, people, flips, STOP_AT)),
    greedyReference: summed(byGreedyGain(known, people, flips, STOP_AT)),
  };
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

function summed(all: readonly Diagnosed[]): object {
  const mean = (of: (one: Diagnosed) => number) => meanOf(all.map(of));
  const questions = mean(({ questions: count }) => count);
  return {
    meanQuestions: round(questions),
    top1: round(mean(({ right }) => (right ? 1 : 0))),
    meanConfidence: round(mean(({ confidence }) => confidence)),
    msPerQuestion: round(mean(({ ms }) => ms) / Math.max(1, questions)),
  };
}
