import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/core/conversation.ts';
import { Conversation, type Doing, summary } from '../conversation.ts';
import { foreignBase } from '../foreign-base.ts';

const { prepared } = await foreignBase();

/** A conversation as it is read: what the person does, then `kind:id` of each reply. */
type Script = readonly [title: string, ...turns: (readonly [Doing, string])[]];

const asksForLight = ['the coffee machine gives no coffee', 'question:water-light'] as const;

const rules: readonly Script[] = [
  ['a question is answered by a word, and the remedy follows', asksForLight, ['yes', 'remedy:tank-empty']],
  ['a button does the same as the word', asksForLight, [{ chooses: 'lit' }, 'remedy:tank-empty']],
  ['free words answer a question too', asksForLight, ['the blue light is on', 'remedy:tank-empty']],
  [
    'what is said at once is never asked',
    ['no coffee, the blue light is on on the espresso machine', 'remedy:tank-empty'],
  ],
  [
    'thanks is answered and the question comes back',
    asksForLight,
    ['thanks', 'smalltalk:thanks + question:water-light'],
  ],
  [
    'what is out of scope is answered and the question comes back',
    asksForLight,
    ['what is the weather', 'out-of-scope:out-of-scope + question:water-light'],
  ],
  [
    '"why?" gives the reason and the question comes back',
    asksForLight,
    ['why?', 'smalltalk:why + question:water-light'],
  ],
  ['"why?" before anything was asked says so', ['why?', 'smalltalk:why-nothing-asked']],
  ['a greeting is answered', ['hello', 'smalltalk:greeting']],
  ['joining is welcomed', [{ joins: true }, 'smalltalk:welcome']],
  [
    '"fixed" closes the case with how to check and prevent',
    asksForLight,
    ['yes', 'remedy:tank-empty'],
    ['that worked, thanks', 'closing:tank-empty'],
  ],
  [
    'thanks and what came of it, without a comma between them, closes too, also while a question waits',
    asksForLight,
    ['thanks it works now', 'closing:closing-plain'],
  ],
  [
    'what is still the same while nothing was tried gets the question again, and is no answer to it',
    asksForLight,
    ['still the same', 'smalltalk:same-case + question:water-light'],
  ],
  [
    'not knowing yet whether a remedy helped is no problem: it is asked for again',
    asksForLight,
    ['yes', 'remedy:tank-empty'],
    ['not sure', 'smalltalk:not-sure + remedy:tank-empty'],
  ],
  [
    '"start over" forgets the case',
    asksForLight,
    ['start over', 'restart:restart-done'],
    ['the grinder hums', 'remedy:bean-stuck'],
  ],
  [
    '"back" takes the answer back and asks again',
    asksForLight,
    ['yes', 'remedy:tank-empty'],
    ['back', 'question:water-light'],
    ['no', 'question:tray-float'],
  ],
  ['"back" with nothing to take back says so', ['back', 'smalltalk:back-nothing']],
  ['"I want a human" hands over at once', asksForLight, ['i want a human', 'handover:asked']],
  [
    'after a hand-over what is said is added',
    asksForLight,
    ['human', 'handover:asked'],
    ['the cup was blue', 'smalltalk:handed-over-already'],
  ],
  [
    'a photo gets a request for words, and the question comes back',
    asksForLight,
    [{ sendsPhoto: true }, 'smalltalk:type-the-words + question:water-light'],
  ],
  [
    'an empty message changes nothing',
    asksForLight,
    ['   ', 'smalltalk:empty-message + question:water-light'],
  ],
  [
    'an old button is answered politely and changes nothing',
    asksForLight,
    ['yes', 'remedy:tank-empty'],
    [{ pressesOld: 0, choice: 'dark' }, 'smalltalk:stale-choice + remedy:tank-empty'],
  ],
  [
    'a refusal comes with no help, and the question comes back',
    asksForLight,
    ['can I jam the lid switch', 'refusal:guard + question:water-light'],
  ],
  [
    'a case is over after a night of silence',
    asksForLight,
    [{ waitsHours: 9, says: 'yes' }, 'question:appliance'],
  ],
  [
    'another device is asked about before it is mixed in',
    asksForLight,
    ['the grinder hums', 'question:grinder'],
    [{ chooses: 'yes' }, 'smalltalk:one-at-a-time + question:water-light'],
  ],
  [
    'naming the other device once more means that it is wanted now',
    asksForLight,
    ['the grinder hums', 'question:grinder'],
    ['the grinder i said', 'remedy:bean-stuck'],
  ],
  [
    'whoever is not sure whether it is a second problem goes on with the one they have, and is asked no more',
    asksForLight,
    ['the grinder hums', 'question:grinder'],
    ['not sure', 'smalltalk:one-at-a-time + question:water-light'],
    ['the grinder', 'smalltalk:one-at-a-time + question:water-light'],
    ['yes', 'remedy:tank-empty'],
  ],
  [
    'a button that the offer does not have is no answer to it either',
    asksForLight,
    ['the grinder hums', 'question:grinder'],
    [{ chooses: 'not-sure' }, 'smalltalk:one-at-a-time + question:water-light'],
  ],
  [
    'devices that are named in turn are offered as a second problem once',
    asksForLight,
    ['the grinder hums', 'question:grinder'],
    ['the grinder i said', 'remedy:bean-stuck'],
    ['no, the coffee machine', 'smalltalk:one-at-a-time + remedy:bean-stuck'],
    ['the grinder', 'remedy:bean-stuck'],
    ['the coffee machine', 'smalltalk:one-at-a-time + remedy:bean-stuck'],
  ],
  [
    'thanks is answered, and the offer comes back as any question does',
    asksForLight,
    ['the grinder hums', 'question:grinder'],
    ['thanks', 'smalltalk:thanks + question:grinder'],
    ['no', 'question:appliance'],
  ],
  [
    'remarks under the right remedy do not end the case: its outcome is waited for',
    ['the grinder hums', 'remedy:bean-stuck'],
    ['the beans are from brazil', 'remedy:bean-stuck'],
    ['the water is from the tap', 'remedy:bean-stuck'],
    ['it works now', 'closing:bean-stuck'],
  ],
  [
    'the bot is silent while a human owns the case',
    asksForLight,
    [{ owner: 'human' }, 'nothing'],
    ['yes', 'nothing'],
  ],
  [
    'the bot answers the first message after it got the case back',
    asksForLight,
    [{ owner: 'human' }, 'nothing'],
    [{ owner: 'bot' }, 'nothing'],
    ['yes', 'remedy:tank-empty'],
  ],
  [
    'a case that a human closed is over',
    asksForLight,
    [{ owner: 'human' }, 'nothing'],
    [{ owner: 'bot', closed: true }, 'nothing'],
    ['thanks', 'smalltalk:thanks'],
  ],
  [
    'an edited message counts as it reads now',
    ['the coffee machine gives no coffee, the blue light is on', 'remedy:tank-empty'],
    [{ edits: 0, to: 'the grinder hums' }, 'remedy:bean-stuck'],
  ],
  [
    'editing a message of an earlier case changes nothing',
    asksForLight,
    ['start over', 'restart:restart-done'],
    [{ edits: 0, to: 'the grinder hums' }, 'nothing'],
  ],
  [
    'a correction replaces what was said',
    ['the grinder is silent', 'remedy:no-power'],
    ['sorry i meant it hums', 'remedy:bean-stuck'],
  ],
];

