import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Notice } from '../frame/notice.tsx';
import { paths } from '../paths.ts';
import { unsavedAssessments } from '../session/open-sessions.ts';
import classes from './list.module.css';

/** The list shows what is saved; what is not yet would otherwise be forgotten here. Read anew with each list. */
export function UnsavedWork() {
  const { t } = useTranslation();
  const unsaved = unsavedAssessments();
  if (unsaved.length === 0) return null;
  return (
    <Notice tone="bad" title={t('list.unsavedTitle')}>
      <ul className={classes.entries}>
        {unsaved.map(({ id, unit, year }) => (
          <li key={id}>
            <Link href={paths.assessment(id)}>{t('walk.title', { unit: unit.name, year })}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
