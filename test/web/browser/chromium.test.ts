import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { launchChromium } from './chromium.ts';

describe('the browser of the tests', () => {
  it('comes out of the package on a machine that has none', async () => {
    const browser = await launchChromium({ PATH: '' });
    const page = await browser.newPage();
    await page.goto('data:text/html,<h1>Hello</h1>');
    expect(await page.textContent('h1')).toBe('Hello');
    await browser.close();
  });

  it.each([
    ['that crashed twice', 2, 3],
    ['that always crashes no more than', 9, 4],
  ])('starts a browser %s (%i), in all %i times', async (_, crashes, starts) => {
    const folder = await mkdtemp(join(tmpdir(), 'keyturn-browser-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const program = join(folder, 'chrome');
    await writeFile(program, crashing(crashes), { mode: 0o755 });
    await expect(launchChromium({ ...process.env, KEYTURN_BROWSER: program })).rejects.toThrow(
      /No Chromium could be started/,
    );
    expect((await readFile(`${program}.starts`, 'utf8')).match(/start/g)).toHaveLength(starts);
  });

  it('says what was tried and what to do where none starts', async () => {
    await expect(launchChromium({ KEYTURN_BROWSER: '/nowhere/chrome' })).rejects.toThrow(
      /No Chromium could be started.*apt-get install chromium.*KEYTURN_BROWSER=.*\/nowhere\/chrome/s,
    );
  });
});

/** A program that ends by SIGSEGV so many times and by an error after. */
const crashing = (times: number): string => `#!/bin/sh
echo start >> "$0.starts"
[ "$(wc -l < "$0.starts")" -le ${times} ] && kill -SEGV $$
exit 1
`;
