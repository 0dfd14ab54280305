/** The list as it is shown: which year, in which order, filtered by what. Outlives the screen. */
import { create } from 'zustand';
import type { ApiError, AssessmentList } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import type { Order } from './arrange.ts';

interface ListState {
  /** Null until the program's own year is taken over. */
  readonly year: number | null;
  readonly list: AssessmentList | null;
  readonly error: ApiError | null;
  readonly loading: boolean;
  readonly filter: string;
  readonly order: Order;
  /** Of the filtered and ordered list, from 1. */
  readonly page: number;
  readonly sample:
    | { readonly state: 'idle' | 'loading' }
    | { readonly state: 'loaded'; readonly created: number }
    | { readonly state: 'failed'; readonly error: ApiError };
}

export const useListStore = create<ListState>(() => ({
  year: null,
  list: null,
  error: null,
  loading: false,
  filter: '',
  order: { by: 'name', descending: false },
  page: 1,
  sample: { state: 'idle' },
}));

export async function loadList(year: number): Promise<void> {
  const previous = useListStore.getState();
  useListStore.setState({
    year,
    loading: true,
    error: null,
    ...(previous.year === year ? {} : { list: null, page: 1 }),
  });
  const reply = await callApi('assessments.list', { year });
  // NOTE: another year may have been chosen meanwhile; its own answer counts.
  if (useListStore.getState().year !== year) return;
  useListStore.setState(
    reply.ok ? { list: reply.value, loading: false } : { error: reply.error, loading: false },
  );
}

export async function loadSample(year: number): Promise<void> {
  useListStore.setState({ sample: { state: 'loading' } });
  const reply = await callApi('sample.load', { year });
  // Said once the list shows it, so that the two never contradict each other.
  if (reply.ok) await loadList(year);
  useListStore.setState({
    sample: reply.ok
      ? { state: 'loaded', created: reply.value.created }
      : { state: 'failed', error: reply.error },
  });
}

export function forgetSampleOutcome(): void {
  useListStore.setState({ sample: { state: 'idle' } });
}

/** The year that the list shows when it is opened next. */
export function chooseYear(year: number): void {
  useListStore.setState(({ year: shown }) => (shown === year ? {} : { year, list: null, page: 1 }));
}

export function chooseFilter(filter: string): void {
  useListStore.setState({ filter, page: 1 });
}

export function chooseOrder(by: Order['by']): void {
  useListStore.setState(({ order }) => ({
    order: { by, descending: order.by === by ? !order.descending : false },
    page: 1,
  }));
}

export function choosePage(page: number): void {
  useListStore.setState({ page });
}
