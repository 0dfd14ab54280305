/** What leaving a field changes on the page waits for the pointer, so that nothing moves away under a click. */

let pressed = false;

for (const [name, is] of [
  ['pointerdown', true],
  ['pointerup', false],
  ['pointercancel', false],
] as const)
  window.addEventListener(
    name,
    () => {
      pressed = is;
    },
    { capture: true },
  );

/** Does it now; while the pointer is pressed down, once it has been let go and the click has reached what it is meant for. */
export function afterPress(work: () => void): void {
  if (!pressed) {
    work();
    return;
  }
  const settled = new AbortController();
  const finish = () => {
    settled.abort();
    setTimeout(work);
  };
  const { signal } = settled;
  window.addEventListener('pointerup', finish, { signal });
  window.addEventListener('pointercancel', finish, { signal });
}
