import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Mark, ProvisionalMark } from '../frame/marks.tsx';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { localised } from '../wording.ts';
import classes from './overview.module.css';
import type { TaskState } from './task-state.ts';
import { progressText, taskPointsText } from './task-words.ts';
import { useTaskStates } from './use-task-states.ts';

/** The task list: every criterion with what is done, what it gave, and what is not in order. */
export function OverviewTasks() {
  const { t } = useTranslation();
  const tasks = useTaskStates();
  return (
    <div className={classes.tasks}>
      <Table className={classes.table} verticalSpacing={5} highlightOnHover>
        <caption>
          {t('tasks.title')}{' '}
          <span className={classes.quiet}>
            {t('tasks.summary', {
              complete: tasks.filter(({ complete }) => complete).length,
              criteria: tasks.length,
            })}
          </span>
        </caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('tasks.column.criterion')}</Table.Th>
            <Table.Th scope="col" className={classes.stateColumn}>
              {t('tasks.column.state')}
            </Table.Th>
            <Table.Th scope="col" className={classes.points}>
              {t('tasks.column.points')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tasks.map((task) => (
            <TaskRow key={task.criterion.id} task={task} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function TaskRow({ task }: { readonly task: TaskState }) {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const { criterion, points, complete, answered, atZero, refused, unconfirmed, doubts, provisional } = task;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.name}>
        <Link href={paths.criterion(id, criterion.id)}>
          {t('tasks.numbered', { id: criterion.id, name: localised(criterion.name) })}
        </Link>
      </Table.Th>
      <Table.Td>
        <span className={classes.state} data-complete={complete}>
          {progressText(t, { complete, answered, indicators: criterion.indicators.length })}
        </span>
        <span className={classes.marks}>
          {atZero && <Mark tone="bad">{t('walk.atZero')}</Mark>}
          {refused && <Mark tone="bad">{t('walk.refused')}</Mark>}
          {unconfirmed > 0 && <Mark tone="wait">{t('tasks.unconfirmed', { n: unconfirmed })}</Mark>}
          {doubts > 0 && <Mark tone="wait">{t('tasks.doubts', { n: doubts })}</Mark>}
        </span>
      </Table.Td>
      <Table.Td className={classes.points}>
        <strong>{taskPointsText(t, points, criterion.max)}</strong>
        {provisional && <ProvisionalMark />}
      </Table.Td>
    </Table.Tr>
  );
}
