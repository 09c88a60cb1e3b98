/** Keeps what is new in sight of whoever is at the end, and leaves everybody else where they read. */

import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Line } from './connection/snapshot.ts';

/** So close to the end counts as being there, in CSS pixels. Range 8..200: less loses the end to rounding of zoomed pages. */
const NEAR_PX = 48;

/** What stays visible above a new reply that is taller than the screen, in CSS pixels: the end of what was asked. */
const ABOVE_PX = 12;

/** Whether something new is out of sight, and how to get there. */
export interface Follow {
  readonly isBehind: boolean;
  readonly catchUp: () => void;
}

/**
 * Follows the lines of a scrolling box. One's own new line always comes into sight. A reply does where the person was at
 * the end: its beginning, where it is taller than the box, since it is read from there.
 */
export function useFollow(box: RefObject<HTMLDivElement | null>, lines: readonly Line[]): Follow {
  // Who is at the end is told by the end as it was followed to last: what moved it since says nothing of the person.
  const followedTo = useRef(0);
  const seen = useRef<ReadonlySet<string>>(new Set());
  const last = useRef<Line | null>(null);
  const [isBehind, setBehind] = useState(false);
  last.current = lastReply(lines);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const fresh = lines.filter(({ id }) => !seen.current.has(id));
    const isFirst = seen.current.size === 0;
    seen.current = new Set(lines.map(({ id }) => id));
    if (fresh.length === 0) return;
    if (isFirst || wasAtEnd(element, followedTo.current) || fresh.some(({ from }) => from === 'person')) {
      const reply = fresh.find(({ from }) => from === 'bot');
      showFrom(element, isFirst ? last.current : (reply ?? null));
    } else setBehind(true);
    followedTo.current = endOf(element);
  }, [box, lines]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = (): void => {
      if (wasAtEnd(element, endOf(element))) setBehind(false);
    };
    const follow = (): void => {
      // A chat that is closed has no size; the browser puts it back as it was when it is opened.
      if (element.clientHeight === 0) return;
      if (wasAtEnd(element, followedTo.current)) stayAtEnd(element, last.current);
      followedTo.current = endOf(element);
      look();
    };
    const observer = new ResizeObserver(follow);
    for (const watched of [element, ...element.children]) observer.observe(watched);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);

  return {
    isBehind,
    catchUp() {
      setBehind(false);
      if (box.current !== null) showFrom(box.current, last.current);
    },
  };
}

/** How far a box can be scrolled, in CSS pixels. */
const endOf = (box: Element): number => box.scrollHeight - box.clientHeight;

/** Whether a box is scrolled to this end; one that has become nearer since is as good, for it cannot be scrolled on. */
const wasAtEnd = (box: Element, end: number): boolean => box.scrollTop >= Math.min(end, endOf(box)) - NEAR_PX;

const lastReply = (lines: readonly Line[]): Line | null => {
  const last = lines[lines.length - 1];
  return last?.from === 'bot' ? last : null;
};

/** Scrolls to the end, but never past the beginning of this line; null: to the end. */
function showFrom(box: HTMLElement, line: Line | null): void {
  const element = elementOf(line);
  const beginning = element === null ? Number.POSITIVE_INFINITY : topIn(box, element);
  box.scrollTop = Math.min(endOf(box), beginning - ABOVE_PX);
}

/**
 * Scrolls on to the end where a notice or the keyboard of a phone made the box smaller, or its content became longer;
 * but what is read of the last reply stays in sight: its beginning, or else the first heading of it that is.
 */
function stayAtEnd(box: HTMLElement, line: Line | null): void {
  const element = elementOf(line);
  const beginnings = element === null ? [] : [element, ...element.querySelectorAll('h2, h3')];
  const tops = beginnings.map((beginning) => topIn(box, beginning));
  // A line of text that is cut a little is read all the same: boxes scroll by whole pixels, text begins between them.
  const read = tops.find((top) => top > box.scrollTop - ABOVE_PX) ?? Number.POSITIVE_INFINITY;
  box.scrollTop = Math.max(box.scrollTop, Math.min(endOf(box), read - ABOVE_PX));
}

const elementOf = (line: Line | null): HTMLElement | null =>
  line === null ? null : document.getElementById(`line-${line.id}`);

/** Where in the content of a box something begins, in CSS pixels. */
const topIn = (box: Element, element: Element): number =>
  box.scrollTop + element.getBoundingClientRect().top - box.getBoundingClientRect().top;
