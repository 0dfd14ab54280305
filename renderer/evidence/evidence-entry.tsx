import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../criteria/assessment.ts';
import { type EvidenceItem, evidenceKey, sizeText } from '../../criteria/evidence.ts';
import { type Delivery, saveEvidence } from '../documents/deliver.ts';
import { DeliveryWords } from '../documents/delivery-words.tsx';
import { dateTimeText } from '../frame/time.ts';
import { useSessionState } from '../session/use-session.ts';
import classes from './evidence.module.css';
import { fileKind } from './file-kind.ts';
import { Thumbnail } from './thumbnail.tsx';

interface EvidenceEntryProps {
  readonly indicator: string;
  readonly item: EvidenceItem;
  /** What is wrong with the file on the disk. */
  readonly fault: 'missing' | 'altered' | null;
  /** Absent where nothing can be changed. */
  readonly onRemove?: () => void;
}

/** One piece of evidence: what it is, who attached it, and whether it is still as it was. */
export function EvidenceEntry({ indicator, item, fault, onRemove }: EvidenceEntryProps) {
  const { t } = useTranslation();
  const [delivery, setDelivery] = useState<Delivery | 'making' | null>(null);
  const [undrawn, setUndrawn] = useState(false);
  const name = item.kind === 'file' ? item.name : item.text;
  const photo = item.kind === 'file' && fileKind(item.type) === 'photo' && fault === null ? item : null;
  return (
    <li className={classes.item}>
      <span className={classes.picture} aria-hidden="true">
        {photo !== null && !undrawn ? (
          <Thumbnail sha256={photo.sha256} onUndrawn={() => setUndrawn(true)} />
        ) : (
          t(`evidence.kind.${item.kind === 'file' ? fileKind(item.type) : 'paper'}`)
        )}
      </span>
      <div className={classes.about}>
        <p className={classes.name}>
          {name} {item.kind === 'file' && <span className={classes.size}>({sizeText(item.size)})</span>}
        </p>
        <Attached indicator={indicator} item={item} />
        {photo !== null && undrawn && <p className={classes.by}>{t('evidence.undrawn')}</p>}
        {fault !== null && <p className={classes.fault}>{t(`evidence.fault.${fault}`)}</p>}
        {delivery !== null && <DeliveryWords delivery={delivery} />}
      </div>
      <div className={classes.itemActions}>
        {item.kind === 'file' && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('evidence.saveOf', { name })}
            onClick={() => {
              setDelivery('making');
              void saveEvidence(item).then(setDelivery);
            }}
          >
            {t('evidence.save')}
          </Button>
        )}
        {onRemove !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('evidence.removeOf', { name })}
            onClick={onRemove}
          >
            {t('evidence.remove')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Attached({ indicator, item }: Pick<EvidenceEntryProps, 'indicator' | 'item'>) {
  const { t } = useTranslation();
  const history = useSessionState((state) => state.history);
  const since = useMemo(() => attaching(history, indicator, item), [history, indicator, item]);
  if (since === undefined) return null;
  const at = dateTimeText(since.at);
  return (
    <p className={classes.by}>
      {since.by === null ? t('evidence.attachedAt', { at }) : t('evidence.attachedBy', { at, by: since.by })}
    </p>
  );
}

/** When and through whom a piece of evidence came to be there. */
function attaching(
  history: readonly HistoryEntry[],
  indicator: string,
  item: EvidenceItem,
): HistoryEntry | undefined {
  const key = evidenceKey(item);
  const holds = (items: readonly EvidenceItem[]) => items.some((other) => evidenceKey(other) === key);
  return history.findLast(
    ({ change }) =>
      change.kind === 'evidence' && change.of === indicator && holds(change.to) && !holds(change.from),
  );
}
