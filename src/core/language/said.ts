/** Reads words: the order in which the meanings of a message go before each other. */

import type { Case, Heard } from '../conversation.ts';
import { type Id, NOT_HERE } from '../knowledge/model.ts';
import {
  isHarmless,
  isOutcomeAlone,
  outcomeIn,
  outOfScope,
  type Refused,
  refusedIn,
  speechIn,
} from './acts.ts';
import { type PlacedWord, readMessage } from './clauses.ts';
import { commandOf, heardAs, isSurelyCommand, isWhole } from './commands.ts';
import { contradicts, corrects, opensCorrection, replaces } from './corrections.ts';
import { JOINED_TO_NO, VAGUE } from './english.ts';
import { type HeardFact, readFacts, toFact } from './facts.ts';
import { type Places, placesOf } from './find.ts';
import type { FoundFact } from './found.ts';
import type { Part } from './layout.ts';
import { shortAnswer, wholeFact } from './pending.ts';
import { chanceOf, readAct, readRefusal, type SpokenActs, waitingIn } from './reading/act.ts';
import { CERTAINTIES } from './reading/certainties.ts';
import { readReply } from './reading/reply.ts';
import type { LanguageSlice } from './slice.ts';
import { type HeardSpeech, LIKE_ENOUGH, likest } from './speech.ts';
import type { SpeechKind } from './speech-examples.ts';

/** Likeness from which a message that is like an example of what is out of scope is that, whatever words it holds. */
const SURELY_OUT_OF_SCOPE = 0.85;
/** Likeness that is enough where the message holds nothing that is known. */
const MAYBE_OUT_OF_SCOPE = 0.45;

const YES_NO: ReadonlySet<SpeechKind> = new Set<SpeechKind>(['yes', 'no']);

/** A message as it was read, before it is decided what it does. */
interface Reading {
  readonly text: string;
  /** The words of the person, headers, signatures and earlier mail left out. */
  readonly words: readonly PlacedWord[];
  readonly places: Places;
  readonly facts: readonly FoundFact[];
  readonly model: string | null;
  readonly speech: readonly HeardSpeech[];
  readonly refused: Refused | null;
}

/** The question that waits, also while it is asked back whether an answer of it was meant. */
const pendingQuestion = (ours: Case | null): Id | null =>
  ours?.pending?.kind === 'question' || ours?.pending?.kind === 'confirm' ? ours.pending.id : null;

const wordsOf = (all: readonly PlacedWord[], part: Part): PlacedWord[] =>
  all.filter((word) => word.part === part);

function read(slice: LanguageSlice, ours: Case | null, text: string): Reading {
  const all = readMessage(slice.vocabulary, text);
  const own = wordsOf(all, 'own');
  const first = readPart(slice, ours, text, own, all);
  // Earlier mail counts only where the person says nothing of the case themselves.
  if (first.facts.length > 0 || first.refused !== null || ours !== null) return first;
  const earlier = wordsOf(all, 'earlier');
  if (earlier.length === 0) return first;
  const { facts, model } = readPart(slice, ours, text, earlier, all);
  return { ...first, facts, model: first.model ?? model };
}

function readPart(
  slice: LanguageSlice,
  ours: Case | null,
  text: string,
  words: readonly PlacedWord[],
  all: readonly PlacedWord[],
): Reading {
  const part = words[0]?.part;
  const places = placesOf(words);
  const facts = readFacts(
    slice.facts,
    text,
    words,
    all,
    (word) => word.part === part,
    places,
    pendingQuestion(ours),
  );
  return {
    text,
    words,
    places,
    ...facts,
    speech: speechIn(slice.acts, words),
    refused: refusedIn(slice.acts, words, places),
  };
}

/** True where words tell of the devices besides those of an act of speech or of a refused request. */
function tellsMore(slice: LanguageSlice, reading: Reading): boolean {
  return reading.words.some(
    (word, at) =>
      word.kind === 'content' &&
      slice.content.has(word.stem) &&
      !reading.speech.some((unit) => at >= unit.from && at < unit.to) &&
      reading.refused?.at.includes(at) !== true,
  );
}

/** Yes or no as the whole message, or as its first words. */
function yesNoOf(reading: Reading): 'yes' | 'no' | null {
  const unit = heardAs(reading, 'yes', 'no');
  if (unit === undefined || unit.from !== 0) return null;
  return unit.speech === 'yes' ? 'yes' : 'no';
}

