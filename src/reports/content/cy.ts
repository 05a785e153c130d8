import type { SameWords } from '../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  continue: 'Parhau',
  change: 'Newid',
  remove: 'Tynnu',
  or: 'neu',
  yesNo: { yes: 'Oes', no: 'Nac oes' },
  list: listed,
  exit: {
    emergency: 'Argyfwng',
    text: 'Gadael y dudalen hon',
    activated: 'Yn llwytho.',
    timedOut: 'Mae’r botwm gadael wedi dod i ben.',
    pressTwoMoreTimes: 'Shift, pwyswch 2 waith eto i adael.',
    pressOneMoreTime: 'Shift, pwyswch 1 waith eto i adael.',
  },
  unreadable: 'Ni allem ddarllen popeth a anfonoch. Gwiriwch y dudalen hon, yna anfonwch hi eto.',
  notKnown: 'Nid wyf yn gwybod',
  notGiven: 'Heb ei roi',
  leaveOut: 'Peidio â defnyddio hwn yn yr adroddiad hwn',
  date: {
    day: 'Diwrnod',
    month: 'Mis',
    year: 'Blwyddyn',
    missing: { day: 'diwrnod', month: 'mis', year: 'blwyddyn' },
    partialHint: 'Er enghraifft, 27 3 2007. Os nad ydych yn gwybod y diwrnod neu’r mis, gadewch y blwch yn wag.',
  },
  names: {
    first: { label: 'Enwau cyntaf', hint: 'Cofiwch gynnwys unrhyw enwau canol' },
    last: { label: 'Cyfenw' },
  },
  select: { choose: 'Dewiswch un' },
  statement: { agreed: (time: string) => `Ie, ${time}` },
  text: {
    tooLong: (most: number) => `Mae’n rhaid i’ch ateb fod yn ${most} nod neu lai`,
    count: {
      description: 'Gallwch roi hyd at %{count} nod',
      atLimit: 'Mae gennych 0 nod ar ôl',
      under: { one: 'Mae gennych %{count} nod ar ôl', other: 'Mae gennych %{count} nod ar ôl' },
      over: { one: 'Mae gennych %{count} nod yn ormod', other: 'Mae gennych %{count} nod yn ormod' },
    },
  },
  postcode: {
    hint: 'Er enghraifft, CF10 3NQ',
    find: 'Dod o hyd i gyfeiriad',
    byHand: 'Teipio’r cyfeiriad',
    errors: { blank: 'Rhowch god post', wrong: 'Rhowch god post llawn yn y DU, fel CF10 3NQ' },
  },
  foundAddress: {
    count: (count: number) => `Nifer y cyfeiriadau: ${count}`,
    elsewhere: 'Nid yw’r cyfeiriad yn y rhestr hon',
    postcode: 'Cod post:',
    errors: { blank: 'Dewiswch gyfeiriad, neu dewiswch ‘Nid yw’r cyfeiriad yn y rhestr hon’' },
  },
  address: {
    optional: (label: string) => `${label} (dewisol)`,
    chooseCountry: 'Dewiswch wlad',
    none: (postcode: string) =>
      `Ni ddaethom o hyd i unrhyw gyfeiriad ar gyfer ${postcode}. Gwiriwch y cod post, neu rhowch y cyfeiriad yma.`,
    unavailable: 'Ni allwn chwilio am gyfeiriadau ar hyn o bryd. Gallwch roi’r cyfeiriad yma.',
    labels: {
      uk: {
        line1: 'Llinell gyfeiriad 1',
        line2: 'Llinell gyfeiriad 2',
        town: 'Tref neu ddinas',
        county: 'Sir',
        postcode: 'Cod post',
        country: 'Gwlad',
      },
      forces: {
        line1: 'Uned neu gatrawd',
        line2: 'Adeilad neu ystafell',
        town: 'Tref neu ddinas',
        county: 'Sir',
        postcode: 'Rhif BFPO neu god post',
        country: 'Gwlad',
      },
      abroad: {
        line1: 'Llinell gyfeiriad 1',
        line2: 'Llinell gyfeiriad 2',
        town: 'Tref neu ddinas',
        county: 'Talaith neu ranbarth',
        postcode: 'Cod post neu god zip',
        country: 'Gwlad',
      },
    },
    hints: {
      uk: {
        line1: 'Er enghraifft, Fflat 2, 16 Stryd Fawr',
        line2: '',
        town: '',
        county: '',
        postcode: '',
        country: '',
      },
      forces: { line1: '', line2: '', town: '', county: '', postcode: 'Er enghraifft, BFPO 58', country: '' },
      abroad: { line1: '', line2: '', town: '', county: '', postcode: '', country: '' },
    },
    errors: {
      uk: {
        line1: lineErrors('linell gyfeiriad 1', 'llinell gyfeiriad 1'),
        line2: lineErrors('linell gyfeiriad 2', 'llinell gyfeiriad 2'),
        town: lineErrors('dref neu ddinas', 'dref neu’r ddinas'),
        county: lineErrors('sir', 'sir'),
        postcode: { ...lineErrors('god post', 'cod post'), wrong: 'Rhowch god post llawn yn y DU, fel CF10 3NQ' },
        country: lineErrors('wlad', 'wlad'),
      },
      forces: {
        line1: lineErrors('uned neu gatrawd', 'uned neu’r gatrawd'),
        line2: lineErrors('adeilad neu ystafell', 'adeilad neu’r ystafell'),
        town: lineErrors('dref neu ddinas', 'dref neu’r ddinas'),
        county: lineErrors('sir', 'sir'),
        postcode: {
          ...lineErrors('rif BFPO neu god post', 'rhif BFPO neu’r cod post'),
          wrong: 'Rhowch rif BFPO fel BFPO 58, neu god post sy’n dechrau â BF1',
        },
        country: lineErrors('wlad', 'wlad'),
      },
      abroad: {
        line1: lineErrors('linell gyfeiriad 1', 'llinell gyfeiriad 1'),
        line2: lineErrors('linell gyfeiriad 2', 'llinell gyfeiriad 2'),
        town: lineErrors('dref neu ddinas', 'dref neu’r ddinas'),
        county: lineErrors('dalaith neu ranbarth', 'dalaith neu’r rhanbarth'),
        postcode: lineErrors('god post', 'cod post'),
        country: { blank: 'Dewiswch wlad', tooLong: 'Dewiswch wlad', wrong: 'Dewiswch wlad' },
      },
    },
  },
  council: {
    choose: 'Dewiswch gyngor',
    unknown: 'Nid wyf yn gwybod pa gyngor',
    find: 'Dod o hyd i’ch cyngor yn ôl cod post ar GOV.UK',
    findUrl: 'https://www.gov.uk/dod-o-hyd-i-gyngor-lleol',
    errors: { blank: 'Dewiswch gyngor, neu dewiswch ‘Nid wyf yn gwybod pa gyngor’' },
  },
  listPage: {
    none: 'Nid oes rhai',
    save: 'Cadw a pharhau',
    removeTitle: (item: string) => `Ydych chi am dynnu ${item}?`,
    keep: 'Na, mynd yn ôl',
  },
  events: {
    title: 'Rhoi gwybod am newid',
    intro:
      'Dewiswch beth sydd wedi newid. Rydych yn dweud wrthym unwaith, ac rydym yn dweud wrth y cyrff cyhoeddus y mae angen iddynt wybod.',
    begun: 'Adroddiadau rydych wedi’u dechrau',
    correction: (what: string) => `Cywiriad: ${what}`,
    about: (what: string, whom: string) => `${what}: ${whom}`,
    started: (date: string) => `Gwnaethoch ddechrau ar ${date}.`,
    left: (days: number) =>
      days > 0
        ? `Nifer y diwrnodau sydd gennych ar ôl i’w orffen: ${days}.`
        : 'Mae gennych tan ddiwedd heddiw i’w orffen.',
    resume: 'Parhau',
    remove: 'Dileu',
    fresh: 'Dechrau adroddiad newydd',
    another: 'Dechrau un arall',
  },
  draftRemoval: {
    title: 'A ydych am ddileu’r adroddiad hwn?',
    text: (what: string) =>
      `Caiff popeth y dywedoch wrthym ar ei gyfer ei ddileu: ${what}. Nid oes dim wedi’i anfon at neb.`,
    remove: 'Dileu’r adroddiad hwn',
    keep: 'Na, mynd yn ôl',
  },
  draftGone: {
    title: 'Nid yw’r adroddiad hwn yma mwyach',
    paragraphs: [
      'Efallai eich bod wedi’i anfon neu wedi’i ddileu ar dudalen arall. Ni wnaethom gadw’r hyn rydych newydd ei ddweud wrthym.',
      'Nid oes dim arall wedi newid. Mae eich adroddiadau eraill fel y gwnaethoch eu gadael.',
    ],
    drafts: 'Gweld yr adroddiadau rydych wedi’u dechrau',
    reports: 'Gweld yr adroddiadau rydych wedi’u hanfon',
  },
  tooManyDrafts: {
    title: 'Rydych wedi dechrau gormod o adroddiadau',
    paragraphs: [
      'Gallwch gael 20 adroddiad heb eu gorffen ar y tro. Gorffennwch neu dilëwch un er mwyn dechrau un arall.',
    ],
    drafts: 'Gweld yr adroddiadau rydych wedi’u dechrau',
    reports: 'Gweld yr adroddiadau rydych wedi’u hanfon',
  },
  tasks: {
    done: 'Wedi’i gwblhau',
    begun: 'Ar y gweill',
    fresh: 'Heb ddechrau',
    closed: 'Ni ellir dechrau eto',
    check: 'Gwirio eich atebion ac anfon',
    kept: (days: number) =>
      `Rydym yn cadw eich atebion am 28 diwrnod ar ôl i chi ychwanegu atynt ddiwethaf. Nifer y diwrnodau sydd ar ôl: ${days}.`,
  },
  checkAnswers: {
    title: 'Gwirio eich atebion',
    about: 'Amdanoch chi',
    aboutHint: 'Os yw rhywbeth o GOV.UK One Login yn anghywir, newidiwch ef yno yn gyntaf.',
    sources: {
      held: 'O’r hyn a ddywedoch wrthym o’r blaen',
      verified: 'O GOV.UK One Login',
      registrar: 'Gan y cofrestrydd',
    },
    count: (count: number) => `Wedi ychwanegu: ${count}`,
    next: 'Nesaf, byddwch yn gweld pa gyrff a fydd yn cael gwybod, a beth mae pob un yn ei gael. Ni chaiff dim ei anfon tan hynny.',
  },
  confirmation: {
    title: 'Adroddiad wedi’i anfon',
    reference: 'Eich cyfeirnod yw',
    keep: 'Cadwch neu argraffwch y dudalen hon i gadw cofnod. Gallwch ddod yn ôl ati: mewngofnodwch a dewiswch ‘Eich adroddiadau’.',
    nextTitle: 'Beth sy’n digwydd nesaf',
    next: 'Rydym yn dweud wrth y cyrff ar eich rhestr nawr. Bydd pob un yn cymryd tua’r amser a welsoch cyn i chi anfon yr adroddiad hwn.',
    later: 'Bydd rhai cyrff yn cael gwybod yn hwyrach, fel y gwelsoch cyn i chi anfon yr adroddiad hwn.',
    handOffs: 'Ar gyfer hyn, nid yw dweud wrthym yn ddigon:',
    progress: 'Gweld pa mor bell y mae pob corff wedi cyrraedd',
    access: 'Gallwch hefyd weld pwy sydd wedi defnyddio eich data, a pham.',
    accessLink: 'Gweld pwy sydd wedi defnyddio eich data',
    feedbackLink: 'Beth oedd eich barn am y gwasanaeth hwn?',
    feedback: '(mae’n cymryd 30 eiliad)',
    yourselfTitle: 'Beth mae angen i chi ei wneud eich hun',
    yourself: 'Nid yw’r gwasanaeth hwn yn cyrraedd pawb. Efallai y bydd angen i chi hefyd:',
  },
}

function lineErrors(what: string, subject: string) {
  return {
    blank: `Rhowch ${what}`,
    tooLong: `Mae’n rhaid i’r ${subject} fod yn 100 nod neu lai`,
    wrong: `Rhowch ${what}`,
  }
}

/** `diwrnod, mis a blwyddyn`; CLDR's own pattern leaves `a(c)` for the reader to choose. */
function listed(items: string[]): string {
  const last = items.at(-1) ?? ''
  if (items.length < 2) return last
  return `${items.slice(0, -1).join(', ')} ${/^[aeiouwyâêîôûŵŷ]/i.test(last) ? 'ac' : 'a'} ${last}`
}
