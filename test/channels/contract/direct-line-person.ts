/** People who speak Direct Line: over the official client's WebSocket, or by asking for news over plain HTTP. */

import { randomUUID } from 'node:crypto';
import type { Activity } from 'botframework-directlinejs';
import { z } from 'zod';
import { readConfig } from '../../../src/server/config.ts';
import { type Serving, serve } from '../../../src/server/serve.ts';
import { silentLog } from '../../server/tiny-bot.ts';
import { OfficialClient } from '../direct-line/official-client.ts';
import { readActivity, wordsToSend } from './activities.ts';
import { coffeeBot, type WatchedStore, watchedStore } from './coffee-corner.ts';
import { type Channel, Ears, type Person, type Said } from './person.ts';

/** One way to the activities of a conversation. */
interface Line {
  /** Sends it; resolves once it was taken. */
  post(activity: Activity): Promise<unknown>;
  /** All activities of the conversation, at least as many as this. */
  read(atLeast: number): Promise<readonly unknown[]>;
  end(): void;
}

/** Where a line leads to. */
interface LineParts {
  readonly url: string;
  readonly token: string;
  readonly conversationId: string;
}

/** How somebody comes to their activities. */
export type Way = 'official client' | 'plain HTTP';

const SERVER_SECRET = 'only-the-server-of-the-page-knows-it';

const startProgram = (store: WatchedStore, port: number): Promise<Serving> =>
  serve({
    config: readConfig(
      { port },
      {
        KEYTURN_STORE: 'memory:',
        KEYTURN_DIRECTLINE_SECRET: SERVER_SECRET,
        KEYTURN_SECRET: 'signs the tokens of this test',
      },
    ),
    opened: coffeeBot(store),
    log: silentLog,
  });

export async function openDirectLine(way: Way): Promise<Channel> {
  const store = watchedStore();
  let serving = await startProgram(store, 0);
  const { url } = serving;
  const people: OnDirectLine[] = [];
  return {
    store,
    async person(beside) {
      // Two people who are as near as can be call themselves the same.
      const userId = beside instanceof OnDirectLine ? beside.userId : `person ${people.length}`;
      const person = new OnDirectLine(store, url, way, userId, await tokenFor(url, userId));
      people.push(person);
      return person;
    },
    async restarts() {
      await serving.close();
      serving = await startProgram(store, Number(new URL(url).port));
    },
    async close() {
      for (const person of people) person.leaves();
      await serving.close();
    },
  };
}

const generatedSchema = z.object({ token: z.string(), conversationId: z.string() });

async function tokenFor(url: string, userId: string): Promise<z.infer<typeof generatedSchema>> {
  const body = await ask(`${url}/v3/directline/tokens/generate`, SERVER_SECRET, { user: { id: userId } });
  return generatedSchema.parse(body);
}

/** A request with a JSON answer: POST where there is a body. Rejects where it is refused. */
async function ask(address: string, bearer: string, body?: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return await response.json();
}

function officialLine(parts: LineParts): Line {
  const client = new OfficialClient({ ...parts, transport: 'websocket' });
  return {
    post: (activity) => client.post(activity),
    async read(atLeast) {
      await client.until(() => client.activities.length >= atLeast);
      return client.activities;
    },
    end: () => client.end(),
  };
}

const setSchema = z.object({ activities: z.array(z.unknown()), watermark: z.string() });

function plainLine({ url, token, conversationId }: LineParts): Line {
  const address = `${url}/v3/directline/conversations/${conversationId}/activities`;
  const activities: unknown[] = [];
  let watermark = '';
  return {
    post: (activity) => ask(address, token, activity),
    async read() {
      const set = setSchema.parse(await ask(`${address}?watermark=${watermark}`, token));
      activities.push(...set.activities);
      ({ watermark } = set);
      return activities;
    },
    end() {},
  };
}

const fromSchema = z.object({ from: z.object({ role: z.enum(['bot', 'user']) }) });

class OnDirectLine implements Person {
  readonly key: string;
  readonly #ears = new Ears();
  readonly #buttons = new Map<string, unknown>();
  readonly #parts: LineParts;
  #line: Line | null = null;

  constructor(
    readonly store: WatchedStore,
    url: string,
    readonly way: Way,
    readonly userId: string,
    generated: z.infer<typeof generatedSchema>,
  ) {
    this.#parts = { url, ...generated };
    this.key = JSON.stringify(['directline', generated.conversationId]);
  }

  get heard(): readonly Said[] {
    return this.#ears.heard;
  }

  async comes(): Promise<void> {
    this.leaves();
    await ask(`${this.#parts.url}/v3/directline/conversations`, this.#parts.token, {});
    await this.#hears(this.#opened());
  }

  says(text: string, times = 1): Promise<void> {
    return this.#sends({ text: wordsToSend(text) }, times);
  }

  presses(said: Said, label: string, times = 1): Promise<void> {
    const value = this.#buttons.get(`${said.id} ${label}`);
    if (value === undefined) throw new Error(`There is no button "${label}".`);
    return this.#sends({ value }, times);
  }

  leaves(): void {
    this.#line?.end();
    this.#line = null;
  }

  #opened(): Line {
    this.#line ??= (this.way === 'official client' ? officialLine : plainLine)(this.#parts);
    return this.#line;
  }

  async #sends(change: object, times: number): Promise<void> {
    const line = this.#opened();
    const activity = {
      type: 'message',
      from: { id: this.userId },
      channelData: { clientActivityID: randomUUID() },
      ...change,
    } as const;
    await Promise.all(Array.from({ length: times }, () => line.post(activity)));
    await this.#hears(line);
  }

  /** Reads until everything has come that the store has of this conversation. */
  async #hears(line: Line): Promise<void> {
    const kept = await this.store.history(this.key, 0, 10_000);
    const shown = kept.filter(({ line }) => line.from === 'person' || line.reply.kind !== 'silent');
    for (const activity of await line.read(shown.length)) {
      if (fromSchema.parse(activity).from.role === 'bot') this.#reads(activity);
    }
  }

  #reads(activity: unknown): void {
    const { said, buttons } = readActivity(activity);
    for (const { label, value } of buttons) this.#buttons.set(`${said.id} ${label}`, value);
    this.#ears.take(said);
  }
}
