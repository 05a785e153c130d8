import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  event: {
    name: 'Rydych wedi newid eich enw neu’n mynd i’w newid',
    short: 'Newid enw',
    description: 'Nid oes rhaid i chi ddweud pam.',
    sections: {
      safety: 'Eich diogelwch',
      name: 'Eich enw newydd',
      home: 'Ble rydych yn byw',
      numbers: 'Rhifau sy’n helpu cyrff i ddod o hyd i chi',
    },
    beyond: [
      {
        text: 'Swyddfa Basbort EF a’r llun ar eich trwydded yrru. Mae’n rhaid i chi wneud cais am y rhain. Byddwn yn rhoi’r dolenni i chi ar ôl i chi anfon yr adroddiad hwn.',
      },
      {
        text: 'Eich banc, eich cyflogwr, eich landlord, eich yswirwyr a chwmnïau sy’n cyflenwi nwy, trydan neu ddŵr. Dywedwch wrthynt eich hun.',
      },
    ],
    yourself: [
      {
        text: 'cael gweithred newid enw, os oes angen un arnoch i ddangos eich enw newydd',
        href: 'https://www.gov.uk/change-name-deed-poll',
      },
      {
        text: 'gwirio y gallwch bleidleisio o hyd yn eich enw newydd',
        href: 'https://www.gov.uk/cofrestru-i-bleidleisio',
      },
      { text: 'dweud wrth eich darparwyr pensiwn', href: 'https://www.gov.uk/find-pension-contact-details' },
      {
        text: 'dweud wrth eich banc, eich cyflogwr, eich yswirwyr a’r cwmnïau sy’n cyflenwi nwy, trydan a dŵr',
        href: 'https://www.citizensadvice.org.uk/cymraeg/teulu/',
      },
    ],
    tooYoung: {
      title: 'Mae’n rhaid i chi fod yn 16 oed neu’n hŷn i roi gwybod am newid enw',
      paragraphs: [
        'Gall rhiant neu warcheidwad ddweud wrth bob corff am eich enw newydd.',
        'Os nad oes gennych riant na gwarcheidwad, gall eich cyngor eich helpu.',
      ],
    },
  },
  questions: {
    newName: {
      title: 'Beth yw eich enw newydd?',
      row: 'Enw newydd',
      hint: 'Ysgrifennwch ef fel y mae ar y ddogfen sy’n dangos eich enw newydd.',
      errors: {
        firstBlank: 'Rhowch eich enwau cyntaf newydd',
        lastBlank: 'Rhowch eich cyfenw newydd',
        tooLong: 'Mae’n rhaid i bob rhan o’ch enw newydd fod yn 100 nod neu lai',
      },
    },
    oldName: {
      title: 'Beth oedd eich enw o’r blaen?',
      row: 'Hen enw',
      hint: 'Mae ei angen ar gyrff i ddod o hyd i’ch cofnod.',
      errors: {
        firstBlank: 'Rhowch eich hen enwau cyntaf',
        lastBlank: 'Rhowch eich hen gyfenw',
        tooLong: 'Mae’n rhaid i bob rhan o’ch hen enw fod yn 100 nod neu lai',
      },
    },
    when: {
      title: 'Beth yw dyddiad newid eich enw?',
      row: 'Dyddiad newid eich enw',
      hint: 'Gall fod hyd at 3 mis yn y dyfodol. Defnyddiwch ddyddiad eich priodas neu’r dyddiad ar eich dogfen. Er enghraifft, 27 3 2026.',
      errors: {
        blank: 'Rhowch ddyddiad newid eich enw',
        partlyBlank: (missing: string) => `Mae’n rhaid i ddyddiad newid eich enw gynnwys ${missing}`,
        notReal: 'Mae’n rhaid i ddyddiad newid eich enw fod yn ddyddiad go iawn',
        tooEarly: (date: string) => `Mae’n rhaid i ddyddiad newid eich enw fod ar neu ar ôl ${date}`,
        tooLate: (date: string) => `Mae’n rhaid i ddyddiad newid eich enw fod ar neu cyn ${date}`,
      },
    },
    reason: {
      title: 'Pam mae eich enw’n newid?',
      row: 'Rheswm',
      hint: 'Nid oes rhaid i chi ddweud.',
      options: {
        marriage: 'Rwyf wedi priodi',
        'civil-partnership': 'Rwyf wedi ffurfio partneriaeth sifil',
        divorce: 'Mae fy mhriodas neu fy mhartneriaeth sifil wedi dod i ben',
        'deed-poll': 'Rwyf wedi dewis enw newydd, er enghraifft drwy weithred newid enw',
        'gender-recognition': 'Mae fy rhywedd wedi newid',
        'not-said': 'Nid wyf am ddweud',
      },
      optionHints: {
        'gender-recognition':
          'Ni fyddwn yn dweud wrth neb mai dyma’r rheswm, oni bai eich bod yn dweud ar y dudalen nesaf y cawn wneud hynny.',
        'not-said': 'Ni fydd unrhyw gorff yn cael rheswm. Nid yw hyn yn newid dim arall.',
      },
      errors: { blank: 'Dewiswch pam mae eich enw’n newid, neu dewiswch ‘Nid wyf am ddweud’' },
    },
    tellReason: {
      title: 'A gawn ni ddweud wrth gyrff mai eich rhywedd yw’r rheswm?',
      row: 'Dweud wrth gyrff mai eich rhywedd yw’r rheswm',
      hint: 'Mae’r gyfraith yn diogelu hyn. Os dewiswch ‘Na chewch’, ni fydd cyrff yn cael unrhyw reswm, yr un fath â phawb nad ydynt am ddweud.',
      options: { yes: 'Cewch, gallwch ddweud wrthynt', no: 'Na chewch, peidiwch â dweud y rheswm wrth neb' },
      errors: { blank: 'Dewiswch ‘Cewch’ os cawn ddweud wrth gyrff mai eich rhywedd yw’r rheswm' },
    },
    evidence: {
      title: 'Beth yw’r cyfeirnod ar y ddogfen sy’n dangos eich enw newydd? (dewisol)',
      row: 'Cyfeirnod ar eich dogfen',
      hint: 'Er enghraifft, rhif eich tystysgrif priodas, eich gorchymyn terfynol neu’ch gweithred newid enw. Gadewch yn wag os nad oes un.',
      errors: {
        blank: 'Rhowch y cyfeirnod ar eich dogfen',
        wrong: 'Rhowch y cyfeirnod fel y mae ar y ddogfen, gydag o leiaf un digid a dim mwy na 40 nod',
      },
    },
  },
  consequences: {
    passport: {
      title: 'Mae eich pasbort yn aros yn eich hen enw',
      paragraphs: [
        'Nid ydym yn dweud wrth Swyddfa Basbort EF. Mae’n rhaid i chi wneud cais am basbort yn eich enw newydd. Yna bydd eich hen un yn cael ei ganslo.',
        'Os ydych wedi trefnu taith, mae’n rhaid i’ch tocyn ddangos yr enw sydd yn eich pasbort. Felly hefyd eich trwydded yrru, os ydych yn gyrru dramor. Gallwch deithio yn gyntaf, a rhoi gwybod i gorff yn ddiweddarach.',
      ],
      link: { text: 'Newid eich enw yn eich pasbort', href: 'https://www.gov.uk/changing-passport-information' },
    },
    oldName: {
      title: 'Gall eich hen enw a’ch enw newydd gyda’i gilydd ddangos bod eich rhywedd wedi newid',
      paragraphs: [
        'Mae angen eich hen enw ar gorff i ddod o hyd i’ch cofnod. Ni fydd yn cael y rheswm os dywedoch ‘Na chewch’.',
        'Gallwch ddal corff yn ôl, neu siarad ag ef yn gyntaf. Gall Cyllid a Thollau EF a’r Adran Gwaith a Phensiynau gyfyngu ar bwy sy’n gweld eich cofnod.',
      ],
      link: {
        text: 'Sut mae Cyllid a Thollau EF yn diogelu eich cofnod',
        href: 'https://www.gov.uk/tell-hmrc-change-of-details/gender-change',
      },
    },
  },
  handOffs: {
    passport: { text: 'Gwneud cais am basbort yn eich enw newydd' },
    licence: { text: 'Gwneud cais am drwydded yrru yn eich enw newydd' },
  },
  fields: { reason: 'Rheswm dros newid enw' },
}
