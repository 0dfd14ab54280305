import type { ReactNode } from 'react';

interface FoldedProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly summary: ReactNode;
  readonly className?: string | undefined;
  /** Only rendered while open. */
  readonly children: ReactNode;
}

/**
 * Something to unfold. NOTE: what is inside must be there by the time of the next key press, so the page opens it itself:
 * the browser's own opening tells the page of it only later.
 */
export function Folded({ open, onOpen, summary, className, children }: FoldedProps) {
  return (
    <details open={open}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the browser lets a summary be pressed like a button */}
      <summary
        className={className}
        onClick={(event) => {
          event.preventDefault();
          onOpen(!open);
        }}
      >
        {summary}
      </summary>
      {open && children}
    </details>
  );
}
