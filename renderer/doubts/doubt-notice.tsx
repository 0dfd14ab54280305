import { useTranslation } from 'react-i18next';
import { Mark } from '../frame/marks.tsx';
import classes from './doubts.module.css';
import type { DoubtAt } from './use-doubts.ts';

interface DoubtNoticeProps {
  readonly doubt: DoubtAt;
  /** Whether a note can be written. */
  readonly asks: boolean;
}

/** Says what looks unusual and asks for a note. It blocks nothing, and is quiet once there is a note. */
export function DoubtNotice({ doubt: { text, explained }, asks }: DoubtNoticeProps) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {text !== '' && (
        <p className={classes.doubt} data-explained={explained || undefined}>
          <span className={classes.mark}>
            <Mark tone={explained ? 'quiet' : 'provisional'}>
              {t(explained ? 'doubts.explained' : 'doubts.unusual')}
            </Mark>{' '}
          </span>
          {text} {asks && !explained && t('doubts.ask')}
        </p>
      )}
    </div>
  );
}
