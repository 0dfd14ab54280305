import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from '../frame/dialog.tsx';
import classes from '../printing/printing.module.css';
import { numberText } from '../wording.ts';
import { usePrinting } from './print-document.ts';

/** How far a document is from the printer, and the way to stop it. */
export function PrintingDialog() {
  const { t } = useTranslation();
  const printing = usePrinting((state) => state.printing);
  if (printing === null) return null;
  const { done, total, stop } = printing;
  const count = t('paper.page', { done: numberText(done), total: numberText(total) });
  return (
    <Dialog title={t('paper.title')} onClose={stop}>
      <p role="status">{t(total === 0 ? 'paper.making' : 'paper.drawing')}</p>
      <div className={classes.progressLine}>
        <progress
          className={classes.progress}
          aria-label={t('paper.title')}
          {...(total > 0 && { value: done, max: total, 'aria-valuetext': count })}
        />
        {total > 0 && <span className={classes.count}>{count}</span>}
      </div>
      <DialogActions>
        <Button variant="default" data-first-focus onClick={stop}>
          {t('paper.stop')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