/** `no still the same`, `yes there is`: a yes or no that no comma sets apart; `no beep` is none. */
function leadingYesNo(slice: LanguageSlice, reading: Reading): 'yes' | 'no' | null {
  const [first, second] = reading.words;
  if (first === undefined || second?.kind === 'content') return null;
  if (first.kind === 'not' && JOINED_TO_NO.has(second?.text ?? '')) return null;
  const unit = likest(slice.acts.speech, reading.words, 0, 1, YES_NO);
  if (unit === null || unit.score < LIKE_ENOUGH) return null;
  return unit.speech === 'yes' ? 'yes' : 'no';
}

/** `ok` says that something was understood, and not that it helped. */
const isPlainYes = (reading: Reading): boolean =>
  reading.words.some((word) => word.kind === 'content' && !VAGUE.has(word.text));

/** The pending question's answer where the whole message is one, unless a phrase of it was recognised already. */
function withShortAnswer(slice: LanguageSlice, ours: Case | null, reading: Reading): Reading {
  const question = pendingQuestion(ours);
  if (question === null) return reading;
  const has = reading.facts.some((fact) => slice.facts.answers[fact.owner]?.question === question);
  const answersNothing =
    has || opensCorrection(slice.acts, reading.words) || isOutcomeAlone(slice.acts, reading.words);
  const found = answersNothing
    ? null
    : shortAnswer(slice.facts, question, reading.words, yesNoOf(reading) ?? leadingYesNo(slice, reading));
  return found === null ? reading : { ...reading, facts: [...reading.facts, found] };
}

/** Takes the text of `heard` for what a person said in a case, null where there is none, and tells what it does. */
export function readSaid(slice: LanguageSlice, ours: Case | null, heard: Heard): Heard {
  const reading = withShortAnswer(slice, ours, read(slice, ours, heard.text));
  const facts = reading.facts
    .map((fact) => toFact(slice.facts, heard.text, fact))
    .filter((fact) => fact !== null);
  const known: Heard = { ...heard, facts, model: reading.model, yesNo: yesNoOf(reading) };
  if (reading.words.length === 0) return known;
  const more = facts.length > 0 || tellsMore(slice, reading);
  const acts = readAct(slice.heads, waitingIn(ours), ownText(reading));
  const refused = refusedAs(slice, reading, acts);
  if (refused !== null) {
    const besides = reading.facts.some((fact) => !fact.at.some((place) => refused.at.includes(place)));
    return { ...known, act: refused.act, refusal: refused.id, substance: besides };
  }
  const far = outOfScope(slice.acts, reading.words);
  if (isSurelyCommand(slice.acts, reading)) {
    const act = commandOf(slice.acts, reading, false);
    if (act !== null) return { ...known, act, facts: [], model: null };
  }
  const command = pendingAnswered(ours, facts) ? null : commandOf(slice.acts, reading, more);
  const bids = command !== null && !(command === 'human' && more && isTicket(heard.text));
  if (bids) return { ...known, act: command, substance: more };
  const told = outcomeAs(ours, acts);
  if (told !== null) return { ...known, act: 'outcome', outcome: told, substance: true };
  if (far !== null && far.score >= SURELY_OUT_OF_SCOPE && ours?.pending == null)
    return { ...known, act: 'out-of-scope', facts: [], model: null };
  const decided = decide(slice, ours, reading, known, more, far);
  if (chanceOf(acts, 'human') >= CERTAINTIES.human && tellsOfCase(decided))
    return { ...known, act: 'human', substance: more };
  const replied = tellsOfCase(decided) ? withReply(slice, ours, reading, known) : null;
  if (replied !== null) return replied;
  return tellsNothing(decided) ? likeliest(decided, ours, acts) : decided;
}

/** True where nothing of the case was heard in a message that is no act of speech of its own. */
const tellsNothing = ({ act, facts, model }: Heard): boolean =>
  act === 'unclear' || (act === 'report' && facts.length === 0 && model === null);

/** The request that is refused: what the words as a whole ask for, or a phrase of a rule that they bear out. */
function refusedAs(slice: LanguageSlice, reading: Reading, acts: SpokenActs): Refused | null {
  const { refused } = reading;
  const bypass = chanceOf(acts, 'bypass');
  const unsafe = chanceOf(acts, 'unsafe');
  if (refused !== null && (acts.size === 0 || bypass + unsafe >= CERTAINTIES.refusedByPhrase)) return refused;
  const harmless = isHarmless(slice.acts, reading.words, reading.places);
  if (bypass + unsafe < (harmless ? CERTAINTIES.refusedBesideHarmless : CERTAINTIES.refused)) return null;
  const act = bypass >= unsafe ? 'bypass' : 'unsafe';
  const rules = slice.acts.refusalRules.filter((rule) => rule.act === act).map(({ id }) => id);
  const id = readRefusal(slice.heads, ownText(reading)).find((rule) => rules.includes(rule));
  return id === undefined ? null : { id, act, at: [] };
}

