/** Every command, with its help. What a command does is loaded when it is called, so that none pays for another. */

import { PLAIN, styleFor } from '../channels/console/style.ts';
import type { Command, Option } from './command.ts';
import { FAMILY_OPTION, KNOWLEDGE_OPTION, knowledgeFolder, ROLE_OPTION } from './options.ts';

const PERSON_OPTIONS = [KNOWLEDGE_OPTION, ROLE_OPTION, FAMILY_OPTION];

const ASK: Command = {
  name: 'ask',
  takes: '[TEXT]',
  maxWords: Number.POSITIVE_INFINITY,
  summary: 'One message in, the diagnosis and the next move out.',
  details: 'Without TEXT the message is read from stdin, where it may have many lines.',
  options: [{ name: 'json', value: null, help: 'Print the answer as JSON.' }, ...PERSON_OPTIONS],
  run: async (args, streams) => (await import('./ask.ts')).ask(args, streams),
};

const TRIAGE: Command = {
  name: 'triage',
  takes: '',
  maxWords: 0,
  summary: 'Many tickets in on stdin, a diagnosis of each out, as JSON lines.',
  details:
    'Each line in is {"id": …, "text": "…"}; each line out is what "ask --json" prints, with that id, in the same\n' +
    'order. A bad line gives {"id": …, "error": {…}} and the run goes on; the exit code is then 1.',
  options: PERSON_OPTIONS,
  run: async (args, streams) => (await import('./triage.ts')).triage(args, streams),
};

const CHAT: Command = {
  name: 'chat',
  takes: '',
  maxWords: 0,
  summary: 'A conversation in the terminal.',
  details:
    'Answer in your own words or with the number of a choice. "/quit" or Ctrl-D ends. Lines pasted together are one\n' +
    'message. From a pipe each line is a message; a line that ends with a backslash goes on in the next.',
  options: [
    { name: 'cases', value: 'FILE', help: 'Add each case that was cured to a file, for "keyturn learn".' },
    {
      name: 'transcript',
      value: 'FILE',
      help: 'Add what is said to a file, for "keyturn golden". Secrets are masked.',
    },
    ...PERSON_OPTIONS,
  ],
  run: async (args, streams) => (await import('./chat.ts')).chat(args, streams),
};

const CHECK: Command = {
  name: 'check',
  takes: '[DIR]',
  maxWords: 1,
  summary: 'Every complaint about a knowledge base, with its place and what to do.',
  details:
    'Where the files have no errors the base is tried too: its conversations are played, simulated people are led to\n' +
    'every problem, and what looks alike, is never reached or never asked is told. It takes a few seconds.\n' +
    'The exit code is 1 where there is any complaint.',
  options: [
    { name: 'json', value: null, help: 'Print the complaints as JSON.' },
    {
      name: 'left-out',
      value: null,
      help: 'Read every example by the others, too, and tell which are read as something else. Takes minutes.',
    },
    KNOWLEDGE_OPTION,
  ],
  run: async (args, streams) => {
    const { check } = await import('./check.ts');
    const colour = styleFor(streams.stdout.isTTY === true, streams.env) !== PLAIN;
    return check(args.words[0] ?? knowledgeFolder(args, streams.env), streams, {
      json: args.has('json'),
      colour,
      leftOut: args.has('left-out'),
    });
  },
};

/** People who type. */
const WORDS_OPTIONS: readonly Option[] = [
  {
    name: 'words',
    value: null,
    help: 'Play people who type. Minutes the first time, for a reader is taught.',
  },
  { name: 'people', value: 'N', help: 'With --words, how many people type at most. Left out: 200.' },
];

