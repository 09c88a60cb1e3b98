/**
 * The parts of an Adaptive Card. All text goes into text runs: they show it as it is, while text blocks read it as
 * Markdown, and what clients make of a backslash before a star differs.
 */

/** Oldest version of the format that shows all that is used here. */
export const CARD_VERSION = '1.5';
export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/**
 * Longest text of one part, in characters. Range 500..20,000, default 4,000: Teams refuses messages of more than
 * some 28 KB, and nobody reads more than this in one paragraph.
 */
const LONGEST_TEXT = 4_000;

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'bolder';
  readonly isSubtle?: true;
  readonly color?: 'attention' | 'accent';
  readonly size?: 'small' | 'medium';
}

export type Element =
  | {
      readonly type: 'RichTextBlock';
      readonly inlines: readonly TextRun[];
      readonly spacing?: 'small' | 'none';
    }
  | {
      readonly type: 'Container';
      readonly items: readonly Element[];
      readonly style?: 'attention' | 'emphasis';
      readonly separator?: true;
      readonly spacing?: 'medium';
    };

export interface SubmitAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: unknown;
}

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: typeof CARD_VERSION;
  /** Shown by clients that are too old for the version. */
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions: readonly SubmitAction[];
}

type RunStyle = Omit<TextRun, 'type' | 'text'>;

export function run(text: string, style: RunStyle = {}): TextRun {
  return { type: 'TextRun', text: shown(text), ...style };
}

/** A paragraph of one or more runs. */
export function paragraph(...inlines: readonly TextRun[]): Element {
  return { type: 'RichTextBlock', inlines };
}

/** Text that can be shown anywhere: bounded, without control characters or marks that turn the reading direction. */
export function shown(text: string): string {
  // biome's rule against control characters in patterns is off: they are the point here.
  const plain = text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
  return plain.length > LONGEST_TEXT ? `${plain.slice(0, LONGEST_TEXT)}…` : plain;
}
