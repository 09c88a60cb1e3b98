/** Files: what is written beside them is heard, they themselves are not, and the bot is asked to say so. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { echo } from '../../server/tiny-bot.ts';
import { begin, lines, type Talk } from './line.ts';
import { type LineServer, lineServer } from './line-server.ts';

let server: LineServer;
let talk: Talk;
beforeAll(async () => {
  server = await lineServer({
    respond: (kb, state, turn) => {
      const response = echo(kb, state, turn);
      const files = turn.kind === 'said' ? turn.attachments : 0;
      return { ...response, replies: [{ kind: 'smalltalk', id: 'files', text: `${files} files` }] };
    },
  });
  talk = await begin(server.url);
});
afterAll(() => server.close());

/** As large as a photo of a phone. */
const photo = new Blob([new Uint8Array(3_000_000).fill(0x2d)], { type: 'image/jpeg' });
const ofType = 'application/vnd.microsoft.activity';

/** A form as the official client sends it: the message first, then its files. */
function form(activity: unknown, files = 1): FormData {
  const parts = new FormData();
  if (activity !== null) parts.append('activity', new Blob([JSON.stringify(activity)], { type: ofType }));
  for (let file = 0; file < files; file++) parts.append('file', photo, 'photo.jpg');
  return parts;
}

const message = (change: object = {}) => ({
  type: 'message',
  text: 'the screen says C04 — vóór de kassa',
  attachments: [{ contentType: 'image/jpeg', name: 'photo.jpg' }],
  channelData: { clientActivityID: 'photo-1' },
  ...change,
});

const last = async () => (await talk.read()).activities.slice(-2);

describe('an upload', () => {
  it('has its words heard and its files counted, under the id of its client', async () => {
    const { status, body } = await talk.upload(form(message()));
    const [said, answer] = await last();
    expect(status).toBe(200);
    expect(said).toMatchObject({
      id: body.id,
      text: message().text,
      channelData: { clientActivityID: 'photo-1' },
    });
    expect(answer).toMatchObject({ text: '1 files', replyToId: body.id });
  });

  it('that is sent again is answered once', async () => {
    const before = await talk.read();
    const { body } = await talk.upload(form(message()));
    expect(body.id).toBe(before.activities.at(-2)?.id);
    expect(await talk.read()).toEqual(before);
  });

  it.each<[string, () => FormData | Blob]>([
    ['of a photo alone, in a form', () => form(null)],
    ['of a photo alone, as it is', () => photo],
    [
      'of a form whose message is no JSON',
      () => {
        const parts = new FormData();
        parts.append('activity', 'hello');
        parts.append('file', photo);
        return parts;
      },
    ],
    ['whose message is too long to be one', () => form(message({ text: 'x'.repeat(100_000) }))],
  ])('%s is a file without words', async (_, body) => {
    expect((await talk.upload(body())).status).toBe(200);
    expect(lines(await last())).toEqual(['user: ', 'bot: 1 files']);
  });

  it('whose message is malformed is refused, naming the fields', async () => {
    const { status, body } = await talk.upload(form({ type: 'message', text: 7 }));
    expect([status, body.error]).toEqual([
      400,
      { code: 'BAD_ACTIVITY', message: 'This is not a Direct Line activity: look at text.' },
    ]);
  });
});

it('a message with attachments is heard with their number', async () => {
  await talk.send(message({ attachments: [{}, {}], channelData: null }));
  expect(lines(await last())).toEqual([`user: ${message().text}`, 'bot: 2 files']);
});
