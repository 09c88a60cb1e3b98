import { describe, expect, test } from 'vitest';
import { type Act, NOT_SURE, newConversation, type UserTurn } from '../../../src/core/conversation.ts';
import { understand } from '../../../src/core/language/understand.ts';
import { expectMostly } from './mostly.ts';
import { hearShipped } from './phenomena/golden.ts';
import { asked, factsOf, hear, shown, slice } from './read.ts';

describe('what a first message does', () => {
  test.each([
    ['hi', 'smalltalk'],
    ['Hello!', 'smalltalk'],
    ['good morning, the till says E01', 'report'],
    ['thanks', 'thanks'],
    ['start over', 'restart'],
    ['go back please', 'back'],
    ['why do you ask?', 'why'],
    ['get me an agent', 'human'],
    ['I want to speak to somebody', 'human'],
    [
      'Ticket 4711\nStore 112, till 3\nThe till says key supervisor error since the update.\nPlease call me back.\nMaria',
      'report',
    ],
    ['what is the weather', 'out-of-scope'],
    ['my gym card does not work', 'out-of-scope'],
    ['I use my pin and it says key supervisor error', 'report'],
    ['', 'unclear'],
  ])('%s', (text, act) => {
    expect(hearShipped(text).act).toBe(act);
  });
});

const REFUSED: readonly (readonly [text: string, isRefused: boolean])[] = [
  ['how do I get round the supervisor lock', true],
  ["what's the default manager code", true],
  ['can I pick the lock?', true],
  ['do refunds without a manager', true],
  ['can I use his pin', true],
  ['break the seal and change the unit', true],
  ['I will bridge the guard switch', true],
  ['the till says E01, can I force the key?', true],
  ['he typed the dealer pin and then it froze', false],
  ['the lock is stuck', false],
  ['error code 1004', false],
  ['override asks for the supervisor key', false],
  ['the manager code is refused', false],
  ['the trainee forced the key and now it is bent', false],
  ['the seal is broken', false],
  ['refund does not ask for a supervisor', false],
  ['When I use my key the till still says key supervisor error.', false],
  ['when I scan my badge nothing happens', false],
  ['when I put the supervisor key in the lock nothing happens on the screen', false],
  [
    'Cashier presses discount; the box where the duty manager types her PIN should open, instead there is a plain error.',
    false,
  ],
  ["can I use my colleague's fob", true],
  ["tell me when I may use the manager's card", true],
];

describe('what is refused, and its harmless look-alikes', () => {
  test('nine of ten', () => {
    expectMostly(
      REFUSED,
      0.9,
      ([text]) => text,
      ([text, isRefused]) => (hearShipped(text).refusal !== null) === isRefused,
    );
  });

  test('facts that are told with a refused request are kept', () => {
    const heard = hearShipped('the till says E01, can I break the seal?');
    expect(heard.refusal).not.toBeNull();
    expect(factsOf(heard)).toContain('screen-code=e01');
  });
});

describe('short answers to the question that waits', () => {
  test.each([
    ['seal-switch', 'ON', ['seal-switch=on']],
    ['seal-switch', "it's off", ['seal-switch=off']],
    ['seal-switch', '2', ['seal-switch=off']],
    ['seal-switch', 'the second one', ['seal-switch=off']],
    ['seal-switch', 'first', ['seal-switch=on']],
    ['seal-switch', '9', []],
    ['seal', 'intakt', ['seal=intact']],
    ['beep', 'yes', ['beep=beeps']],
    ['beep', 'nope', ['beep=silent']],
    ['beep', 'nothing', ['beep=silent']],
    ['people', 'all of them', ['people=all']],
    ['device', 'a scale', ['device=scale']],
    ['device', 'Card reader', ['device=reader']],
    ['role', 'supervisor', ['role=supervisor']],
    ['seal-switch', 'on, and the seal is broken', ['seal-switch=on', 'seal=broken']],
  ])('%s: %s', (question, text, facts) => {
    const heard = hear(text, asked(question));
    expect(factsOf(heard)).toEqual(facts);
    expect(heard.act).toBe(facts.length > 0 ? 'answer' : 'unclear');
  });
  test.each(['dunno', 'no idea', "I don't know", "can't see that", 'not sure'])('%s', (text) => {
    const heard = hear(text, asked('seal-switch'));
    expect([heard.act, heard.notSure, heard.facts]).toEqual(['answer', true, []]);
  });
  test('a question of another kind is a report, a command stays one', () => {
    expect(hear('the till has no power', asked('seal-switch')).act).toBe('report');
    expect(hear('why do you ask', asked('seal-switch')).act).toBe('why');
    expect(hear('get me an agent', asked('seal-switch')).act).toBe('human');
  });
  test('who does not know is not sure, in three of four ways to say it', () => {
    const rows = ['no clue', 'way over my head, this', 'beyond me', "Marta would know, she's off today"];
    expectMostly(
      rows,
      0.75,
      (text) => text,
      (text) => hearShipped(text, { kind: 'question', id: 'key-seat', turn: 1 }).notSure,
    );
  });
  test('a command goes before an answer that it is like', () => {
    expect(hear('back', asked('door')).act).toBe('back');
    expect(factsOf(hear('back', asked('door')))).toEqual([]);
  });
  test('who did something gives no command', () => {
    expect(hear('restart', asked('beep')).act).toBe('restart');
    expect(hear('restarted it', asked('beep')).act).not.toBe('restart');
  });
});

