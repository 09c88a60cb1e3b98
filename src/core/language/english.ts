/**
 * The grammar of English that reading needs: closed classes of words, no vocabulary of any domain. Words that
 * mean something for a case stand in the knowledge base.
 */

/** Words as a set. */
export const set = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Words that say that something is not so; all are read as `not`. Spellings without the apostrophe are theirs. */
export const NEGATIONS = set(`
  not no never none nothing without neither nor nobody nobodys nobody's noone cannot cant wont dont doesnt didnt isnt arent wasnt
  werent hasnt havent hadnt couldnt wouldnt shouldnt mustnt neednt aint nt dnt cnt nope unable no-one`);

/** Negations that say that something cannot be done rather than that it was not: `can't refund` tells of a refund. */
export const INABILITY = set(`cannot cant can't won't wont couldn't couldnt wouldn't wouldnt unable`);

/** Negations of who: nobody does it. They deny no ability, and say more than `no`. */
export const NO_PERSON = set(`nobody nobodys nobody's noone no-one`);

/** Negations of things and people, which are not those of an ability: `no one signed in` is not `cannot sign in`. */
export const NO_THING = set(`no none nothing nobody nobodys nobody's noone no-one`);

/** Makes an inability of `nobody`: `no one can sign in`. */
export const ABLE = set('can could able');

/** After `not`: makes an inability of it, as in `does not let me refund`. */
export const ABILITY = set(
  'let lets letting able allow allows allowed allowing permit permits possible can could',
);

/** Verbs without whom a question of yes or no is not asked. */
export const AUXILIARIES = set(`
  is are was were am be been being do does did done doing has have had having can could will would shall should
  may might must isn't aren't wasn't weren't don't doesn't didn't hasn't haven't can't couldn't won't wouldn't
  shouldn't ought`);

/** Words that open a noun. */
export const DETERMINERS = set('the a an my our your his her their this that these those its any some');

/** Determiners of something in particular: `not the key` denies, `no key` misses. */
export const DEFINITE = set('the my our your his her their this that these those');

/** Negations that say that something is not there. */
export const ABSENCE = set('no without none');

/** Who does something, in a few letters. */
export const PRONOUNS = set(
  'i we it you he she they me us him them one someone anyone somebody anybody everyone there',
);

/** Words that put one thing in relation to another. */
export const PREPOSITIONS = set(`
  of to at by for from with into onto about as per via upon than between during within under above below behind
  through across along against inside beside near`);

const JOINING = set(`
  and or but so because then when while although though since until unless if whether whereas which who whom
  whose what where why how that once after before`);

const FILLERS = set(`
  please pls plz just also too very quite really well ok okay oh hey um uh er eh already still yet even only
  here there now again ever always maybe perhaps actually anyway however re ve ll u were ur etc got get gets
  getting`);

/** Conjunctions after which a negation before them no longer holds. */
export const SUBORDINATORS = set(
  'because when while although though since until unless if whereas which after before so then once',
);

/** Words that introduce a supposition. */
export const SUPPOSING = set('if whether unless suppose supposing assuming maybe perhaps possibly');

/** Words that stand for a thing which was named before. */
export const STANDING_IN = set("it its it's they their them they're this that that's one mine itself");

/** Verbs of a clause that only supposes. */
export const CONDITIONAL = set(`would could should might will`);

/** Words with which questions begin that take what they ask about for granted only in part. */
export const WONDERING = set('how what which where when who whose whats wheres hows');

/** Openings that a sentence may have before it begins. */
export const OPENINGS = set('so and but or well ok okay oh hey hi hello also now please then sorry um eh');

/** Verbs and adverbs that a negation passes over to reach what it denies: `does not have a key`, `not really on`. */
export const TRANSPARENT = set(`
  be been being is are was were do did done does doing have has had having get got getting use uses used using say
  says said saying show shows showed showing see sees seen saw give gives gave need needs needed want wants make
  made makes look looks looking ask asks asked asking come comes came display displays displayed really actually
  yet fully quite all completely even currently always properly correctly entirely still just anymore exactly
  necessarily seem seems appear appears happen change changed try tried think any only own`);

