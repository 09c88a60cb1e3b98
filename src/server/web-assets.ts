/** The pages and what they load: read once at the start, and answered from memory. */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { chooseEncoding, type Encoding } from './encodings.ts';
import type { BytesAnswer, HttpAnswer } from './http.ts';
import { faultBody } from './http-fault.ts';
import { fileHeaders, pageHeaders } from './page-headers.ts';

/** Where `npm run build` puts them. */
export const WEB_FOLDER = new URL('../../dist/web/', import.meta.url);

/** Pages, scripts and style sheets. */
export interface WebAssets {
  /** What stands in the way of serving them, for the operator; null: nothing does. */
  readonly missing: string | null;
  /** Answers GET and HEAD. `hosts`: how clients name this bot, for streams that its pages open. */
  answer(path: string, headers: IncomingHttpHeaders, hosts: readonly string[]): HttpAnswer;
}

/** A file in each form in which it can be sent. */
interface Asset {
  readonly name: string;
  readonly type: string;
  readonly forms: Readonly<Partial<Record<Encoding, Form>>> & { readonly identity: Form };
}

interface Form {
  readonly bytes: Buffer;
  readonly etag: string;
}

/** Path → file, where the two differ. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ['/', 'index.html'],
  ['/chat', 'chat.html'],
]);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
};

/** Where the chat page is told which pages may embed it. */
const ORIGINS_META = /(<meta name="?keyturn-origins"? content=)(?:""|'')/;

/** Reads everything below `folder`. `origins`: of the pages that may embed the chat. Never rejects: other channels need no pages. */
export async function openWebAssets(folder: URL, origins: readonly string[]): Promise<WebAssets> {
  const assets = await readAssets(folder, origins).catch(() => new Map<string, Asset>());
  const needed = ['index.html', 'chat.html', 'widget.js'].filter((name) => !assets.has(name));
  const missing =
    needed.length === 0
      ? null
      : `${needed.join(', ')} cannot be read in ${fileURLToPath(folder)}; run "npm run build" and start again.`;
  return {
    missing,
    answer(path, headers, hosts) {
      if (missing !== null) return NOT_BUILT;
      const name = PAGES.get(path) ?? PAGES.get(path.replace(/\/$/, '')) ?? path.slice(1);
      const asset = assets.get(name);
      if (asset === undefined) return NOT_FOUND;
      const own = asset.name.endsWith('.html')
        ? pageHeaders(asset.name, hosts, origins)
        : fileHeaders(asset.name);
      return answerWith(asset, own, headers);
    },
  };
}

function answerWith(asset: Asset, own: BytesAnswer['headers'], asked: IncomingHttpHeaders): BytesAnswer {
  const encoding = chooseEncoding(asked['accept-encoding'], (each) => asset.forms[each] !== undefined);
  const { bytes, etag } = asset.forms[encoding] ?? asset.forms.identity;
  const headers = { ...own, ETag: etag, Vary: 'Accept-Encoding' };
  if (isKnown(asked['if-none-match'], etag)) return { status: 304, bytes: null, headers };
  return {
    status: 200,
    bytes,
    headers: {
      ...headers,
      'Content-Type': asset.type,
      'Content-Length': String(bytes.length),
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    },
  };
}

/** Proxies that pack what they pass on make weak ones of our ETags. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  (header ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === etag || each === '*');

async function readAssets(folder: URL, origins: readonly string[]): Promise<Map<string, Asset>> {
  const inside = await readdir(new URL('assets/', folder)).catch(() => []);
  const names = [...(await readdir(folder)), ...inside.map((name) => `assets/${name}`)].filter(
    (name) => TYPES[extname(name)] !== undefined,
  );
  const assets = await Promise.all(names.map((name) => readAsset(folder, name, origins)));
  return new Map(assets.map((asset) => [asset.name, asset]));
}

async function readAsset(folder: URL, name: string, origins: readonly string[]): Promise<Asset> {
  const read = (suffix: string): Promise<Buffer> => readFile(new URL(`${name}${suffix}`, folder));
  const written = await read('');
  const bytes = name === 'chat.html' ? withOrigins(written, origins) : written;
  const isAsWritten = bytes.equals(written);
  // A build that runs meanwhile may have put one of the three in place and not the others.
  const packed = async (suffix: string, unpack: (packed: Buffer) => Buffer): Promise<Buffer | null> => {
    const found = isAsWritten ? await read(suffix).catch(() => null) : null;
    return found !== null && isPackOf(found, bytes, unpack) ? found : null;
  };
  const br = (await packed('.br', brotliDecompressSync)) ?? brotliCompressSync(bytes);
  const gzip = (await packed('.gz', gunzipSync)) ?? gzipSync(bytes);
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const form = (packedBytes: Buffer, mark: string): Form => ({
    bytes: packedBytes,
    etag: `"${hash}${mark}"`,
  });
  return {
    name,
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    forms: { identity: form(bytes, ''), br: form(br, '-br'), gzip: form(gzip, '-gz') },
  };
}

function isPackOf(packed: Buffer, bytes: Buffer, unpack: (packed: Buffer) => Buffer): boolean {
  try {
    return unpack(packed).equals(bytes);
  } catch {
    return false;
  }
}

/** Origins are made of letters that mean nothing in HTML. */
const withOrigins = (page: Buffer, origins: readonly string[]): Buffer =>
  Buffer.from(page.toString('utf8').replace(ORIGINS_META, (_, meta) => `${meta}"${origins.join(' ')}"`));

const NOT_BUILT: HttpAnswer = {
  status: 503,
  body: faultBody('PAGES_NOT_BUILT', 'The pages are not built; run "npm run build" and start the bot again.'),
};
const NOT_FOUND: HttpAnswer = {
  status: 404,
  body: faultBody('NOT_FOUND', 'There is no such file; reload the page that asked for it.'),
};
