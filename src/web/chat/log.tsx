/** The conversation: all lines in order, scrolled to what is new, read out once as it comes. */

import type { RefObject } from 'preact';
import { dayTime, isPause } from './clock.ts';
import type { Line } from './connection/snapshot.ts';
import { Icon } from './icons.tsx';
import { LineView } from './line.tsx';
import { liveLine } from './live.ts';
import { useScreen } from './screen.tsx';
import { LOG_ID } from './take-focus.ts';
import { useFollow } from './use-follow.ts';

/** The lines and how they are shown. */
export interface LogProps {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly lines: readonly Line[];
  readonly language: string;
  readonly answering: boolean;
  /** False while earlier lines are fetched: those were read out before. */
  readonly announces: boolean;
}

/** The conversation scrolls, so the keyboard must reach it; not every browser sees to that. */
const REACHED_BY_KEYBOARD = { tabIndex: 0 } as const;

/** One's own words are none, nor is the first line, which is drawn anew and smaller once more was said. */
const isNews = ({ from }: Line, index: number, count: number): boolean =>
  from === 'bot' && (index > 0 || count === 1);

/** The log with its "new message" button. */
export function Log({ box, lines, language, answering, announces }: LogProps) {
  const { texts } = useScreen();
  const live = liveLine(lines);
  const { isBehind, catchUp } = useFollow(box, lines);
  return (
    <main class="log-place">
      <div
        class="log"
        ref={box}
        id={LOG_ID}
        role="log"
        aria-label={texts.conversation}
        aria-live={announces ? 'polite' : 'off'}
        aria-relevant="additions"
        {...REACHED_BY_KEYBOARD}
      >
        <div class="log-content">
          <ol>
            {lines.map((line, index) => (
              <li
                key={line.id}
                id={`line-${line.id}`}
                class={`line from-${line.from}`}
                tabIndex={-1}
                aria-live={isNews(line, index, lines.length) ? undefined : 'off'}
              >
                {isPause(lines[index - 1]?.at ?? null, line.at) && (
                  <p class="time">{dayTime(line.at, Date.now(), language)}</p>
                )}
                <LineView line={line} live={line === live} opens={lines.length === 1} />
              </li>
            ))}
          </ol>
          {answering && (
            <p class="answering" aria-live="off">
              <span class="unseen">{texts.answering}</span>
              <i />
              <i />
              <i />
            </p>
          )}
        </div>
      </div>
      {isBehind && (
        <button type="button" class="catch-up" onClick={catchUp}>
          <Icon name="down" />
          {texts.newMessage}
        </button>
      )}
    </main>
  );
}
