/** What the server does to a conversation. */

import { afterEach, describe, expect, it } from 'vitest';
import { echo } from '../../server/tiny-bot.ts';
import { begun, endScenes, expectSaid, opened, sayAll, three } from './scene.ts';
import { quick, said } from './till.ts';

afterEach(endScenes);

/** A server that has too much to do for a second from the first time that it says so. */
function busySecond(): { readonly isOver: () => boolean; readonly answer: () => Response } {
  let since = Number.POSITIVE_INFINITY;
  return {
    // A timer may be early by some milliseconds, but never by fifty.
    isOver: () => Date.now() - since > 950,
    answer() {
      since = Math.min(since, Date.now());
      return new Response('{}', { status: 429, headers: { 'Retry-After': '1' } });
    },
  };
}

/** Requests that are never answered from `hang` on, which resolves with the first; `taken`: the server has them. */
function hangingFetch(taken: boolean) {
  let hung: (() => void) | null = null;
  const never = (init: RequestInit): Promise<Response> =>
    new Promise((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(new Error('given up')));
    });
  return {
    hang: () =>
      new Promise<void>((resolve) => {
        hung = resolve;
      }),
    heal() {
      hung = null;
    },
    async fetch(url: string, init: RequestInit): Promise<Response> {
      if (hung === null) return await fetch(url, init);
      if (taken) await fetch(url, init);
      hung();
      return await never(init);
    },
  };
}

describe('a server that', () => {
  it('is restarted in the middle of a conversation goes on in it', async () => {
    const { page, served } = await begun();
    await served.stop();
    sayAll(page);
    await page.until(({ status }) => status === 'offline');
    await served.start();
    await expectSaid(served, page, three);
  });

  it('no longer knows the tokens gives a new conversation, and what was not sent goes there', async () => {
    let secret = 'the first secret of this server';
    const { page, served } = await begun({ secret: () => secret });
    const before = page.snapshot().conversationId;
    await served.stop();
    page.say('hello');
    sayAll(page);
    secret = 'the second secret of this server';
    await served.start();
    await expectSaid(served, page, three);
    expect(page.snapshot().conversationId).not.toBe(before);
  });

  it('has too much to do is left alone as long as it asks', async () => {
    const { isOver, answer } = busySecond();
    let posted = 0;
    const { page, till, served } = await begun(
      {},
      {
        async fetch(url, init) {
          if (url.endsWith('/activities')) posted += 1;
          return posted > 1 && !isOver() ? answer() : await fetch(url, init);
        },
      },
    );
    sayAll(page);
    expect(await page.until(({ complaint }) => complaint !== null)).toMatchObject({ complaint: 'TOO_MANY' });
    page.retry();
    till.happens('online');
    await expectSaid(served, page, three);
    expect(posted).toBe(5);
    expect(page.snapshot().complaint).toBeNull();
  });

  it('has too many conversations opened is left alone as long as it asks', async () => {
    const { isOver, answer } = busySecond();
    const { served, till } = await opened();
    let asked = 0;
    const page = till.open({
      async fetch(url, init) {
        if (url.endsWith('/session')) asked += 1;
        return isOver() ? await fetch(url, init) : answer();
      },
    });
    page.say('hello');
    const busy = await page.until(({ complaint }) => complaint !== null);
    expect(busy).toMatchObject({ complaint: 'TOO_MANY', status: 'connecting' });
    page.retry();
    await expectSaid(served, page, []);
    expect(asked).toBe(2);
    expect(page.snapshot().complaint).toBeNull();
  });

  it('cannot take a message that is too large takes the next one', async () => {
    const { page } = await begun();
    page.say('x'.repeat(300_000));
    page.say('short');
    const shown = await page.until(({ lines }) => lines.length === 6 && lines.at(-2)?.from === 'bot');
    expect(shown.lines.at(-1)).toMatchObject({ delivery: 'refused', from: 'person' });
    expect(said(shown).slice(3, 5)).toEqual(['person: short', 'bot: 3: short']);
  });

  it('says why it does not take a message, until something else is said', async () => {
    const { page } = await begun();
    page.say('x'.repeat(300_000));
    expect(await page.until(({ complaint }) => complaint !== null)).toMatchObject({ complaint: 'TOO_LARGE' });
    page.say('short');
    await page.until(({ complaint }) => complaint === null);
  });

  it('fails for a while is asked again', async () => {
    let failing = false;
    const { page, served } = await begun(
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
    await expectSaid(served, page, three);
  });

  it('is hidden by the page of a network that lets nobody in gets what was said once that is gone', async () => {
    let portal = false;
    const { page, served } = await begun(
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
    await expectSaid(served, page, three);
  });

  it('never answers is asked again as soon as the network is back', async () => {
    const { hang, heal, fetch } = hangingFetch(false);
    const { page, till, served } = await begun(
      {},
      { fetch, times: { ...quick, requestMs: 3_600_000, stuckMs: 0 } },
    );
    const hung = hang();
    sayAll(page);
    await hung;
    heal();
    till.happens('online');
    await expectSaid(served, page, three);
  });

  it('takes a message and never answers holds up no other one', async () => {
    const { hang, fetch } = hangingFetch(true);
    const { page, served } = await begun({}, { fetch, times: { ...quick, requestMs: 3_600_000 } });
    void hang();
    sayAll(page);
    await expectSaid(served, page, three);
  });

  it('will not have the page of another origin says so, and is asked again where somebody wants it', async () => {
    let headers: Record<string, string> = { Origin: 'https://elsewhere.example' };
    const { till, served } = await opened();
    let asked = 0;
    const page = till.open({
      fetch(url, init) {
        if (url.endsWith('/session')) asked += 1;
        return fetch(url, { ...init, headers: { ...headers, ...Object(init.headers) } });
      },
    });
    page.say('hello');
    const refused = await page.until(({ status }) => status === 'refused');
    expect(refused).toMatchObject({ complaint: 'NOT_ALLOWED', conversationId: null });
    till.happens('online');
    till.happens('visible');
    headers = {};
    await fetch(served.url);
    expect(asked).toBe(1);
    page.retry();
    await expectSaid(served, page, []);
    expect(asked).toBe(2);
  });

  it('says nothing of what was sent leaves nothing waiting', async () => {
    const silent: typeof echo = (prepared, state, turn) => {
      const response = echo(prepared, state, turn);
      return turn.kind === 'said' && turn.text === 'unheard'
        ? { ...response, said: '', replies: [] }
        : response;
    };
    const { page } = await begun({ respond: silent }, { times: { ...quick, echoMs: 30, answeringMs: 50 } });
    page.say('unheard');
    const sent = await page.until(({ lines }) => lines.length === 4);
    expect(sent.lines[3]).toMatchObject({ text: 'unheard' });
    await page.until(({ lines, answering }) => lines.length === 3 && !answering);
  });
});
