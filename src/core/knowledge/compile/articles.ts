/** Articles with what is left out filled in. */

import type { AuthoredKinds } from '../authored.ts';
import { type Authored, nameOf } from '../base.ts';
import type { Article } from '../model.ts';

/** One article, named by its file. */
export function compileArticle({ path, value }: Authored<AuthoredKinds['answer']>): Article {
  const { asks, families = null, about = [], says, sources, differs = [] } = value;
  return { id: nameOf(path), asks, families, about, says, sources, differs };
}
