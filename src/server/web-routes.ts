/** Paths for web pages: Direct Line, the session of our own chat, and the pages themselves. */

import type { Request } from 'restify';
import type { WebAnswer, WebRequest } from '../channels/direct-line/exchange.ts';
import type { Door } from './directline-door.ts';
import type { Route } from './http.ts';
import type { TakeUpgrade } from './upgrades.ts';
import type { WebAssets } from './web-assets.ts';
import { type ReadWhence, webRequestOf } from './web-request.ts';

const ANY = ['get', 'head', 'post', 'put', 'patch', 'del', 'opts'] as const;

/** `/v3/directline/…`, `/chat/session`, and every page and file that is served. */
export function webRoutes(door: Door, assets: WebAssets, whenceOf: ReadWhence): readonly Route[] {
  const through =
    (ask: (request: WebRequest, host: string) => Promise<WebAnswer>) => async (raw: Request) => {
      const whence = whenceOf(raw);
      return await ask(webRequestOf(raw, whence), whence.host);
    };
  const page: Route['answer'] = async (raw) => {
    const whence = whenceOf(raw);
    const hosts = [whence.host, new URL(whence.base).host].filter((host) => host !== '');
    return assets.answer(webRequestOf(raw, whence).path, raw.headers, hosts);
  };
  return [
    { methods: ANY, path: '/v3/directline/*', answer: through(door.directLine) },
    { methods: ['post'], path: '/chat/session', answer: through(door.session) },
    ...['/', '/chat', '/widget.js', '/assets/*'].map(
      (path): Route => ({ methods: ['get', 'head'], path, answer: page }),
    ),
  ];
}

/** WebSockets, through the same door. */
export const webUpgrades =
  (door: Door, whenceOf: ReadWhence): TakeUpgrade =>
  async (raw, socket, head) => {
    const whence = whenceOf(raw);
    return await door.upgrade({ request: webRequestOf(raw, whence), raw, socket, head }, whence.host);
  };
