import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IDENTITY_SECRET, type Served, serveEcho } from './served.ts';
import { createDevice, type Device, said } from './till.ts';

let served: Served;
let till: Device;
beforeEach(async () => {
  served = await serveEcho();
  till = createDevice(served.url);
});
afterEach(async () => {
  till.close();
  await served.close();
});

const vouchedFor = (id: string) => ({
  id,
  hmac: createHmac('sha256', IDENTITY_SECRET).update(id).digest('hex'),
});

describe('a conversation', () => {
  it('begins with a welcome, takes what is said, and shows what is answered', async () => {
    const page = till.open();
    expect(page.snapshot()).toMatchObject({
      status: 'connecting',
      lines: [],
      conversationId: null,
      sayings: null,
    });
    page.say('hello');
    const shown = await page.untilAnswered();
    expect(said(shown)).toEqual(['bot: 1: joined', 'person: hello', 'bot: 2: hello']);
    expect(shown).toMatchObject({ status: 'online', complaint: null, answering: false });
    expect(shown.sayings).not.toBeNull();
    expect(shown.isNew).toBe(true);
  });

  it('shows what was said at once, on its way until the server has it', async () => {
    const page = till.open();
    page.say('hello');
    expect(page.snapshot().lines).toMatchObject([{ from: 'person', text: 'hello', delivery: 'waiting' }]);
    const { lines } = page.snapshot();
    const sending = await page.until((snapshot) => snapshot.answering);
    expect(sending.lines.at(-1)).toMatchObject({ delivery: 'sending', id: lines[0]!.id });
    const shown = await page.untilAnswered();
    expect(shown.lines[1]).toMatchObject({ delivery: 'sent', id: lines[0]!.id });
  });

  it('says the label of a button that is pressed, and what was pressed', async () => {
    const page = till.open();
    const of = { kind: 'question', id: 'asked', turn: 1 } as const;
    page.choose(of, { id: 'left', label: 'The left one' });
    expect(page.snapshot().lines).toMatchObject([{ text: 'The left one', pressed: of }]);
    const shown = await page.untilAnswered();
    expect(shown.lines[1]).toMatchObject({ text: 'pressed left', pressed: of, delivery: 'sent' });
  });

  it('passes over blank text', async () => {
    const page = till.open();
    page.say('  \n ');
    expect(page.snapshot().lines).toEqual([]);
  });

  it('is the same object until something changes', async () => {
    const page = till.open();
    page.say('hello');
    const shown = await page.untilAnswered();
    expect(page.snapshot()).toBe(page.snapshot());
    page.say('again');
    const later = await page.until(({ lines }) => lines.length === 5);
    expect(later).not.toBe(shown);
    expect(later.lines[0]).toBe(shown.lines[0]);
  });

  it('goes on after a reload', async () => {
    const page = till.open();
    page.say('hello');
    const before = await page.untilAnswered();
    page.close();
    const reloaded = till.open();
    const after = await reloaded.until(({ lines }) => lines.length === 3);
    expect(after.isNew).toBe(false);
    expect(after.conversationId).toBe(before.conversationId);
    expect(after.lines).toEqual(before.lines);
  });

  it('is the same in two tabs', async () => {
    const one = till.open();
    one.say('from one');
    await one.untilAnswered();
    const other = till.open();
    await other.until(({ lines }) => lines.length === 3);
    other.say('from the other');
    one.say('from one again');
    const [inOne, inOther] = await Promise.all(
      [one, other].map((page) => page.until(({ lines }) => lines.length === 7)),
    );
    expect(inOne!.lines).toEqual(inOther!.lines);
    expect(said(inOne!)).toEqual(await served.said(inOne!.conversationId));
  });

  it('is one where two tabs are opened at once', async () => {
    const [one, other] = [till.open(), till.open()];
    one.say('from one');
    other.say('from the other');
    const [inOne, inOther] = await Promise.all(
      [one, other].map((page) => page.until(({ lines, answering }) => lines.length === 5 && !answering)),
    );
    expect(inOne!.conversationId).toBe(inOther!.conversationId);
    expect(said(inOne!)).toEqual(await served.said(inOne!.conversationId));
    expect(inOne!.lines).toEqual(inOther!.lines);
  });

  it('is that of the tab which was faster', async () => {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const one = till.open();
    const slow = till.open({
      async fetch(url, init) {
        const response = await fetch(url, init);
        if (url.endsWith('/session')) await released;
        return response;
      },
    });
    one.say('hello');
    const before = await one.untilAnswered();
    release();
    const after = await slow.until(({ lines }) => lines.length === 3);
    expect(after.lines).toEqual(before.lines);
    expect(one.snapshot().conversationId).toBe(before.conversationId);
  });

  it('starts anew in all tabs of the device', async () => {
    const one = till.open();
    one.say('hello');
    const before = await one.untilAnswered();
    const other = till.open();
    await other.until(({ lines }) => lines.length === 3);
    one.startAnew();
    expect(one.snapshot().lines).toEqual([]);
    const isNew = ({ conversationId, lines }: typeof before): boolean =>
      conversationId !== null && conversationId !== before.conversationId && lines.length === 1;
    const [inOne, inOther] = await Promise.all([one.until(isNew), other.until(isNew)]);
    expect(inOther.conversationId).toBe(inOne.conversationId);
  });
});

describe('a person whom the page vouches for', () => {
  it('finds their conversation on another device', async () => {
    const page = till.open({ person: vouchedFor('una') });
    page.say('hello');
    const before = await page.untilAnswered();
    const phone = createDevice(served.url);
    const there = phone.open();
    await there.until(({ status }) => status === 'online');
    there.identify(vouchedFor('una'));
    const after = await there.until(({ lines }) => lines.length === 3);
    expect(after.lines).toEqual(before.lines);
    phone.close();
  });

  it('takes along what they had typed before', async () => {
    served.wire.goDown();
    const page = till.open();
    page.say('typed before');
    page.identify(vouchedFor('una'));
    served.wire.comeUp();
    expect(said(await page.untilAnswered())).toContain('person: typed before');
  });

  it('leaves nothing to whoever is next at the device', async () => {
    const page = till.open({ person: vouchedFor('una') });
    page.say('hello');
    const hers = await page.untilAnswered();
    expect([...till.stored.keys()]).toEqual([]);
    served.wire.goDown();
    page.say('never sent');
    page.identify(null);
    expect(page.snapshot().lines).toEqual([]);
    expect([...till.stored.values()].join()).not.toContain('never sent');
    served.wire.comeUp();
    const next = await page.until(({ lines }) => lines.length > 0);
    expect(said(next)).toEqual(['bot: 1: joined']);
    expect(next.conversationId).not.toBe(hers.conversationId);
    page.close();
    const reloaded = await till.open().until(({ lines }) => lines.length > 0);
    expect(reloaded.conversationId).toBe(next.conversationId);
  });

  it('is told where the proof does not hold, and goes on with one that does', async () => {
    const page = till.open({ person: { id: 'una', hmac: 'wrong' } });
    const refused = await page.until(({ status }) => status === 'refused');
    expect(refused.complaint).toBe('BAD_IDENTITY');
    page.identify(vouchedFor('una'));
    expect(await page.until(({ status }) => status === 'online')).toMatchObject({ complaint: null });
  });
});
