/** A step, said to this very person: what to do, how in their words, and what is left to somebody else. */

import { describe, expect, it } from 'vitest';
import { partsOfStep } from '../../../src/core/conversation.ts';
import { withoutMakes } from '../../../src/core/dialogue/makes.ts';
import { shownStep } from '../../../src/core/dialogue/shown-step.ts';
import { voiceFor } from '../../../src/core/dialogue/voice.ts';
import type { Step } from '../../../src/core/knowledge/model.ts';
import { shippedBase } from '../../foreign-base.ts';

const { prepared } = await shippedBase();
const { steps, roles, makes } = prepared.dialogue;

const CLEAN: Step = {
  ...steps.get('clean-reader')!,
  by: 'supervisor',
  title: 'Clean the reader',
  caution: 'Never wet the reader itself.',
  do: 'Draw a cleaning card through the slot, or wipe the contact with a swab that is damp with isopropyl alcohol. On a Sharp that is done twice.',
  plain:
    'Wipe the contact with a damp swab of cleaning alcohol, or draw a cleaning card through. On a Sharp, twice.',
  see: 'It is clean.',
  cannot: null,
};

const shownTo = (role: string | null, change: Partial<Step> = {}, notNamed = makes) =>
  shownStep(voiceFor(prepared.dialogue, { locale: 'en', role }), { ...CLEAN, ...change }, notNamed);

describe('a step is said', () => {
  it.each([
    ['in plain words to a supervisor', 'supervisor', 'Wipe the contact'],
    ['in the words of the field to an administrator', 'administrator', 'Draw a cleaning card'],
    ['in the words of the field to a technician', 'technician', 'Draw a cleaning card'],
    ['as somebody to fetch, and for what, to a cashier', 'cashier', 'Fetch your supervisor'],
    ['as somebody to fetch where the role is not known', null, 'Fetch your supervisor'],
  ])('%s', (_, role, begins) => {
    expect(shownTo(role).do).toMatch(new RegExp(`^${begins}`));
  });

  it('plainly to whoever does not say who they are, where anybody may do it', () => {
    expect(shownTo(null, { by: 'cashier' })).toMatchObject({
      mayDo: true,
      do: expect.stringMatching(/^Wipe/),
    });
  });

  it('by "do" to everybody where it has no plain words', () => {
    expect(shownTo('supervisor', { plain: null }).do).toMatch(/^Draw/);
  });

  it.each([
    ['left out where nobody named it', makes, false],
    ['kept where it was named', makes.filter((make) => make !== 'Sharp'), true],
  ])('with what its plain words tell of a make %s', (_, notNamed, isTold) => {
    expect(shownTo('supervisor', {}, notNamed).do.includes('Sharp')).toBe(isTold);
  });
});

const words = (count: number): string => Array(count).fill('press').join(' ');

describe('what to do stands before how', () => {
  it.each([
    ['where that is long', {}, 'supervisor', 'Clean the reader'],
    ['not where it can be taken in at a glance', { plain: words(15) }, 'supervisor', undefined],
    ['where it is a word longer', { plain: words(16) }, 'supervisor', 'Clean the reader'],
    ['not where somebody else does it', {}, 'cashier', undefined],
  ])('%s', (_, change, role, title) => {
    expect(shownTo(role, change).title).toBe(title);
  });

  it.each([
    ['what to do, the caution, how, what is seen', 'supervisor', {}, ['lead', 'caution', 'how', 'see']],
    [
      'the caution first where what to do is all',
      'supervisor',
      { plain: 'Wipe it.' },
      ['caution', 'lead', 'see'],
    ],
    ['the caution before the one to fetch', 'cashier', {}, ['caution', 'lead']],
  ])('in this order: %s', (_, role, change, kinds) => {
    expect(partsOfStep(shownTo(role, change)).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('in a reply that was kept before steps had titles the caution is first', () => {
    const { title: _, ...kept } = shownTo('supervisor');
    expect(partsOfStep(kept).map(({ kind }) => kind)).toEqual(['caution', 'lead', 'see']);
  });
});

/** More words than this are too many for somebody who does such a thing once a year. */
const LONG = 25;

const countOf = (text: string): number => text.split(/\s+/).length;
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]["”)]?)\s+(?=\p{Lu})/u);
/** What must not get lost on the way to plain words: numbers, and the names of keys, positions, codes and models. */
const exactIn = (text: string): string[] => text.match(/\[C\]|\b[A-Z]{2,}[\w-]*\b|\d+/g) ?? [];

const unskilled = [...roles.values()].filter(({ isSkilled }) => !isSkilled);
const metByAnybody = [...steps.values()].filter(({ by }) =>
  unskilled.some(({ actsAs }) => actsAs.includes(by)),
);
const plain = metByAnybody.flatMap((step) => (step.plain === null ? [] : [{ ...step, plain: step.plain }]));

describe('the plain words of the shipped base', () => {
  it.each(plain)('$id: at most two sentences beside those of makes, and no number or name lost', (step) => {
    const own = sentencesOf(withoutMakes(step.plain, makes, makes));
    expect(own.length).toBeLessThanOrEqual(2);
    expect(Math.max(...own.map(countOf))).toBeLessThanOrEqual(LONG);
    expect(exactIn(step.do).filter((exact) => !step.plain.includes(exact))).toEqual([]);
  });

  it(`stand at every step that is told how in more than ${LONG} words`, () => {
    const long = metByAnybody.filter(({ do: how }) => countOf(withoutMakes(how, makes, makes)) > LONG);
    expect(long.length).toBeGreaterThan(10);
    expect(long.filter((step) => step.plain === null).map(({ id }) => id)).toEqual([]);
  });
});
