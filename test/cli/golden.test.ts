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

describe('keyturn golden, where a turn was misheard', () => {
  const ASKED = 'you  no coffee comes out\n';
  const MISHEARD = `${ASKED}you  it glows like a christmas tree\nyou  still nothing\n`;
  const heard = (argv: readonly string[], transcript = MISHEARD) => golden(['-', ...argv], transcript);
  const lines = (path: string): readonly string[] =>
    readFileSync(join(knowledge, 'examples', path), 'utf8')
      .trim()
      .split('\n');

  test('teaches what it was, tells what that changes, and holds what comes then', async () => {
    const { code, out, err } = await heard(['--turn', '2', '--answer', 'lit']);
    expect(code).toBe(0);
    expect(out).toContain('water-light.jsonl');
    expect(lines('replies/water-light.jsonl')).toEqual([
      '{"says":"it glows like a christmas tree","answer":"lit"}',
    ]);
    expect(err).toMatch(/was heard as .* and is heard as lit now\.\n\d+ heads learnt anew; of \d+ examples/);
    expect(err).toContain('It goes as written.');
    expect(written(out)).toBe(
      [
        '# yaml-language-server: $schema=../schema/conversation.schema.json',
        'title: no coffee comes out',
        'why: What the person says in turn 2 was misheard; it is answer lit of water-light.',
        'turns:',
        '  - user: no coffee comes out',
        '  - bot: { question: water-light }',
        '  - user: it glows like a christmas tree',
        '  - bot: { remedy: tank-empty }',
        '',
      ].join('\n'),
    );
    expect(await keyturn(['check', knowledge])).toMatchObject({ code: 0 });
  });

  test('is told so in words, too, where somebody is asked turn by turn', async () => {
    const file = place('said.txt', MISHEARD);
    const { code, out, err } = await golden([file], '\nanswer lti\nanswer lit\nGlowing\n\n');
    expect(code).toBe(0);
    expect(err).toContain('there is no answer "lti". Did you mean "lit"?');
    expect(written(out)).toContain('title: Glowing\n');
    expect(written(out)).toContain('  - bot: { remedy: tank-empty }\n');
  });

  test('is told so by a file, with what should have come', async () => {
    const answers = place(
      'answers.yaml',
      'misheard: { turn: 1, standing: denied, says: no coffee }\nshould: { 1: question comes-out }\n',
    );
    const { code, out } = await heard(['--answers', answers], ASKED);
    expect(code).toBe(0);
    expect(lines('statements/denied.jsonl')).toEqual(['{"says":"no coffee"}']);
    expect(written(out)).toContain('  - bot: { question: comes-out }\n');
  });

  test.each([
    ['what a turn does', ['--turn', '2', '--act', 'human'], 'turns/human.jsonl', 'handover: true'],
    [
      'a first message',
      ['--turn', '1', '--problem', 'tank-empty'],
      'problems/tank-empty.jsonl',
      'question: ',
    ],
  ])('takes %s', async (_title, argv, path, expected) => {
    const { code, out } = await heard(argv);
    expect(code).toBe(0);
    expect(lines(path).at(-1)).toContain('"says":');
    expect(written(out)).toContain(expected);
  });

  test('keeps no secret, and no line twice', async () => {
    const told = `${ASKED}you  it glows, my PIN is 4711\n`;
    await heard(['--turn', '2', '--answer', 'lit'], told);
    const { code, err } = await heard(['--turn', '2', '--answer', 'lit'], told);
    expect(code).toBe(0);
    expect(err).toContain('stands there already.');
    expect(lines('replies/water-light.jsonl')).toHaveLength(1);
    expect(lines('replies/water-light.jsonl')[0]).not.toContain('4711');
  });

  test.each([
    [['--turn', '9', '--answer', 'lit'], 1, 'there is no turn 9: the person does 3 things.'],
    [['--turn', '1', '--answer', 'lit'], 1, 'before turn 1 no question waits'],
    [['--turn', '2', '--answer', 'bright'], 1, 'there is no answer "bright". There are: lit, dark,'],
    [
      ['--turn', '1', '--problem', 'tank-gone'],
      1,
      'there is no problem "tank-gone". Like it are: tank-empty',
    ],
    [['--turn', '2', '--answer', 'lit', '--says', 'it glow worms'], 1, 'no part of what is said in turn 2'],
    [['--answer', 'lit'], 2, 'say which turn was misheard: --turn N.'],
    [['--turn', '2'], 2, 'say what it is'],
    [
      ['--turn', '1', '--standing', 'so', '--states', 'water-light=lit'],
      1,
      'turn 1 is not heard as "standing so" with one example of it',
    ],
  ])('%j: writes nothing and says why', async (argv, expected, why) => {
    const { code, err } = await heard(argv);
    expect([code, err]).toEqual([expected, expect.stringContaining(why)]);
    expect(readdirSync(join(knowledge, 'conversations'))).toEqual(
      readdirSync('test/foreign-knowledge/conversations'),
    );
  });

  test('refuses a line that is an example of something else, and names it', async () => {
    await heard(['--turn', '2', '--answer', 'lit']);
    const { code, err } = await heard(['--turn', '2', '--answer', 'dark']);
    expect(code).toBe(1);
    expect(err).toContain('the same words are taught as "lit" already (examples/replies/water-light.jsonl)');
    expect(err).toContain('nothing was written');
    expect(lines('replies/water-light.jsonl')).toHaveLength(1);
  });

  test('says that nobody mishears a button', async () => {
    const { code, err } = await heard(['--turn', '2', '--answer', 'lit'], `${ASKED}you  1\n`);
    expect([code, err]).toEqual([1, expect.stringContaining('no button is misheard')]);
  });
});
