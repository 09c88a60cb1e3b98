/** minisearch as its documentation advises for words that are mistyped or not finished. */

import { searchWith } from './minisearch.mjs';

export default (documents) => searchWith(documents, { fuzzy: 0.2, prefix: true });
