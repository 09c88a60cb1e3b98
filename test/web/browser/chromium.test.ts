import { describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';

describe('the browser of the tests', () => {
  it('comes out of the package on a machine that has none', async () => {
    const browser = await launchChromium({ PATH: '' });
    const page = await browser.newPage();
    await page.goto('data:text/html,<h1>Hello</h1>');
    expect(await page.textContent('h1')).toBe('Hello');
    await browser.close();
  });

  it('says what was tried and what to do where none starts', async () => {
    await expect(launchChromium({ KEYTURN_BROWSER: '/nowhere/chrome' })).rejects.toThrow(
      /No Chromium could be started.*apt-get install chromium.*KEYTURN_BROWSER=.*\/nowhere\/chrome/s,
    );
  });
});
