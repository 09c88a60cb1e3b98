/** The HTTP server: which path does what, and one form for everything that goes wrong. */

import { createServer, type Request, type Response, type Server } from 'restify';
import type { Log } from '../ports.ts';
import { faultBody, HttpFault } from './http-fault.ts';
import { readJsonBody } from './json-body.ts';

/** What a path answers. A body of null sends none. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface Routes {
  readonly message: (body: unknown, authorization: string) => Promise<HttpAnswer>;
  /** What is served, where everything that an answer needs is there; null where it is not. */
  readonly ready: () => Promise<object | null>;
}

export function createHttpServer(routes: Routes, log: Log): Server {
  const server = createServer({
    name: 'keyturn',
    ignoreTrailingSlash: true,
    handleUncaughtExceptions: false,
  });
  const answer =
    (work: (request: Request) => Promise<HttpAnswer>) => async (request: Request, response: Response) => {
      const { status, body } = await work(request).catch((error: unknown) => faultAnswer(error, log));
      send(response, status, body);
    };

  server.post(
    '/api/messages',
    answer(async (request) =>
      routes.message(await readJsonBody(request), request.headers.authorization ?? ''),
    ),
  );
  server.get(
    '/healthz',
    answer(async () => ({ status: 200, body: { status: 'alive' } })),
  );
  server.get(
    '/readyz',
    answer(async () => {
      const served = await routes.ready();
      if (served !== null) return { status: 200, body: { status: 'ready', ...served } };
      throw new HttpFault(
        503,
        'NOT_READY',
        'The store cannot be reached or the bot is shutting down; try again later.',
      );
    }),
  );
  sanitise(server, log);
  return server;
}

function send(response: Response, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return;
  const text = body === null ? '' : JSON.stringify(body);
  const headers: Record<string, string> = {
    'Content-Length': String(Buffer.byteLength(text)),
    'X-Content-Type-Options': 'nosniff',
  };
  if (body !== null) headers['Content-Type'] = 'application/json; charset=utf-8';
  // Whatever is left of a body that was too large is not worth reading.
  if (status === 413) headers.Connection = 'close';
  response.writeHead(status, headers);
  response.end(text);
}

function faultAnswer(error: unknown, log: Log): HttpAnswer {
  if (error instanceof HttpFault) return { status: error.status, body: faultBody(error.code, error.message) };
  log.error({ error: error instanceof Error ? error.name : typeof error }, 'A request failed.');
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
    say('NOT_FOUND', 'There is nothing at this path; messages go to POST /api/messages.'),
  );
  server.on(
    'MethodNotAllowed',
    say('METHOD_NOT_ALLOWED', 'This path does not take this method; messages go to POST /api/messages.'),
  );
  server.on('InternalServer', (request: Request, response: Response, error: Error, done: () => void) => {
    log.error({ error: error.name }, 'A request failed outside its handler.');
    say('INTERNAL', 'Something went wrong on our side; send the same message again.')(
      request,
      response,
      error,
      done,
    );
  });
}
