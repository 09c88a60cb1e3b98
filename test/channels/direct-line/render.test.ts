/** Lines of a conversation as a client of Direct Line reads them. */

import { describe, expect, it } from 'vitest';
import { type Form, renderLine } from '../../../src/channels/direct-line/render.ts';
import type { Choice, Reply } from '../../../src/core/conversation.ts';
import { type HistoryLine, replyId } from '../../../src/ports.ts';

const KEY = JSON.stringify(['directline', 'c1']);
const of = { kind: 'question', id: 'light', turn: 2 } as const;
const yes: Choice = { id: 'yes', label: 'Yes, it is on' };
const step = {
  id: 'unplug',
  by: 'cashier',
  mayDo: true,
  caution: 'Hot',
  do: 'Unplug it',
  see: null,
  cannot: null,
};
const replies: Readonly<Record<string, Reply>> = {
  words: { kind: 'smalltalk', id: 'hello', text: 'Hello' },
  article: { kind: 'answer', id: 'is-it-safe', text: 'It is.', sources: ['P1'] },
  question: { kind: 'question', id: 'light', text: 'Is it on?', why: 'To know', choices: [yes], of },
  confirm: {
    kind: 'confirm',
    id: 'light',
    text: 'Do you mean this: On?',
    why: 'To know',
    choices: [yes],
    of: { kind: 'confirm', id: 'light', turn: 2 },
  },
  remedy: {
    kind: 'remedy',
    id: 'dust',
    text: 'Do this',
    why: '',
    steps: [step, { ...step, id: 'call', by: 'manager', mayDo: false }],
    choices: [{ id: 'fixed', label: 'Fixed' }],
    of: { kind: 'remedy', id: 'dust', turn: 3 },
  },
  silent: { kind: 'silent', id: 'silent', text: '' },
};

const render = (line: HistoryLine, form: Form = 'cards') =>
  renderLine(
    { sequence: 1, at: Date.UTC(2026, 0, 5), line },
    { conversationId: 'c1', userId: 'una', form, roleLabel: (role) => `the ${role}` },
  );
const answer = (name: string, turnId = 'client/m1'): HistoryLine => ({
  from: 'bot',
  id: replyId(KEY, turnId, 0),
  reply: replies[name]!,
});
const said = (change: object = {}): HistoryLine => ({
  from: 'person',
  id: 'client/m1',
  text: 'it beeps',
  pressed: null,
  ...change,
});

describe('what a person said', () => {
  it.each<[string, HistoryLine, object]>([
    ['words', said(), { text: 'it beeps', channelData: { clientActivityID: 'm1' } }],
    ['words of a client that gives no ids', said({ id: 'activity/7' }), { text: 'it beeps' }],
    [
      'a button, by its label and with its value',
      said({ text: yes.label, pressed: { of, choice: 'yes' } }),
      { text: yes.label, value: { keyturn: { of, choice: 'yes' } }, channelData: { clientActivityID: 'm1' } },
    ],
  ])('%s', (_, line, content) => {
    for (const form of ['cards', 'data'] as const)
      expect(render(line, form)).toEqual({
        type: 'message',
        id: expect.stringMatching(/^[\w-]{27}$/),
        timestamp: '2026-01-05T00:00:00.000Z',
        channelId: 'directline',
        from: { id: 'una', role: 'user' },
        conversation: { id: 'c1' },
        textFormat: 'plain',
        ...content,
      });
  });
});

describe('a reply', () => {
  it('of words is text', () => {
    expect(render(answer('words'))).toMatchObject({
      from: { id: 'keyturn', role: 'bot' },
      text: 'Hello',
      textFormat: 'plain',
      inputHint: 'acceptingInput',
      channelData: { keyturn: { kind: 'smalltalk', reply: 'hello' } },
    });
  });

  it('to a side question is text; as data it has its sources', () => {
    const said = { text: 'It is.', channelData: { keyturn: { kind: 'answer', reply: 'is-it-safe' } } };
    expect(render(answer('article'))).toMatchObject(said);
    expect(render(answer('article'))).not.toHaveProperty('attachments');
    expect(render(answer('article'), 'data')).toMatchObject({
      channelData: { keyturn: { reply: replies.article } },
    });
  });

  it.each(['question', 'confirm', 'remedy'])(
    'that is a %s is a card whose buttons send their value',
    (name) => {
      const activity = render(answer(name));
      expect(activity).toMatchObject({
        inputHint: 'expectingInput',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
      });
      expect(JSON.stringify(activity)).toContain('"type":"Action.Submit"');
      expect(activity).not.toHaveProperty('text');
      // A screen reader in Web Chat would say "1 attachment".
      expect(activity).toHaveProperty(
        ['channelData', 'webchat:fallback-text'],
        expect.stringContaining(replies[name]!.text),
      );
    },
  );

  it('of several paragraphs has a line for each, for clients make a hole of an empty one', () => {
    const reply: Reply = { kind: 'closing', id: 'bye', text: 'Good.\n\nCome back.' };
    expect(render({ from: 'bot', id: 'x/1/0', reply })).toMatchObject({ text: 'Good.\nCome back.' });
  });

  it.each(['words', 'question', 'confirm', 'remedy'])(
    'as data is the reply itself (%s), without card and text',
    (name) => {
      const { channelData, ...rest } = render(answer(name), 'data') as unknown as Record<string, unknown>;
      expect(channelData).toMatchObject({ keyturn: { kind: replies[name]!.kind, reply: replies[name] } });
      expect(Object.keys(rest).sort()).toEqual(
        ['channelId', 'conversation', 'from', 'id', 'replyToId', 'timestamp', 'type'].sort(),
      );
    },
  );

  it('as data says what the roles of its steps are called', () => {
    expect(render(answer('remedy'), 'data')).toMatchObject({
      channelData: { keyturn: { roles: { cashier: 'the cashier', manager: 'the manager' } } },
    });
  });

  it('as data is much smaller', () => {
    const [card, data] = [render(answer('remedy')), render(answer('remedy'), 'data')];
    expect(JSON.stringify(data).length * 2).toBeLessThan(JSON.stringify(card).length);
  });

  it('names what it answers; a welcome answers nobody', () => {
    expect(render(answer('words'))).toMatchObject({ replyToId: render(said())!.id });
    expect(render(answer('words', 'joined'))).not.toHaveProperty('replyToId');
  });

  it('is not shown where a human has the word', () => {
    expect(render(answer('silent'))).toBeNull();
  });

  it('has the same id each time, and another one for each turn', () => {
    expect(render(answer('remedy'))!.id).toBe(render(answer('remedy'), 'data')!.id);
    expect(render(answer('words'))!.id).not.toBe(render(answer('words', 'client/m2'))!.id);
  });
});
