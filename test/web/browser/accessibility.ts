/** Asks axe-core what keeps people from using a page. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and what axe-core takes for good practice. */
export const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another colour scheme can change. */
export const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

const options = (rules: readonly string[]): RunOptions => ({
  runOnly: [...rules],
  // Each frame is looked into for itself.
  iframes: false,
  resultTypes: ['violations'],
});

/**
 * Every violation on a page and in each of its frames that can be seen, as `rule: element: what is wrong`. Evaluated
 * by the browser's own tool, so that a strict Content-Security-Policy is neither needed nor broken.
 */
export async function violationsOn(
  page: Page,
  rules: readonly string[] = ALL_RULES,
): Promise<readonly string[]> {
  const violations: string[] = [];
  for (const frame of page.frames()) {
    if (await isSeen(frame)) violations.push(...(await violationsIn(frame, rules)));
  }
  return violations;
}

async function isSeen(frame: Frame): Promise<boolean> {
  if (frame.parentFrame() === null) return true;
  const element = await frame.frameElement();
  return await element.isVisible();
}

async function violationsIn(frame: Frame, rules: readonly string[]): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(SOURCE);
  const { violations }: AxeResults = await frame.evaluate(
    (asked) => Reflect.get(window, 'axe').run(document, asked),
    options(rules),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${target.join(' ')}: ${(failureSummary ?? '').replace(/\s+/g, ' ')}`,
    ),
  );
}
