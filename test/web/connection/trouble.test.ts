import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { ConnectionParts } from '../../../src/web/chat/connection/connection.ts';
import type { SocketLike, StorageLike } from '../../../src/web/chat/connection/parts.ts';
import { echo } from '../../server/tiny-bot.ts';
import { createDevice, type Device, type Page, quick, said } from './device.ts';
import { type Served, type ServedParts, serveEcho } from './served.ts';

let served: Served;
let till: Device;
afterEach(async () => {
  till.close();
  await served.close();
});

/** A bot, a device and a page that has said hello. */
async function begun(parts: ServedParts = {}, page: Partial<ConnectionParts> = {}): Promise<Page> {
  served = await serveEcho(parts);
  till = createDevice(served.url);
  const opened = till.open(page);
  opened.say('hello');
  await opened.untilAnswered();
  return opened;
}

/** Whatever happened: the page shows what the store has, and each of these was said once and in this order. */
async function expectSaid(page: Page, texts: readonly string[]): Promise<void> {
  const shown = await page.until(
    ({ lines, answering }) => lines.length === 3 + 2 * texts.length && !answering,
  );
  const stored = await served.said(shown.conversationId);
  expect(said(shown)).toEqual(stored);
  const persons = stored.filter((line) => line.startsWith('person: '));
  expect(persons).toEqual(['hello', ...texts].map((text) => `person: ${text}`));
  const known = new Set(shown.lines.map(({ id }) => id));
  expect(known.size).toBe(shown.lines.length);
}

const three = ['one', 'two', 'three'];
const sayAll = (page: Page): void => three.forEach((text) => void page.say(text));
const isOnline = ({ status }: { readonly status: string }): boolean => status === 'online';
const isPost = (method: string, path: string): boolean => method === 'POST' && path.endsWith('/activities');

describe('a line with faults', () => {
  it('takes the WebSocket away: it is opened again', async () => {
    const page = await begun();
    served.wire.cutWebSockets();
    sayAll(page);
    await expectSaid(page, three);
    expect(served.wire.webSockets.cut).toBe(1);
  });

  it.each([true, false])('loses the answers to what is sent (WebSocket: %s)', async (open) => {
    const page = await begun();
    let lost = 0;
    served.wire.letWebSocketsThrough(open);
    served.wire.cutWebSockets();
    served.wire.loseAnswers((method, path) => isPost(method, path) && ++lost % 2 === 1);
    sayAll(page);
    await expectSaid(page, three);
    expect(lost).toBeGreaterThan(2);
  });

  it('is down while three messages are typed, and comes up', async () => {
    const page = await begun();
    served.wire.goDown();
    till.happens('offline');
    expect(page.snapshot().status).toBe('offline');
    sayAll(page);
    expect(page.snapshot().lines.slice(3)).toMatchObject(
      three.map((text) => ({ text, delivery: 'waiting' })),
    );
    served.wire.comeUp();
    till.happens('online');
    await expectSaid(page, three);
  });

  it('is down without the device knowing it: what is said waits', async () => {
    const page = await begun();
    served.wire.goDown();
    sayAll(page);
    await page.until(({ status }) => status === 'offline');
    served.wire.comeUp();
    await expectSaid(page, three);
  });

  it('is down when the page is opened: "try now" tries at once', async () => {
    await begun();
    served.wire.goDown();
    const page = till.open({ times: { ...quick, backOffMs: 3_600_000, longestBackOffMs: 3_600_000 } });
    await page.until(({ status }) => status === 'offline');
    served.wire.comeUp();
    page.retry();
    await page.until(isOnline);
  });

  it('keeps what was not sent over a reload', async () => {
    const page = await begun();
    served.wire.goDown();
    sayAll(page);
    page.close();
    const reloaded = till.open();
    expect(reloaded.snapshot().lines).toMatchObject(three.map((text) => ({ text, delivery: 'waiting' })));
    served.wire.comeUp();
    await expectSaid(reloaded, three);
    expect([...till.stored.keys()].filter((name) => name.includes('unsent'))).toEqual([]);
  });

  it('sends what two tabs both keep once', async () => {
    const page = await begun();
    served.wire.goDown();
    sayAll(page);
    const other = till.open();
    served.wire.comeUp();
    await Promise.all([expectSaid(page, three), expectSaid(other, three)]);
  });
});

