/** Patterns of a language. */

import type { Where } from '../complaint.ts';
import { checkPattern } from './codes.ts';
import type { Scope } from './scope.ts';

/** Complains of patterns that cannot be used. */
export function checkLanguage(scope: Scope): void {
  for (const { path, value } of scope.shelves.language) {
    const { sentence: _words, ...mail } = value.mail;
    for (const [key, patterns] of Object.entries(mail)) {
      const above: Where = ['mail', key];
      for (const [index, pattern] of patterns.entries())
        checkPattern(scope, path, [...above, index], pattern);
    }
  }
}
