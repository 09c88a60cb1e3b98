/** The page: its sections in order, its style and its script in it, nothing outside. */

import type { PlayedWords } from '../../simulate/words/worst.ts';
import { counted } from './amounts.ts';
import { familySection } from './family-section.ts';
import type { MapFigures } from './figures.ts';
import { familyAnchor } from './marks.ts';
import { html, type Markup, trusted } from './markup.ts';
import { masthead, openings, overview } from './overview.ts';
import { hardestPairs } from './pairs-section.ts';
import { people, shared } from './people-section.ts';
import { allQuestions } from './questions-section.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { TABLE_STYLE } from './table-style.ts';
import { worstConversations } from './worst-section.ts';

/** Lets the page load nothing at all, whatever stands in it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole page as text. Well-formed as XML, too. `words`: conversations of which the worst are shown; null: none. */
export function page(figures: MapFigures, words: PlayedWords | null): string {
  const { kb, families } = figures;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${POLICY}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<title>${kb.title}: map of the knowledge base</title>
<style>${trusted(STYLE)}${trusted(TABLE_STYLE)}</style>
</head>
<body>
<a class="skip" href="#families">Skip to the families</a>
<svg width="0" height="0" class="hidden" aria-hidden="true"><defs><pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch" width="3" height="8"/></pattern></defs></svg>
${masthead(figures)}
${toolbar(figures, words !== null)}
<main>
${overview(figures)}
<div class="two">${openings(figures)}${hardestPairs(figures)}</div>
${legend()}
${families.map((family) => familySection(kb, family))}
${people(figures)}
${shared(figures)}
${words === null ? null : worstConversations(figures, words)}
${allQuestions(figures)}
</main>
<footer class="quiet">Drawn by keyturn map from ${counted(figures.problems.length, 'problem')} and ${counted(figures.questions.length, 'question')}.</footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.text;
}

function toolbar({ families }: MapFigures, hasWords: boolean): Markup {
  const places: readonly (readonly [string, string])[] = [
    ['families', 'Overview'],
    ...families.map(({ family }) => [familyAnchor(family), family.label] as const),
    ['people', 'Who may do what'],
    ['shared', 'Shared steps'],
    ...(hasWords ? ([['worst', 'Worst conversations']] as const) : []),
    ['questions', 'All questions'],
  ];
  return html`<div class="toolbar"><div class="find needs-script"><label for="search">Find</label><input id="search" type="search" placeholder="problem, question, answer, id" autocomplete="off"/><output id="found" for="search" aria-live="polite"></output><button type="button" id="fold-all" aria-pressed="false">Fold all answers</button></div>
<nav aria-label="Sections">${places.map(([anchor, label]) => html`<a href="#${anchor}">${label}</a>`)}</nav></div>`;
}

function legend(): Markup {
  const signs: readonly (readonly [string, string, string])[] = [
    ['for2', '++', 'strongly for (2 bits or more)'],
    ['for1', '+', 'for'],
    ['even', '\u00b7', 'neither'],
    ['against1', '\u2212', 'against'],
    ['against2', '\u2212\u2212', 'strongly against'],
  ];
  return html`<aside class="legend" aria-label="How to read the maps of the families">
<strong>How to read on</strong>
<p>A question's line has the bits it is expected to speak for each problem, where it is that problem. Under it, what each answer says: ${signs.map(([kind, sign, says]) => html`<span class="key"><span class="cell ${kind}">${sign}</span> ${says}</span>`)}<span class="key"><span class="cell for1 own">+</span> framed: the problem's own file says so</span></p>
<p class="needs-script">Choose a number to see the questions that decide that problem. Rest on a cell for its likelihood word.</p>
</aside>`;
}