describe('where WebSockets are blocked', () => {
  it('asks for what is new, and goes over to a WebSocket once one is let through', async () => {
    served = await serveEcho();
    till = createDevice(served.url);
    served.wire.letWebSocketsThrough(false);
    const page = till.open();
    page.say('hello');
    await page.untilAnswered();
    sayAll(page);
    await expectSaid(page, three);
    expect(served.wire.webSockets.opened).toBe(0);
    served.wire.letWebSocketsThrough(true);
    let polls = 0;
    served.wire.loseAnswers((_, path) => path.includes('/activities?') && ++polls < 0);
    await vi.waitUntil(() => served.wire.webSockets.open === 1, { timeout: 10_000, interval: 5 });
    page.say('four');
    await expectSaid(page, [...three, 'four']);
  });

  it('asks where each one is closed as soon as it is open', async () => {
    served = await serveEcho();
    till = createDevice(served.url);
    served.wire.cutWebSocketsAfter(() => 0);
    const page = till.open();
    page.say('hello');
    await page.untilAnswered();
    sayAll(page);
    await expectSaid(page, three);
  });

  it('asks while one does not open', async () => {
    const silent: SocketLike = { addEventListener: () => undefined, close: () => undefined };
    const page = await begun({}, { openSocket: () => silent, times: { ...quick, impatientMs: 20 } });
    sayAll(page);
    await expectSaid(page, three);
  });

  it('asks where the page forbids them', async () => {
    const page = await begun(
      {},
      {
        openSocket() {
          throw new Error('forbidden by the policy of the page');
        },
      },
    );
    sayAll(page);
    await expectSaid(page, three);
  });
});

describe('a WebSocket that is dead without anybody having said so', () => {
  /** Passes on what comes until it is told that the line is dead. */
  function mortalSockets() {
    const dead = new WeakSet<SocketLike>();
    let last: SocketLike | null = null;
    const openSocket = (url: string): SocketLike => {
      const real = new WebSocket(url);
      const socket: SocketLike = {
        close: () => real.close(),
        addEventListener(type: string, listener: (event: never) => void) {
          const pass = (event: unknown): void => {
            if (!dead.has(socket)) listener(event as never);
          };
          Object.getPrototypeOf(real).addEventListener.call(real, type, pass);
        },
      };
      last = socket;
      return socket;
    };
    return { openSocket, die: () => void dead.add(last!) };
  }

  it('is noticed when what was sent does not come back', async () => {
    const { openSocket, die } = mortalSockets();
    const page = await begun({}, { openSocket, times: { ...quick, echoMs: 30 } });
    die();
    sayAll(page);
    await expectSaid(page, three);
  });

  it('is noticed when somebody looks again', async () => {
    const { openSocket, die } = mortalSockets();
    const page = await begun({}, { openSocket, times: { ...quick, suspectMs: -1 } });
    die();
    const other = till.open();
    await other.until(({ lines }) => lines.length === 3);
    sayAll(other);
    await expectSaid(other, three);
    till.happens('visible');
    await expectSaid(page, three);
  });

  it('is noticed by its silence', async () => {
    const { openSocket, die } = mortalSockets();
    const page = await begun({}, { openSocket, times: { ...quick, silenceMs: 300 } });
    die();
    const other = till.open();
    sayAll(other);
    await expectSaid(page, three);
  });
});

