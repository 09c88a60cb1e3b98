import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../src/storage/sqlite-store.ts';
import { keyturn } from './program.ts';

let folder: string;
let file: string;
const listed = (...options: string[]) =>
  keyturn(['unanswered', ...options], '', undefined, { KEYTURN_STORE: `file:${file}` });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyturn-'));
  file = join(folder, 'store.db');
});
afterEach(() => rm(folder, { recursive: true }));

const DAY = Date.UTC(2026, 0, 2);

async function keep(...texts: readonly string[]): Promise<void> {
  const store = openSqliteStore(file);
  for (const [at, text] of texts.entries())
    await store.keepUnanswered(`c/${text}`, { text, beside: 'water-light', family: null }, DAY + at);
  await store.close();
}

test('lists them newest first, a line each, whatever is in them', async () => {
  await keep('is it\nloud', 'does it \u001b[2J smell');
  const { code, out, err } = await listed();
  expect([code, err]).toEqual([0, '']);
  const [head, ...lines] = out.trimEnd().split('\n');
  expect(head).toMatch(/day +device +beside +asked/);
  expect(lines).toEqual([
    expect.stringMatching(/2026-01-02 +- +water-light +does it .* smell/),
    expect.stringMatching(/2026-01-02 +- +water-light +is it loud/),
  ]);
  expect(out).not.toContain('\u001b');
});

test('--json and --limit', async () => {
  await keep('is it loud', 'does it smell');
  const { out } = await listed('--json', '--limit', '1');
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([{ at: '2026-01-02T00:00:00.001Z', family: null, beside: 'water-light', text: 'does it smell' }]);
});

test('says so where there is nothing, and where there is no store', async () => {
  await keep();
  expect(await listed()).toMatchObject({ code: 0, out: '', err: 'Every question found an answer so far.\n' });
  file = join(folder, 'none.db');
  expect(await listed()).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('there is no store'),
  });
  const inMemory = await keyturn(['unanswered'], '', undefined, { KEYTURN_STORE: 'memory:' });
  expect(inMemory).toMatchObject({ code: 1, out: '', err: expect.stringContaining('in memory') });
});
