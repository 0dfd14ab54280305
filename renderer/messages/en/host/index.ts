/**
 * What the host says, in English, by its Vietnamese sentence: `{1}`, `{2}` stand for what differs each time. The host
 * speaks Vietnamese alone, as the documents and the command line do.
 */
import { service } from './service.ts';
import { setFaults } from './set-faults.ts';
import { sheets } from './sheets.ts';
import { store } from './store.ts';

export const host: Readonly<Record<string, string>> = { ...store, ...service, ...sheets, ...setFaults };
