import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownPlace } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { BusyButton } from '../frame/busy-button.tsx';
import { sentence } from '../frame/sentence.ts';
import classes from './desktop.module.css';
import { inDesktop } from './in-desktop.ts';

type Outcome =
  | { readonly kind: 'shown' }
  | { readonly kind: 'copied' | 'notShown' | 'notCopied' | 'notShownNorCopied'; readonly path: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Shows a folder in the file manager; where the page cannot, it copies the path to be pasted there. */
export function ShowPlace({ place }: { readonly place: ShownPlace }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);

  async function show() {
    setBusy(true);
    setOutcome(await shown(place));
    setBusy(false);
  }

  return (
    <div className={classes.place}>
      <BusyButton variant="default" size="compact-sm" busy={busy} onClick={() => void show()}>
        {t(inDesktop() ? 'desktop.show' : 'desktop.copyPath', { place: t(`desktop.place.${place}`) })}
      </BusyButton>
      {outcome !== null && <p role="status">{outcomeText(t, outcome)}</p>}
    </div>
  );
}

function outcomeText(t: TFunction, outcome: Outcome): string {
  switch (outcome.kind) {
    case 'shown':
      return t('desktop.shown');
    case 'failed':
      return sentence(outcome.message);
    default:
      return t(`desktop.${outcome.kind}`, { path: outcome.path });
  }
}

async function shown(place: ShownPlace): Promise<Outcome> {
  const reply = await callApi('places.show', { place });
  if (!reply.ok) return { kind: 'failed', message: reply.error.message };
  if (reply.value.shown) return { kind: 'shown' };
  const { path } = reply.value;
  try {
    await navigator.clipboard.writeText(path);
  } catch {
    return { kind: inDesktop() ? 'notShownNorCopied' : 'notCopied', path };
  }
  return { kind: inDesktop() ? 'notShown' : 'copied', path };
}
