import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ran } from './cli/program.ts';
import { makeClone } from './clone.ts';

/** One thing that a newcomer does: pastes a block into the file that its first line names, or a line into a shell. */
type Doing =
  | { readonly kind: 'writes'; readonly path: string; readonly text: string }
  | { readonly kind: 'runs'; readonly line: string };

const section = /^## Add a problem\n([\s\S]*?)^## /m.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';

function doingsOf(language: string, block: string): readonly Doing[] {
  const lines = block.trim().split('\n');
  if (language === 'sh') return lines.map((line) => ({ kind: 'runs', line }));
  return [{ kind: 'writes', path: lines[0]?.replace(/^# /, '') ?? '', text: block }];
}

const doings = [...section.matchAll(/```(yaml|sh)\n([\s\S]*?)```/g)].flatMap(
  ([, language = '', block = '']) => doingsOf(language, block),
);

describe('a newcomer who pastes "Add a problem" of the README to the letter', () => {
  const clone = makeClone();
  const ran = new Map<string, Ran>();
  const filesNow = (): readonly string[] =>
    readdirSync(join(clone.folder, 'knowledge'), { recursive: true, encoding: 'utf8' });
  const before = filesNow();

  beforeAll(async () => {
    for (const doing of doings) {
      if (doing.kind === 'writes') writeFileSync(join(clone.folder, doing.path), doing.text);
      else ran.set(doing.line, await clone.shell(doing.line));
    }
  }, 600_000);
  afterAll(() => clone.remove());

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
