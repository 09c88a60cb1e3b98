import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyturn } from './program.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-'));
  cpSync('test/foreign-knowledge', folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const example = (...argv: readonly string[]) => keyturn(['example', ...argv, '--knowledge', folder]);
const lastLine = (path: string): string =>
  readFileSync(join(folder, path), 'utf8').trim().split('\n').at(-1) ?? '';

describe('keyturn example', () => {
  test('adds a turn, and says what it was heard as and is', async () => {
    const { code, out, err } = await example(
      'queue is gone, mugs are full',
      '--act',
      'fixed',
      '--remedy',
      'tank-empty',
    );
    expect([code, out]).toEqual([0, `${join(folder, 'examples/turns/fixed.jsonl')}\n`]);
    expect(lastLine('examples/turns/fixed.jsonl')).toBe(
      '{"says":"queue is gone, mugs are full","while":"remedy","problem":"tank-empty"}',
    );
    expect(err).toMatch(
      /was heard as .* and is heard as fixed now\.\n\d+ heads learnt anew; of \d+ examples/,
    );
    expect(await keyturn(['check', folder])).toMatchObject({ code: 0 });
  });

  test('adds a reply and a first message, each into a file that was not there', async () => {
    await example('shines like a lighthouse', '--question', 'water-light', '--answer', 'lit');
    expect(lastLine('examples/replies/water-light.jsonl')).toBe(
      '{"says":"shines like a lighthouse","answer":"lit"}',
    );
    await example('it wants water says the little drop', '--problem', 'tank-empty');
    expect(lastLine('examples/problems/tank-empty.jsonl')).toBe(
      '{"says":"it wants water says the little drop"}',
    );
  });

  test('adds a sentence by how it stands, with what it states', async () => {
    await example('lamp is not out, it glows', '--standing', 'denied', '--states', 'water-light=lit');
    expect(lastLine('examples/statements/denied.jsonl')).toBe(
      '{"says":"lamp is not out, it glows","facts":{"water-light":"lit"}}',
    );
  });

  test('adds a question to the article that answers it, and one that none does', async () => {
    mkdirSync(join(folder, 'answers'));
    writeFileSync(
      join(folder, 'answers/loud.yaml'),
      '# yaml-language-server: $schema=../schema/answer.schema.json\n' +
        'asks: [is it loud, why so loud, is the noise normal, can it be quieter, will it wake them]\n' +
        'says: A machine hums while it works.\nsources: [G]\n',
    );
    appendFileSync(join(folder, 'messages/en.yaml'), '  help-offered: Tell me what you see.\n');
    await example('are you a machine as well', '--article', 'none');
    const { code, err } = await example(
      'wont that wake the baby',
      '--article',
      'loud',
      '--question',
      'noise',
    );
    expect(code).toBe(0);
    expect(err).toMatch(/was heard as .* and is heard as loud now\./);
    expect(lastLine('examples/answers/none.jsonl')).toBe('{"says":"are you a machine as well"}');
    expect(lastLine('examples/answers/loud.jsonl')).toBe(
      '{"says":"wont that wake the baby","while":"question","question":"noise"}',
    );
    expect(await example('is it hot', '--article', 'lowd')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Did you mean "loud"?'),
    });
  });

  test('hides what is secret', async () => {
    const { err } = await example('my pin is 4471 and it wants a person', '--act', 'human');
    expect(err).toContain('Something secret in it was hidden.');
    expect(lastLine('examples/turns/human.jsonl')).not.toContain('4471');
  });

  test.each([
    [
      ['hm'],
      2,
      'say what it is: --problem ID, --question ID --answer ID, --act ACT, --article ID, or --standing STANDING.',
    ],
    [['--act', 'fixed'], 2, 'say the words that somebody wrote'],
    [['hm', '--answer', 'on'], 2, 'say which question it answers: --question ID.'],
    [['hm', '--standing', 'sso'], 1, 'there is no standing "sso". Did you mean "so"?'],
    [['hm', '--standing', 'so', '--states', 'water-lamp=lit'], 1, 'there is no question "water-lamp"'],
    [['hm', '--act', 'fxed'], 1, 'there is no act "fxed". Did you mean "fixed"?'],
    [['hm', '--problem', 'tank-emty'], 1, 'there is no problem "tank-emty". Did you mean "tank-empty"?'],
    [['hm', '--question', 'water-light', '--answer', 'onn'], 1, 'there is no answer "onn"'],
  ])('%j: writes nothing and says why', async (argv, code, message) => {
    const ran = await example(...argv);
    expect([ran.code, ran.err]).toEqual([code, expect.stringContaining(message)]);
    expect(existsSync(join(folder, 'examples/replies'))).toBe(false);
  });
});
