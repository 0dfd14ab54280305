/** Whether this is the window of the desktop application, whose session refuses downloads and has dialogs instead. */
export const inDesktop = (): boolean => window.desktop !== undefined;
