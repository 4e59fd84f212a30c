/** `?theme=light` or `?theme=dark` in the address of an embedded page; without it, the reader's system decides. */

const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') {
  document.documentElement.style.colorScheme = theme;
  // What the style sheets say for the dark holds always or never, so that no colour is written twice.
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSMediaRule && /prefers-color-scheme:\s*dark/.test(rule.conditionText))
        rule.media.mediaText = theme === 'dark' ? 'all' : 'not all';
}

// A module, whose names are its own.
export {};
