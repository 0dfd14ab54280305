import { useEffect, useState } from 'react';

/** Takes files that are dropped or pasted anywhere on the page; says whether some are held above it. */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [dropping, setDropping] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const take = (event: Event, data: DataTransfer | null) => {
      if (data === null || !data.types.includes('Files')) return;
      // NOTE: otherwise the browser leaves the program and opens the file in its place.
      event.preventDefault();
      setDropping(false);
      if (!isAsking()) onFiles([...data.files]);
    };
    window.addEventListener('drop', (event) => take(event, event.dataTransfer), { signal });
    window.addEventListener('paste', (event) => take(event, event.clipboardData), { signal });
    window.addEventListener(
      'dragover',
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        setDropping(!isAsking());
      },
      { signal },
    );
    window.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setDropping(false);
      },
      { signal },
    );
    return () => listening.abort();
  }, [onFiles]);
  return dropping;
}

/** Whether a question stands above the page, which is to be answered first. */
function isAsking(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
