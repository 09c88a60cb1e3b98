/** What each head of the reader learns from: the examples of a knowledge base, and its phrases and titles. */

import type { KnowledgeBase } from '../../knowledge/model.ts';
import { actLessons } from './act-lessons.ts';
import { articleLessons } from './article-lessons.ts';
import type { Lesson } from './lesson.ts';
import { familyLessons, problemLessons } from './message-lessons.ts';
import { replyLessons } from './reply-lessons.ts';
import { roleLessons } from './role.ts';
import { standingLessons } from './standing.ts';
import { statementLessons } from './statement-lessons.ts';

/** The lessons of every head of a base. */
export const lessonsOf = (kb: KnowledgeBase): readonly Lesson[] => [
  ...problemLessons(kb),
  ...familyLessons(kb),
  ...statementLessons(kb),
  ...standingLessons(kb),
  ...roleLessons(kb),
  ...replyLessons(kb),
  ...actLessons(kb),
  ...articleLessons(kb),
];
