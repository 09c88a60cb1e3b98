/**
 * `npm run --silent bench:diagnosis -- --table FILE --noise 0,0.05,0.1 [--cases 2000]`: how many questions the bot needs
 * to tell causes apart when some answers are wrong, how often it is right and how sure it is, beside exact Bayes with
 * greedy information gain or in random order on the same people. One JSON object on stdout, keyed by noise.
 */

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { byBot } from './diagnosis-bot.ts';
import { drawPeople } from './diagnosis-people.ts';
import { byGreedyGain, byRandomOrder, type Diagnosed } from './diagnosis-reference.ts';
import { readTable, type Table } from './diagnosis-table.ts';
import { round } from './percentiles.ts';

/** The confidence at which nothing more is asked. */
const STOP_AT = 0.9;

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
  // An answer that is turned round with the chance n is one drawn blindly with the chance 2n.
  const noise = known.questions.map(() => 2 * flips);
  return {
    ...summed(byBot(known, people, noise, STOP_AT)),
    random: summed(byRandomOrder(known, people, flips, STOP_AT)),
    greedyReference: summed(byGreedyGain(known, people, flips, STOP_AT)),
  };
}

function summed(all: readonly Diagnosed[]): object {
  const mean = (of: (one: Diagnosed) => number) => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  const questions = mean(({ questions: count }) => count);
  return {
    meanQuestions: round(questions),
    top1: round(mean(({ right }) => (right ? 1 : 0))),
    meanConfidence: round(mean(({ confidence }) => confidence)),
    msPerQuestion: round(mean(({ ms }) => ms) / Math.max(1, questions)),
  };
}
