/** The line and the processor of a page and of all frames in it, whichever processes they run in. */

import type { CDPSession, Page } from 'playwright-core';
import { z } from 'zod';

/** How slow everything is. */
export interface Slowness {
  /** Bytes a second, each way. */
  readonly bytesPerSecond: number;
  /** Added to each answer, in milliseconds. */
  readonly latencyMs: number;
  /** How many times slower the processor is, from 1. */
  readonly cpu: number;
}

/** What went over the wire so far, in bytes. */
export interface Wire {
  /** Answers as they were sent: encoded, with their headers. */
  readonly http: number;
  /** Frames of WebSockets, both ways. */
  readonly socket: number;
  /** How many answers those were; what a cache gave is none. */
  readonly answers: number;
}

/** A command of the DevTools protocol. Resolves with what it answered. */
type Send = (method: string, params?: object) => Promise<unknown>;

/** Messages of the protocol, as far as they are read. */
const Answer = z.object({
  id: z.number(),
  result: z.unknown(),
  error: z.object({ message: z.string() }).optional(),
});
const Event = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('Network.loadingFinished'),
    params: z.object({ encodedDataLength: z.number() }),
  }),
  z.object({
    method: z.enum(['Network.webSocketFrameReceived', 'Network.webSocketFrameSent']),
    params: z.object({ response: z.object({ payloadData: z.string() }) }),
  }),
  z.object({
    method: z.literal('Target.attachedToTarget'),
    params: z.object({ sessionId: z.string() }),
  }),
  z.object({
    method: z.literal('Target.receivedMessageFromTarget'),
    params: z.object({ sessionId: z.string(), message: z.string() }),
  }),
]);
const EVENTS = [
  'Network.loadingFinished',
  'Network.webSocketFrameReceived',
  'Network.webSocketFrameSent',
  'Target.attachedToTarget',
  'Target.receivedMessageFromTarget',
] as const;

/**
 * Slows the page down (null: not at all) and counts, from now on; gives what was counted so far. A frame of another site has a process of its own,
 * which the page's session does not reach: it is held until it has the same flags. That takes sessions which are not
 * flattened, for the library gives no others to us.
 */
export async function watchNetwork(page: Page, slowness: Slowness | null): Promise<() => Promise<Wire>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const wire = { http: 0, socket: 0, answers: 0 };
  const children = new Map<string, { send: Send; waiting: Map<number, (answer: unknown) => void> }>();
  let number = 0;

  const send = (method: string, params: object = {}): Promise<unknown> =>
    // The library's types know each command by name; these are the same ones, for the children too.
    (session.send as (name: string, given: object) => Promise<unknown>)(method, params);

  function childOf(sessionId: string) {
    const waiting = new Map<number, (answer: unknown) => void>();
    const sendToChild: Send = async (method, params = {}) => {
      const id = ++number;
      const answered = new Promise((resolve) => waiting.set(id, resolve));
      await send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method, params }),
      });
      return answered;
    };
    return { send: sendToChild, waiting };
  }

  function take(message: unknown, waiting: Map<number, (answer: unknown) => void> | null): void {
    const answer = Answer.safeParse(message);
    if (answer.success) {
      if (answer.data.error !== undefined) throw new Error(`DevTools: ${answer.data.error.message}`);
      waiting?.get(answer.data.id)?.(answer.data.result);
      return;
    }
    const event = Event.safeParse(message);
    if (!event.success) return;
    const { method, params } = event.data;
    switch (method) {
      case 'Network.loadingFinished':
        wire.http += params.encodedDataLength;
        wire.answers += params.encodedDataLength > 0 ? 1 : 0;
        return;
      case 'Network.webSocketFrameReceived':
      case 'Network.webSocketFrameSent':
        wire.socket += Buffer.byteLength(params.response.payloadData);
        return;
      case 'Target.attachedToTarget': {
        const child = childOf(params.sessionId);
        children.set(params.sessionId, child);
        void prepare(child.send, slowness).then(() => child.send('Runtime.runIfWaitingForDebugger'));
        return;
      }
      case 'Target.receivedMessageFromTarget':
        take(JSON.parse(params.message), children.get(params.sessionId)?.waiting ?? null);
    }
  }

  const listen = session.on.bind(session) as (name: string, heard: (params: object) => void) => unknown;
  for (const method of EVENTS) listen(method, (params) => take({ method, params }, null));
  await prepare(send, slowness);
  return async () => {
    // Each process tells what it knows in order, so whatever came before this answer has been counted.
    const ask: readonly Send[] = [send, ...[...children.values()].map((child) => child.send)];
    await Promise.all(ask.map((each) => each('Runtime.evaluate', { expression: '0' })));
    return { ...wire };
  };
}

async function prepare(send: Send, slowness: Slowness | null): Promise<void> {
  await send('Network.enable');
  if (slowness !== null) {
    const { bytesPerSecond, latencyMs, cpu } = slowness;
    await send('Network.emulateNetworkConditions', {
      offline: false,
      latency: latencyMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
    await send('Emulation.setCPUThrottlingRate', { rate: cpu });
  }
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: false });
}