test.each(rules.map((rule) => [rule[0], rule] as const))('%s', (_title, [, ...turns]) => {
  const conversation = new Conversation(prepared);
  const heard = turns.map(([doing]) => summary(conversation.does(doing)));
  expect(heard).toEqual(turns.map(([, expected]) => expected));
});

describe('a remedy', () => {
  const remedy = (role: string | null, ...turns: Doing[]): Extract<Reply, { kind: 'remedy' }> => {
    const conversation = new Conversation(prepared, role);
    const reply = turns.map((turn) => conversation.does(turn).at(-1)).at(-1);
    if (reply?.kind !== 'remedy') throw new Error(`no remedy but ${reply?.kind}:${reply?.id}`);
    return reply;
  };
  const grinder = 'the grinder hums';

  test('shows a step to the role that may do it', () => {
    expect(remedy('barista', grinder).steps).toMatchObject([
      { id: 'free-burrs', mayDo: true, do: 'Take the stuck bean out with the brush.' },
    ]);
  });
  test('says whom to fetch for a step above the role, with its caution and without its instruction', () => {
    expect(remedy(null, grinder).steps).toMatchObject([
      {
        id: 'free-burrs',
        mayDo: false,
        do: 'Fetch the barista for this: free the burrs.',
        caution: 'Unplug the grinder before you open the lid.',
        see: null,
      },
    ]);
  });
  test('leaves out a step that is for another device', () => {
    const shown = (words: string) => remedy(null, words).steps.map(({ id }) => id);
    expect(shown('the grinder makes no sound')).toEqual(['plug-in']);
    expect(
      shown('the espresso machine is completely dead, no blue light, no float to see and no coffee'),
    ).toEqual(['check-fuse', 'plug-in']);
  });
  test('names the words that point to it', () => {
    expect(remedy(null, grinder).why).toContain('hums');
  });
});

