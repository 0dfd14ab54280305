/** Every text of the interface that is not in the criteria set or in the wording of `criteria/`. */
import { about } from './about.ts';
import { assessors } from './assessors.ts';
import { authoring } from './authoring.ts';
import { brought } from './brought.ts';
import { check } from './check.ts';
import { correcting } from './correcting.ts';
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
import { moving } from './moving.ts';
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
import { rules } from './rules.ts';
import { save } from './save.ts';
import { setFiles } from './set-files.ts';
import { sheets } from './sheets.ts';
import { points, provisional, status } from './status.ts';
import { tasks } from './tasks.ts';
import { time } from './time.ts';
import { tour } from './tour.ts';
import { undo } from './undo.ts';
import { walk } from './walk.ts';

export const messages = {
  about,
  assessors,
  authoring,
  brought,
  check,
  correcting,
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
  moving,
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
  rules,
  save,
  setFiles,
  sheets,
  status,
  tasks,
  time,
  tour,
  undo,
  walk,
} as const;
