import type { SameWords } from '../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  serviceName: 'Dweud wrthym unwaith',
  skipLink: 'Mynd i’r prif gynnwys',
  phase: 'Enghraifft',
  phaseText: 'Nid oes dim yn cael ei ddweud wrth unrhyw gorff cyhoeddus go iawn. Os nad yw rhywbeth yn gweithio,',
  phaseLink: 'cysylltwch â ni',
  back: 'Yn ôl',
  errorPrefix: 'Gwall:',
  errorSummaryTitle: 'Mae problem',
  languageNavigation: 'Dewis iaith',
  serviceInformation: 'Gwybodaeth am y gwasanaeth',
  menu: 'Dewislen',
  menuLabel: 'Dewislen: ei dangos neu ei chuddio',
  navigation: {
    label: 'Dewislen y gwasanaeth hwn',
    report: 'Rhoi gwybod am newid',
    reports: 'Eich adroddiadau',
    access: 'Pwy ddefnyddiodd eich data',
    signIn: 'Mewngofnodi',
    signOut: 'Allgofnodi',
  },
  footer: {
    title: 'Dolenni cymorth',
    notices: 'Negeseuon e-bost a thestun',
    sessions: 'Ble rydych wedi mewngofnodi',
    rights: 'Eich hawliau dros eich data',
    cookies: 'Cwcis',
    privacy: 'Hysbysiad preifatrwydd',
    accessibility: 'Datganiad hygyrchedd',
    contact: 'Cysylltu â ni',
    wrong: 'Mae rhywbeth yn anghywir',
    licence: 'Mae’r holl gynnwys ar gael o dan Drwydded Llywodraeth Agored v3.0, ac eithrio lle nodir yn wahanol',
    copyright: '© Hawlfraint y Goron',
  },
  errors: {
    notFound: {
      title: 'Heb ddod o hyd i’r dudalen',
      paragraphs: [
        'Os gwnaethoch deipio’r cyfeiriad gwe, gwiriwch ei fod yn gywir.',
        'Os gwnaethoch ludo’r cyfeiriad gwe, gwiriwch eich bod wedi copïo’r cyfeiriad cyfan.',
        'Os yw’r cyfeiriad yn gywir a bod angen help arnoch o hyd, cysylltwch â ni.',
      ],
    },
    forbidden: {
      title: 'Ni allwch wneud hyn',
      paragraphs: [
        'Efallai bod y dudalen wedi bod ar agor yn rhy hir, neu ei bod wedi dod o wefan arall.',
        'Ewch yn ôl, llwythwch y dudalen eto a rhowch gynnig arall arni. Nid oes dim a gadwyd gennych wedi’i golli.',
      ],
    },
    badRequest: {
      title: 'Ni allem ddarllen yr hyn a anfonwyd gennych',
      paragraphs: ['Ewch yn ôl a rhowch gynnig arall arni. Nid oes dim a gadwyd gennych wedi’i golli.'],
    },
    tooMany: {
      title: 'Gormod o geisiadau',
      paragraphs: [
        'Bu gormod o geisiadau mewn amser byr, gennych chi neu gan rywun sy’n rhannu eich cysylltiad.',
        'Arhoswch funud, yna rhowch gynnig arall arni. Nid oes dim a gadwyd gennych wedi’i golli.',
      ],
    },
    problem: {
      title: 'Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth',
      paragraphs: [
        'Rhowch gynnig arall arni yn nes ymlaen.',
        'Rydym wedi cadw’r atebion a roesoch cyn y dudalen hon. Gallwch ddod yn ôl atynt.',
      ],
    },
    unavailable: {
      title: 'Mae’n ddrwg gennym, nid yw’r gwasanaeth ar gael',
      paragraphs: [
        'Rhowch gynnig arall arni ymhen ychydig funudau.',
        'Rydym wedi cadw’r atebion a roesoch o’r blaen. Gallwch ddod yn ôl atynt.',
      ],
    },
  },
}
