import { useTranslation } from 'react-i18next';
import type { TroubledFile } from '../../electron/api.ts';
import { assessmentName } from './assessment-name.ts';
import classes from './recovery.module.css';

/** Whose assessment it is where that is known, and the name of its file. */
export function TroubledName({ troubled }: { readonly troubled: TroubledFile }) {
  const { t } = useTranslation();
  const { file, id, unitName } = troubled;
  if (id === null || unitName === null) return file;
  return (
    <>
      {assessmentName(t, { id, unitName })} <span className={classes.fileName}>{file}</span>
    </>
  );
}
