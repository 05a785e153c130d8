export const en = {
  problems: {
    cancelled: {
      title: 'You did not finish signing in',
      paragraphs: ['You stopped before you signed in to GOV.UK One Login. Nothing has been sent to anyone.'],
      link: 'Try again',
    },
    'not-proved': {
      title: 'We could not prove your identity',
      paragraphs: [
        'GOV.UK One Login could not prove who you are, so you cannot use this service yet. Nothing has been sent to anyone.',
        'You can try again. It may help to use another document, like a passport or a driving licence.',
      ],
      link: 'Try again',
    },
    busy: {
      title: 'Sorry, you cannot sign in at the moment',
      paragraphs: ['GOV.UK One Login is not answering. Try again in a few minutes.', 'We kept the answers you saved.'],
      link: 'Try again',
    },
    'not-allowed': {
      title: 'You cannot use this service at the moment',
      paragraphs: ['GOV.UK One Login is not letting people sign in to this service. We are looking into it.'],
      link: 'Go to the start page',
    },
    failed: {
      title: 'Sorry, there is a problem with signing in',
      paragraphs: ['You are not signed in. Try again later.', 'We kept the answers you saved.'],
      link: 'Go to the start page',
    },
    expired: {
      title: 'Your session has expired',
      paragraphs: [
        'You waited too long, or you used an old link to sign in.',
        'We keep the answers you saved for 28 days. If you have just sent an answer, you have to send it again.',
      ],
      link: 'Sign in again',
    },
  },
  death: {
    text: 'If someone has died, you can still report it with the reference number from the registrar.',
    link: 'Report a death with a reference number',
  },
  evidence: 'Some of the details or documents you gave did not match the records that GOV.UK One Login checks.',
  signOutToChange: 'To use another GOV.UK One Login, first',
  signOutLink: 'sign out',
  ways: {
    title: 'Other ways to tell each organisation',
    text: 'You can tell each organisation about the change yourself.',
    phone: 'Phone',
    post: 'Post',
    visit: 'In person',
    bodies: {
      council: {
        name: 'Your council',
        phone: 'The number is on your council’s website or your council tax bill.',
        post: 'Write to the address on your council tax bill.',
        visit: 'Go to your council’s offices.',
      },
      dvla: {
        name: 'DVLA (Driver and Vehicle Licensing Agency)',
        phone: '0300 790 6801',
        post: 'DVLA, Swansea, SA6 7JL',
        visit: 'You cannot visit DVLA.',
      },
      dwp: {
        name: 'DWP (Department for Work and Pensions)',
        phone: '0800 328 5644 for Universal Credit, 0800 731 0469 for State Pension',
        post: 'Write to the address on your letters from DWP.',
        visit: 'Go to your Jobcentre.',
      },
      hmrc: {
        name: 'HMRC (HM Revenue and Customs)',
        phone: '0300 200 3300',
        post: 'Pay As You Earn and Self Assessment, HM Revenue and Customs, BX9 1AS',
        visit: 'Phone first. If you need extra help, HMRC can meet you.',
      },
      nhs: {
        name: 'NHS',
        phone: 'Phone your GP surgery.',
        post: 'Write to your GP surgery.',
        visit: 'Go to your GP surgery.',
      },
      slc: {
        name: 'Student Loans Company',
        phone: '0300 100 0611',
        post: 'Student Loans Company, 10 Clyde Place, Glasgow, G5 8DF',
        visit: 'You cannot visit the Student Loans Company.',
      },
    },
  },
  warning: {
    title: 'You will be signed out soon',
    text: 'You have not used this service for a while. To keep your information safe, we sign you out in less than 3 minutes. We keep the answers you saved.',
    stay: 'Stay signed in',
    lastText:
      'You have been signed in for 2 hours. To keep your information safe, we sign you out in less than 3 minutes, and you cannot stay signed in for longer. Save the answer you are on. We keep it, and you can sign in again.',
    goOn: 'Close this message',
    signOut: 'Sign out',
  },
  landing: {
    title: 'Continue to get the result of your identity check',
    paragraphs: [
      'You are signed in. You proved your identity in person, for example at a Post Office.',
      'Next, GOV.UK One Login shows you the details it has about you. Check them, then you come back here and carry on where you stopped.',
    ],
    link: 'Continue',
  },
  sessions: {
    title: 'Where you are signed in',
    intro: 'If you do not know one of these, sign out everywhere else. The answers you saved are kept.',
    caption: 'Places where you are signed in',
    where: 'Place',
    here: 'This device',
    elsewhere: 'Another device or browser',
    signedInAt: 'Signed in',
    lastSeenAt: 'Last used',
    end: 'Sign out everywhere else',
    onlyHere: 'You are signed in on this device only.',
  },
  signedOut: {
    title: 'You have signed out',
    paragraphs: [
      'We kept the answers you saved. You can sign in again and carry on.',
      'If you sent an answer after you signed out, we did not save it. You have to send it again.',
    ],
    link: 'Sign in again',
  },
}
