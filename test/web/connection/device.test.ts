/** What the device does to a conversation. */

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StorageLike } from '../../../src/web/chat/connection/parts.ts';
import { begun, endScenes, expectSaid, opened, sayAll, three } from './scene.ts';

afterEach(endScenes);

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
    const { page, served, till } = await begun();
    sleep();
    served.wire.cutWebSockets();
    till.happens('visible');
    sayAll(page);
    await expectSaid(served, page, three);
  });

  it('goes on where only the server knows that the token has expired', async () => {
    const { page, served } = await begun({}, { now: () => Date.now() - slept });
    sleep();
    sayAll(page);
    await expectSaid(served, page, three);
  });

  it('goes on where the clock was set back by a day', async () => {
    let back = 0;
    const { page, served } = await begun({}, { now: () => Date.now() - back });
    back = 24 * 3_600_000;
    served.wire.goDown();
    await page.until(({ status }) => status === 'offline');
    sayAll(page);
    served.wire.comeUp();
    await expectSaid(served, page, three);
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
    const { page, served } = await begun({}, { storage });
    served.wire.goDown();
    sayAll(page);
    served.wire.comeUp();
    await expectSaid(served, page, three);
  });

  it('holds rubbish is read around', async () => {
    const { till, served } = await opened();
    till.stored.set('keyturn.resume', '{"conversationId":7}');
    till.stored.set('keyturn.unsent.1', 'not JSON');
    till.stored.set('keyturn.unsent.2', '{"id":"2","at":1,"person":null,"text":"too old","pressed":null}');
    const page = till.open();
    page.say('hello');
    await expectSaid(served, page, []);
    await page.untilAnswered();
    expect([...till.stored.keys()]).toEqual(['keyturn.resume']);
  });
});
