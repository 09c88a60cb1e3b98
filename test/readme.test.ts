import { readFileSync } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/main.ts';
import { Conversation } from './conversation.ts';
import { shippedBase } from './foreign-base.ts';

const readme = readFileSync('README.md', 'utf8');

/** Commands of the shell blocks that call keyturn, split as a shell does it for the quotes used there. */
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap((block) => (block[1] ?? '').split('\n'))
  .filter((line) => line.startsWith('npx keyturn '))
  .map((line) =>
    [...line.slice('npx keyturn '.length).matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
      (m) => m[1] ?? m[2] ?? m[3] ?? '',
    ),
  );

describe('every keyturn command of the README runs', () => {
  test.each(commands.map((argv) => [argv.join(' '), argv] as const))('keyturn %s', async (_line, argv) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const printed = Promise.all([text(stdout), text(stderr)]);
    const code = await run(argv, { stdin: Readable.from([]), stdout, stderr, env: {} });
    stdout.end();
    stderr.end();
    const [data, diagnostics] = await printed;
    expect({ code, why: code === 0 ? '' : data + diagnostics }).toEqual({ code: 0, why: '' });
    expect(data + diagnostics).not.toBe('');
  });
});

test('the conversation in the README goes as it is printed there', async () => {
  const { prepared } = await shippedBase();
  const block = /```\n(you {2}[\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const turns = block.split(/^(?=you {2})/m).map((turn) => turn.split(/^keyturn {2}/m));
  expect(turns.length).toBeGreaterThan(1);
  const conversation = new Conversation(prepared);
  const words = (printed: string): string =>
    printed
      .replace(/^\s*\d\. /gm, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  for (const [person = '', bot = ''] of turns) {
    const said = words(
      JSON.stringify(conversation.does(words(person.replace(/^you/, '')))).replaceAll('\\n', ' '),
    );
    for (const line of bot.split(/^ +(?=\d\. )/m)) expect(said).toContain(words(line));
  }
});
