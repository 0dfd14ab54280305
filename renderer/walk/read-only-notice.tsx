import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Notice } from '../frame/notice.tsx';
import { sentence } from '../frame/sentence.ts';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import classes from './walk.module.css';

/** Says why the assessment can only be looked at. */
export function ReadOnlyNotice() {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const readOnly = useSessionState((state) => state.readOnly);
  if (readOnly === null) return null;
  return (
    <Notice tone="provisional">
      <div className={classes.closed}>
        <p>
          <strong>{t('walk.readOnly')}</strong> {sentence(readOnly)}
        </p>
        <Link href={paths.backups(id)}>{t('recovery.toBackups')}</Link>
      </div>
    </Notice>
  );
}
