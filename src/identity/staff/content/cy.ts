import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  problems: {
    cancelled: {
      title: 'Ni wnaethoch orffen mewngofnodi ar gyfer eich gwaith',
      paragraphs: ['Fe wnaethoch stopio cyn i chi fewngofnodi. Nid oes dim wedi newid.'],
      link: 'Ceisio eto',
    },
    busy: {
      title: 'Mae’n ddrwg gennym, ni all staff fewngofnodi ar hyn o bryd',
      paragraphs: ['Nid yw’r gwasanaeth mewngofnodi i staff yn ateb. Ceisiwch eto ymhen ychydig funudau.'],
      link: 'Ceisio eto',
    },
    'not-allowed': {
      title: 'Ni all staff fewngofnodi ar hyn o bryd',
      paragraphs: [
        'Nid yw’r gwasanaeth mewngofnodi i staff yn gadael pobl i mewn i’r gwasanaeth hwn. Rydym yn edrych i mewn i hyn.',
      ],
      link: 'Ceisio eto',
    },
    failed: {
      title: 'Mae’n ddrwg gennym, mae problem gyda mewngofnodi ar gyfer eich gwaith',
      paragraphs: ['Nid ydych wedi mewngofnodi. Ceisiwch eto yn nes ymlaen.'],
      link: 'Ceisio eto',
    },
    expired: {
      title: 'Mae eich sesiwn waith wedi dod i ben',
      paragraphs: [
        'Fe wnaethoch aros yn rhy hir, neu fe wnaethoch ddefnyddio hen ddolen i fewngofnodi.',
        'Os ydych newydd anfon ffurflen, ni chafodd ei chadw. Mewngofnodwch a’i hanfon eto.',
      ],
      link: 'Mewngofnodi eto',
    },
    'not-known': {
      title: 'Nid ydych wedi cael gwahoddiad',
      paragraphs: [
        'Rydych wedi mewngofnodi, ond nid oes unrhyw sefydliad wedi ychwanegu eich cyfeiriad e-bost yma.',
        'Gofynnwch i gydweithiwr sy’n weinyddwr yma eich gwahodd.',
        'Os oes gennych fwy nag un cyfeiriad e-bost, gwnewch yn siŵr eich bod wedi defnyddio’r un cywir.',
      ],
      link: 'Allgofnodi a defnyddio cyfeiriad e-bost arall',
    },
  },
  noAccess: {
    title: 'Nid oes gennych fynediad i’r dudalen hon',
    paragraphs: [
      'Nid yw eich rôl yn cynnwys y dudalen hon. Os oes ei hangen arnoch ar gyfer eich gwaith, gofynnwch i weinyddwr yn eich sefydliad.',
    ],
    link: 'Mynd i’ch tudalen gyntaf',
  },
  signedOut: {
    title: 'Rydych wedi allgofnodi o’ch sesiwn waith',
    paragraphs: ['Os ydych yn rhannu’r ddyfais hon, caewch y porwr hefyd.'],
    link: 'Mewngofnodi eto',
  },
  warning: {
    text: 'Nid ydych wedi defnyddio’r gwasanaeth hwn ers tro. Er mwyn cadw gwybodaeth yn ddiogel, byddwn yn eich allgofnodi mewn llai na 3 munud.',
    lastText:
      'Rydych wedi bod wedi mewngofnodi am 8 awr. Er mwyn cadw gwybodaeth yn ddiogel, byddwn yn eich allgofnodi mewn llai na 3 munud, ac ni allwch aros wedi mewngofnodi am fwy o amser. Cadwch yr hyn rydych yn ei wneud, yna mewngofnodwch eto.',
  },
}
