import { Textarea, TextInput } from '@mantine/core';
import { type ChangeEvent, type FormEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { BusyButton } from '../frame/busy-button.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import frame from '../frame/frame.module.css';
import { Part } from '../frame/part.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { timeText } from '../frame/time.ts';
import { paths } from '../paths.ts';
import { HeadingPreview } from './heading-preview.tsx';
import classes from './office.module.css';
import {
  type OfficeField,
  type OfficeForm,
  officeFaults,
  receivedDocuments,
  signers,
} from './office-form.ts';
import { dropTyped, isUnsaved, loadOffice, saveOffice, typeOffice, useOffice } from './office-store.ts';

/** For fields side by side, so that hints of unlike length do not shift them. */
const hintBelow: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description'];

/** In whose name documents are issued: heading, who signs, who receives copies. */
export default function OfficeScreen() {
  const { t } = useTranslation();
  const form = useOffice((state) => state.form);
  const error = useOffice((state) => state.error);
  useEffect(() => {
    void loadOffice();
  }, []);
  return (
    <main className={`${frame.page} ${frame.stack}`}>
      <nav className={frame.way} aria-label={t('frame.way')}>
        <Link href={paths.list()}>{t('program.home')}</Link>
        <Link href={paths.printing()}>{t('printing.title')}</Link>
      </nav>
      <ScreenHeading title={t('office.title')} />
      <p>{t('office.intro')}</p>
      {error !== null && (
        <FailureNotice title={t('office.failed')} message={error.message} onRetry={() => void loadOffice()} />
      )}
      {form === null && error === null && <p role="status">{t('office.loading')}</p>}
      {form !== null && <Settings form={form} />}
    </main>
  );
}

interface FieldProps {
  readonly error: string | undefined;
  readonly autoComplete: string;
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
}

function Settings({ form }: { readonly form: OfficeForm }) {
  const { t } = useTranslation();
  const refused = useOffice((state) => state.refused);
  const element = useRef<HTMLFormElement>(null);
  const faults = officeFaults(form);
  const count = Object.keys(faults).length;

  function errorOf(field: OfficeField): string | undefined {
    if (refused?.path === `office.${field}`) return sentence(refused.message);
    const fault = faults[field];
    if (fault === undefined) return undefined;
    const message = sentence(fault.message);
    return fault.line === null ? message : t('office.lineFault', { line: fault.line, message });
  }
  const fieldProps = (field: OfficeField): FieldProps => ({
    error: errorOf(field),
    autoComplete: 'off',
    value: form[field],
    onChange: (event) => typeOffice({ [field]: event.currentTarget.value }),
  });

  function save(event: FormEvent) {
    event.preventDefault();
    if (count === 0) void saveOffice();
    else element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  return (
    <form ref={element} className={frame.stack} noValidate onSubmit={save}>
      <Part title={t('office.heading')}>
        <div className={classes.headed}>
          <div className={classes.fields}>
            <TextInput
              {...fieldProps('superior')}
              label={t('office.superior')}
              description={t('office.superiorHint')}
            />
            <TextInput {...fieldProps('body')} label={t('office.body')} description={t('office.bodyHint')} />
            <TextInput
              {...fieldProps('place')}
              label={t('office.place')}
              description={t('office.placeHint')}
            />
          </div>
          <HeadingPreview superior={form.superior} body={form.body} place={form.place} />
        </div>
      </Part>
      <Part title={t('office.signing')}>
        <TextInput
          {...fieldProps('recogniser')}
          className={classes.single}
          label={t('office.recogniser')}
          description={t('office.recogniserHint')}
        />
        <p>{t('office.signingIntro')}</p>
        <div className={classes.columns}>
          {signers.map((signer) => (
            <Signer key={signer} signer={signer} fieldProps={fieldProps} />
          ))}
        </div>
      </Part>
      <Part title={t('office.recipients')}>
        <p>{t('office.recipientsIntro')}</p>
        <div className={classes.columns}>
          {receivedDocuments.map((kind) => (
            <Textarea
              key={kind}
              {...fieldProps(`recipients.${kind}`)}
              label={t(`office.recipientsOf.${kind}`)}
              inputWrapperOrder={hintBelow}
              description={t(`office.recipientsHint.${kind}`)}
              rows={3}
              resize="vertical"
            />
          ))}
        </div>
      </Part>
      <Saving faults={count} />
    </form>
  );
}

interface SignerProps {
  readonly signer: (typeof signers)[number];
  readonly fieldProps: (field: OfficeField) => FieldProps;
}

/** In which capacity and under which name one of the three signs. */
function Signer({ signer, fieldProps }: SignerProps) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset sets its legend outside the grid
    <div role="group" aria-labelledby={titleId} className={classes.signer}>
      <h3 id={titleId}>{t(`office.signer.${signer}`)}</h3>
      <p className={classes.quiet}>{t(`office.signs.${signer}`)}</p>
      <Textarea
        {...fieldProps(`signatories.${signer}.capacity`)}
        label={t('office.capacity')}
        inputWrapperOrder={hintBelow}
        description={t(`office.capacityHint.${signer}`)}
        rows={3}
        resize="vertical"
      />
      <TextInput
        {...fieldProps(`signatories.${signer}.name`)}
        label={t('office.name')}
        description={t('office.nameHint')}
      />
    </div>
  );
}

/** The way to save, whether there is anything to save, and why that failed. */
function Saving({ faults }: { readonly faults: number }) {
  const { t } = useTranslation();
  const { saving, savedAt, refused, ...state } = useOffice();
  const unsaved = isUnsaved(state);
  return (
    <>
      {refused !== null && <FailureNotice title={t('office.saveFailed')} message={refused.message} />}
      <div className={classes.actions}>
        <BusyButton type="submit" busy={saving}>
          {t(saving ? 'office.saving' : 'office.save')}
        </BusyButton>
        <BusyButton variant="default" busy={saving || !unsaved} onClick={dropTyped}>
          {t('office.drop')}
        </BusyButton>
        <p role="status">
          {unsaved
            ? faults > 0
              ? t('office.state.faulty', { n: faults })
              : t('office.state.unsaved')
            : savedAt === null
              ? t('office.state.same')
              : t('office.state.saved', { at: timeText(savedAt) })}
        </p>
      </div>
    </>
  );
}
