export const en = {
  previous: 'Previous',
  next: 'Next',
  pagesOfGuide: 'Pages of the guide',
  exampleIn: { sh: 'Example with curl', mjs: 'Example with Node', json: 'Example of what you get' },
  index: {
    title: 'Guide for developers',
    lead: 'This guide is for people who build for public bodies. It shows how your system can be told of changes in people’s lives.',
    settings: 'Names in the examples',
    settingsIntro: 'The examples are real. We run each one before each release. Set these names first.',
    settingsTerms: {
      SERVICE: 'the address of this service, with no slash at the end',
      CLIENT_ID: 'your id, as it stands in the list of public bodies',
      TOKEN: 'your access token',
      STREAM_ID: 'the id of your stream',
      JTI: 'the id of the event',
    },
    documents: 'For your tools',
    openApi: 'Description of every call (OpenAPI 3.1)',
    agencies: 'Public bodies, as JSON',
    agreements: 'Agreements, as JSON',
    metadata: 'Where each part of the service is (Shared Signals)',
  },
  pages: {
    joining: {
      title: 'How to join',
      lead: 'You need an agreement, a key and a stream. You do not need a system that we can call.',
      sections: {
        ways: {
          heading: 'Three ways to be told',
          blocks: [
            'Choose the way that fits your team.',
            [
              'Push: we call your address each time there is news. This is the fastest.',
              'Poll: your program asks us for news. Nobody has to open a door in your network.',
              'Inbox: your staff read the news in a browser. There is nothing to build.',
            ],
            'You can change from one way to another later. Nothing is lost and nothing is sent twice.',
          ],
        },
        steps: {
          heading: 'What to do',
          blocks: [
            [
              'Agree with us what you may be told, why, and which law allows it.',
              'Make a key and send us the public half.',
              'Get a token with your key.',
              'Make a stream.',
              'Try it with made-up people.',
              'Go live.',
            ],
            { text: 'You can read what others have agreed.', link: 'See all agreements', href: '/agreements' },
            { text: 'If your body is not on our list yet,', link: 'ask to join', href: '/join' },
          ],
        },
        key: {
          heading: 'Make a key',
          blocks: [
            'Keep the private half on your own machine. We only need what the program prints.',
            'Your key may be RSA with 2,048 bits or more, or a P-256 key. You can give us two keys at once, so that you can change from the old one to the new one with no gap.',
            'You can also publish your keys on your own website and give us the address.',
          ],
        },
        form: {
          heading: 'What you will get',
          blocks: [
            'Your agreement names each thing that you may be told. You get these and no more. Each agreement has a schema that your program can check against.',
          ],
        },
      },
    },
    tokens: {
      title: 'Get a token',
      lead: 'Each call needs an access token. You get one with your key. There is no password.',
      sections: {
        get: {
          heading: 'Ask for a token',
          blocks: [
            'Sign a short note that says who you are. We check it with the key you gave us, and send back a token.',
            'Your note may last for 5 minutes at most. Use it once: we refuse it the second time.',
          ],
        },
        use: {
          heading: 'Use the token',
          blocks: [
            'Send the token with each call, in the `Authorization` header. Never put it in an address.',
            'A token lasts for 5 minutes. Ask for a new one a little before it ends.',
          ],
        },
        scopes: {
          heading: 'What a token lets you do',
          blocks: [
            'You can ask for less than you may have. If you name no scope, you get them all.',
            {
              terms: {
                'ssf.read': 'read your streams, and poll',
                'ssf.manage': 'make and change your streams',
                'outcomes.write': 'tell us what you did',
                'events.read': 'read again what you were told',
                'access-records.write': 'tell us who looked at whose data',
              },
            },
          ],
        },
      },
    },
    streams: {
      title: 'Make a stream',
      lead: 'A stream is how you are told. You can have one for each of your systems.',
      sections: {
        poll: {
          heading: 'Make a stream that you poll',
          blocks: [
            'The answer says where to poll. It also says what you will be told: see `events_delivered`. Your agreements decide what is in it.',
          ],
        },
        polling: {
          heading: 'Ask for news',
          blocks: [
            'You get each event with its id. It comes again until you say that you have it.',
            'If you leave out `returnImmediately`, the call waits for up to 30 seconds until there is news. So your program need not ask all the time.',
          ],
        },
        push: {
          heading: 'Make a stream that we push to',
          blocks: [
            'Give us an address that starts with https, and a secret. We send the secret with each call, just as you gave it.',
            'We can use your own token service in place of a secret. Give us its address as `token_url`.',
            'If you give us no `client_secret` for it, we sign who we are with the keys that sign your events. Our `client_id` is then our own address, `/agencies/` and your id. It is yours alone: no other body can use it.',
          ],
        },
        proof: {
          heading: 'Show that your address is safe',
          blocks: [
            'Before we send you any real news, we call your address three times.',
            [
              'First we send a good test event. You must take it.',
              'Then we call without your secret. You must refuse it.',
              'Then we send an event with a bad signature. You must refuse it.',
            ],
            'This example takes what is right and refuses the rest. Answer only when the event is safe on your disk.',
          ],
        },
        pace: {
          heading: 'Say how fast we may call you',
          blocks: [
            'Add these to `delivery` if you need them. Your admins can change them on your pages too.',
            {
              terms: {
                max_in_flight: 'how many calls may be open at once, from 1 to 64',
                max_per_second: 'how many calls we may make each second',
                maintenance:
                  'when you are closed, in UK time: each with `day`, `from` and `until`, like `sunday`, `22:00` and `02:00`. For one time only leave out `day` and give dates too, like `2026-12-24T18:00`',
              },
            },
            'While you are closed we send nothing, and nothing counts as failed. A `null` takes back what you said.',
          ],
        },
        verify: {
          heading: 'Try your stream',
          blocks: ['Ask for a test event at any time. It comes within seconds, and has your own words in it.'],
        },
        pause: {
          heading: 'Pause your stream',
          blocks: [
            'We keep what comes while your stream is paused. You get it in order when you start again.',
            'If you set the status to `disabled`, we do not keep what comes.',
          ],
        },
        interest: {
          heading: 'Say whom you have a file on',
          blocks: [
            'You can ask to be told only of people you have a file on. Then `default_subjects` is NONE, and you add each person to your stream. If it is ALL, you can take people out.',
            'Name a person by your own number for them from an earlier event, by email or phone, or by a national number and date of birth.',
            'We give the same answer for everyone. So you cannot find out here whom we know.',
          ],
        },
      },
    },
    checking: {
      title: 'Check what you get',
      lead: 'Each event comes in a signed token. Check it before you trust it.',
      sections: {
        check: {
          heading: 'What to check',
          blocks: [
            [
              'It has the type `secevent+jwt`.',
              'It is signed with one of our keys.',
              'It comes from us: `iss` is the address of this service.',
              'It is for you: `aud` is your id.',
              'It holds just one event.',
              'You have not had it before: `jti` is new to you.',
            ],
            'Our keys change from time to time. Get them from us when you meet one that you do not know.',
          ],
        },
        inside: {
          heading: 'What is in it',
          blocks: [
            {
              terms: {
                sub_id: 'whom it is about: your own number for this person, which no other body has',
                txn: 'the report it comes from: the same for all that follows from it',
                toe: 'when the person told us',
                events: 'what happened: the kind of event, and what you may know of it',
              },
            },
            'To find the person in your own files, use their name, date of birth and what else your agreement gives you.',
            'Some parts may be missing. People may not know them, or may not want you to have them.',
          ],
        },
        refuse: {
          heading: 'If something is wrong',
          blocks: [
            'Refuse it, and say why. We show your reason to our staff. We send it again every few hours for 7 days, so that you have time to mend what is wrong.',
            {
              terms: {
                invalid_request: 'we cannot read it',
                invalid_key: 'we do not know the key',
                invalid_issuer: 'it is from someone else',
                invalid_audience: 'it is for someone else',
                authentication_failed: 'the signature or the secret is wrong',
                access_denied: 'you may not send us this',
              },
            },
          ],
        },
      },
    },
    outcomes: {
      title: 'Say what you did',
      lead: 'People can see how far you have got. They see what you tell us here.',
      sections: {
        send: {
          heading: 'Send an outcome',
          blocks: [
            'Use the id of the event. You can send more than one: people see the last one. If you send the same one twice, nothing changes.',
            'Write to the person, in plain words. Send Welsh as well if you can.',
          ],
        },
        kinds: {
          heading: 'What you can say',
          blocks: [
            {
              terms: {
                received: 'you have it',
                in_progress: 'you are working on it',
                done: 'you have made the change; say from which day',
                no_record: 'you do not know this person',
                needs_information: 'you need to know more; say what, and by when',
                refused: 'you will not do it; say why',
              },
            },
            'You can add an offer: something more that you can do. The person can say yes or no.',
          ],
        },
        ask: {
          heading: 'Ask for more',
          blocks: [
            'The person sees your question, and we write to them. Their answer comes to you as a new event, with `change` set to `answered`.',
          ],
        },
        late: {
          heading: 'If you are late',
          blocks: [
            'Your agreement says how long you take as a rule. After that, we write to your contact. The person can see that you are late.',
          ],
        },
      },
    },
    changes: {
      title: 'When people change what they said',
      lead: 'People make mistakes. They can put a report right or take it back, and you are told.',
      sections: {
        kinds: {
          heading: 'How you are told',
          blocks: [
            'You get a new event of the same kind. It has `change`, and `original_jti` with the id of the first event.',
            {
              terms: {
                corrected: 'use what is in this event in place of the first one',
                withdrawn: 'it was not true, or is not true now: undo what you did',
                answered: 'this is the answer to what you asked',
                offer_accepted: 'they want what you offered',
                offer_declined: 'they do not want it',
              },
            },
          ],
        },
        order: {
          heading: 'In what order',
          blocks: [
            'What is about one person comes in order. A change never comes before the first event. If the first event has not left us yet, you only get the new one.',
          ],
        },
        apply: {
          heading: 'Work out what holds now',
          blocks: ['This example reads what you kept and works out what is true today.'],
        },
      },
    },
    feed: {
      title: 'Read it again',
      lead: 'If you lose something, you can get it again. You can also check that you have it all.',
      sections: {
        read: {
          heading: 'Read from where you were',
          blocks: [
            'You get a page of events, the oldest first. Keep `next` and send it back as `after`, to go on from there. At the start, leave it out.',
            'Nothing is skipped. We keep events here for 100 days. If your place is no longer there, we answer 410: then start from the beginning.',
            'Each time you read, the person can see that you did. So read only what you need.',
          ],
        },
        state: {
          heading: 'Ask what holds now',
          blocks: ['Give the id of any event. The answer says if it was put right or taken back.'],
        },
        again: {
          heading: 'Have it sent again',
          blocks: [
            'We send it over the same stream, with the same id as before. You can name up to 1,000 events. You can also give a time, as `from` and `until`.',
            'We send nothing to an inbox again. What your staff opened stays there under “Opened”, and they can open it again.',
          ],
        },
        afresh: {
          heading: 'Start afresh',
          blocks: [
            'If you have lost a lot, ask for a fresh start. Your stream gets a `resync` event. Then throw away what you have of that stream, and read it all again from the start. We may also send this event if something went wrong on our side.',
          ],
        },
      },
    },
    'access-records': {
      title: 'Say who used whose data',
      lead: 'People can see who looked at their data, and why. Tell us each time you use what we sent you.',
      sections: {
        send: {
          heading: 'Send a record',
          blocks: [
            'Send it when someone looks at the data, or when your system uses it. Send up to 5,000 in one call, as a list.',
            'Give each record its own id, a UUID of version 7. If you send it twice, it counts once.',
          ],
        },
        fields: {
          heading: 'What to put in it',
          blocks: [
            {
              terms: {
                occurred_start: 'when it was',
                access_type: 'what you did, such as consult, receive or alter',
                activity_id: 'why you may: the address of your agreement, with its version',
                data_categories: 'what kind of data it was, never the data itself',
                actor: 'who it was: their role, not their name',
                subject: 'whose data it was: the number from the event',
              },
            },
          ],
        },
        answer: {
          heading: 'What we answer',
          blocks: [
            'We say of each record if we kept it. When we say so, it is safe. People see it at once, unless your activity says later.',
            'We keep a record that goes beyond its activity too. We say how in `flags`: `other-categories`, `not-yet-begun` or `ended`. `clock-ahead` means that your clock is fast. A time more than 10 minutes ahead is refused.',
          ],
        },
        numbers: {
          heading: 'People we have not told you about',
          blocks: [
            'Name a person by a number, such as `{"type": "nino", "id": "QQ123456C"}`. The types are `nino`, `nhs-number`, `passport` and `driving-licence`. We do not store the number. Our answer is the same if we know the person or not.',
          ],
        },
        more: {
          heading: 'Corrections, many people at once, and lines',
          blocks: [
            'To put a record right, send a new one. Name the old one in `supersedes`. It must be about the same person, named in the same way. Add `"void": true` if it should never have been there. Both stay.',
            'For one use about many people, leave out `subject` and send `"batch": {"count": 4000}`. Anyone can read it on a page of its own.',
            'You can send a record on each line, as `application/x-ndjson`.',
          ],
        },
        spans: {
          heading: 'If you use OpenTelemetry',
          blocks: [
            'Set your exporter to OTLP over HTTP in JSON, and send to `/v1/traces` with an access token. We keep spans that have `dpl.core.processing_activity_id`. Say whose data it was with `dpl.core.data_subject_id_type` and `dpl.core.data_subject_id`.',
            'Say more with `dpl.access.type`, `dpl.access.data_categories`, `dpl.access.actor_role`, `dpl.access.actor_ref` and `dpl.access.case_ref`.',
          ],
        },
      },
    },
    errors: {
      title: 'When something goes wrong',
      lead: 'Each error says what is wrong, so that your program can act on it.',
      sections: {
        form: {
          heading: 'What an error looks like',
          blocks: [
            'You get a status, and a short text in JSON. If parts of your call are wrong, `errors` names each one.',
            'Calls for tokens are different. There the standard has its own form, with `error` in it.',
          ],
        },
        meaning: {
          heading: 'What to do',
          blocks: [
            {
              terms: {
                '400': 'your call is wrong: mend it, do not send it again as it is',
                '401': 'your token is old or wrong: get a new one',
                '403': 'you may not do this',
                '404': 'it is not there, or it is not yours',
                '409': 'it does not fit with what is there',
                '410': 'it was there, but is gone for good',
                '413': 'you sent too much at once',
                '429': 'you called too often: wait as long as `Retry-After` says',
                '503': 'we cannot answer now: wait, then try again',
              },
            },
          ],
        },
        again: {
          heading: 'If we cannot reach you',
          blocks: [
            'We try again for 7 days, a little less often each time, but at least twice on each of your working days. Then we stop, write to your contact and tell the person.',
            [
              'We email your contact when half of that time is over, and twice more before the end.',
              'If you answer 429 or 503, we wait as long as `Retry-After` says, up to one day.',
              'If you refuse what we send, we try less often and email your contact after one hour.',
              'If nothing gets through for one day, your address must show that it is safe once more. We try that each hour.',
              'If you answer 410, we pause the stream, keep what comes and email your contact.',
            ],
            'Time in which your stream is paused does not count.',
          ],
        },
      },
    },
    'going-live': {
      title: 'Before you go live',
      lead: 'Try everything with people who do not exist. Then you get your first real person.',
      sections: {
        trial: {
          heading: 'Take the test',
          blocks: [
            'Sign in to your pages and start the test. We send you made-up events over your real stream. They have `synthetic` set to true.',
            [
              'A good event: take it.',
              'The same event again: take it, but act on it once.',
              'An event that is then taken back: undo it.',
              'An event with a false signature: refuse it.',
              'An event for another body: refuse it.',
              'Many at once: take them all.',
            ],
            {
              text: 'You see the result of each one, line by line.',
              link: 'Start the test',
              href: '/agency/conformance',
            },
          ],
        },
        list: {
          heading: 'Check your own side',
          blocks: [
            [
              'You keep an event before you say that you have it.',
              'You can take the same event twice.',
              'You know what to do when a report is taken back.',
              'You pass over things in an event that you do not know.',
              'You know who reads our emails when something stops.',
              'You know how to change your key.',
              'You record who looks at the data.',
            ],
          ],
        },
        pages: {
          heading: 'Your own pages',
          blocks: [
            {
              text: 'Your staff can see your streams, keys and events there. They can also pause a stream.',
              link: 'Sign in to your pages',
              href: '/agency',
            },
          ],
        },
      },
    },
  },
}
