import { expect, test } from 'vitest';
import { findStep } from '../../../src/core/search/steps.ts';
import { foreignBase } from '../../foreign-base.ts';

const { steps } = (await foreignBase()).prepared;

const WAND = ['look-at-wand', 'clean-wand'];
const POWER = ['check-fuse', 'plug-in'];

test.each([
  ['a word that one step alone has', 'how warm must the water be', WAND, 'clean-wand'],
  ['how people say that it is done', 'already checked the fuse', POWER, 'check-fuse'],
  ['what to do where it cannot be done', 'should I drill it', WAND, 'clean-wand'],
  ['a word that both steps have', 'the wand', WAND, null],
  ['words of a step that was not shown', 'how warm must the water be', POWER, null],
  ['words of no step', 'does it rain tomorrow', WAND, null],
  ['no words', '', WAND, null],
  ['no steps', 'how warm must the water be', [], null],
])('%s', (_title, text, shown, step) => {
  expect(findStep(steps, shown, text)).toBe(step);
});
