import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { ruleOfKey, rulesOf } from '../../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { DeadEnd } from '../../frame/failure.tsx';
import frame from '../../frame/frame.module.css';
import { Mark } from '../../frame/marks.tsx';
import { Part } from '../../frame/part.tsx';
import { focusHeading, ScreenHeading } from '../../frame/screen.tsx';
import { useAction } from '../../keys/actions.ts';
import { shortcutText } from '../../keys/shortcuts.ts';
import { paths } from '../../paths.ts';
import { say } from '../../undo/said.ts';
import { besideEachOther } from '../changed-lines.ts';
import { faultsBeside } from '../place.ts';
import { linesOfRule } from '../rule-lines.ts';
import { ruleName } from '../rule-words.ts';
import classes from './correcting.module.css';
import { CriterionEditor } from './criterion-editor.tsx';
import { DraftBar } from './draft-bar.tsx';
import { DraftPage } from './draft-page.tsx';
import { placeOfIndicator, restored } from './edit-set.ts';
import { useEditing } from './editing.ts';
import { FaultList } from './fault-list.tsx';
import { partOfRule } from './general-place.ts';
import { ImpactPanel } from './impact-panel.tsx';
import { IndicatorEditor } from './indicator-editor.tsx';
import { ReadIn } from './read-in.tsx';
import { withoutUnder } from './refused-move.ts';
import { RuleComparison } from './rule-comparison.tsx';
import { useImpact } from './use-impact.ts';

interface RuleScreenProps {
  readonly id: string;
  /** The key of the rule. */
  readonly rule: string;
}

/** One rule of a draft, being corrected. */
export function RuleScreen({ id, rule }: RuleScreenProps) {
  return (
    <DraftPage id={id}>
      <OneRule rule={rule} key={rule} />
    </DraftPage>
  );
}

function OneRule({ rule }: { readonly rule: string }) {
  const { t } = useTranslation();
  const { draft, base, changed, faults, refused, refuseAll, change, setReadIn, flush } = useEditing();
  const { set } = draft;
  const [, navigate] = useLocation();
  const impact = useImpact(draft.basedOn, set);
  const keys = rulesOf(set).map(({ key }) => key);
  const at = keys.indexOf(rule);
  const { kind, id } = ruleOfKey(rule);
  const isChanged = changed.includes(rule);
  const isNew = set.id !== base.set.id;
  const rows = besideEachOther(linesOfRule(t, base.set, rule), linesOfRule(t, set, rule));
  const differs = rows.some(({ before, after }) => before !== after);
  const step = (by: 1 | -1) => {
    const next = keys[at + by];
    if (next === undefined) say({ text: t(by === 1 ? 'correcting.wasLast' : 'correcting.wasFirst') });
    else navigate(paths.draftRule(set.id, next));
  };
  useAction('next', () => step(1));
  useAction('previous', () => step(-1));
  useAction('save', () => void flush());
  if (at < 0)
    return (
      <DeadEnd title={t('correcting.unknownRule')} message={t('correcting.unknownRuleText')}>
        <Link href={paths.draft(set.id)}>{t('correcting.toDraft')}</Link>
      </DeadEnd>
    );
  const name = ruleName(t, set, rule);
  const place = pathOf(set, rule);
  const beside = faultsBeside(set, faults, rule);

  function restore() {
    if (place !== null) refuseAll(withoutUnder(refused, place));
    change(restored(set, base.set, kind, id));
    setReadIn(rule, null);
    focusHeading();
  }
  return (
    <main className={`${frame.page} ${frame.stack}`}>
      <nav className={frame.way} aria-label={t('frame.way')}>
        <Link href={paths.rules()}>{t('correcting.room')}</Link>
        <Link href={paths.draft(set.id)}>{t('correcting.toDraftOf', { version: set.version })}</Link>
      </nav>
      <ScreenHeading title={name}>
        {name} {isChanged && !isNew && <Mark tone="accent">{t('correcting.mark.changed')}</Mark>}
      </ScreenHeading>
      <DraftBar criterion={criterionOf(set, rule)} />
      <div className={classes.beside}>
        <div className={classes.editor}>
          <Part title={t('correcting.edit')}>
            <Editor set={set} rule={rule} />
            {beside.length > 0 && (
              <div role="status">
                <FaultList set={set} faults={beside} />
              </div>
            )}
            {differs && base.set.id === set.id && (
              <Button variant="default" onClick={restore}>
                {t('correcting.restore')}
              </Button>
            )}
          </Part>
          <ReadIn rule={rule} changed={isChanged} />
          <p className={classes.steps}>
            {at > 0 && (
              <Link href={paths.draftRule(set.id, keys[at - 1] ?? '')}>
                {t('correcting.previous', { keys: shortcutText('previous') })}
              </Link>
            )}
            {at < keys.length - 1 && (
              <Link href={paths.draftRule(set.id, keys[at + 1] ?? '')}>
                {t('correcting.next', { keys: shortcutText('next') })}
              </Link>
            )}
          </p>
        </div>
        <div className={classes.outlook}>
          <Part title={t('correcting.impact.title')}>
            <ImpactPanel {...impact} unfinished={faults.length > 0} />
          </Part>
          <Part title={t('correcting.comparison')}>
            <RuleComparison rows={rows} base={base.set} set={set} />
          </Part>
        </div>
      </div>
    </main>
  );
}

function Editor({ set, rule }: { readonly set: CriteriaSet; readonly rule: string }) {
  const { t } = useTranslation();
  const { kind, id } = ruleOfKey(rule);
  const criterion = kind === 'criterion' ? set.criteria.find((one) => one.id === id) : undefined;
  if (criterion !== undefined) return <CriterionEditor criterion={criterion} />;
  const place = kind === 'indicator' ? placeOfIndicator(set, id) : null;
  const indicator = place === null ? undefined : set.criteria[place.criterion]?.indicators[place.indicator];
  if (indicator !== undefined)
    return <IndicatorEditor indicator={indicator} path={pathOf(set, rule) ?? ''} />;
  return (
    <p>
      <Link href={paths.draftGeneral(set.id, partOfRule(rule))}>{t('correcting.editGeneral')}</Link>
    </p>
  );
}

/** Where a criterion or an indicator stands in the set; null for all other rules. */
function pathOf(set: CriteriaSet, rule: string): string | null {
  const { kind, id } = ruleOfKey(rule);
  if (kind === 'criterion') return `criteria[${set.criteria.findIndex((one) => one.id === id)}]`;
  const place = kind === 'indicator' ? placeOfIndicator(set, id) : null;
  return place === null ? null : `criteria[${place.criterion}].indicators[${place.indicator}]`;
}

function criterionOf(set: CriteriaSet, rule: string): string | null {
  const { kind, id } = ruleOfKey(rule);
  if (kind === 'criterion') return id;
  const place = kind === 'indicator' ? placeOfIndicator(set, id) : null;
  return place === null ? null : (set.criteria[place.criterion]?.id ?? null);
}
