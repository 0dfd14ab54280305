import { hostText } from '../host-text.ts';

/** A message as a whole sentence in the language of the interface, whether or not it came with its full stop. */
export function sentence(message: string): string {
  const said = hostText(message);
  return /[.!?…]$/.test(said) ? said : `${said}.`;
}
