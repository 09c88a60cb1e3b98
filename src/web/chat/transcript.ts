/** The conversation as plain text, to be copied or saved. */

import type { Reply, ShownStep } from '../../core/conversation.ts';
import type { BotLine, Line } from './connection/snapshot.ts';
import type { Ticks } from './ticks.ts';

/** The words around what was said. */
export interface TranscriptWords {
  readonly title: string;
  readonly you: string;
  readonly bot: string;
  readonly caution: string;
  readonly expect: string;
  readonly otherwise: string;
  readonly summary: string;
  readonly contacts: string;
}

/** The conversation, a paragraph a line, each with its time. `when` writes milliseconds since 1970 as people read them. */
export function transcript(
  lines: readonly Line[],
  words: TranscriptWords,
  ticks: Ticks,
  when: (at: number) => string,
): string {
  const said = lines.map((line) => {
    const who = line.from === 'person' ? words.you : words.bot;
    const what = line.from === 'person' ? line.text : botText(line, words, ticks[line.id] ?? []);
    return `[${when(line.at)}] ${who}: ${what}`;
  });
  return `${[words.title, ...said].join('\n\n')}\n`;
}

function botText({ reply, roles }: BotLine, words: TranscriptWords, ticked: readonly string[]): string {
  return [reply.text, ...detail(reply, roles, words, ticked)].filter((part) => part !== '').join('\n');
}

function detail(
  reply: Reply,
  roles: BotLine['roles'],
  words: TranscriptWords,
  ticked: readonly string[],
): readonly string[] {
  switch (reply.kind) {
    case 'question':
    case 'confirm':
      return reply.choices.map(({ label }) => `  - ${label}`);
    case 'remedy': {
      const step = (shown: ShownStep): string =>
        stepText(shown, roles[shown.by] ?? shown.by, ticked.includes(shown.id), words);
      return [reply.why, ...reply.steps.map(step)];
    }
    case 'handover':
      return [
        reply.why,
        ...section(words.summary, reply.summary),
        ...section(words.contacts, reply.contacts),
      ];
    case 'refusal':
    case 'answer':
    case 'smalltalk':
    case 'out-of-scope':
    case 'restart':
    case 'closing':
    case 'silent':
      return [];
  }
}

/** Lines under their heading; nothing where there are none. */
const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];

/** A step as on the screen: what to do, the caution, how. */
function stepText(step: ShownStep, role: string, ticked: boolean, words: TranscriptWords): string {
  const row = (text: string): string => `  [${ticked ? 'x' : ' '}] ${text} (${role})`;
  const caution = step.caution === null ? [] : [`  ! ${words.caution}: ${step.caution}`];
  return [
    ...(step.title === undefined
      ? [...caution, row(step.do)]
      : [row(step.title), ...caution, `      ${step.do}`]),
    ...(step.see === null ? [] : [`      ${words.expect} ${step.see}`]),
    ...(step.cannot === null ? [] : [`      ${words.otherwise}: ${step.cannot}`]),
  ].join('\n');
}
