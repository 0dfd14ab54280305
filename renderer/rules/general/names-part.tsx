import { useTranslation } from 'react-i18next';
import { localised } from '../../wording.ts';
import classes from './general.module.css';
import { useGeneral } from './general-draft.ts';
import { OtherFaults } from './rows.tsx';
import { Fields, SetDay, SetLocalised, SetNumber } from './set-fields.tsx';

/** What the set as a whole is called, from when it is in force, and the most that can be reached. */
export function NamesPart() {
  const { t } = useTranslation();
  const { set } = useGeneral();
  return (
    <>
      <p>{t('authoring.names.intro')}</p>
      <Fields>
        {(['title', 'legalBasis', 'recognisedAs'] as const).map((name) => (
          <SetLocalised
            key={name}
            path={name}
            label={t(`authoring.names.${name}`)}
            value={set[name]}
            change={(value) => ({ ...set, [name]: value })}
          />
        ))}
        <SetDay
          path="validFrom"
          label={t('authoring.names.validFrom')}
          description={t('authoring.dayHint')}
          value={set.validFrom}
          change={(validFrom) => ({ ...set, validFrom })}
        />
        <SetNumber
          path="max"
          label={t('authoring.names.max')}
          value={set.max}
          change={(max) => ({ ...set, max })}
        />
      </Fields>
      <h3>{t('authoring.names.sources')}</h3>
      <p className={classes.quiet}>{t('authoring.names.sourcesIntro')}</p>
      <ul className={classes.sources}>
        {Object.entries(set.sources).map(([id, source]) => (
          <li key={id}>
            {localised(source)}{' '}
            <span className={classes.quiet}>({t(`authoring.sourceKind.${source.kind}`)})</span>
          </li>
        ))}
      </ul>
      <OtherFaults within="sources" shown={/^$/} />
    </>
  );
}