describe('a server that', () => {
  it('is restarted in the middle of a conversation goes on in it', async () => {
    const page = await begun();
    await served.stop();
    sayAll(page);
    await page.until(({ status }) => status === 'offline');
    await served.start();
    await expectSaid(page, three);
  });

  it('no longer knows the tokens gives a new conversation, and what was not sent goes there', async () => {
    let secret = 'the first secret of this server';
    const page = await begun({ secret: () => secret });
    const before = page.snapshot().conversationId;
    await served.stop();
    page.say('hello');
    sayAll(page);
    secret = 'the second secret of this server';
    await served.start();
    await expectSaid(page, three);
    expect(page.snapshot().conversationId).not.toBe(before);
  });

  it('has too much to do is left alone as long as it asks', async () => {
    let posted = 0;
    const page = await begun(
      { limits: { conversationMessages: { burst: 3, perSecond: 4 } } },
      {
        fetch(url, init) {
          if (url.endsWith('/activities')) posted += 1;
          return fetch(url, init);
        },
      },
    );
    sayAll(page);
    const busy = await page.until(({ complaint }) => complaint !== null);
    expect(busy.complaint).toBe('TOO_MANY');
    const before = posted;
    page.retry();
    till.happens('online');
    expect(posted).toBe(before);
    await expectSaid(page, three);
    expect(page.snapshot().complaint).toBeNull();
  });

  it('has too many conversations opened is left alone as long as it asks', async () => {
    await begun({ limits: { opening: { burst: 1, perSecond: 4 } } });
    const other = createDevice(served.url);
    const page = other.open();
    const busy = await page.until(({ complaint }) => complaint !== null);
    expect(busy).toMatchObject({ complaint: 'TOO_MANY', status: 'connecting' });
    expect(await page.until(isOnline)).toMatchObject({ complaint: null });
    other.close();
  });

  it('cannot take a message that is too large takes the next one', async () => {
    const page = await begun();
    page.say('x'.repeat(300_000));
    page.say('short');
    const shown = await page.until(({ lines }) => lines.length === 6 && lines.at(-2)?.from === 'bot');
    expect(shown.lines.at(-1)).toMatchObject({ delivery: 'refused', from: 'person' });
    expect(said(shown).slice(3, 5)).toEqual(['person: short', 'bot: 3: short']);
  });

  it('says why it does not take a message, until something else is said', async () => {
    const page = await begun();
    page.say('x'.repeat(300_000));
    expect(await page.until(({ complaint }) => complaint !== null)).toMatchObject({ complaint: 'TOO_LARGE' });
    page.say('short');
    await page.until(({ complaint }) => complaint === null);
  });

  it('fails for a while is asked again', async () => {
    let failing = false;
    const page = await begun(
      {},
      {
        fetch: async (url, init) =>
          failing && url.endsWith('/activities') ? new Response('broken', { status: 500 }) : fetch(url, init),
      },
    );
    failing = true;
    sayAll(page);
    await page.until(({ complaint }) => complaint === 'SERVER_TROUBLE');
    failing = false;
    await expectSaid(page, three);
  });

  it('is hidden by the page of a network that lets nobody in gets what was said once that is gone', async () => {
    let portal = false;
    const page = await begun(
      {},
      {
        fetch: async (url, init) =>
          portal ? new Response('<html>Accept our terms', { status: 200 }) : fetch(url, init),
      },
    );
    portal = true;
    sayAll(page);
    await page.until(({ complaint }) => complaint === 'SERVER_TROUBLE');
    expect(page.snapshot().lines.slice(3)).toMatchObject(
      three.map((text) => ({ text, delivery: 'waiting' })),
    );
    portal = false;
    await expectSaid(page, three);
  });

  it('never answers is asked again as soon as the network is back', async () => {
    let hangs = false;
    const never = (signal: AbortSignal | null | undefined): Promise<Response> =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('given up')));
      });
    const page = await begun(
      {},
      {
        fetch: (url, init) => (hangs ? never(init.signal) : fetch(url, init)),
        times: { ...quick, requestMs: 3_600_000, stuckMs: 0 },
      },
    );
    hangs = true;
    sayAll(page);
    await page.until(({ answering }) => answering);
    hangs = false;
    till.happens('online');
    await expectSaid(page, three);
  });

  it('will not have the page of another origin says so, and is asked again where somebody wants it', async () => {
    let headers: Record<string, string> = { Origin: 'https://elsewhere.example' };
    served = await serveEcho();
    till = createDevice(served.url);
    const page = till.open({
      fetch: (url, init) => fetch(url, { ...init, headers: { ...headers, ...Object(init.headers) } }),
    });
    page.say('hello');
    const refused = await page.until(({ status }) => status === 'refused');
    expect(refused).toMatchObject({ complaint: 'NOT_ALLOWED', conversationId: null });
    till.happens('online');
    till.happens('visible');
    expect(page.snapshot().status).toBe('refused');
    headers = {};
    page.retry();
    await expectSaid(page, []);
  });

  it('says nothing of what was sent leaves nothing waiting', async () => {
    const silent: typeof echo = (prepared, state, turn) => {
      const response = echo(prepared, state, turn);
      return turn.kind === 'said' && turn.text === 'unheard'
        ? { ...response, said: '', replies: [] }
        : response;
    };
    const page = await begun({ respond: silent }, { times: { ...quick, echoMs: 30, answeringMs: 50 } });
    page.say('unheard');
    const sent = await page.until(({ lines }) => lines.length === 4);
    expect(sent.lines[3]).toMatchObject({ text: 'unheard' });
    await page.until(({ lines, answering }) => lines.length === 3 && !answering);
  });
});

