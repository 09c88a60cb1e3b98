/** What the launcher draws: a button, and a panel for the frame, in a shadow root that no style of the page reaches. */

import css from './launcher.css';
import type { Settings } from './settings.ts';

/**
 * The elements of one widget. `host` stands in the page, everything else in its shadow root; `frame` goes into the panel
 * when it is to load.
 */
export type View = readonly [
  host: HTMLElement,
  whole: HTMLElement,
  button: HTMLButtonElement,
  unread: HTMLElement,
  panel: HTMLElement,
  frame: HTMLIFrameElement,
];

/** The name of the element that holds a widget. */
const TAG = 'keyturn-widget';

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** A strict CSP takes a constructed style sheet; a browser without these takes a style element, as far as it may. */
function addStyle(root: ShadowRoot, whole: HTMLElement): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(make('style', '', css));
    whole.style.cssText = 'position:fixed;bottom:0';
  }
}

/**
 * Text on a colour that the page has chosen is black or white, whichever reads better: the colour's luminance as WCAG
 * defines it, with 2.2 as its exponent, above or below the 0.18 at which both read the same.
 */
function textOn(ground: string): string {
  const [red = 0, green = 0, blue = 0] = (ground.match(/[\d.]+/g) ?? []).map((part) => (+part / 255) ** 2.2);
  return 0.21 * red + 0.72 * green + 0.07 * blue > 0.18 ? '#000' : '#fff';
}

/** Draws a widget into the page, closed. */
export function draw({ side, target, title, color, chat, blocked }: Settings): View {
  const host = document.createElement(TAG);
  host.className = side;
  const notice = make('a', 'notice', blocked);
  notice.href = chat.href;
  notice.target = '_blank';
  const frame = make('iframe', 'frame');
  frame.title = title;
  frame.allow = 'clipboard-write';
  const panel = make('div', 'panel', notice);
  const unread = make('span', 'unread');
  const button = make('button', 'button', `${title} `, unread);
  const whole = make('section', '', panel);
  whole.setAttribute('aria-label', title);
  // Buttons at one side stand above each other.
  whole.style.setProperty('--row', `${document.querySelectorAll(`${TAG}.${side}`).length}`);
  const root = host.attachShadow({ mode: 'open' });
  addStyle(root, whole);
  root.append(whole);
  // Beside the body: no layout of it counts the host, and a site that puts in another body keeps its chat.
  (target ?? document.documentElement).append(host);
  if (!target) {
    whole.append(button);
    button.style.background = color;
    button.style.color = textOn(getComputedStyle(button).backgroundColor);
  }
  return [host, whole, button, unread, panel, frame];
}
