import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Notice } from '../frame/notice.tsx';
import { paths } from '../paths.ts';
import { useReadyProgram } from '../program.ts';
import { useSessionState } from '../session/use-session.ts';
import { localised } from '../wording.ts';

/** Says that new assessments use other rules than this one, and leads to moving it. Nothing where they are the same. */
export function NewerVersion() {
  const { t } = useTranslation();
  const { current } = useReadyProgram();
  const set = useSessionState(({ copy }) => copy.set);
  const final = useSessionState(({ assessment }) => assessment.status === 'final');
  const readOnly = useSessionState((state) => state.readOnly !== null);
  if (!current.ok) return null;
  const currentSet = current.value;
  const same = set.id === currentSet.id;
  if (same && set.version >= currentSet.version) return null;
  const versions = { version: set.version, current: currentSet.version };
  const names = { set: localised(set.title), current: localised(currentSet.title) };
  return (
    <Notice title={same ? t('overview.newer.title', versions) : t('overview.newer.otherTitle', names)}>
      <p>
        {same
          ? t(final ? 'overview.newer.textFinal' : 'overview.newer.text', versions)
          : t('overview.newer.otherText', names)}{' '}
        {!readOnly && (
          <Link href={paths.movingTo({ id: currentSet.id, version: currentSet.version })}>
            {t(final ? 'overview.newer.linkFinal' : 'overview.newer.link')}
          </Link>
        )}
      </p>
    </Notice>
  );
}
