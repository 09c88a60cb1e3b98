import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseEncoding } from '../../src/server/encodings.ts';
import { SHOP, type WebServer, webServer } from './web-server.ts';

const SCRIPT = `console.log('${'launcher '.repeat(50)}');`;
const CHAT = readFileSync('src/web/chat/chat.html', 'utf8');

let folder: string;
let server: WebServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-pages-'));
  mkdirSync(join(folder, 'assets'));
  const write = (name: string, text: string | Buffer) => writeFileSync(join(folder, name), text);
  write('index.html', '<!doctype html><title>Demo</title>');
  write('chat.html', CHAT);
  write('chat.html.gz', gzipSync(CHAT));
  write('widget.js', SCRIPT);
  write('widget.js.br', brotliCompressSync(SCRIPT));
  // Left by an earlier build.
  write('widget.js.gz', gzipSync('old'));
  write('assets/chat.AB12.css', 'p { margin: 0 }');
  write('secret.txt', 'not for the web');
  server = await webServer({ web: { pages: pathToFileURL(`${folder}/`) } });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly bytes: Buffer;
}

/** As it comes over the line: fetch would unpack it. */
const get = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Got> =>
  new Promise((resolve, reject) => {
    const asking = request(server.url + path, { method, headers: { ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    asking.once('error', reject);
    asking.end();
  });

/** What stands in a policy, by its directive. */
const policyOf = ({ headers }: Got): ReadonlyMap<string, string> =>
  new Map(
    String(headers['content-security-policy'])
      .split('; ')
      .map((each): [string, string] => [each.split(' ')[0] ?? '', each.split(' ').slice(1).join(' ')]),
  );

describe('the pages', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/chat', 'text/html; charset=utf-8', 'no-cache'],
    ['/chat/', 'text/html; charset=utf-8', 'no-cache'],
    ['/chat?embed', 'text/html; charset=utf-8', 'no-cache'],
    ['/widget.js', 'text/javascript; charset=utf-8', 'public, max-age=600, stale-while-revalidate=86400'],
    ['/assets/chat.AB12.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('%s is %s, kept %s', async (path, type, kept) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': type,
      'cache-control': kept,
      'x-content-type-options': 'nosniff',
    });
  });

  it('are there for HEAD, without their bytes', async () => {
    const { status, headers, bytes } = await get('/widget.js', {}, 'HEAD');
    expect([status, headers['content-length'], bytes.length]).toEqual([200, String(SCRIPT.length), 0]);
  });

  it.each([
    '/assets/other.js',
    '/assets/',
    '/assets/../secret.txt',
    '/assets/..%2fsecret.txt',
    '/secret.txt',
    '/index.html',
  ])('are not %s', async (path) => {
    const { status, bytes } = await get(path);
    expect(status).toBe(404);
    expect(JSON.parse(bytes.toString())).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  it('take no POST', async () => {
    expect((await get('/chat', {}, 'POST')).status).toBe(405);
  });
});

describe('what a page may do', () => {
  it('is told without a hole: nothing inline, nothing from elsewhere', async () => {
    const policy = policyOf(await get('/chat', { Host: 'bot.example' }));
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self' ws://bot.example wss://bot.example",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'frame-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': `'self' ${SHOP}`,
    });
  });

  it('lets nobody frame the demo', async () => {
    expect(policyOf(await get('/')).get('frame-ancestors')).toBe("'none'");
  });

  it('names the host that a trusted proxy was asked for', async () => {
    const policy = policyOf(await get('/chat', { 'X-Forwarded-Host': 'bot.example' }));
    expect(policy.get('connect-src')).toBe("'self' ws://bot.example wss://bot.example");
  });

  it('believes of several hosts the one that the proxy added, not what a stranger wrote before it', async () => {
    const policy = policyOf(await get('/chat', { 'X-Forwarded-Host': 'evil.example, bot.example' }));
    expect(policy.get('connect-src')).toBe("'self' ws://bot.example wss://bot.example");
  });

  it.each(["x;script-src 'unsafe-inline'", 'x:99999', '<b>', '[::1', 'x, y'])(
    'takes no host of "%s"',
    async (host) => {
      const policy = policyOf(await get('/chat', { 'X-Forwarded-Host': host.replace(/,.*/, ';') }));
      expect(policy.get('connect-src')).toMatch(/^'self' ws:\/\/localhost:\d+ wss:\/\/localhost:\d+$/);
      expect(policy.get('script-src')).toBe("'self'");
    },
  );

  it('names to the chat the pages that may embed it', async () => {
    const { bytes } = await get('/chat');
    expect(bytes.toString()).toContain(`<meta name="keyturn-origins" content="${SHOP}">`);
  });
});

describe('over a slow line', () => {
  it.each<[string, string, (bytes: Buffer) => Buffer]>([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0.1, gzip;q=0.8', 'gzip', gunzipSync],
  ])('what is sent to a client that takes "%s" is %s', async (accept, encoding, unpack) => {
    const { headers, bytes } = await get('/widget.js', { 'Accept-Encoding': accept });
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
    expect(headers['content-length']).toBe(String(bytes.length));
    expect(unpack(bytes).toString()).toBe(SCRIPT);
  });

  it('the chat is packed with what was filled in', async () => {
    const { bytes } = await get('/chat', { 'Accept-Encoding': 'gzip' });
    expect(gunzipSync(bytes).toString()).toContain(SHOP);
  });

  it('nothing is sent again that is there already', async () => {
    const first = await get('/widget.js', { 'Accept-Encoding': 'br' });
    const etag = String(first.headers.etag);
    const ask = (header: string, accept = 'br') =>
      get('/widget.js', { 'Accept-Encoding': accept, 'If-None-Match': header });
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, headers, bytes } = await ask(header);
      expect([status, bytes.length, headers.etag]).toEqual([304, 0, etag]);
    }
    expect((await ask('"other"')).status).toBe(200);
    expect((await ask(etag, 'gzip')).status).toBe(200);
  });
});

describe('the form of a file', () => {
  const all = () => true;
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['identity', 'identity'],
    ['br', 'br'],
    ['gzip, br', 'br'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0.5, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['identity, gzip;q=0.5', 'identity'],
    ['x-gzip', 'gzip'],
    ['GZIP ; q=1', 'gzip'],
    ['br;q=nonsense, gzip;q=0.1', 'gzip'],
    ['br;q=0, gzip;q=0, identity;q=0', 'identity'],
    ['deflate, zstd', 'identity'],
  ])('for "%s" is %s', (accept, encoding) => {
    expect(chooseEncoding(accept, all)).toBe(encoding);
  });
});

describe('without the pages', () => {
  it('the bot answers, and visitors and the log are told how to build them', async () => {
    const lines: string[] = [];
    const note = (fields: unknown) => void lines.push(JSON.stringify(fields));
    const bare = await webServer({
      web: { pages: pathToFileURL(`${folder}/nowhere/`) },
      log: { info: note, warn: note, error: note },
    });
    const visitor = bare.visitor('till', bare.url);
    const { status, body } = await visitor.ask('GET', '/chat');
    expect([status, body.error.code]).toEqual([503, 'PAGES_NOT_BUILT']);
    expect(body.error.message).toContain('npm run build');
    expect(lines.join()).toContain('npm run build');
    expect((await visitor.post('/chat/session', {})).status).toBe(200);
    await bare.close();
  });
});
