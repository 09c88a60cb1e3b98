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

/**
 * `listed` and `publicOrigin` (null: where clients reach us is not known) are what `readOrigin` gave. Our own pages are
 * told by the host alone: a proxy that ends TLS makes http of their https.
 */
export function createOrigins(listed: readonly string[], publicOrigin: string | null): Origins {
  const known = new Set(listed);
  const isOurs = (origin: string, host: string): boolean => {
    const own = readOrigin(origin);
    return own !== null && (own === publicOrigin || new URL(own).host === host.toLowerCase());
  };
  return {
    listed,
    isOurs,
    isAllowed: (origin, host) => known.has(origin) || isOurs(origin, host),
  };
}