describe('a question about something that not every device has', () => {
  const asked = (first: string) => {
    const conversation = new Conversation(prepared);
    const reply = conversation.does(first).at(-1)!;
    return {
      conversation,
      choices: 'choices' in reply ? reply.choices.map(({ id }) => id) : [],
      id: reply.id,
    };
  };

  test('can be answered by "my device has no such thing" while the device is not certain', () => {
    const { conversation, choices } = asked('nothing comes out of it, no coffee');
    conversation.does({ chooses: 'espresso-machine' });
    expect(choices).not.toContain('not-here');
    const unsure = new Conversation(prepared);
    unsure.does('it does not work');
    const next = unsure.does('not sure').at(-1)!;
    expect(next).toMatchObject({
      kind: 'question',
      choices: expect.arrayContaining([{ id: 'not-here', label: 'My device has no such thing' }]),
    });
    const before = unsure.last!.reading.family!.probability;
    unsure.does({ chooses: 'not-here' });
    expect(
      unsure.last!.reading.family?.id === 'espresso-machine' ? unsure.last!.reading.family.probability : 0,
    ).toBeLessThan(before);
  });
  test('offers no such choice once the device is certain', () => {
    expect(asked('the espresso machine gives no coffee')).toMatchObject({
      id: 'water-light',
      choices: ['lit', 'dark', 'not-sure'],
    });
  });
});

test('nobody is asked the same thing twice', () => {
  const conversation = new Conversation(prepared);
  const asked = ['no coffee from the espresso machine', 'not sure', 'not sure', 'not sure', 'not sure']
    .flatMap((words) => conversation.does(words))
    .flatMap((reply) => (reply.kind === 'question' ? [reply.id] : []));
  expect(new Set(asked).size).toBe(asked.length);
});

test('a question that only a mechanic can answer is not asked of a guest', () => {
  const conversation = new Conversation(prepared, 'guest');
  const asked = [
    'no coffee from the espresso machine',
    { chooses: 'dark' },
    { chooses: 'nothing' },
    'not sure',
  ]
    .flatMap((turn) => conversation.does(turn))
    .map((reply) => reply.id);
  expect(asked).not.toContain('pump-pressure');
});

test('nothing is said twice in a row when nothing is understood', () => {
  const conversation = new Conversation(prepared);
  const first = conversation.does('qwrtz')[0]!.text;
  const second = conversation.does('zxcvb')[0]!.text;
  expect(second).not.toBe(first);
});

test('the state is plain JSON and comes back as it was', () => {
  const conversation = new Conversation(prepared);
  conversation.does('the coffee machine gives no coffee');
  const { state } = conversation.last!;
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
});

test('a hand-over gives the next person what is known, what was tried and what was said', () => {
  const conversation = new Conversation(prepared);
  const turns = [
    'the espresso machine gives no coffee',
    { chooses: 'lit' },
    'still not working',
    'human',
  ] as const;
  const effects = turns.flatMap((turn) => {
    conversation.does(turn);
    return conversation.last!.effects;
  });
  expect(effects.find((effect) => effect.kind === 'open-ticket')).toMatchObject({
    summary: {
      tried: expect.arrayContaining([
        expect.objectContaining({ problem: 'tank-empty', outcome: 'still-there' }),
      ]),
      transcript: expect.arrayContaining([
        { from: 'person', text: 'the espresso machine gives no coffee', turn: 1 },
        { from: 'person', text: 'still not working', turn: 3 },
      ]),
    },
  });
});

describe('whether another device is a second problem is asked at most once', () => {
  const offers = (answersOffer: string): number => {
    const conversation = new Conversation(prepared);
    conversation.does('the coffee machine gives no coffee');
    let asked = 0;
    for (let turn = 0; turn < 30; turn += 1) {
      const devices = ['the grinder', 'the coffee machine'];
      const isOffer = conversation.state.case?.pending?.kind === 'new-problem';
      if (isOffer) asked += 1;
      conversation.does(isOffer ? answersOffer : (devices[turn % 2] ?? ''));
    }
    return asked;
  };

  test.each(['not sure', 'no idea, sorry', 'the grinder', 'the coffee machine', 'no', 'xyzzy'])(
    'of somebody who answers "%s" and goes on naming both',
    (answer) => {
      expect(offers(answer)).toBeLessThanOrEqual(1);
    },
  );
});
