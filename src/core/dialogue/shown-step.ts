/** One step of a remedy, said to this very person. */

import type { ShownStep } from '../conversation.ts';
import type { Step } from '../knowledge/model.ts';
import { withoutMakes } from './makes.ts';
import { say, type Voice } from './voice.ts';

/**
 * How many words can be taken in at a glance: what is done in no more needs no title before it, which would say the same
 * twice. Range 8 to 20: below it titles repeat what is done, above it people read a paragraph to learn what to do.
 */
const AT_A_GLANCE = 15;

/** A step for a person of this role, without what is told of makes that nobody named. */
export function shownStep(voice: Voice, step: Step, notNamed: readonly string[]): ShownStep {
  const role = voice.slice.roles.get(voice.role);
  const own = (text: string): string => withoutMakes(text, voice.slice.makes, notNamed);
  const told = { id: step.id, by: step.by, caution: step.caution === null ? null : own(step.caution) };
  const cannot = step.cannot === null ? null : own(step.cannot);
  if (role === undefined || !role.actsAs.includes(step.by)) {
    const who = voice.slice.roles.get(step.by)?.called ?? step.by;
    const fetch = say(voice, 'step-fetch', { who, what: step.title });
    return { ...told, mayDo: false, do: fetch, see: null, cannot };
  }
  const how = own(role.isSkilled ? step.do : (step.plain ?? step.do));
  const title = how.split(/\s+/).length > AT_A_GLANCE ? { title: step.title } : {};
  return { ...told, mayDo: true, ...title, do: how, see: step.see, cannot };
}
