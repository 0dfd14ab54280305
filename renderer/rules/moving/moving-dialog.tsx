import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImpactLine } from '../../../criteria/rules/impact.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { Dialog, DialogActions } from '../../frame/dialog.tsx';
import { numberText } from '../../wording.ts';
import { outlookOf } from './moves.ts';

interface MovingDialogProps {
  readonly set: CriteriaSet;
  readonly lines: readonly ImpactLine[];
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Says what comes of moving all that is chosen; closing it does nothing. */
export function MovingDialog({ set, lines, onClose, onConfirm }: MovingDialogProps) {
  const { t } = useTranslation();
  const { effects, losingAnswers, askedMore, otherSet } = outlookOf(lines, set);
  const counted = [
    ['otherSet', otherSet],
    ['flips', effects.flips],
    ['notAsked', losingAnswers],
    ['newlyAsked', askedMore],
  ] as const;
  return (
    <Dialog
      title={t('moving.confirm.title', { n: numberText(lines.length), version: set.version })}
      onClose={onClose}
    >
      {counted.map(
        ([what, n]) => n > 0 && <p key={what}>{t(`moving.confirm.${what}`, { n: numberText(n) })}</p>,
      )}
      <p>
        {t('moving.confirm.points', {
          gains: numberText(effects.gains),
          loses: numberText(effects.loses),
          same: numberText(effects.same),
        })}
      </p>
      <p>{t('moving.confirm.kept')}</p>
      <DialogActions>
        <Button variant="default" data-first-focus onClick={onClose}>
          {t('moving.confirm.cancel')}
        </Button>
        <Button onClick={onConfirm}>{t('moving.confirm.confirm')}</Button>
      </DialogActions>
    </Dialog>
  );
}
