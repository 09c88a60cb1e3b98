/** Who may do what, and which steps serve more than one problem. */

import type { KnowledgeBase, Role } from '../../core/knowledge/model.ts';
import { duration } from './amounts.ts';
import type { MapFigures } from './figures.ts';
import { roleChip } from './marks.ts';
import { html, type Markup } from './markup.ts';

/** How many problems of a shared step are named before the rest is counted. */
const NAMED = 6;

/** The roles: how long to fetch them, as whom they may act, and what needs them. */
export function people(figures: MapFigures): Markup {
  const { kb } = figures;
  return html`<section id="people" aria-labelledby="people-title">
<h2 id="people-title">Who may do what</h2>
<p class="lead">From the least to the most rights. A remedy that needs somebody else costs fetching them, too.</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="people-title"><table class="list">
<thead><tr><th scope="col">Role</th><th scope="col" class="amount">To fetch</th><th scope="col">Acts as</th><th scope="col" class="amount">Steps</th><th scope="col" class="amount">With risk</th><th scope="col" class="amount">Problems that need them</th><th scope="col" class="amount">Questions for them</th></tr></thead>
<tbody>${kb.roles.map((role) => roleRow(figures, role))}</tbody></table></div>
</section>`;
}

function roleRow({ kb, problems, questions }: MapFigures, role: Role): Markup {
  const used = new Set(problems.flatMap(({ remedy }) => remedy.steps));
  const steps = kb.steps.filter(({ id, by }) => by === role.id && used.has(id));
  const own = new Set(steps.map(({ id }) => id));
  const needing = problems.filter(({ remedy }) => remedy.steps.some((id) => own.has(id))).length;
  const asked = questions.filter(({ ask, who }) => ask !== null && who === role.id).length;
  const others = role.actsAs.filter((id) => id !== role.id);
  return html`<tr><th scope="row">${role.label}</th><td class="amount">${role.fetchSeconds === 0 ? 'is there' : duration(role.fetchSeconds)}</td><td class="chips">${others.length === 0 ? '-' : others.map((id) => roleChip(kb, id))}</td>${[steps.length, steps.filter(({ risk }) => risk !== 'none').length, needing, asked].map((count) => html`<td class="amount${count === 0 ? ' quiet' : ''}">${count}</td>`)}</tr>`;
}

/** Steps of more than one remedy: a change of one of them changes all those problems. */
export function shared(figures: MapFigures): Markup {
  return html`<section id="shared" aria-labelledby="shared-title">
<h2 id="shared-title">Steps that problems share</h2>
<p class="lead">A change of one of these changes the remedy of every problem beside it.</p>
${
  figures.shared.length === 0
    ? html`<p class="quiet">No step stands in two remedies.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="shared-title"><table class="list">
<thead><tr><th scope="col">Step</th><th scope="col">By</th><th scope="col" class="amount">Remedies</th><th scope="col" class="amount">Cures</th><th scope="col">Problems</th></tr></thead>
<tbody>${figures.shared.map((each) => sharedRow(figures.kb, each))}</tbody></table></div>`
}
</section>`;
}

function sharedRow(kb: KnowledgeBase, { step, problems, cures }: MapFigures['shared'][number]): Markup {
  const titles = problems
    .slice(0, NAMED)
    .map(({ title }) => title)
    .join('; ');
  const more = problems.length > NAMED ? ` and ${problems.length - NAMED} more` : '';
  return html`<tr data-search="${`${step.id} ${step.title} ${titles}`.toLowerCase()}"><th scope="row">${step.title}<code>${step.id}</code></th><td>${roleChip(kb, step.by)}</td><td class="amount">${problems.length}</td><td class="amount">${cures}</td><td class="quiet">${titles}${more}</td></tr>`;
}
