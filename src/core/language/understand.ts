/** Reads a turn: what it does, and the facts in it with the words that say them, secrets masked. */

import type { ConversationState, Heard, UserTurn } from '../conversation.ts';
import { chosen } from './chosen.ts';
import { redact, speaksOfSecret } from './clean/redact.ts';
import { nothingHeard } from './heard.ts';
import { normalise } from './normalise.ts';
import { readSaid } from './said.ts';
import type { LanguageSlice } from './slice.ts';

export { type LanguageSlice, prepareLanguage } from './slice.ts';

/** True where a PIN was spoken of in the message before, and nothing was asked of which a number is the answer. */
const spokeOfSecret = ({ secrets }: LanguageSlice, state: ConversationState): boolean =>
  state.case?.pending?.kind !== 'question' && speaksOfSecret(secrets, state.case?.texts.at(-1)?.text ?? '');

/** Reads a turn. Never throws, whatever was written; the same arguments always give the same. */
export function understand(slice: LanguageSlice, state: ConversationState, turn: UserTurn): Heard {
  switch (turn.kind) {
    case 'said':
    case 'edited': {
      const { text, cut } = normalise(slice.vocabulary.grammar.thumbs, turn.text);
      const masked = redact(slice.secrets, text, spokeOfSecret(slice, state));
      return readSaid(slice, state.case, {
        ...nothingHeard,
        text: masked.text,
        secrets: masked.secrets,
        cut,
      });
    }
    case 'chose':
      return chosen(slice, turn.of, turn.choice);
    case 'joined':
    case 'deleted':
    case 'owner-changed':
      return nothingHeard;
  }
}
