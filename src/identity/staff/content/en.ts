export const en = {
  problems: {
    cancelled: {
      title: 'You did not finish signing in for your work',
      paragraphs: ['You stopped before you signed in. Nothing has changed.'],
      link: 'Try again',
    },
    busy: {
      title: 'Sorry, staff cannot sign in at the moment',
      paragraphs: ['The sign-in service for staff is not answering. Try again in a few minutes.'],
      link: 'Try again',
    },
    'not-allowed': {
      title: 'Staff cannot sign in at the moment',
      paragraphs: ['The sign-in service for staff does not let people in to this service. We are looking into it.'],
      link: 'Try again',
    },
    failed: {
      title: 'Sorry, there is a problem with signing in for your work',
      paragraphs: ['You are not signed in. Try again later.'],
      link: 'Try again',
    },
    expired: {
      title: 'Your work session has expired',
      paragraphs: [
        'You waited too long, or you used an old link to sign in.',
        'If you have just sent a form, it was not saved. Sign in and send it again.',
      ],
      link: 'Sign in again',
    },
    'not-known': {
      title: 'You have not been invited',
      paragraphs: [
        'You signed in, but no organisation has added your email address here.',
        'Ask a colleague who is an admin here to invite you.',
        'If you have more than one email address, check that you used the right one.',
      ],
      link: 'Sign out and use another email address',
    },
  },
  noAccess: {
    title: 'You do not have access to this page',
    paragraphs: [
      'Your role does not include this page. If you need it for your work, ask an admin in your organisation.',
    ],
    link: 'Go to your first page',
  },
  signedOut: {
    title: 'You have signed out of your work session',
    paragraphs: ['If you share this device, close the browser too.'],
    link: 'Sign in again',
  },
  warning: {
    text: 'You have not used this service for a while. To keep information safe, we sign you out in less than 3 minutes.',
    lastText:
      'You have been signed in for 8 hours. To keep information safe, we sign you out in less than 3 minutes, and you cannot stay signed in for longer. Save what you are doing, then sign in again.',
  },
}
