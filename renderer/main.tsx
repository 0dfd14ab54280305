import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@mantine/core/styles.css';
import './page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startTranslation } from './i18n.ts';
import { listenToMenu } from './keys/actions.ts';
import { follow, usePreferences } from './preferences/preferences.ts';
import { loadProgram } from './program.ts';
import { installTheme } from './theme.ts';

installTheme();
await startTranslation();
await follow(usePreferences.getState().preferences);
void loadProgram();
listenToMenu();

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
