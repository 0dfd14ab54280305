import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDroppedFiles } from '../frame/use-dropped-files.ts';
import classes from './sheets.module.css';

/** Ways to choose files: the system's own window, a drop anywhere on the page, and a paste. */
export function SheetPicker({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const dropping = useDroppedFiles(onFiles);
  return (
    <div className={classes.picker} data-dropping={dropping}>
      <input
        ref={input}
        type="file"
        accept="application/pdf,.pdf"
        multiple
        hidden
        onChange={({ currentTarget: field }) => {
          onFiles([...(field.files ?? [])]);
          // NOTE: otherwise choosing the same file again, after it was corrected, would be no change.
          field.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('sheets.choose')}</Button>
      <p>{t(dropping ? 'sheets.drop' : 'sheets.otherWays')}</p>
    </div>
  );
}
