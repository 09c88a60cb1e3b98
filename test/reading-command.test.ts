/** `bench:reading` as whoever measures the bot runs it. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';

const figures = z.object({ replies: z.object({ n: z.number(), right: z.number() }) });

test('bench:reading prints one JSON object of the figures of a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keyturn-reading-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const replies = join(folder, 'replies.jsonl');
  const lines = [
    { question: 'key-seat', text: 'it sticks out a good bit', answer: 'not-home' },
    { question: 'key-seat', text: 'haven’t a clue to be honest', answer: 'not-sure' },
  ];
  await writeFile(replies, lines.map((line) => JSON.stringify(line)).join('\n'));
  const ran = await promisify(execFile)('npm', [
    'run',
    '--silent',
    'bench:reading',
    '--',
    '--replies',
    replies,
  ]);
  expect(figures.parse(JSON.parse(ran.stdout)).replies).toEqual(expect.objectContaining({ n: 2, right: 1 }));
}, 120_000);
