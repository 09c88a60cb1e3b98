/** Contrast of two colours as WCAG 2.2 defines it, and colours made readable by it. */

/** Red, green and blue, each 0..255. */
export type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];

/**
 * Least contrast of text on its ground. WCAG AA asks for 4.5; a little more keeps the promise after rounding to 8 bits.
 * Range 3..7: less is unreadable for many, more turns every colour into black or white.
 */
export const READABLE = 4.6;

/** How many steps lead from a colour to black or white where it is made readable. Range 5..100: fewer change it more. */
const STEPS = 40;

/** Perceived brightness of a colour, 0 (black) .. 1 (white). */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(value: number): number {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

/** Contrast of two colours, 1 (the same) .. 21 (black on white). */
export function contrast(one: Rgb, other: Rgb): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** Black or white, whichever reads better on this ground; one of the two always has a contrast above 4.58. */
export function textOn(ground: Rgb): Rgb {
  return contrast(ground, WHITE) >= contrast(ground, BLACK) ? WHITE : BLACK;
}

/** The colour itself where it can be read on the ground, else the nearest one on its way to black or white that can. */
export function readableOn(ground: Rgb, color: Rgb, least = READABLE): Rgb {
  const end = textOn(ground);
  for (let step = 0; step <= STEPS; step++) {
    const mixed = mix(color, end, step / STEPS);
    if (contrast(mixed, ground) >= least) return mixed;
  }
  return end;
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * share);
  return [part(0), part(1), part(2)];
}

/** `#rgb`, `#rrggbb`, `rgb(1, 2, 3)` or `rgba(1, 2, 3, 1)`, as browsers write colours; null for anything else. */
export function parseColor(text: string): Rgb | null {
  const hex = /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(text) ? text.slice(1) : null;
  if (hex !== null) {
    const digits = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    const value = Number.parseInt(digits, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
  }
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)(?:,\s*1)?\)$/.exec(text);
  return parts === null ? null : [Number(parts[1]), Number(parts[2]), Number(parts[3])];
}

/** A colour as CSS reads it. */
export function cssColor([red, green, blue]: Rgb): string {
  return `rgb(${red}, ${green}, ${blue})`;
}
