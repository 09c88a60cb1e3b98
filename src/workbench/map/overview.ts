/** The top of the page: what there is, all families at a glance, and what is worth asking first. */

import { bits, counted, duration, percent } from './amounts.ts';
import type { DrawnFamily, MapFigures } from './figures.ts';
import { type Column, listTable, plainLine } from './list-table.ts';
import { bitsBar, familyAnchor, questionLink, roleChip } from './marks.ts';
import { html, type Markup } from './markup.ts';

/** How many questions are listed as openings. */
const OPENINGS = 8;

/** Width of a family's band at the largest prior, in units of its drawing. */
const BAND = 1000;

/** Gap between two problems of a band, in the same units. */
const GAP = 3;

const OPENING_COLUMNS: readonly Column[] = [
  { name: 'Question', kind: 'heading' },
  { name: 'Bits', kind: 'text' },
  { name: 'Takes', kind: 'amount' },
  { name: 'Who can tell', kind: 'text' },
];

/** The heading with what there is, in numbers. */
export function masthead({ kb, hash, families, problems, questions }: MapFigures): Markup {
  const asked = questions.filter(({ ask }) => ask !== null).length;
  const tiles: readonly (readonly [number, string])[] = [
    [families.length, families.length === 1 ? 'family' : 'families'],
    [problems.length, 'problems'],
    [asked, 'questions asked'],
    [questions.length - asked, 'only heard'],
    [new Set(problems.flatMap(({ remedy }) => remedy.steps)).size, 'steps'],
    [kb.roles.length, 'roles'],
  ];
  return html`<header class="masthead">
<p class="eyebrow">Map of the knowledge base</p>
<h1>${kb.title}</h1>
<dl class="tiles">${tiles.map(([count, name]) => html`<div><dt>${name}</dt><dd>${count}</dd></div>`)}</dl>
<p class="quiet">Knowledge ${hash.slice(0, 12)}. Every number is read off the tables that conversations are decided by.</p>
</header>`;
}

/** All families: how often each is met, cut by its problems. */
export function overview(figures: MapFigures): Markup {
  const most = Math.max(...figures.families.map(({ prior }) => prior));
  return html`<section id="families" aria-labelledby="families-title">
<h2 id="families-title">Families</h2>
<p class="lead">A band is as long as the family is common; its pieces are the problems, most frequent first. Hatched: something else.</p>
<ul class="bands">${figures.families.map((family) => band(family, most))}</ul>
</section>`;
}

function band(family: DrawnFamily, most: number): Markup {
  const width = most > 0 ? (family.prior / most) * BAND : 0;
  let x = 0;
  const pieces = family.problems.map(({ problem, share }, i) => {
    const piece = html`<rect class="piece${i % 2 === 1 ? ' odd' : ''}" x="${x.toFixed(1)}" y="0" width="${Math.max(1, share * width - GAP).toFixed(1)}" height="24"><title>${problem.title} (${percent(share)})</title></rect>`;
    x += share * width;
    return piece;
  });
  const rest = html`<rect class="piece rest" x="${x.toFixed(1)}" y="0" width="${Math.max(1, family.somethingElse * width - GAP).toFixed(1)}" height="24"><title>Something else (${percent(family.somethingElse)})</title></rect>`;
  const says = `${percent(family.prior)} of cases, ${counted(family.problems.length, 'problem')}`;
  return html`<li><a href="#${familyAnchor(family.family)}">
<span class="band-name">${family.family.label}</span>
<svg class="band" viewBox="0 0 ${BAND} 24" preserveAspectRatio="none" role="img" aria-label="${says}">${pieces}${rest}</svg>
<span class="band-says">${percent(family.prior)} <span class="quiet">· ${counted(family.problems.length, 'problem')} · ${counted(family.questions.length, 'question')} · ${bits(family.openBits)} bits open</span></span>
</a></li>`;
}

/** The questions that take away most where nothing is known. */
export function openings({ kb, opening, openBits }: MapFigures): Markup {
  const first = opening.slice(0, OPENINGS);
  const most = Math.max(...first.map(({ gainBits }) => gainBits));
  const lines = first.map(({ question, gainBits }) =>
    plainLine([
      questionLink(question),
      bitsBar(gainBits, most),
      duration(question.costSeconds),
      roleChip(kb, question.who),
    ]),
  );
  return html`<section id="openings" aria-labelledby="openings-title">
<h2 id="openings-title">Worth asking first</h2>
<p class="lead">With nothing known, ${bits(openBits)} bits are open. Each answer is expected to take away:</p>
${listTable('openings-title', OPENING_COLUMNS, lines)}
</section>`;
}
