import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { useSession } from '../session/use-session.ts';
import { attach } from './attaching.ts';

/** What makes an element take files for an indicator: dropped onto it, or pasted while the focus is in it. */
export function useFileDrop(indicator: string, readOnly: boolean) {
  const session = useSession();
  const [over, setOver] = useState(false);
  if (readOnly) return {};
  return {
    'data-dropping': over,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
        setOver(false);
    },
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (!event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      attach(session, indicator, [...event.dataTransfer.files]);
    },
    onPaste: (event: ClipboardEvent) => {
      const { files, types } = event.clipboardData;
      // NOTE: copied cells come as text and as a picture; what has text is pasted as text.
      if (files.length === 0 || types.includes('text/plain')) return;
      event.preventDefault();
      attach(session, indicator, [...files]);
    },
  };
}
