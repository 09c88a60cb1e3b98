import { describe, expect, it } from 'vitest';
import { type Line, linesOf } from '../../src/cli/lines.ts';
import { LINE_LIMIT_BYTES, readTicket } from '../../src/cli/ticket.ts';

async function lines(chunks: readonly (string | Buffer)[], limitBytes = 1000): Promise<Line[]> {
  const found: Line[] = [];
  async function* stream(): AsyncGenerator<string | Buffer> {
    yield* chunks;
  }
  for await (const line of linesOf(stream(), limitBytes)) found.push(line);
  return found;
}

const texts = async (chunks: readonly (string | Buffer)[]): Promise<string[]> =>
  (await lines(chunks)).map((line) => line.bytes.toString('utf8'));

describe('lines of a stream', () => {
  it.each([
    ['one chunk', ['a\nb\n'], ['a', 'b']],
    ['a last line without a break', ['a\nb'], ['a', 'b']],
    ['a line over several chunks', ['a', 'b', 'c\nd'], ['abc', 'd']],
    ['breaks of Windows, also between chunks', ['a\r', '\nb\r\n'], ['a', 'b']],
    ['blank lines', ['\n\na\n'], ['', '', 'a']],
    ['nothing', [], []],
    ['a character cut in two', [Buffer.from([0xc3]), Buffer.from([0xa9, 0x0a])], ['é']],
  ])('%s', async (_title, chunks, expected) => {
    expect(await texts(chunks)).toEqual(expected);
  });

  it('keeps only the beginning of a line that is too long, and goes on behind it', async () => {
    const [long, next] = await lines(['x'.repeat(900), 'x'.repeat(200), '\nshort\n']);
    expect([long?.tooLong, long?.bytes.length]).toEqual([true, 1000]);
    expect(next).toEqual({ number: 2, bytes: Buffer.from('short'), tooLong: false });
  });
});

describe('a line of triage', () => {
  const read = (bytes: string | Buffer, tooLong = false): unknown =>
    readTicket({ number: 1, bytes: Buffer.from(bytes), tooLong });

  it.each([
    ['a ticket', '{"id":"t1","text":"C04"}', { kind: 'ticket', id: 't1', text: 'C04' }],
    [
      'a numbered ticket with more fields',
      '{"id":7,"text":"","from":"x"}',
      { kind: 'ticket', id: 7, text: '' },
    ],
    ['a byte order mark before it', '\uFEFF{"id":1,"text":"a"}', { kind: 'ticket', id: 1, text: 'a' }],
    ['a blank line', '  ', { kind: 'blank' }],
  ])('%s', (_title, bytes, expected) => {
    expect(read(bytes)).toEqual(expected);
  });

  it.each([
    ['not JSON', 'hello', null, 'NOT_JSON'],
    ['cut JSON whose id can be read', '{"id":"t\\"2","text":"a', 't"2', 'NOT_JSON'],
    ['a list', '[1]', null, 'NOT_A_TICKET'],
    ['null', 'null', null, 'NOT_A_TICKET'],
    ['no text', '{"id":"t3"}', 't3', 'NOT_A_TICKET'],
    ['a text that is none', '{"id":"t4","text":5}', 't4', 'NOT_A_TICKET'],
    ['no id', '{"text":"C04"}', null, 'NOT_A_TICKET'],
    ['an id that is none', '{"id":{},"text":"C04"}', null, 'NOT_A_TICKET'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), null, 'NOT_UTF8'],
  ])('%s is told with its id where it can be read', (_title, bytes, id, code) => {
    expect(read(bytes)).toMatchObject({ kind: 'bad', id, code });
  });

  it('a line that is too long is told with the id that it begins with', () => {
    expect(read('{"id": "big", "text": "xxx', true)).toMatchObject({ id: 'big', code: 'LINE_TOO_LONG' });
    expect(LINE_LIMIT_BYTES).toBe(1_048_576);
  });
});
