import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Folded } from '../../frame/folded.tsx';
import { ReadIn as ReadInFields } from '../correcting/read-in.tsx';
import classes from './general.module.css';
import { useGeneral } from './general-draft.ts';

/** Where a rule was read that says something else than before; nothing for the others. */
export function ReadIn({ rule }: { readonly rule: string }) {
  const { t } = useTranslation();
  const { changed, draft } = useGeneral();
  const [open, setOpen] = useState(false);
  if (!changed.includes(rule)) return null;
  const place = draft.readIn[rule]?.in;
  return (
    <Folded
      open={open}
      onOpen={setOpen}
      className={classes.readIn}
      summary={place === undefined ? t('authoring.readInMissing') : t('authoring.readIn', { place })}
    >
      <ReadInFields rule={rule} changed />
    </Folded>
  );
}
