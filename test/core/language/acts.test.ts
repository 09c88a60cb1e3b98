import { describe, expect, test } from 'vitest';
import { type Case, NOT_SURE, newConversation, type UserTurn } from '../../../src/core/conversation.ts';
import { understand } from '../../../src/core/language/understand.ts';
import { asked, factsOf, hear, shown, slice, waiting } from './read.ts';

describe('what a message does by itself', () => {
  test.each([
    ['hi', 'greeting', false],
    ['Hello!', 'greeting', false],
    ['good morning, the till says E01', 'report', true],
    ['thanks', 'thanks', false],
    ['start over', 'restart', false],
    ['go back please', 'back', false],
    ['why do you ask?', 'why', false],
    ['why does the till beep', 'report', true],
    ['get me an agent', 'human', false],
    ['I want to speak to somebody, the till is dead', 'human', true],
    ['Ticket 4711\nStore 112, till 3\nThe till is dead.\nGet me an agent.', 'report', true],
    ['Ticket 4711\nStore 112\n\nGet me an agent.\nMaria', 'human', false],
    ['what is the weather', 'out-of-scope', false],
    ['my gym card does not work', 'out-of-scope', false],
    ['calibration menu', 'report', true],
    ['flurble wumpus', 'unclear', false],
    ['🙂🙂', 'unclear', false],
    ['', 'unclear', false],
    ['12345', 'unclear', false],
  ])('%s', (text, act, substance) => {
    const heard = hear(text);
    expect([heard.act, heard.substance]).toEqual([act, substance]);
  });
});

describe('what is refused, and its harmless look-alikes', () => {
  test.each([
    ['how do I get round the supervisor lock', 'around'],
    ["what's the default manager code", 'around'],
    ['can I pick the lock?', 'around'],
    ['do refunds without a manager', 'around'],
    ['can I use his pin', 'around'],
    ['break the seal', 'danger'],
    ['I will bridge the guard switch', 'danger'],
    ['should I force the key', 'danger'],
    ['what is the dealer pin', 'around'],
    ['I need the dealer pin', 'around'],
    ['dealer pin please', 'around'],
    ['he typed the dealer pin and then it froze', null],
    ['the lock is stuck', null],
    ['error code 1004', null],
    ['override asks for the supervisor key', null],
    ['the manager code is refused', null],
    ['I did not force the key', null],
    ['the trainee forced the key', null],
    ['should I have forced the key?', 'danger'],
    ['the seal is broken', null],
    ['I use my pin', null],
    ['she uses his pin', null],
    ['it asks, use his pin', 'around'],
    ['refund does not ask for a supervisor', null],
  ])('%s', (text, refusal) => {
    expect(hear(text).refusal).toBe(refusal);
  });
  test('a refused request with a report has substance', () => {
    const heard = hear('the till says E01, can I force the key?');
    expect([heard.act, heard.substance, factsOf(heard)]).toEqual([
      'unsafe',
      true,
      ['device=till', 'screen=e01'],
    ]);
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
  test.each(['no one touched it', 'no body pressed it'])('%s is no "no"', (text) => {
    expect(factsOf(hear(text, asked('beep')))).toEqual([]);
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
  test.each(['no idea', 'no clue'])('%s is not "nothing"', (text) => {
    expect(factsOf(hear(text, asked('beep')))).toEqual([]);
  });
  test('a command goes before an answer that it is like', () => {
    expect(hear('back', asked('door')).act).toBe('back');
    expect(factsOf(hear('back', asked('door')))).toEqual([]);
  });
  test('who did something gives no command', () => {
    expect(hear('restart', asked('beep')).act).toBe('restart');
    expect(hear('restarted it', asked('beep')).act).toBe('report');
    expect(hear('it restarts', asked('beep')).act).not.toBe('restart');
  });
  test('vague words count only where they were asked for', () => {
    expect(factsOf(hear('all of them'))).toEqual([]);
  });
});

describe('what became of the remedy that was shown', () => {
  test.each([
    ['fixed', 'fixed'],
    ['that worked, thanks', 'fixed'],
    ['it works now', 'fixed'],
    ['I turned the key and it works', 'fixed'],
    ['yes', 'fixed'],
    ['not fixed', 'still-there'],
    ['still there', 'still-there'],
    ["that didn't help", 'still-there'],
    ['it did not work', 'still-there'],
    ['it came back after a minute', 'still-there'],
    ['no', 'still-there'],
    ["I can't do that", 'cannot'],
    ["I don't have the key", 'cannot'],
    ['nobody here can do that', 'cannot'],
    ['it work now', 'fixed'],
    ['it works again, as it did before', 'fixed'],
    ['is it fixed?', null],
    ['just fix it!!!', null],
    ['please fix it', null],
    ['can you fix it', null],
    ['I need it fixed', null],
    ['when will it be fixed', null],
    ['make it work', null],
    ['it worked before', null],
    ['that worked yesterday', null],
    ['no idea if it works', null],
    ['thanks', null],
    ['why', null],
    ['ok', null],
    ['👍🏽', null],
    ['👎', 'still-there'],
  ])('%s', (text, outcome) => {
    const heard = hear(text, shown);
    expect(heard.outcome).toBe(outcome);
    if (outcome !== null) expect(heard.act).toBe('outcome');
  });
  test('what is seen besides is heard, too', () => {
    const heard = hear('still the same, the switch is OFF', shown);
    expect([heard.outcome, factsOf(heard)]).toEqual(['still-there', ['seal-switch=off']]);
  });
  test('before a remedy was shown a case is over where all of it is fine', () => {
    const begun: Case = { ...asked('seal-switch'), texts: [{ text: 'error', turn: 1, messageId: null }] };
    expect(hear('it works now', begun).outcome).toBe('fixed');
    expect(hear('the lid was open, it works now', begun).outcome).toBe('fixed');
    const goesOn = hear('that one works now, but the switch is OFF here', begun);
    expect([goesOn.outcome, factsOf(goesOn)]).toEqual([null, ['seal-switch=off']]);
  });
  test('without a remedy "not working" is a report', () => {
    expect(hear('the till did not work').outcome).toBe(null);
  });
});

describe('corrections', () => {
  const known: Case = {
    ...asked('seal-switch'),
    facts: [
      {
        question: 'device',
        answer: 'scale',
        about: 'device',
        known: 'said',
        denied: false,
        turn: 1,
        quote: null,
      },
    ],
  };
  test.each([
    ['no, till 3', ['device=till']],
    ["actually it's a till", ['device=till']],
    ['sorry I meant the till', ['device=till']],
  ])('%s', (text, facts) => {
    const heard = hear(text, known);
    expect([heard.act, factsOf(heard)]).toEqual(['correct', facts]);
  });
});

describe('yes and no to an offer', () => {
  const offer = waiting({ kind: 'new-problem', id: 'till', turn: 1, text: '', facts: [] });
  test.each([
    ['yes', 'yes'],
    ['yep', 'yes'],
    ['no', 'no'],
    ['the seal', null],
  ])('%s', (text, yesNo) => {
    expect(hear(text, offer).yesNo).toBe(yesNo);
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
    expect(chose('remedy', 'seal-switch-on', 'cannot')).toMatchObject({ act: 'outcome', outcome: 'cannot' });
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
      expect(heard).toMatchObject({ act: 'unclear', facts: [], outcome: null, yesNo: null, notSure: false });
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
