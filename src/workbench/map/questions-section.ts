/** Every question of the base, and where it separates something. */

import type { Question } from '../../core/knowledge/model.ts';
import { bits, duration } from './amounts.ts';
import type { MapFigures } from './figures.ts';
import { familyAnchor, questionAnchor, questionText, roleChip } from './marks.ts';
import { html, type Markup } from './markup.ts';

/** The list of all questions, by id. */
export function allQuestions(figures: MapFigures): Markup {
  const sorted = [...figures.questions].sort((a, b) => (a.id < b.id ? -1 : 1));
  return html`<section id="questions" aria-labelledby="questions-title">
<h2 id="questions-title">All questions</h2>
<p class="lead">With the bits that each takes away in the families where it separates something.</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="questions-title"><table class="list">
<thead><tr><th scope="col">Question</th><th scope="col">About</th><th scope="col">Who can tell</th><th scope="col" class="amount">Takes</th><th scope="col">Separates in</th></tr></thead>
<tbody>${sorted.map((question) => questionLine(figures, question))}</tbody></table></div>
</section>`;
}

function questionLine(figures: MapFigures, question: Question): Markup {
  const asked = question.ask !== null;
  return html`<tr id="${questionAnchor(question.id)}" data-search="${`${question.id} ${questionText(question)}`.toLowerCase()}"><th scope="row">${questionText(question)}<code>${question.id}</code></th><td class="quiet">${question.about.replace('-', ' ')}</td><td>${asked ? roleChip(figures.kb, question.who) : html`<span class="chip">only heard</span>`}</td><td class="amount">${asked ? duration(question.costSeconds) : '-'}</td><td class="chips">${whereItSeparates(figures, question)}</td></tr>`;
}

function whereItSeparates({ families }: MapFigures, question: Question): Markup {
  const where = families
    .flatMap(({ family, questions }) => {
      const row = questions.find((each) => each.question.id === question.id);
      return row === undefined ? [] : [{ family, gainBits: row.gainBits }];
    })
    .sort((a, b) => b.gainBits - a.gainBits);
  if (where.length === 0) return html`<span class="quiet">no problem from another</span>`;
  return html`${where.map(({ family, gainBits }) => html`<a class="chip" href="#${familyAnchor(family)}">${family.label} <b>${bits(gainBits)}</b></a>`)}`;
}
