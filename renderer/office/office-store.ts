/** The office as it is kept, and as it is being typed, which outlives the screen while the window is open. */
import { create } from 'zustand';
import type { Office } from '../../criteria/office.ts';
import type { ApiError } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { differs, formOf, type OfficeForm, officeOf } from './office-form.ts';

interface OfficeState {
  /** Null until it is read. */
  readonly saved: Office | null;
  readonly form: OfficeForm | null;
  /** Why it could not be read the last time. */
  readonly error: ApiError | null;
  readonly saving: boolean;
  /** When it was last saved in this window. */
  readonly savedAt: string | null;
  /** Why it was not saved the last time. */
  readonly refused: ApiError | null;
}

export const useOffice = create<OfficeState>(() => ({
  saved: null,
  form: null,
  error: null,
  saving: false,
  savedAt: null,
  refused: null,
}));

/** Whether something is typed that is not saved. */
export function isUnsaved({ saved, form }: Pick<OfficeState, 'saved' | 'form'>): boolean {
  return saved !== null && form !== null && differs(form, saved);
}

/** Reads the office; what is typed and not saved stays. */
export async function loadOffice(): Promise<void> {
  guardWindow();
  const reply = await callApi('office.read', {});
  if (!reply.ok) return useOffice.setState({ error: reply.error });
  useOffice.setState((state) => ({
    error: null,
    saved: reply.value,
    form: state.form !== null && isUnsaved(state) ? state.form : formOf(reply.value),
  }));
}

export function typeOffice(part: Partial<OfficeForm>): void {
  useOffice.setState(({ form }) => (form === null ? {} : { form: { ...form, ...part }, refused: null }));
}

/** Back to what is saved. */
export function dropTyped(): void {
  useOffice.setState(({ saved }) => (saved === null ? {} : { form: formOf(saved), refused: null }));
}

export async function saveOffice(): Promise<void> {
  const { form } = useOffice.getState();
  if (form === null) return;
  useOffice.setState({ saving: true, refused: null });
  const reply = await callApi('office.save', { office: officeOf(form) });
  if (!reply.ok) return useOffice.setState({ saving: false, refused: reply.error });
  useOffice.setState((state) => ({
    saving: false,
    saved: reply.value,
    savedAt: new Date().toISOString(),
    // What was typed meanwhile stays.
    form: state.form === form ? formOf(reply.value) : state.form,
  }));
}

let guarded = false;

/** Asks before what is not saved would be lost with the window. */
function guardWindow(): void {
  if (guarded) return;
  guarded = true;
  window.addEventListener('beforeunload', (event) => {
    if (isUnsaved(useOffice.getState())) event.preventDefault();
  });
}
