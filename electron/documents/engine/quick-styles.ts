/** Style resolution without a closure per property. */
import { StyleContextStack } from './pdfmake-parts.ts';

const slow = StyleContextStack.getStyleProperty;

/** Puts the quick way in the place of pdfmake's. It gives the same values; named styles still go pdfmake's way. */
export function quickStyles(): void {
  StyleContextStack.getStyleProperty = (item, stack, property, otherwise) => {
    const own = item[property];
    if (own !== undefined && own !== null) return own;
    if (stack === null) return otherwise;
    const { styleOverrides, defaultStyle } = stack;
    if (item.style !== undefined) return slow(item, stack, property, otherwise);
    for (let at = styleOverrides.length - 1; at >= 0; at -= 1) {
      const override = styleOverrides[at];
      if (typeof override !== 'object') return slow(item, stack, property, otherwise);
      const value = override[property];
      if (value !== undefined && value !== null) return value;
    }
    return defaultStyle?.[property] ?? otherwise;
  };
}
