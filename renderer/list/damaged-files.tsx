import { useTranslation } from 'react-i18next';
import type { DamagedFile } from '../../electron/api.ts';
import { Notice } from '../frame/notice.tsx';
import { sentence } from '../frame/sentence.ts';
import classes from './list.module.css';

export function DamagedFiles({ files }: { readonly files: readonly DamagedFile[] }) {
  const { t } = useTranslation();
  if (files.length === 0) return null;
  return (
    <Notice tone="bad" title={t('list.damagedTitle', { n: files.length })}>
      <p>{t('list.damagedText')}</p>
      <ul className={classes.damaged}>
        {files.map(({ file, message }) => (
          <li key={file}>
            <strong>{file}</strong>: {sentence(message)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
