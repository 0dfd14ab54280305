import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { SetVersion } from '../../../criteria/rules/published-set.ts';
import { countRules, rulesOf } from '../../../criteria/rules/rules.ts';
import type { ApiError } from '../../../electron/api.ts';
import { whoWorks } from '../../assessors/working.ts';
import { Announced } from '../../frame/announced.tsx';
import { DeadEnd, FailureNotice } from '../../frame/failure.tsx';
import frame from '../../frame/frame.module.css';
import { Notice } from '../../frame/notice.tsx';
import { ScreenHeading } from '../../frame/screen.tsx';
import { todayIso } from '../../frame/time.ts';
import { hostText } from '../../host-text.ts';
import { useAction } from '../../keys/actions.ts';
import { shortcutText } from '../../keys/shortcuts.ts';
import { paths } from '../../paths.ts';
import { localised } from '../../wording.ts';
import { ExportButton } from '../files/export-button.tsx';
import { useIsTour, useRoomCall } from '../room-call.ts';
import { ConfirmingForm, isReader, type Reader } from './confirming-form.tsx';
import { beginCorrection } from './correction.ts';
import { Progress } from './progress.tsx';
import classes from './reading.module.css';
import { ReadingContext } from './reading-context.ts';
import { nextToRead, previousToRead, readInText } from './reading-order.ts';
import { SetDocument } from './set-document.tsx';
import { SetFacts } from './set-facts.tsx';
import { type SetRoom, useSetRoom } from './set-room.ts';

/** A published version as a document that can be read, with the decision beside it, and confirmed rule by rule. */
export function SetScreen({ id, version }: SetVersion) {
  const { t } = useTranslation();
  const room = useSetRoom({ id, version });
  if (room.state === 'failed')
    return <DeadEnd title={t('rules.title')} message={room.error.message} onRetry={room.again} />;
  return (
    <main className={`${frame.page} ${frame.stack}`} aria-busy={room.state === 'loading'}>
      <nav className={frame.way} aria-label={t('frame.way')}>
        <Link href={`~${paths.list()}`}>{t('program.home')}</Link>
        <Link href={paths.rules()}>{t('rules.title')}</Link>
      </nav>
      {room.state === 'loading' ? <p role="status">{t('rules.loading')}</p> : <ReadySet room={room} />}
    </main>
  );
}

function ReadySet({ room }: { readonly room: Extract<SetRoom, { state: 'ready' }> }) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const tour = useIsTour();
  const [, navigate] = useLocation();
  const { set } = room.opened;
  const rules = rulesOf(set);
  const count = countRules(rules);
  const [reader, setReader] = useState<Reader>(() => ({
    by: whoWorks() ?? '',
    document: localised(set.legalBasis),
    on: todayIso(),
  }));
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [lastPlace, setLastPlace] = useState('');
  const [refused, setRefused] = useState<ApiError | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const places = useRef(new Map<string, string>());
  const [finished, setFinished] = useState(false);

  /** NOTE: what is on its way counts as read, so that the focus never goes back to it. */
  const settled = rules.map((rule) => (room.underWay.has(rule.key) ? { ...rule, confirmed: true } : rule));

  function goTo(key: string | null) {
    if (key === null) return;
    const field = document.querySelector<HTMLInputElement>(`[data-read-in="${CSS.escape(key)}"]`);
    const shown = field?.closest('article');
    shown?.scrollIntoView({ block: shown.offsetHeight < window.innerHeight * 0.6 ? 'center' : 'end' });
    field?.focus({ preventScroll: true });
    field?.select();
  }

  async function confirm(keys: readonly string[], place: string): Promise<void> {
    if (!isReader(reader)) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setLastPlace(place);
    for (const key of keys) places.current.set(key, place);
    const left = settled.map((rule) => (keys.includes(rule.key) ? { ...rule, confirmed: true } : rule));
    const next = nextToRead(left, keys.at(-1) ?? null);
    const noted = room.confirm(keys, {
      by: reader.by,
      on: reader.on,
      in: readInText(reader.document, place),
    });
    // The place that was typed now stands in the next field before it is selected there.
    requestAnimationFrame(() => goTo(next));
    if (!(await noted)) goTo(keys[0] ?? null);
    else if (next === null) setFinished(true);
  }

  useAction('next', () => goTo(nextToRead(settled, focusedRule())));
  useAction('previous', () => goTo(previousToRead(settled, focusedRule())));

  async function correct(key: string) {
    setRefused(null);
    const reply = await beginCorrection(call, set, whoWorks());
    if (reply.ok) navigate(paths.draftRule(set.id, key));
    else setRefused(reply.error);
  }

  return (
    <ReadingContext.Provider
      value={{
        opened: room.opened,
        underWay: room.underWay,
        failed: room.failed,
        lastPlace,
        placeOf: (key) => places.current.get(key) ?? lastPlace,
        onlyOpen,
        confirm,
        withdraw: room.withdraw,
        correct,
        pass: (key) => goTo(nextToRead(settled, key)),
      }}
    >
      <ScreenHeading title={t('rules.titleOf', { title: localised(set.title), version: set.version })} />
      <SetFacts opened={room.opened} />
      <div className={classes.standing}>
        <Progress count={count} announced />
        {count.confirmed < count.total && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => goTo(nextToRead(settled, focusedRule()))}
          >
            {t('rules.next', { keys: shortcutText('next') })}
          </Button>
        )}
        <label className={classes.filter}>
          <input
            type="checkbox"
            checked={onlyOpen}
            onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
          />
          {t('rules.onlyOpen')}
        </label>
      </div>
      {count.confirmed === count.total ? (
        <AllConfirmed total={count.total} finished={finished} />
      ) : (
        <div ref={form}>
          <ConfirmingForm reader={reader} onChange={setReader} />
        </div>
      )}
      {refused !== null && <FailureNotice title={t('rules.noDraft')} message={hostText(refused.message)} />}
      <SetDocument />
      {!tour && <ExportButton version={set} />}
    </ReadingContext.Provider>
  );
}

interface AllConfirmedProps {
  readonly total: number;
  /** Whether the last rule was confirmed just now. */
  readonly finished: boolean;
}

function AllConfirmed({ total, finished }: AllConfirmedProps) {
  const { t } = useTranslation();
  const said = (
    <Notice tone="good" announce="status">
      <p>{t('rules.allConfirmed', { n: total })}</p>
    </Notice>
  );
  return finished ? <Announced>{said}</Announced> : said;
}

/** The rule that has the focus, if any. */
function focusedRule(): string | null {
  return document.activeElement?.closest('article')?.getAttribute('data-rule') ?? null;
}
