/** What is to be done, step by step. */

import { RISKS, type Risk, type Step } from '../core/knowledge/model.ts';
import { type Asking, type Interview, onTo, type Stage, type Taken } from './asking.ts';
import type { Desk } from './desk.ts';
import type { NewStep } from './draft.ts';
import { DEFAULTS } from './draft-files.ts';
import { picked } from './picked.ts';

/** How many steps are offered (5..20); others may be named by their id. */
const OFFERED_STEPS = 9;

/** What each risk means to somebody who writes a step. */
const RISK_WORDS: Readonly<Record<Risk, string>> = {
  none: 'Nothing',
  'loses-entry': 'An entry that is not finished is lost',
  'loses-data': 'Data or settings are lost',
  rights: 'Somebody gets or loses rights',
  hazard: 'Somebody can be hurt, or a law is touched',
};

export function askStep({ kb }: Desk, at: Interview): Asking {
  const steps = at.draft.steps ?? [];
  const shown = stepsNear(kb.problems, kb.steps, at).slice(0, OFFERED_STEPS);
  const ids = shown.map(({ id }) => id);
  const all = kb.steps.map(({ id }) => id);
  return {
    ask: steps.length === 0 ? 'What is to be done first?' : `And then? (step ${steps.length + 1})`,
    hint: `The number or id of a step that exists, or one action in your words. Enter: ${
      steps.length === 0 ? `nobody knows yet ("${DEFAULTS.stepDo}")` : 'that is all'
    }.`,
    choices: shown.map(({ title }) => title),
    take: (typed) => {
      if (typed === '') return onTo(at, 'fixed');
      if (/^\d+$/u.test(typed) || all.includes(typed)) {
        const chosen = picked(typed, ids, all);
        if (chosen.kind === 'unknown') return { kind: 'again', why: chosen.why };
        return onTo(at, 'step', { steps: [...steps, ...chosen.names] });
      }
      return { kind: 'on', interview: { ...at, stage: 'by', step: { do: typed } } };
    },
  };
}

export function askBy({ kb }: Desk, at: Interview): Asking {
  const ids = kb.roles.map(({ id }) => id);
  return {
    ask: 'Who may do that?',
    hint: 'The lowest role that may. Enter: 1.',
    choices: kb.roles.map(({ label }) => label),
    take: (typed) => {
      const chosen = picked(typed === '' ? '1' : typed, ids, ids);
      if (chosen.kind === 'unknown') return { kind: 'again', why: chosen.why };
      const [by] = chosen.names;
      return described(at, 'risk', by === undefined ? {} : { by });
    },
  };
}

export function askRisk(at: Interview): Asking {
  const risks: readonly string[] = RISKS;
  return {
    ask: 'What can go wrong with it?',
    hint: 'Enter: 1.',
    choices: RISKS.map((risk) => RISK_WORDS[risk]),
    take: (typed) => {
      const chosen = picked(typed === '' ? '1' : typed, risks, risks);
      if (chosen.kind === 'unknown') return { kind: 'again', why: chosen.why };
      const risk = RISKS.find((each) => each === chosen.names[0]) ?? 'none';
      return described(at, risk === 'none' ? 'see' : 'caution', { risk });
    },
  };
}

export function askCaution(at: Interview): Asking {
  return {
    ask: 'What must be said before it is done?',
    hint: 'Shown before the step. Enter: nothing.',
    choices: [],
    take: (typed) => described(at, 'see', typed === '' ? {} : { caution: typed }),
  };
}

export function askSee(at: Interview): Asking {
  return {
    ask: 'What should be seen afterwards?',
    hint: 'Enter: nothing.',
    choices: [],
    take: (typed) => {
      const { do: action, ...known } = at.step ?? { do: '' };
      const step: NewStep = { do: action, ...known, ...(typed === '' ? {} : { see: typed }) };
      const steps = [...(at.draft.steps ?? []), step];
      return { kind: 'on', interview: { ...at, stage: 'step', step: null, draft: { ...at.draft, steps } } };
    },
  };
}

function described(at: Interview, stage: Stage, known: Omit<NewStep, 'do'>): Taken {
  return { kind: 'on', interview: { ...at, stage, step: { do: '', ...at.step, ...known } } };
}

/** Steps of problems of the same families that are not in the list yet, the most used first. */
function stepsNear(problems: Desk['kb']['problems'], steps: readonly Step[], at: Interview): readonly Step[] {
  const { families, steps: taken } = at.draft;
  const named = typeof families === 'object' && !Array.isArray(families) ? Object.keys(families) : [];
  const near = problems.filter((problem) => named.some((family) => Object.hasOwn(problem.families, family)));
  const uses = ({ id }: Step): number => near.filter(({ remedy }) => remedy.steps.includes(id)).length;
  return steps
    .filter((step) => uses(step) > 0 && taken?.includes(step.id) !== true)
    .sort((a, b) => uses(b) - uses(a));
}
