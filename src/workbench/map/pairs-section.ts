/** Problems that are easily taken for each other. */

import { counted } from './amounts.ts';
import type { MapFigures } from './figures.ts';
import type { LikePair } from './likeness.ts';
import { type Column, type Line, listTable, plainLine } from './list-table.ts';
import { problemAnchor, questionLink, shareBar } from './marks.ts';
import { html, type Markup } from './markup.ts';

/** How many pairs are listed for the whole base. */
const PAIRS = 12;

/** How many pairs are listed for a family. */
const PAIRS_OF_FAMILY = 5;

/** Bits below which the best question hardly tells two problems apart, 0..1: half of a coin's toss. */
const HARD = 0.5;

const COLUMNS: readonly Column[] = [
  { name: 'Problem', kind: 'heading' },
  { name: 'or', kind: 'text' },
  { name: 'Best question', kind: 'text' },
  { name: 'Settles', kind: 'text' },
  { name: 'Remedy', kind: 'quiet' },
];

/** The same, of any families; the family is the last cell of a line. */
const COLUMNS_WITH_FAMILY: readonly Column[] = [...COLUMNS, { name: 'Family', kind: 'quiet' }];

/** The hardest pairs of the whole base. */
export function hardestPairs({ pairs }: MapFigures): Markup {
  const hard = pairs.filter(({ bits }) => bits < HARD).length;
  return html`<section id="pairs" aria-labelledby="pairs-title">
<h2 id="pairs-title">Hardest to tell apart</h2>
<p class="lead">Of ${counted(pairs.length, 'pair')} of problems in one family, ${hard} have no single question that settles half of the doubt between the two. Where the best one settles little, write a sign in which they differ.</p>
${pairs.length === 0 ? html`<p class="quiet">No family has two problems.</p>` : listTable('pairs-title', COLUMNS_WITH_FAMILY, pairs.slice(0, PAIRS).map(lineOf))}
</section>`;
}

/** The hardest pairs of one family. */
export function pairsOfFamily(pairs: readonly LikePair[], labelId: string): Markup {
  return listTable(labelId, COLUMNS, pairs.slice(0, PAIRS_OF_FAMILY).map(lineOf));
}

function lineOf({ family, one, other, question, bits, sharedSteps }: LikePair): Line {
  const name = ({ problem }: typeof one) =>
    html`<a href="#${problemAnchor(family, problem.id)}">${problem.title}</a>`;
  return plainLine([
    name(one),
    name(other),
    question === null ? html`<strong class="warn">none</strong>` : questionLink(question),
    shareBar(bits, 1, bits < HARD ? 'warn' : 'accent'),
    sharedSteps === 0 ? 'differs' : `shares ${counted(sharedSteps, 'step')}`,
    family.label,
  ]);
}
