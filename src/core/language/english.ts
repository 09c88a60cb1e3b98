/**
 * The grammar of English that reading needs: closed classes of words, no vocabulary of any domain. Words that
 * mean something for a case stand in the knowledge base.
 */

/** Words as a set. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Words that say that something is not so; all are read as `not`. Spellings without the apostrophe are theirs. */
export const NEGATIONS = set(`
  not no never none nothing without neither nor nobody nobodys nobody's noone cannot cant wont dont doesnt didnt isnt arent wasnt
  werent hasnt havent hadnt couldnt wouldnt shouldnt mustnt neednt aint nt dnt cnt nope unable no-one`);

/** Verbs without whom a question of yes or no is not asked. */
const AUXILIARIES = set(`
  is are was were am be been being do does did done doing has have had having can could will would shall should
  may might must isn't aren't wasn't weren't don't doesn't didn't hasn't haven't can't couldn't won't wouldn't
  shouldn't ought`);

/** Words that open a noun. */
const DETERMINERS = set('the a an my our your his her their this that these those its any some');

/** Who does something, in a few letters. */
const PRONOUNS = set(
  'i we it you he she they me us him them one someone anyone somebody anybody everyone there',
);

/** Words that put one thing in relation to another. */
const PREPOSITIONS = set(`
  of to at by for from with into onto about as per via upon than between during within under above below behind
  through across along against inside beside near`);

const JOINING = set(`
  and or but so because then when while although though since until unless if whether whereas which who whom
  whose what where why how that once after before`);

const FILLERS = set(`
  please pls plz just also too very quite really well ok okay oh hey um uh er eh already still yet even only
  here there now again ever always maybe perhaps actually anyway however re ve ll u were ur etc got get gets
  getting`);

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
