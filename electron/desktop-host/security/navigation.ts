/**
 * A page leads nowhere but to itself.
 *
 * Electron's security checklist, 13 "Disable or limit navigation": going to another address, also by a redirect, is denied
 * in every page; a frame within a page goes nowhere at all, because ours has none.
 */
import { app } from 'electron';
import { isOfOurOrigin } from './own-origin.ts';

interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

/** Before any window is opened. */
export function denyNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', denyUnlessToOurPage);
    contents.on('will-frame-navigate', denyUnlessToOurPage);
    contents.on('will-redirect', denyUnlessToOurPage);
  });
}

function denyUnlessToOurPage(navigation: Navigation): void {
  const allowed = navigation.isMainFrame && isOfOurOrigin(navigation.url);
  if (!allowed) navigation.preventDefault();
}
