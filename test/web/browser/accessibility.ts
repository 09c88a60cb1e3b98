/** Asks axe-core what keeps people from using a page. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame } from 'playwright-core';

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
 * Every violation in those of these frames that can be seen, as `rule: element: what is wrong`. Evaluated by the
 * browser's own tool, so that a strict Content-Security-Policy is neither needed nor broken.
 */
export async function violationsIn(
  frames: readonly Frame[],
  rules: readonly string[],
): Promise<readonly string[]> {
  const violations: string[] = [];
  for (const frame of frames) {
    if (await isSeen(frame)) violations.push(...(await violationsOf(frame, rules)));
  }
  return violations;
}

async function isSeen(frame: Frame): Promise<boolean> {
  if (frame.parentFrame() === null) return true;
  const element = await frame.frameElement();
  return await element.isVisible();
}

async function violationsOf(frame: Frame, rules: readonly string[]): Promise<readonly string[]> {
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