const SIMULATE: Command = {
  name: 'simulate',
  takes: '[DIR]',
  maxWords: 1,
  summary: 'Simulated people for every problem of a knowledge base, and a report.',
  details:
    'Truthful people answer what the problem shows, draw from the base rates elsewhere, and are not sure of what their\n' +
    'role cannot see. Others are not sure of one question in five, or answer 5, 10 or 20 % wrongly; all of them again\n' +
    'with every likelihood word moved by one step. The exit code is 1 where a truthful person cannot reach some problem,\n' +
    'whatever their role.\n' +
    'With --against: what is better and worse than in DIR, problem by problem, the worst first. The exit code is 1, too,\n' +
    'where some problem is clearly worse: truthful people lost it, or over all people it is reached at least 5 in 100\n' +
    'less often or after at least half a question more, and by more than three standard errors.\n' +
    'With --cases or --slips: people who now and then slip, and nothing else.\n' +
    'With --words: people who type. One example in five is kept from the reader, and said to it: first messages, replies,\n' +
    'and what became of a remedy. The worst conversations are told with the turn at which each went wrong, and by what:\n' +
    'not heard, asked (what was told, or twice), decided (a wrong remedy or a hand-over, though all was heard).',
  options: [
    { name: 'json', value: null, help: 'Print the report as JSON.' },
    { name: 'two-step', value: null, help: 'Play a bot, too, that looks two steps ahead. Slow.' },
    { name: 'markdown', value: null, help: 'Print a line per kind of device as a Markdown table.' },
    { name: 'against', value: 'DIR', help: 'Compare with another revision of the knowledge base.' },
    {
      name: 'rounds',
      value: 'N',
      help: 'How often each conversation is played, with other chances. Left out: 3.',
    },
    { name: 'cases', value: 'FILE', help: 'Write their closed cases to a new file, for "keyturn learn".' },
    {
      name: 'slips',
      value: 'SHARE',
      help: 'How often they answer wrongly, 0 to 0.5. Left out: as the knowledge says.',
    },
    { name: 'family-known', value: null, help: 'Their kind of device is known from the start.' },
    ...WORDS_OPTIONS,
    KNOWLEDGE_OPTION,
    {
      ...ROLE_OPTION,
      help: 'Who they are, as roles.yaml calls them. Left out: the first; with --words who may see most.',
    },
  ],
  run: async (args, streams) => (await import('./simulate.ts')).simulate(args, streams),
};

const NEW: Command = {
  name: 'new',
  takes: 'problem',
  maxWords: 1,
  summary: 'Asks what is wrong and what cures it, and writes a problem that passes the check.',
  details:
    'Every question may be skipped with Enter; "back" goes back one. Nothing is written before you have seen it.\n' +
    'With --answers nobody is asked: the file holds what a problem holds (title, families, said_as, signs, steps, …),\n' +
    'all of it optional; a step is the id of one that exists, or { do: …, by: …, caution: …, see: … }.',
  options: [
    { name: 'answers', value: 'FILE', help: 'Take the answers from a YAML or JSON file.' },
    KNOWLEDGE_OPTION,
  ],
  run: async (args, streams) => (await import('./new.ts')).newThing(args, streams),
};

/** What somebody's words are. */
const MEANT_OPTIONS: readonly Option[] = [
  { name: 'problem', value: 'ID', help: 'A first message that tells this problem.' },
  { name: 'family', value: 'ID', help: 'The kind of device that it tells, where the problem has several.' },
  {
    name: 'level',
    value: 'LEVEL',
    help: 'How much it tells: decisive, family or vague. Left out: decisive.',
  },
  { name: 'answer', value: 'ID', help: 'The answer that it gives to the question that waited.' },
  {
    name: 'article',
    value: 'ID',
    help: 'The article that answers it, where it asks something aside; none: no article does.',
  },
  { name: 'act', value: 'ACT', help: 'What the turn does, as the files of examples/turns are called.' },
  {
    name: 'standing',
    value: 'STANDING',
    help: 'A sentence out of a report, by how it stands: so, denied, asked, supposed, over, others.',
  },
  {
    name: 'states',
    value: 'FACTS',
    help: 'What a first message or a sentence states: QUESTION=ANSWER, more after commas.',
  },
];

const GOLDEN: Command = {
  name: 'golden',
  takes: 'TRANSCRIPT',
  maxWords: 1,
  summary: 'Turns a conversation that went wrong into one that must go right.',
  details:
    'TRANSCRIPT is what "chat --transcript" writes, a terminal copied, a ticket or a single message; - reads stdin.\n' +
    'It is played again, and you say where something else should have come: "remedy ID", "question ID", "handover", …\n' +
    'or "new" where nothing fits, which makes a problem, too. From stdin nobody is asked: it is kept as it goes.\n' +
    'With --answers nobody is asked: name, title, why, should: { TURN: "remedy ID" }, problem (as for "keyturn new").\n' +
    'Where the words of a turn were misheard, say what they are ("answer ID", "act ACT", "article ID", "problem ID",\n' +
    '"standing STANDING", or --turn and an option of these names, or misheard: { turn, answer, … }): they become an example,\n' +
    'what it changes is told as by "keyturn example", and the conversation ends with what comes once they are heard so.',
  options: [
    { name: 'answers', value: 'FILE', help: 'Take the answers from a YAML or JSON file.' },
    {
      name: 'turn',
      value: 'N',
      help: 'Which of the things that the person did was misheard, from 1; the options below say what it was.',
    },
    { name: 'says', value: 'WORDS', help: 'The part of the turn that was misheard. Left out: all of it.' },
    ...MEANT_OPTIONS,
    KNOWLEDGE_OPTION,
    { ...ROLE_OPTION, help: 'Who the person is, as roles.yaml calls them. Left out: unknown.' },
  ],
  run: async (args, streams) => (await import('./golden.ts')).golden(args, streams),
};