describe('a lid that was closed for an hour', () => {
  let slept = 0;
  const clock = Date.now;
  const sleep = (): void => {
    slept = 3_600_000;
    vi.spyOn(Date, 'now').mockImplementation(() => clock() + slept);
  };
  afterEach(() => {
    slept = 0;
    vi.restoreAllMocks();
  });

  it('goes on where it was, though the token has expired', async () => {
    const page = await begun();
    sleep();
    served.wire.cutWebSockets();
    till.happens('visible');
    sayAll(page);
    await expectSaid(page, three);
  });

  it('goes on where only the server knows that the token has expired', async () => {
    const page = await begun({}, { now: () => Date.now() - slept });
    sleep();
    sayAll(page);
    await expectSaid(page, three);
  });

  it('goes on where the clock was set back by a day', async () => {
    let back = 0;
    const page = await begun({}, { now: () => Date.now() - back });
    back = 24 * 3_600_000;
    served.wire.goDown();
    await page.until(({ status }) => status === 'offline');
    sayAll(page);
    served.wire.comeUp();
    await expectSaid(page, three);
  });
});

describe('a storage that', () => {
  const refuse = (): never => {
    throw new Error('The storage is full, or forbidden.');
  };
  const throwing: StorageLike = {
    get length(): number {
      return refuse();
    },
    key: refuse,
    getItem: refuse,
    setItem: refuse,
    removeItem: refuse,
  };
  const full: StorageLike = {
    length: 0,
    key: () => null,
    getItem: () => null,
    setItem: refuse,
    removeItem() {},
  };

  it.each([
    ['is absent', null],
    ['throws at everything', throwing],
    ['takes nothing', full],
  ])('%s is done without', async (_, storage) => {
    const page = await begun({}, { storage });
    served.wire.goDown();
    sayAll(page);
    served.wire.comeUp();
    await expectSaid(page, three);
  });

  it('holds rubbish is read around', async () => {
    served = await serveEcho();
    till = createDevice(served.url);
    till.stored.set('keyturn.resume', '{"conversationId":7}');
    till.stored.set('keyturn.unsent.1', 'not JSON');
    till.stored.set('keyturn.unsent.2', '{"id":"2","at":1,"person":null,"text":"too old","pressed":null}');
    const page = till.open();
    page.say('hello');
    await expectSaid(page, []);
    await page.untilAnswered();
    expect([...till.stored.keys()]).toEqual(['keyturn.resume']);
  });
});
