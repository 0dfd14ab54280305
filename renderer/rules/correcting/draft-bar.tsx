import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './correcting.module.css';
import { useEditing } from './editing.ts';
import { refusedFaults } from './refused-faults.ts';
import { SaveWords } from './save-words.tsx';
import { Sums } from './sums.tsx';

interface DraftBarProps {
  /** The criterion whose sum is shown beside that of the set. */
  readonly criterion: string | null;
  readonly children?: ReactNode;
}

/** What is always in sight while a draft is edited: whether it is saved, what its points add up to, what is wrong. */
export function DraftBar({ criterion, children }: DraftBarProps) {
  const { t } = useTranslation();
  const { draft, faults, refused } = useEditing();
  const count = faults.length + refusedFaults(refused).length;
  return (
    <div className={classes.bar}>
      <SaveWords />
      <Sums set={draft.set} criterion={criterion} />
      <p role="status" className={classes.faultCount} data-faulty={count > 0}>
        {count === 0 ? t('correcting.noFaults') : t('correcting.faultCount', { count })}
      </p>
      {children}
    </div>
  );
}
