import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Announced } from '../frame/announced.tsx';
import { Notice } from '../frame/notice.tsx';
import { sentence } from '../frame/sentence.ts';
import { paths } from '../paths.ts';
import type { Importing } from './sheet-check.ts';
import type { CheckedFile, ImportRun } from './sheets-store.ts';

interface ImportOutcomeProps {
  readonly file: CheckedFile;
  readonly run: ImportRun;
  readonly outcome: Importing;
}

/** What became of the import; takes the focus of what was pressed and is gone. */
export function ImportOutcome({ file, run, outcome }: ImportOutcomeProps) {
  const { t } = useTranslation();
  if (outcome.kind === 'imported') {
    const { id, unit, year } = outcome.assessment;
    const assessment = t('walk.title', { unit: unit.name, year });
    return (
      <Announced>
        <Notice tone="good" title={t(`sheets.import.done.${run.as}`)} announce="status">
          <p>{t(`sheets.import.doneText.${run.as}`, { assessment, file: file.sheet.name })}</p>
          <Button component={Link} href={paths.assessment(id)}>
            {t('sheets.import.open')}
          </Button>
        </Notice>
      </Announced>
    );
  }
  const title = outcome.kind === 'unknown' ? t('sheets.import.unknown') : t('sheets.import.failed');
  return (
    <Announced>
      <Notice tone="bad" title={title} announce="alert">
        <p>{failureText(t, outcome)}</p>
      </Notice>
    </Announced>
  );
}

function failureText(t: TFunction, outcome: Exclude<Importing, { kind: 'imported' }>): string {
  switch (outcome.kind) {
    case 'unsaved':
      return t('sheets.import.unsaved');
    case 'unreadable':
      return t('sheets.unreadable');
    case 'conflict':
      return `${sentence(outcome.message)} ${t('sheets.import.conflictWay')}`;
    case 'unknown':
      return `${sentence(outcome.message)} ${t('sheets.import.unknownWay')}`;
    case 'refused':
      return sentence(outcome.message);
  }
}
