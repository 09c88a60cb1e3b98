import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { Progress } from '../../src/cli/progress.ts';
import { OutputClosed, readAll, write } from '../../src/cli/streams.ts';
import { Remembered } from './program.ts';

it('a terminal sees how far it is, and the bar goes away at the end', async () => {
  const terminal = Object.assign(new Remembered(), { isTTY: true, columns: 60 });
  const progress = new Progress(terminal, 4);
  await progress.step('grinder/bean-stuck');
  expect(terminal.text).toBe('\r\u001b[K[########......................] 25 %  grinder/bean-stuck');
  await progress.end();
  expect(terminal.text.endsWith('\r\u001b[K')).toBe(true);
});

it('a pipe sees nothing of it', async () => {
  const pipe = new Remembered();
  const progress = new Progress(pipe, 1);
  await progress.step('grinder/bean-stuck');
  await progress.end();
  expect(pipe.text).toBe('');
});

it('of a stream without end only so much is read as is wanted', async () => {
  async function* endless(): AsyncGenerator<Buffer> {
    while (true) yield Buffer.from('0123456789');
  }
  expect(await readAll(endless(), 25)).toBe('0123456789012345678901234'.slice(0, 25));
});

it('writing to what nobody reads any more says so', async () => {
  const closed = new PassThrough();
  closed.destroy();
  await expect(write(closed, 'x')).rejects.toBeInstanceOf(OutputClosed);
});
