/** A WebSocket of which nobody says that it is dead, as after a change of networks. */

import { afterEach, describe, it } from 'vitest';
import { WebSocket } from 'ws';
import type { SocketLike } from '../../../src/web/chat/connection/parts.ts';
import { begun, endScenes, expectSaid, sayAll, three } from './scene.ts';
import { quick } from './till.ts';

afterEach(endScenes);

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
    const { page, served } = await begun({}, { openSocket, times: { ...quick, echoMs: 30 } });
    die();
    sayAll(page);
    await expectSaid(served, page, three);
  });

  it('is noticed when somebody looks again', async () => {
    const { openSocket, die } = mortalSockets();
    const { page, till, served } = await begun({}, { openSocket, times: { ...quick, suspectMs: -1 } });
    die();
    const other = till.open();
    await other.until(({ lines }) => lines.length === 3);
    sayAll(other);
    await expectSaid(served, other, three);
    till.happens('visible');
    await expectSaid(served, page, three);
  });

  it('is noticed by its silence', async () => {
    const { openSocket, die } = mortalSockets();
    const { page, till, served } = await begun({}, { openSocket, times: { ...quick, silenceMs: 300 } });
    die();
    const other = till.open();
    sayAll(other);
    await expectSaid(served, page, three);
  });
});
