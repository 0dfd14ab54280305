import classes from './assessment-header.module.css';

interface ScoreBarProps {
  readonly total: number;
  readonly threshold: number;
  readonly max: number;
}

/** The total as a length with a tick at the threshold. Its figures stand beside it, so it says nothing of its own. */
export function ScoreBar({ total, threshold, max }: ScoreBarProps) {
  return (
    <svg className={classes.bar} viewBox={`0 0 ${max} 100`} preserveAspectRatio="none" aria-hidden="true">
      <rect className={classes.barGround} width={max} y="25" height="50" />
      <rect className={classes.barFill} width={total} y="25" height="50" />
      <rect className={classes.barTick} x={threshold - max / 400} width={max / 200} height="100" />
    </svg>
  );
}
