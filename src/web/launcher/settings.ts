/** What a page says of its chat: the data attributes of the script tag. The chat in the frame reads them, too. */

import type { PageData } from '../frame-messages.ts';

/** How one widget is to look and to begin. */
export interface Settings {
  /** Undefined: the page gives none. */
  readonly id: string | undefined;
  /** The chat's page, beside the script. */
  readonly chat: URL;
  readonly side: 'left' | 'right' | 'inline';
  /** Where in the page the chat stands for good; null: it floats, and a button opens it. */
  readonly target: Element | null;
  /** True: it opens with the page. */
  readonly open: boolean;
  readonly title: string;
  /** A CSS colour, or nothing. */
  readonly color: string;
  /** Shown where the page may not show the chat; leads to the full page. */
  readonly blocked: string;
  /** All data attributes, for the chat. */
  readonly data: PageData;
}

/** Title of a chat that has none. The chat, once it is loaded, has all other words. */
const HELP: Readonly<Record<string, string>> = { de: 'Hilfe', es: 'Ayuda', fr: 'Aide', nl: 'Hulp' };

/** Reads the script tag. The page must be parsed by now, since the chat may have a place in it. */
export function readSettings({ src, dataset }: HTMLScriptElement): Settings {
  const language = dataset.language ?? (document.documentElement.lang || navigator.language);
  const target = document.querySelector(dataset.target ?? 'no');
  const side = dataset.position === 'left' ? 'left' : 'right';
  return {
    id: dataset.id,
    chat: new URL('chat', src),
    side: target ? 'inline' : side,
    target,
    open: (dataset.open ?? 'false') !== 'false',
    title: dataset.title ?? HELP[language.slice(0, 2)] ?? 'Help',
    color: dataset.color ?? '',
    blocked: dataset.textBlocked ?? 'The chat cannot be shown here. Open its own page.',
    data: { ...dataset, language },
  };
}
