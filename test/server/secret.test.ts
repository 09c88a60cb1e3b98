import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptSecret } from '../../src/server/secret.ts';

let folder: string;
let store: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-secret-'));
  store = join(folder, 'data', 'keyturn.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the secret that signs tokens', () => {
  it('is made at the first start, readable for its account alone, and the same at the next one', async () => {
    const first = await keptSecret(store);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(await keptSecret(store)).toBe(first);
    expect(readdirSync(join(folder, 'data'))).toEqual(['token-secret']);
    expect(statSync(join(folder, 'data', 'token-secret')).mode & 0o777).toBe(0o600);
  });

  it('is one, however many copies start at once', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => keptSecret(store)));
    expect(new Set(secrets).size).toBe(1);
    expect(readdirSync(join(folder, 'data'))).toEqual(['token-secret']);
  });

  it('is another one at each start where nothing is kept', async () => {
    expect(await keptSecret(null)).not.toBe(await keptSecret(null));
  });

  it('is not taken from a file that holds something else', async () => {
    await keptSecret(store);
    writeFileSync(join(folder, 'data', 'token-secret'), '');
    await expect(keptSecret(store)).rejects.toThrow('does not hold a secret. Remove it');
  });

  it('is refused with the code of the system where it cannot be kept', async () => {
    writeFileSync(join(folder, 'data'), 'a file where the folder should be');
    await expect(keptSecret(store)).rejects.toMatchObject({
      code: expect.stringMatching(/^E(NOTDIR|EXIST)$/),
    });
  });
});
