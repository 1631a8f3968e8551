/** Texts of this app in English; {@link ja} has the same keys. */
export const en = {
  'nav.home': 'Home',
  'nav.dataCatalog': 'Data catalog',
  'nav.dataRequests': 'Data requests',
  'nav.catalog': 'Catalog',
  'nav.create': 'Create',
  'nav.search': 'Search',
  'nav.notifications': 'Notifications',
  'nav.unreadNotifications': 'Notifications ({{unread}})',
  'nav.settings': 'Settings',
  'nav.menu': 'Menu',
  'nav.logoLabel': 'Suido, to the home page',
  'nav.signOut': 'Sign out',

  'title.catalog': 'Catalog',
  'title.columns': 'Columns',
  'title.create': 'Create',
  'title.settings': 'Settings',
  'title.search': 'Search',
  'title.notifications': 'Notifications',
  'title.templates': 'Templates',
  'title.tasks': 'Tasks',
  'title.actions': 'Actions',
  'title.templateEditor': 'Template editor',
  'title.templatingExtensions': 'Templating extensions',
  'title.general': 'General',
  'title.authProviders': 'Sign-in providers',
  'title.featureFlags': 'Feature flags',
  'title.overview': 'Overview',

  'language.label': 'Language',
  'language.en': 'English',
  'language.ja': '日本語',

  'error.title': 'This part of the page failed',
  'error.cure':
    'The rest of the portal still works. Try again; if it stays, tell the people who run the portal what is written here.',
  'error.retry': 'Try again',
  'error.notFound': 'There is no page at this address',
  'error.notFoundCure': 'The address may be old or mistyped.',
  'error.toHome': 'To the home page',

  'signIn.title': 'Suido',
  'signIn.tagline': 'Find data. Ask for data. Trust data.',
  'signIn.demo.title': 'Enter the demo company as',
  'signIn.demo.note':
    'Minato Shoten is made up. Everything behind this page is real: requests become pull requests, and merged marts are built.',
  'signIn.demo.entering': 'Signing in as {{name}} …',
  'signIn.real.title': 'Sign in',
  'signIn.real.github': 'Sign in with GitHub',
  'signIn.real.githubNote': 'With the GitHub account of your company.',
  'signIn.real.oidc': 'Sign in with your company account',
  'signIn.real.oidcNote': 'You are taken to the sign-in page of your company.',
  'signIn.failed': 'Signing in did not work',
  'signIn.failedCure':
    'Choose again. If it stays, tell the people who run the portal what is written here.',
  'signIn.none.title': 'No way to sign in is configured',
  'signIn.none.cure':
    'Ask an administrator to name one under suido.signIn.providers in the configuration.',

  'home.greeting': 'Welcome, {{name}}',
  'home.greetingPlain': 'Welcome',
  'home.lead.member':
    'Say which data you need. It comes as a mart that others can use too.',
  'home.lead.data-engineer': 'What waits for your review comes first.',
  'home.lead.team-lead': 'What your team asked for, and what it has got.',
  'home.lead.leadership': 'How requests for data are going.',
  'home.browse': 'Browse data',
  'home.shortcuts': 'Start here',
  'home.team.title': 'Your team',
  'home.team.description': 'People, and what the team owns.',
  'home.start.title': 'Getting started',
  'home.start.description':
    'Nobody has asked for anything yet. This is how it goes:',
  'home.start.step1.title': 'Find',
  'home.start.step1.text': 'Look in the catalog for data that comes near.',
  'home.start.step2.title': 'Ask',
  'home.start.step2.text':
    'Describe the mart in five short steps. You see sample rows at once; no SQL is needed.',
  'home.start.step3.title': 'Review',
  'home.start.step3.text':
    'It becomes a pull request. A data engineer reads it and merges it here.',
  'home.start.step4.title': 'Use',
  'home.start.step4.text':
    'The mart is built and stands in the catalog, with owner, purpose and update frequency.',
} as const;
