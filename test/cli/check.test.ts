import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CheckOptions, check } from '../../src/cli/check.ts';
import { soundBase } from '../broken-knowledge/case.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyturn-'));
  for (const [path, text] of soundBase()) await put(path, text);
});

afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** A stream, and all that was written to it. */
function collector() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('').replaceAll(folder, 'FOLDER') };
}

/** What the command prints, with the folder called FOLDER. */
async function run(options: Partial<CheckOptions> = {}, dir = folder) {
  const [out, err] = [collector(), collector()];
  const streams = { stdout: out.stream, stderr: err.stream };
  const code = await check(dir, streams, { json: false, colour: false, ...options });
  return { code, stdout: out.text(), stderr: err.text() };
}

test('a sound base: nothing to print, and exit code 0', async () => {
  expect(await run()).toEqual({
    code: 0,
    stdout: '',
    stderr: `FOLDER: ${soundBase().size} files, no complaints\n`,
  });
});

test('an error: where, what, and what to do; exit code 1', async () => {
  await put('steps/check-plug.yaml', soundBase().get('steps/check-plug.yaml')!.replace('owner', 'onwer'));
  expect(await run()).toEqual({
    code: 1,
    stdout:
      'FOLDER/steps/check-plug.yaml:4:5 UNKNOWN_ROLE "onwer": did you mean "owner"?\n  4 | by: onwer\n          ^\n',
    stderr: `FOLDER: ${soundBase().size} files, 1 error, 0 warnings\n`,
  });
});

test('a warning alone gives exit code 1 too', async () => {
  await put(
    'steps/dust.yaml',
    soundBase()
      .get('steps/check-plug.yaml')!
      .replace('check-plug', 'dust')
      .replace(/said_done.*\n/, ''),
  );
  expect(await run()).toMatchObject({ code: 1, stderr: expect.stringContaining('0 errors, 1 warning\n') });
});

test('a conversation that goes another way is an error, with what came instead', async () => {
  const dark = soundBase().get('conversations/dark.yaml')!;
  await put('conversations/dark.yaml', dark.replace('question: plugged', 'question: shines'));
  expect(await run()).toEqual({
    code: 1,
    stdout:
      'FOLDER/conversations/dark.yaml:7:5 CONVERSATION_GOES_OTHERWISE expected the question shines, but what came is ' +
      'the question plugged ("Is it plugged in?"): where the new way is better for the person, change the conversation, ' +
      'else the knowledge\n  7 |   - bot: { question: shines }\n          ^\n',
    stderr: `FOLDER: ${soundBase().size} files, 1 error, 0 warnings\n`,
  });
});

test('on a terminal a bar shows how far it is, and is gone at the end', async () => {
  const [out, err] = [collector(), collector()];
  const terminal = Object.assign(err.stream, { isTTY: true, columns: 80 });
  await check(folder, { stdout: out.stream, stderr: terminal }, { json: false, colour: false });
  expect(err.text()).toMatch(/^\r\u001b\[K\[#+\.+\] 16 % {2}reading the files/);
  expect(err.text().split('\r\u001b[K').at(-1)).toBe(`FOLDER: ${soundBase().size} files, no complaints\n`);
  expect(out.text()).toBe('');
});

test('more complaints than anybody reads end with how many there are', async () => {
  await put('steps/check-plug.yaml', Array.from({ length: 1500 }, (_, i) => `k${i}: x\n`).join(''));
  const { stdout } = await run();
  expect(stdout).toMatch(/\n\(and \d{3} more\)\n$/);
  expect(stdout.match(/^FOLDER/gm)).toHaveLength(1000);
});

test('as JSON for programs, all of them', async () => {
  await put('steps/check-plug.yaml', soundBase().get('steps/check-plug.yaml')!.replace('owner', 'onwer'));
  const { code, stdout, stderr } = await run({ json: true });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    errors: 1,
    warnings: 0,
    complaints: [
      {
        code: 'UNKNOWN_ROLE',
        severity: 'error',
        path: 'FOLDER/steps/check-plug.yaml',
        line: 4,
        col: 5,
        message: '"onwer"',
        suggestion: 'did you mean "owner"?',
        source: 'by: onwer',
      },
    ],
  });
});

test('in colours the code stands out, and nothing else changes', async () => {
  await put('steps/check-plug.yaml', soundBase().get('steps/check-plug.yaml')!.replace('owner', 'onwer'));
  const { stdout } = await run({ colour: true });
  expect(stdout).toContain(' \u001b[31mUNKNOWN_ROLE\u001b[0m ');
  expect(stdout.replace(/\u001b\[\d+m/g, '')).toBe((await run()).stdout);
});

test('a folder that is not there', async () => {
  await expect(run({}, join(folder, 'none'))).rejects.toThrow(/there is no folder/);
});
