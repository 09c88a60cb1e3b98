/** Direct Line over HTTP: begin, say, read by watermark. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import { ask, begin, lines, type Talk, talkOf } from './line.ts';
import { type LineServer, lineServer } from './line-server.ts';

let server: LineServer;
let url: string;
beforeAll(async () => {
  server = await lineServer();
  url = server.url;
});
afterAll(() => server.close());

const message = (change: Record<string, unknown> = {}) => ({ type: 'message', text: 'hi', ...change });

describe('a conversation is begun', () => {
  it('by a server that knows the secret: a token for it, and where to connect', async () => {
    const { status, body } = await ask(url, '/conversations', {
      body: { user: { id: 'una' }, locale: 'nl-NL' },
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      conversationId: expect.stringMatching(/^[\w-]{22}~\w+$/),
      token: expect.any(String),
      expires_in: 1_800,
      streamUrl: expect.stringMatching(
        /^ws:\/\/localhost:\d+\/v3\/directline\/conversations\/[\w-]{22}~\w+\/stream\?t=/,
      ),
    });
    const talk = talkOf(url, body);
    await talk.say('hi');
    expect((await talk.read()).activities[1]?.from).toEqual({ id: 'una', role: 'user' });
  });

  it('for somebody whom the server still knows when it comes back with nothing but the secret', async () => {
    const user = { id: 'una@shop.example, \u00e9' };
    const begun = await ask(url, '/conversations', { body: { user } });
    const generated = await ask(url, '/tokens/generate', { body: { user } });
    for (const { conversationId, token } of [begun.body, generated.body]) {
      const activities = `/conversations/${conversationId}/activities`;
      await ask(url, activities, { body: message() });
      const bySecret = (await ask(url, activities)).body.activities;
      expect(bySecret.find(({ from }) => from.role === 'user')?.from).toEqual({ ...user, role: 'user' });
      expect((await ask(url, activities, { token })).body.activities).toEqual(bySecret);
    }
  });

  it('with one welcome, however often it is begun', async () => {
    const talk = await begin(url);
    const again = await Promise.all(
      [1, 2, 3].map(() => ask(url, '/conversations', { method: 'POST', token: talk.token })),
    );
    expect(again.map(({ status, body }) => [status, body.conversationId])).toEqual(
      again.map(() => [200, talk.id]),
    );
    expect(lines((await talk.read()).activities)).toEqual(['bot: 1: joined']);
  });

  it('with no second welcome once the store has forgotten which turns it answered', async () => {
    const store = createMemoryStore();
    let welcomes = 0;
    const forgetful = await lineServer({
      store: {
        ...store,
        async commit(change) {
          if (change.turnId === 'joined') welcomes += 1;
          return await store.commit(change);
        },
      },
    });
    const talk = await begin(forgetful.url);
    await ask(forgetful.url, '/conversations', { method: 'POST', token: talk.token });
    await forgetful.close();
    expect(welcomes).toBe(1);
  });

  it('at once by several: one of them has begun it', async () => {
    const { body } = await ask(url, '/tokens/generate', { body: {} });
    const { token } = body;
    const all = await Promise.all(
      [1, 2, 3, 4].map(() => ask(url, '/conversations', { method: 'POST', token })),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    expect(lines((await talkOf(url, all[0]!.body).read()).activities)).toEqual(['bot: 1: joined']);
  });

  it('anew with a token that lasts longer, and a stream behind a watermark', async () => {
    const talk = await begin(url);
    const { status, body } = await ask(url, `/conversations/${talk.id}?watermark=1&replies=data`, {
      token: talk.token,
    });
    expect([status, body.conversationId]).toEqual([200, talk.id]);
    const stream = new URL(body.streamUrl).searchParams;
    expect([stream.get('watermark'), stream.get('replies'), stream.get('t')]).toEqual([
      '1',
      'data',
      body.token,
    ]);
  });
});

describe('an activity', () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await begin(url);
  });

  it('is answered, and read back by everybody under the same ids', async () => {
    const { status, body } = await talk.say('it beeps', 'mine-1');
    expect(status).toBe(200);
    const { activities, watermark } = await talk.read();
    const [, said, answer] = activities;
    expect(watermark).toBe('3');
    expect(said).toEqual({
      type: 'message',
      id: body.id,
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      channelId: 'directline',
      from: { id: `dl_${talk.id}`, role: 'user' },
      conversation: { id: talk.id },
      text: 'it beeps',
      textFormat: 'plain',
      channelData: { clientActivityID: 'mine-1' },
    });
    expect(answer).toMatchObject({ from: { role: 'bot' }, text: '2: it beeps', replyToId: body.id });
    expect(await talk.read()).toEqual({ activities, watermark });
  });

  it.each<[string, Record<string, unknown>]>([
    ['typing', { type: 'typing' }],
    ['an event', { type: 'event', name: 'webchat/join', value: { language: 'nl' } }],
    ['somebody who joins', { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }],
    ['an invoke', { type: 'invoke', name: 'x' }],
    ['a type of tomorrow', { type: 'hologram' }],
  ])('that is %s is taken, and nothing comes of it', async (_, activity) => {
    const { watermark } = await talk.read();
    const { status, body } = await talk.send(activity);
    expect([status, body]).toEqual([200, { id: expect.any(String) }]);
    expect((await talk.read()).watermark).toBe(watermark);
  });

  it('cannot say who sends it', async () => {
    await talk.send(message({ from: { id: 'somebody-else', role: 'bot' } }));
    expect((await talk.read()).activities.at(-2)?.from).toEqual({ id: `dl_${talk.id}`, role: 'user' });
  });

  it.each<[string, unknown, string]>([
    ['nothing', '', 'the body'],
    ['a text', '"hello"', 'the body'],
    ['a list', [], 'the body'],
    ['no type', { text: 'hi' }, 'type'],
    ['a text that is none', message({ text: { secret: 'hunter2' } }), 'text'],
    ['several faults', message({ text: 1, locale: 2, attachments: 'hunter2' }), 'text, attachments'],
  ])(
    'that is malformed (%s) is refused, naming the fields and quoting nothing',
    async (_, activity, fields) => {
      const { status, body } = await talk.send(activity);
      expect([status, body]).toEqual([
        400,
        {
          error: { code: 'BAD_ACTIVITY', message: `This is not a Direct Line activity: look at ${fields}.` },
        },
      ]);
    },
  );

  it('that is no JSON is refused', async () => {
    const { status, body } = await talk.send('{');
    expect([status, body.error.code]).toEqual([400, 'BAD_JSON']);
  });

  it.each(['', 'x'.repeat(101), 'a b', 'a/b', '\u0000'])('with the client id %j has none', async (id) => {
    const [one, two] = [await talk.say('same', id), await talk.say('same', id)];
    expect(one.body.id).not.toBe(two.body.id);
    expect((await talk.read()).activities.at(-2)?.channelData).toBeUndefined();
  });

  it('of some other client data is taken', async () => {
    expect((await talk.send(message({ channelData: 'none of ours' }))).status).toBe(200);
    expect((await talk.send(message({ channelData: { clientTimestamp: 7 } }))).status).toBe(200);
  });
});

describe('reading', () => {
  let talk: Talk;
  beforeAll(async () => {
    talk = await begin(url);
    for (const text of ['a', 'b', 'c']) await talk.say(text);
  });
  const all = ['bot: 1: joined', 'user: a', 'bot: 2: a', 'user: b', 'bot: 3: b', 'user: c', 'bot: 4: c'];

  it.each(all.map((_, index) => index))(
    'from watermark %i on misses nothing and repeats nothing',
    async (from) => {
      const { activities, watermark } = await talk.read(`?watermark=${from}`);
      expect(lines(activities)).toEqual(all.slice(from));
      expect(watermark).toBe('7');
    },
  );

  it.each<[string, string, readonly string[], string]>([
    ['without a watermark', '', all, '7'],
    ['with an empty one', '?watermark=', all, '7'],
    ['with one that is no number', '?watermark=-', all, '7'],
    ['with a negative one', '?watermark=-5', all, '7'],
    ['at the end', '?watermark=7', [], '7'],
    ['beyond the end', '?watermark=8', [], '7'],
    ['far beyond the end', '?watermark=999999999999999', [], '7'],
    ['beyond all numbers', `?watermark=${'9'.repeat(400)}`, all, '7'],
  ])('%s', async (_, query, expected, watermark) => {
    const read = await talk.read(query);
    expect([lines(read.activities), read.watermark]).toEqual([expected, watermark]);
  });

  it('goes page by page where there is much', async () => {
    const small = await lineServer({ tuning: { linesPerAnswer: 2 } });
    const long = await begin(small.url);
    for (const text of ['a', 'b', 'c']) await long.say(text);
    const read: string[] = [];
    for (
      let page = await long.read();
      page.activities.length > 0;
      page = await long.read(`?watermark=${page.watermark}`)
    ) {
      expect(page.activities.length).toBeLessThanOrEqual(2);
      read.push(...lines(page.activities));
    }
    expect(read).toEqual(all);
    await small.close();
  });
});
