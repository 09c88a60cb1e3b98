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

const place = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const golden = (argv: readonly string[], stdin = '') =>
  keyturn(['golden', ...argv, '--knowledge', knowledge], stdin);
const written = (out: string): string => readFileSync(out.trim().split('\n')[0] ?? '', 'utf8');
const FIRST = 'the coffee machine gives no coffee, the blue light is on';

describe('keyturn golden', () => {
  test('keeps a message as it goes, and the check plays it from then on', async () => {
    const { code, out, err } = await golden(['-'], FIRST);
    expect(code).toBe(0);
    expect(err).toContain('It goes as written.');
    expect(written(out)).toContain(`  - user: ${FIRST}\n  - bot: { remedy: `);
    expect(await keyturn(['check', knowledge])).toMatchObject({ code: 0 });
  });

  test('reads what chat wrote down: the same words, the same buttons', async () => {
    const file = join(folder, 'said.jsonl');
    await keyturn(['chat', '--transcript', file, '--knowledge', knowledge], `${FIRST}\n1\n`);
    const { code, out } = await golden([file]);
    expect(code).toBe(0);
    expect(written(out)).toMatch(
      /- user: .*\n {2}- bot: \{ remedy: .*\n {2}- chooses: fixed\n {2}- bot: \{ closing: true \}/,
    );
  });

  test('asks what should have come; what followed the wrong way is left out', async () => {
    const file = place('said.txt', `you      ${FIRST}\nkeyturn  Fill the tank.\nyou      fixed\n`);
    const { code, out, err } = await golden(
      [file],
      'handovr\nhandover\nNobody fills tanks here\nThey may not.\n',
    );
    expect(code).toBe(0);
    expect(err).toContain('did you mean "handover"?');
    expect(err).toContain('It does not go like this yet: expected a handover');
    expect(written(out)).toBe(
      [
        '# yaml-language-server: $schema=../schema/conversation.schema.json',
        'title: Nobody fills tanks here',
        'why: They may not.',
        'turns:',
        `  - user: ${FIRST}`,
        '  - bot: { handover: true }',
        '',
      ].join('\n'),
    );
  });

  test('keeps no secret that somebody told', async () => {
    const { code, out } = await golden(['-'], `${FIRST}, my PIN is 4711`);
    expect(code).toBe(0);
    expect(out + written(out)).not.toContain('4711');
  });

  test('makes a problem where nothing fitted, of what was said', async () => {
    const answers = place(
      'answers.yaml',
      'should: { 1: new }\nproblem: { id: sour-milk, families: espresso-machine, steps: [Take fresh milk.] }\n',
    );
    const { code, out } = await golden(
      ['-', '--answers', answers],
      'the foam of the coffee machine tastes of vinegar',
    );
    expect(code).toBe(0);
    expect(written(out)).toContain('- bot: { remedy: sour-milk }');
    const problem = readFileSync(join(knowledge, 'problems/espresso-machine/sour-milk.yaml'), 'utf8');
    expect(problem).toContain('- the foam of the coffee machine tastes of vinegar');
  });

  test.each([
    ['an empty transcript', '', '{}', 'nobody says anything'],
    ['a turn that does not exist', FIRST, 'should: { 7: handover }', 'names turn 7'],
    [
      'a decision that does not exist',
      FIRST,
      'should: { 1: remedy tank-emty }',
      'did you mean "tank-empty"?',
    ],
  ])('refuses %s and writes nothing', async (_title, transcript, answers, why) => {
    const before = readdirSync(join(knowledge, 'conversations'));
    const { code, out, err } = await golden(['-', '--answers', place('answers.yaml', answers)], transcript);
    expect(code).toBe(1);
    expect(out + err).toContain(why);
    expect(readdirSync(join(knowledge, 'conversations'))).toEqual(before);
  });
});
