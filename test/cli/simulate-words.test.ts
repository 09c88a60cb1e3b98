import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyturn } from './program.ts';

/** First messages for the coffee corner, which has none: of each problem so many that one in five is some. */
const MESSAGES: Readonly<Record<string, readonly string[]>> = {
  'tank-empty': [
    'no coffee and the blue light is on',
    'the blue lamp glows and nothing comes',
    'machine sucks air, cup stays empty',
    'somebody forgot to fill it, not a drop',
    'it wants water i think',
    'the espresso machine is dry, not a drop',
    'cup stays empty and it pumps air',
    'blue light is on since this morning',
    'no water no coffee no fun',
    'tank ran dry in the middle of my cup',
  ],
  'wand-blocked': [
    'espresso is fine, the milk is not',
    'no steam for the cappuccino',
    'milk does not foam any more',
    'the frother only spits at me',
    'latte stays flat since yesterday',
    'it hisses and the milk stays cold',
    'the holes at the tip are closed with old milk',
    'coffee as ever and no foam',
    'steam pipe is clogged',
    'cannot froth the milk <b>&amp;</b>',
  ],
};

const linesOf = (problem: string): string =>
  (MESSAGES[problem] ?? [])
    .map((says) => `${JSON.stringify({ says, family: 'espresso-machine' })}\n`)
    .join('');

let folder: string;
let base: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyturn-'));
  base = join(folder, 'knowledge');
  await cp('test/foreign-knowledge', base, { recursive: true });
  await mkdir(join(base, 'examples', 'problems'));
  for (const problem of Object.keys(MESSAGES))
    await writeFile(join(base, 'examples', 'problems', `${problem}.jsonl`), linesOf(problem));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...argv: readonly string[]) => keyturn(argv, '', undefined, { XDG_CACHE_HOME: folder });

test('a report for people: figures, by what conversations went wrong, and the worst as they were said', async () => {
  const { code, out, err } = await run('simulate', '--words', base);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^The coffee corner: 5 conversations in words, mechanic, nothing known at the start\n/);
  expect(out).toMatch(/\n {2}total +5 +\d+\.\d % /);
  expect(out).toMatch(/\n {2}end +not heard +asked +decided\n/);
  expect(out).toContain(
    '1. espresso-machine/wand-blocked: given up; turn 3 went wrong, not heard\nyou      ',
  );
  expect(out).toContain('\n     ^^  not heard: meant fixed, heard nothing\n');
});

test('--json has the figures, and of each conversation that went wrong every turn, as it was meant and heard', async () => {
  const report = JSON.parse((await run('simulate', '--words', '--json', '--role', 'guest', base)).out);
  expect(report).toMatchObject({ role: 'guest', people: 5, byFamily: { 'espresso-machine': { people: 5 } } });
  expect(report.solved + report.handedOver + report.givenUp + report.closedBefore).toBeCloseTo(1, 2);
  expect(report.wentWrong.length).toBeGreaterThan(0);
  for (const { turn, by, turns } of report.wentWrong) {
    expect(['not heard', 'asked', 'decided']).toContain(by);
    expect(turns[turn - 1]).toMatchObject({ person: expect.any(String), bot: expect.any(Array) });
  }
  const [{ turn, turns }] = report.wentWrong;
  expect(turns[turn - 1]).toMatchObject({ meant: 'fixed', heardAs: 'nothing' });
});

test('--people bounds how many type', async () => {
  const report = JSON.parse((await run('simulate', '--words', '--json', '--people', '1', base)).out);
  expect(report.people).toBe(1);
});

test('map --words adds the worst conversations to the page, of the family alone where one is drawn', async () => {
  const [without, all, one] = await Promise.all(
    [[], ['--words'], ['--words', '--family', 'grinder']].map((options) =>
      run('map', '--knowledge', base, ...options),
    ),
  );
  expect(without!.out).not.toContain('Worst conversations');
  expect(all!.out).toContain('Worst conversations');
  expect(all!.out).toContain('<strong class="warn">Went wrong here, not heard</strong>: meant fixed');
  expect(one!.out).toContain('0 conversations played, 0 went wrong');
});

describe('says what is wrong and what to do', () => {
  test.each<[string, readonly string[], number, RegExp]>([
    [
      'a base without first messages',
      ['simulate', '--words', 'test/foreign-knowledge'],
      1,
      /too few examples for conversations in words\. One in 5 .* none of:\n {2}first messages .*\(examples\/problems\/\)\nWrite more/,
    ],
    [
      'a map of such a base',
      ['map', '--words', '--knowledge', 'test/foreign-knowledge'],
      1,
      /too few examples for conversations in words/,
    ],
    ['--people alone', ['simulate', '--people', '9'], 2, /--people .* needs --words/],
    ['--people alone of a map', ['map', '--people', '9'], 2, /--people .* needs --words/],
    ['nobody', ['simulate', '--words', '--people', '0'], 2, /--people must be a whole number from 1/],
    ['people who slip', ['simulate', '--words', '--slips', '0.1'], 2, /leave --slips out/],
    ['another revision', ['simulate', '--words', '--against', 'elsewhere'], 2, /leave --against out/],
    [
      'a role that there is not',
      ['simulate', '--words', '--role', 'gest', 'test/foreign-knowledge'],
      2,
      /"gest" is not a role.*Did you mean "guest"\?/,
    ],
  ])('%s', async (_what, argv, code, says) => {
    const ran = await run(...argv);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toMatch(says);
  });
});
