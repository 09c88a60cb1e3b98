/** The frame that holds the chat: loads it when it is first wanted, and talks with it. */

import type { FromFrame, SentToFrame } from '../frame-messages.ts';

/**
 * How long a page of the chat that has loaded may be silent before the person is told that it cannot be shown, in
 * milliseconds: what a browser loads instead of a page that it must not show says nothing. Range 1,000 to 10,000, default
 * 4,000. Less: told too early on a slow till; more: an empty panel for long. A chat that speaks later is shown after all.
 */
const SILENCE_MS = 4000;

/** The same where not even the page has come. Range 10,000 to 60,000, default 20,000: slow 3G takes some eight seconds. */
const LOADING_MS = 20_000;

/** What becomes of the frame: not asked for yet, on its way, told who is there, talking, or silent for too long. */
export type FrameState = '' | 'loading' | 'greeted' | 'ready' | 'blocked';

/** The chat in its frame. */
export interface Frame {
  /** Loads the chat into the panel unless it is there; tries again where it was blocked. */
  load(panel: Element): void;
  /** Tells the chat once it listens. */
  post(message: SentToFrame): void;
}

/**
 * Lets the widget of this id talk with its frame; nothing is loaded yet. `hello`: what is said to each page that loads;
 * `hear`: told what the chat says; `become`: told how things stand, each time that this changes.
 */
export function createFrame(
  element: HTMLIFrameElement,
  chat: URL,
  id: string,
  hello: () => SentToFrame,
  hear: (message: FromFrame) => void,
  become: (state: FrameState) => void,
): Frame {
  let state: FrameState = '';
  let waiting: SentToFrame[] = [];
  let timer = 0;

  const turn = (next: FrameState, patienceMs?: number): void => {
    state = next;
    become(next);
    clearTimeout(timer);
    if (patienceMs) timer = setTimeout(turn, patienceMs, 'blocked');
  };
  const tell = (message: SentToFrame): void =>
    element.contentWindow?.postMessage({ ...message, keyturn: id }, chat.origin);

  // Whatever the origin of this very script sends is believed; it could as well have sent another script.
  addEventListener('message', ({ data, origin, source }: MessageEvent<FromFrame>) => {
    if (source !== element.contentWindow || origin !== chat.origin) return;
    if (data.kind === 'ready') {
      turn('ready');
      waiting.forEach(tell);
      waiting = [];
    }
    hear(data);
  });
  element.onload = () => {
    turn('greeted', SILENCE_MS);
    tell(hello());
  };
  return {
    load(panel) {
      if (state && state !== 'blocked') return;
      turn('loading', LOADING_MS);
      element.src = chat.href;
      panel.append(element);
    },
    post(message) {
      if (state === 'ready') tell(message);
      else waiting.push(message);
    },
  };
}