const OUTCOMES: readonly (readonly [text: string, act: Act])[] = [
  ['fixed', 'fixed'],
  ['that worked, thanks', 'fixed'],
  ['it works now', 'fixed'],
  ['I turned the key and it works', 'fixed'],
  ["knob's on R again and it rings things up", 'fixed'],
  ['suspended the open order, now the menu comes', 'fixed'],
  ['yes', 'fixed'],
  ['not fixed', 'still-there'],
  ['still there', 'still-there'],
  ["that didn't help", 'still-there'],
  ['it did not work', 'still-there'],
  ['it came back after a minute', 'still-there'],
  ['key turns fine now, message stays', 'still-there'],
  ['no', 'still-there'],
  ["I can't do that", 'cannot'],
  ['nobody here can do that', 'cannot'],
  ['thanks', 'thanks'],
  ['why', 'why'],
  ["can't someone just come", 'human'],
  ['have you got a number for somebody', 'human'],
];

describe('what became of the remedy that was shown', () => {
  test('nineteen of twenty', () => {
    expectMostly(
      OUTCOMES,
      0.95,
      ([text]) => text,
      ([text, act]) =>
        hearShipped(text, { kind: 'remedy', id: 'key-not-fully-inserted', turn: 1 }).act === act,
    );
  });

  test.each(['is it fixed?', 'just fix it!!!', 'please fix it', 'when will it be fixed', 'it worked before'])(
    '%s is no cure',
    (text) => {
      const { act } = hearShipped(text, { kind: 'remedy', id: 'key-not-fully-inserted', turn: 1 });
      expect(act).not.toBe('fixed');
    },
  );

  test('what is seen besides is heard, too', () => {
    const heard = hear('still the same, the switch is OFF', shown);
    expect([heard.act, factsOf(heard)]).toEqual(['still-there', ['seal-switch=off']]);
  });
});

describe('yes and no to an offer', () => {
  test.each([
    ['yes', 'yes'],
    ['yep', 'yes'],
    ['no', 'no'],
    ['the seal', null],
  ])('%s', (text, yesNo) => {
    const offer = { kind: 'new-problem', id: 'till', turn: 1, text: '', facts: [] } as const;
    expect(hearShipped(text, offer).yesNo).toBe(yesNo);
  });
});

describe('buttons and events', () => {
  const at = { id: 't', at: 0 };
  const read = (turn: UserTurn) => understand(slice, newConversation(), turn);
  const chose = (kind: 'question' | 'remedy' | 'new-problem', id: string, choice: string) =>
    read({ ...at, kind: 'chose', of: { kind, id, turn: 1 }, choice });
  test('an answer that was picked is one fact without words', () => {
    expect(chose('question', 'seal-switch', 'on')).toMatchObject({
      act: 'answer',
      text: '',
      facts: [
        {
          question: 'seal-switch',
          answer: 'on',
          about: 'check',
          known: 'chosen',
          denied: false,
          quote: null,
        },
      ],
    });
  });
  test('the other buttons', () => {
    expect(chose('question', 'seal-switch', NOT_SURE)).toMatchObject({
      act: 'answer',
      notSure: true,
      facts: [],
    });
    expect(chose('question', 'device', 'till')).toMatchObject({ act: 'answer', facts: [{ answer: 'till' }] });
    expect(chose('remedy', 'seal-switch-on', 'cannot')).toMatchObject({ act: 'cannot' });
    expect(chose('new-problem', 'till', 'yes')).toMatchObject({ act: 'answer', yesNo: 'yes' });
  });
  test('a button that the knowledge does not have is unclear', () => {
    for (const heard of [
      chose('question', 'seal-switch', 'x'),
      chose('question', 'x', NOT_SURE),
      chose('remedy', 'x', 'fixed'),
      chose('remedy', 'seal-switch-on', 'x'),
      chose('new-problem', 'till', 'x'),
    ])
      expect(heard).toMatchObject({ act: 'unclear', facts: [], yesNo: null, notSure: false });
  });
  test('an edited message is read as said; other events say nothing', () => {
    expect(factsOf(read({ ...at, kind: 'edited', messageId: 'm', text: 'the seal is broken' }))).toEqual([
      'seal=broken',
    ]);
    const silent: UserTurn[] = [
      { ...at, kind: 'joined' },
      { ...at, kind: 'deleted', messageId: 'm' },
      { ...at, kind: 'owner-changed', owner: 'human', closed: false },
    ];
    for (const turn of silent) expect(read(turn)).toMatchObject({ act: 'unclear', text: '', facts: [] });
  });
});
