/** Nothing secret is stored, logged or said back, neither what people type nor what lets them in. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { respond } from '../../../src/core/respond.ts';
import { readConfig } from '../../../src/server/config.ts';
import { served } from '../../../src/server/knowledge.ts';
import { openBot } from '../../../src/server/open-bot.ts';
import { serve } from '../../../src/server/serve.ts';
import { openSqliteStore } from '../../../src/storage/sqlite-store.ts';
import { shippedBase } from '../../foreign-base.ts';
import { responderHere } from '../../server/tiny-bot.ts';
import { ask, begin, lines, listen, SECRET } from './line.ts';
import { lineSettings } from './line-server.ts';

const TYPED = ['739182', 'hunter2-Xq', '5500 0000 0000 0004', 'f00ba4c0ffee99', '9F2C11AB77'];
const [PIN, PASSWORD, CARD, API_TOKEN, SIGN] = TYPED;

it('leaves no planted secret in the store, the log, the answers or the streams', async () => {
  const { prepared } = await shippedBase();
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-secrets-'));
  const log: string[] = [];
  const note = (fields: unknown, text: string) => void log.push(`${JSON.stringify(fields)} ${text}`);
  const noted = { info: note, warn: note, error: note };
  const { config, web } = lineSettings();
  const server = await serve({
    config: { ...readConfig({ port: 0 }, {}), ...config },
    opened: openBot({
      responder: responderHere(respond, served(prepared)),
      store: openSqliteStore(join(folder, 'keyturn.db')),
      log: noted,
    }),
    log: noted,
    web,
  });
  const { url } = server;
  const talk = await begin(url);
  const usual = await listen(talk.streamUrl);
  const lean = await listen(`${talk.streamUrl}&replies=data`);
  const answers: string[] = [];
  const send = async (activity: Record<string, unknown>) =>
    void answers.push(JSON.stringify((await talk.send({ type: 'message', ...activity })).body));

  await send({ text: `the till says supervisor error, my pin is ${PIN}` });
  await send({ text: `password: ${PASSWORD}`, channelData: { clientActivityID: 'm1' } });
  await send({ text: `password: ${PASSWORD}`, channelData: { clientActivityID: 'm1' } });
  await send({ text: `card ${CARD} was declined` });
  await send({ text: `{"access_token": "${API_TOKEN}", "code": 28841105}` });
  await send({ value: { keyturn: { say: `?client_id=me&sign=${SIGN}&t=1` } } });
  await send({
    text: 'look',
    entities: [{ note: PASSWORD }],
    channelData: { password: PASSWORD },
    speak: PIN,
  });
  await send({ text: 'look', locale: `my pin is ${PIN}` });
  const of = { kind: 'question', id: `my pin is ${PIN}`, turn: 1 };
  await send({ value: { keyturn: { of, choice: `password: ${PASSWORD}` } } });
  await send({ value: { keyturn: { of: { ...of, id: 'x' }, choice: `password: ${PASSWORD}` } } });
  const start = { locale: `my pin is ${PIN}` };
  answers.push(JSON.stringify((await ask(url, '/conversations', { body: start })).body));
  await send({ text: { pin: PIN } });
  await send({ type: 7, text: PASSWORD });
  await send({ text: 'I want a human' });
  await send({ text: `and the pin is still ${PIN}` });
  answers.push(JSON.stringify((await talk.send(`{"type":"message","text":"${PASSWORD}`)).body));
  answers.push(JSON.stringify((await ask(url, '/conversations', { token: PASSWORD!, method: 'POST' })).body));

  const whole = [await talk.read(), await talk.read('?replies=data')];
  for (const stream of [usual, lean])
    await stream.until(() => stream.activities().length >= whole[0]!.activities.length);
  await server.close();

  const stored = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'latin1'));
  const places = {
    store: stored.join('\n'),
    log: log.join('\n'),
    answers: answers.join('\n'),
    history: JSON.stringify(whole),
    streams: JSON.stringify([usual.sets, lean.sets]),
  };
  rmSync(folder, { recursive: true });
  for (const [place, text] of Object.entries(places))
    for (const secret of TYPED) expect(text.includes(secret), `${secret} in the ${place}`).toBe(false);
  for (const secret of [talk.token, SECRET])
    for (const place of [places.store, places.log]) expect(place).not.toContain(secret);
  expect(lines(whole[0]!.activities).join('\n')).toContain('supervisor error');
});
