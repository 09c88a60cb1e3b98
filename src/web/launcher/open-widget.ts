/** One chat on a page: what opens and closes it, where the focus goes, and what the page is told. */

import type { FromFrame, SentToFrame, SignedPerson } from '../frame-messages.ts';
import { createFrame, type FrameState } from './frame.ts';
import { keep, kept } from './kept.ts';
import { chatsOfPage, type EventName, type Keyturn, offer } from './keyturn.ts';
import type { Settings } from './settings.ts';
import { draw } from './view.ts';

/** Width up to which a chat that the page wants open stays closed, since it would cover the page: 30em in launcher.css. */
const PHONE_PX = 480;

/** The first free id where the page gives none. */
function freeId(taken: Keyturn['chats']): string {
  let id = 'keyturn';
  while (taken.has(id)) id += '-2';
  return id;
}

/** Draws the chat that the settings describe and offers it on `window.keyturn`; one whose id is there stays alone. */
export function openWidget(settings: Settings): void {
  const { target, data, side } = settings;
  const others = chatsOfPage();
  const chats = others ?? new Map<string, Keyturn>();
  const id = settings.id ?? freeId(chats);
  if (chats.has(id)) return;

  /** Under which the page keeps whether this chat is open: not empty if so. Under its id it keeps what the frame asks. */
  const openKey = `${id} open`;
  const [host, whole, button, unread, panel, element] = draw(settings);
  const listeners = new Set<{ readonly name: EventName; readonly listener: (detail: unknown) => void }>();
  let isOpen = false;
  let state: FrameState = '';
  let person: SignedPerson | null = null;
  /** What had the focus when the person, or the page, opened the chat. */
  let before: Element | null = null;

  const emit = (name: EventName, detail?: unknown): void => {
    for (const one of listeners) if (one.name === name) setTimeout(one.listener, 0, detail);
  };

  const show = (): void => {
    whole.className = `whole ${side} ${state} ${isOpen ? 'open' : ''}`;
    button.setAttribute('aria-expanded', `${isOpen}`);
  };

  const hear = (message: FromFrame): void => {
    if (message.kind === 'close') turn(false);
    else if (message.kind === 'keep') keep(id, message.detail);
    else emit(message.kind, message.detail);
    if (message.kind === 'ready') focusChat();
    if (message.kind === 'unread') unread.textContent = `${message.detail.count || ''}`;
  };

  const hello = (): SentToFrame => ({
    kind: 'hello',
    data,
    closable: !target,
    person,
    kept: kept(id),
  });

  const become = (next: FrameState): void => {
    state = next;
    show();
  };

  const frame = createFrame(element, settings.chat, id, hello, hear, become);

  /** Not where the chat opened by itself, nor where the person has gone on elsewhere while it was loading. */
  const focusChat = (): void => {
    const now = document.activeElement;
    if (before && isOpen && (now === before || now === host)) element.focus();
  };

  const turn = (open: boolean): void => {
    if (open === isOpen || (target && !open)) return;
    const inside = document.activeElement === host;
    isOpen = open;
    show();
    keep(openKey, open ? 'open' : '');
    emit(open ? 'open' : 'close');
    if (open) for (const other of chats.values()) if (other !== keyturn) other.close();
    if (open) return;
    frame.post({ kind: 'closed' });
    if (inside) focusBack();
  };

  const focusBack = (): void => {
    button.focus();
    if (before instanceof HTMLElement && before !== host) before.focus();
  };

  const open = (focus: boolean): void => {
    if (!isOpen) before = focus ? document.activeElement : null;
    turn(true);
    frame.load(panel);
    frame.post({ kind: 'opened', focus });
    focusChat();
  };

  const keyturn: Keyturn = {
    id,
    chats,
    open: () => open(true),
    close: () => turn(false),
    send(text) {
      open(true);
      frame.post({ kind: 'send', text });
    },
    on(name, listener) {
      const one = { name, listener };
      listeners.add(one);
      return () => listeners.delete(one);
    },
    identify(given) {
      person = given;
      if (state && state !== 'loading') frame.post({ kind: 'identify', person });
    },
    get: (other) => chats.get(other),
    push: (call) => call(keyturn),
  };

  button.onclick = () => (isOpen ? turn(false) : open(true));
  whole.onkeydown = ({ key }) => {
    if (key === 'Escape') turn(false);
  };
  // A chat that covers the page, our button too, keeps the focus: what is beneath cannot be seen.
  addEventListener('focusin', (event) => {
    if (isOpen && !target && !button.clientWidth && event.target !== host) element.focus();
  });
  // The keyboard of a phone covers the page without making it smaller.
  const screen = visualViewport;
  if (screen)
    screen.onresize = () => {
      whole.style.setProperty('--top', `${screen.offsetTop}px`);
      whole.style.setProperty('--height', `${screen.height}px`);
    };

  show();
  chats.set(id, keyturn);
  if (!others) offer(keyturn);
  if (target || (kept(openKey) ?? (settings.open && innerWidth > PHONE_PX))) open(false);
}
