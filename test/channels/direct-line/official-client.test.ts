/** The official client against the whole program, with the knowledge that ships. */

import { type Activity, ConnectionStatus } from 'botframework-directlinejs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { activityId } from '../../../src/channels/activity/message.ts';
import { activityIdOf } from '../../../src/channels/direct-line/read-turn.ts';
import { createTokens } from '../../../src/channels/direct-line/tokens.ts';
import { openWire, type Wire } from '../../web/browser/wire.ts';
import { OfficialClient, type Transport } from './official-client.ts';
import {
  type Generated,
  openShippedBot,
  SERVER_SECRET,
  type ShippedBot,
  TOKEN_SECRET,
} from './shipped-bot.ts';

/** How often a socket is cut: each time the client waits for three seconds before it comes back. */
const CUTS = process.env.KEYTURN_LONG === '1' ? 10 : 1;
const SEED = 20_261_122;

let bot: ShippedBot;
let wire: Wire;
beforeAll(async () => {
  [bot, wire] = await Promise.all([openShippedBot(), openWire()]);
  wire.leadTo(bot.url);
});
afterAll(async () => {
  await wire.close();
  await bot.close();
});

const USER = { id: 'employee-17' };
const REFUND = 'it says key supervisor error when i do a refund';
const NOT_HOME = 'Not pushed right in, or not turned all the way';

let messages = 0;
const clientId = () => ({ clientActivityID: `m${++messages}` });
const message = (text: string): Activity => ({ type: 'message', from: USER, text, channelData: clientId() });

const cardsSchema = z.array(
  z.object({
    content: z.object({
      actions: z.array(z.object({ title: z.string(), data: z.object({ keyturn: z.unknown() }) })),
    }),
  }),
);

/** What a client sends when a button of the latest card is pressed: a value, and no text. */
function press(client: OfficialClient, label: string): Activity {
  const card = client.activities.findLast((activity) => activity.type === 'message' && activity.attachments);
  const attachments = cardsSchema.parse(card?.type === 'message' ? card.attachments : []);
  const action = attachments.flatMap((each) => each.content.actions).find((each) => each.title === label);
  if (action === undefined) throw new Error(`There is no button "${label}".`);
  return { type: 'message', from: USER, value: action.data, channelData: clientId() };
}

/** `kind:id` of the last reply. */
const lastReply = (client: OfficialClient): string => {
  const { kind, reply } = client.activities.at(-1)?.channelData.keyturn ?? {};
  return `${kind}:${reply}`;
};

const isAnswered = (id: string) => (client: OfficialClient) =>
  client.activities.some((each) => 'replyToId' in each && each.replyToId === id);

/** Sends, and waits until the answer has arrived. */
async function exchange(client: OfficialClient, activity: Activity): Promise<void> {
  await client.until(isAnswered(await client.post(activity)));
}

const messagesOf = (client: OfficialClient): readonly (string | undefined)[] =>
  client.activities.filter((activity) => activity.type === 'message').map((activity) => activity.id);

/** Everything arrived that the store has, in its order, once. */
async function expectAsStored(
  client: OfficialClient,
  { conversationId }: Generated,
  arrived = messagesOf(client),
): Promise<void> {
  const kept = await bot.history(conversationId);
  const stored = kept.map(({ line }) =>
    line.from === 'bot' ? activityId(line.id) : activityIdOf(conversationId, line.id),
  );
  expect(arrived).toEqual(stored);
}

