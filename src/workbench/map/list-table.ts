/** The plain tables of the page. On a narrow screen each line becomes a card, its cells named by their columns. */

import { type Content, html, type Markup } from './markup.ts';

/** A column. `heading`: names its line; `amount`: numbers, aligned at their end; `chips`: small pieces that wrap. */
export interface Column {
  readonly name: string;
  readonly kind: 'heading' | 'text' | 'quiet' | 'amount' | 'chips';
}

/** A line, with a cell for each column. */
export interface Line {
  /** Its anchor; null: nothing links to it. */
  readonly anchor: string | null;
  /** Words by which the search finds it; null: the search passes it over. */
  readonly search: string | null;
  /** Number of the problem of the family that it is about; null: of none. */
  readonly problem: number | null;
  readonly cells: readonly Content[];
}

/** A line that nothing links to and nobody searches. */
export function plainLine(cells: readonly Content[]): Line {
  return { anchor: null, search: null, problem: null, cells };
}

/** A table whose name stands in the element `labelId`. `look`: a class for one that looks different. */
export function listTable(
  labelId: string,
  columns: readonly Column[],
  lines: readonly Line[],
  look = '',
): Markup {
  const heads = columns.map(({ name, kind }) => html`<th scope="col" class="${kind}">${name}</th>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${labelId}"><table class="list ${look}">
<thead><tr>${heads}</tr></thead>
<tbody>${lines.map((line) => lineOf(columns, line))}</tbody></table></div>`;
}

function lineOf(columns: readonly Column[], { anchor, search, problem, cells }: Line): Markup {
  const id = anchor === null ? null : html` id="${anchor}"`;
  const words = search === null ? null : html` data-search="${search.toLowerCase()}"`;
  const number = problem === null ? null : html` data-line="${problem}"`;
  return html`<tr${id}${words}${number}>${columns.map((column, c) => cellOf(column, cells[c] ?? null))}</tr>
`;
}

function cellOf({ name, kind }: Column, content: Content): Markup {
  if (kind === 'heading') return html`<th scope="row">${content}</th>`;
  return html`<td class="${kind}" data-label="${name}">${content}</td>`;
}
