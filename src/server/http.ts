/** The HTTP server: answers what is routed, in one form, also for everything that goes wrong. */

import { createServer, type Next, type Request, type Response, type Server } from 'restify';
import { type Log, loggedError } from '../ports.ts';
import { faultBody, HttpFault } from './http-fault.ts';

/** JSON; a body of null sends none. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file, or what stands in its place; its headers say all that is to be said of the bytes. */
export interface BytesAnswer {
  readonly status: number;
  readonly bytes: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

export type HttpAnswer = JsonAnswer | BytesAnswer;

/** What a path answers. `*` at the end of a path: whatever stands below it. */
export interface Route {
  readonly methods: readonly ('get' | 'head' | 'post' | 'put' | 'patch' | 'del' | 'opts')[];
  readonly path: string;
  readonly answer: (request: Request) => Promise<HttpAnswer>;
}

/**
 * For how long nothing may move on a connection while a request is sent or answered, in milliseconds. Range
 * 10,000..600,000, default 60,000: whoever asks for much and never reads it would have it kept in memory for ever. Less
 * cuts off phones in a lift. Streams have signs of life of their own.
 */
const STANDSTILL_MS = 60_000;

/** A server with these routes, which listens to nobody yet. */
export function createHttpServer(
  routes: readonly Route[],
  log: Log,
  standstillMs: number = STANDSTILL_MS,
): Server {
  const server = createServer({
    name: 'keyturn',
    ignoreTrailingSlash: true,
    handleUncaughtExceptions: false,
  });
  server.server.setTimeout(standstillMs);
  server.pre(refuseUnreadable);
  for (const { methods, path, answer } of routes) {
    const handle = async (request: Request, response: Response): Promise<void> => {
      send(request, response, await answer(request).catch((error: unknown) => faultAnswer(error, log)));
    };
    for (const method of methods) server[method](path, handle);
  }
  sanitise(server, log);
  return server;
}

/** restify takes the address apart outside of any handler, where what it throws at a bad one would end the process. */
function refuseUnreadable(request: Request, response: Response, next: Next): void {
  try {
    request.getUrl();
    next();
  } catch {
    send(request, response, {
      status: 400,
      body: faultBody('BAD_ADDRESS', 'The address or the Host header of this request cannot be read.'),
    });
    next(false);
  }
}

/**
 * Largest rest of a refused body that is waited for and thrown away, in bytes. Range 1 MiB..1 GiB, default 16 MiB:
 * whoever is cut off in the midst of sending may never read why; more is not worth the line.
 */
const WORTH_WAITING_BYTES = 16 * 1_048_576;

function send(request: Request, response: Response, answer: HttpAnswer): void {
  if (response.headersSent || response.destroyed) return;
  const isJson = 'body' in answer;
  const bytes = isJson
    ? answer.body === null
      ? null
      : Buffer.from(JSON.stringify(answer.body))
    : answer.bytes;
  const headers: Record<string, string> = { 'X-Content-Type-Options': 'nosniff', ...answer.headers };
  if (isJson) {
    if (answer.status !== 204) headers['Content-Length'] = String(bytes?.length ?? 0);
    if (bytes !== null) headers['Content-Type'] = 'application/json; charset=utf-8';
  }
  const announced = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY);
  if (answer.status === 413 && announced > WORTH_WAITING_BYTES) headers.Connection = 'close';
  response.writeHead(answer.status, headers);
  response.end(bytes ?? undefined);
}

/** What is answered where an answer fails: what the error says where it is meant for the caller, and else nothing of it. */
export function faultAnswer(error: unknown, log: Log): JsonAnswer {
  if (error instanceof HttpFault) return { status: error.status, body: faultBody(error.code, error.message) };
  log.error(loggedError(error), 'A request failed.');
  return {
    status: 500,
    body: faultBody('INTERNAL', 'Something went wrong on our side; send the same message again.'),
  };
}

/** What restify itself answers, in our form: it would put inner messages into the body. */
function sanitise(server: Server, log: Log): void {
  const say =
    (code: string, message: string) =>
    (
      _: Request,
      __: Response,
      error: { toJSON?: () => unknown; toString: () => string },
      done: () => void,
    ) => {
      const body = faultBody(code, message);
      error.toJSON = () => body;
      error.toString = () => JSON.stringify(body);
      done();
    };
  server.on(
    'NotFound',
    say(
      'NOT_FOUND',
      'There is nothing at this path; people talk to the bot at /chat, Bot Framework at POST /api/messages.',
    ),
  );
  server.on(
    'MethodNotAllowed',
    say(
      'METHOD_NOT_ALLOWED',
      'This path does not take this method; the Allow header names those that it takes.',
    ),
  );
  server.on('InternalServer', (request: Request, response: Response, error: Error, done: () => void) => {
    log.error(loggedError(error), 'A request failed outside its handler.');
    say('INTERNAL', 'Something went wrong on our side; send the same message again.')(
      request,
      response,
      error,
      done,
    );
  });
}
