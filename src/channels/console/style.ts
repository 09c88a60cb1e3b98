/** Colours, where a person looks at a terminal that has them. */

/** Marks a text. On anything but a terminal every mark is the text itself. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly caution: (text: string) => string;
}

const plain = (text: string): string => text;

/** No colours: pipes, files, tests. */
export const PLAIN: Style = { strong: plain, faint: plain, caution: plain };

const marked =
  (on: number, off: number) =>
  (text: string): string =>
    text
      .split('\n')
      .map((line) => (line === '' ? '' : `\u001b[${on}m${line}\u001b[${off}m`))
      .join('\n');

const COLOURED: Style = { strong: marked(1, 22), faint: marked(2, 22), caution: marked(33, 39) };

/** Colours only on a terminal, and never where `NO_COLOR` is set (no-color.org) or the terminal is dumb. */
export function styleFor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): Style {
  const unwanted = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb';
  return isTerminal && !unwanted ? COLOURED : PLAIN;
}
