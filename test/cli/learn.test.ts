import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closedCaseSchema } from '../../src/core/closed-case.ts';
import { keyturn, type Ran } from './program.ts';

let folder: string;
let knowledge: string;
let cases: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyturn-'));
  knowledge = join(folder, 'knowledge');
  cases = join(folder, 'cases.jsonl');
  await cp('test/foreign-knowledge', knowledge, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

const on = (...argv: string[]): Promise<Ran> => keyturn([...argv, '--knowledge', knowledge]);
const simulate = (slips: string, rounds: string, ...more: string[]): Promise<Ran> =>
  on('simulate', '--slips', slips, '--rounds', rounds, '--cases', cases, ...more);
const learned = async (): Promise<Report> => JSON.parse((await on('learn', '--json', cases)).out);

interface Report {
  readonly questions: readonly {
    readonly question: string;
    readonly now: number;
    readonly learned: number;
    readonly low: number;
    readonly high: number;
    readonly cases: number;
    readonly verdict: string;
  }[];
  readonly cases: number;
  readonly badLines: number;
  readonly passedOver: number;
  readonly otherKnowledge: number;
}

const closed = (problem: string, ...facts: [question: string, answer: string][]): string => {
  const family = problem === 'bean-stuck' ? 'grinder' : 'espresso-machine';
  const heard = facts.map(([question, answer]) => ({ question, answer, denied: false }));
  return `${JSON.stringify({ knowledge: 'k', family, problem, facts: heard })}\n`;
};
/** Everything that questions files say, by name. */
const files = async (): Promise<Map<string, string>> => {
  const names = await readdir(join(knowledge, 'questions'));
  const texts = await Promise.all(
    names.map((name) => readFile(join(knowledge, 'questions', name), 'latin1')),
  );
  return new Map(names.map((name, at) => [name, texts[at]!]));
};

describe('learning from simulated people who slip as often as was put in', () => {
  it.each(['0.02', '0.1', '0.3'])('finds %s again within the range that it states', async (slips) => {
    expect((await simulate(slips, '150')).code).toBe(0);
    const { questions, cases: count } = await learned();
    expect(count).toBe(150 * 9);
    const told = questions.filter((each) => each.cases >= 30);
    expect(told.length).toBeGreaterThan(2);
    const within = told.filter(({ low, high }) => low <= Number(slips) && Number(slips) <= high);
    expect(within.map(({ question }) => question)).toEqual(told.map(({ question }) => question));
  });

  it('says the same whichever way the cases come in', async () => {
    await simulate('0.2', '20');
    const fromFile = await on('learn', cases);
    const text = await readFile(cases, 'utf8');
    expect(await keyturn(['learn', '-', '--knowledge', knowledge], text)).toEqual(fromFile);
  });
});

describe('the report', () => {
  it('says of each question what is written, what was learned, how sure that is and from how many cases', async () => {
    await simulate('0.3', '150');
    const { code, out, err } = await on('learn', cases);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^1350 closed cases\. Noise: the share of answers that are slips\.\n/);
    expect(out).toMatch(/\nquestion +now +learned +95 % +cases\n/);
    expect(out).toMatch(/\nwater-light +0\.020 +0\.\d{3} +0\.\d{3}–0\.\d{3} +\d+ +change it\n/);
    expect(out).toMatch(/questions? to change; "--write" does it\.\n/);
  });

  it('says plainly where there are too few cases to change anything', async () => {
    await writeFile(cases, closed('tank-empty', ['water-light', 'dark']));
    const { code, out } = await on('learn', cases);
    expect(code).toBe(0);
    expect(out).toMatch(/water-light .* 1 {2}too few cases \(30 are needed\)\n/);
    expect(out).toContain('These cases are no reason to change anything.\n');
    expect(out).toContain('1 question with too few cases to say anything.\n');
  });

  it('of no case at all', async () => {
    const { code, out } = await keyturn(['learn', '-', '--knowledge', knowledge], '');
    expect(code).toBe(0);
    expect(out).toMatch(
      /^0 closed cases[\s\S]*no reason to change anything\.\n\d+ questions not heard of in any case\.\n$/,
    );
  });

  it('counts cases of another state of the knowledge, and passes over problems that are gone', async () => {
    await writeFile(cases, closed('tank-empty', ['water-light', 'lit']) + closed('unheard-of'));
    expect(await learned()).toMatchObject({ cases: 2, otherKnowledge: 2, passedOver: 1, badLines: 0 });
  });
});

