/** The chat, in a frame and at `/chat`. */

import { render } from 'preact';
import { applyAccent } from '../design/accent.ts';
import type { FrameOptions, SignedPerson, ToFrame } from '../frame-messages.ts';
import { chooseTexts } from '../texts/choose.ts';
import { allowedOrigins, openBridge } from './bridge.ts';
import { Chat } from './chat.tsx';
import { browserSurroundings } from './connection/browser.ts';
import { type Connection, openConnection } from './connection/connection.ts';
import type { StorageLike } from './connection/parts.ts';
import type { BotLine } from './connection/snapshot.ts';
import { pageStorage } from './page-storage.ts';
import { takeFocus } from './take-focus.ts';
import { takeRoom } from './take-room.ts';
import { createUnread } from './unread.ts';

/** Id of the first widget of a page; the full page goes on in its conversation. */
const FIRST_WIDGET = 'keyturn';

/** As the full page is shown; `?language=de` asks for its language. */
const FULL_PAGE: FrameOptions = {
  title: null,
  color: null,
  language: new URLSearchParams(location.search).get('language'),
  userName: null,
  texts: {},
  closable: false,
};

let connection: Connection | null = null;
/** Null: nothing outlives this page. */
let storage: StorageLike | null = null;
/** Name of the person that the page vouches for; null: it gave none. */
let called: string | null = null;
/** Draws the chat anew; nothing to draw before the page has said how. */
let show = (): void => {};

takeRoom(window);
const bridge = openBridge({ own: window, origins: allowedOrigins(document), hear });
const unread = createUnread((count) => bridge?.unread(count));
if (bridge === null) start(FULL_PAGE, null, FIRST_WIDGET, null);

function hear(message: ToFrame & { readonly keyturn: string }): void {
  switch (message.kind) {
    case 'hello':
      start(message.options, message.person, message.keyturn, message.kept);
      break;
    case 'opened':
      unread.look(true);
      if (message.focus) takeFocus();
      break;
    case 'closed':
      unread.look(false);
      break;
    case 'send':
      connection?.say(message.text);
      break;
    case 'identify':
      connection?.identify(message.person);
      called = message.person?.name ?? null;
      show();
      break;
  }
}

/** Shows the chat as it is wanted; a second hello changes how it looks, not the conversation. */
function start(
  options: FrameOptions,
  person: SignedPerson | null,
  widget: string,
  kept: string | null,
): void {
  const around = browserSurroundings();
  storage ??= around.storage ?? (bridge === null ? null : pageStorage(kept, bridge.keep));
  const storageKey = `keyturn/${widget}`;
  const wanted = [options.language, ...navigator.languages];
  const { language, texts } = chooseTexts(wanted, options.texts);
  const title = options.title ?? texts.title;
  connection ??= openConnection({ ...around, storage, base: location.origin, key: storageKey, person });

  document.documentElement.lang = language;
  document.title = title;
  if (options.color !== null) applyAccent(document, options.color);
  const lasting = { connection, texts, language, title, storage, storageKey };
  called = person?.name ?? null;
  show = () =>
    render(
      <Chat
        {...lasting}
        userName={called ?? options.userName}
        onClose={bridge !== null && options.closable ? bridge.close : null}
        onReplies={tell}
      />,
      document.body,
    );
  show();
}

/** The page counts what nobody has looked at, and hears of each reply. */
function tell(lines: readonly BotLine[]): void {
  unread.add(lines.length);
  for (const { reply } of lines)
    bridge?.tell({ name: 'reply', detail: { kind: reply.kind, id: reply.id, text: reply.text } });
}
