/** Every text of the interface that is not in the criteria set or in the wording of `criteria/`. */
import { about } from './about.ts';
import { assessors } from './assessors.ts';
import { brought } from './brought.ts';
import { check } from './check.ts';
import { create } from './create.ts';
import { criterion } from './criterion.ts';
import { desktop } from './desktop.ts';
import { differences } from './differences.ts';
import { doubts } from './doubts.ts';
import { evidence } from './evidence.ts';
import { figure } from './figure.ts';
import { history } from './history.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { needs } from './needs.ts';
import { office } from './office.ts';
import { overview } from './overview.ts';
import { paper } from './paper.ts';
import { preferences } from './preferences.ts';
import { documents, printing } from './printing.ts';
import { failure, frame, pages, program } from './program.ts';
import { recovery } from './recovery.ts';
import { resume } from './resume.ts';
import { revisions } from './revisions.ts';
import { save } from './save.ts';
import { sheets } from './sheets.ts';
import { points, provisional, status } from './status.ts';
import { tasks } from './tasks.ts';
import { time } from './time.ts';
import { undo } from './undo.ts';
import { walk } from './walk.ts';

export const messages = {
  about,
  assessors,
  brought,
  check,
  create,
  criterion,
  desktop,
  differences,
  documents,
  doubts,
  evidence,
  failure,
  figure,
  frame,
  history,
  keys,
  list,
  needs,
  office,
  overview,
  pages,
  paper,
  points,
  preferences,
  printing,
  program,
  provisional,
  recovery,
  resume,
  revisions,
  save,
  sheets,
  status,
  tasks,
  time,
  undo,
  walk,
} as const;
