/** Lines of cells that stand under each other, as text or as Markdown. */

/** The first row is the head; the first column holds names, all others figures. */
export type Rows = readonly (readonly string[])[];

/** Columns two spaces apart: names to the left, figures to the right. */
export function alignedText(rows: Rows, indent = '  '): string {
  const widths = widthsOf(rows);
  const cell = (text: string, at: number): string =>
    at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0);
  return rows.map((row) => `${indent}${row.map(cell).join('  ').trimEnd()}\n`).join('');
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
