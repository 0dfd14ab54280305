/** The texts about getting a document ready for the printer. */
export const paper = {
  title: 'Getting ready to print',
  making: 'Making the document…',
  drawing: 'Drawing the pages. The print dialog of the system opens when this is done.',
  page: 'Pages drawn: {{done}} of {{total}}',
  stop: 'Stop',
  unreadable:
    'The pages of the document could not be drawn. Please save the PDF file and print it with another program',
} as const;
