/** The one script that a page loads: draws the button, and loads the chat once somebody wants it. */

import { openWidget } from './open-widget.ts';
import { readSettings } from './settings.ts';

/** The script tag that runs now; where a loader hides which one that is, the one that names the file. */
const script = document.currentScript ?? document.querySelector('script[src*="/widget.js"]');

const start = (): void => {
  if (script instanceof HTMLScriptElement) openWidget(readSettings(script));
};

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();