describe('a bad line', () => {
  it('is told with its file and number, the others count, and the exit code says that there was one', async () => {
    const good = closed('tank-empty', ['water-light', 'lit']);
    await writeFile(cases, `${good}nonsense\n\n{"family":"grinder"}\n${good}`);
    const { code, out, err } = await on('learn', cases);
    expect(code).toBe(1);
    expect(err).toContain(`${cases}:2: the line is not JSON; each line must be {"knowledge"`);
    expect(err).toContain(`${cases}:4: "knowledge" is not as it must be`);
    expect(err.split('\n')).toHaveLength(3);
    expect(out).toContain('2 closed cases.');
    expect(out).toContain('2 lines could not be read.');
  });

  it('of a thousand twenty are told', async () => {
    const { err } = await keyturn(['learn', '-', '--knowledge', knowledge], 'x\n'.repeat(1000));
    expect(err.split('\n')).toHaveLength(22);
    expect(err).toContain('(and 980 bad lines more)');
  });

  it('keeps everything as it is', async () => {
    await simulate('0.3', '150');
    await writeFile(cases, 'nonsense\n', { flag: 'a' });
    const before = await files();
    const { code, out, err } = await on('learn', '--write', cases);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('nothing is written, because 1 of the lines could not be read.');
    expect(await files()).toEqual(before);
  });

  it.each([
    ['no file', ['learn'], 2, 'name the file of closed cases, or - for stdin.'],
    [
      'a file that is not there',
      ['learn', 'no-such-file'],
      1,
      'no-such-file cannot be read: there is no such file',
    ],
    ['a folder', ['learn', 'test'], 1, 'test cannot be read: it is a folder.'],
  ])('%s is told, without a stack', async (_title, argv, exit, message) => {
    const { code, out, err } = await on(...argv);
    expect([code, out]).toEqual([exit, '']);
    expect(err).toContain(message);
    expect(err).not.toContain('should not have happened');
  });
});

