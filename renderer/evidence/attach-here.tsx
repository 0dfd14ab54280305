import { useEffect } from 'react';
import { useSession } from '../session/use-session.ts';
import { attachInto } from './attaching.ts';

/** Lets files that are still on their way arrive in the session that is shown now. */
export function AttachHere() {
  const session = useSession();
  useEffect(() => attachInto(session), [session]);
  useEffect(() => {
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
  return null;
}

/** NOTE: a file that is dropped beside an indicator would otherwise be shown in place of the program. */
function refuse(event: DragEvent): void {
  if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}
