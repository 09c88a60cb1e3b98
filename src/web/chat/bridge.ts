/** The frame's side of the talk with the page that shows it: `frame-messages.ts` says what is told. */

import {
  type Addressed,
  type FrameEvent,
  type FromFrame,
  readToFrame,
  type ToFrame,
} from '../frame-messages.ts';

/** What the chat tells the page around it. Before the page has said hello nothing is told. */
export interface Bridge {
  /** Asks to be closed: the person pressed close, or Escape. */
  close(): void;
  /** How many replies came since somebody looked, 0 and more. */
  unread(count: number): void;
  /** Something that the page may want to know. */
  tell(event: FrameEvent): void;
  /** Gives the page something to keep, for the next time that it says hello. */
  keep(text: string): void;
  /** Hears nothing any more. */
  end(): void;
}

/** What a bridge is made of. */
export interface BridgeParts {
  /** The frame's own window. */
  readonly own: Window;
  /** Origins that may show the chat beside its own one: `allowedOrigins(document)`. */
  readonly origins: readonly string[];
  /**
   * Told of each message of the page; the first is `hello`, `ready` is answered once this returns from it. `keyturn` is
   * the widget's id: two widgets of one page have two conversations.
   */
  readonly hear: (message: Addressed<ToFrame>) => void;
}

/** The page that said hello, and as which widget. */
interface Page {
  readonly origin: string;
  readonly keyturn: string;
}

/** The origins that the server put into the page's `<meta name="keyturn-origins">`. */
export function allowedOrigins(page: Document): readonly string[] {
  const meta = page.querySelector<HTMLMetaElement>('meta[name="keyturn-origins"]');
  return (meta?.content ?? '').split(/[\s,]+/).filter((origin) => origin !== '');
}

/** The bridge to the page around this one; null: nothing is around it, this is the full page. */
export function openBridge({ own, origins, hear }: BridgeParts): Bridge | null {
  const { parent } = own;
  if (parent === own) return null;
  const allowed = new Set([own.location.origin, ...origins]);
  let page: Page | null = null;

  const post = (message: FromFrame): void => {
    if (page !== null) parent.postMessage({ ...message, keyturn: page.keyturn }, page.origin);
  };

  const receive = ({ data, origin, source }: MessageEvent<unknown>): void => {
    if (source !== parent || !allowed.has(origin)) return;
    const message = readToFrame(data);
    if (message === null) {
      warn(data);
      return;
    }
    if (message.kind === 'hello') page = { origin, keyturn: message.keyturn };
    if (page === null || page.origin !== origin || page.keyturn !== message.keyturn) return;
    hear(message);
    if (message.kind === 'hello') post({ kind: 'ready' });
  };

  own.addEventListener('message', receive);
  return {
    close: () => post({ kind: 'close' }),
    unread: (count) => post({ kind: 'unread', detail: { count } }),
    tell: ({ name, detail }) => post({ kind: name, detail }),
    keep: (detail) => post({ kind: 'keep', detail }),
    end: () => own.removeEventListener('message', receive),
  };
}

/** Whoever writes a page looks into the console where nothing happens. */
function warn(data: unknown): void {
  if (typeof data === 'object' && data !== null && 'keyturn' in data)
    console.warn(
      'Keyturn: not understood. send() takes a text; identify() null or { id, hmac, name? }, each a text.',
    );
}
