/** What is asked of the problem itself. */

import type { Id } from '../core/knowledge/model.ts';
import { type Asking, type Interview, onTo } from './asking.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './draft.ts';
import { DEFAULTS } from './draft-files.ts';
import { picked } from './picked.ts';

/** How many ways to say it are enough to begin with (3..25); the README of the base asks for more later. */
const SAYINGS_TO_BEGIN_WITH = 5;

export function askTitle(at: Interview): Asking {
  return {
    ask: 'What is wrong, in one line? Name the cause, not the message.',
    hint: 'Like "The cable of the reader is loose". Enter: the first thing that people say.',
    choices: [],
    take: (typed) => onTo(at, 'families', typed === '' ? {} : { title: typed }),
  };
}

export function askFamilies({ kb }: Desk, at: Interview): Asking {
  const byPrior = [...kb.families].sort((a, b) => b.prior - a.prior);
  const ids = byPrior.map(({ id }) => id);
  return {
    ask: 'On which kind of device?',
    hint: `One or more numbers. Enter: ${at.draft.families === undefined ? '1' : 'what was understood in the conversation'}.`,
    choices: byPrior.map(({ label }) => label),
    take: (typed) => {
      if (typed === '' && at.draft.families !== undefined) return onTo(at, 'said');
      const chosen = picked(typed === '' ? '1' : typed, ids, ids);
      if (chosen.kind === 'unknown') return { kind: 'again', why: chosen.why };
      return onTo(at, 'said', {
        families: Object.fromEntries(chosen.names.map((id) => [id, DEFAULTS.frequency])),
      });
    },
  };
}

export function askSaid(at: Interview): Asking {
  const said = at.draft.said_as ?? [];
  const first = at.draft.title === undefined ? 'what is wrong' : `"${at.draft.title}"`;
  return {
    ask: said.length === 0 ? 'What do people say when they have this?' : 'How else do they say it?',
    hint:
      said.length === 0
        ? `Their own words, one way a line; ${SAYINGS_TO_BEGIN_WITH} are a good beginning. Enter: ${first}.`
        : 'One more way, with another thought in it. Enter: that is all.',
    choices: [],
    take: (typed) => {
      const more = typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
      if (more.length === 0) return onTo(at, 'seen');
      return onTo(at, 'said', { said_as: [...new Set([...said, ...more])] });
    },
  };
}

export function askFixed(at: Interview): Asking {
  return {
    ask: 'How does one check that it worked?',
    hint: `Enter: "${lastSeen(at.draft) ?? DEFAULTS.fixedWhen}"`,
    choices: [],
    take: (typed) => onTo(at, 'sources', typed === '' ? {} : { fixed_when: typed }),
  };
}

export function askSources({ kb }: Desk, at: Interview): Asking {
  const known = kb.sources.map(({ id }): Id => id);
  const own = kb.sources.find(({ id }) => id === DEFAULTS.source);
  return {
    ask: 'Who says so? Ids of sources.yaml.',
    hint: own === undefined ? 'Enter: none.' : `Enter: ${own.id} (${own.says}).`,
    choices: [],
    take: (typed) => {
      if (typed === '') return onTo(at, 'end');
      const chosen = picked(typed, [], known);
      if (chosen.kind === 'picked') return onTo(at, 'end', { sources: [...chosen.names] });
      return { kind: 'again', why: 'sources.yaml has no such source; write it there first, or skip this.' };
    },
  };
}

function lastSeen({ steps }: Draft): string | undefined {
  const last = steps?.findLast((step) => typeof step !== 'string');
  return typeof last === 'string' ? undefined : last?.see;
}
