import type { Size } from 'electron';

/** What the page is drawn for, in pixels. */
const drawnFor: Size = { width: 1366, height: 768 };
/** Below this the page is no longer of use. */
const leastOfUse: Size = { width: 800, height: 500 };

const within = (size: Size, workArea: Size): Size => ({
  width: Math.min(size.width, workArea.width),
  height: Math.min(size.height, workArea.height),
});

/** The window of the first start: as the page is drawn for, and never larger than the screen leaves beside its own bars. */
export function firstSize(workArea: Size): Size {
  return within(drawnFor, workArea);
}

/** How small the window can be made. NOTE: a magnified screen can be smaller than what is of use, and must hold it all the same. */
export function leastSize(workAreas: readonly Size[]): { minWidth: number; minHeight: number } {
  const { width, height } = workAreas.reduce(within, leastOfUse);
  return { minWidth: width, minHeight: height };
}
