/** The bot's own sentences. */

import { didYouMean } from '../complaint.ts';
import { MESSAGES } from '../model.ts';
import { type Scope, say } from './scope.ts';

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** What each message may speak of, by its key. */
const ALLOWED: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(MESSAGES));

/** Complains of placeholders that nothing is put into. A missing message is a missing key of the file. */
export function checkMessages(scope: Scope): void {
  for (const { path, value } of scope.shelves.messages) {
    for (const [key, text = ''] of Object.entries(value.messages)) {
      const spot = { path, where: ['messages', key] };
      const allowed = ALLOWED.get(key) ?? [];
      const otherwise =
        allowed.length === 0
          ? 'this message has none'
          : `it can have ${allowed.map((name) => `{${name}}`).join(', ')}`;
      for (const [, name = ''] of text.matchAll(PLACEHOLDER)) {
        if (allowed.includes(name)) continue;
        const suggestion = didYouMean(scope.spell(name, allowed), otherwise);
        say(scope, 'UNKNOWN_PLACEHOLDER', spot, `nothing is put into {${name}} in "${key}"`, suggestion);
      }
      if (!/[{}]/.test(text.replace(PLACEHOLDER, ''))) continue;
      say(scope, 'BAD_PLACEHOLDER', spot, `a { or } stands alone in "${key}"`, otherwise);
    }
  }
}
