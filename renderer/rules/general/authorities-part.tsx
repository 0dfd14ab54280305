import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleKey } from '../../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { dateText } from '../../frame/time.ts';
import { localised } from '../../wording.ts';
import {
  Adding,
  type Done,
  localisedFrom,
  NewLocalised,
  NewRowForm,
  NewText,
  useNewForm,
} from './adding.tsx';
import { type Authority, dayBefore, dayForm, dayFrom, withAuthority, withoutAuthority } from './dated.ts';
import { carryReadIn, useGeneral } from './general-draft.ts';
import { replaced } from './ordered.ts';
import { ReadIn } from './read-in.tsx';
import { OtherFaults, Row } from './rows.tsx';
import { Fields, SetDay, SetLocalised, SetOptionalDay } from './set-fields.tsx';
import { newProvenance } from './structure.ts';

const list = 'authorities';

/** Who recognises, one authority after the other without a day between them. */
export function AuthoritiesPart() {
  const { t } = useTranslation();
  const { set } = useGeneral();
  return (
    <>
      <p>{t('authoring.authorities.intro')}</p>
      {set.authorities.map((authority, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: days change while they are typed
        <AuthorityRow key={place} authority={authority} place={place} />
      ))}
      <OtherFaults within={list} shown={/^authorities\[\d+\]\.(from|to|title\.\w+)$/} />
      <Adding list={list} count={set.authorities.length} button={t('authoring.authorities.add')}>
        {(done) => <NewAuthority done={done} />}
      </Adding>
    </>
  );
}

function AuthorityRow({ authority, place }: { readonly authority: Authority; readonly place: number }) {
  const { t } = useTranslation();
  const draft = useGeneral();
  const { set } = draft;
  const path = `${list}[${place}]`;
  const change = (next: Authority): CriteriaSet => ({
    ...set,
    authorities: replaced(set.authorities, place, next),
  });
  const before = set.authorities[place - 1];
  const removal = {
    next: () => ({ ...set, authorities: withoutAuthority(set.authorities, place) }),
    refusal: set.authorities.length === 1 ? t('authoring.authorities.last') : null,
    follows:
      before === undefined
        ? []
        : [
            authority.to === null
              ? t('authoring.authorities.lastsOpen', { title: localised(before.title) })
              : t('authoring.authorities.lasts', {
                  title: localised(before.title),
                  day: dateText(authority.to),
                }),
          ],
  };
  return (
    <Row list={list} place={place} title={localised(authority.title)} removal={removal}>
      <Fields>
        <SetLocalised
          path={`${path}.title`}
          label={t('authoring.authorities.title')}
          value={authority.title}
          change={(title) => change({ ...authority, title })}
        />
        <SetDay
          path={`${path}.from`}
          label={t('authoring.from')}
          value={authority.from}
          change={(from) => {
            carryReadIn(draft, ruleKey('authority', authority.from), ruleKey('authority', from));
            return change({ ...authority, from });
          }}
        />
        <SetOptionalDay
          path={`${path}.to`}
          label={t('authoring.to')}
          description={t('authoring.authorities.toHint')}
          value={authority.to}
          change={(to) => change({ ...authority, to })}
        />
      </Fields>
      <ReadIn rule={ruleKey('authority', authority.from)} />
    </Row>
  );
}

function NewAuthority({ done }: { readonly done: Done }) {
  const { t } = useTranslation();
  const { set, change } = useGeneral();
  const [closing, setClosing] = useState(true);
  const last = set.authorities.at(-1);
  const form = useNewForm({ vi: '', en: '', from: '' }, ({ vi, from }) => {
    const day = dayFrom(from);
    return {
      vi: vi.trim() === '' ? t('authoring.neededSentence') : undefined,
      from:
        day === null
          ? `${t('authoring.needsDay')}.`
          : last !== undefined && day <= last.from
            ? t('authoring.authorities.later', { day: dateText(last.from) })
            : undefined,
    };
  });
  const { vi, en, from } = form.values;
  const day = dayFrom(from);
  return (
    <NewRowForm
      title={t('authoring.authorities.add')}
      done={done}
      form={form}
      onAdd={() => {
        const added: Authority = {
          from: day as string,
          to: null,
          title: localisedFrom(vi, en),
          provenance: newProvenance(set),
        };
        return change({ ...set, authorities: withAuthority(set.authorities, added, closing) });
      }}
    >
      <Fields>
        <NewLocalised label={t('authoring.authorities.title')} vi={form.field('vi')} en={form.field('en')} />
        <NewText
          label={t('authoring.from')}
          description={t('authoring.dayHint')}
          placeholder={dayForm}
          field={form.field('from')}
        />
      </Fields>
      {last !== undefined && (
        <Checkbox
          label={
            day === null
              ? t('authoring.authorities.closes', { title: localised(last.title) })
              : t('authoring.authorities.closesOn', {
                  title: localised(last.title),
                  day: dateText(dayBefore(day)),
                })
          }
          checked={closing}
          onChange={(event) => setClosing(event.currentTarget.checked)}
        />
      )}
    </NewRowForm>
  );
}
