import { PassThrough, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { messagesFrom } from '../../../src/channels/console/messages.ts';
import { shownBy, turnOf } from '../../../src/channels/console/turns.ts';
import type { Reply } from '../../../src/core/conversation.ts';

const of = { kind: 'question', id: 'light', turn: 1 } as const;
const question: Reply = {
  kind: 'question',
  id: 'light',
  text: 'Is the light on?',
  why: '',
  of,
  choices: [
    { id: 'on', label: 'On' },
    { id: 'off', label: 'Off' },
  ],
};
const handover: Reply = {
  kind: 'handover',
  id: 'asked',
  text: '',
  why: '',
  summary: [],
  contacts: [],
  choices: [{ id: 'again', label: 'Start over' }],
};
const thanks: Reply = { kind: 'smalltalk', id: 'thanks', text: 'You are welcome.' };

describe('a typed line', () => {
  it.each([
    ['the number of a choice picks it', '2', { kind: 'chose', of, choice: 'off' }],
    ['also with a bracket and blanks', ' 1) ', { kind: 'chose', of, choice: 'on' }],
    ['a number beyond the choices is words', '3', { kind: 'said', text: '3' }],
    ['zero is words', '0', { kind: 'said', text: '0' }],
    ['words are words', 'it is off', { kind: 'said', text: 'it is off' }],
    ['a number in words is words', 'code 2', { kind: 'said', text: 'code 2' }],
  ])('%s', (_title, typed, turn) => {
    expect(turnOf(typed, shownBy([question, thanks]), 't', 5)).toMatchObject({ ...turn, id: 't', at: 5 });
  });

  it('a choice that belongs to nothing pending says its words', () => {
    expect(turnOf('1', shownBy([handover]), 't', 0)).toMatchObject({ kind: 'said', text: 'Start over' });
  });

  it('a number is words where nothing can be chosen', () => {
    expect(turnOf('1', shownBy([thanks]), 't', 0)).toMatchObject({ kind: 'said', text: '1' });
  });
});

async function all(messages: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const message of messages) found.push(message);
  return found;
}

describe('messages from a pipe', () => {
  it.each([
    ['a line each', 'a\nb\r\nc', ['a', 'b', 'c']],
    ['a backslash goes on in the next line', 'a\\\nb\\\n\\\nc\nd\n', ['a\nb\n\nc', 'd']],
    ['a backslash at the end of the input', 'a\\\n', ['a\n']],
    ['an empty line is an empty message', 'a\n\nb\n', ['a', '', 'b']],
    ['no input', '', []],
  ])('%s', async (_title, input, messages) => {
    expect(await all(messagesFrom({ input: Readable.from([input]), terminal: null }))).toEqual(messages);
  });
});

describe('messages from a terminal', () => {
  it('lines pasted together are one message, lines typed one after the other are several', async () => {
    const input = new PassThrough();
    const terminal = new PassThrough();
    const messages = messagesFrom({ input, terminal });
    const first = messages.next();
    input.write('Subject: scale\nC04 is refused\n');
    expect((await first).value).toBe('Subject: scale\nC04 is refused');
    const second = messages.next();
    await setImmediate();
    input.write('fixed\n');
    expect((await second).value).toBe('fixed');
    input.end();
    expect((await messages.next()).done).toBe(true);
    expect(String(terminal.read())).toContain('> ');
  });
});
