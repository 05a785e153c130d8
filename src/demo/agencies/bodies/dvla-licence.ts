import { always, checking, done, needs, noRecord, quickly, refused, slowly, when } from '../answers.ts'
import type { SampleAgreement } from '../body.ts'
import { contactDetailsAgreement } from './contact-details.ts'
import { BY_NAME, BY_NAME_OF_THE_DEAD, powers } from './powers.ts'

const matching = ['driver_number', ...BY_NAME]

export const licenceAgreements: SampleAgreement[] = [
  {
    id: 'dvla-driving-licence',
    purpose: {
      en: 'Keep the address on your driving licence right',
      cy: 'Cadw’r cyfeiriad ar eich trwydded yrru yn gywir',
    },
    effect: {
      en: 'It will change the address on your driving licence and post you a new licence, free of charge.',
      cy: 'Bydd yn newid y cyfeiriad ar eich trwydded yrru ac yn anfon trwydded newydd atoch drwy’r post, yn rhad ac am ddim.',
    },
    legalBasis: '6(1)(e)',
    ...powers.drivingLicence,
    choice: 'required',
    matching: ['driver_number', 'names', 'birth_date', 'old_address'],
    usualDays: 21,
    reviewOn: '2027-11-30',
    events: [
      {
        type: 'change-of-address',
        fields: ['names', 'birth_date', 'new_address', 'move_date'],
        answers: [
          noRecord(
            'We could not find a driving licence in your name at your old address. If you have one, tell us the driver number on it.',
            'Ni allem ddod o hyd i drwydded yrru yn eich enw yn eich hen gyfeiriad. Os oes gennych un, rhowch wybod i ni beth yw’r rhif gyrrwr sydd arni.',
          ),
          when(
            'moved-abroad',
            quickly(
              refused(
                'A Great Britain driving licence cannot show an address abroad. Ask the licensing authority of the country you live in about exchanging it.',
                'We cannot put an address abroad on your licence.',
                'Ni allwn roi cyfeiriad tramor ar eich trwydded.',
              ),
            ),
          ),
          always(
            quickly(
              done(
                'We changed the address on your driving licence. Your new licence will arrive by post within 3 weeks.',
                'Rydym wedi newid y cyfeiriad ar eich trwydded yrru. Bydd eich trwydded newydd yn cyrraedd drwy’r post o fewn 3 wythnos.',
              ),
            ),
          ),
        ],
      },
    ],
  },
  {
    id: 'dvla-licence-name',
    purpose: { en: 'Keep the name on your driving licence right', cy: 'Cadw’r enw ar eich trwydded yrru yn gywir' },
    effect: {
      en: 'It will note your new name, and ask you for your old licence and the document that shows your new name.',
      cy: 'Bydd yn nodi eich enw newydd, ac yn gofyn i chi am eich hen drwydded a’r ddogfen sy’n dangos eich enw newydd.',
    },
    legalBasis: '6(1)(e)',
    ...powers.drivingLicence,
    choice: 'required',
    matching,
    usualDays: 21,
    reviewOn: '2027-11-30',
    events: [
      {
        type: 'change-of-name',
        fields: ['old_names', 'new_names', 'change_date'],
        answers: [
          noRecord(
            'We could not find a driving licence in your old name. If you have one, tell us the driver number on it.',
            'Ni allem ddod o hyd i drwydded yrru yn eich hen enw. Os oes gennych un, rhowch wybod i ni beth yw’r rhif gyrrwr sydd arni.',
          ),
          always(
            needs(
              28,
              'Send us your licence and the document that shows your new name. Tell us here when you have posted them.',
              'Anfonwch eich trwydded a’r ddogfen sy’n dangos eich enw newydd atom. Rhowch wybod i ni yma pan fyddwch wedi eu postio.',
            ),
          ),
        ],
      },
    ],
    replies: {
      answered: {
        en: 'Thank you. We will send a licence in your new name when your documents are here.',
        cy: 'Diolch. Byddwn yn anfon trwydded yn eich enw newydd pan fydd eich dogfennau wedi cyrraedd.',
      },
    },
  },
  {
    id: 'dvla-medical',
    purpose: {
      en: 'Find out whether you can drive safely with your condition',
      cy: 'Canfod a allwch yrru’n ddiogel gyda’ch cyflwr',
    },
    effect: {
      en: 'It will ask about your condition. You may keep your licence, get a shorter one, or have to stop driving.',
      cy: 'Bydd yn holi am eich cyflwr. Efallai y byddwch yn cadw eich trwydded, yn cael un fyrrach, neu’n gorfod rhoi’r gorau i yrru.',
    },
    legalBasis: '6(1)(c), 9(2)(g)',
    ...powers.driversHealth,
    choice: 'required',
    matching,
    usualDays: 90,
    minimumAge: 16,
    reviewOn: '2027-11-30',
    events: [
      {
        type: 'health',
        fields: ['driving_conditions'],
        answers: [
          when(
            'no-condition-for-drivers',
            quickly(
              done(
                'You told us of no condition that drivers must report. Nothing changes.',
                'Ni roesoch wybod i ni am gyflwr y mae’n rhaid i yrwyr ei hysbysu. Nid oes dim yn newid.',
              ),
            ),
          ),
          noRecord(
            'We could not find a driving licence in your name. If you have one, tell us the driver number on it.',
            'Ni allem ddod o hyd i drwydded yrru yn eich enw. Os oes gennych un, rhowch wybod i ni beth yw’r rhif gyrrwr sydd arni.',
          ),
          when(
            'condition-needs-a-form',
            needs(
              14,
              'Tell us the name of the doctor or clinic that treats you for this, and the date you last saw them.',
              'Rhowch wybod i ni beth yw enw’r meddyg neu’r clinig sy’n eich trin am hyn, a’r dyddiad y gwelsoch nhw ddiwethaf.',
            ),
          ),
          always(
            checking(
              'Our medical team is looking at what you told us.',
              'Mae ein tîm meddygol yn edrych ar yr hyn a ddywedoch wrthym.',
            ),
            slowly(
              done(
                'You can keep your licence. Tell us if your condition gets worse.',
                'Gallwch gadw eich trwydded. Rhowch wybod i ni os bydd eich cyflwr yn gwaethygu.',
              ),
            ),
          ),
        ],
      },
    ],
    replies: {
      answered: {
        en: 'Thank you. We asked your doctor. You can keep your licence for 3 years, and then we look again.',
        cy: 'Diolch. Rydym wedi gofyn i’ch meddyg. Gallwch gadw eich trwydded am 3 blynedd, ac yna byddwn yn edrych eto.',
      },
    },
    look: {
      name: 'Look at the health of a driver',
      activity: 'licence-checks',
      accessType: 'consult',
      unit: 'Drivers medical',
      system: 'Driver register',
      actor: { kind: 'officer', role: 'Medical caseworker' },
      dataCategories: ['name', 'birth-date', 'health', 'driving-licence'],
    },
  },
  {
    id: 'dvla-licence-death',
    purpose: {
      en: 'Keep anybody from using the driving licence of the person who died',
      cy: 'Atal unrhyw un rhag defnyddio trwydded yrru’r person a fu farw',
    },
    effect: {
      en: 'It will cancel the driving licence. This cannot be undone.',
      cy: 'Bydd yn canslo’r drwydded yrru. Ni ellir dadwneud hyn.',
    },
    legalBasis: '6(1)(e)',
    ...powers.drivingLicence,
    choice: 'required',
    irreversible: true,
    matching: ['deceased_driver_number', ...BY_NAME_OF_THE_DEAD],
    usualDays: 14,
    reviewOn: '2027-11-30',
    events: [
      {
        type: 'death',
        fields: ['death_date'],
        answers: [
          noRecord(
            'We could not find a driving licence in this name. You do not need to do anything.',
            'Ni allem ddod o hyd i drwydded yrru yn yr enw hwn. Nid oes angen i chi wneud dim byd.',
          ),
          always(
            done(
              'We cancelled the driving licence. You can cut it up and throw it away.',
              'Rydym wedi canslo’r drwydded yrru. Gallwch ei thorri a’i thaflu.',
            ),
          ),
        ],
      },
    ],
    replies: {
      withdrawn: {
        en: 'We took the death off the record. The old licence stays cancelled: we post a new one, free of charge.',
        cy: 'Rydym wedi tynnu’r farwolaeth oddi ar y cofnod. Mae’r hen drwydded yn dal wedi’i chanslo: rydym yn postio un newydd, yn rhad ac am ddim.',
      },
    },
  },
  contactDetailsAgreement('dvla', { matching, minimumAge: 16 }),
]
