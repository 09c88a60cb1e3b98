/** Paths for Bot Framework, and for whoever watches over the bot. */

import type { Route } from './http.ts';
import { HttpFault } from './http-fault.ts';
import { readJsonBody } from './json-body.ts';

/** What these paths need of the program. */
export interface BotRoutesParts {
  /** Answers an activity; null: the bot cannot tell Bot Framework from strangers, so it takes none. */
  readonly message:
    | ((body: unknown, authorization: string) => Promise<{ status: number; body: unknown }>)
    | null;
  /** What is served, where everything that an answer needs is there; null where it is not. */
  readonly ready: () => Promise<object | null>;
}

/** `POST /api/messages`, `GET /healthz` and `GET /readyz`. */
export function botRoutes({ message, ready }: BotRoutesParts): readonly Route[] {
  return [
    {
      methods: ['post'],
      path: '/api/messages',
      async answer(request) {
        if (message === null) throw closed();
        return await message(await readJsonBody(request), request.headers.authorization ?? '');
      },
    },
    {
      methods: ['get'],
      path: '/healthz',
      answer: async () => ({ status: 200, body: { status: 'alive' } }),
    },
    {
      methods: ['get'],
      path: '/readyz',
      async answer() {
        const served = await ready();
        if (served !== null) return { status: 200, body: { status: 'ready', ...served } };
        throw new HttpFault(
          503,
          'NOT_READY',
          'The store cannot be reached or the bot is shutting down; try again later.',
        );
      },
    },
  ];
}

const closed = (): HttpFault =>
  new HttpFault(
    403,
    'BOT_FRAMEWORK_CLOSED',
    'Others can reach this bot, and without an app id it cannot tell who is calling. Its operator sets MicrosoftAppId and MicrosoftAppPassword, or lets anyone talk to it with KEYTURN_ALLOW_ANONYMOUS. The web chat works without either.',
  );
