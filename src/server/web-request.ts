/** A request of node's HTTP server as channels and pages see it. */

import type { IncomingMessage } from 'node:http';
import { isIPv6, type Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import type { WebRequest } from '../channels/direct-line/exchange.ts';
import type { Log } from '../ports.ts';
import type { WebConfig } from './config.ts';
import { cutOff, readJsonBody, tooLarge } from './json-body.ts';

/**
 * Largest body of a request of the web, in bytes. Range 16 KiB..1 MiB, default 256 KiB, as the official service takes
 * at most: a long ticket has some 20 KiB; a larger limit lets strangers fill the memory.
 */
export const MAX_WEB_BODY_BYTES = 262_144;

/**
 * Largest upload that is read to its end, in bytes. Range 1 MiB..1 GiB, default 64 MiB: a photo of any phone, whose words
 * are heard, while somebody who sends without end is cut off. Nothing of it is kept.
 */
const MAX_UPLOAD_BYTES = 67_108_864;

/** Where a request came from, and how the one who sent it names this bot. */
export interface Whence {
  /** Of the client, behind as many proxies as are trusted. */
  readonly address: string;
  /** The host that the client asked, with its port where it named one; '' where it named none. */
  readonly host: string;
  /** Where clients reach us, without a slash at the end. */
  readonly base: string;
}

/** Headers of proxies count only where the operator has said how many there are. */
export type WhenceConfig = Pick<WebConfig, 'proxies' | 'publicOrigin'>;

/** Reads where a request came from. */
export type ReadWhence = (raw: IncomingMessage) => Whence;

/** Says once in the log where a proxy tells who is calling and is not believed: all its callers share one limit then. */
export function createWhence(config: WhenceConfig, log: Log): ReadWhence {
  let said = config.proxies > 0;
  return (raw) => {
    if (!said && raw.headers['x-forwarded-for'] !== undefined) {
      said = true;
      log.warn(
        {},
        'A proxy passes requests on, and all its callers are counted as one. Set KEYTURN_TRUST_PROXY to the number of proxies.',
      );
    }
    return whenceOf(raw, config);
  };
}

function whenceOf(raw: IncomingMessage, { proxies, publicOrigin }: WhenceConfig): Whence {
  const forwarded = (name: string): string | null =>
    proxies === 0 ? null : seenBy(raw.headers[name], proxies);
  const host = hostOf(forwarded('x-forwarded-host') ?? raw.headers.host);
  const scheme = forwarded('x-forwarded-proto')?.toLowerCase() === 'https' ? 'https' : 'http';
  const nearest = raw.socket.remoteAddress ?? '';
  return {
    address: countedAddress(proxies === 0 ? nearest : (forwarded('x-forwarded-for') ?? nearest)),
    host,
    base: publicOrigin ?? `${scheme}://${host === '' ? ownHost(raw.socket) : host}`,
  };
}

/** The request for a channel. Its body is read when it is asked for. */
export function webRequestOf(raw: IncomingMessage, whence: Whence): WebRequest {
  const [path = '/', ...query] = (raw.url ?? '/').split('?');
  const { origin, authorization } = raw.headers;
  return {
    method: raw.method ?? 'GET',
    path,
    query: new URLSearchParams(query.join('?')),
    origin: origin ?? null,
    authorization: authorization ?? '',
    address: whence.address,
    base: whence.base,
    body: async () => (hasBody(raw) ? await readJsonBody(raw, MAX_WEB_BODY_BYTES) : null),
    contentType: raw.headers['content-type'] ?? '',
    firstBytes: (maxBytes) => readFirstBytes(raw, maxBytes),
  };
}

/** Official clients send some requests with no body at all. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** What the outermost of the trusted proxies saw; each of them adds one at the end, and only those can be believed. */
function seenBy(header: string | readonly string[] | undefined, proxies: number): string | null {
  const seen = [header ?? ''].flat().join(',').split(',');
  const outermost = seen[Math.max(0, seen.length - proxies)]?.trim() ?? '';
  return outermost === '' ? null : outermost;
}

/** It goes into headers and addresses that we write, so nothing but a host passes. */
function hostOf(header: string | undefined): string {
  const host = (header ?? '').toLowerCase();
  const isHost = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/.test(host) && URL.canParse(`http://${host}`);
  return isHost ? host : '';
}

const ownHost = (socket: Socket): string => `localhost:${socket.localPort ?? 80}`;

/**
 * An address as it is counted: an IPv6 address by the network that it is in (/64), for whoever has one of these has all
 * of them, and one that is an IPv4 address in disguise as that.
 */
function countedAddress(address: string): string {
  const bare = address.replace(/^\[|\](?::\d+)?$/g, '').replace(/%.*$/, '');
  const disguised = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(bare)?.[1];
  if (disguised !== undefined) return disguised;
  if (!isIPv6(bare)) return bare.replace(/:\d+$/, '').slice(0, 64);
  const [head = '', tail] = bare.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(zeros).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** Whoever sends more is read to the end all the same, while that is near: most clients look for an answer only then. */
async function readFirstBytes(raw: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(raw.headers['content-length'] ?? 0) > MAX_UPLOAD_BYTES) throw tooLarge(MAX_UPLOAD_BYTES);
  const chunks: Buffer[] = [];
  let size = 0;
  const endless = new Promise<never>((_, reject) => {
    raw.on('data', (chunk: Buffer) => {
      if (size < maxBytes) chunks.push(chunk.subarray(0, maxBytes - size));
      size += chunk.length;
      if (size > MAX_UPLOAD_BYTES) reject(tooLarge(MAX_UPLOAD_BYTES));
    });
  });
  const end = finished(raw).catch(() => {
    throw cutOff();
  });
  await Promise.race([end, endless]);
  return Buffer.concat(chunks);
}
