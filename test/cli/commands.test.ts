import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../src/cli/answer-json.ts';
import { keyturn, type Ran } from './program.ts';

const KNOWLEDGE = ['--knowledge', 'test/foreign-knowledge'];
const foreign = (argv: readonly string[], stdin: string | Buffer[] = ''): Promise<Ran> =>
  keyturn([...argv, ...KNOWLEDGE], stdin);
const REPORT = 'the coffee machine gives no coffee, the blue light is on';

describe('ask', () => {
  it('says what it understood with the words, what is likely, and what comes next', async () => {
    const { code, out, err } = await foreign(['ask', REPORT]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Understood\n {2}act: report, Espresso machine \(\d+ %\)\n/);
    expect(out).toContain('- water-light: It is on, from "blue light is on"');
    expect(out).toMatch(/Likely\n {2}█+░* +\d+ % {2}The water tank is empty\n/);
    expect(out).toContain('Next\n');
    expect(out).toContain('1. [ ]');
  });

  it('finds the knowledge base that the environment names, unless an option names another', async () => {
    const named = { KEYTURN_KNOWLEDGE: 'test/foreign-knowledge' };
    const { out } = await keyturn(['ask', REPORT], '', undefined, named);
    expect(out).toContain('Espresso machine');
    const elsewhere = await keyturn(
      ['ask', REPORT, '--knowledge', 'test/no-such-folder'],
      '',
      undefined,
      named,
    );
    expect(elsewhere.code).toBe(1);
  });

  it('reads the same from words, one argument or stdin', async () => {
    const inOne = await foreign(['ask', '--json', REPORT]);
    expect(await foreign(['ask', '--json', ...REPORT.split(' ')])).toEqual(inOne);
    expect(await foreign(['ask', '--json'], REPORT)).toEqual(inOne);
  });

  it('starts from the device and the role that it is told', async () => {
    const known = async (options: string[]): Promise<unknown> =>
      JSON.parse((await foreign(['ask', '--json', 'it is broken', ...options])).out);
    expect(await known(['--family', 'grinder'])).toMatchObject({ understood: { family: { id: 'grinder' } } });
    const JAMMED = 'the grinder is jammed, it hums';
    const mayDo = async (role: string): Promise<boolean[]> => {
      const answer = answerSchema.parse(
        JSON.parse((await foreign(['ask', '--json', JAMMED, '--role', role])).out),
      );
      return answer.next.kind === 'remedy' ? answer.next.steps.map((step) => step.mayDo) : [];
    };
    expect([await mayDo('guest'), await mayDo('barista')]).toEqual([[false], [true]]);
  });

  it.each([
    [
      'a role',
      ['--role', 'mechanik'],
      '"mechanik" is not a role of this knowledge base. Did you mean "mechanic"?',
    ],
    [
      'a family',
      ['--family', 'grindr'],
      '"grindr" is not a family of this knowledge base. Did you mean "grinder"?',
    ],
  ])('%s that the knowledge base does not know is wrong usage', async (_title, options, message) => {
    const { code, out, err } = await foreign(['ask', 'x', ...options]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  it.each([
    ['that is not there', 'test/no-such-folder', 'there is no folder'],
    ['that is a file', 'package.json', 'is not a folder'],
    ['with errors', 'test', 'run "keyturn check test"'],
  ])('a knowledge base %s is told, without a stack', async (_title, folder, message) => {
    const { code, out, err } = await keyturn(['ask', 'x', '--knowledge', folder]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(message);
    expect(err).not.toContain('    at ');
  });

  it.each([
    ['nothing', ''],
    ['a megabyte', 'the blue light is on '.repeat(50_000)],
    ['NUL and control characters', 'a\u0000b\u001b[31mc\u0007'],
    ['right-to-left marks', '\u202eon si thgil eulb\u202c'],
    ['HTML', '<script>alert(1)</script> & <b>light</b>'],
    ['Markdown', '# [light](javascript:x) **on** `rm -rf`'],
    ['JSON', '{"code":7,"msg":"light"}'],
    ['emoji', '☕🔥😭'],
  ])('%s is answered, in the promised shape and without commands for the terminal', async (_title, text) => {
    const json = await foreign(['ask', '--json'], text);
    expect(json.code).toBe(0);
    const answer = answerSchema.parse(JSON.parse(json.out));
    expect(answer.next.text).not.toBe('');
    const plain = await foreign(['ask'], text);
    expect(plain.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
  });

  it('whatever is typed, the answer has the promised shape and every quote is where it says', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        async (text) => {
          const { code, out } = await foreign(['ask', '--json'], text);
          const { understood } = answerSchema.parse(JSON.parse(out));
          expect(code).toBe(0);
          for (const { quote, start, end } of understood.facts)
            if (quote !== null) expect(understood.text.slice(start ?? 0, end ?? 0)).toBe(quote);
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('chat', () => {
  it('goes from a report over a numbered choice to the remedy and the goodbye', async () => {
    const { code, out } = await foreign(
      ['chat'],
      'the coffee machine gives no coffee\n1\nthat worked, thanks\n',
    );
    expect(code).toBe(0);
    const said = ['Is the blue water light on?', '1) It is on', '[ ]', '1) ', 'every morning'];
    let at = 0;
    for (const words of said) {
      at = out.indexOf(words, at);
      expect(at, `"${words}" in its place in:\n${out}`).toBeGreaterThanOrEqual(0);
    }
  });

  it('ends at /quit and says nothing to what comes after', async () => {
    const before = await foreign(['chat'], 'hello\n');
    expect(await foreign(['chat'], 'hello\n/quit\nthe coffee machine gives no coffee\n')).toEqual(before);
  });

  it('ends with its input', async () => {
    expect((await foreign(['chat'], '')).code).toBe(0);
  });

  it('says that nobody takes the ticket of a hand-over in a terminal', async () => {
    const { err } = await foreign(['chat'], 'I want to talk to a human\n');
    expect(err).toContain('nobody takes it');
  });
});

describe('triage', () => {
  it('answers each ticket as ask does, with its id', async () => {
    const { code, out } = await foreign(
      ['triage', '--role', 'guest'],
      `${JSON.stringify({ id: 'a', text: REPORT })}\n`,
    );
    const asked = JSON.parse((await foreign(['ask', '--json', REPORT, '--role', 'guest'])).out);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ id: 'a', ...asked });
  });
});

describe('check', () => {
  it('is silent on stdout where all is well, and takes the folder either way', async () => {
    const { code, out } = await keyturn(['check', 'test/foreign-knowledge']);
    expect([code, out]).toEqual([0, '']);
    expect((await foreign(['check'])).code).toBe(0);
  });
});

describe('simulate', () => {
  it('reports each experiment as JSON, the same figures each time', async () => {
    const options = ['--json', '--rounds', '1', '--two-step'];
    const first = await keyturn(['simulate', ...options, 'test/foreign-knowledge']);
    const report = JSON.parse(first.out);
    expect(Object.keys(report.experiments)).toEqual([
      ...['truthful', 'truthful-moved', 'forgetful', 'forgetful-moved'],
      ...['mistaken-5', 'mistaken-5-moved', 'mistaken-10', 'mistaken-10-moved'],
      ...['mistaken-20', 'mistaken-20-moved', 'family-known', 'two-step'],
    ]);
    expect(report.experiments.truthful.problems[0]).toMatchObject({
      family: 'espresso-machine',
      reached: 1,
      decidedBy: [{ by: expect.stringMatching(/^question /), runs: 1 }],
    });
    expect(report.experiments.truthful.total).toMatchObject({ runs: 9, reached: 1 });
    expect(report).toMatchObject({ role: 'guest', rounds: 1, familyKnown: false });
    expect((await foreign(['simulate', ...options])).out).toBe(first.out);
  });

  it('fails where nobody reaches a problem, and says which', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keyturn-'));
    await cp('test/foreign-knowledge', folder, { recursive: true });
    const costs = await readFile(join(folder, 'costs.yaml'), 'utf8');
    const withHandOver = async (duration: string): Promise<Ran> => {
      await writeFile(
        join(folder, 'costs.yaml'),
        costs.replace(/^hand_over: .*$/m, `hand_over: ${duration}`),
      );
      return await keyturn(['simulate', '--rounds', '1', folder]);
    };
    const costly = await withHandOver('100 h');
    expect([costly.code, costly.out]).toEqual([0, expect.stringMatching(/\n {2}truthful +9 +100\.0 %/)]);
    const free = await withHandOver('1 s');
    expect([free.code, free.out]).toEqual([1, expect.stringContaining('cannot be reached by anybody')]);
    await rm(folder, { recursive: true });
  });

  it('prints a line per kind of device as Markdown', async () => {
    const { out } = await foreign(['simulate', '--rounds', '1', '--markdown']);
    const lines = out.trimEnd().split('\n');
    expect(lines[1]).toMatch(/^\|---\|(--:\|)+$/);
    expect(lines.slice(2).map((line) => line.split(' ')[1])).toEqual([
      'espresso-machine',
      'grinder',
      'total',
    ]);
  });

  it('compares with another revision, and fails where a problem is clearly worse', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keyturn-'));
    await cp('test/foreign-knowledge', folder, { recursive: true });
    const against = async (newer: string, older: string, ...options: string[]): Promise<Ran> =>
      await keyturn(['simulate', newer, '--against', older, '--rounds', '1', ...options]);
    const same = await against(folder, 'test/foreign-knowledge');
    expect([same.code, same.out]).toEqual([0, expect.stringContaining('Nothing got clearly worse.')]);
    const costs = await readFile(join(folder, 'costs.yaml'), 'utf8');
    await writeFile(join(folder, 'costs.yaml'), costs.replace(/^hand_over: .*$/m, 'hand_over: 5 min'));
    const worse = await against(folder, 'test/foreign-knowledge');
    expect([worse.code, worse.out]).toEqual([1, expect.stringContaining('\nClearly worse\n')]);
    const { against: older } = JSON.parse((await against(folder, 'test/foreign-knowledge', '--json')).out);
    expect(older).toMatchObject({ clearlyWorse: true, added: [], removed: [] });
    expect(older.changes[0].verdict).toBe('clearly-worse');
    await rm(folder, { recursive: true });
  });

  it.each([
    ['a comparison of people who slip', ['--slips', '0.1', '--against', 'test/foreign-knowledge']],
    ['a comparison as Markdown', ['--markdown', '--against', 'test/foreign-knowledge']],
    ['one table in two forms', ['--markdown', '--json']],
  ])('%s is wrong usage', async (_title, options) => {
    expect((await foreign(['simulate', ...options])).code).toBe(2);
  });

  it('says which revision to compare with is none', async () => {
    const { code, err } = await foreign(['simulate', '--against', 'no-such-folder']);
    expect([code, err]).toEqual([1, expect.stringContaining('no-such-folder')]);
  });

  it.each(['0', '-1', 'many', '1.5'])('%s rounds are wrong usage', async (rounds) => {
    expect((await foreign(['simulate', `--rounds=${rounds}`])).code).toBe(2);
  });
});

describe('serve', () => {
  it.each([
    ['a store that is none', { KEYTURN_STORE: 'somewhere' }, [], 1, 'KEYTURN_STORE=somewhere must be'],
    ['a port that is none', {}, ['--port', '99999'], 2, '--port must be a whole number'],
  ])('%s is told before anything is served', async (_title, env, options, exit, message) => {
    const { code, out, err } = await keyturn(['serve', ...options], '', undefined, env);
    expect([code, out]).toEqual([exit, '']);
    expect(err).toContain(message);
    expect(err).not.toContain('should not have happened');
  });
});
