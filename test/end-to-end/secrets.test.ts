/** Nothing secret is stored, logged or said back, whichever way it comes in. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { shippedBase } from '../foreign-base.ts';
import { activity } from '../server/tiny-bot.ts';
import { post, type Receiver, startReceiver } from './processes.ts';
import { type RealBot, realBot } from './real-bot.ts';

const PLANTED = ['739182', 'hunter2-Xq', '5500 0000 0000 0004', 'f00ba4c0ffee99', '9F2C11AB77'];
const [PIN, PASSWORD, CARD, TOKEN, SIGN] = PLANTED;

let bot: RealBot;
let receiver: Receiver;
beforeAll(async () => {
  const { prepared } = await shippedBase();
  [bot, receiver] = await Promise.all([realBot(prepared), startReceiver()]);
});
afterAll(async () => {
  await bot.close();
  await receiver.close();
});

it('leaves no planted secret in the store, the log or the replies', async () => {
  const said: string[] = [];
  const ask = async (change: Record<string, unknown>) =>
    void said.push(JSON.stringify(await bot.ask(change)));
  await ask({ id: 'm1', text: `the till says supervisor error, my pin is ${PIN}` });
  await ask({ text: `password: ${PASSWORD}` });
  await ask({ text: `card ${CARD} was declined` });
  await ask({ text: `{"access_token": "${TOKEN}", "code": 28841105}` });
  await ask({ text: `till 3 ${CARD} 12/29 please` });
  await ask({ text: 'look', locale: `my pin is ${PIN}`, conversation: { id: 'abroad' } });
  await ask({ text: 'look', from: { id: 'user', name: `password: ${PASSWORD}` } });
  const of = { kind: 'question', id: 'x', turn: 1 };
  await ask({ value: { keyturn: { of, choice: '5500-0000-0000-0004' } } });
  await ask({ value: { keyturn: { of: { ...of, id: `pin ${PIN}` }, choice: 'x' } } });
  await ask({ type: 'messageUpdate', id: 'm1', text: `sorry, the PIN: ${PIN}` });
  await ask({ text: undefined, value: { keyturn: { say: `?client_id=me&sign=${SIGN}&t=1` } } });
  await ask({
    text: '',
    attachments: [{ contentType: 'text/html', content: `<p>passcode</p><p>is ${PIN}</p>` }],
  });
  await ask({ text: 'I want a human' });
  await ask({ text: `and the pin is still ${PIN}` });
  const normal = activity({
    text: `my pin is ${PIN}`,
    deliveryMode: 'normal',
    serviceUrl: receiver.url,
    conversation: { id: 'other' },
  });
  expect(await post(bot.url, normal)).toEqual({ status: 200, body: null });
  await expect.poll(() => receiver.received.length).toBeGreaterThan(0);
  said.push(JSON.stringify(receiver.received));
  said.push(JSON.stringify(await post(bot.url, { ...normal, serviceUrl: `http://user:${PASSWORD}@` })));

  const places = { store: bot.stored(), log: bot.log.join('\n'), replies: said.join('\n') };
  for (const [place, text] of Object.entries(places)) {
    for (const secret of [...PLANTED, '5500-0000-0000-0004'])
      expect(text.includes(secret), `${secret} in the ${place}`).toBe(false);
  }
  expect(places.store).toContain('supervisor');
});
