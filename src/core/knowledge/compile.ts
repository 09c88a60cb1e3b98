/** From what authors wrote to what the program works with. Only a base without errors comes here. */

import type { Authored, Shelves } from './base.ts';
import { compileArticle } from './compile/articles.ts';
import { compileExamples } from './compile/examples.ts';
import { compileCosts, compileFamilies, compileRoles } from './compile/families.ts';
import { compileLanguage, compileSecrets } from './compile/language.ts';
import { allQuestions, compileNeeds, withNeededSigns } from './compile/needs.ts';
import { compileProblems, compileStep, countByFamily } from './compile/problems.ts';
import { compileQuestion } from './compile/questions.ts';
import { compileActs, compileContacts, compileLexicon, compileMessages } from './compile/vocabulary.ts';
import type { KnowledgeBase } from './model.ts';

/**
 * Turns words into numbers, fills in defaults and scales what must sum to 1.
 * @throws TypeError where the base was not checked first: that is a fault of the program, never of an author.
 */
export function compile(shelves: Shelves): KnowledgeBase {
  const familiesFile = only(shelves.families);
  const questionFiles = allQuestions(shelves);
  const problemFiles = shelves.problem.map(({ value }) => withNeededSigns(value, questionFiles));
  const costs = compileCosts(only(shelves.costs));
  const families = compileFamilies(familiesFile, costs, questionFiles, countByFamily(problemFiles));
  const roles = compileRoles(only(shelves.roles));
  const steps = shelves.step.map(({ value }) => compileStep(value));
  const messages = compileMessages(shelves.messages);
  const notHere = Object.values(messages)[0]?.['not-here-choice'] ?? '';
  return {
    title: familiesFile.title,
    families,
    roles,
    questions: questionFiles.map((question) =>
      compileQuestion(question, { families, roles, steps, notHere }),
    ),
    problems: compileProblems(problemFiles, families, questionFiles),
    steps,
    needs: compileNeeds(shelves),
    lexicon: compileLexicon(only(shelves.lexicon)),
    costs,
    acts: compileActs(only(shelves.acts)),
    examples: compileExamples(shelves, problemFiles),
    articles: shelves.answer.map(compileArticle),
    contacts: compileContacts(only(shelves.contacts)),
    sources: Object.entries(only(shelves.sources).sources).map(([id, says]) => ({ id, says })),
    messages,
    language: compileLanguage(only(shelves.language)),
    secrets: compileSecrets(only(shelves.secrets)),
  };
}

/** The only file of its kind. */
function only<T>(files: readonly Authored<T>[]): T {
  const [file] = files;
  if (file === undefined) throw new TypeError('knowledge was compiled before it was checked');
  return file.value;
}
