import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { shortCode } from '../../../criteria/short-code.ts';
import type { SetLine } from '../../../electron/api.ts';
import { Mark } from '../../frame/marks.tsx';
import { dateText, dateTimeText } from '../../frame/time.ts';
import { paths } from '../../paths.ts';
import { localised, numberText } from '../../wording.ts';
import { ExportButton } from '../files/export-button.tsx';
import { useIsTour } from '../room-call.ts';
import { Progress } from './progress.tsx';
import classes from './reading.module.css';

interface SetCardProps {
  readonly line: SetLine;
  readonly inUse: boolean;
  readonly onCorrect: () => void;
  readonly onCopy: () => void;
  readonly onUse: () => void;
}

/** A version with what hangs on it, and all that can be done with it. */
export function SetCard({ line, inUse, onCorrect, onCopy, onUse }: SetCardProps) {
  const { t } = useTranslation();
  const tour = useIsTour();
  const { title, version, legalBasis, validFrom, rules, madeAt, madeBy, basedOn, drafts, finals } = line;
  const said = { title: localised(title), version };
  return (
    <>
      {inUse && <p className={classes.cardTitle}>{t('rules.titleOf', said)}</p>}
      <p>
        {localised(legalBasis)}. {t('rules.validFromDay', { day: dateText(validFrom) })}{' '}
        {line.fictional && <Mark tone="wait">{t('rules.mark.fictional')}</Mark>}
      </p>
      <Progress count={rules} />
      <p className={classes.source}>
        {madeAt === null
          ? t(line.builtIn ? 'rules.builtIn' : 'rules.takenIn')
          : t('rules.made', { by: madeBy ?? t('rules.nobody'), at: dateTimeText(madeAt) })}
        {basedOn !== null && ` ${t('rules.basedOn', { id: basedOn.id, version: basedOn.version })}`}{' '}
        {t('rules.pinned', { drafts: numberText(drafts), finals: numberText(finals) })}{' '}
        {t('rules.hashOf', { hash: shortCode(line.hash) })}
      </p>
      <div className={classes.ways}>
        <Button component={Link} href={paths.ruleSet(line)} aria-label={t('rules.readOf', said)}>
          {t(rules.confirmed < rules.total ? 'rules.readAndConfirm' : 'rules.read')}
        </Button>
        <Button variant="default" aria-label={t('rules.correctSetOf', said)} onClick={onCorrect}>
          {t('rules.correctSet')}
        </Button>
        {!inUse && !line.fictional && (
          <Button variant="default" aria-label={t('rules.useOf', said)} onClick={onUse}>
            {t('rules.use')}
          </Button>
        )}
        {!line.fictional && (
          <Button
            component={Link}
            href={paths.movingTo(line)}
            variant="default"
            aria-label={t('rules.moveOf', said)}
          >
            {t('rules.move')}
          </Button>
        )}
        {!tour && (
          <>
            <Button variant="default" aria-label={t('rules.copyOf', said)} onClick={onCopy}>
              {t('rules.copy')}
            </Button>
            <ExportButton version={line} />
          </>
        )}
      </div>
    </>
  );
}
