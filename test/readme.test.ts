import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { makeClone } from './clone.ts';
import { Conversation } from './conversation.ts';
import { shippedBase } from './foreign-base.ts';

const readme = readFileSync('README.md', 'utf8');

/** What adds to the knowledge is replayed on a copy of it, in add-a-problem.test.ts. */
const harmless = readme.replace(/^## Add a problem\n[\s\S]*?(?=^## )/m, '');

/** Lines of the shell blocks that call keyturn, as they are pasted. */
const commands = [...harmless.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap((block) => (block[1] ?? '').split('\n'))
  .filter((line) => /^(?:printf .* \| )?npx keyturn /.test(line));

describe('every keyturn command of the README runs as it is pasted', () => {
  // One folder for all: some write a file that the next one reads.
  const clone = makeClone();
  afterAll(() => clone.remove());

  test.each(commands)('%s', { timeout: 300_000 }, async (line) => {
    const { code, out, err } = await clone.shell(line);
    expect({ code, why: code === 0 ? '' : out + err }).toEqual({ code: 0, why: '' });
    expect(out + err).not.toBe('');
  });
});

test('says of every package that runs in production why it is there', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const rows = [...readme.matchAll(/^\| ([\w@/.-]+) \| [^|]+ \|$/gm)].map((row) => row[1]);
  expect(rows).toEqual(expect.arrayContaining(Object.keys(dependencies)));
});

test('says which Node it needs, as package.json does, and which package asks for a newer one', () => {
  const oldest = /Node (\d+) works, too, though npm warns there that (\S+) asks for (\d+)/.exec(
    readme.replaceAll('\n', ' '),
  );
  const [, major, ...exception] = oldest ?? [];
  expect(JSON.parse(readFileSync('package.json', 'utf8')).engines).toEqual({ node: `>=${major}` });
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const asking = Object.keys(packages)
    .filter((path) => packages[path].dev !== true)
    .map((path) => [path.split('node_modules/').at(-1), /\d+/.exec(packages[path].engines?.node ?? '')?.[0]]);
  expect(asking.filter(([, lowest]) => Number(lowest) > Number(major))).toEqual([exception]);
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

  test('there are four', () => expect(printed).toHaveLength(4));
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
