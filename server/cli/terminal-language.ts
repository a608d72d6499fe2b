/** The language of the terminal: the first of LC_ALL, LC_MESSAGES and LANG that is set decides, as everywhere. */
export function terminalLanguage(environment: Record<string, string | undefined>): string {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  const language = locale.toLowerCase().split(/[_.@-]/)[0];
  if (language === 'ar') return 'ar';
  return language === 'fa' || language === 'prs' ? 'fa-AF' : 'en';
}
