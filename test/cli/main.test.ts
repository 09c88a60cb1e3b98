import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { BadInput } from '../../src/cli/faults.ts';
import { run } from '../../src/cli/main.ts';
import { write } from '../../src/cli/streams.ts';
import { keyturn, Remembered } from './program.ts';

const command = (name: string, does: Command['run']): Command => ({
  name,
  takes: '[WORD]',
  maxWords: 1,
  summary: `Does ${name}.`,
  details: 'Nothing else.',
  options: [
    { name: 'json', value: null, help: 'As JSON.' },
    { name: 'role', value: 'ROLE', help: 'Who.' },
  ],
  run: does,
});

const echo = command('echo', async (args, { stdout }) => {
  await write(stdout, JSON.stringify([args.words, args.value('role'), args.has('json')]));
  return 0;
});
const faulty = command('faulty', () => Promise.reject(new BadInput('the scale file is empty.')));
const broken = command('broken', () => Promise.reject(new Error('no such thing')));
const commands = [echo, faulty, broken];

describe('calling a command', () => {
  it('gives it its words, options and switches', async () => {
    expect(await keyturn(['echo', '--json', 'hello', '--role', 'cashier'], '', commands)).toEqual({
      code: 0,
      out: '[["hello"],"cashier",true]',
      err: '',
    });
  });

  it.each([
    ['no command at all', [], 'Usage: keyturn COMMAND'],
    ['a misspelt command', ['ecko'], '"ecko" is not a command. Did you mean "echo"?'],
    ['a command that nothing resembles', ['xyzzy'], '"xyzzy" is not a command.\n'],
    [
      'a misspelt option',
      ['echo', '--rolle', 'x'],
      '--rolle is not an option of "keyturn echo". Did you mean "--role"?',
    ],
    ['an option without its value', ['echo', '--role'], '--role needs a value: --role ROLE.'],
    [
      'an option that would swallow the next',
      ['echo', '--role', '--json'],
      '--role needs a value: --role ROLE.',
    ],
    ['a switch with a value', ['echo', '--json=yes'], '--json is a switch and takes no value.'],
    ['a word too many', ['echo', 'one', 'two'], '"two" is one word too many.'],
  ])('%s is wrong usage: exit 2, a hint, nothing on stdout', async (_title, argv, hint) => {
    const ran = await keyturn(argv, '', commands);
    expect(ran.code).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toContain(hint);
  });

  it('faulty input is exit 1 with what to do', async () => {
    expect(await keyturn(['faulty'], '', commands)).toEqual({
      code: 1,
      out: '',
      err: 'keyturn: the scale file is empty.\n',
    });
  });

  it('an unexpected error is exit 1 without a stack', async () => {
    const ran = await keyturn(['broken'], '', commands);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('no such thing');
    expect(ran.err).not.toContain('    at ');
  });
});

describe('help', () => {
  it('of the program names every command', async () => {
    const { code, out } = await keyturn(['--help']);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS)
      expect(out).toMatch(new RegExp(`^  ${name}\\b.*${summary.slice(0, 20)}`, 'm'));
  });

  it.each(COMMANDS.map(({ name }) => name))(
    'of %s names every option of it, however it is asked for',
    async (name) => {
      const { out } = await keyturn([name, '--help']);
      expect(out).toMatch(new RegExp(`^Usage: keyturn ${name} `));
      const options = COMMANDS.find((each) => each.name === name)?.options ?? [];
      for (const option of options) expect(out).toContain(`--${option.name}`);
      expect((await keyturn(['help', name])).out).toBe(out);
    },
  );

  it('fits a terminal of 120 columns', async () => {
    for (const name of ['', ...COMMANDS.map((each) => each.name)]) {
      const { out } = await keyturn(name === '' ? ['--help'] : [name, '--help']);
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    }
  });

  it('--version is that of the package', async () => {
    expect((await keyturn(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a reader that goes away', () => {
  it('ends the program quietly', async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })),
    });
    const stderr = new Remembered();
    const code = await run(['echo'], { stdin: process.stdin, stdout, stderr, env: {} }, commands);
    expect([code, stderr.text]).toEqual([0, '']);
  });
});
