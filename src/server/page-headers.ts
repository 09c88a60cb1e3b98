/** What browsers are told of our pages and files: what these may load, who may frame them, how long to keep them. */

/**
 * Seconds for which `widget.js` is kept without asking, and for which an older one is used while a newer one is
 * fetched. Ranges 0..86,400 and 0..2,592,000, defaults 10 minutes and a day: pages on a slow line wait for it only the
 * first time. At 0 each page view asks; after an update at most that long an old launcher opens a new chat.
 */
const WIDGET_KEPT_S = 600;
const WIDGET_STALE_S = 86_400;

/** Headers of one of our pages. Everything comes from this bot, nothing is inline, and nobody frames but who may. */
export function pageHeaders(
  page: string,
  hosts: readonly string[],
  embeddedBy: readonly string[],
): Readonly<Record<string, string>> {
  const streams = [...new Set(hosts)].flatMap((host) => [`ws://${host}`, `wss://${host}`]);
  const framers = page === 'chat.html' ? ["'self'", ...embeddedBy] : ["'none'"];
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["connect-src 'self'", ...streams].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framers.join(' ')}`,
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Cache-Control': 'no-cache',
    // An address of ours may hold what a page was opened with; nobody else learns it.
    'Referrer-Policy': 'same-origin',
  };
}

/** Headers of what a page loads. A name with a hash is never used for anything else, so it is kept for ever. */
export function fileHeaders(name: string): Readonly<Record<string, string>> {
  if (name.startsWith('assets/')) return { 'Cache-Control': 'public, max-age=31536000, immutable' };
  return {
    'Cache-Control': `public, max-age=${WIDGET_KEPT_S}, stale-while-revalidate=${WIDGET_STALE_S}`,
    // Pages of others load it, also those that let in only what says that it may be.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
}
