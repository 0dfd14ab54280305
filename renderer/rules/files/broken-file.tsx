import { Button, Textarea } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetFault } from '../../../criteria/set-faults.ts';
import { bytesOf } from '../../base64.ts';
import { Notice } from '../../frame/notice.tsx';
import { paged } from '../../frame/paged.ts';
import { Pages } from '../../frame/pages.tsx';
import { Part } from '../../frame/part.tsx';
import { sentence } from '../../frame/sentence.ts';
import { numberText } from '../../wording.ts';
import { type FaultGroup, faultGroups, faultsText } from './fault-groups.ts';
import { jsonOf } from './look-at-file.ts';
import classes from './set-files.module.css';

const pageSize = 100;

interface BrokenFileProps {
  readonly file: string;
  readonly base64: string;
  readonly faults: readonly SetFault[];
}

/** Every fault of a file that is not taken in, by place, to be read here or sent to its author. */
export function BrokenFile({ file, base64, faults }: BrokenFileProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(1);
  const inOrder = useMemo(() => {
    const groups = faultGroups(faults, jsonOf(bytesOf(base64)));
    return groups.flatMap((group) => group.faults.map((fault) => ({ group, fault })));
  }, [base64, faults]);
  const part = paged(inOrder, wanted, pageSize);
  const shown = Map.groupBy(part.items, ({ group }) => group);
  const pages = { label: t('setFiles.broken.pages'), paged: part, onPage: setWanted };
  return (
    <div className={classes.stack}>
      <Notice tone="bad" title={t('setFiles.broken.title', { file })}>
        <p>{t('setFiles.broken.text', { n: numberText(faults.length) })}</p>
      </Notice>
      <Part title={t('setFiles.broken.faults')}>
        <FaultsAsText
          text={faultsText(
            inOrder.map(({ fault }) => fault),
            ({ message }) => sentence(message),
          )}
          count={faults.length}
        />
        <Pages {...pages} />
        {[...shown].map(([group, found]) => (
          <section key={found[0]?.fault.path} className={classes.faultGroup}>
            <h3>
              {groupTitle(t, group)}{' '}
              <span className={classes.quiet}>
                {t('setFiles.broken.count', { n: numberText(group.faults.length) })}
              </span>
            </h3>
            <ul>
              {found.map(({ fault: { path, message } }) => (
                <li key={`${path} ${message}`}>
                  {path !== '' && <code className={classes.place}>{path}</code>}
                  <span>{sentence(message)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <Pages {...pages} below />
      </Part>
    </div>
  );
}

function groupTitle(t: TFunction, { part }: FaultGroup): string {
  if (typeof part === 'string') return t(`setFiles.broken.${part}`);
  const { criterion: id, name } = part;
  return name === null
    ? t('setFiles.broken.criterion', { id })
    : t('setFiles.broken.criterionNamed', { id, name });
}

/** The whole list to be copied; selected where the system lets nothing be copied. */
function FaultsAsText({ text, count }: { readonly text: string; readonly count: number }) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);
  async function copy() {
    // So that a second press is announced, too.
    setOutcome(null);
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('selected');
      requestAnimationFrame(() => {
        field.current?.focus();
        field.current?.select();
      });
    }
  }
  return (
    <>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => void copy()}>
          {t('setFiles.broken.copy')}
        </Button>
        <p role="status">{outcome !== null && t(`setFiles.broken.${outcome}`, { n: numberText(count) })}</p>
      </div>
      {outcome === 'selected' && (
        <Textarea
          ref={field}
          className={classes.asText}
          aria-label={t('setFiles.broken.asText')}
          value={text}
          readOnly
          spellCheck={false}
          rows={8}
        />
      )}
    </>
  );
}
