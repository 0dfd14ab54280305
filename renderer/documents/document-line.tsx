import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentRequest } from '../../electron/api.ts';
import { BusyButton } from '../frame/busy-button.tsx';
import { printDocument } from '../paper/print-document.ts';
import { type Delivery, saveDocument, showDocument } from './deliver.ts';
import { DeliveryWords } from './delivery-words.tsx';
import classes from './documents.module.css';

/** How a document reaches the person. */
export type Way = (request: DocumentRequest) => Promise<Delivery>;

/** The document that was asked for last, and what came of it. */
export interface Asked {
  readonly kind: DocumentRequest['kind'];
  readonly delivery: Delivery | 'making';
}

interface DocumentLineProps {
  readonly kind: DocumentRequest['kind'];
  /** Of the list of a year; no other name tells it. */
  readonly year?: number;
  readonly about?: ReactNode;
  /** True where it cannot be had now; `about` says why. */
  readonly blocked?: boolean;
  /** Of this document or of another one beside it. */
  readonly asked: Asked | null;
  readonly onAsk: (way: Way) => void;
}

const ways = [
  ['show', showDocument],
  ['save', saveDocument],
  ['print', printDocument],
] as const;

/** A document on a line: what it is, the ways to have it, and what came of asking for it. */
export function DocumentLine({ kind, year = 0, about, blocked = false, asked, onAsk }: DocumentLineProps) {
  const { t } = useTranslation();
  const aboutId = useId();
  const busy = blocked || asked?.delivery === 'making';
  const described = about === undefined ? undefined : aboutId;
  return (
    <div className={classes.line}>
      <span className={classes.name}>{t(`documents.name.${kind}`, { year })}</span>
      <div className={classes.buttons}>
        {ways.map(([name, way]) => (
          <BusyButton
            key={name}
            variant="default"
            size="compact-sm"
            aria-label={t(`documents.${name}Of.${kind}`, { year })}
            aria-describedby={described}
            busy={busy}
            onClick={() => onAsk(way)}
          >
            {t(`documents.${name}`)}
          </BusyButton>
        ))}
      </div>
      {about !== undefined && (
        <p id={aboutId} className={classes.about}>
          {about}
        </p>
      )}
      {asked?.kind === kind && (
        <div className={classes.outcome}>
          <DeliveryWords delivery={asked.delivery} />
        </div>
      )}
    </div>
  );
}
