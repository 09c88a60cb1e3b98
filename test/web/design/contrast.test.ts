import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentTokens } from '../../../src/web/design/accent.ts';
import { contrast, parseColor, type Rgb, readableOn, textOn } from '../../../src/web/design/contrast.ts';

const AA_TEXT = 4.5;
const AA_EDGE = 3;

const css = readFileSync(new URL('../../../src/web/design/tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media (prefers-color-scheme: dark)');

/** The colours that a piece of the style sheet sets. */
const colorsIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+):\s*(#[\da-f]{6})/g)].map((found) => [found[1]!, found[2]!]),
  );

const light = colorsIn(lightCss);
const modes = { light, dark: { ...light, ...colorsIn(darkCss) } };

const rgb = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));

const color = (text: string | undefined): Rgb => parseColor(text ?? '')!;

describe.each(Object.entries(modes))('the tokens of %s', (mode, tokens) => {
  const accentInk = `accent-ink-${mode}`;

  it.each([
    ...['desk', 'paper', 'surface', 'face', 'sunken'].flatMap((ground) => [
      ['ink', ground],
      ['ink-soft', ground],
      [accentInk, ground],
    ]),
    ...['caution', 'fetch', 'good', 'bad'].map((ground) => [`${ground}-ink`, ground]),
    ['good-ink', 'surface'],
    ['bad-ink', 'paper'],
    ['bad-ink', 'surface'],
    ['surface', 'fetch-edge'],
    ['on-accent', 'accent'],
  ])('let %s be read on %s', (text, ground) => {
    expect(contrast(color(tokens[text]), color(tokens[ground]))).toBeGreaterThanOrEqual(AA_TEXT);
  });

  it.each([
    ['edge', 'surface'],
    ['edge', 'paper'],
    ['caution-edge', 'caution'],
    ['caution-edge', 'surface'],
    ['fetch-edge', 'surface'],
    ['good-edge', 'surface'],
    ['bad-edge', 'paper'],
  ])('let %s be seen on %s', (edge, ground) => {
    expect(contrast(color(tokens[edge]), color(tokens[ground]))).toBeGreaterThanOrEqual(AA_EDGE);
  });
});

describe('any accent that a page chooses', () => {
  it('has text on it that can be read', () => {
    fc.assert(fc.property(rgb, (accent) => contrast(textOn(accent), accent) >= AA_TEXT));
  });

  it('can be read as text on every ground of its mode', () => {
    fc.assert(
      fc.property(rgb, (accent) => {
        const tokens = accentTokens(accent);
        for (const [mode, grounds] of Object.entries(modes)) {
          const ink = color(tokens[`--accent-ink-${mode}`]);
          for (const ground of ['desk', 'paper', 'surface', 'face', 'sunken'])
            expect(contrast(ink, color(grounds[ground]))).toBeGreaterThanOrEqual(AA_TEXT);
        }
      }),
    );
  });

  it('stays as it is where it can be read already', () => {
    const white: Rgb = [255, 255, 255];
    expect(readableOn(white, [12, 90, 82])).toEqual([12, 90, 82]);
    expect(readableOn(white, [255, 215, 0])).not.toEqual([255, 215, 0]);
  });
});

it('reads colours as browsers write them, and nothing else', () => {
  expect(parseColor('#0c5A52')).toEqual([12, 90, 82]);
  expect(parseColor('#fa0')).toEqual([255, 170, 0]);
  expect(parseColor('rgb(1, 2, 3)')).toEqual([1, 2, 3]);
  expect(parseColor('rgba(1, 2, 3, 0.5)')).toBeNull();
  expect(parseColor('url(x)')).toBeNull();
});
