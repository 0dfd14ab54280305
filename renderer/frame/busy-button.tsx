import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithoutRef } from 'react';

interface BusyButtonProps
  extends ButtonProps,
    Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps | 'disabled'> {
  /** While true a press does nothing. */
  readonly busy: boolean;
}

/** A button that rests while its work is under way and yet keeps the focus, which a disabled one loses to nowhere. */
export function BusyButton({ busy, onClick, ...others }: BusyButtonProps) {
  return (
    <Button
      {...others}
      aria-disabled={busy}
      // NOTE: also `false` counts as disabled, by the presence of the attribute alone.
      {...(busy && { 'data-disabled': true })}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
