/** A message as a whole sentence, whether or not it came with its full stop. */
export function sentence(message: string): string {
  return /[.!?…]$/.test(message) ? message : `${message}.`;
}
