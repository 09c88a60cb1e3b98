/** What a first message states, on the knowledge base that is shipped. */

import { describe, expect, test } from 'vitest';
import { expectMostly } from './mostly.ts';
import { hearShipped } from './phenomena/golden.ts';

const statedIn = (text: string): readonly string[] =>
  hearShipped(text)
    .facts.filter(({ denied }) => !denied)
    .map(({ question, answer }) => `${question}=${answer}`);

const STATED: readonly (readonly [text: string, stated: string])[] = [
  ['the fob reader on our till has been dead since the lightning, lamp is out', 'reader-lamp=dark'],
  [
    'reader blinks fine but every manager card gets a double beep and a no',
    'reader-signal=reads-then-refuses',
  ],
  ['only me, the other three supervisors can do refunds on the same till', 'other-people=one-person'],
  ['same message on lanes 2, 3 and 5 since head office pushed the update', 'other-terminals=several'],
  ['the scale got knocked off the counter this morning and now wants a supervisor', 'scale-event=moved'],
  ['padlock in the licence window is red on all four PCs', 'licence-padlock=red'],
  ['when I turn the manager key the screen just stays as it is', 'screen-on-turning=nothing'],
  [
    'I wanted to void a coffee on the till and it says key supervisor error',
    'function-wanted=refund-or-void',
  ],
];

describe('what a message states', () => {
  test('three of four', () => {
    expectMostly(
      STATED,
      0.75,
      ([text, stated]) => `${text}: ${stated} is not among ${statedIn(text).join(' ')}`,
      ([text, stated]) => statedIn(text).includes(stated),
    );
  });

  test('a phrase of an answer is heard surely, a slip of the finger in it too', () => {
    for (const text of ['key sticks out', 'key stikcs out'])
      expect(hearShipped(text).facts).toMatchObject([
        { question: 'key-seat', answer: 'not-home', certainty: 1 },
      ]);
  });

  test('every statement has its words', () => {
    const { facts, text } = hearShipped('Morning. Our reader is dark, and only till 3 has it. Who pays?');
    expect(facts.length).toBeGreaterThan(0);
    for (const { quote } of facts) expect(text.slice(quote?.start, quote?.end)).toBe(quote?.text);
  });

  test('a link states nothing', () => {
    const { facts } = hearShipped('see https://tuya.example/api/door/scale/key-is-bent.doc');
    expect(facts).toEqual([]);
  });
});
