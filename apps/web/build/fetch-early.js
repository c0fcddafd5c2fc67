// Runs in the page before anything else. What EARLY holds is put in by early.ts.
/* global EARLY */
(({ catalogs, scripts, styles, others }) => {
  const hint = (href, rel, as) => {
    const link = document.createElement('link');
    document.head.append(Object.assign(link, { href, rel, as, crossOrigin: '' }));
  };
  // The same choice as in language.ts, which makes it for good.
  const languages = navigator.languages.map((each) => each.slice(0, 2));
  const language = [localStorage.getItem('rondo.language'), ...languages, 'en'].find(
    (each) => each in catalogs,
  );
  hint(catalogs[language], 'modulepreload', 'script');
  const meeting = /^\/m\/[^/]+\/?$/.test(location.pathname) && location.pathname.split('/')[2];
  for (const file of meeting ? scripts : others) hint(file, 'modulepreload', 'script');
  if (!meeting) return;
  for (const file of styles) hint(file, 'preload', 'style');
  hint(`/api/meetings/${meeting}`, 'preload', 'fetch');
})(EARLY);
