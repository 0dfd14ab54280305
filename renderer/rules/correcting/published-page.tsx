import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { countRules, rulesOf } from '../../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import frame from '../../frame/frame.module.css';
import { Notice } from '../../frame/notice.tsx';
import { ScreenHeading } from '../../frame/screen.tsx';
import { paths } from '../../paths.ts';
import { localised, numberText } from '../../wording.ts';
import classes from './correcting.module.css';

/** What came of a draft, and what to do with the new version. */
export function PublishedPage({ set }: { readonly set: CriteriaSet }) {
  const { t } = useTranslation();
  const { confirmed, total } = countRules(rulesOf(set));
  return (
    <main className={`${frame.narrow} ${frame.stack}`}>
      <ScreenHeading title={t('correcting.published.title', { version: set.version })} />
      <Notice tone="good">
        <p>{t('correcting.published.text', { title: localised(set.title), version: set.version })}</p>
        <p>{t('correcting.published.confirmed', { n: numberText(confirmed), total: numberText(total) })}</p>
        <p>{t('correcting.published.pinned')}</p>
      </Notice>
      <ul className={classes.ways}>
        <li>
          <Link href={paths.movingTo(set)}>{t('correcting.published.move')}</Link>
        </li>
        <li>
          <Link href={paths.ruleSet(set)}>{t('correcting.published.read', { version: set.version })}</Link>
        </li>
        <li>
          <Link href={paths.rules()}>{t('correcting.published.toSets')}</Link>
        </li>
      </ul>
    </main>
  );
}
