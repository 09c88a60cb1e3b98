/** Calls between two threads: each end serves some methods and calls those of the other. */

import type { MessagePort, Worker } from 'node:worker_threads';
import { DeliveryFailed } from '../../ports.ts';

/** The methods of one end: one argument each, which must survive `structuredClone`, and so must the result. */
export type Methods = { readonly [Name in string]: (argument: never) => unknown };

/** What the other end sees of a method. */
type Argument<M extends Methods, Name extends keyof M> = Parameters<M[Name]>[0];
type Result<M extends Methods, Name extends keyof M> = Awaited<ReturnType<M[Name]>>;

/** How an error crosses: `Error` loses its own fields, and its stack is nobody's business. */
type Failure =
  | {
      readonly kind: 'delivery';
      readonly message: string;
      readonly retryAfterMs: number | null;
      readonly permanent: boolean;
    }
  | { readonly kind: 'other'; readonly name: string; readonly message: string };

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly argument: unknown }
  | { readonly kind: 'returned'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure };

/** The other end went away before it answered. */
export class OtherEndGone extends Error {
  constructor() {
    super('The thread that was called has ended.');
    this.name = 'OtherEndGone';
  }
}

/** The methods of the other end. */
export interface Calls<Theirs extends Methods> {
  /** Rejects with what the method threw, or `OtherEndGone`. */
  call<Name extends keyof Theirs & string>(
    method: Name,
    argument: Argument<Theirs, Name>,
  ): Promise<Result<Theirs, Name>>;
  /** The other end is gone: whatever waits for it is rejected. */
  gone(): void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Serves `ours` to the other end of the port. Both ends are the same program, so what comes is what was sent. */
export function connectCalls<Theirs extends Methods>(
  port: MessagePort | Worker,
  ours: Methods,
): Calls<Theirs> {
  const waiting = new Map<number, Waiting>();
  let called = 0;
  let isGone = false;

  // What is said in one moment goes over together: a message costs more than what is in it.
  let saying: Message[] = [];
  const post = (message: Message): void => {
    if (saying.push(message) === 1) queueMicrotask(flush);
  };
  function flush(): void {
    const said = saying;
    saying = [];
    if (!isGone) port.postMessage(said);
  }

  async function serve(id: number, method: string, argument: unknown): Promise<void> {
    try {
      const work = ours[method];
      if (work === undefined) throw new Error(`There is no method "${method}" on this thread.`);
      // Its type was checked where it was called.
      post({ kind: 'returned', id, result: await work(argument as never) });
    } catch (error) {
      post({ kind: 'failed', id, failure: failureOf(error) });
    }
  }

  function take(message: Message): void {
    if (message.kind === 'call') {
      void serve(message.id, message.method, message.argument);
      return;
    }
    const asker = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'returned') asker?.resolve(message.result);
    else asker?.reject(errorOf(message.failure));
  }
  port.on('message', (said: readonly Message[]) => said.forEach(take));

  return {
    call: (method, argument) =>
      new Promise((resolve, reject) => {
        if (isGone) {
          reject(new OtherEndGone());
          return;
        }
        const id = ++called;
        waiting.set(id, { resolve: (result) => resolve(result as never), reject });
        post({ kind: 'call', id, method, argument });
      }),
    gone() {
      isGone = true;
      for (const { reject } of waiting.values()) reject(new OtherEndGone());
      waiting.clear();
    },
  };
}

function failureOf(error: unknown): Failure {
  if (error instanceof DeliveryFailed) {
    const { message, retryAfterMs, permanent } = error;
    return { kind: 'delivery', message, retryAfterMs, permanent };
  }
  return error instanceof Error
    ? { kind: 'other', name: error.name, message: error.message }
    : { kind: 'other', name: 'Error', message: String(error) };
}

function errorOf(failure: Failure): Error {
  if (failure.kind === 'delivery') return new DeliveryFailed(failure.message, failure);
  return Object.assign(new Error(failure.message), { name: failure.name });
}
