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
  const atEnd = useRef(true);
  const seen = useRef<ReadonlySet<string>>(new Set());
  const [isBehind, setBehind] = useState(false);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const fresh = lines.filter(({ id }) => !seen.current.has(id));
    const isFirst = seen.current.size === 0;
    seen.current = new Set(lines.map(({ id }) => id));
    if (fresh.length === 0) return;
    if (isFirst || atEnd.current || fresh.some(({ from }) => from === 'person')) {
      const reply = fresh.find(({ from }) => from === 'bot');
      showFrom(element, isFirst ? lastReply(lines) : (reply ?? null));
      atEnd.current = distance(element) <= NEAR_PX;
    } else setBehind(true);
  }, [box, lines]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = (): void => {
      atEnd.current = distance(element) <= NEAR_PX;
      if (atEnd.current) setBehind(false);
    };
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [box]);

  useStayAtEnd(box, atEnd, lines);

  return {
    isBehind,
    catchUp() {
      setBehind(false);
      if (box.current !== null) showFrom(box.current, lastReply(lines));
    },
  };
}

const distance = (element: Element): number =>
  element.scrollHeight - element.scrollTop - element.clientHeight;

const lastReply = (lines: readonly Line[]): Line | null => {
  const last = lines[lines.length - 1];
  return last?.from === 'bot' ? last : null;
};

/** Scrolls to the end, but never past the beginning of this line; null: to the end. */
function showFrom(box: HTMLElement, line: Line | null): void {
  const end = box.scrollHeight - box.clientHeight;
  box.scrollTop = Math.min(end, beginning(box, line) - ABOVE_PX);
}

/** Where in the box a line begins, in CSS pixels; null: nowhere before the end. */
function beginning(box: HTMLElement, line: Line | null): number {
  const element = line === null ? null : document.getElementById(`line-${line.id}`);
  if (element === null) return Number.POSITIVE_INFINITY;
  return box.scrollTop + element.getBoundingClientRect().top - box.getBoundingClientRect().top;
}

/**
 * A disclosure makes the content longer: the end stays in sight. The keyboard of a phone and a notice make the box
 * smaller: the end stays in sight, but not where that would take away the beginning of a reply that is to be read.
 */
function useStayAtEnd(
  box: RefObject<HTMLDivElement | null>,
  atEnd: { readonly current: boolean },
  lines: readonly Line[],
): void {
  const last = useRef<Line | null>(null);
  last.current = lastReply(lines);
  useEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver((changes) => {
      if (!atEnd.current) return;
      const isOfBox = changes.some(({ target }) => target === element);
      const reads = element.scrollTop <= beginning(element, last.current);
      showFrom(element, isOfBox && reads ? last.current : null);
    });
    observer.observe(element);
    for (const content of element.children) observer.observe(content);
    return () => observer.disconnect();
  }, [box]);
}