/** What became of the remedy that waits, or that everything works again while a question does. */
function outcomeAs(ours: Case | null, acts: SpokenActs): Heard['outcome'] {
  const stillThere = chanceOf(acts, 'still-there', 'partly');
  switch (ours?.pending?.kind) {
    case 'remedy':
      if (chanceOf(acts, 'fixed') >= CERTAINTIES.fixed) return 'fixed';
      if (stillThere >= CERTAINTIES['still-there']) return 'still-there';
      return chanceOf(acts, 'cannot') >= CERTAINTIES.cannot ? 'cannot' : null;
    case 'question':
      return chanceOf(acts, 'fixed') >= CERTAINTIES.fixedBeforeRemedy ? 'fixed' : null;
    case 'confirm':
    case 'new-problem':
    case undefined:
      return null;
  }
}

/** What a turn most probably does in which nothing else was heard; what would change a case is not done on a guess. */
function likeliest(decided: Heard, ours: Case | null, acts: SpokenActs): Heard {
  const [best] = [...acts].sort((one, other) => other[1] - one[1]);
  // After a hand-over what is said goes to whoever took over.
  if (best === undefined || (ours !== null && ours.handedOverTurn !== null)) return decided;
  // What is said into a question and says nothing of it must not lead to a remedy.
  const heard: Heard = waitingIn(ours) === 'nothing' ? decided : { ...decided, act: 'unclear' };
  if (best[1] < CERTAINTIES.otherwise) return heard;
  switch (best[0]) {
    case 'thanks':
    case 'greeting':
    case 'why':
      return { ...heard, act: best[0] };
    case 'restart':
    case 'back':
      return best[1] < CERTAINTIES.takesBack ? heard : { ...heard, act: best[0] };
    case 'out-of-scope':
      return best[1] < CERTAINTIES['out-of-scope'] ? heard : { ...heard, act: 'out-of-scope' };
    case 'closing':
      return { ...heard, act: 'thanks' };
    case 'smalltalk':
    case 'frustration':
      return { ...heard, act: 'greeting' };
    case 'not-sure':
      return { ...heard, act: 'answer', notSure: true, substance: true };
    case 'report':
      return waitingIn(ours) === 'nothing' || best[1] >= CERTAINTIES.reportsMeanwhile
        ? { ...heard, act: 'report', substance: true }
        : heard;
    default:
      return heard;
  }
}

/** True where a message is no act of speech of its own, so that it may be a reply in the person's own words. */
const tellsOfCase = ({ act }: Heard): boolean => act === 'unclear' || act === 'report' || act === 'answer';

/** The person's own words, from the first to the last. */
const ownText = ({ text, words }: Reading): string =>
  text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);

/** What the head of the pending question hears; null where it hears no answer, or the words are one as they stand. */
function withReply(slice: LanguageSlice, ours: Case | null, reading: Reading, known: Heard): Heard | null {
  const question = pendingQuestion(ours);
  if (question === null || pendingAnswered(ours, known.facts)) return null;
  const replied = readReply(slice.heads, question, ownText(reading));
  switch (replied?.kind) {
    case 'answer':
      return answered(slice, reading, known, question, replied.answer, replied.certainty);
    case 'no-such-thing':
      return answered(slice, reading, known, question, NOT_HERE, 1);
    case 'half-heard':
      // What is said of another question is heard, and a guess at this one would only hold it up.
      return known.facts.length === 0 && (known.yesNo === null || ours?.pending?.kind === 'question')
        ? { ...known, act: 'answer', halfHeard: replied.answer, substance: true }
        : null;
    case 'not-sure':
      return { ...known, act: 'answer', notSure: true, substance: true };
    case 'asks-back':
      return known.facts.length > 0 ? null : { ...known, act: 'why' };
    case 'other':
    case undefined:
      return null;
  }
}

/** The answer that the words as a whole give to the pending question; other facts in them stay. */
function answered(
  slice: LanguageSlice,
  reading: Reading,
  known: Heard,
  question: Id,
  answer: Id,
  certainty: number,
): Heard | null {
  const owner = slice.facts.byId.get(`${question}\n${answer}`);
  const fact =
    owner === undefined ? null : toFact(slice.facts, reading.text, wholeFact(reading.words, owner));
  if (fact === null) return null;
  return { ...known, act: 'answer', facts: [...known.facts, { ...fact, certainty }], substance: true };
}

