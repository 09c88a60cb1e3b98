import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wordsOf } from '../src/core/language/tokens.ts';
import { shippedBase } from './foreign-base.ts';

/** Words in a row that two people hardly write by chance; five are shared by half of the messages written blind. */
const RUN = 8;
/** Most texts of a set, 0..1, that may share one: what a program prints is quoted by everybody. */
const MOST_SHARED = 0.05;

/** Most that may be the same: `no permissions, this API is not subscribed` comes from the machine. */
const MOST_SAME = 0.01;

const { kb } = await shippedBase();
const { problems, replies, turns, statements, articles } = kb.examples;
const taught = [
  ...[...problems, ...replies, ...turns, ...statements, ...articles].map(({ says }) => says),
  ...kb.problems.flatMap(({ saidAs }) => saidAs),
  ...kb.articles.flatMap(({ asks }) => asks),
].map(wordsOf);

const runsOf = (words: readonly string[]): readonly string[] =>
  Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, at) => words.slice(at, at + RUN).join(' '));

const runs = new Set(taught.flatMap(runsOf));
const whole = new Set(taught.map((words) => words.join(' ')));

/** Shorter texts are the same in many mouths: `no idea`, `still red`. */
const FEWEST_WORDS = 5;

const line = z.object({ text: z.string() });
const textsIn = (path: string): readonly (readonly string[])[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((each) => each !== '')
    .map((each) => wordsOf(line.parse(JSON.parse(each)).text));

const files = readdirSync('test/sets', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.jsonl'))
  .sort();

describe('the sets that the reader is judged by', () => {
  it('are at least 200 messages and 300 replies each', () => {
    const lengthOf = (kind: string): readonly number[] =>
      files.filter((name) => name.endsWith(kind)).map((name) => textsIn(`test/sets/${name}`).length);
    expect(Math.min(...lengthOf('messages.jsonl'))).toBeGreaterThanOrEqual(200);
    expect(Math.min(...lengthOf('replies.jsonl'))).toBeGreaterThanOrEqual(300);
  });

  it.each(files)('%s: next to no text was taught, in whole or in part', (name) => {
    const texts = textsIn(`test/sets/${name}`);
    const same = texts.filter((words) => words.length >= FEWEST_WORDS && whole.has(words.join(' ')));
    expect(same.length).toBeLessThanOrEqual(MOST_SAME * texts.length);
    const shared = texts.filter((words) => runsOf(words).some((run) => runs.has(run)));
    expect(shared.length).toBeLessThanOrEqual(MOST_SHARED * texts.length);
  });
});
