export const en = {
  /** In emails and texts stands nothing but that there is something to see: others may read them. */
  emails: {
    'report-sent': {
      subject: 'We have what you sent us',
      body: 'Thank you. We have what you sent us, and we are telling the public bodies on your list.',
    },
    'draft-ending': {
      subject: 'You have not finished yet',
      body: 'You started something and have not sent it. We will delete it within 3 days. If you still want it, sign in and finish it.',
    },
    'body-answered': {
      subject: 'A public body has answered',
      body: 'A public body that we told for you has answered.',
    },
    'needs-information': {
      subject: 'A public body needs something from you',
      body: 'A public body cannot go on until you answer it. You can answer when you sign in.',
    },
    offer: {
      subject: 'A public body has an offer for you',
      body: 'A public body offers you something. You can look at it and answer when you sign in.',
    },
    overdue: {
      subject: 'A public body is late',
      body: 'A public body has not answered in its usual time. We have asked it again. You do not need to do anything.',
    },
    'report-withdrawn': {
      subject: 'Something was taken back',
      body: 'Something that was sent has been taken back. We are telling everyone who was told about it.',
    },
    'report-corrected': {
      subject: 'Something was put right',
      body: 'Something that was sent has been put right. We are telling everyone who was told about it.',
    },
    'cooling-off-begun': {
      subject: 'We are waiting before we tell everyone',
      body: 'We wait for a while before we tell bodies that cannot easily undo what they do. If something is wrong, sign in and stop it now.',
    },
    'held-body-waits': {
      subject: 'We are waiting for you',
      body: 'There is a public body that we have not told yet, because you asked us to wait. Sign in to say if we may tell it now.',
    },
    'reported-about-you': {
      subject: 'Somebody has told us something about you',
      body: 'Somebody has told us something about you. Sign in to see what it is. If it is wrong, tell us and we will put it right.',
    },
    'access-alert': {
      subject: 'There is something new to look at',
      body: 'There is something in your list of who used your data that you may want to know now.',
    },
    'access-digest': {
      subject: 'Your summary is ready',
      body: 'There is something new in your list of who used your data.',
    },
    'access-log-gap': {
      subject: 'Records of who used data may be missing',
      body: 'What was reported for the list of who used people’s data may not be whole. Citizens can see this. Look at what each body reports, and put it right.',
    },
    'case-opened': {
      subject: 'A new case is open',
      body: 'Somebody has said that something is wrong, and it needs a person to look at it.',
    },
    'outcome-overdue': {
      subject: 'Answers are overdue',
      body: 'We told you something for a citizen, and your answer is overdue. The citizen can see that it is late.',
    },
    'deliveries-given-up': {
      subject: 'We have stopped trying to tell you something',
      body: 'We tried for 7 days to tell you something for a citizen, and have stopped. The citizen can see this. You can still get it: sign in to see what you missed and have it sent again.',
    },
    'inbox-waits': {
      subject: 'Something waits in your inbox',
      body: 'A citizen has told us something that your organisation needs to know, and nobody there has opened it yet. What nobody opens within 7 days counts as not told, and the citizen can see that.',
    },
    'join-requested': {
      subject: 'A public body asks to join',
      body: 'A public body has asked to join this service. Somebody needs to look at its request and decide.',
    },
    'join-declined': {
      subject: 'Your request to join was declined',
      body: 'You asked for your organisation to join this service. We cannot let it in now.',
    },
    'agreement-proposed': {
      subject: 'A second person is needed',
      body: 'Somebody at a public body wants it to be told more. Nothing more is told until a second person says yes.',
    },
    'agreement-to-second': {
      subject: 'You can be the second person',
      body: 'A public body in your group wants to be told more, and has nobody else who can say yes. An admin of your organisation can look at it and decide.',
    },
    'share-asked': {
      subject: 'Another body asks you to share',
      body: 'A public body would have to ask people for a fact that you hold. An admin of your organisation can decide if you share it.',
    },
    'agreement-decided': {
      subject: 'Your agreement was decided',
      body: 'Your organisation asked to be told more. There is an answer now.',
    },
    'agreement-escalated': {
      subject: 'A request to share has waited too long',
      body: 'A public body asked to share data and has had no answer in time. As head of data sharing, see that somebody decides.',
    },
    'agreement-review-due': {
      subject: 'Review your agreement',
      body: 'One of your agreements must be looked at again within 30 days. Say what it was good for and what it cost. If nobody does, it lapses and we tell you nothing more under it.',
    },
    'agreement-lapsed': {
      subject: 'Your agreement has lapsed',
      body: 'Nobody reviewed one of your agreements in time. We tell you nothing under it now. You can still ask to renew it.',
    },
    'body-not-told': {
      subject: 'We could not tell a public body',
      body: 'We tried to tell a public body for you, and have stopped trying. Sign in to see which one, and what you can do.',
    },
    'deliveries-at-risk': {
      subject: 'We cannot tell you something: 3 days left',
      body: 'We have tried for more than 3 days to tell you something for a citizen. We keep trying for 7 days in all. After that the citizen sees that you were not told.',
    },
    'deliveries-at-risk-soon': {
      subject: 'We cannot tell you something: 2 days left',
      body: 'We have tried for nearly 5 days to tell you something for a citizen. We stop in 2 days. After that the citizen sees that you were not told.',
    },
    'deliveries-at-risk-now': {
      subject: 'We cannot tell you something: less than a day left',
      body: 'We have tried for 6 days to tell you something for a citizen. We stop in less than a day. After that the citizen sees that you were not told.',
    },
    'stream-failing': {
      subject: 'Your receiver takes nothing from us',
      body: 'Nothing that we send to one of your streams gets through. Somebody on your side needs to look at it. We keep what is for you and keep trying.',
    },
    'stream-stopped': {
      subject: 'We have paused one of your streams',
      body: 'Your receiver says that it is gone for good, so we send nothing there. We keep what is for you. Say where we can reach you now, and turn the stream on again.',
    },
    'receiver-failing': {
      subject: 'A receiver takes nothing',
      body: 'Nothing gets through to the receiver of a public body, or it says that it is gone. Its contact was told.',
    },
    'dead-letters': {
      subject: 'We gave up on telling a public body',
      body: 'Something could not be told to a public body in 7 days, and nobody there has seen to it. The citizens can see that it was not told.',
    },
    'question-answered': {
      subject: 'A public body has answered your question',
      body: 'A public body has answered a question you asked. You can read the answer when you sign in.',
    },
    'question-late': {
      subject: 'A public body is late with its answer',
      body: 'A public body has not answered your question in the time that the law gives it. Sign in to see what you can do.',
    },
    'record-opened': {
      subject: 'There is something you could not see before',
      body: 'The law let a public body keep something back for a while. You can see it now.',
    },
    'question-asked': {
      subject: 'A citizen has a question for you',
      body: 'A citizen has asked about a use of their data, or written again. The law says by when you must answer. Your data protection contact can read it and answer.',
    },
    'question-urgent': {
      subject: 'Urgent: a citizen does not recognise a use of their data',
      body: 'A citizen has asked about a use of their data that they do not recognise. Somebody may have looked who should not have. Please read it today.',
    },
    'question-due': {
      subject: 'Your answer to a citizen is due',
      body: 'A citizen’s question is waiting for you, and the time in which the law wants an answer is nearly over.',
    },
    'question-overdue': {
      subject: 'Your answer to a citizen is late',
      body: 'You have not answered a citizen in the time that the law gives you. The citizen can see this, and can complain to the Information Commissioner.',
    },
    'mediation-opened': {
      subject: 'A mediation has opened',
      body: 'People have raised concerns about an agreement. A mediation about it has opened. Say what you have to say, for everyone to read.',
    },
    'mediation-to-speak': {
      subject: 'A mediation has opened',
      body: 'People have raised concerns about an agreement. A mediation about it has opened. You can speak there for those who raised them.',
    },
    'mediation-decided': {
      subject: 'The mediator has decided',
      body: 'The mediator has said what comes of a mediation about one of your agreements. Read what you have to do, and by when.',
    },
    'improvement-answered': {
      subject: 'A body says what it improved',
      body: 'You asked a body to improve. It has said what it did. Say if that is enough.',
    },
    'improvement-due': {
      subject: 'Say what you improved',
      body: 'You were asked to improve how you share data, and the last day for it is near. Say what you have done.',
    },
    'improvement-overdue': {
      subject: 'The time to improve is over',
      body: 'You asked a body to improve, and its last day for that is over. You can accept what it did, or end the agreement.',
    },
    'rights-answered': {
      subject: 'A public body has answered',
      body: 'A public body has answered something you asked for about your data. You can read the answer when you sign in.',
    },
    'rights-late': {
      subject: 'A public body is late with its answer',
      body: 'A public body has not answered what you asked for about your data in the time that the law gives it. Sign in to see what you can do.',
    },
    'rights-asked': {
      subject: 'A citizen uses a right',
      body: 'A citizen has asked you for something about their data, or written again. The law says by when you must answer. Your data protection contact can read it and answer.',
    },
    'rights-due': {
      subject: 'Your answer to a citizen is due',
      body: 'A citizen waits for your answer about their data. The time in which the law wants it is nearly over.',
    },
    'rights-overdue': {
      subject: 'Your answer to a citizen is late',
      body: 'You have not answered a citizen in the time that the law gives you. The citizen can see this, and can complain.',
    },
    'staff-invited': {
      subject: 'You can sign in for your work',
      body: 'You have been invited to use this service for your work. Sign in with the same email that this message came to.',
    },
  },
  quietEmail: {
    subject: 'You have a new message',
    body: 'Sign in to the service you used to read it. Do not reply to this email.',
  },
  signIn: (address: string) => `Sign in to see more: ${address}`,
  ask: (address: string) => `Ask us why, or ask again: ${address}`,
  choose: (address: string) => `Choose which emails we send you: ${address}`,
  noReply: 'Do not reply to this email. We never ask for your personal details by email or text.',
  text: (address: string) => `There is something for you to look at. Sign in to see it: ${address}`,
  choices: {
    title: 'Emails and texts we send you',
    intro: [
      'We use the email address and phone number of your GOV.UK One Login.',
      'Our messages never say what you told us. They only ask you to sign in.',
    ],
    emails: 'Which emails do you want?',
    emailsHint: 'Select all that you want. Select none if you want no emails.',
    kinds: {
      'report-sent': 'When we have what you sent us',
      'draft-ending': 'Before we delete something you have not finished',
      'body-answered': 'When a public body answers',
      'needs-information': 'When a public body needs something from you',
      offer: 'When a public body offers you something',
      overdue: 'When a public body is late',
      'report-withdrawn': 'When something is taken back',
      'report-corrected': 'When something is put right',
      'cooling-off-begun': 'When we wait before we tell everyone',
      'body-not-told': 'When we could not tell a public body',
      'held-body-waits': 'When a public body waits until you say we may tell it',
      'question-answered': 'When a public body answers a question about your data',
      'question-late': 'When a public body is late with such an answer',
      'rights-answered': 'When a public body answers what you asked for about your data',
      'rights-late': 'When a public body is late with what you asked for',
      'record-opened': 'When you can see a record that was kept back',
      'access-alert':
        'At once, when sensitive data is used, a body is new in your list, or somebody looks at your data out of hours',
    },
    always: 'We always email you if somebody else tells us something about you. The law says we must let you know.',
    digest: 'How often do you want to hear who used your data?',
    digestHint:
      'We email you only when there is something new. We do not, if you told us that somebody may be at risk.',
    digests: { weekly: 'Once a week', monthly: 'Once a month', off: 'Never' },
    digestMissing: 'Select how often you want to hear who used your data',
    texts: 'Do you want texts?',
    textsHint:
      'We only text you when there is something for you to do, whichever emails you choose. We do not text you if you told us that somebody may be at risk.',
    yes: 'Yes',
    no: 'No',
    save: 'Save your choices',
    textsMissing: 'Select yes if you want texts',
    success: 'Success',
    saved: 'Your choices are saved',
  },
  outbox: {
    title: 'What would have been sent',
    intro:
      'This machine has no key for GOV.UK Notify, so nothing leaves it. These are the emails and texts that people would have had, newest first.',
    empty: 'Nothing yet.',
    untitled: 'Text message',
    time: 'Time',
    to: 'To',
    channel: 'Sent as',
    channels: { email: 'Email', text: 'Text message' },
    subject: 'Subject',
    languages: 'Language',
    inLanguages: { en: 'English', cy: 'Welsh' },
    words: 'Words',
  },
}
