/** The site of whoever prefers Web Chat: the example page as it stands here, for a bot at another address. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { webChatScript } from './web-chat-script.ts';

/** The bot's address in the example. */
const EXAMPLE_BOT = /\blocalhost:3978\b/g;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

export interface Site {
  readonly origin: string;
  /** Address of the example page. */
  readonly page: string;
  /** Address of the same page for visitors who are signed in: it asks this site's own server for its token. */
  readonly pageOfSignedIn: string;
  /** Puts the address of this bot into the example; `token` gets one as this site's own server. */
  leadTo(bot: string, token: () => Promise<unknown>): void;
  close(): Promise<void>;
}

/** Serves the example, and Web Chat itself; brings that from npm first where it is not there yet. */
export async function openSite(): Promise<Site> {
  const { script } = await webChatScript();
  const names = ['example.html', 'example.css', 'example.js'];
  const files = new Map<string, string | Buffer>([['webchat.js', script]]);
  for (const name of names) files.set(name, await readFile(new URL(name, import.meta.url), 'utf8'));
  const signedIn = String(files.get('example.html')).replace('data-bot=', 'data-token="/token" data-bot=');
  files.set('signed-in.html', signedIn);
  let bot = 'localhost:3978';
  let token = async (): Promise<unknown> => null;
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    if (request.method === 'POST' && name === 'token') {
      response.setHeader('Content-Type', 'application/json');
      return void token().then((generated) => response.end(JSON.stringify(generated)));
    }
    const file = files.get(name);
    // Browsers ask each site for its icon; a 404 would stand in the console.
    response.statusCode = file !== undefined ? 200 : name === 'favicon.ico' ? 204 : 404;
    response.setHeader('Content-Type', TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain');
    response.end(typeof file === 'string' ? file.replace(EXAMPLE_BOT, bot) : file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    page: `${origin}/example.html`,
    pageOfSignedIn: `${origin}/signed-in.html`,
    leadTo(address, getToken) {
      bot = new URL(address).host;
      token = getToken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
