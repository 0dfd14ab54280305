/** The moving that was asked for last. Outlives the screen, so that it goes on and its outcome is always told. */
import { create } from 'zustand';
import type { ImpactLine } from '../../../criteria/rules/impact.ts';
import type { SetVersion } from '../../../criteria/rules/published-set.ts';
import { type Moved, type MovingTools, moveOne } from './move-one.ts';

export interface Outcome {
  readonly line: ImpactLine;
  readonly moved: Moved;
}

export interface MovingRun {
  readonly to: SetVersion;
  readonly lines: readonly ImpactLine[];
  /** Of the first lines, in their order. */
  readonly outcomes: readonly Outcome[];
  /** Whether somebody asked to stop. */
  readonly stopping: boolean;
  readonly over: boolean;
}

export const useMovingRun = create<{ readonly run: MovingRun | null }>(() => ({ run: null }));

/** Moves drafts one after the other until all are done or somebody stops. Nothing happens while another run goes on. */
export async function moveAll(
  tools: MovingTools,
  lines: readonly ImpactLine[],
  to: SetVersion,
): Promise<void> {
  const before = useMovingRun.getState().run;
  if (before !== null && !before.over) return;
  useMovingRun.setState({ run: { to, lines, outcomes: [], stopping: false, over: false } });
  for (const line of lines) {
    const moved = await moveOne(tools, line, to);
    change(({ outcomes }) => ({ outcomes: [...outcomes, { line, moved }] }));
    if (useMovingRun.getState().run?.stopping) break;
  }
  change(() => ({ over: true }));
}

/** After the draft that is under way. */
export function stopMoving(): void {
  change(() => ({ stopping: true }));
}

/** The outcome has been seen. */
export function forgetMovingRun(): void {
  if (useMovingRun.getState().run?.over) useMovingRun.setState({ run: null });
}

function change(part: (run: MovingRun) => Partial<MovingRun>): void {
  useMovingRun.setState(({ run }) => ({ run: run === null ? null : { ...run, ...part(run) } }));
}

export function movedLines({ outcomes }: MovingRun): readonly ImpactLine[] {
  return outcomes.filter(({ moved }) => moved.kind === 'moved').map(({ line }) => line);
}

export function failuresOf({ outcomes }: MovingRun): readonly Outcome[] {
  return outcomes.filter(({ moved }) => moved.kind !== 'moved');
}

/** What a stopped run did not come to. */
export function leftOf({ lines, outcomes }: MovingRun): readonly ImpactLine[] {
  return lines.slice(outcomes.length);
}
