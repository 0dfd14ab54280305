import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languages, themes } from '../../electron/api.ts';
import { Dialog, DialogActions } from '../frame/dialog.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import classes from './preferences.module.css';
import { prefer, usePreferences } from './preferences.ts';

/** Each by its own name, so that it is found by whoever reads no other. */
const languageNames = { vi: 'Tiếng Việt', en: 'English' } as const;

/** Leads to language and theme. It names the language that is not shown, as the way out of the one that is. */
export function PreferencesButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const other = usePreferences(({ preferences }) => (preferences.language === 'vi' ? 'en' : 'vi'));
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t('preferences.title')}
        <span className={classes.other} lang={other}>
          {languageNames[other]}
        </span>
      </Button>
      {open && (
        <Dialog title={t('preferences.title')} onClose={() => setOpen(false)}>
          <PreferencesForm onClose={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

/** What is chosen holds at once; there is nothing to confirm. */
function PreferencesForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { preferences, error } = usePreferences();
  return (
    <div className={classes.form}>
      <Radio.Group
        label={t('preferences.language')}
        name="language"
        value={preferences.language}
        onChange={(chosen) => {
          const language = languages.find((one) => one === chosen);
          if (language !== undefined) void prefer({ language });
        }}
      >
        <div className={classes.choices}>
          {languages.map((language) => (
            <Radio
              key={language}
              value={language}
              label={<span lang={language}>{languageNames[language]}</span>}
              data-first-focus={language === preferences.language || undefined}
            />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group
        label={t('preferences.theme')}
        name="theme"
        value={preferences.theme}
        onChange={(chosen) => {
          const theme = themes.find((one) => one === chosen);
          if (theme !== undefined) void prefer({ theme });
        }}
      >
        <div className={classes.choices}>
          {themes.map((theme) => (
            <Radio key={theme} value={theme} label={t(`preferences.themes.${theme}`)} />
          ))}
        </div>
      </Radio.Group>
      {error !== null && <FailureNotice title={t('preferences.notKept')} message={error.message} />}
      <p className={classes.about}>{t('preferences.about')}</p>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('preferences.close')}
        </Button>
      </DialogActions>
    </div>
  );
}
