import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../src/cli/main.ts';
import { Conversation } from './conversation.ts';
import { shippedBase } from './foreign-base.ts';

const readme = readFileSync('README.md', 'utf8');

/** What adds to the knowledge is replayed on a copy of it, in add-a-problem.test.ts. */
const harmless = readme.replace(/^## Add a problem\n[\s\S]*?(?=^## )/m, '');

/** Commands of the shell blocks that call keyturn, split as a shell does it for the quotes used there. */
const commands = [...harmless.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap((block) => (block[1] ?? '').split('\n'))
  .filter((line) => line.startsWith('npx keyturn '))
  .map((line) =>
    [...line.slice('npx keyturn '.length).matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
      (m) => m[1] ?? m[2] ?? m[3] ?? '',
    ),
  );

describe('every keyturn command of the README runs', () => {
  // Files that the commands write for each other stand in a folder of their own.
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-'));
  const placed = (word: string): string => (/\.(jsonl|html)$/.test(word) ? join(folder, word) : word);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(commands.map((argv) => [argv.join(' '), argv] as const))('keyturn %s', async (_line, argv) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const printed = Promise.all([text(stdout), text(stderr)]);
    const code = await run(argv.map(placed), { stdin: Readable.from([]), stdout, stderr, env: {} });
    stdout.end();
    stderr.end();
    const [data, diagnostics] = await printed;
    expect({ code, why: code === 0 ? '' : data + diagnostics }).toEqual({ code: 0, why: '' });
    expect(data + diagnostics).not.toBe('');
  });
});

test('says of every package that runs in production why it is there', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const rows = [...readme.matchAll(/^\| ([\w@/.-]+) \| [^|]+ \|$/gm)].map((row) => row[1]);
  expect(rows).toEqual(expect.arrayContaining(Object.keys(dependencies)));
});

describe('the conversations in the README go as they are printed there', async () => {
  const { prepared } = await shippedBase();
  const printed = [...readme.matchAll(/```\n(you {6}[\s\S]*?)```/g)].map((match) => match[1] ?? '');
  const oneLine = (text: string): string =>
    text
      .replace(/^\s*\d\. /gm, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const typed = (person: string): string => person.replace(/^(?:you {6}| {9})/gm, '').trim();

  test('there are three', () => expect(printed).toHaveLength(3));
  test.each(printed.map((block) => [typed(block).split('\n')[0], block] as const))('%s', (_first, block) => {
    const conversation = new Conversation(prepared);
    for (const turn of block.split(/^(?=you {6})/m)) {
      const [person = '', bot = ''] = turn.split(/^keyturn {2}/m);
      const replies = conversation.does(typed(person));
      const said = oneLine(
        replies
          .flatMap((reply) => [reply.text, ...('steps' in reply ? reply.steps.map((step) => step.do) : [])])
          .join('\n'),
      );
      for (const sentence of bot.split(/^ +(?=\d\. |Fetch )/m)) expect(said).toContain(oneLine(sentence));
    }
  });
});
