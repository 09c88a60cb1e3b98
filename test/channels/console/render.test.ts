import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Look, readableWidth, renderReply } from '../../../src/channels/console/render.ts';
import { safeText } from '../../../src/channels/console/safe-text.ts';
import { PLAIN, styleFor } from '../../../src/channels/console/style.ts';
import { columnsOf, wrap } from '../../../src/channels/console/wrap.ts';
import type { Reply } from '../../../src/core/conversation.ts';

const look = (width = 60, style = PLAIN): Look => ({
  width,
  style,
  roleLabels: new Map([
    ['barista', 'Barista'],
    ['service', 'Service'],
  ]),
});

const remedy: Reply = {
  kind: 'remedy',
  id: 'pump-worn',
  text: 'It is most likely the pump.',
  why: 'You said “no pressure”.',
  steps: [
    {
      id: 'plug',
      by: 'barista',
      mayDo: true,
      title: 'Switch the machine off',
      caution: 'Milk may be in it.',
      do: 'Press the switch at the back for three seconds.',
      see: 'The light goes out.',
      cannot: null,
    },
    {
      id: 'replace',
      by: 'service',
      mayDo: false,
      caution: 'Hot water under pressure. Let the machine cool down for an hour.',
      do: 'Ask the service to replace the pump.',
      see: null,
      cannot: 'Use the other machine.',
    },
  ],
  choices: [
    { id: 'fixed', label: 'Fixed' },
    { id: 'still-there', label: 'Still there' },
  ],
  of: { kind: 'remedy', id: 'pump-worn', turn: 3 },
};

describe('a reply in a terminal', () => {
  it('shows what is answered to a side question as a paragraph, without where it comes from', () => {
    const answer: Reply = { kind: 'answer', id: 'safe', text: 'It is safe.', sources: ['P1'] };
    expect(renderReply(answer, look())).toBe('It is safe.\n');
  });

  it('shows a remedy as a checklist: what to do and who does it, the caution before how, what is seen, numbered choices', () => {
    expect(renderReply(remedy, look())).toBe(`It is most likely the pump.

You said “no pressure”.

 1. [ ] Switch the machine off (Barista)
        ! Caution: Milk may be in it.
        Press the switch at the back for three seconds.
        You should see: The light goes out.

 2. [ ] ! Caution: Hot water under pressure. Let the machine
          cool down for an hour.
        Ask the service to replace the pump. (Service)
        If you cannot: Use the other machine.

   1) Fixed
   2) Still there
`);
  });

  it('shows a question with its reason and numbered choices', () => {
    const of = { kind: 'question', id: 'light', turn: 1 } as const;
    const question: Reply = {
      kind: 'question',
      id: 'light',
      text: 'Is the water light on?',
      why: 'It tells whether there is water.',
      of,
      choices: [
        { id: 'on', label: 'On' },
        { id: 'off', label: 'Off' },
      ],
    };
    expect(renderReply(question, look())).toBe(`Is the water light on?

It tells whether there is water.

   1) On
   2) Off
`);
  });

  it('shows a hand-over with what is passed on and whom to call', () => {
    const handover: Reply = {
      kind: 'handover',
      id: 'asked',
      text: 'A colleague takes over.',
      why: 'You asked for one.',
      summary: ['Machine: espresso machine'],
      contacts: ['Service, on the sticker at the back'],
      choices: [],
    };
    expect(renderReply(handover, look())).toBe(`A colleague takes over.

You asked for one.

  - Machine: espresso machine

  - Service, on the sticker at the back
`);
  });

  it('says nothing for a reply without words', () => {
    expect(renderReply({ kind: 'silent', id: 'silent', text: '' }, look())).toBe('');
  });

  it.each([20, 33, 80])('fits a terminal of %i columns', (width) => {
    for (const line of renderReply(remedy, look(width)).split('\n'))
      expect(columnsOf(line)).toBeLessThanOrEqual(Math.max(width, 40));
  });
});

describe('colours', () => {
  const red = (isTerminal: boolean, env: Record<string, string>): string =>
    styleFor(isTerminal, env).strong('x');
  it('stand on a terminal only, and never where NO_COLOR is set or the terminal is dumb', () => {
    expect(red(true, {})).toBe('\u001b[1mx\u001b[22m');
    expect(red(true, { NO_COLOR: '' })).toBe('\u001b[1mx\u001b[22m');
    expect([red(false, {}), red(true, { NO_COLOR: '1' }), red(true, { TERM: 'dumb' })]).toEqual([
      'x',
      'x',
      'x',
    ]);
  });
});

describe('text from outside', () => {
  it.each([
    ['a colour', 'a\u001b[31mb', 'a[31mb'],
    ['a title of the window', '\u001b]0;evil\u0007x', ']0;evilx'],
    ['an 8-bit escape', '\u009b2Jx', '2Jx'],
    ['a bell, NUL and delete', 'a\u0007\u0000\u007fb', 'ab'],
    ['a right-to-left override', 'a\u202egpj.exe', 'agpj.exe'],
    ['a carriage return that would overwrite the line', 'secret\rshown', 'secret\nshown'],
    ['a tab', 'a\tb', 'a  b'],
    ['words of any language', 'Кухня 厨房 ☕', 'Кухня 厨房 ☕'],
  ])('%s cannot command the terminal', (_title, text, safe) => {
    expect(safeText(text)).toBe(safe);
  });

  it('whatever it is, no control character but the line break comes through, in any part of any reply', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = renderReply(
          { ...remedy, text, why: text, choices: [{ id: 'x', label: text }] },
          look(),
        );
        expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('wrapping', () => {
  it('breaks at blanks, and cuts only what is longer than a line', () => {
    expect(wrap('one two three', 20)).toBe('one two three');
    expect(wrap('a sentence of several words here', 20, '- ')).toBe('- a sentence of\n  several words here');
    expect(wrap('x'.repeat(45), 20)).toBe(`${'x'.repeat(20)}\n${'x'.repeat(20)}\n${'x'.repeat(5)}`);
  });

  it('counts wide and combined characters as the terminal does', () => {
    expect([columnsOf('abc'), columnsOf('厨房'), columnsOf('e\u0301'), columnsOf('☕')]).toEqual([
      3, 4, 1, 2,
    ]);
  });

  it('no line is wider than the room, and every word is kept', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,15}$/), { minLength: 1 }),
        fc.integer({ min: 20, max: 120 }),
        (words, width) => {
          const wrapped = wrap(words.join(' '), width);
          expect(Math.max(...wrapped.split('\n').map(columnsOf))).toBeLessThanOrEqual(width);
          expect(wrapped.split(/\s/).filter((word) => word !== '')).toEqual(words);
        },
      ),
    );
  });

  it('a terminal of unknown or endless width is written to comfortably', () => {
    expect([readableWidth(undefined), readableWidth(0), readableWidth(60), readableWidth(400)]).toEqual([
      80, 80, 60, 100,
    ]);
  });
});
