import { UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetCheck } from '../../electron/api.ts';
import { Mark } from '../frame/marks.tsx';
import { numberText } from '../wording.ts';
import classes from './sheets.module.css';
import { type CheckedFile, showFile, useSheets } from './sheets-store.ts';

/** Where several files were chosen: each with what was found, and the way to its result. */
export function ChosenFiles() {
  const { t } = useTranslation();
  const { files, shown } = useSheets();
  const titleId = useId();
  if (files.length < 2) return null;
  const done = files.filter(({ checking }) => checking !== null).length;
  return (
    <section className={classes.chosen} aria-labelledby={titleId}>
      <h2 id={titleId}>{t('sheets.files')}</h2>
      <p role="status">{t('sheets.progress', { done: numberText(done), total: numberText(files.length) })}</p>
      <ul>
        {files.map((file) => (
          <li key={file.key}>
            <UnstyledButton
              className={classes.chosenFile}
              aria-current={file.key === shown}
              onClick={() => showFile(file.key)}
            >
              <span className={classes.fileName}>{file.sheet.name}</span> <FileMark file={file} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

const tones = {
  genuine: 'good',
  unchecked: 'provisional',
  altered: 'bad',
  not_ours: 'wait',
} as const satisfies Record<SheetCheck['verdict'], string>;

function FileMark({ file: { checking } }: { readonly file: CheckedFile }) {
  const { t } = useTranslation();
  if (checking === null) return <Mark tone="quiet">{t('sheets.waiting')}</Mark>;
  if (checking.kind !== 'checked') return <Mark tone="provisional">{t('sheets.notChecked')}</Mark>;
  const { verdict } = checking.check;
  return <Mark tone={tones[verdict]}>{t(`sheets.verdict.${verdict}`)}</Mark>;
}
