/** Calls from one thread to another: one end serves methods, the other calls them. */

import type { MessagePort, Worker } from 'node:worker_threads';

/** The methods that are served: one argument each, which must survive `structuredClone`, and so must the result. */
export type Methods = { readonly [Name in string]: (argument: never) => unknown };

/** What the other end sees of a method. */
type Argument<M extends Methods, Name extends keyof M> = Parameters<M[Name]>[0];
type Result<M extends Methods, Name extends keyof M> = Awaited<ReturnType<M[Name]>>;

interface Call {
  readonly id: number;
  readonly method: string;
  readonly argument: unknown;
}

/** An error crosses by its name and its words: its stack is nobody's business. */
type Returned =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: { readonly name: string; readonly message: string } };

/** The other end went away before it answered. */
export class OtherEndGone extends Error {
  constructor() {
    super('The thread that was called has ended.');
    this.name = 'OtherEndGone';
  }
}

/** The methods of the other end. */
export interface Calls<M extends Methods> {
  /** Rejects with what the method threw, or `OtherEndGone`. */
  call<Name extends keyof M & string>(method: Name, argument: Argument<M, Name>): Promise<Result<M, Name>>;
  /** Resolves once nothing waits for an answer. */
  idle(): Promise<void>;
  /** For how long, in milliseconds, something has waited and nothing has been answered; 0: nothing waits. */
  silentMs(): number;
  /** The other end is gone: whatever waits for it is rejected. */
  gone(): void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Most calls or answers that go over together. Range from 1, default 8, as many turns as share a transaction: a message
 * costs more than what is in it, so 1 is dear; with hundreds one end stands idle until the other has done all of them.
 */
const MOST_TOGETHER = 8;

/** What is said in one moment goes over together. */
function batches<T>(post: (all: readonly T[]) => void): (one: T) => void {
  let saying: T[] = [];
  const flush = (): void => {
    if (saying.length === 0) return;
    const said = saying;
    saying = [];
    post(said);
  };
  return (one) => {
    const count = saying.push(one);
    if (count === MOST_TOGETHER) flush();
    else if (count === 1) setImmediate(flush);
  };
}

/** Calls what the other end of `port` serves. Both ends are the same program, so what comes is what was sent. */
export function callsTo<M extends Methods>(port: Worker): Calls<M> {
  const waiting = new Map<number, Waiting>();
  let whenIdle: (() => void)[] = [];
  let called = 0;
  /** When something was answered, or began to wait after nothing did. */
  let movedAt = 0;
  let isGone = false;
  const post = batches((calls: readonly Call[]) => {
    if (!isGone) port.postMessage(calls);
  });

  function take(returned: Returned): void {
    const asker = waiting.get(returned.id);
    waiting.delete(returned.id);
    movedAt = performance.now();
    if ('result' in returned) asker?.resolve(returned.result);
    else asker?.reject(errorOf(returned.failure));
    tellIdle();
  }

  function tellIdle(): void {
    if (waiting.size > 0) return;
    for (const tell of whenIdle) tell();
    whenIdle = [];
  }
  port.on('message', (all: readonly Returned[]) => all.forEach(take));

  return {
    call: (method, argument) =>
      new Promise((resolve, reject) => {
        if (isGone) {
          reject(new OtherEndGone());
          return;
        }
        const id = ++called;
        if (waiting.size === 0) movedAt = performance.now();
        waiting.set(id, { resolve: (result) => resolve(result as never), reject });
        post({ id, method, argument });
      }),
    silentMs: () => (waiting.size === 0 ? 0 : performance.now() - movedAt),
    idle: () =>
      new Promise((resolve) => {
        whenIdle.push(resolve);
        tellIdle();
      }),
    gone() {
      isGone = true;
      for (const { reject } of waiting.values()) reject(new OtherEndGone());
      waiting.clear();
      tellIdle();
    },
  };
}

/** Serves `methods` to the other end of `port`. */
export function serveCalls(port: MessagePort, methods: Methods): void {
  const post = batches((all: readonly Returned[]) => port.postMessage(all));

  async function serve({ id, method, argument }: Call): Promise<void> {
    try {
      const work = methods[method];
      if (work === undefined) throw new Error(`There is no method "${method}" on this thread.`);
      // Its type was checked where it was called.
      post({ id, result: await work(argument as never) });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      post({ id, failure: { name, message } });
    }
  }
  port.on('message', async (calls: readonly Call[]) => {
    for (const call of calls) await serve(call);
  });
}

function errorOf({ name, message }: { readonly name: string; readonly message: string }): Error {
  return Object.assign(new Error(message), { name });
}
