/** A web site that is not the bot's: one page with our widget, and one with Web Chat behind a button of its own. */

import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { webChatScript } from '../web-chat/web-chat-script.ts';

/** The site, and the version of Web Chat on it. */
export interface Site {
  /** By a name that makes it a foreign site to a bot on localhost, so that its frame gets a process of its own. */
  readonly origin: string;
  readonly webChatVersion: string;
  close(): Promise<void>;
}

/** What a browser asks for, in each form in which it can be sent. */
interface Asset {
  readonly type: string;
  readonly forms: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;
  /** Kept for good, as our own scripts are; a page is asked for each time. */
  readonly forGood: boolean;
}

/** Puts up the site. `bot` names the origin of the bot; it is asked for once the site's own is known. */
export async function openSite(bot: () => string): Promise<Site> {
  const { version, script } = await webChatScript();
  const [packed, starter] = await Promise.all([
    asset('text/javascript', script, true),
    asset('text/javascript', Buffer.from(WEB_CHAT_STARTER), true),
  ]);
  const fixed = new Map([
    [`/web-chat.${version}.js`, packed],
    ['/web-chat-starter.js', starter],
  ]);
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const found = fixed.get(path) ?? (await pageAt(path, bot(), version));
    if (found === null) return void response.writeHead(404).end();
    const encoding = encodingFor(request.headers['accept-encoding'] ?? '');
    response.writeHead(200, {
      'Content-Type': `${found.type}; charset=utf-8`,
      'Content-Length': found.forms[encoding].length,
      'Cache-Control': found.forGood ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    });
    response.end(found.forms[encoding]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    webChatVersion: version,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function asset(type: string, bytes: Buffer, forGood: boolean): Promise<Asset> {
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  return { type, forGood, forms: { br, gzip: gz, identity: bytes } };
}

function encodingFor(accepted: string): keyof Asset['forms'] {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

async function pageAt(path: string, bot: string, version: string): Promise<Asset | null> {
  switch (path) {
    case '/keyturn':
      return asset(
        'text/html',
        page(`<script src="${bot}/widget.js" data-title="Help" defer></script>`),
        false,
      );
    case '/web-chat':
      return asset('text/html', page(webChatBody(bot, version)), false);
    default:
      return null;
  }
}

const page = (body: string): Buffer =>
  Buffer.from(`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><title>Store intranet</title></head>
<body><main><h1>Store intranet</h1><p>Rotas, price changes and notices of the day.</p></main>
${body}
</body>
</html>`);

const webChatBody = (bot: string, version: string): string => `<style>
#open-chat { position: fixed; right: 20px; bottom: 20px }
#chat { position: fixed; right: 20px; bottom: 80px; width: 400px; height: 600px; border: 1px solid #ccc }
</style>
<button id="open-chat" type="button">Help</button>
<script src="/web-chat-starter.js" data-bot="${bot}" data-script="/web-chat.${version}.js" defer></script>`;

/** Loads nothing before the button is pressed, as our launcher does, and gets the token while the script comes. */
const WEB_CHAT_STARTER = `const { bot, script } = document.currentScript.dataset;
document.getElementById('open-chat').addEventListener('click', () => {
  const chat = document.createElement('div');
  chat.id = 'chat';
  document.body.append(chat);
  const token = fetch(bot + '/v3/directline/tokens/generate', { method: 'POST' }).then((answer) => answer.json());
  const loaded = document.createElement('script');
  loaded.src = script;
  loaded.onload = async () => {
    const directLine = WebChat.createDirectLine({ domain: bot + '/v3/directline', token: (await token).token });
    WebChat.renderWebChat({ directLine, userID: 'una', locale: 'en-GB' }, chat);
  };
  document.head.append(loaded);
}, { once: true });
`;
