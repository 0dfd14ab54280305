import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import frame from './frame.module.css';
import { Notice } from './notice.tsx';
import { focusHeading } from './screen.tsx';

/** The desktop application marks the address of a page that it had to load again. */
const crashed = new URLSearchParams(window.location.search).has('crashed');
// So that the page, loaded again by hand, does not tell of it once more.
if (crashed) history.replaceState(history.state, '', window.location.pathname + window.location.hash);

/** Says above every screen that the page was lost and loaded again: what a field refused could not be saved. */
export function AfterCrash() {
  const { t } = useTranslation();
  const [shown, setShown] = useState(crashed);
  if (!shown) return null;
  return (
    <div className={frame.above}>
      <Notice tone="provisional" title={t('failure.reloadedTitle')} announce="alert">
        <p>{t('failure.reloadedText')}</p>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setShown(false);
            focusHeading();
          }}
        >
          {t('failure.reloadedClose')}
        </Button>
      </Notice>
    </div>
  );
}
