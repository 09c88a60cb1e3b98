/**
 * The words of the program's own screens. What the bot says comes from the knowledge base and never stands here.
 * A page replaces single ones: `data-text-start-over` replaces `startOver`.
 */
export interface Texts {
  /** Name of the chat, in its head and of its page. */
  readonly title: string;
  /** What the conversation is called for screen readers. */
  readonly conversation: string;
  readonly you: string;
  readonly bot: string;

  /** Label and placeholder of the field in which people write. */
  readonly write: string;
  readonly send: string;
  /** `{lines}` lines, `{count}` of `{limit}` characters; reads well of one line, too. */
  readonly length: string;
  /** `{over}` characters more than are taken. */
  readonly tooLong: string;
  readonly noFiles: string;

  readonly connecting: string;
  readonly offline: string;
  readonly offlineNotice: string;
  /** `{count}` messages wait; 2 and more. */
  readonly offlineWaiting: string;
  readonly offlineWaitingOne: string;
  readonly tryNow: string;
  readonly dismiss: string;
  readonly answering: string;
  readonly newMessage: string;
  /** Unfolds a long message of one's own. */
  readonly showAll: string;
  readonly waiting: string;
  readonly refused: string;
  readonly editAgain: string;
  readonly tooMany: string;
  readonly tooLarge: string;
  readonly notUnderstood: string;
  readonly badIdentity: string;
  readonly notAllowed: string;
  readonly serverTrouble: string;

  readonly startOver: string;
  readonly more: string;
  readonly person: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly save: string;
  readonly newConversation: string;
  readonly newConversationAsk: string;
  readonly newConversationYes: string;
  readonly keep: string;
  readonly close: string;

  readonly why: string;
  readonly caution: string;
  readonly steps: string;
  /** `{done}` of `{all}` steps are ticked. */
  readonly progress: string;
  /** Marks a step that the person must fetch somebody for. */
  readonly fetch: string;
  /** Marks who does a step that the person may do. */
  readonly by: string;
  readonly expect: string;
  readonly otherwise: string;
  readonly didItHelp: string;
  readonly summary: string;
  readonly contacts: string;
}

/** Puts values where a text says `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (found, name: string) => String(values[name] ?? found));
}
