/**
 * Runs in each page and frame before its own scripts: tells when somebody clicks, when they send, and when a line of
 * the bot has been painted. `benchLines` is the selector of the bot's lines, `benchTell` takes what is told.
 */

const { benchLines, benchTell } = globalThis;
let lines = 0;

/** Milliseconds since 1970, for the clocks of frames begin at other times. */
const tell = (kind, ms, count) => benchTell({ kind, at: performance.timeOrigin + ms, lines: count });

addEventListener('click', ({ timeStamp }) => tell('click', timeStamp, lines), true);
addEventListener(
  'keydown',
  ({ key, timeStamp }) => {
    if (key === 'Enter') tell('enter', timeStamp, lines);
  },
  true,
);

const isShown = (line) => line.getClientRects().length > 0 && line.textContent.trim() !== '';

function look() {
  const shown = [...document.querySelectorAll(benchLines)].filter(isShown).length;
  if (shown === lines) return;
  lines = shown;
  // A frame callback runs before painting, and a message posted there after it.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => tell('lines', performance.now(), shown);
    port2.postMessage(null);
  });
}

new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
