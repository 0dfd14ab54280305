import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { FileEvidence } from '../../criteria/evidence.ts';
import { useEvidenceFaults } from '../evidence/evidence-faults.ts';
import { Part } from '../frame/part.tsx';
import { sentence } from '../frame/sentence.ts';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { criterionOf } from '../walk/set-lookup.ts';
import classes from './check.module.css';

/** Whether the attached files are still there, as they were attached. Nothing where none are. */
export function EvidencePart() {
  const { t } = useTranslation();
  const { missing, altered, checked, error } = useEvidenceFaults();
  const attached = useSessionState(({ copy }) =>
    Object.values(copy.evidence).some((items) => items.some(({ kind }) => kind === 'file')),
  );
  if (!attached) return null;
  const whole = missing.length + altered.length === 0;
  return (
    <Part title={t('tasks.check.evidenceTitle')}>
      {error !== null && <p>{t('tasks.check.evidenceUnknown', { message: sentence(error.message) })}</p>}
      {error === null && !checked && <p>{t('tasks.check.evidenceChecking')}</p>}
      {error === null && checked && whole && <p>{t('tasks.check.evidenceWhole')}</p>}
      {!whole && (
        <>
          <p>{t('tasks.check.evidenceText')}</p>
          <ul className={classes.reasons}>
            {missing.map((file) => (
              <Faulty key={file.sha256} file={file} fault={t('tasks.check.evidenceMissing')} />
            ))}
            {altered.map((file) => (
              <Faulty key={file.sha256} file={file} fault={t('tasks.check.evidenceAltered')} />
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

function Faulty({ file, fault }: { readonly file: FileEvidence; readonly fault: string }) {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const { set, evidence } = useSessionState(({ copy }) => copy);
  const holders = Object.keys(evidence).filter((indicator) =>
    evidence[indicator]?.some((item) => item.kind === 'file' && item.sha256 === file.sha256),
  );
  return (
    <li>
      {file.name}: {fault}{' '}
      {holders.map((indicator) => (
        <Link
          key={indicator}
          className={classes.holder}
          href={paths.criterion(id, criterionOf(set, indicator))}
        >
          {t('tasks.check.indicator', { id: indicator })}
        </Link>
      ))}
    </li>
  );
}
