import { useEffect, useState } from 'react';
import { callApi } from '../api-client.ts';
import { bytesOf } from '../base64.ts';
import classes from './evidence.module.css';

interface ThumbnailProps {
  readonly sha256: string;
  /** The browser cannot draw it: another kind of picture, or one that was cut off. */
  readonly onUndrawn: () => void;
}

/** A photo made small; nothing where it cannot be read, which the list says in words. */
export function Thumbnail({ sha256, onUndrawn }: ThumbnailProps) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let current = true;
    void callApi('evidence.read', { sha256, copy: 'print' }).then((reply) => {
      if (!reply.ok || !current) return;
      const { base64, type } = reply.value;
      made = URL.createObjectURL(new Blob([bytesOf(base64)], { type }));
      setAddress(made);
    });
    return () => {
      current = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [sha256]);
  return address === null ? null : (
    <img className={classes.thumbnail} src={address} alt="" onError={onUndrawn} />
  );
}