const EXAMPLE: Command = {
  name: 'example',
  takes: 'TEXT',
  maxWords: Number.POSITIVE_INFINITY,
  summary: 'Teaches what somebody meant: adds one example, and tells what it changes.',
  details:
    'TEXT is what somebody wrote, word for word; secrets in it are hidden. Say what it is: a first message of a problem,\n' +
    'a reply to a question with its answer (or not-sure, no-such-thing, asks-back, other), or a turn that does something\n' +
    '(fixed, still-there, human, side-question, bypass, report, …), with what waited for an answer. The heads that it\n' +
    'teaches learn anew, and are asked about all that they were taught. "keyturn check" holds it from then on.',
  options: [
    ...MEANT_OPTIONS,
    { name: 'question', value: 'ID', help: 'The question that waited.' },
    { name: 'remedy', value: 'ID', help: 'The problem whose remedy waited.' },
    KNOWLEDGE_OPTION,
  ],
  run: async (args, streams) => (await import('./example.ts')).example(args, streams),
};

const LEARN: Command = {
  name: 'learn',
  takes: 'FILE',
  maxWords: 1,
  summary: 'How often each question is answered wrongly, learned from closed cases.',
  details:
    'FILE has a closed case a line, as "chat --cases" and "simulate --cases" write them; - reads them from stdin.\n' +
    'A bad line is told with its number and the run goes on; the exit code is then 1, and nothing is written.',
  options: [
    { name: 'json', value: null, help: 'Print the report as JSON.' },
    {
      name: 'write',
      value: null,
      help: 'Change "noise" in the files of the questions, and nothing else there.',
    },
    KNOWLEDGE_OPTION,
  ],
  run: async (args, streams) => (await import('./learn.ts')).learn(args, streams),
};

const MAP: Command = {
  name: 'map',
  takes: '',
  maxWords: 0,
  summary: 'A knowledge base drawn: which question separates which problems, as one HTML page.',
  details:
    'The page needs no network and no other file. Without --out it goes to stdout.\n' +
    'Each family is a map of questions and problems, with the bits and likelihoods that conversations are decided by.\n' +
    'With --words conversations are played as by "simulate --words", and the worst of them are shown, too.',
  options: [
    { name: 'out', value: 'FILE', help: 'Write the page to a file; one that is there is replaced.' },
    { ...FAMILY_OPTION, help: 'Draw this family only, as families.yaml calls it.' },
    ...WORDS_OPTIONS,
    KNOWLEDGE_OPTION,
  ],
  run: async (args, streams) => (await import('./map.ts')).map(args, streams),
};

const UNANSWERED: Command = {
  name: 'unanswered',
  takes: '',
  maxWords: 0,
  summary: 'What people asked beside the point and no article answers, newest first.',
  details:
    'It is read from the store that KEYTURN_STORE names, also while the server runs; secrets are masked. Each is a\n' +
    'question for a new file in answers/, or a line for examples/answers/ where one answers it already.',
  options: [
    { name: 'json', value: null, help: 'Print a JSON object a line.' },
    { name: 'limit', value: 'N', help: 'How many. Left out: 100.' },
  ],
  run: async (args, streams) => (await import('./unanswered.ts')).unanswered(args, streams),
};

const SERVE: Command = {
  name: 'serve',
  takes: '',
  maxWords: 0,
  summary: 'Serve the bot over HTTP, as "npm start" does.',
  details:
    'The environment says the rest; the README lists it. SIGINT or SIGTERM ends it once what runs is finished.',
  options: [{ name: 'port', value: 'PORT', help: 'The port. Left out: PORT, or 3978.' }, KNOWLEDGE_OPTION],
  run: async (args, streams) => (await import('./serve.ts')).serve(args, streams),
};

/** In the order of the help. */
export const COMMANDS: readonly Command[] = [
  ASK,
  TRIAGE,
  CHAT,
  CHECK,
  SIMULATE,
  NEW,
  GOLDEN,
  EXAMPLE,
  LEARN,
  MAP,
  UNANSWERED,
  SERVE,
];
