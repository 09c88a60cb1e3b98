import { describe, expect, it } from 'vitest';
import { LONGEST_TEXT } from '../../../src/channels/activity/reading-limits.ts';
import { readActivity } from '../../../src/channels/bot-framework/activity.ts';
import { readTurn } from '../../../src/channels/bot-framework/read-turn.ts';
import { activity } from '../../server/tiny-bot.ts';

const read = (change: Record<string, unknown>) =>
  readTurn(readActivity(activity({ id: 'a1', ...change })), 1_000);
const html = (content: string) => ({ contentType: 'text/html', content });
const mention = { type: 'mention', text: '<at>Keyturn</at>', mentioned: { id: 'bot', name: 'Keyturn' } };

describe('an activity becomes a turn', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown> | null]>([
    [
      'a message',
      { text: 'it beeps' },
      { kind: 'said', id: 'a1', at: 1_000, text: 'it beeps', messageId: 'a1', attachments: 0 },
    ],
    ['a message without text', { text: undefined }, { kind: 'said', text: '' }],
    [
      'a photo',
      { text: '', attachments: [{ contentType: 'image/png' }] },
      { kind: 'said', text: '', attachments: 1 },
    ],
    [
      'a file in Teams, which comes with its HTML',
      {
        text: '',
        attachments: [
          html('<div></div>'),
          { contentType: 'application/vnd.microsoft.teams.file.download.info' },
        ],
      },
      { attachments: 1 },
    ],
    [
      'a picture in the text',
      { attachments: [html('<p>look <img src="x"></p>')] },
      { text: 'look', attachments: 1 },
    ],
    [
      'pasted lines, which Teams keeps in HTML only',
      { text: 'a b', attachments: [html('<p>a</p><p>b</p>')] },
      { text: 'a\nb', attachments: 0 },
    ],
    [
      'a message to the bot in a channel',
      { text: '<at>Keyturn</at> it beeps', entities: [mention] },
      { text: 'it beeps' },
    ],
    [
      'a message that calls the bot by a blank, which some clients send',
      { text: 'it beeps', entities: Array.from({ length: 1_000 }, () => ({ ...mention, text: ' ' })) },
      { text: 'it beeps' },
    ],
    ['a text longer than anybody writes', { text: 'x'.repeat(100_000) }, { text: 'x'.repeat(LONGEST_TEXT) }],
    [
      'more attachments than are counted',
      { text: 'hi', attachments: Array.from({ length: 1_000 }, () => ({ contentType: 'image/png' })) },
      { text: 'hi', attachments: 100 },
    ],
    ['a message that mentions somebody else', { text: 'ask <at>Una</at>' }, { text: 'ask Una' }],
    [
      'entities of other kinds',
      { text: 'hi', entities: [{ type: 'clientInfo', country: 'NL' }, null] },
      { text: 'hi' },
    ],
    [
      'a pressed button',
      {
        text: undefined,
        value: { keyturn: { of: { kind: 'question', id: 'seal', turn: 2 }, choice: 'on' } },
      },
      { kind: 'chose', id: 'a1', at: 1_000, of: { kind: 'question', id: 'seal', turn: 2 }, choice: 'on' },
    ],
    [
      'a button that stands for words',
      { text: undefined, value: { keyturn: { say: 'start over' } } },
      { kind: 'said', text: 'start over' },
    ],
    [
      'the value of a card that is not ours',
      { text: undefined, value: { other: 1 } },
      { kind: 'said', text: '' },
    ],
    [
      'a button with a value that was tampered with',
      { text: undefined, value: { keyturn: { of: { kind: 'question', id: 'x', turn: -1 }, choice: {} } } },
      { kind: 'said', text: '' },
    ],
    [
      'an edited message',
      { type: 'messageUpdate', text: 'it hums' },
      { kind: 'edited', messageId: 'a1', text: 'it hums' },
    ],
    ['a deleted message', { type: 'messageDelete', text: undefined }, { kind: 'deleted', messageId: 'a1' }],
    [
      'somebody who joins',
      { type: 'conversationUpdate', membersAdded: [{ id: 'user' }] },
      { kind: 'joined' },
    ],
    ['somebody who leaves', { type: 'conversationUpdate', membersRemoved: [{ id: 'user' }] }, null],
    ['an installation', { type: 'installationUpdate', action: 'add' }, { kind: 'joined' }],
    ['its removal', { type: 'installationUpdate', action: 'remove' }, null],
    ['typing', { type: 'typing', text: undefined }, null],
    ['a reaction', { type: 'messageReaction', text: undefined }, null],
    ['an event of another program', { type: 'event', name: 'x' }, null],
  ])('%s', (_, change, turn) => {
    const got = read(change)?.turn ?? null;
    if (turn === null) expect(got).toBeNull();
    else expect(got).toMatchObject(turn);
  });
});

describe('the key of a conversation', () => {
  const key = (change: Record<string, unknown>) => read(change)?.conversation;

  it('keeps people, threads and channels apart', () => {
    const keys = [
      {},
      { from: { id: 'other' } },
      { conversation: { id: 'conversation;messageid=7' } },
      { channelId: 'msteams' },
      { conversation: { id: 'x","y' }, from: { id: 'z' } },
      { conversation: { id: 'x' }, from: { id: 'y","z' } },
    ].map(key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is the same for all who join, so that one welcome is said', () => {
    const joined = (id: string) =>
      read({ type: 'conversationUpdate', membersAdded: [{ id }], from: { id }, timestamp: `${id}` });
    expect(joined('bot')).toEqual(joined('user'));
  });
});

describe('the id of an edit', () => {
  const edit = (change: Record<string, unknown>) => read({ type: 'messageUpdate', ...change })?.turn.id;

  it('is the same for a repeat and another for another edit', () => {
    expect(edit({ text: 'b' })).toBe(edit({ text: 'b' }));
    expect(edit({ text: 'b' })).not.toBe(edit({ text: 'b', timestamp: '2026-01-05T10:00:09.000Z' }));
    expect(edit({ text: 'b' })).not.toBe('a1');
  });
});
