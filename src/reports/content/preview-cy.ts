import type { SameWords } from '../../shared/language.ts'
import type { en } from './preview-en.ts'

export const cy: SameWords<typeof en> = {
  whoWillBeTold: {
    title: 'Pwy fydd yn cael gwybod',
    intro: (count) =>
      count === 1
        ? 'Os ydych yn cytuno, byddwn yn dweud wrth y corff isod. Bydd yn cael yr hyn a restrir yn unig.'
        : `Os ydych yn cytuno, byddwn yn anfon y negeseuon isod (${count}). Bydd pob corff yn cael yr hyn a restrir ar ei gyfer yn unig.`,
    illustration:
      'Gwasanaeth enghreifftiol yw hwn. Darluniau yw’r cytundebau isod: nid yw’r cyrff a enwir wedi cytuno iddynt.',
    safety: 'Dywedoch y gallai rhywun eich peryglu pe bai’n dod i wybod beth rydych yn ei ddweud wrthym.',
    safetyAdvice:
      'Edrychwch ar bob corff isod cyn i chi anfon. Gallwch adael allan yr hyn nad yw’n ddiogel i’w rannu. Mae rhai cyrff yn cael gwybod bod rhaid bod yn ofalus: peidio ag anfon llythyrau, a pheidio â dweud dim wrth bobl eraill yn eich cyfeiriad. Nid yw’r lleill yn gwybod. Os yw rhywun a allai eich niweidio yn gweithio yn un ohonynt, neu’n rhannu cyfrif neu hawliad budd-dal gyda chi, ffoniwch y corff hwnnw yn gyntaf a gofynnwch iddo ddiogelu eich cofnod.',
    safetyHousehold: 'Nid ydym yn dweud dim wrth neb am eich partner na’r bobl rydych yn byw gyda nhw.',
    firstTitle: 'Darllenwch hyn cyn i chi anfon',
    firstBodies: 'Mae hyn yn ymwneud â’r canlynol:',
    what: 'Beth fydd yn cael ei ddweud wrtho',
    exactly: 'Gweld beth yn union mae’n ei gael',
    more: 'Y gyfraith, faint o amser mae’n ei gymryd, a’ch dewis',
    nothing: 'Dim ond eich bod wedi rhoi gwybod am y newid hwn',
    why: 'Pam',
    power: 'Y gyfraith sy’n caniatáu hyn',
    agreement: 'Darllen y cytundeb',
    warning: 'Rhybudd',
    legislation: 'Darllen y gyfraith ar legislation.gov.uk',
    effect: 'Beth fydd yn ei wneud',
    usual: 'Faint o amser mae’n ei gymryd fel arfer',
    usualDays: (days) => `Hyd at ${days} ${days === 2 ? 'ddiwrnod' : 'diwrnod'}`,
    finding: 'Dod o hyd i’ch cofnod',
    whether: 'A fydd yn cael gwybod',
    onlyWithFileOther:
      'Dim ond os oes ganddo ffeil yn barod am y person y mae hyn yn ymwneud ag ef. Ar ôl i chi anfon hwn, bydd eich adroddiad yn dangos a gafodd wybod.',
    onlyWithFile:
      'Dim ond os oes ganddo ffeil amdanoch yn barod. Ar ôl i chi anfon hwn, bydd eich adroddiad yn dangos a gafodd wybod.',
    canFind: 'Dylai allu dod o hyd i’ch cofnod.',
    cannotFind: (numbers) =>
      `Efallai na fydd yn dod o hyd i’ch cofnod, oherwydd nid yw hwn gennym ar eich cyfer: ${numbers}.`,
    cannotFindLeftOut: (numbers) =>
      `Efallai na fydd yn dod o hyd i’ch cofnod, oherwydd gwnaethoch adael hyn allan: ${numbers}.`,
    giveNumber: 'Rhoi rhif',
    when: 'Pryd bydd yn cael gwybod',
    whenNow: 'Cyn gynted ag y byddwch yn anfon yr adroddiad hwn.',
    whenDate: (date) => `Ar ${date}.`,
    whenHeld: 'Pan fyddwch chi’n dweud. Tan hynny, byddwn yn ei gadw.',
    whenHeldUntil: (date) =>
      `Ar ${date}. Mae’r gyfraith yn dweud bod rhaid i’r corff hwn gael gwybod, felly ni allwn ei gadw am fwy o amser.`,
    whenCoolingOff: (hours, time) =>
      `Byddwn yn aros ${inHours(hours)} cyn dweud wrtho, er mwyn gallu cywiro camgymeriad. Os byddwch yn anfon nawr, byddwn yn dweud wrtho ar ôl ${time}.`,
    changeWhen: 'Newid pryd bydd yn cael gwybod',
    changeWhenOf: (name) => `Newid pryd bydd ${name} yn cael gwybod`,
    leftOut: 'Beth sy’n cael ei adael allan',
    leftOutWarning: 'Efallai na fydd y corff hwn yn gallu diweddaru eich cofnod wedyn.',
    care: 'Bod yn ofalus',
    noCare:
      'Nid yw’r corff hwn yn cael gwybod y gallech fod mewn perygl. Ffoniwch ef yn gyntaf os oes rhaid iddo fod yn ofalus.',
    leaveOut: 'Dewis beth i’w adael allan',
    choice: 'Eich dewis',
    required:
      'Ni allwch ddewis. Mae’r gyfraith yn dweud bod rhaid i’r corff hwn gael gwybod, neu fod angen iddo wybod.',
    chooseBelow: 'Gallwch ddewis. Atebwch y cwestiwn isod.',
    choose: (name, purpose) => `Ydych chi am i ni ddweud wrth ${name}? (${purpose})`,
    chooseYes: 'Ydw, dywedwch wrtho',
    chooseNo: 'Nac ydw, peidiwch â dweud wrtho',
    chooseBlank: (name) => `Dewiswch ‘Ydw’ os ydych am i ni ddweud wrth ${name}`,
    otherWays: (name) => `Ffyrdd eraill o ddweud wrth ${name}`,
    otherWaysAdvice: 'Gallwch ddweud wrth y corff hwn eich hun, heb fynd ar-lein.',
    notToldTitle: 'Pwy na fydd yn cael gwybod',
    notToldAge: (name, age) => `${name}, oherwydd dim ond â phobl ${age} oed neu’n hŷn y mae’n delio.`,
    notToldObjected: (name) => `${name}, oherwydd gwnaethoch wrthwynebu i ni roi gwybod iddo.`,
    notToldNoFile: (name) =>
      `${name}, oherwydd mae’n dweud nad oes ganddo ffeil amdanoch. Os oes ganddo un, rhowch wybod iddo eich hun.`,
    bodyFor: (name, purpose) => `${name} (${purpose})`,
    notToldNothing: (name) => `${name}. Nid oes gennym ddim i’w ddweud wrtho am hyn.`,
    notToldEmptied: (name) => `${name}, oherwydd gwnaethoch adael allan bopeth y gallem ei ddweud wrtho.`,
    changeLeftOut: 'Newid beth sy’n cael ei adael allan',
    notToldCouncil: (name) => `${name}, oherwydd nid yw’n cymryd rhan yn y gwasanaeth hwn. Dywedwch wrtho eich hun.`,
    handOffsTitle: 'Beth mae’n rhaid i chi ei wneud eich hun o hyd',
    handOffs: 'Ar gyfer hyn, nid yw dweud wrthym yn ddigon:',
    nobodyTitle: 'Neb i ddweud wrtho',
    nobody:
      'Nid oes angen i unrhyw gorff sy’n cymryd rhan yn y gwasanaeth hwn wybod am y newid hwn. Nid oes rhaid i chi anfon dim.',
    changed:
      'Mae’r hyn a fydd yn cael ei anfon wedi newid ers i chi weld y dudalen hon ddiwethaf. Gwiriwch ef eto cyn ei anfon.',
    declarationTitle: 'Nawr anfonwch eich adroddiad',
    stated: (time) => `Dywedoch wrthym ar ${time}:`,
    declaration:
      'Drwy anfon yr adroddiad hwn, rydych yn cadarnhau bod yr hyn a ddywedoch wrthym yn wir hyd y gwyddoch.',
    send: 'Cytuno ac anfon',
  },
  whenTold: {
    title: (name) => `Pryd dylem ni ddweud wrth ${name}?`,
    why: (purpose) => `Pam mae’n cael gwybod: ${purpose}`,
    duty: 'Mae’r gyfraith yn dweud bod rhaid i’r corff hwn gael gwybod, neu fod angen iddo wybod. Mae rhai cyfreithiau yn gosod terfyn amser, ac efallai y bydd rhaid i chi dalu dirwy os bydd yn cael gwybod yn rhy hwyr.',
    now: 'Cyn gynted ag y byddaf yn anfon fy adroddiad',
    nowCoolingOff: (hours) =>
      `Cyn gynted ag y bydd ${inHours(hours)} wedi mynd heibio, er mwyn gallu cywiro camgymeriad`,
    on: 'Ar ddyddiad',
    held: 'Ddim eto. Cadwch ef nes i mi ddweud',
    heldHint: 'I ddweud wrtho, mewngofnodwch a dewiswch ‘Eich adroddiadau’.',
    heldDuty: (days) => `Ddim eto. Cadwch ef am ${days} diwrnod`,
    heldDutyHint: (date) => `Os na fyddwch yn gwneud dim, byddwn yn dweud wrtho ar ${date}.`,
    blank: (name) => `Dewiswch pryd y dylem ddweud wrth ${name}`,
  },
  dayTold: {
    title: (name) => `Ar ba ddyddiad dylem ni ddweud wrth ${name}?`,
    between: (first, last) => `Dyddiad o ${first} i ${last}`,
    errors: {
      blank: 'Rhowch y dyddiad',
      partlyBlank: (missing) => `Mae’n rhaid i’r dyddiad gynnwys ${missing}`,
      notReal: 'Mae’n rhaid i’r dyddiad fod yn ddyddiad go iawn',
      tooEarly: (date) => `Mae’n rhaid i’r dyddiad fod ar neu ar ôl ${date}`,
      tooLate: (date) => `Mae’n rhaid i’r dyddiad fod ar neu cyn ${date}`,
    },
  },
  leaveOut: {
    title: (name) => `Beth na ddylem ei ddweud wrth ${name}?`,
    intro:
      'Dywedoch y gallai rhywun eich peryglu. Gallwch adael allan yr hyn nad yw’n ddiogel i’w rannu gyda’r corff hwn.',
    warning:
      'Efallai na fydd y corff hwn yn gallu diweddaru eich cofnod wedyn. Efallai y bydd yn gofyn i chi am yr hyn a adawyd allan.',
    legend: 'Dewiswch beth i’w adael allan',
    hint: 'Dewiswch bopeth sy’n berthnasol. I beidio â gadael dim allan, peidiwch â dewis dim.',
    always: (labels) => `Ni allwn adael hyn allan: ${labels}.`,
    nothing: 'Nid oes dim y gellir ei adael allan ar gyfer y corff hwn.',
  },
}

const inHours = (hours: number) => (hours === 1 ? '1 awr' : `${hours} awr`)
