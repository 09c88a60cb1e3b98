/** Tables of figures as Markdown, and the file in which each part can be written anew while the others stay. */

/** A number as a table shows it; what is not known is a dash. */
export type Shown = (value: number) => string;

export const percent: Shown = (value) => (value * 100).toFixed(1);
export const decimals =
  (count: number): Shown =>
  (value) =>
    value.toFixed(count);

/** One line: its name and its numbers, one for each column. */
export interface Row {
  readonly name: string;
  readonly values: readonly (number | null | undefined)[];
  readonly shown: Shown;
  /** Which number is printed bold; nothing where none is better than another. */
  readonly best?: 'highest' | 'lowest';
}

/** A Markdown table; the first column names the lines. */
export function table(heads: readonly string[], rows: readonly Row[]): string {
  const lines = [heads, heads.map((_, column) => (column === 0 ? '---' : '--:')), ...rows.map(cells)];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function cells({ name, values, shown, best }: Row): string[] {
  const known = values.filter((value) => typeof value === 'number').map(shown);
  const numbers = known.map(Number);
  const top = shownBest(numbers, best);
  return [
    name,
    ...values.map((value) => {
      if (typeof value !== 'number') return '–';
      return Number(shown(value)) === top ? `**${shown(value)}**` : shown(value);
    }),
  ];
}

function shownBest(numbers: readonly number[], best: Row['best']): number | null {
  if (best === undefined || numbers.length < 2) return null;
  return best === 'highest' ? Math.max(...numbers) : Math.min(...numbers);
}

/** One part of the results. */
export interface Part {
  readonly title: string;
  readonly markdown: string;
}

/**
 * The whole file with the `fresh` parts in it; parts of `titles` that are not among them stay as they are in
 * `written`, and all stand in the order of `titles`.
 */
export function withParts(
  heading: string,
  titles: readonly string[],
  written: string,
  fresh: readonly Part[],
): string {
  const kept = new Map(
    written
      .split(/^## /m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n')).trim()]),
  );
  for (const { title, markdown } of fresh) kept.set(title, markdown.trim());
  const parts = titles.flatMap((title) => (kept.has(title) ? [`## ${title}\n\n${kept.get(title)}\n`] : []));
  return [`${heading.trim()}\n`, ...parts].join('\n');
}
