import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyturn } from './program.ts';

let folder = '';
let knowledge = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-'));
  knowledge = join(folder, 'knowledge');
  cpSync('test/foreign-knowledge', knowledge, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const filesNow = (): readonly string[] =>
  readdirSync(knowledge, { recursive: true, encoding: 'utf8' }).sort();
const typed = (...lines: string[]): Promise<Awaited<ReturnType<typeof keyturn>>> =>
  keyturn(['new', 'problem', '--knowledge', knowledge], `${lines.join('\n')}\n`);
const answered = (answers: string) => {
  const file = join(folder, 'answers.yaml');
  writeFileSync(file, answers);
  return keyturn(['new', 'problem', '--answers', file, '--knowledge', knowledge]);
};
const written = (out: string): string =>
  out
    .trim()
    .split('\n')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

/** Enter on every question, and once more to keep it. */
const ENTERS = Array.from({ length: 7 }, () => '');

describe('keyturn new problem', () => {
  test('has a default for every question; a problem without a sign is kept only by a word of the author', async () => {
    const { code, out, err } = await typed(...ENTERS, 'keep');
    expect(code).toBe(0);
    expect(err).toContain('UNREACHED_PROBLEM');
    expect(written(out)).toContain('title: Something that is not described yet');
    const check = await keyturn(['check', '--json', knowledge]);
    expect(JSON.parse(check.out)).toMatchObject({ errors: 0 });
  });

  test('asks for what is wrong, what is said, what is seen, and what is done', async () => {
    const { code, out, err } = await typed(
      'The milk is sour',
      'espresso-machine',
      'the foam tastes of vinegar',
      'milk smells off',
      '',
      '',
      'Pour the milk away and take a fresh one.',
      '1',
      '2',
      'What is in the jug is lost.',
      'The foam tastes sweet.',
      '',
      '',
      '',
      'keep',
    );
    expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
    const text = written(out);
    expect(out).toContain('milk-sour.yaml');
    for (const line of [
      'title: The milk is sour',
      '  - milk smells off',
      'caution: What is in the jug is lost.',
      'fixed_when: The foam tastes sweet.',
    ])
      expect(text).toContain(line);
  });

  test.each<[string, string[], string]>([
    ['a kind of device that is none', ['Sour milk', 'espreso-machine'], 'did you mean "espresso-machine"?'],
    ['a number that is not on the list', ['Sour milk', '99'], '"99" is not a number from 1 to'],
    ['the way back', ['Sour milk', 'back'], 'What is wrong, in one line?'],
  ])('understands %s', async (_title, lines, shown) => {
    const [, ...asked] = (await typed(...lines)).err.split('What is wrong, in one line?');
    expect(asked.join('What is wrong, in one line?')).toContain(shown);
  });

  test.each([
    ['where the author leaves', ['Sour milk', '/quit']],
    ['where the input ends', ['Sour milk', '', 'the milk is sour']],
    ['where it was only looked at', ENTERS.slice(1)],
  ])('writes nothing %s', async (_title, lines) => {
    const before = filesNow();
    expect(await typed(...lines)).toMatchObject({ code: 1, out: '' });
    expect(filesNow()).toEqual(before);
  });

  test.each([
    ['what is not YAML', 'title: "open', 'answers.yaml:1:'],
    ['a word that is none of the answers', 'tittle: Sour milk', 'Unrecognized key: "tittle"'],
    ['a step that does not exist', 'steps: [fill-the-tnak]', 'UNKNOWN_STEP'],
    ['a kind of device that does not exist', 'families: toaster', 'UNKNOWN_FAMILY'],
    ['a question that does not exist', 'signs: { milk: { sour: usually } }', 'UNKNOWN_QUESTION'],
  ])('refuses %s, says why, and writes nothing', async (_title, answers, why) => {
    const before = filesNow();
    const { code, out, err } = await answered(answers);
    expect(code).toBe(1);
    expect(out + err).toContain(why);
    expect(filesNow()).toEqual(before);
  });

  test('never takes the place of a file: the same answers make another problem', async () => {
    const [first, second] = [await answered('title: Sour milk'), await answered('title: Sour milk')];
    expect(first.out).toContain('/sour-milk.yaml');
    expect(second.out + second.err).toContain('sour-milk-2.yaml');
  });
});
