/** minisearch that also takes a word for those at most a fifth of its letters away, for mistyped words. */

import { searchWith } from './minisearch.mjs';

export default (documents) => searchWith(documents, { fuzzy: 0.2 });
