import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDroppedFiles } from '../../frame/use-dropped-files.ts';
import classes from './set-files.module.css';

/** Ways to choose a file: the system's own window, a drop anywhere on the page, and a paste. */
export function SetPicker({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const dropping = useDroppedFiles(onFiles);
  return (
    <div className={classes.picker} data-dropping={dropping}>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={({ currentTarget: field }) => {
          onFiles([...(field.files ?? [])]);
          // NOTE: otherwise choosing the same file again, after it was corrected, would be no change.
          field.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('setFiles.choose')}</Button>
      <p>{t(dropping ? 'setFiles.drop' : 'setFiles.otherWays')}</p>
    </div>
  );
}
