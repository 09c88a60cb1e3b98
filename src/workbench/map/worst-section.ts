/** The worst conversations in words: what was said, at which turn each went wrong, and by what. */

import type { Exchange } from '../../simulate/words/talk.ts';
import type { WentWrong } from '../../simulate/words/went-wrong.ts';
import type { PlayedWords, WrongTalk } from '../../simulate/words/worst.ts';
import { counted } from './amounts.ts';
import type { MapFigures } from './figures.ts';
import { problemAnchor } from './marks.ts';
import { html, type Markup } from './markup.ts';

/** How many are shown. */
const WORST_SHOWN = 20;

/** The section, of the families that are drawn. */
export function worstConversations({ families }: MapFigures, { talks, wrong }: PlayedWords): Markup {
  const isDrawn = ({ sufferer }: WrongTalk['talk']): boolean =>
    families.some(({ family }) => family.id === sufferer.family.id);
  const played = talks.filter(isDrawn).length;
  const failed = wrong.filter(({ talk }) => isDrawn(talk));
  return html`<section id="worst" aria-labelledby="worst-title">
<h2 id="worst-title">Worst conversations</h2>
<p class="lead">People who type, in examples that the reader was not taught. ${counted(played, 'conversation')} played, ${failed.length} went wrong; the worst first.</p>
${failed.slice(0, WORST_SHOWN).map(talkArticle)}
</section>`;
}

function talkArticle({ talk, wrong }: WrongTalk, at: number): Markup {
  const { sufferer, end, exchanges } = talk;
  const { family, problem } = sufferer;
  const anchor = `worst-${at + 1}`;
  const words = exchanges.map(({ response }) => response.said).join(' ');
  const search = `${problem.id} ${problem.title} ${wrong.by} ${wrong.because} ${words}`.toLowerCase();
  return html`<article class="talk" aria-labelledby="${anchor}" data-search="${search}">
<h3 id="${anchor}">${at + 1}. <a href="#${problemAnchor(family, problem.id)}">${problem.title}</a></h3>
<p><span class="chip">${end}</span> <span class="quiet">${family.label}</span></p>
<p><strong class="warn">Turn ${wrong.turn}, ${wrong.by}</strong>: ${wrong.because}</p>
<details><summary>${counted(exchanges.length, 'turn')}</summary><ol class="turns">${exchanges.map((exchange, index) => turnItem(exchange, index + 1 === wrong.turn ? wrong : null))}</ol></details>
</article>
`;
}

/** `wrong`: null where the turn is not the one that went wrong. */
function turnItem({ response }: Exchange, wrong: WentWrong | null): Markup {
  const replies = response.replies.map(({ text }) => text).join('\n');
  const mark =
    wrong === null
      ? null
      : html`<p><strong class="warn">Went wrong here, ${wrong.by}</strong>: ${wrong.because}</p>`;
  return html`<li${wrong === null ? null : html` class="wrong"`}><p><span class="who">Person</span> ${response.said}</p><p><span class="who">Bot</span> ${replies}</p>${mark}</li>`;
}
