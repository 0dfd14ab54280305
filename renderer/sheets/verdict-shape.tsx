import type { ReactNode } from 'react';
import type { SheetCheck } from '../../electron/api.ts';
import classes from './sheets.module.css';

/** A shape for each verdict, so that it is not told by colour alone. The words beside it say the same. */
export function VerdictShape({ verdict }: { readonly verdict: SheetCheck['verdict'] }) {
  return (
    <svg className={classes.shape} data-verdict={verdict} viewBox="0 0 48 48" aria-hidden="true">
      {outlines[verdict]}
    </svg>
  );
}

const outlines: Readonly<Record<SheetCheck['verdict'], ReactNode>> = {
  genuine: (
    <>
      <circle cx="24" cy="24" r="21" />
      <path d="M14 25 l7 7 l13 -16" />
    </>
  ),
  unchecked: (
    <>
      <circle cx="24" cy="24" r="21" strokeDasharray="6 7" />
      <path d="M18 19 a6 6 0 1 1 8.5 5.5 q-2.5 1.2 -2.5 4.5 M24 35 v1" />
    </>
  ),
  altered: (
    <>
      <path d="M24 4 L45 42 H3 Z" />
      <path d="M24 18 v11 M24 35 v1" />
    </>
  ),
  not_ours: (
    <>
      <rect x="4" y="4" width="40" height="40" rx="4" />
      <path d="M15 15 l18 18 M33 15 l-18 18" />
    </>
  ),
};
