/** Lines of cells that stand under each other, as text or as Markdown. */

/** The first row is the head; the first column holds names. */
export type Rows = readonly (readonly string[])[];

/** Columns two spaces apart, indented by two: words to the left, figures to the right. `words`: which columns, from 0. */
export function alignedText(rows: Rows, words: readonly number[] = [0]): string {
  const widths = widthsOf(rows);
  const cell = (text: string, at: number): string =>
    words.includes(at) ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0);
  return rows.map((row) => `  ${row.map(cell).join('  ').trimEnd()}\n`).join('');
}

/** A table of GitHub's Markdown. */
export function markdownText(rows: Rows): string {
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return `${line(head)}|${head.map((_, at) => (at === 0 ? '---|' : '--:|')).join('')}\n${body.map(line).join('')}`;
}

function widthsOf(rows: Rows): readonly number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
}