/** What stands in a form where something is not so. */
export const FIELD_NO = set('no none nope never');

/** After `not`: nothing is denied. */
export const NOT_DENYING = set('only just');

/** After `not`, and before `if`: the person does not know. */
export const UNSURE = set('sure certain know idea clue remember tell');

/** After `X is not the`: X is cleared of it. */
export const CULPRITS = set('problem cause issue reason fault trouble culprit it one');

/** Small words whose sense hangs on what stands beside them: `switch on`, but `on the screen`. */
export const PARTICLES = set('on in off out up down over back away');

/** Of them those that may be left out where a noun follows. */
export const LIGHT_PARTICLES = set('on in');

/** Words that count what follows them: `all keys`, but not `the key is all the way in`. */
export const QUANTIFIERS = set('all every each both several many few');

/** Words that leave only what they stand beside: `just this till`. */
export const RESTRICTING = set('only just single');

/** Words too vague to mean an answer by themselves: they count only where the question was asked. */
export const VAGUE = set(`
  all every each both same other another few many several more most less least one two three four five six seven eight nine
  ten once twice time times first second third last next new old today yesterday tomorrow ago now day days week
  weeks month months year years hour hours minute minutes second seconds long short recently lately before after
  good bad fine wrong right correct true false thing things something anything everything somewhere anywhere go
  goes went gone come came take took put let work works worked working seem look done different sure`);

/** Numbers as words, by what they count. */
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
  ['fifth', 5],
  ['5th', 5],
  ['sixth', 6],
  ['6th', 6],
  ['seventh', 7],
  ['7th', 7],
  ['eighth', 8],
  ['8th', 8],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
]);

/** Words that may stand beside a number which picks a choice. */
export const PICKING = set(
  "the one option number no nr answer choice choose pick its it is i it's think say go with",
);

/** Contractions that are written without their apostrophe. */
export const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ['im', 'i'],
  ['ive', 'i'],
  ['thats', 'that'],
  ['its', 'it'],
  ['theres', 'there'],
  ['hes', 'he'],
  ['shes', 'she'],
  ['youre', 'you'],
  ['theyre', 'they'],
  ['weve', 'we'],
  ['theyve', 'they'],
  ['lets', 'let'],
  ['whats', 'what'],
  ['wheres', 'where'],
  ['hows', 'how'],
  ['whos', 'who'],
  ['someone', 'somebody'],
  ['someones', 'somebody'],
  ['somebodys', 'somebody'],
  ['anyone', 'anybody'],
  ['everyone', 'everybody'],
]);

/** Forms of the verbs that only help other verbs, by the one that stands for them. */
export const AUXILIARY_STEMS: ReadonlyMap<string, string> = new Map([
  ...['is', 'are', 'was', 'were', 'am', 'been', 'being'].map((form): [string, string] => [form, 'be']),
  ...['does', 'did', 'done', 'doing'].map((form): [string, string] => [form, 'do']),
  ...['has', 'had', 'having'].map((form): [string, string] => [form, 'have']),
  ...['gets', 'got', 'getting'].map((form): [string, string] => [form, 'get']),
]);

/** Words that a phrase may have or lack wherever it stands. */
export const SKIPPED: ReadonlySet<string> = new Set([
  ...DETERMINERS,
  ...set(
    'be is are was were am been being just also too very quite really please pls plz well so oh actually anyway however',
  ),
]);

/** True for a word that carries no content: it is optional in a phrase and weighs little anywhere. */
export function isFunctionWord(word: string): boolean {
  return (
    AUXILIARIES.has(word) ||
    DETERMINERS.has(word) ||
    PRONOUNS.has(word) ||
    PREPOSITIONS.has(word) ||
    JOINING.has(word) ||
    FILLERS.has(word)
  );
}
