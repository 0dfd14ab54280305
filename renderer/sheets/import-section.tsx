import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportOutlook, type ImportUse, importUses, type SheetCheck } from '../../electron/api.ts';
import { Part } from '../frame/part.tsx';
import { sentence } from '../frame/sentence.ts';
import { ImportPreview } from './import-preview.tsx';
import classes from './sheets.module.css';
import type { CheckedFile } from './sheets-store.ts';

interface ImportSectionProps {
  readonly file: CheckedFile;
  readonly check: Extract<SheetCheck, { verdict: 'genuine' | 'unchecked' }>;
}

/** The two ways to take the figures over, each with what it does or why it cannot be done, and one of them in preview. */
export function ImportSection({ file, check }: ImportSectionProps) {
  const { t } = useTranslation();
  const [looked, setLooked] = useState<ImportUse | null>(null);
  const { sheet, imports } = check;
  const outlook = looked === null ? null : imports[looked];
  // What was taken over is told above, with the way to it.
  if (file.run?.outcome?.kind === 'imported') return null;
  return (
    <>
      <Part title={t('sheets.import.title')}>
        <div className={classes.choices}>
          {importUses.map((use) => (
            <Choice
              key={use}
              use={use}
              year={sheet.year}
              outlook={imports[use]}
              looked={looked === use}
              onLook={() => setLooked(looked === use ? null : use)}
            />
          ))}
        </div>
      </Part>
      {looked !== null && outlook?.possible && (
        <ImportPreview key={looked} file={file} use={looked} year={sheet.year} outlook={outlook} />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly use: ImportUse;
  readonly year: number;
  readonly outlook: ImportOutlook;
  readonly looked: boolean;
  readonly onLook: () => void;
}

function Choice({ use, year, outlook, looked, onLook }: ChoiceProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const textId = useId();
  return (
    <section className={classes.choice} aria-labelledby={titleId}>
      <h3 id={titleId}>{t(`sheets.import.use.${use}`, { year })}</h3>
      <p id={textId}>{t(`sheets.import.does.${use}`, { year })}</p>
      {outlook.possible ? (
        <Button
          variant="default"
          aria-expanded={looked}
          aria-label={t('sheets.import.previewOf', { use: t(`sheets.import.use.${use}`, { year }) })}
          aria-describedby={textId}
          onClick={onLook}
        >
          {t('sheets.import.preview')}
        </Button>
      ) : (
        <p>
          <strong>{t('sheets.import.impossible')}</strong> {sentence(outlook.message)}
        </p>
      )}
    </section>
  );
}
