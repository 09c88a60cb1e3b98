/** The one colour that a page chooses, and what is readable on it and of it. */

import { cssColor, parseColor, type Rgb, readableOn, textOn } from './contrast.ts';

/** The grounds on which the accent is read as text: `--desk` of light and `--sunken` of dark in tokens.css, the worst of each mode. */
const LIGHT: Rgb = [230, 224, 211];
const DARK: Rgb = [42, 38, 32];

/** The tokens that follow from an accent colour. */
export function accentTokens(accent: Rgb): Readonly<Record<string, string>> {
  return {
    '--accent': cssColor(accent),
    '--on-accent': cssColor(textOn(accent)),
    '--accent-ink-light': cssColor(readableOn(LIGHT, accent)),
    '--accent-ink-dark': cssColor(readableOn(DARK, accent)),
  };
}

/** Colours a page by its accent, any CSS colour; one that the browser does not know leaves the page as it is. */
export function applyAccent(page: Document, color: string): void {
  const accent = readColor(page, color.trim());
  if (accent === null) return;
  for (const [name, value] of Object.entries(accentTokens(accent)))
    page.documentElement.style.setProperty(name, value);
}

/** Names and functions are the browser's to read: it is asked what it makes of them. */
function readColor(page: Document, color: string): Rgb | null {
  const known = parseColor(color);
  if (known !== null) return known;
  const probe = page.createElement('i');
  probe.style.color = color;
  if (probe.style.color === '') return null;
  page.body.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  return parseColor(computed);
}
