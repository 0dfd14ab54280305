/** A path as it was typed or pasted, without what the system's "Copy as path" puts around it. */
export function pastedPath(text: string): string {
  const trimmed = text.trim();
  return (/^"([^"]*)"$/.exec(trimmed)?.[1] ?? trimmed).trim();
}
