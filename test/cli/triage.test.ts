import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type Answering, triageLines } from '../../src/cli/triage.ts';
import { newConversation } from '../../src/core/conversation.ts';
import { nothingHeard } from '../../src/core/language/heard.ts';
import { Remembered } from './program.ts';

/** A bot that says back what it heard; "trip" makes it fall. */
const echo: Answering = (state, turn) => {
  const text = turn.kind === 'said' ? turn.text : '';
  if (text === 'trip') throw new Error('inner words that nobody may read');
  const heard = { ...nothingHeard, act: 'report', text, substance: true } as const;
  const reading = { heard, family: null, model: null, facts: [], problems: [] };
  return { state, said: text, replies: [{ kind: 'smalltalk', id: 'heard', text }], effects: [], reading };
};
const open = () => newConversation();

async function triage(
  input: Iterable<string | Buffer>,
): Promise<{ code: number; lines: { id: unknown; [key: string]: unknown }[] }> {
  const stdout = new Remembered();
  const code = await triageLines({ stdin: Readable.from(input, { objectMode: false }), stdout }, open, echo);
  return {
    code,
    lines: stdout.text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

describe('triage', () => {
  it('answers each ticket with its id, in order', async () => {
    const { code, lines } = await triage(['{"id":"b","text":"x"}\n\n{"id":', '2,"text":"two\\nlines"}']);
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { id: 'b', understood: { text: 'x' }, next: { text: 'x' } },
      { id: 2, understood: { text: 'two\nlines' } },
    ]);
  });

  it('a bad line is told with its number, the run goes on, and the exit code says that there was one', async () => {
    const { code, lines } = await triage([
      '{"id":"a","text":"x"}\nnonsense\n{"id":"t"}\n{"id":"big","text":"',
      'x'.repeat(2_000_000),
      '"}\n{"id":"c","text":"y"}\n',
    ]);
    expect(code).toBe(1);
    expect(lines).toMatchObject([
      { id: 'a' },
      { id: null, error: { code: 'NOT_JSON', line: 2 } },
      { id: 't', error: { code: 'NOT_A_TICKET', message: '"text" must be a string.', line: 3 } },
      { id: 'big', error: { code: 'LINE_TOO_LONG', line: 4 } },
      { id: 'c' },
    ]);
  });

  it('a ticket that trips the program does not take the others with it, and says nothing of the inside', async () => {
    const { code, lines } = await triage(['{"id":1,"text":"trip"}\n{"id":2,"text":"fine"}\n']);
    expect([code, lines.map(({ id }) => id)]).toEqual([1, [1, 2]]);
    expect(lines[0]).toMatchObject({ error: { code: 'NOT_ANSWERED', line: 1 } });
    expect(JSON.stringify(lines)).not.toContain('inner words');
  });

  it('reads no further than a slow reader takes', async () => {
    let read = 0;
    function* tickets(): Generator<string> {
      for (; read < 10_000; read += 1) yield `{"id":${read},"text":"x"}\n`;
    }
    const waiting: (() => void)[] = [];
    const stdout = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => void waiting.push(done),
    });
    const run = triageLines(
      { stdin: Readable.from(tickets(), { objectMode: true, highWaterMark: 2 }), stdout },
      open,
      echo,
    );
    for (let taken = 0; taken < 5; taken += 1) {
      while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
      waiting.shift()?.();
    }
    expect(read).toBeLessThan(20);
    stdout.destroy();
    await expect(run).rejects.toThrow();
  });
});
