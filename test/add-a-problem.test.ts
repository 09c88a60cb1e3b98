import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyturn, type Ran } from './cli/program.ts';

/** One thing that a newcomer does: writes a file, or runs a command, with what is piped into it. */
type Doing =
  | { readonly kind: 'writes'; readonly path: string; readonly text: string }
  | {
      readonly kind: 'runs';
      readonly line: string;
      readonly argv: readonly string[];
      readonly stdin: string;
    };

const section = /^## Add a problem\n([\s\S]*?)^## /m.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';

const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');

function doingsOf(language: string, block: string): readonly Doing[] {
  if (language === 'yaml') {
    const [first = '', ...rest] = block.split('\n');
    return [{ kind: 'writes', path: first.replace(/^# /, ''), text: rest.join('\n') }];
  }
  return block
    .trim()
    .split('\n')
    .map((line) => {
      const piped = /^(?:echo "([^"]*)" \| )?npx keyturn (.*)$/.exec(line);
      if (piped === null) throw new Error(`this is no command of the section: ${line}`);
      const stdin = piped[1] === undefined ? '' : `${piped[1]}\n`;
      return { kind: 'runs', line, argv: words(piped[2] ?? ''), stdin };
    });
}

const doings = [...section.matchAll(/```(yaml|sh)\n([\s\S]*?)```/g)].flatMap(
  ([, language = '', block = '']) => doingsOf(language, block),
);

describe('a newcomer who follows "Add a problem" of the README to the letter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-'));
  const knowledge = join(folder, 'knowledge');
  const ran = new Map<string, Ran>();
  const filesNow = (): readonly string[] => readdirSync(knowledge, { recursive: true, encoding: 'utf8' });
  let before: readonly string[] = [];

  beforeAll(async () => {
    cpSync('knowledge', knowledge, { recursive: true });
    before = filesNow();
    for (const doing of doings) {
      if (doing.kind === 'writes') writeFileSync(join(folder, doing.path), doing.text);
      else {
        const placed = doing.argv.map((word) => (word.endsWith('.yaml') ? join(folder, word) : word));
        ran.set(doing.line, await keyturn([...placed, '--knowledge', knowledge], doing.stdin));
      }
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const output = (command: string): string =>
    [...ran]
      .filter(([line]) => line.includes(`npx keyturn ${command}`))
      .map(([, { out }]) => out)
      .join('');

  test('is done in under ten commands and edits', () => {
    expect(doings.length).toBeGreaterThan(3);
    expect(doings.length).toBeLessThan(10);
  });

  test('sees every command end well, the check last', () => {
    const failed = [...ran]
      .filter(([, { code }]) => code !== 0)
      .map(([line, { out, err }]) => `${line}\n${out}${err}`);
    expect(failed).toEqual([]);
    expect(doings.at(-1)).toMatchObject({ line: 'npx keyturn check' });
  });

  test('has a new problem and a golden conversation', () => {
    const added = filesNow().filter((path) => !before.includes(path));
    const kinds = added.map((path) => path.split(/[\\/]/)[0]).sort();
    expect(kinds).toEqual(['conversations', 'problems', 'questions', 'steps']);
  });

  test('is helped with it: what the problem asks for is what the conversation holds', () => {
    const title = /^title: (.*)$/m.exec(section)?.[1] ?? 'no title';
    expect(output('ask').replace(/\s+/g, ' ')).toContain(`${title}. `);
    const conversation = readFileSync(output('golden').trim(), 'utf8');
    const [id] = filesNow().filter((path) => !before.includes(path) && /^problems/.test(path));
    expect(conversation).toContain(`remedy: ${id?.replace(/^.*[\\/]|\.yaml$/g, '')} }`);
  });
});
