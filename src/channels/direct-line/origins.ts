/** Which web pages may talk to the bot: our own, and those that the operator has listed. */

/** Knows the origins that are let in. Origins are written as browsers do: `https://shop.example`, `http://till:8080`. */
export interface Origins {
  /** What the operator has listed, in that order. */
  readonly listed: readonly string[];
  /** True for a page that the bot itself served; `host`: the Host header with which it is asked now. */
  isOurs(origin: string, host: string): boolean;
  /** True for our own pages and for the listed ones. */
  isAllowed(origin: string, host: string): boolean;
}

/**
 * The origin of an address that has no path, query or password; null: it is no such address, or its host is one that
 * could not stand in a header or in a page as it is.
 */
export function readOrigin(text: string): string | null {
  try {
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
    const rest = `${url.username}${url.password}${url.search}${url.hash}`;
    return url.pathname === '/' && rest === '' && /^[\w.[\]:-]+$/.test(url.host) ? url.origin : null;
  } catch {
    return null;
  }
}

/** Names and addresses that lead nowhere but to the machine itself. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * `listed` and `publicOrigin` (null: where clients reach us is not known) are what `readOrigin` gave. Our own pages are
 * told by the host alone: a proxy that ends TLS makes http of their https. Where it is known, no other host but this
 * machine's own names counts: anybody can have a name that leads to our address, and be the host of it.
 */
export function createOrigins(listed: readonly string[], publicOrigin: string | null): Origins {
  const known = new Set(listed);
  const isOurs = (origin: string, host: string): boolean => {
    const own = readOrigin(origin);
    if (own === null || own === publicOrigin) return own !== null;
    const { host: ours, hostname } = new URL(own);
    return ours === host.toLowerCase() && (publicOrigin === null || LOOPBACK.test(hostname));
  };
  return {
    listed,
    isOurs,
    isAllowed: (origin, host) => known.has(origin) || isOurs(origin, host),
  };
}
