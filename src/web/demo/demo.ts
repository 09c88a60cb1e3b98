/** What moves on the demo page: sentences to try, the bot's own address in the examples, and buttons that copy them. */

import type { Keyturn } from '../launcher/keyturn.ts';

/** How long a button says that it has copied, in milliseconds. Range 1,000 to 5,000: less is missed, more looks stuck. */
const COPIED_MS = 2000;

function each<Found extends Element>(selector: string, act: (found: Found) => void): void {
  document.querySelectorAll<Found>(selector).forEach(act);
}

/** Says something in the chat, which opens for it; at once, or as soon as the chat's script has loaded. */
function say(text: string): void {
  const waiting: ((keyturn: Keyturn) => void)[] = [];
  const keyturn = window.keyturn ?? waiting;
  window.keyturn = keyturn;
  keyturn.push((chat) => chat.send(text));
}

function select(element: Element): void {
  getSelection()?.selectAllChildren(element);
}

/** False: the browser lets a page without a safe connection copy nothing; the text is selected then. */
async function copy(element: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent ?? '');
    return true;
  } catch {
    select(element);
    return false;
  }
}

async function copyFor(button: HTMLButtonElement): Promise<void> {
  const code = document.getElementById(button.dataset.of ?? '');
  const told = document.getElementById('told');
  if (code === null || told === null) return;
  const words = (await copy(code)) ? 'Copied' : 'Selected';
  button.textContent = words;
  told.textContent = words;
  setTimeout(() => {
    button.textContent = 'Copy';
    told.textContent = '';
  }, COPIED_MS);
}

each<HTMLElement>('[data-bot]', (place) => {
  place.textContent = location.origin;
});
each<HTMLButtonElement>('.try', (button) => {
  button.onclick = () => say(button.querySelector('.said')?.textContent ?? '');
});
each<HTMLButtonElement>('.copy', (button) => {
  button.onclick = () => void copyFor(button);
});