describe('--write', () => {
  const noiseLine = /^noise: [\d.]+\r?\n/m;

  it('adds or changes the noise, names each place, and keeps every other byte', async () => {
    await simulate('0.3', '150');
    const path = join(knowledge, 'questions', 'comes-out.yaml');
    const text = await readFile(path, 'utf8');
    const commented = text.replace('choose: one\n', 'noise:   0.02   # measured  in May\nchoose: one\n');
    await writeFile(path, `\uFEFF${commented.replaceAll('\n', '\r\n')}`);
    const before = await files();
    const { code, out } = await on('learn', '--write', cases);
    expect(code).toBe(0);
    const after = await files();
    const report = [...out.matchAll(/^(\S+):(\d+): noise 0\.02 is now (0\.\d+)$/gm)];
    expect(report.length).toBeGreaterThan(2);
    for (const [, file = '', line = '', noise] of report) {
      const written = (await readFile(file, 'utf8')).split(/\r?\n/)[Number(line) - 1];
      expect(written).toMatch(new RegExp(`^noise: +${noise}\\b`));
    }
    expect(after.get('comes-out.yaml')?.replace(/noise: {3}0\.\d+ /, 'noise:   0.02 ')).toBe(
      before.get('comes-out.yaml'),
    );
    const changed = [...after].filter(([name, now]) => now !== before.get(name)).map(([name]) => name);
    expect(changed).toHaveLength(report.length);
    for (const name of changed.filter((each) => each !== 'comes-out.yaml'))
      expect(after.get(name)?.replace(noiseLine, '')).toBe(before.get(name));
    // So noisy, other questions are worth asking first: conversations may go otherwise, but nothing else is wrong.
    const complaints = (await on('check')).out.match(/^\S+:\d+:\d+ [A-Z_]+/gm) ?? [];
    expect(complaints.filter((each) => !each.endsWith(' CONVERSATION_GOES_OTHERWISE'))).toEqual([]);
  });

  it('writes what the report says, and then has nothing left to say', async () => {
    await simulate('0.3', '150');
    const { questions } = await learned();
    await on('learn', '--write', cases);
    const again = await learned();
    for (const { question, verdict, learned: noise } of questions.filter((each) => each.verdict === 'change'))
      expect(again.questions.find((each) => each.question === question)?.now, verdict).toBe(noise);
    expect(again.questions.filter(({ verdict }) => verdict === 'change')).toEqual([]);
    expect((await on('learn', '--write', cases)).out).toContain('Nothing was written.\n');
  });

  it('refuses a base with complaints, errors or warnings', async () => {
    await simulate('0.3', '150');
    const path = join(knowledge, 'steps', 'plug-in.yaml');
    const text = await readFile(path, 'utf8');
    const before = await files();
    await writeFile(
      join(knowledge, 'steps', 'dust.yaml'),
      text.replace('plug-in', 'dust').replace(/said_done.*\n/, ''),
    );
    const warned = await on('learn', '--write', cases);
    expect([warned.code, warned.out]).toEqual([1, '']);
    expect(warned.err).toContain(
      `nothing is written, because of 1 complaint: run "keyturn check ${knowledge}".`,
    );
    await writeFile(path, text.replace(/by: .*/, 'by: nobody-known'));
    const broken = await on('learn', '--write', cases);
    expect([broken.code, broken.out]).toEqual([1, '']);
    expect(broken.err).toContain(`run "keyturn check ${knowledge}"`);
    expect(await files()).toEqual(before);
  });
});

describe('closed cases', () => {
  it('are kept by chat when a remedy helped: the answers before the goodbye, and no words', async () => {
    const talk = 'the coffee machine gives no coffee\n1\nthat worked, thanks\n';
    const chat = ['chat', '--cases', cases, '--knowledge', knowledge];
    for (const _time of [1, 2]) expect((await keyturn(chat, talk)).code).toBe(0);
    const lines = (await readFile(cases, 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(2);
    const read = closedCaseSchema.parse(JSON.parse(lines[0]!));
    expect(read).toMatchObject({ family: 'espresso-machine', problem: 'tank-empty' });
    expect(read.facts).toContainEqual({ question: 'water-light', answer: 'lit', denied: false });
    expect(lines[0]).not.toContain('coffee machine');
    expect(await learned()).toMatchObject({ cases: 2, passedOver: 0, otherKnowledge: 0 });
  });

  it('are not kept of what did not end well', async () => {
    const chat = ['chat', '--cases', cases, '--knowledge', knowledge];
    await keyturn(
      chat,
      'the coffee machine gives no coffee\n1\nit did not help\nI want to talk to a human\n',
    );
    await expect(readFile(cases)).rejects.toThrow('ENOENT');
  });

  it('never take the place of a file that is there', async () => {
    await writeFile(cases, 'mine\n');
    const { code, err } = await simulate('0.1', '1');
    expect(code).toBe(1);
    expect(err).toContain(`${cases} cannot be begun: it is there already; name another file or delete it.`);
    expect(await readFile(cases, 'utf8')).toBe('mine\n');
  });

  it.each(['0.6', '-0.1', 'often', '1'])('a share of slips of %s is wrong usage', async (slips) => {
    expect((await on('simulate', `--slips=${slips}`)).code).toBe(2);
  });
});
