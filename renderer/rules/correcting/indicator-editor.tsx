import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../../criteria/schema.ts';
import classes from './correcting.module.css';
import { withIndicator } from './edit-set.ts';
import { useEditing } from './editing.ts';
import { PointsField, WordsFields } from './fields.tsx';
import { RatioEditor } from './ratio-editor.tsx';

interface IndicatorEditorProps {
  readonly indicator: Indicator;
  readonly path: string;
}

/** What an indicator says: its wording, its points, and how a ratio comes to them. */
export function IndicatorEditor({ indicator, path }: IndicatorEditorProps) {
  const { t } = useTranslation();
  const { set } = useEditing().draft;
  return (
    <div className={classes.fields}>
      <WordsFields
        path={`${path}.text`}
        labelVi={t('correcting.row.textVi')}
        labelEn={t('correcting.row.textEn')}
        value={indicator.text}
        write={(text) => withIndicator(set, indicator, (one) => ({ ...one, text }))}
      />
      <PointsField
        path={`${path}.points`}
        label={t(indicator.kind === 'check' ? 'correcting.checkPoints' : 'correcting.row.points')}
        labelled
        least={1}
        value={indicator.points}
        write={(points) => withIndicator(set, indicator, (one) => ({ ...one, points }))}
      />
      {indicator.kind === 'ratio' && <RatioEditor indicator={indicator} path={path} />}
    </div>
  );
}
