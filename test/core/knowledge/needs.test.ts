/** What somebody has none of, as authors write it and as the program sees it. */

import { describe, expect, test } from 'vitest';
import { type Id, isLacking, lackedIn, NOT_HERE } from '../../../src/core/knowledge/model.ts';
import { foreignBase } from '../../foreign-base.ts';

const { kb } = await foreignBase();

const said = (question: Id, answer: Id, denied = false) => ({ question, answer, denied });

describe('a thing', () => {
  test('is a question of every device that is never asked', () => {
    const thing = kb.questions.find(({ id }) => id === 'wand');
    expect(thing).toMatchObject({ ask: null, choose: 'one', families: kb.families.map(({ id }) => id) });
    expect(thing?.answers.map(({ id }) => id)).toEqual(['has', 'none']);
    expect(thing?.answers.map(({ id }) => id)).not.toContain(NOT_HERE);
  });

  test('is a sign of the problems that need it: nobody has them who has none, but for a leak', () => {
    const signOf = (problem: Id) => kb.problems.find(({ id }) => id === problem)?.signs.wand;
    expect(signOf('wand-blocked')).toEqual({ none: 0.001 });
    expect(signOf('limescale')).toBeUndefined();
  });

  test('is known to be needed by questions, steps and problems', () => {
    expect(kb.needs.ofQuestion.get('steam-wand')).toEqual(['wand']);
    expect(kb.needs.ofStep.get('clean-wand')).toEqual(['wand']);
    expect(kb.needs.ofProblem.get('wand-blocked')).toEqual(['wand']);
  });
});

describe('what is lacking', () => {
  test.each([
    ['nothing is known', [], []],
    ['it was said that there is none', [said('wand', 'none')], ['wand']],
    ['it was denied that there is none', [said('wand', 'none', true)], []],
    ['it was said that there is one after all', [said('wand', 'none'), said('wand', 'has')], []],
    ['something else is known', [said('steam-wand', 'weak')], []],
  ])('%s', (_title, facts, things) => {
    expect([...lackedIn(kb.needs, facts)]).toEqual(things);
  });

  test('closes what needs it, and nothing else', () => {
    const lacked = new Set(['wand']);
    expect(isLacking(kb.needs.ofQuestion.get('steam-wand'), lacked)).toBe(true);
    expect(isLacking(kb.needs.ofQuestion.get('water-light'), lacked)).toBe(false);
    expect(isLacking(kb.needs.ofQuestion.get('steam-wand'), new Set())).toBe(false);
  });
});
