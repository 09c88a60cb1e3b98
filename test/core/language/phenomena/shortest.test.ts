/** What people write most often, and what says least: one to four words, by what waits. */

import { expect, test } from 'vitest';
import type { Pending } from '../../../../src/core/conversation.ts';
import { hearShipped } from './golden.ts';

const KEY_SEAT: Pending = { kind: 'question', id: 'key-seat', turn: 1 };
const DOOR_CHANGE: Pending = { kind: 'question', id: 'door-change', turn: 1 };
const REMEDY: Pending = { kind: 'remedy', id: 'licence-key-missing', turn: 1 };

test.each([
  ['okay', 'not-yet'],
  ['will do', 'not-yet'],
  ['one sec', 'not-yet'],
  ['ok restarting', 'not-yet'],
  ['hmm ok', 'not-yet'],
  ['ah ok', 'not-yet'],
  ['fine', 'not-yet'],
  ['alright', 'not-yet'],
  ['perfect', 'fixed'],
  ['it worked', 'fixed'],
  ['yep', 'fixed'],
  ['nope', 'still-there'],
  ['tried that', 'still-there'],
  ['nothing happened', 'still-there'],
  ['same', 'still-there'],
  ['cant', 'cannot'],
  ['never mind', 'closing'],
])('%s, said of a remedy: %s', (text, act) => {
  expect(hearShipped(text, REMEDY).act).toBe(act);
});

test.each(['done', 'did it', 'ok done', 'i restarted it', 'i turned it', 'unplugged it'])(
  '%s, said of a remedy: the step was done, and whether it helped is not told',
  (text) => {
    expect(['other', 'unclear']).toContain(hearShipped(text, REMEDY).act);
  },
);

test.each(['ok', 'okay', 'k', 'hmm', 'hmm ok', 'i see', 'done', 'ok done', 'did that'])(
  '%s, said of a question: answers nothing',
  (text) => {
    const { facts, act } = hearShipped(text, KEY_SEAT);
    expect(facts).toEqual([]);
    expect(['other', 'unclear', 'not-yet']).toContain(act);
  },
);

test.each(['nothing', 'nothing changed', 'no change', 'nothing new'])(
  '%s, where nothing was tried yet and it was asked what was changed: is the answer',
  (text) => {
    expect(hearShipped(text, DOOR_CHANGE).facts).toMatchObject([
      { question: 'door-change', answer: 'nothing' },
    ]);
  },
);

test.each(['yes', 'no', 'ok', 'done', 'maybe', 'hmm'])('%s, said at first: states nothing', (text) => {
  expect(hearShipped(text, null)).toMatchObject({ facts: [], refusal: null });
});

test.each(['how', 'where', 'who', 'what', 'i think so', 'lets see'])('%s: is refused nowhere', (text) => {
  for (const pending of [null, KEY_SEAT, DOOR_CHANGE, REMEDY])
    expect(hearShipped(text, pending).refusal).toBeNull();
});
