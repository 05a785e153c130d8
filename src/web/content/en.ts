export const en = {
  serviceName: 'Tell us once',
  skipLink: 'Skip to main content',
  phase: 'Demonstration',
  phaseText: 'No real public body is told anything. If something does not work,',
  phaseLink: 'contact us',
  back: 'Back',
  errorPrefix: 'Error:',
  errorSummaryTitle: 'There is a problem',
  languageNavigation: 'Choose a language',
  serviceInformation: 'Service information',
  menu: 'Menu',
  menuLabel: 'Show or hide the menu',
  navigation: {
    label: 'Menu of this service',
    report: 'Report a change',
    reports: 'Your reports',
    access: 'Who used your data',
    signIn: 'Sign in',
    signOut: 'Sign out',
  },
  footer: {
    title: 'Support links',
    notices: 'Emails and texts',
    sessions: 'Where you are signed in',
    rights: 'Your rights over your data',
    cookies: 'Cookies',
    privacy: 'Privacy notice',
    accessibility: 'Accessibility statement',
    contact: 'Contact us',
    wrong: 'Something is wrong',
    licence: 'All content is available under the Open Government Licence v3.0, except where otherwise stated',
    copyright: '© Crown copyright',
  },
  errors: {
    notFound: {
      title: 'Page not found',
      paragraphs: [
        'If you typed the web address, check it is correct.',
        'If you pasted the web address, check you copied the whole address.',
        'If the address is right and you still need help, contact us.',
      ],
    },
    forbidden: {
      title: 'You cannot do this',
      paragraphs: [
        'The page you sent may have been open for too long, or it came from another website.',
        'Go back, load the page again and try once more. Nothing you saved has been lost.',
      ],
    },
    badRequest: {
      title: 'We could not read what you sent',
      paragraphs: ['Go back and try again. Nothing you saved has been lost.'],
    },
    tooMany: {
      title: 'Too many requests',
      paragraphs: [
        'There have been too many requests in a short time, from you or from somebody who shares your connection.',
        'Wait a minute, then try again. Nothing you saved has been lost.',
      ],
    },
    problem: {
      title: 'Sorry, there is a problem with the service',
      paragraphs: ['Try again later.', 'We saved the answers you gave before this page. You can come back to them.'],
    },
    unavailable: {
      title: 'Sorry, the service is not available',
      paragraphs: ['Try again in a few minutes.', 'We saved the answers you gave before. You can come back to them.'],
    },
  },
}
