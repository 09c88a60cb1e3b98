/** What the server has told of the conversation: each line once, in its order. */

import type { ActivitySet } from './activity.ts';
import type { BotLine, PersonLine } from './snapshot.ts';

/** Lines that the server has told of. */
export interface Transcript {
  /** Adds what is new; gives just that. */
  take(set: ActivitySet): readonly (BotLine | PersonLine)[];
  lines(): readonly (BotLine | PersonLine)[];
  /** How far the conversation was read; '' before anything was. */
  watermark(): string;
  clear(): void;
}

/** Nothing was told of yet. */
export function createTranscript(): Transcript {
  const known = new Set<string>();
  let lines: readonly (BotLine | PersonLine)[] = [];
  let watermark = '';

  function isNew({ id }: BotLine | PersonLine): boolean {
    const before = known.size;
    return known.add(id).size > before;
  }

  return {
    take(set) {
      watermark = set.watermark ?? watermark;
      const added = set.lines.filter(isNew);
      if (added.length > 0) lines = [...lines, ...added];
      return added;
    },
    lines: () => lines,
    watermark: () => watermark,
    clear() {
      known.clear();
      lines = [];
      watermark = '';
    },
  };
}