/** A request with a token or with the secret. */
async function request(method: string, path: string, bearer: string, body?: unknown): Promise<Response> {
  return await fetch(`${bot.url}/v3/directline${path}`, {
    method,
    headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const resumedSchema = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });
const clients: OfficialClient[] = [];
afterAll(() => clients.forEach((client) => void client.end()));

/** A client of a new conversation; `goingOn`: of this one. */
async function comes(transport: Transport, goingOn?: Generated): Promise<[OfficialClient, Generated]> {
  const own = goingOn ?? (await bot.tokenFor(USER.id));
  const client = new OfficialClient({
    url: wire.url,
    token: own.token,
    transport,
    ...(goingOn === undefined ? {} : { conversationId: own.conversationId }),
  });
  clients.push(client);
  return [client, own];
}

const TRANSPORTS: readonly Transport[] = ['websocket', 'polling'];

describe.concurrent.each(TRANSPORTS)('the official client over %s', (transport) => {
  it('is welcomed, and comes from the first message to the remedy by the buttons of the cards', async () => {
    const [client, own] = await comes(transport);
    await client.until(() => client.activities.length === 1);
    expect(lastReply(client)).toBe('smalltalk:welcome');
    await exchange(client, message(REFUND));
    expect(lastReply(client)).toBe('question:key-seat');
    await exchange(client, press(client, NOT_HOME));
    expect(lastReply(client)).toBe('remedy:key-not-fully-inserted');
    await exchange(client, press(client, 'Fixed'));
    expect(lastReply(client)).toBe('closing:key-not-fully-inserted');
    await expectAsStored(client, own);
  });

  it('gets its own messages back under its own ids, a pressed button as the words on it', async () => {
    const [client] = await comes(transport);
    const sent = message(REFUND);
    await exchange(client, sent);
    const pressed = press(client, NOT_HOME);
    await exchange(client, pressed);
    const own = client.activities.filter((activity) => activity.from.role === 'user');
    expect(own).toMatchObject([
      { from: { ...USER, role: 'user' }, text: REFUND, channelData: sent.channelData },
      { from: { ...USER, role: 'user' }, text: NOT_HOME, channelData: pressed.channelData },
    ]);
  });

  it('sends a message twice, and it is answered once under one id', async () => {
    const [client, own] = await comes(transport);
    const sent = message(REFUND);
    const ids = await Promise.all([client.post(sent), client.post(sent)]);
    await client.until(isAnswered(ids[0]));
    expect(ids[1]).toBe(ids[0]);
    await expectAsStored(client, own);
  });

  it('goes on with a token that was refreshed', async () => {
    const [client, own] = await comes(transport);
    await exchange(client, message(REFUND));
    client.end();
    const refreshed = await request('POST', '/tokens/refresh', own.token);
    const { token, conversationId } = (await refreshed.json()) as Generated;
    expect(conversationId).toBe(own.conversationId);
    const [again] = await comes(transport, { token, conversationId });
    await again.until(() => again.activities.length === client.activities.length);
    await exchange(again, press(again, NOT_HOME));
    await expectAsStored(again, own);
  });

  it('asks for a new token when its own has expired, and goes on with the one that its server gets', async () => {
    const own = await bot.tokenFor(USER.id);
    const { conversationId } = own;
    await request('POST', '/conversations', own.token, {});
    const token = createTokens(TOKEN_SECRET).sign({
      kind: 'access',
      conversationId,
      userId: USER.id,
      origin: null,
      expiresAt: Date.now() - 1,
    });
    const opened = await request('GET', `/conversations/${conversationId}`, own.token);
    const { streamUrl } = resumedSchema.parse(await opened.json());
    const client = new OfficialClient({ url: wire.url, token, transport, conversationId, streamUrl });
    clients.push(client);
    expect(await client.post(message(REFUND))).toBe('retry');
    expect(client.status).toBe(ConnectionStatus.ExpiredToken);
    const resumed = await request('GET', `/conversations/${conversationId}`, SERVER_SECRET);
    client.reconnect(resumedSchema.parse(await resumed.json()));
    await exchange(client, message(REFUND));
    // After that it listens several times over; what it shows is told apart by its id.
    await expectAsStored(client, own, [...new Set(messagesOf(client))]);
  });
});

describe.concurrent('the WebSocket of the official client', () => {
  it(`is cut at random moments, ${CUTS} times, and nothing is lost or doubled`, async () => {
    const [client, own] = await comes('websocket');
    await client.until(() => client.activities.length === 1);
    const moments = fc.sample(fc.integer({ min: 0, max: 3 }), { seed: SEED, numRuns: CUTS });
    for (const moment of moments) {
      await client.until(() => client.isStreaming);
      const sent = [message('start over'), message(REFUND), message('why?')];
      for (const [index, each] of sent.entries()) {
        if (index === moment) client.sockets.at(-1)?.terminate();
        await client.post(each);
      }
      if (moment === sent.length) client.sockets.at(-1)?.terminate();
      const kept = await bot.history(own.conversationId);
      await client.until(() => client.activities.length >= kept.length);
    }
    expect(client.sockets.length).toBeGreaterThanOrEqual(CUTS);
    await expectAsStored(client, own);
  });
});

// One after the other: everybody else would notice.
describe('a restart of the program', () => {
  it.each(TRANSPORTS)(
    'is not noticed by a page that is loaded anew in the middle of a question, over %s',
    async (transport) => {
      const [client, own] = await comes(transport);
      await exchange(client, message(REFUND));
      const before = client.activities.length;
      client.end();
      await bot.restart();
      const [again] = await comes(transport, own);
      await again.until(() => again.activities.length === before);
      await exchange(again, press(again, NOT_HOME));
      expect(lastReply(again)).toBe('remedy:key-not-fully-inserted');
      await expectAsStored(again, own);
    },
  );

  it('is got over by the WebSocket, with what was said on another page meanwhile', async () => {
    const [client, own] = await comes('websocket');
    await exchange(client, message(REFUND));
    await bot.restart();
    await request('POST', `/conversations/${own.conversationId}/activities`, own.token, message('why?'));
    const kept = await bot.history(own.conversationId);
    await client.until(() => client.activities.length >= kept.length);
    await exchange(client, press(client, NOT_HOME));
    await expectAsStored(client, own);
  });
});
