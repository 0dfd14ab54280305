/** Why a figure is refused. */
export const figure = {
  fault: {
    negative: 'A figure cannot be negative',
    fraction:
      'A figure must be whole, without a fraction. If the dot separates thousands, write 1.234 or 1234',
    ambiguous: 'This number can be read in two ways. Write 1.234 or 1234',
    not_a_number: 'Type digits only, for example 1.234 or 1234',
    too_large: 'The figure is too large',
    several: 'What was pasted holds several cells. Paste or type each number into its own field',
  },
} as const;
