/** Problems that are easily taken for each other. */

import { counted } from './amounts.ts';
import type { MapFigures } from './figures.ts';
import type { LikePair } from './likeness.ts';
import { bitsBar, problemAnchor, questionLink } from './marks.ts';
import { html, type Markup } from './markup.ts';

/** How many pairs are listed for the whole base. */
const PAIRS = 12;

/** Bits below which the best question hardly tells two problems apart, 0..1: half of a coin's toss. */
const HARD = 0.5;

/** The hardest pairs of the whole base. */
export function hardestPairs({ pairs }: MapFigures): Markup {
  const hard = pairs.filter(({ bits }) => bits < HARD).length;
  return html`<section id="pairs" aria-labelledby="pairs-title">
<h2 id="pairs-title">Hardest to tell apart</h2>
<p class="lead">Of ${counted(pairs.length, 'pair')} of problems in one family, ${hard} have no single question that settles half of the doubt between them. 1.0 bit settles it; near 0, write a sign that differs.</p>
${pairs.length === 0 ? html`<p class="quiet">No family has two problems.</p>` : pairsTable(pairs.slice(0, PAIRS), 'pairs-title', true)}
</section>`;
}

/** A table of pairs. `withFamily`: says which family each is of. */
export function pairsTable(pairs: readonly LikePair[], labelId: string, withFamily: boolean): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${labelId}"><table class="list">
<thead><tr><th scope="col">Problem</th><th scope="col">or</th>${withFamily ? html`<th scope="col">Family</th>` : null}<th scope="col">Best question</th><th scope="col">Bits</th><th scope="col">Remedy</th></tr></thead>
<tbody>${pairs.map((pair) => pairRow(pair, withFamily))}</tbody></table></div>`;
}

function pairRow({ family, one, other, question, bits, sharedSteps }: LikePair, withFamily: boolean): Markup {
  const name = ({ problem }: typeof one) =>
    html`<a href="#${problemAnchor(family, problem.id)}">${problem.title}</a>`;
  return html`<tr><td>${name(one)}</td><td>${name(other)}</td>${withFamily ? html`<td class="quiet">${family.label}</td>` : null}<td>${question === null ? html`<strong>none</strong>` : questionLink(question)}</td><td>${bitsBar(bits, 1, bits < HARD ? 'warn' : 'accent')}</td><td class="quiet">${sharedSteps === 0 ? 'differs' : `shares ${counted(sharedSteps, 'step')}`}</td></tr>`;
}
