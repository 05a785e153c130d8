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
  date: {
    day: 'Diwrnod',
    month: 'Mis',
    year: 'Blwyddyn',
    missing: { day: 'diwrnod', month: 'mis', year: 'blwyddyn' },
  },
  postcode: {
    hint: 'Er enghraifft, CF10 3NQ',
    find: 'Dod o hyd i gyfeiriad',
    byHand: 'Teipio’r cyfeiriad',
    errors: { blank: 'Rhowch god post', wrong: 'Rhowch god post llawn yn y DU, fel CF10 3NQ' },
  },
  foundAddress: {
    count: (count: number) => `Nifer y cyfeiriadau: ${count}`,
    elsewhere: 'Nid yw fy nghyfeiriad yn y rhestr hon',
    postcode: 'Cod post:',
    errors: { blank: 'Dewiswch gyfeiriad, neu dewiswch ‘Nid yw fy nghyfeiriad yn y rhestr hon’' },
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
    save: 'Cadw a pharhau',
    removeTitle: (item: string) => `Ydych chi am dynnu ${item}?`,
    keep: 'Na, mynd yn ôl',
  },
  events: {
    title: 'Rhoi gwybod am newid',
    intro:
      'Dewiswch beth sydd wedi newid. Rydych yn dweud wrthym unwaith, ac rydym yn dweud wrth y cyrff cyhoeddus y mae angen iddynt wybod.',
    draft: (kept: string) => `Rydych wedi dechrau’r adroddiad hwn. Byddwn yn cadw eich atebion tan ${kept}.`,
    resume: 'Parhau â’r adroddiad hwn',
    start: 'Dechrau nawr',
    discard: 'Dileu eich atebion a dechrau eto',
  },
  checkAnswers: {
    title: 'Gwirio eich atebion',
    about: 'Amdanoch chi',
    aboutHint: 'Daw hyn o GOV.UK One Login. Os yw’n anghywir, newidiwch ef yno yn gyntaf.',
    held: 'Mae hwn gennym yn barod',
    next: 'Nesaf, byddwch yn gweld pa gyrff a fydd yn cael gwybod, a beth mae pob un yn ei gael. Ni chaiff dim ei anfon tan hynny.',
  },
  whoWillBeTold: {
    title: 'Pwy fydd yn cael gwybod',
    intro: (count: number) =>
      count === 1
        ? 'Os ydych yn cytuno, byddwn yn dweud wrth y corff isod. Bydd yn cael yr hyn a restrir yn unig.'
        : `Os ydych yn cytuno, byddwn yn anfon y negeseuon isod (${count}). Bydd pob corff yn cael yr hyn a restrir ar ei gyfer yn unig.`,
    illustration:
      'Gwasanaeth enghreifftiol yw hwn. Darluniau yw’r cytundebau isod: nid yw’r cyrff a enwir wedi cytuno iddynt.',
    safety: 'Dywedoch fod angen cadw eich cyfeiriad newydd rhag rhywun.',
    safetyAdvice:
      'Edrychwch ar bob corff isod cyn i chi anfon. Os yw rhywun a allai eich niweidio yn gweithio yn un ohonynt, neu’n rhannu cyfrif neu hawliad budd-dal gyda chi, ffoniwch y corff hwnnw yn gyntaf a gofynnwch iddo ddiogelu eich cofnod.',
    what: 'Beth fydd yn cael ei ddweud wrtho',
    why: 'Pam',
    power: 'Y gyfraith sy’n caniatáu hyn',
    agreement: 'Darllen y cytundeb',
    warning: 'Rhybudd',
    legislation: 'Darllen y gyfraith ar legislation.gov.uk',
    effect: 'Beth fydd yn ei wneud',
    usual: 'Faint o amser mae’n ei gymryd fel arfer',
    usualDays: (days: number) => `Hyd at ${days} ${days === 2 ? 'ddiwrnod' : 'diwrnod'}`,
    finding: 'Dod o hyd i’ch cofnod',
    canFind: 'Dylai allu dod o hyd i’ch cofnod.',
    cannotFind: (numbers: string) =>
      `Efallai na fydd yn dod o hyd i’ch cofnod, oherwydd nid yw hwn gennym ar eich cyfer: ${numbers}.`,
    giveNumber: 'Rhoi rhif',
    choice: 'Eich dewis',
    required:
      'Ni allwch ddewis. Mae’r gyfraith yn dweud bod rhaid i’r corff hwn gael gwybod, neu fod angen iddo wybod.',
    chooseBelow: 'Gallwch ddewis. Atebwch y cwestiwn isod.',
    choose: (name: string, purpose: string) => `Ydych chi am i ni ddweud wrth ${name}? (${purpose})`,
    chooseYes: 'Ydw, dywedwch wrtho',
    chooseNo: 'Nac ydw, peidiwch â dweud wrtho',
    chooseBlank: (name: string) => `Dewiswch ‘Ydw’ os ydych am i ni ddweud wrth ${name}`,
    notToldTitle: 'Pwy na fydd yn cael gwybod',
    notToldAge: (name: string, age: number) => `${name}, oherwydd dim ond â phobl ${age} oed neu’n hŷn y mae’n delio.`,
    notToldCouncil: (name: string) =>
      `${name}, oherwydd nid yw’n cymryd rhan yn y gwasanaeth hwn. Dywedwch wrtho eich hun.`,
    nobodyTitle: 'Neb i ddweud wrtho',
    nobody:
      'Nid oes angen i unrhyw gorff sy’n cymryd rhan yn y gwasanaeth hwn wybod am y newid hwn. Nid oes rhaid i chi anfon dim.',
    changed:
      'Mae’r hyn a fydd yn cael ei anfon wedi newid ers i chi weld y dudalen hon ddiwethaf. Gwiriwch ef eto cyn ei anfon.',
    declarationTitle: 'Nawr anfonwch eich adroddiad',
    declaration:
      'Drwy anfon yr adroddiad hwn, rydych yn cadarnhau bod yr hyn a ddywedoch wrthym yn wir hyd y gwyddoch.',
    send: 'Cytuno ac anfon',
  },
  confirmation: {
    title: 'Adroddiad wedi’i anfon',
    reference: 'Eich cyfeirnod yw',
    keep: 'Cadwch neu argraffwch y dudalen hon i gadw cofnod. Gallwch ddod yn ôl ati: mewngofnodwch a dewiswch ‘Eich adroddiadau’.',
    nextTitle: 'Beth sy’n digwydd nesaf',
    next: 'Rydym yn dweud wrth y cyrff ar eich rhestr nawr. Bydd pob un yn cymryd tua’r amser a welsoch cyn i chi anfon yr adroddiad hwn.',
    progress: 'Gweld pa mor bell y mae pob corff wedi cyrraedd',
    access: 'Gallwch hefyd weld pwy sydd wedi defnyddio eich data, a pham.',
    accessLink: 'Gweld pwy sydd wedi defnyddio eich data',
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
