/** A web site that is not the bot's, with pages that have the chat as the README tells to put it there. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page is made of. */
export interface ShopPage {
  /** HTML of its body: the script tags, and whatever else stands on it. */
  readonly body: string;
  /** Content-Security-Policy; without it there is none. */
  readonly policy?: string;
}

export interface Shop {
  readonly origin: string;
  /** Puts a page at a path and gives its address. */
  put(path: string, page: ShopPage): string;
  close(): Promise<void>;
}

export async function openShop(): Promise<Shop> {
  const pages = new Map<string, ShopPage>();
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://shop').pathname);
    if (page === undefined) {
      // Browsers ask each site for its icon; a 404 would stand in the console.
      response.statusCode = request.url === '/favicon.ico' ? 204 : 404;
      response.end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...(page.policy === undefined ? {} : { 'Content-Security-Policy': page.policy }),
    });
    response.end(html(page.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    put(path, page) {
      pages.set(path, page);
      return `${origin}${path}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const html = (body: string): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Store intranet</title></head>
<body><main><h1>Store intranet</h1><p><a href="/">Home</a> <button type="button">Order paper rolls</button></p></main>
${body}
</body>
</html>`;
