import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import frame from '../../frame/frame.module.css';
import { Notice } from '../../frame/notice.tsx';
import { Part } from '../../frame/part.tsx';
import { ScreenHeading } from '../../frame/screen.tsx';
import { useAction } from '../../keys/actions.ts';
import { paths } from '../../paths.ts';
import { localised } from '../../wording.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import classes from './correcting.module.css';
import { DiscardDialog } from './discard-dialog.tsx';
import { DraftBar } from './draft-bar.tsx';
import { DraftPage } from './draft-page.tsx';
import { useEditing } from './editing.ts';
import { FaultList } from './fault-list.tsx';
import { ImpactPanel } from './impact-panel.tsx';
import { PublishedPage } from './published-page.tsx';
import { refusedFaults } from './refused-faults.ts';
import { saysNothingNew } from './removed-rules.ts';
import { RuleList } from './rule-list.tsx';
import { useImpact } from './use-impact.ts';

/** The draft of a criteria set as a whole: its rules, its faults, what it would change, and the way to publish it. */
export function DraftScreen({ id }: { readonly id: string }) {
  const [published, setPublished] = useState<CriteriaSet | null>(null);
  if (published !== null) return <PublishedPage set={published} />;
  return (
    <DraftPage id={id}>
      <Draft onPublished={setPublished} />
    </DraftPage>
  );
}

function Draft({ onPublished }: { readonly onPublished: (set: CriteriaSet) => void }) {
  const { t } = useTranslation();
  const { draft, base, faults, changed, refused, flush } = useEditing();
  const { set } = draft;
  const [asking, setAsking] = useState<'accept' | 'discard' | null>(null);
  const [wasRefused, setWasRefused] = useState(false);
  const isSame = changed.length === 0 && saysNothingNew(set, base.set);
  const faultsPart = useRef<HTMLDivElement>(null);
  const impact = useImpact(draft.basedOn, set);
  useAction('save', () => void flush());
  const all = [...refusedFaults(refused), ...faults];
  const title = localised(set.title);
  const isNew = set.id !== base.set.id;

  function accept() {
    setWasRefused(true);
    if (all.length === 0) setAsking(isSame ? null : 'accept');
    else faultsPart.current?.querySelector<HTMLElement>('a')?.focus();
  }
  return (
    <main className={`${frame.page} ${frame.stack}`}>
      <nav className={frame.way} aria-label={t('frame.way')}>
        <Link href={`~${paths.list()}`}>{t('program.home')}</Link>
        <Link href={paths.rules()}>{t('correcting.room')}</Link>
        <Link href={paths.ruleSet(draft.basedOn)}>
          {t('correcting.toBase', { version: draft.basedOn.version })}
        </Link>
      </nav>
      <ScreenHeading title={t('correcting.title', { version: set.version, title })} />
      <p>
        {isNew
          ? t('correcting.introNew', { title: localised(base.set.title), version: base.set.version })
          : t('correcting.intro', { from: base.set.version, version: set.version })}
      </p>
      <DraftBar criterion={null}>
        <div className={classes.barActions}>
          <Button onClick={accept}>{t('correcting.accept', { version: set.version })}</Button>
          <Button variant="default" onClick={() => setAsking('discard')}>
            {t('correcting.discard.open')}
          </Button>
        </div>
      </DraftBar>
      {all.length === 0 && isSame && wasRefused && (
        <Notice announce="alert">
          <p>{t('correcting.accepting.same')}</p>
        </Notice>
      )}
      {all.length > 0 && (
        <div ref={faultsPart}>
          <Part title={t('correcting.faultsTitle')}>
            {wasRefused && <p role="alert">{t('correcting.acceptRefused')}</p>}
            <FaultList set={set} faults={all} />
          </Part>
        </div>
      )}
      <Part title={t('correcting.impact.title')}>
        <ImpactPanel {...impact} unfinished={all.length > 0} />
      </Part>
      <RuleList />
      {asking === 'accept' && (
        <AcceptDialog impact={impact} onClose={() => setAsking(null)} onPublished={onPublished} />
      )}
      {asking === 'discard' && <DiscardDialog onClose={() => setAsking(null)} />}
    </main>
  );
}
