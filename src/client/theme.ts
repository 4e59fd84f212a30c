/** `?theme=light` or `?theme=dark` in the address of an embedded page. Without it, the reader's system decides. */

const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') {
  document.documentElement.style.colorScheme = theme;
  // Makes the media queries for dark apply always or never, so that the style sheets need no second set of rules.
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSMediaRule && /prefers-color-scheme:\s*dark/.test(rule.conditionText))
        rule.media.mediaText = theme === 'dark' ? 'all' : 'not all';
}

// Makes this file a module.
export {};
