/** What other pages of the service may be read for, with their links. */
type Block = string | readonly string[] | { text: string; link: string; href: string }

interface Section {
  heading: string
  blocks: readonly Block[]
}

const phoneNow: Section = {
  heading: 'Phone now if your money has stopped',
  blocks: [
    'Say: ‘I am alive. My record is wrong.’ Ask the person to put it right and to write down that you called.',
    [
      'State Pension: 0800 731 0469 (in Welsh: 0800 731 0453)',
      'Universal Credit: 0800 328 5644',
      'Tax, HM Revenue and Customs: 0300 200 3300 (in Welsh: 0300 200 1900)',
      'Driving licence, DVLA: 0300 790 6801',
      'Passport, HM Passport Office: 0300 222 0000',
      'Your council: the number is on your Council Tax bill',
    ],
  ],
}

export const en = {
  joined: {
    text: (date: string) =>
      `This death was already reported on ${date}. The bodies told then will not be told again. You will see how far they are once you send this report.`,
    before: 'These bodies will not be told again:',
    alone: 'There is nobody left to tell. Send this report to see how far each body is.',
    title: 'Told because of an earlier report',
    intro: 'This death was reported before you reported it. We do not tell these bodies again.',
    states: {
      due: 'We have not told it yet.',
      acknowledged: 'It has been told.',
      'given-up': 'We could not reach it.',
      'not-allowed': 'It was not told.',
      withdrawn: 'It was not told.',
      received: 'It has the report.',
      in_progress: 'It is working on it.',
      done: 'It is done.',
      doneFrom: (date: string) => `It is done. It counts from ${date}.`,
      no_record: 'It has no record of the person who died.',
      needs_information: 'It has asked for something that it needs.',
      refused: 'It did not do what was asked.',
    },
  },
  reportADeath: {
    title: 'Report a death',
    intro: 'Tell us once that someone has died. We tell the public bodies that need to know.',
    button: 'Start now',
    sections: [
      {
        heading: 'Who can report a death',
        blocks: [
          'You can report a death if you are 16 or over. You do not have to be a relative.',
          'You sign in with GOV.UK One Login. There are 2 ways:',
          [
            'If you can prove who you are, you do not need anything from the registrar.',
            'If you cannot prove who you are, you need the reference number from the registrar. Sign in, and choose to go on when the page says that we could not prove your identity.',
          ],
        ],
      },
      {
        heading: 'What you need',
        blocks: [
          'It takes about 20 minutes. You can stop and come back within 28 days. It helps to have, of the person who died:',
          [
            'the reference number from the registrar, if you have one',
            'their full name, date of birth and last address',
            'their National Insurance number',
            'their passport and driving licence',
            'the registration numbers of their vehicles',
          ],
          'If you do not know something, you can say so.',
          'We also ask who deals with their money and things, and who their closest relatives are. Ask these people first if we may have their details.',
        ],
      },
      {
        heading: 'After you send it',
        blocks: [
          'Some bodies cannot easily undo what they do. We wait for a day before we tell them, so that a mistake can be put right.',
          'If somebody has reported the same death, we tell each body only once.',
          {
            text: 'Banks are not told by us. See',
            link: 'what to do after someone dies',
            href: 'https://www.gov.uk/when-someone-dies',
          },
          { text: 'If a report of a death is not true,', link: 'tell us that it is wrong', href: '/this-is-wrong' },
        ],
      },
    ] satisfies Section[],
  },
  reportedAsDead: {
    title: 'If you have been reported as dead',
    intro: 'This is a bad mistake, and we are sorry. You can take it back everywhere with one button.',
    button: 'Look for reports about me',
    sections: [
      {
        heading: 'What we do',
        blocks: [
          'You sign in and prove who you are. Then we look for reports that you have died, and show you:',
          ['when it was reported', 'what kind of person reported it', 'which bodies were told, and when'],
          'When you say that you are alive, we stop what has not been sent. We tell every body that was told that the report is wrong. This goes before everything else that we send.',
          'A person who works for this service then looks at what happened.',
        ],
      },
      phoneNow,
      {
        heading: 'If you cannot sign in',
        blocks: [
          'Phone each body. Tell it that you were reported as dead by mistake.',
          { text: 'You can also', link: 'contact us', href: '/contact' },
        ],
      },
    ] satisfies Section[],
  },
  found: {
    title: 'Someone reported that you have died',
    withdrawnTitle: 'We are telling everyone that you are alive',
    intro: 'If this is wrong, take it back now. You do not have to give a reason.',
    withdrawnIntro:
      'We have taken back every report that you have died. Each body that was told is being told that it was wrong. A person who works for this service will look at what happened.',
    button: 'I am alive. Withdraw this everywhere',
    report: (date: string) => `Report of ${date}`,
    when: 'When it was reported',
    who: 'Who reported it',
    how: 'How they signed in',
    takenBack: 'Taken back',
    relationships: {
      partner: 'Someone who said they are your husband, wife or civil partner',
      child: 'Someone who said they are your son or daughter',
      parent: 'Someone who said they are your parent',
      'other-relative': 'Someone who said they are another relative of yours',
      executor: 'Someone who said they deal with your money and things',
      friend: 'Someone who said they are a friend or neighbour',
      professional: 'Someone who said it is their job, such as a solicitor or a carer',
      other: 'Someone who did not say how they know you',
    },
    proofs: {
      'proved-identity': 'They proved who they are with GOV.UK One Login.',
      'registrar-reference': 'They did not prove who they are. They gave the reference number of a registered death.',
    },
    name: 'We do not show who it was, so that nobody comes to harm over it. The person who works on your case can tell you more.',
    bodies: 'Bodies that this report goes to',
    noBodies: 'No body has been told.',
    states: {
      notYet: 'It has not been told yet.',
      never: 'It was not told, and will not be.',
      told: (date: string) => `It was told on ${date}.`,
      mayKnow: 'We could not reach it, but it may know.',
      telling: (date: string) => `It was told on ${date}. We are telling it now that this was wrong.`,
      tellingMaybe: 'It may have been told. We are telling it now that this was wrong.',
      corrected: (date: string) => `It knows since ${date} that this was wrong. It still has to answer.`,
      working: 'It knows that this was wrong, and is putting your record right.',
      done: 'It has put your record right.',
      doneFrom: (date: string) => `It has put your record right, from ${date}.`,
      unreached: 'We could not tell it that this was wrong. Phone it.',
    },
    again: 'Look at this page again later to see how far each body is.',
    access: 'See who used your data',
    phoneNow,
  },
  none: {
    title: 'We found no report that you have died',
    paragraphs: [
      'We looked for your name and date of birth, together with your passport, your driving licence or a postcode where you live or lived. A report with other details about you may still be there.',
      'A body may also have heard it from someone else, and not from us. Phone the body that told you.',
    ],
    contact: 'Contact us if you think there is a report',
    phoneNow,
  },
  thisIsWrong: {
    title: 'Tell us that something is wrong',
    intro: 'Choose what is wrong. You can put most things right yourself, at any time.',
    own: 'I reported something that is wrong',
    ownText:
      'You can take back a report. Choose ‘It was wrong’ as the reason. Then we tell everyone before we send anything else, and a person looks at it.',
    ownSignIn: 'Sign in to see your reports',
    ownNone: 'You have no report that can be taken back.',
    takeBack: (name: string, date: string) => `Take back: ${name}, reported on ${date}`,
    allReports: 'See all your reports, or correct one',
    about: 'Someone reported that I have died',
    aboutText: 'You can see what was reported, and take it back everywhere.',
    aboutLink: 'What to do if you have been reported as dead',
    access: 'Someone used my data, and I do not know why',
    accessText: 'You can see each time that a body used your data, and ask it why.',
    accessLink: 'See who used your data',
  },
}
