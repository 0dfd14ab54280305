import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Assessment } from '../../criteria/assessment.ts';
import { Notice } from '../frame/notice.tsx';
import { paths } from '../paths.ts';
import classes from './printing.module.css';

/** Why nothing was printed, and the way to what has to be mended or given up first. Nothing when there is none. */
export function HeldNotice({ held }: { readonly held: readonly Assessment[] }) {
  const { t } = useTranslation();
  if (held.length === 0) return null;
  return (
    <Notice tone="bad" title={t('printing.held.title')} announce="alert">
      <p className={classes.words}>{t('printing.held.text')}</p>
      <ul className={classes.remarks}>
        {held.map(({ id, unit, year }) => (
          <li key={id}>
            <Link href={paths.check(id)}>{t('walk.title', { unit: unit.name, year })}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
