/** The part of a SQL store that keeps what the bot could not answer. */

import type { QuestionBook } from '../ports.ts';
import type { GroupCommit } from './group-commit.ts';
import type { Statements } from './statements.ts';

export function createQuestionBook(statements: Statements, together: GroupCommit): QuestionBook {
  return {
    keepUnanswered: (effectId, { text, beside, family }, at) =>
      together(() => void statements.keepUnanswered.run({ effectId, text, beside, family, at })),
    async unanswered(limit) {
      return statements.unanswered.all({ limit });
    },
  };
}
