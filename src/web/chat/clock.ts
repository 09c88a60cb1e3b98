/** When things were said. */

/** A pause after which the time is shown. Range 1 minute to a day, default 30 minutes: less is noise between answers. */
const PAUSE_MS = 30 * 60_000;

/** Whether so much time went by that it is worth showing; `before` null: nothing was said before. */
export const isPause = (before: number | null, at: number): boolean =>
  before !== null && at - before >= PAUSE_MS;

/** A time of today as hours and minutes, another one with its day. Both in milliseconds since 1970. */
export function dayTime(at: number, now: number, language: string): string {
  const date = new Date(at);
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const isToday = date.toDateString() === new Date(now).toDateString();
  return isToday
    ? date.toLocaleTimeString(language, time)
    : date.toLocaleString(language, { ...time, weekday: 'long', day: 'numeric', month: 'long' });
}

/** Day and time to the minute, for a transcript. */
export const transcriptTime =
  (language: string) =>
  (at: number): string =>
    new Date(at).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' });
