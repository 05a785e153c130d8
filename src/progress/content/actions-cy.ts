import type { SameWords } from '../../shared/language.ts'
import type { en } from './actions-en.ts'

export const cy: SameWords<typeof en> = {
  done: {
    title: 'Llwyddiant',
    withdrawal: 'Tynasoch yr adroddiad hwn yn ôl.',
    correction: 'Cywirasoch yr adroddiad hwn.',
    answer: 'Rydym yn anfon eich ateb.',
    accept: 'Rydym yn rhoi gwybod iddynt eich bod wedi dweud ie.',
    opt_out: 'Rydym yn rhoi gwybod iddynt eich bod wedi dweud na.',
    release: 'Rydym yn rhoi gwybod i’r corff hwn nawr.',
    'release-later':
      'Byddwn yn rhoi gwybod i’r corff hwn pan ddaw’r amser aros i ben. Tan hynny, gellir cywiro camgymeriad.',
    'left-out': 'Ni fyddwn yn rhoi gwybod i’r corff hwn.',
  },
  yes: 'Ydw',
  no: 'Nac ydw',
  cancel: 'Mynd yn ôl at yr adroddiad',
  unreadable: 'Ni allem ddarllen yr hyn a anfonoch. Rhowch gynnig arall arni.',
  withdrawal: {
    title: 'Tynnu eich adroddiad yn ôl',
    told: 'Mae’r cyrff hyn yn gwybod, neu efallai eu bod yn gwybod. Byddwn yn rhoi gwybod iddynt eich bod wedi’i dynnu’n ôl:',
    toldNobody: 'Nid ydym wedi rhoi gwybod i neb eto.',
    neverTold: 'Ni fydd y cyrff hyn byth yn cael gwybod:',
    undo: 'Efallai bod corff eisoes wedi newid rhywbeth. Y corff ei hun sy’n penderfynu beth i’w wneud pan fydd yn clywed gennych. Os newidiwch eich meddwl, bydd yn rhaid i chi adrodd am hyn eto.',
    reason: 'Pam rydych yn ei dynnu’n ôl? (dewisol)',
    reasonHint: 'Nid ydym yn dweud wrth y cyrff pam.',
    reasons: {
      wrong: 'Roedd yn anghywir',
      'not-happening': 'Nid yw’n mynd i ddigwydd',
      'tell-myself': 'Byddai’n well gennyf roi gwybod iddynt fy hun',
    },
    submit: 'Tynnu’r adroddiad hwn yn ôl',
  },
  correction: {
    title: 'Cywiro’r hyn a ddywedasoch wrthym',
    intro: 'Gallwch newid eich atebion a’u hanfon eto. Cewch weld pwy fydd yn cael y cywiriad cyn i chi ei anfon.',
    told: 'Bydd y cyrff hyn yn cael y cywiriad:',
    notYet: 'Nid yw’r cyrff hyn wedi cael gwybod eto. Dim ond yr atebion cywir y byddant yn eu cael:',
    nobodyNew:
      'Ni fyddwn yn rhoi gwybod i neb newydd. Os oes angen i gorff nad yw ar y rhestr wybod, rhowch wybod iddo eich hun.',
    submit: 'Newid fy atebion',
    tooMany: 'Mae gennych ormod o adroddiadau nad ydych wedi’u hanfon. Dilëwch un yn gyntaf.',
  },
  answer: {
    title: (body) => `Ateb ${body}`,
    said: 'Beth ddywedodd',
    saidNothing: 'Ni ddywedodd beth sydd ei angen arno. Gallwch ofyn iddo, neu ddweud mwy wrtho.',
    due: (date) => `Mae angen eich ateb arno erbyn ${date}.`,
    late: (date) => `Roedd angen eich ateb arno erbyn ${date}. Gallwch ateb o hyd.`,
    label: 'Eich ateb',
    hint: 'Rydym yn anfon hwn at y corff hwn yn unig. Peidiwch ag ysgrifennu am bobl eraill os nad oes rhaid.',
    blank: 'Rhowch eich ateb',
    tooLong: 'Rhaid i’ch ateb fod yn 2,000 o nodau neu lai',
    count: 'Gallwch roi hyd at %{count} nod',
    underLimit: { one: 'Mae gennych %{count} nod ar ôl', other: 'Mae gennych %{count} nod ar ôl' },
    atLimit: 'Mae gennych 0 nod ar ôl',
    overLimit: { one: 'Mae gennych %{count} nod yn ormod', other: 'Mae gennych %{count} nod yn ormod' },
    submit: 'Anfon fy ateb',
  },
  offer: {
    title: (body) => `Ateb cynnig ${body}`,
    from: 'Beth mae’n ei gynnig i chi',
    legend: { accept: 'Ydych chi eisiau hyn?', opt_out: 'Ydych chi eisiau cadw hyn?' },
    hint: 'Rydym yn dweud wrth y corff hwn yn unig.',
    blank: 'Dewiswch ydw neu nac ydw',
    submit: 'Anfon fy ateb',
  },
  release: {
    title: (body) => `Pryd y dylai ${body} gael gwybod?`,
    planned: (time) => `Byddwn yn rhoi gwybod iddo ar ${time} os na wnewch ddim.`,
    held: 'Ni fyddwn yn rhoi gwybod iddo nes i chi ddweud.',
    coolingOff: (time) =>
      `Ni ellir dadwneud yr hyn y mae’n ei wneud, felly rydym yn aros cyn rhoi gwybod iddo. Byddwn yn rhoi gwybod iddo ar ôl ${time} os na wnewch ddim.`,
    tell: 'Rhoi gwybod iddo nawr',
    tellAfter: (time) =>
      `Rhoi gwybod iddo ar ôl ${time}. Ni ellir dadwneud yr hyn y mae’n ei wneud, felly rydym yn aros tan hynny.`,
    leaveOut: 'Peidio â rhoi gwybod iddo',
    keep: 'Ei adael fel y mae',
    blank: 'Dewiswch beth y dylem ei wneud',
    submit: 'Parhau',
  },
}
