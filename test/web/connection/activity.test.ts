import { describe, expect, it } from 'vitest';
import { readActivitySet } from '../../../src/web/chat/connection/activity.ts';

const remedy = {
  kind: 'remedy',
  id: 'empty-tank',
  text: 'The tank is empty.',
  why: 'You said that the light is on.',
  steps: [{ id: 'fill', by: 'guest', mayDo: true, caution: null, do: 'Fill it.', see: null, cannot: null }],
  choices: [{ id: 'fixed', label: 'Fixed' }],
  of: { kind: 'remedy', id: 'empty-tank', turn: 3 },
};

/** What a page reads of an activity of the bot with this reply. */
const read = (reply: unknown, roles: unknown = { guest: 'Guest' }): unknown =>
  readActivitySet({
    activities: [
      {
        type: 'message',
        id: 'b1',
        timestamp: '2026-01-05T10:00:00.000Z',
        from: { role: 'bot' },
        channelData: { keyturn: { reply, roles } },
      },
    ],
    watermark: '7',
  })?.lines[0];

describe('an activity of the bot', () => {
  it('is a line with the reply as the core gave it', () => {
    const at = Date.UTC(2026, 0, 5, 10);
    expect(read(remedy)).toEqual({ from: 'bot', id: 'b1', at, reply: remedy, roles: { guest: 'Guest' } });
  });

  it('is the answer to a side question', () => {
    const answer = { kind: 'answer', id: 'safe', text: 'It is safe.', sources: ['P1'] };
    expect(read(answer)).toMatchObject({ reply: answer });
  });

  it.each([
    ['a kind of a newer server', { kind: 'poem', id: 'p', text: 'The tank is empty.' }],
    ['a step without what to do', { ...remedy, steps: [{ id: 'fill', by: 'guest' }] }],
    ['an answer whose sources are none', { kind: 'answer', id: 'a', text: 'The tank is empty.', sources: 7 }],
    ['choices that are none', { ...remedy, choices: null }],
  ])('is shown by its words where it has %s', (_, reply) => {
    expect(read(reply)).toMatchObject({ reply: { kind: 'smalltalk', text: 'The tank is empty.' } });
  });

  it.each([
    ['no reply', null],
    ['no words', { kind: 'smalltalk', id: 's' }],
    ['a number', 7],
  ])('is passed over where it has %s', (_, reply) => {
    expect(read(reply)).toBeUndefined();
  });

  it('has no labels of roles where they cannot be read', () => {
    expect(read(remedy, { guest: 1 })).toMatchObject({ roles: {} });
  });
});

describe('a set of activities', () => {
  it('tells how far it reads', () => {
    expect(readActivitySet({ activities: [], watermark: '7' })).toEqual({ lines: [], watermark: '7' });
  });

  it.each([[null], [{}], ['text'], [{ activities: 'many' }], [[]]])('is none in %j', (value) => {
    expect(readActivitySet(value)).toBeNull();
  });

  it.each([
    [{ type: 'typing', id: 't', from: { role: 'bot' } }],
    [{ type: 'message', from: { role: 'user' }, text: 'no id' }],
    [null],
  ])('has no line for %j', (activity) => {
    expect(readActivitySet({ activities: [activity] })).toEqual({ lines: [], watermark: null });
  });

  it('names a message as the client that sent it did', () => {
    const activity = { type: 'message', id: 'a', from: { role: 'user' }, text: 'hi' };
    const lines = (channelData: unknown): unknown =>
      readActivitySet({ activities: [{ ...activity, channelData }] })?.lines;
    expect(lines({ clientActivityID: 'mine' })).toMatchObject([{ id: 'mine', text: 'hi', pressed: null }]);
    expect(lines(undefined)).toMatchObject([{ id: 'a' }]);
  });
});
