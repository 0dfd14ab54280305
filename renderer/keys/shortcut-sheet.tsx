import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogActions } from '../frame/dialog.tsx';
import { useAction } from './actions.ts';
import classes from './keys.module.css';
import { combinationText, shortcuts, shortcutText } from './shortcuts.ts';

/** Every shortcut in a table, for whoever asks for it by its own. */
export function ShortcutSheet() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useAction('sheet', () => setOpen(true));
  if (!open) return null;
  const close = () => setOpen(false);
  return (
    <Dialog title={t('keys.sheet')} onClose={close}>
      {/* Read from the top: the button below would take the table out of a small window. */}
      <table className={classes.sheet} tabIndex={-1} data-first-focus>
        <thead>
          <tr>
            <th scope="col">{t('keys.keysColumn')}</th>
            <th scope="col">{t('keys.actionColumn')}</th>
          </tr>
        </thead>
        {(['everywhere', 'assessment'] as const).map((place) => (
          <tbody key={place}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {t(`keys.where.${place}`)}
              </th>
            </tr>
            {shortcuts
              .filter(({ where }) => where === place)
              .map(({ id, combinations }) => (
                <tr key={id}>
                  <td>
                    {combinations.map((combination, index) => (
                      <span key={combinationText(combination)}>
                        {index > 0 && ` ${t('keys.or')} `}
                        <kbd>{combinationText(combination)}</kbd>
                      </span>
                    ))}
                  </td>
                  <td>{t(`keys.action.${id}`)}</td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
      <p className={classes.count}>{t('keys.ownKeys')}</p>
      <p className={classes.count}>
        {t('keys.confirmingKeys', { next: shortcutText('next'), previous: shortcutText('previous') })}
      </p>
      <DialogActions>
        <Button onClick={close}>{t('keys.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
