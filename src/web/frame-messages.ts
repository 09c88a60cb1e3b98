/**
 * What the launcher on a foreign page and the chat in its frame tell each other, by postMessage. Each message is
 * `{ keyturn: <id of the widget>, kind, … }`; both sides look at origin and source before they read one.
 */

/** Words of the chat that a page replaces: name of the text (see `texts/`) → the page's own words. */
export type OwnTexts = Readonly<Record<string, string>>;

/** Who a page says is there. `hmac`: hex HMAC-SHA256 of `id` under the bot's KEYTURN_IDENTITY_SECRET, made by a server. */
export interface SignedPerson {
  readonly id: string;
  readonly name?: string;
  readonly hmac: string;
}

/** How a page wants its chat; null where it does not say. */
export interface FrameOptions {
  readonly title: string | null;
  /** A CSS colour. */
  readonly color: string | null;
  /** Language tag. */
  readonly language: string | null;
  /** What to call the person. */
  readonly userName: string | null;
  readonly texts: OwnTexts;
  /** False: the chat stands in the page for good and shows no button that closes it. */
  readonly closable: boolean;
}

/** The data attributes of a script tag: `data-user-name` is `userName`. `language` is always given. */
export type PageData = Readonly<Record<string, string | undefined>>;

/** Something that a page may want to know, with what `window.keyturn.on(name, …)` is told. */
export interface FrameEvent {
  readonly name: 'reply';
  /** Kind and id as in the core's `Reply`. */
  readonly detail: { readonly kind: string; readonly id: string; readonly text: string };
}

/**
 * Launcher → frame. `hello` comes first, at each load of the frame, with whoever the page has named by then; `opened`
 * and `closed` tell whether somebody sees the chat, and whether it shall take the focus (not where a page that was
 * left open opens it again); `identify` with null: signed out.
 */
export type ToFrame =
  | {
      readonly kind: 'hello';
      readonly options: FrameOptions;
      readonly person: SignedPerson | null;
      /** What the frame gave the page to keep; null: nothing. */
      readonly kept: string | null;
    }
  | { readonly kind: 'opened'; readonly focus: boolean }
  | { readonly kind: 'closed' }
  | { readonly kind: 'send'; readonly text: string }
  | { readonly kind: 'identify'; readonly person: SignedPerson | null };

/** The same as the launcher sends it: small code on a foreign page, so the frame makes the options of the attributes. */
export type SentToFrame =
  | Exclude<ToFrame, { readonly kind: 'hello' }>
  | {
      readonly kind: 'hello';
      readonly data: PageData;
      readonly closable: boolean;
      readonly person: SignedPerson | null;
      readonly kept: string | null;
    };

/**
 * Frame → launcher; all but `close` and `keep` are events of `window.keyturn`, with their detail. `ready` answers `hello`;
 * `unread`: replies that came since somebody looked, 0 and more; `keep`: what a frame to which the browser gives no
 * storage wants to be told with the next `hello`.
 */
export type FromFrame =
  | { readonly kind: 'ready'; readonly detail?: undefined }
  | { readonly kind: 'close' }
  | { readonly kind: 'keep'; readonly detail: string }
  | { readonly kind: 'unread'; readonly detail: { readonly count: number } }
  | { readonly kind: FrameEvent['name']; readonly detail: FrameEvent['detail'] };

/** A message with the widget that it is of or for. */
export type Addressed<Message> = Message & { readonly keyturn: string };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isText = (value: unknown): value is string => typeof value === 'string';

/** A message of the launcher; null: something else, or not whole. */
export function readToFrame(sent: unknown): Addressed<ToFrame> | null {
  if (!isFields(sent) || !isText(sent.keyturn)) return null;
  const { keyturn, kind, data, closable, focus, text, person, kept } = sent;
  switch (kind) {
    case 'hello':
      return isFields(data) && isPersonOrNull(person)
        ? { keyturn, kind, options: optionsOf(data, closable !== false), person, kept: textOrNull(kept) }
        : null;
    case 'opened':
      return typeof focus === 'boolean' ? { keyturn, kind, focus } : null;
    case 'closed':
      return { keyturn, kind };
    case 'send':
      return isText(text) ? { keyturn, kind, text } : null;
    case 'identify':
      return isPersonOrNull(person) ? { keyturn, kind, person } : null;
    default:
      return null;
  }
}

function optionsOf({ title, color, language, userName, ...others }: Fields, closable: boolean): FrameOptions {
  return {
    title: textOrNull(title),
    color: textOrNull(color),
    language: textOrNull(language),
    userName: textOrNull(userName),
    texts: ownTexts(others),
    closable,
  };
}

/** The page's own words: `data-text-send-label`, which is `textSendLabel`, replaces the text `sendLabel`. */
function ownTexts(data: Fields): OwnTexts {
  const texts: Record<string, string> = {};
  for (const [name, text] of Object.entries(data))
    if (isText(text) && /^text[A-Z]/.test(name)) texts[name.charAt(4).toLowerCase() + name.slice(5)] = text;
  return texts;
}

const textOrNull = (value: unknown): string | null => (isText(value) && value !== '' ? value : null);

const isPersonOrNull = (value: unknown): value is SignedPerson | null =>
  value === null ||
  (isFields(value) &&
    isText(value.id) &&
    isText(value.hmac) &&
    (value.name === undefined || isText(value.name)));
