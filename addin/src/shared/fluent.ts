import '@fluentui/web-components/badge.js';
import '@fluentui/web-components/button.js';
import '@fluentui/web-components/message-bar.js';
import { setTheme } from '@fluentui/web-components/theme/set-theme.js';
import { webDarkTheme, webLightTheme } from '@fluentui/tokens';

/** Defines the elements we use and follows the system from light to dark. */
export function useFluent(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => { setTheme(dark.matches ? webDarkTheme : webLightTheme); };
  dark.addEventListener('change', follow);
  follow();
}