/** Fewer lines are what somebody typed here; so many were written for somebody else and pasted. Range 2..10. */
const LINES_OF_A_TICKET = 4;

/**
 * True for what was written to a help desk: "please call me back" in it is a wish to whoever took the ticket, who now
 * wants to know what to do.
 */
const isTicket = (text: string): boolean =>
  text.split('\n').filter((line) => line.trim() !== '').length >= LINES_OF_A_TICKET;

const pendingAnswered = (ours: Case | null, facts: readonly HeardFact[]): boolean =>
  facts.some((fact) => fact.question === pendingQuestion(ours));

/** The act of a message that asks for nothing and is not refused. */
function decide(
  slice: LanguageSlice,
  ours: Case | null,
  reading: Reading,
  known: Heard,
  more: boolean,
  far: HeardSpeech | null,
): Heard {
  const { facts } = known;
  const outcome = outcomeOf(slice, ours, reading, known.yesNo);
  if (outcome !== null) return { ...known, act: 'outcome', outcome, substance: true };
  const asked = pendingQuestion(ours);
  // What is still the same while nothing is tried asks for the next thing.
  if (asked !== null && facts.length === 0 && isOutcomeAlone(slice.acts, reading.words))
    return { ...known, act: 'outcome' };
  const unsure = heardAs(reading, 'not-sure');
  if (unsure !== undefined && !pendingAnswered(ours, facts)) {
    if (asked !== null) return { ...known, act: 'answer', notSure: true, substance: true };
    if (ours?.pending?.kind === 'remedy' && !more) return { ...known, act: 'answer', notSure: true };
  }
  if (ours?.pending?.kind === 'new-problem' && known.yesNo !== null)
    return { ...known, act: 'answer', substance: true };
  const oneAnswer = (question: Id): boolean =>
    slice.facts.answers.some((answer) => answer.question === question && answer.choose === 'one');
  const changes = contradicts(ours, facts, oneAnswer);
  if (
    ours !== null &&
    (corrects(slice.acts, reading.words) ||
      replaces(ours, facts) ||
      (known.yesNo === 'no' && changes && !pendingAnswered(ours, facts)))
  ) {
    return { ...known, act: 'correct', substance: more };
  }
  if (pendingAnswered(ours, facts)) return { ...known, act: 'answer', substance: true };
  if (more || known.model !== null) return { ...known, act: 'report', substance: true };
  const noted = ours !== null && asked === null && isWhole(reading, heardAs(reading, 'yes'));
  if (noted || heardAs(reading, 'thanks') !== undefined) return { ...known, act: 'thanks' };
  const aside = heardAs(reading, 'aside');
  if (aside !== undefined) return { ...known, act: 'greeting', aside: aside.aside };
  if (heardAs(reading, 'greeting') !== undefined) return { ...known, act: 'greeting' };
  if (far !== null && far.score >= MAYBE_OUT_OF_SCOPE && far.stems.some((stem) => stem.length > 3))
    return { ...known, act: 'out-of-scope' };
  return { ...known, act: 'unclear' };
}

/** What became of the remedy that was shown; before any was shown only "it works again" counts. */
function outcomeOf(
  slice: LanguageSlice,
  ours: Case | null,
  reading: Reading,
  yesNo: 'yes' | 'no' | null,
): Heard['outcome'] {
  if (ours === null) return null;
  const waits =
    ours.pending?.kind === 'remedy' ||
    (ours.pending === null && ours.tried.some((tried) => tried.outcome === 'untold'));
  if (ours.pending?.kind === 'remedy' && yesNo !== null && isWhole(reading, heardAs(reading, 'yes', 'no'))) {
    if (yesNo === 'no' || isPlainYes(reading)) return yesNo === 'yes' ? 'fixed' : 'still-there';
    return null;
  }
  const told = outcomeIn(slice.acts, reading.words, reading.places, waits);
  if (told === null || waits) return told?.outcome ?? null;
  const begun = ours.facts.length + ours.texts.length > 0;
  return told.outcome === 'fixed' && begun && !complainsAfter(slice, reading, told.at) ? 'fixed' : null;
}

/** `that one is fine now, today the scale shows C04`: what is seen now, said after what is fine. */
function complainsAfter(slice: LanguageSlice, { facts, words }: Reading, at: number): boolean {
  const end = words[at]?.end ?? 0;
  return facts.some(({ owner, start, denied, age }) => {
    const about = slice.facts.answers[owner]?.about;
    const isSo = !denied && (age === 'now' || age === 'open');
    return start >= end && isSo && (about === 'check' || about === 'context');
  });
}
