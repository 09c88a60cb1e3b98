/** Whatever happens in whatever order, a client that comes back with its watermark has exactly what the store has. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/storage/memory-store.ts';
import { type Activity, begin, type Listening, listen, type Talk } from './line.ts';
import { type LineServer, lineServer } from './line-server.ts';

/** What may happen to a client: it speaks, it is cut off and comes back, it polls, somebody else speaks meanwhile. */
type Happening =
  | { readonly kind: 'say'; readonly again: boolean }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'cut-after'; readonly lines: number }
  | { readonly kind: 'poll' };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('say' as const), again: fc.boolean() }),
  fc.record({ kind: fc.constant('elsewhere' as const) }),
  fc.record({ kind: fc.constant('cut' as const) }),
  fc.record({ kind: fc.constant('cut-after' as const), lines: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('poll' as const) }),
);

const RUNS = process.env.KEYTURN_LONG === '1' ? 1_000 : 40;
const SEED = 20_261_122;

/** Gathers lines by its watermark, over one stream after the other or by polling, as clients do. */
class Client {
  readonly gathered: Activity[] = [];
  #watermark = '';
  #stream: Listening | null = null;
  #taken = 0;

  constructor(readonly talk: Talk) {}

  async connect(): Promise<void> {
    this.#taken = 0;
    this.#stream = await listen(await this.talk.resume(this.#watermark));
  }

  /** Takes what has come; after a cut nothing of the old stream comes any more. */
  take(): void {
    for (const set of this.#stream?.sets.slice(this.#taken) ?? []) this.#add(set);
    this.#taken = this.#stream?.sets.length ?? 0;
  }

  async cut(): Promise<void> {
    this.take();
    this.#stream?.socket.terminate();
    this.#stream = null;
    await this.connect();
  }

  async cutAfter(lines: number): Promise<void> {
    const stream = this.#stream;
    const before = stream?.activities().length ?? 0;
    await stream?.until(() => stream.activities().length >= before + lines);
    await this.cut();
  }

  async poll(): Promise<void> {
    this.take();
    this.#stream?.socket.terminate();
    this.#add(await this.talk.read(`?watermark=${this.#watermark}`));
    await this.connect();
  }

  async finish(count: number): Promise<void> {
    const stream = this.#stream;
    await stream?.until(() => {
      this.take();
      return this.gathered.length >= count;
    });
    stream?.socket.terminate();
  }

  #add(set: { readonly activities: readonly Activity[]; readonly watermark: string }): void {
    this.gathered.push(...set.activities);
    this.#watermark = set.watermark;
  }
}

describe('a client that is cut off again and again', () => {
  it('has every line once and in order', async () => {
    const store = createMemoryStore();
    const tuning = { keepAliveMs: 10, keepAlivesMissed: 20, linesPerFrame: 2 };
    const servers: readonly LineServer[] = [
      await lineServer({ store, tuning }),
      await lineServer({ store, tuning }),
    ];
    const [here, there] = servers;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 12 }), async (happenings) => {
        const talk = await begin(here!.url);
        const elsewhere = `${there!.url}`;
        const client = new Client(talk);
        await client.connect();
        const unanswered: Promise<unknown>[] = [];
        let said = 0;
        for (const each of happenings) {
          switch (each.kind) {
            case 'say': {
              const id = `m${++said}`;
              unanswered.push(talk.say(id, id), ...(each.again ? [talk.say(id, id)] : []));
              break;
            }
            case 'elsewhere':
              said += 1;
              unanswered.push(talk.at(elsewhere).say(`m${said}`, `m${said}`));
              break;
            case 'cut':
              await client.cut();
              break;
            case 'cut-after':
              said += 1;
              unanswered.push(talk.say(`m${said}`, `m${said}`));
              await client.cutAfter(each.lines > 2 ? 1 : each.lines);
              break;
            case 'poll':
              await client.poll();
              break;
          }
        }
        await Promise.all(unanswered);
        const { activities } = await talk.read();
        expect(activities).toHaveLength(1 + 2 * said);
        await client.finish(activities.length);
        expect(client.gathered).toEqual(activities);
      }),
      { seed: SEED, numRuns: RUNS },
    );
    await Promise.all(servers.map((server) => server.close()));
  });
});
